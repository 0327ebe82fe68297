from . import berkas
