from . import (
    asn_pemeriksaan_awal,
    asn_skenario,
    asn_skenario_akses,
    asn_skenario_akun,
    asn_skenario_arsip,
    asn_skenario_keluarga,
    asn_skenario_organisasi,
    asn_skenario_pakta,
    asn_skenario_audit,
    asn_skenario_laporan,
    asn_skenario_pegawai,
    asn_skenario_pemutakhiran,
    asn_skenario_permohonan,
    asn_skenario_prestasi,
    asn_skenario_sertifikat,
    asn_skenario_tata_kelola,
    asn_skenario_tata_kelola_operasi,
)

# isort: split
from . import asn_skenario_layanan

# isort: split
from . import asn_skenario_belajar, asn_skenario_kgb, asn_skenario_pensiun

# isort: split
from . import asn_skenario_cuti

# isort: split
from . import asn_skenario_cltn
