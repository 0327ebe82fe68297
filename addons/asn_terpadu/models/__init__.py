from . import asn_skenario
