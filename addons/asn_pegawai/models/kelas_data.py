"""Who may read a field, by the class of its data (UU 27/2022, Pasal 20).

Record rules decide the rows; these strings decide the columns. A field of
class ``umum`` has no groups and a twin on ``hr.employee.public``.
"""

#: ``terbatas``: everybody who may read the row.
TERBATAS = "asn_base.group_pegawai,hr.group_hr_user"

#: ``rahasia``: the same, but not for analysis (design, section 5).
RAHASIA = "asn_base.group_pegawai,hr.group_hr_user,!asn_base.group_admin_utama"

#: The five groups of Pasal 11 (2), in their order.
BAGIAN = [
    ("pribadi", "Personal (Pribadi)"),
    ("kualifikasi", "Qualification (Kualifikasi)"),
    ("kompetensi", "Competence (Kompetensi)"),
    ("kinerja", "Performance (Kinerja)"),
    ("pendukung", "Supporting (Pendukung)"),
]
