from . import test_akses
from . import test_berkas
from . import test_contract
from . import test_dokumen
from . import test_domain
from . import test_kurang
from . import test_periksa
from . import test_unggah
