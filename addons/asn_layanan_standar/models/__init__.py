from . import (
    asn_hak_layanan,
    asn_hak_layanan_aksi,
    asn_hak_layanan_draf,
    asn_hak_layanan_kgb,
    asn_hak_layanan_kp,
    asn_hak_layanan_malam,
    asn_hak_layanan_pensiun,
    asn_hak_layanan_satyalancana,
    asn_hak_layanan_studi,
    asn_cuti_bersama_tugas,
    asn_gaji_pokok,
    asn_jenis_cuti,
    asn_kgb,
    asn_kgb_massal,
    asn_kgb_massal_baris,
    asn_kgb_penundaan,
    asn_laporan_studi,
    asn_gaji_serah,
    asn_gaji_serah_urut,
    asn_pensiun,
    asn_saldo_cuti,
    asn_saldo_cuti_mutasi,
    asn_saldo_cuti_pesanan,
    asn_sebab_cuti,
    asn_setelan_cuti,
    asn_slks,
)

# isort: split
from . import (
    asn_pemberitahuan_hak,
    asn_permohonan,
    asn_permohonan_draf_siap,
    asn_permohonan_hak,
    asn_permohonan_kgb,
    asn_permohonan_kgb_jenis,
    asn_permohonan_gaji_serah,
    asn_permohonan_panel,
)

# isort: split
from . import asn_permohonan_cuti_jenis, asn_permohonan_pengganti
from . import asn_permohonan_sakit
from . import asn_permohonan_pensiun
from . import asn_permohonan_hasil, asn_permohonan_slks, asn_permohonan_suketi
from . import asn_permohonan_kartu, asn_permohonan_pendidikan

# isort: split
from . import (
    asn_layanan_handler_cuti,
    asn_layanan_handler_cuti_efek,
    asn_layanan_handler_gaji,
)

# isort: split
from . import asn_layanan_handler_cuti_jenis

# isort: split
from . import asn_layanan_handler_cuti_besar, asn_layanan_handler_cuti_sakit

# isort: split
from . import asn_layanan_handler_cuti_tindak, asn_layanan_handler_kgb

# isort: split
from . import asn_layanan_handler_kgb_jenis

# isort: split
from . import asn_layanan_handler_suketi, asn_layanan_handler_suketi_surat
from . import asn_layanan_handler_cuti_pengganti
from . import asn_kp_fakta, asn_layanan_kp, asn_permohonan_kp

# isort: split
from . import asn_permohonan_kp_bkn

# isort: split
from . import asn_kp, asn_layanan_handler_kp

# isort: split
from . import (
    asn_layanan_handler_kp_efek,
    asn_layanan_handler_kp_jenis,
    asn_layanan_handler_kp_pilihan,
)
from . import asn_layanan_jabatan_mixin

# isort: split
from . import asn_layanan_handler_pensiun, asn_layanan_handler_pensiun_efek
from . import asn_layanan_handler_pensiun_jenis, asn_layanan_handler_pensiun_phk

# isort: split
from . import asn_permohonan_cltn, asn_riwayat_cltn, hr_employee_cltn
from . import asn_layanan_handler_cltn, asn_layanan_penentu

# isort: split
from . import asn_layanan_handler_cltn_efek

# isort: split
from . import asn_layanan_luar_mixin

# isort: split
from . import asn_layanan_handler_satyalancana

# isort: split
from . import asn_layanan_handler_pendidikan, asn_layanan_handler_pendidikan_efek

# isort: split
from . import asn_layanan_handler_kartu, asn_layanan_handler_kartu_efek

# isort: split
from . import asn_layanan_handler_belajar, asn_permohonan_belajar

# isort: split
from . import asn_layanan_handler_belajar_aturan, asn_layanan_handler_belajar_efek

# isort: split
from . import (
    asn_layanan_handler_izin_belajar,
    asn_layanan_handler_rekomendasi_tugas_belajar,
    asn_layanan_handler_tugas_belajar,
)

# isort: split
from . import asn_layanan_handler_tugas_belajar_efek

# isort: split
from . import (
    asn_beranda,
    asn_delegasi,
    asn_layanan_draf,
    asn_layanan_hak,
    asn_layanan_mandat,
    asn_riwayat_cuti,
    asn_laporan_studi_jadwal,
    asn_riwayat_jabatan,
    asn_dokumen_ijazah,
    asn_riwayat_tugas_belajar,
    hr_department,
    hr_employee,
    hr_employee_karier,
    hr_employee_pensiun,
    hr_employee_peristiwa,
    res_company,
    res_config_settings,
    resource_calendar_leaves,
)

# isort: split
from . import (
    asn_beranda_pensiun,
    asn_beranda_studi,
    asn_jadwal_dinas,
    asn_permohonan_jadwal,
    asn_permohonan_kalender,
    asn_permohonan_uji_ulang,
)

# isort: split
from . import asn_layanan_handler_cuti_panggilan
