from . import (
    test_bersih,
    test_contract,
    test_gangguan,
    test_insiden,
    test_kendali,
    test_laporan_fasilitator,
    test_operasi,
    test_pemakaian,
    test_pengembangan,
    test_pihak_ketiga,
    test_risiko,
)
