from . import test_contract
from . import test_jejak_akses
from . import test_samaran
from . import test_permintaan
from . import test_ekspor
