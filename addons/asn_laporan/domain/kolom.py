"""The columns that a list of people may have, and what each of them needs.

``sql`` reads the position of a person on a date (``k``, see ``asn.keadaan``) and
the tables joined to it; ``%(pada)s`` is the date. ``medan`` are the fields of the
profile whose rights and class the column shares, ``riwayat`` the history it reads.
"""

from dataclasses import dataclass

from .kolom_riwayat import KOLOM_RIWAYAT


@dataclass(frozen=True)
class Kolom:
    """One column of the catalogue.

    ``label`` is what the screen calls it (source language), ``judul`` what is
    printed, ``lebar`` in characters, ``jenis`` a kind of ``domain.xlsx``.
    """

    kode: str
    label: str
    judul: str
    lebar: float
    jenis: str
    sql: str
    medan: tuple = ()
    riwayat: str = ""
    induk: str = ""


def _nama(alias):
    return f"COALESCE({alias}.name ->> 'id_ID', {alias}.name ->> 'en_US')"


_SATU = (
    "(SELECT {isi} FROM {tabel} r WHERE r.employee_id = k.id AND r.status = 'sah'"
    " AND {syarat} ORDER BY {urut} LIMIT 1)"
)
_NIP = (
    "CASE WHEN length(k.nip) = 18 THEN substr(k.nip, 1, 8) || ' ' ||"
    " substr(k.nip, 9, 6) || ' ' || substr(k.nip, 15, 1) || ' ' || substr(k.nip, 16)"
    " ELSE k.nip END"
)
_STATUS = (
    "CASE k.status WHEN 'cpns' THEN 'CPNS' WHEN 'pns' THEN 'PNS' WHEN 'pppk'"
    " THEN 'PPPK' WHEN 'pppk_paruh_waktu' THEN 'PPPK Paruh Waktu' END"
)
_KAWIN = (
    "CASE k.status_perkawinan WHEN 'menikah' THEN 'Menikah' WHEN 'cerai' THEN 'Cerai'"
    " WHEN 'janda_duda' THEN 'Janda/Duda' WHEN 'belum_kawin' THEN 'Belum Kawin' END"
)
_UMUR = "EXTRACT(YEAR FROM age(%(pada)s, k.tanggal_lahir))::int"

#: The unit at the level of an OPD that a unit belongs to.
_PERANGKAT = """(SELECT {nama} FROM hr_department a
    WHERE a.id = ANY(string_to_array(trim(BOTH '/' FROM u.parent_path), '/')::int[])
      AND a.jenis_unit IN ('sekretariat', 'opd', 'badan', 'inspektorat', 'rsud',
                           'kecamatan')
    ORDER BY length(a.parent_path) DESC LIMIT 1)""".replace("{nama}", _nama("a"))

