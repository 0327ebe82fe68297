from . import test_akses
from . import test_berkas
from . import test_contract
from . import test_dokumen
