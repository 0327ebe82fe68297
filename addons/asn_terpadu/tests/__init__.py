from . import test_anggaran, test_contract, test_kota, test_skenario
