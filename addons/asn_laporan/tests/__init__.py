from . import test_contract
from . import test_duk, test_masa_kerja
from . import test_drh, test_kartu
from . import test_penyamaran
from . import test_nominatif
from . import test_statistik
from . import test_laporan_data
from . import test_publik
