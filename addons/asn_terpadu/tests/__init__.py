from . import test_anggaran, test_audit, test_contract, test_kota, test_skenario
