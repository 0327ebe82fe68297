from . import bentuk
from . import demo_ca
from . import isian
from . import nomor
from . import pdf
from . import periksa_ttd
from . import tanda_tangan
