from . import formulir_cuti
