from . import drh
from . import kartu
