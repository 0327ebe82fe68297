from . import pratinjau
from . import verifikasi
