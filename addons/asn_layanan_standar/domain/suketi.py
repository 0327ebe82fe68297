"""Employment certificates (surat keterangan) as plain functions: services dossier 8."""

from odoo.addons.asn_base.domain.tanggal import akhir_periode

#: Kind on the form -> code of the dossier.
JENIS = {
    "aktif_bekerja": "aktif_bekerja",
    "status_kepegawaian": "status_kepegawaian",
    "bebas_hukuman_disiplin": "bebas_hukdis",
    "tidak_dalam_proses_pidana": "bebas_pidana_hukdis",
    "masa_kerja": "masa_kerja",
    "pangkat_dan_jabatan": "pangkat_jabatan",
    "penghasilan": "penghasilan",
    "kredit_bank": "kredit_bank",
    "tidak_sedang_tugas_belajar": "tidak_tugas_belajar",
    "perbedaan_data": "beda_data",
    "kehilangan_dokumen": "kehilangan_dokumen",
    "seleksi_terbuka": "seleksi_terbuka",
    "pindah_tugas": "pindah",
    "susunan_keluarga": "keluarga",
}
#: Kinds that say something about discipline (SUK-01).
TENTANG_HUKUMAN = frozenset(
    {
        "bebas_hukuman_disiplin",
        "tidak_dalam_proses_pidana",
        "seleksi_terbuka",
        "pindah_tugas",
    }
)


def keperluan_sama(satu, lain):
    """Tell whether two purposes are the same, whatever their spelling (SUK-03)."""
    return _rapi(satu) == _rapi(lain)


def di_tengah_kalimat(teks):
    """Return a text as it stands in the middle of a sentence.

    ``Pengajuan kredit.`` becomes ``pengajuan kredit``; ``KPR`` stays.
    """
    teks = (teks or "").strip().rstrip(".")
    if teks[1:2].islower():
        return teks[:1].lower() + teks[1:]
    return teks


def _rapi(teks):
    return " ".join(
        "".join(h if h.isalnum() else " " for h in teks or "").split()
    ).lower()


def berlaku_sampai(tanggal, bulan):
    """Return the last day on which a certificate is valid (SUK-02).

    :param bulan: months; 0 = without an end, then None is returned
    """
    return akhir_periode(tanggal, bulan) if bulan else None


def jalur(otomatis, is_disederhanakan, ada_segel):
    """Return how a request goes: False = all steps, ``ttd`` or ``langsung`` (SUK-04).

    Steps are left out only where the version names the decree that allows it
    (PRO-01); without a seal of the office a person signs.
    """
    if not otomatis or not is_disederhanakan:
        return False
    return "langsung" if ada_segel else "ttd"


def periksa_hukuman(varian, pernah, berjalan, ada_kasus):
    """Return ``lulus``, ``gagal`` or ``manual`` for a statement on discipline (SUK-01).

    Without a register that says the history is complete, the discipline team
    confirms by hand what no row contradicts.

    :param varian: ``tidak_sedang`` where only what runs counts
    :param pernah: a moderate or heavy punishment ever took effect
    :param berjalan: one runs today
    :param ada_kasus: a case is recorded and not decided
    """
    if ada_kasus or berjalan or (pernah and varian != "tidak_sedang"):
        return "gagal"
    return "manual"
