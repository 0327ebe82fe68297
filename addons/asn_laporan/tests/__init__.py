from . import test_contract
from . import test_duk
from . import test_drh, test_kartu
