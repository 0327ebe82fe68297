from . import dpcp, formulir_cuti, nominatif_kp
