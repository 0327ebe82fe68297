from . import test_contract
from . import test_pengangkatan
from . import test_tinjauan
from . import test_usulan
