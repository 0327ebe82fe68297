from . import asn_saldo_cuti_awal
