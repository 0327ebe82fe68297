from . import test_contract
from . import test_jejak_akses
from . import test_samaran
