from . import formulir_cuti, nominatif_kp
