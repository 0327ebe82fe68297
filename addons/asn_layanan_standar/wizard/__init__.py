from . import asn_permohonan_tindak, asn_saldo_cuti_awal
from . import asn_permohonan_luar, asn_permohonan_luar_baris
