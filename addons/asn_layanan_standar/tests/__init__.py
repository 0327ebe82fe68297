from . import (
    test_contract,
    test_domain_cuti,
    test_domain_kgb,
    test_domain_saldo,
    test_layanan_cuti,
    test_layanan_kgb,
    test_layanan_suketi,
    test_mandat,
    test_masukan_buruk,
    test_perjalanan_cuti,
    test_saldo,
    test_tindak_cuti,
)
