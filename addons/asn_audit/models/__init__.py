from . import asn_jejak_mixin
from . import asn_jejak_akses
from . import asn_jejak_ekspor
from . import asn_kelas_data
from . import asn_permintaan_data
