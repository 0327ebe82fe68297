from . import asn_dokumen
