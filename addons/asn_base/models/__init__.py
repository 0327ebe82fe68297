from . import asn_penjaga_mixin, asn_tampilan_mixin  # isort: skip
from . import asn_referensi_mixin

# isort: split
from . import (
    asn_agama,
    asn_beranda,
    asn_bup,
    asn_gaji_pokok,
    asn_golongan,
    asn_hari_libur,
    asn_jenis_hukuman,
    asn_jenis_jabatan,
    asn_kedudukan_hukum,
    asn_pendidikan,
    base,
    hr_department,
    hr_employee,
    hr_job,
    ir_cron,
    ir_rule,
    mail_thread,
    res_company,
    res_config_settings,
    res_partner_bank,
    res_users,
    resource_calendar,
    resource_calendar_attendance,
    resource_resource,
)
