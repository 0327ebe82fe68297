from . import test_contract, test_kinerja, test_pengembalian, test_penjaga, test_penolakan
from . import test_perjalanan, test_rantai
