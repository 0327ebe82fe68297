from . import (
    test_berkas,
    test_bersamaan,
    test_contract,
    test_empat_mata,
    test_kinerja,
    test_kontrak_layanan,
    test_layar,
    test_pengembalian,
    test_penjaga,
    test_penolakan,
    test_perjalanan,
    test_rantai,
)
