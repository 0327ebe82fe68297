from . import asn_dokumen_massal
