from . import asn_permohonan_tindak, asn_saldo_cuti_awal
