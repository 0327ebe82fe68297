from . import cek_status
