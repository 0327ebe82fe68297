# The mixin first: its heirs need it in the registry.
from . import asn_riwayat_mixin  # isort: split
from . import asn_riwayat_tampilan  # isort: split

from . import (
    asn_beranda,
    asn_impor,
    asn_impor_banding,
    asn_impor_jalan,
    asn_impor_masalah,
    asn_impor_periksa,
    asn_impor_rujukan,
    asn_riwayat_cuti,
    asn_riwayat_gaji,
    asn_riwayat_golongan,
    asn_riwayat_jabatan,
    asn_riwayat_pendidikan,
    hr_department,
    hr_employee,
    hr_employee_akses,
    hr_employee_akun,
    hr_employee_anomali,
    hr_employee_kepala,
    hr_employee_kepegawaian,
    hr_employee_massal,
    hr_employee_periksa,
    hr_employee_pribadi,
    hr_employee_proyeksi,
    hr_employee_public,
    ir_rule,
    res_company,
)
