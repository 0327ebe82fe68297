from . import (
    test_bersih,
    test_contract,
    test_gangguan,
    test_insiden,
)
