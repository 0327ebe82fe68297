from . import asn_jejak_jawab
from . import asn_jejak_unduh
from . import asn_jejak_verifikasi
from . import asn_pemberian_putusan
from . import asn_permintaan_putusan
