from . import test_bersamaan
from . import test_contract
from . import test_domain
from . import test_kinerja
from . import test_pemutakhiran
from . import test_penjaga
from . import test_usulan
