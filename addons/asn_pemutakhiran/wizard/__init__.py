from . import asn_usulan_massal
from . import asn_usulan_massal_baris
