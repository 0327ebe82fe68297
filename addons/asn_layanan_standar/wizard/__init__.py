from . import asn_permohonan_tindak, asn_saldo_cuti_awal
from . import asn_permohonan_luar, asn_permohonan_luar_baris
from . import asn_hak_andai, asn_hak_andai_baris
from . import asn_gaji_serah_bulan, asn_kgb_rencana
