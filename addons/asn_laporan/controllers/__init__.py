from . import data_asn
from . import statistik
from . import kartu
