from . import test_admin_pertama
from . import test_akun_massal
from . import test_contract
from . import test_pengangkatan
from . import test_tinjauan
from . import test_usulan
from . import test_gerbang
from . import test_penutupan
