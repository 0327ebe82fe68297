"""Columns of lists that come from the histories (riwayat); see ``kolom``."""

_DAFTAR = (
    "(SELECT string_agg({isi}, '; ' ORDER BY {urut}) FROM {tabel} r {gabung}"
    " WHERE r.employee_id = k.id AND r.status = 'sah' AND {syarat})"
)
_SATU = (
    "(SELECT {isi} FROM {tabel} r {gabung} WHERE r.employee_id = k.id"
    " AND r.status = 'sah' AND {syarat} ORDER BY {urut} LIMIT 1)"
)
_PREDIKAT = "JOIN asn_predikat_kinerja pk ON pk.id = r.predikat_id"


def _predikat(mundur):
    """Return the SQL of the predicate of a year before the date."""
    return _SATU.format(
        isi="pk.name",
        tabel="asn_riwayat_kinerja",
        gabung=_PREDIKAT,
        syarat="r.jenis <> 'periodik'"
        f" AND r.tahun = EXTRACT(YEAR FROM %(pada)s::date)::int - {mundur}",
        urut="r.id DESC",
    )


_HUKUMAN = _DAFTAR.format(
    isi="jh.name || ' (' || to_char(r.tmt, 'DD-MM-YYYY') || ')'",
    tabel="asn_riwayat_hukuman",
    gabung="JOIN asn_jenis_hukuman jh ON jh.id = r.jenis_hukuman_id",
    syarat="r.tmt <= %(pada)s{lagi}",
    urut="r.tmt DESC",
)
_KELUARGA = (
    "(SELECT count(*) FROM asn_riwayat_keluarga r WHERE r.employee_id = k.id"
    " AND r.status = 'sah' AND r.hubungan = '{hubungan}'"
    " AND COALESCE(r.tanggal_meninggal, 'infinity') > %(pada)s{lagi})"
)
#: code, label, printed heading, width, kind, SQL, history, heading above
KOLOM_RIWAYAT = (
    (
        "diklat",
        "Leadership training (Diklat kepemimpinan)",
        "Nama",
        22,
        "teks",
        "dk.nama",
        "asn.riwayat.diklat",
        "Latihan Jabatan",
    ),
    (
        "tanggal_diklat",
        "Date of the training (Tanggal diklat)",
        "Bln/Thn",
        11,
        "tengah",
        "to_char(dk.tanggal_diklat, 'MM/YYYY')",
        "asn.riwayat.diklat",
        "Latihan Jabatan",
    ),
    (
        "jam_diklat",
        "Hours of the training (JP diklat)",
        "Jam",
        6,
        "angka",
        "NULLIF(dk.jam_diklat, 0)",
        "asn.riwayat.diklat",
        "Latihan Jabatan",
    ),
    (
        "kompetensi",
        "Competences (Kompetensi)",
        "Kompetensi (Level)",
        30,
        "teks",
        _DAFTAR.format(
            isi="kp.name || ' (' || r.level || ')'",
            tabel="asn_riwayat_kompetensi",
            gabung="JOIN asn_kompetensi kp ON kp.id = r.kompetensi_id",
            syarat="r.tanggal_asesmen <= %(pada)s",
            urut="r.tanggal_asesmen DESC",
        ),
        "asn.riwayat.kompetensi",
        "",
    ),
    (
        "predikat_1",
        "Predicate last year (Predikat tahun lalu)",
        "Tahun Lalu",
        14,
        "teks",
        _predikat(1),
        "asn.riwayat.kinerja",
        "Predikat Kinerja",
    ),
    (
        "predikat_2",
        "Predicate two years ago (Predikat dua tahun lalu)",
        "Dua Tahun Lalu",
        14,
        "teks",
        _predikat(2),
        "asn.riwayat.kinerja",
        "Predikat Kinerja",
    ),
    (
        "angka_kredit",
        "Credit points of the last PAK (Angka kredit)",
        "Angka Kredit",
        11,
        "desimal",
        _SATU.format(
            isi="r.kredit_total::float",
            tabel="asn_riwayat_angka_kredit",
            gabung="",
            syarat="r.periode_selesai <= %(pada)s",
            urut="r.periode_selesai DESC, r.id DESC",
        ),
        "asn.riwayat.angka.kredit",
        "",
    ),
    (
        "penghargaan",
        "Awards (Penghargaan)",
        "Penghargaan",
        28,
        "teks",
        _DAFTAR.format(
            isi="jp.name || ' (' || r.tahun || ')'",
            tabel="asn_riwayat_penghargaan",
            gabung="JOIN asn_jenis_penghargaan jp ON jp.id = r.jenis_penghargaan_id",
            syarat="r.tahun <= EXTRACT(YEAR FROM %(pada)s::date)",
            urut="r.tahun DESC",
        ),
        "asn.riwayat.penghargaan",
        "",
    ),
    (
        "hukuman",
        "Punishments, all (Hukuman disiplin)",
        "Hukuman Disiplin",
        28,
        "teks",
        _HUKUMAN.replace("{lagi}", ""),
        "asn.riwayat.hukuman",
        "",
    ),
    (
        "hukuman_berjalan",
        "Punishments in force (Hukuman yang sedang dijalani)",
        "Hukuman yang Sedang Dijalani",
        26,
        "teks",
        _HUKUMAN.replace(
            "{lagi}",
            " AND COALESCE(r.tanggal_selesai, 'infinity') >= %(pada)s",
        ),
        "asn.riwayat.hukuman",
        "",
    ),
    (
        "pasangan",
        "Spouses (Suami/istri)",
        "Suami/ Istri",
        7,
        "angka",
        _KELUARGA.format(
            hubungan="pasangan",
            lagi=" AND COALESCE(r.tanggal_cerai, 'infinity') > %(pada)s",
        ),
        "asn.riwayat.keluarga",
        "Tanggungan",
    ),
    (
        "anak_tunjangan",
        "Children with allowance (Anak dalam tunjangan)",
        "Anak",
        6,
        "angka",
        _KELUARGA.format(hubungan="anak", lagi=" AND r.is_tunjangan"),
        "asn.riwayat.keluarga",
        "Tanggungan",
    ),
    (
        "kgb_berikut",
        "Next KGB, usually (KGB berikutnya)",
        "KGB Berikutnya",
        13,
        "tanggal",
        "(SELECT (max(r.tmt) + interval '2 years')::date FROM asn_riwayat_gaji r"
        " WHERE r.employee_id = k.id AND r.status = 'sah' AND r.tmt <= %(pada)s)",
        "asn.riwayat.gaji",
        "",
    ),
)
