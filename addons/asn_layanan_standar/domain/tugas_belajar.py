"""Study assignment and study permission (tugas belajar, izin belajar) as plain functions.

SE MenPANRB 28/2021; rules TB-01 to TB-12 of services dossier 7. Lengths are in
semesters of six months. The old limits of age (SE 4/2013) no longer apply (TB-08):
what counts is the service that is left afterwards.
"""

from datetime import timedelta

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh
from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan

BULAN_SEMESTER = 6
#: Level -> normal length in semesters (TB-09).
LAMA = {"D1": 2, "D2": 4, "D3": 6, "D4": 8, "S1": 8, "S2": 4, "S3": 8}
#: How many times the length has to be left until the pension (TB-07).
FAKTOR = {
    "dibebaskan": 3,
    "tidak_dibebaskan": 2,
    "mandiri_dibebaskan": 2,
    "mandiri": 1,
}
#: Answers about the accreditation that are enough (TB-05).
AKREDITASI_CUKUP = ("unggul_atau_a", "baik_sekali_atau_b")
#: Answers about the way of teaching that need no look at the working hours (TB-06).
_TANPA_JAM = ("universitas_terbuka", "jarak_jauh_berizin_resmi")


def jenis_studi(is_dibebaskan, is_mandiri):
    """Return the form of the study (dossier 7)."""
    if is_mandiri:
        return "tb_mandiri"
    return "tb_dibebaskan" if is_dibebaskan else "tb_tidak_dibebaskan"


def bentuk_sisa(is_dibebaskan, is_mandiri):
    """Return the key of ``FAKTOR`` of a study."""
    if is_mandiri:
        return "mandiri_dibebaskan" if is_dibebaskan else "mandiri"
    return "dibebaskan" if is_dibebaskan else "tidak_dibebaskan"


def selesai(mulai, semester):
    """Return the last day of a study of so many semesters."""
    return akhir_periode(mulai, semester * BULAN_SEMESTER)


def sisa_dinas(mulai, semester, tmt_pensiun):
    """Return the whole months of service left after the study; never below 0."""
    sesudah = tambah_bulan(mulai, semester * BULAN_SEMESTER)
    return bulan_penuh(sesudah, tmt_pensiun) if tmt_pensiun > sesudah else 0


def is_sisa_cukup(mulai, semester, tmt_pensiun, kali):
    """Tell whether ``tmt_pensiun - (start + length) >= factor x length`` (TB-07)."""
    lama = semester * BULAN_SEMESTER
    return tambah_bulan(mulai, lama + kali * lama) <= tmt_pensiun


def periksa_cara(cara, is_dibebaskan):
    """Return the answer to TB-06.

    Remote classes (kelas jauh) are refused, except the open university and distance
    learning with a permit, which an officer looks at. Who stays in post has classes
    outside office hours.
    """
    if cara == "kelas_jauh" or not cara:
        return "gagal"
    if cara in _TANPA_JAM:
        return "manual" if cara == "jarak_jauh_berizin_resmi" else "lulus"
    if cara == "tatap_muka_pada_jam_kerja" and not is_dibebaskan:
        return "gagal"
    return "lulus"


def periksa_lama(tabel, jenjang, semester):
    """Return the answer to TB-09: not longer than normal for the level.

    :param tabel: ``{level: semesters}``; of other levels a human judges
    """
    if semester < 1:
        return "gagal"
    if jenjang not in tabel:
        return "manual"
    return "lulus" if semester <= tabel[jenjang] else "gagal"


def periksa_perpanjangan(tambahan, sudah, akhir, diajukan, maksimum=2, bulan=6):
    """Return the answer to TB-09 for an extension.

    :param tambahan: semesters asked for
    :param sudah: semesters by which the study was extended before
    :param akhir: last day permitted so far
    :param diajukan: day of submission; late ones a human judges
    :param maksimum: semesters in all ([unsure])
    :param bulan: months before the end in which it is filed ([unsure])
    """
    if tambahan < 1 or sudah + tambahan > maksimum or diajukan > akhir:
        return "gagal"
    if diajukan > tambah_bulan(akhir + timedelta(days=1), -bulan):
        return "manual"
    return "lulus"


def bulan_studi(mulai, kembali):
    """Return the months of a study up to the return; a started month counts full."""
    penuh = bulan_penuh(mulai, kembali)
    return penuh + (tambah_bulan(mulai, penuh) < kembali)


def ikatan_sampai(mulai, kembali, kali):
    """Return the last day of the bound service, or None when there is none (TB-10).

    :param kembali: first day on duty again, from which it runs
    :param kali: times the length of the study ([unsure])
    """
    bulan = bulan_studi(mulai, kembali) * kali
    return akhir_periode(kembali, bulan) if bulan > 0 else None


def batas_laporan(mulai, akhir, kembali=None):
    """Return the days on which the reports of a study are due: each end of semester.

    :param akhir: last day of the study as it was permitted
    :param kembali: day of the return to duty; of semesters that had not begun by then
        no report is due, and that of the running one on its own last day
    """
    hasil = []
    while True:
        batas = akhir_periode(mulai, BULAN_SEMESTER * (len(hasil) + 1))
        if batas >= akhir:
            return [*hasil, akhir]
        hasil.append(batas)
        if kembali and batas + timedelta(days=1) >= kembali:
            return hasil


def is_jeda_cukup(berakhir, mulai, bulan):
    """Tell whether the waiting time between two studies is over (TB-11, [unsure])."""
    return tambah_bulan(berakhir, bulan) <= mulai


def is_berizin(studi, jenjang, lulus):
    """Tell whether a certificate was earned in one of the permitted studies (TB-12).

    :param studi: ``[(level, first day, last day or None)]``
    :param lulus: day of graduation
    """
    return any(
        satu == jenjang and mulai <= lulus and (akhir is None or lulus <= akhir)
        for satu, mulai, akhir in studi
    )
