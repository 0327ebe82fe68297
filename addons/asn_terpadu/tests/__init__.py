from . import test_contract, test_kota, test_skenario