_K = Kolom
KOLOM = (
    _K("nama", "Name (Nama)", "Nama", 30, "teks", "k.nama_lengkap", ("nama_lengkap",)),
    _K("nip", "NIP", "NIP", 27, "tengah", _NIP, ("nip",)),
    _K(
        "tempat_lahir",
        "Place of birth (Tempat lahir)",
        "Tempat Lahir",
        16,
        "teks",
        "k.tempat_lahir",
        ("tempat_lahir",),
    ),
    _K(
        "tanggal_lahir",
        "Date of birth (Tanggal lahir)",
        "Tanggal Lahir",
        13,
        "tanggal",
        "k.tanggal_lahir",
        ("tanggal_lahir",),
    ),
    _K("usia", "Age (Usia)", "Usia", 7, "angka", _UMUR, ("tanggal_lahir",)),
    _K(
        "jenis_kelamin",
        "Sex (Jenis kelamin)",
        "L/P",
        5,
        "tengah",
        "k.jenis_kelamin",
        ("jenis_kelamin",),
    ),
    _K("agama", "Religion (Agama)", "Agama", 12, "teks", "ag.name", ("agama",)),
    _K(
        "status_perkawinan",
        "Marital status (Status perkawinan)",
        "Status Perkawinan",
        13,
        "teks",
        _KAWIN,
        ("status_perkawinan",),
    ),
    _K("status", "Status", "Status", 10, "tengah", _STATUS, ("status_pegawai",)),
    _K(
        "kedudukan",
        "Legal position (Kedudukan hukum)",
        "Kedudukan Hukum",
        16,
        "teks",
        "kh.name",
        ("kedudukan_hukum",),
    ),
    _K(
        "pangkat",
        "Rank (Pangkat)",
        "Pangkat",
        20,
        "teks",
        "COALESCE(gol.pangkat, '-')",
        ("pangkat",),
        induk="Pangkat",
    ),
    _K(
        "golongan",
        "Grade (Golongan)",
        "Gol.",
        7,
        "tengah",
        "gol.kode",
        ("golongan_id",),
        induk="Pangkat",
    ),
    _K(
        "tmt_golongan",
        "TMT of the grade (TMT golongan)",
        "TMT",
        13,
        "tanggal",
        "k.tmt_golongan",
        ("tmt_golongan",),
        induk="Pangkat",
    ),
    _K(
        "jabatan",
        "Post (Jabatan)",
        "Jabatan",
        32,
        "teks",
        _nama("jab"),
        ("jabatan_id",),
        induk="Jabatan",
    ),
    _K(
        "tmt_jabatan",
        "TMT of the post (TMT jabatan)",
        "TMT",
        13,
        "tanggal",
        "k.tmt_jabatan",
        ("tmt_jabatan",),
        induk="Jabatan",
    ),
    _K("eselon", "Eselon", "Eselon", 8, "tengah", "jj.eselon", ("eselon",)),
    _K(
        "jenis_jabatan",
        "Kind of post (Jenis jabatan)",
        "Jenis Jabatan",
        24,
        "teks",
        "jj.name",
        ("jenis_jabatan_id",),
    ),
    _K(
        "kelas_jabatan",
        "Post class (Kelas jabatan)",
        "Kelas",
        6,
        "angka",
        "NULLIF(jab.kelas_jabatan, 0)",
        ("kelas_jabatan",),
    ),
    _K(
        "unit",
        "Work unit (Unit kerja)",
        "Unit Kerja",
        30,
        "teks",
        _nama("u"),
        ("unit_id",),
    ),
    _K(
        "perangkat_daerah",
        "Regional body (Perangkat daerah)",
        "Perangkat Daerah",
        30,
        "teks",
        _PERANGKAT,
        ("unit_id",),
    ),
    _K(
        "masa_kerja_tahun",
        "Service, years (Masa kerja)",
        "Thn",
        5,
        "angka",
        "k.masa_kerja_bulan / 12",
        ("masa_kerja_tahun",),
        induk="Masa Kerja",
    ),
    _K(
        "masa_kerja_bulan",
        "Service, months (Masa kerja)",
        "Bln",
        5,
        "angka",
        "k.masa_kerja_bulan %% 12",
        ("masa_kerja_bulan",),
        induk="Masa Kerja",
    ),
    _K(
        "mkg_tahun",
        "MKG, years",
        "Thn",
        5,
        "angka",
        "k.mkg_bulan / 12",
        ("mkg_tahun",),
        induk="MKG",
    ),
    _K(
        "mkg_bulan",
        "MKG, months",
        "Bln",
        5,
        "angka",
        "k.mkg_bulan %% 12",
        ("mkg_bulan",),
        induk="MKG",
    ),
    _K("tmt_cpns", "TMT CPNS", "TMT CPNS", 13, "tanggal", "k.tmt_cpns", ("tmt_cpns",)),
    _K("tmt_pns", "TMT PNS", "TMT PNS", 13, "tanggal", "k.tmt_pns", ("tmt_pns",)),
    _K(
        "pendidikan",
        "Education (Pendidikan)",
        "Tingkat",
        10,
        "tengah",
        "pd.kode",
        ("pendidikan_id",),
        induk="Pendidikan",
    ),
    _K(
        "program_studi",
        "Field of study (Program studi)",
        "Program Studi",
        22,
        "teks",
        "k.program_studi",
        ("program_studi",),
        induk="Pendidikan",
    ),
    _K(
        "tahun_lulus",
        "Graduation year (Tahun lulus)",
        "Lulus",
        8,
        "tengah",
        "k.tahun_lulus::text",
        ("tahun_lulus",),
        induk="Pendidikan",
    ),
    _K(
        "tmt_pensiun",
        "TMT of the pension (TMT pensiun)",
        "TMT Pensiun",
        13,
        "tanggal",
        "k.tmt_pensiun",
        ("tmt_pensiun",),
    ),
    _K(
        "gaji_pokok",
        "Basic pay (Gaji pokok)",
        "Gaji Pokok",
        14,
        "rupiah",
        _SATU.format(
            isi="r.gaji_pokok",
            tabel="asn_riwayat_gaji",
            syarat="r.tmt <= %(pada)s",
            urut="r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC",
        ),
        ("gaji_pokok",),
        "asn.riwayat.gaji",
    ),
    _K(
        "tmt_gaji",
        "TMT of the pay (TMT gaji)",
        "TMT Gaji",
        13,
        "tanggal",
        _SATU.format(
            isi="r.tmt",
            tabel="asn_riwayat_gaji",
            syarat="r.tmt <= %(pada)s",
            urut="r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC",
        ),
        ("tmt_gaji",),
        "asn.riwayat.gaji",
    ),
    _K(
        "kelengkapan",
        "Completeness (Kelengkapan)",
        "Lengkap (%)",
        9,
        "angka",
        "k.kelengkapan",
        ("kelengkapan",),
    ),
)
KOLOM += tuple(
    Kolom(*satu[:6], riwayat=satu[6], induk=satu[7]) for satu in KOLOM_RIWAYAT
)
MENURUT_KODE = {kolom.kode: kolom for kolom in KOLOM}
PILIHAN = [(kolom.kode, kolom.label) for kolom in KOLOM]
