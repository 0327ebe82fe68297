from . import asn_akses
