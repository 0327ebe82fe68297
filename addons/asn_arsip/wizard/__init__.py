from . import asn_dokumen_tolak
