from . import daftar_usul, dpcp, formulir_cuti, nominatif_kp
