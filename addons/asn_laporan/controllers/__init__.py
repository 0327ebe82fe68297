from . import statistik
