from . import (
    test_contract,
    test_faktor,
    test_hak_berakhir,
    test_kedaluwarsa,
    test_kunci,
    test_langkah,
    test_pemulihan,
    test_sandi,
    test_sesi,
    test_setelan,
    test_sso,
)
