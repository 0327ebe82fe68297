from . import asn_pemutakhiran
