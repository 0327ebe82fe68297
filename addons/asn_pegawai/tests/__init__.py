from . import test_contract, test_proyeksi, test_riwayat
