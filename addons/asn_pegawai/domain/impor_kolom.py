"""The columns of a personnel roster, and what a kind of sheet is.

Plain Python. The codes are those of the profile data set; the aliases are the
field names of the national system SIASN and the headings that offices use.
"""

import re
import unicodedata
from dataclasses import dataclass

JENIS_KELAMIN = {
    "l": "L", "lakilaki": "L", "pria": "L", "m": "L", "male": "L",
    "p": "P", "perempuan": "P", "wanita": "P", "f": "P", "female": "P",
}  # fmt: skip
STATUS_PEGAWAI = {
    "cpns": "cpns", "pns": "pns", "pppk": "pppk", "p3k": "pppk",
    "pppkparuhwaktu": "pppk_paruh_waktu", "paruhwaktu": "pppk_paruh_waktu",
    "p": "pns", "c": "cpns",
}  # fmt: skip
STATUS_PERKAWINAN = {
    "1": "menikah", "menikah": "menikah", "kawin": "menikah",
    "2": "cerai", "cerai": "cerai", "ceraihidup": "cerai",
    "3": "janda_duda", "janda": "janda_duda", "duda": "janda_duda",
    "jandaduda": "janda_duda", "ceraimati": "janda_duda",
    "4": "belum_kawin", "belumkawin": "belum_kawin", "belummenikah": "belum_kawin",
}  # fmt: skip
JENIS_PENUGASAN = {
    "definitif": "definitif", "d": "definitif", "plt": "plt", "plh": "plh",
    "pj": "pj", "pelaksanatugas": "plt", "pelaksanaharian": "plh",
}  # fmt: skip
GOLONGAN_DARAH = {"a": "A", "b": "B", "ab": "AB", "o": "O"}
STATUS_HIDUP = {
    "hidup": "hidup", "1": "hidup", "y": "hidup", "ya": "hidup",
    "meninggal": "meninggal", "0": "meninggal", "t": "meninggal", "tewas": "tewas",
}  # fmt: skip
DISABILITAS = {
    nama: nama for nama in ("tidak", "fisik", "sensorik", "mental", "intelektual")
}
JENIS_PEGAWAI = {str(kode): str(kode) for kode in range(1, 20)}


@dataclass(frozen=True)
class Kolom:
    """One column of the roster.

    ``tipe`` is teks, panjang (long text), nama, angka (digits kept as text), bulat,
    hitungan, desimal, uang, tahun, tanggal, pilihan, email, hp, pegawai (a NIP) or
    rujukan. ``bagian`` says where the value goes: pegawai, golongan, jabatan,
    pendidikan, gaji or riwayat. The template has the ``pokok`` ones; the others are
    understood when a file brings them. ``daftar`` is what the template offers.
    """

    nama: str
    judul: str
    tipe: str = "teks"
    bagian: str = "pegawai"
    catatan: str = ""
    contoh: str = ""
    alias: tuple = ()
    wajib: bool = False
    pilihan: dict | None = None
    panjang: tuple = ()
    rujukan: str = ""
    lebar: int = 18
    pokok: bool = True
    daftar: tuple = ()
    medan: str = ""


def kunci(teks):
    """Return a heading or a name as lower-case letters and digits only."""
    rata = unicodedata.normalize("NFKC", str(teks)).casefold()
    return re.sub(r"[^0-9a-z]", "", rata)


def huruf_kolom(nomor):
    """Return the spreadsheet letters of a column number, 1 being A."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


_PRIBADI = (
    Kolom("nip", "NIP", "angka", wajib=True, panjang=(18,), lebar=22,
          catatan="18 angka, sel bertipe Teks", contoh="198503172010012003",
          alias=("nipBaru", "nip_baru", "ni_pppk", "nipppk", "nomor induk pegawai")),
    Kolom("nama", "Nama tanpa gelar", "nama", wajib=True, lebar=30,
          catatan="Tanpa gelar", contoh="Ratna Dewi Lestari",
          alias=("nama pegawai", "nama_asn", "namaPns")),
    Kolom("gelar_depan", "Gelar depan", contoh="dr.", alias=("gelarDepan",), lebar=12),
    Kolom("gelar_belakang", "Gelar belakang", contoh="S.E., M.Si.",
          alias=("gelarBelakang", "gelarBlk"), lebar=14),
    Kolom("nip_lama", "NIP lama", "angka", panjang=(9,), catatan="9 angka",
          alias=("nipLama",), lebar=12),
    Kolom("tempat_lahir", "Tempat lahir", contoh="Kota Contoh",
          alias=("tempatLahir", "tempatLahirNama")),
    Kolom("tanggal_lahir", "Tanggal lahir", "tanggal", contoh="1985-03-17",
          catatan="Kosong: diambil dari NIP", alias=("tglLahir", "tgl_lahir")),
    Kolom("jenis_kelamin", "Jenis kelamin", "pilihan", pilihan=JENIS_KELAMIN,
          catatan="L atau P; kosong: diambil dari NIP", contoh="P", lebar=12,
          alias=("jenisKelamin", "jk", "sex", "kelamin", "l/p")),
    Kolom("status_perkawinan", "Status perkawinan", "pilihan",
          pilihan=STATUS_PERKAWINAN, contoh="Menikah",
          catatan="Menikah, Cerai, Janda/Duda, Belum Kawin",
          alias=("jenisKawinId", "statusPerkawinan", "status_kawin")),
    Kolom("agama", "Agama", "rujukan", rujukan="agama", contoh="Islam",
          catatan="Nama atau kode", alias=("agamaId",), lebar=12),
    Kolom("status_pegawai", "Status pegawai", "pilihan", pilihan=STATUS_PEGAWAI,
          catatan="CPNS, PNS, PPPK, PPPK Paruh Waktu; kosong: dari NIP", contoh="PNS",
          alias=("statusPegawai", "statusCpnsPns", "status_asn"), lebar=14),
    Kolom("jenis_pegawai", "Jenis pegawai", "pilihan", pilihan=JENIS_PEGAWAI,
          catatan="Kode 1-19, kosong: 15", contoh="15", alias=("jenisPegawaiId",),
          lebar=12),
    Kolom("kedudukan_hukum", "Kedudukan hukum", "rujukan", rujukan="kedudukan",
          catatan="Nama atau kode SIASN, kosong: Aktif", contoh="01",
          alias=("kedudukanPnsId", "kedudukanHukumId", "kedudukanPnsNama")),
    Kolom("nik", "NIK", "angka", panjang=(16,), lebar=20, contoh="1673015703850001",
          catatan="16 angka, sel bertipe Teks", alias=("no_ktp", "nomor_ktp")),
    Kolom("no_kk", "Nomor KK", "angka", panjang=(16,), lebar=20,
          contoh="1673010101200001", catatan="16 angka", alias=("nomor_kk", "noKk")),
    Kolom("npwp", "NPWP", "angka", panjang=(15, 16), lebar=20,
          catatan="15 atau 16 angka",
          contoh="1673015703850001", alias=("noNpwp", "no_npwp", "nomor_npwp")),
    Kolom("tgl_npwp", "Tanggal NPWP", "tanggal", alias=("tglNpwp", "tanggal_npwp")),
)  # fmt: skip

_KEPEGAWAIAN = (
    Kolom("tmt_cpns", "TMT CPNS", "tanggal", contoh="2010-01-01", alias=("tmtCpns",)),
    Kolom("no_sk_cpns", "Nomor SK CPNS", contoh="813/001/BKD/2010", lebar=22,
          alias=("nomorSkCpns", "nomor_sk_cpns", "noSkCpns")),
    Kolom("tgl_sk_cpns", "Tanggal SK CPNS", "tanggal", contoh="2009-12-15",
          alias=("tglSkCpns", "tanggal_sk_cpns")),
    Kolom("tmt_pns", "TMT PNS", "tanggal", contoh="2011-02-01", alias=("tmtPns",)),
    Kolom("no_sk_pns", "Nomor SK PNS", contoh="821/002/BKD/2011", lebar=22,
          alias=("nomorSkPns", "nomor_sk_pns", "noSkPns")),
    Kolom("tgl_sk_pns", "Tanggal SK PNS", "tanggal", contoh="2011-01-20",
          alias=("tglSkPns", "tanggal_sk_pns")),
    Kolom("tmt_kontrak_mulai", "Mulai kontrak PPPK", "tanggal",
          catatan="Hanya PPPK",
          alias=("tgl_kontrak_mulai", "tmt_pppk", "tmtPppk")),
    Kolom("tmt_kontrak_selesai", "Akhir kontrak PPPK", "tanggal",
          catatan="Hanya PPPK",
          alias=("tgl_kontrak_akhir", "tgl_kontrak_selesai")),
    Kolom("no_karpeg", "Nomor Karpeg", alias=("noSeriKarpeg", "karpeg"), lebar=14),
    Kolom("kartu_asn", "Nomor kartu ASN", alias=("kartuAsn",), lebar=14),
    Kolom("no_bpjs_kesehatan", "Nomor BPJS Kesehatan", "angka", catatan="13 angka",
          alias=("bpjs", "noAskes", "no_bpjs")),
    Kolom("no_taspen", "Nomor Taspen", alias=("noTaspen",)),
    Kolom("tgl_taspen", "Tanggal Taspen", "tanggal", alias=("tanggal_taspen",)),
    Kolom("no_tapera", "Nomor Tapera", alias=("tapera_nomor",)),
)  # fmt: skip

_KONTAK = (
    Kolom("alamat_domisili", "Alamat domisili", contoh="Jalan Kenanga 12", lebar=30,
          alias=("alamat", "alamat_rumah")),
    Kolom("rt", "RT", "angka", contoh="003", lebar=6),
    Kolom("rw", "RW", "angka", contoh="001", lebar=6),
    Kolom("kelurahan", "Kelurahan", contoh="Sukamaju", alias=("desa", "kel")),
    Kolom("kecamatan", "Kecamatan", contoh="Contoh Utara", alias=("kec",)),
    Kolom("kota", "Kota/Kabupaten", contoh="Kota Contoh",
          alias=("kabupaten", "kabkota")),
    Kolom("kode_pos", "Kode pos", "angka", contoh="31611", alias=("kodePos",), lebar=10,
          catatan="5 angka"),
    Kolom("alamat_ktp", "Alamat KTP", lebar=30, alias=("alamatKtp",)),
    Kolom("email", "Email pribadi", "email", lebar=28,
          alias=("email_pribadi", "surel", "e-mail")),
    Kolom("email_dinas", "Email dinas", "email", lebar=28,
          alias=("emailGov", "genEmailAsn", "email_kantor")),
    Kolom("no_hp", "Nomor HP", "hp", contoh="081234567890", lebar=16,
          alias=("noHp", "hp", "telepon_seluler", "handphone")),
    Kolom("no_telepon", "Nomor telepon", "hp", lebar=16,
          alias=("noTelp", "no_telp", "telepon")),
    Kolom("golongan_darah", "Golongan darah", "pilihan", pilihan=GOLONGAN_DARAH,
          alias=("golDarah", "gol_darah"), lebar=10),
    Kolom("status_hidup", "Status hidup", "pilihan", pilihan=STATUS_HIDUP,
          alias=("statusHidup",), lebar=12),
)  # fmt: skip

_RIWAYAT = (
    Kolom("golongan_awal", "Golongan awal", "rujukan", "golongan", rujukan="golongan",
          contoh="III/a", alias=("golRuangAwal", "golRuangAwalId"), lebar=12),
    Kolom("golongan", "Golongan", "rujukan", "golongan", rujukan="golongan",
          catatan="III/a atau 31; PPPK: I sampai XVII", contoh="III/c", lebar=12,
          alias=("golRuangAkhir", "golRuangAkhirId", "golongan_ruang", "gol",
                 "golonganId", "kode_siasn", "golongan_kode_siasn")),
    Kolom("tmt_golongan", "TMT golongan", "tanggal", "golongan", contoh="2018-04-01",
          catatan="Wajib bila golongan diisi",
          alias=("tmtGolAkhir", "tmtGolongan", "tmt_gol")),
    Kolom("mkg_tahun", "MKG tahun", "bulat", "golongan", contoh="8",
          catatan="Masa kerja golongan pada TMT", lebar=10,
          alias=("mkTahun", "masaKerjaGolonganTahun", "mkg_th")),
    Kolom("mkg_bulan", "MKG bulan", "bulat", "golongan", contoh="3", lebar=10,
          catatan="0-11", alias=("mkBulan", "masaKerjaGolonganBulan", "mkg_bl")),
    Kolom("no_sk_golongan", "Nomor SK golongan", "teks", "golongan", lebar=22,
          alias=("skNomor", "nomor_sk_golongan", "no_sk_kp")),
    Kolom("tgl_sk_golongan", "Tanggal SK golongan", "tanggal", "golongan",
          alias=("skTanggal", "tanggal_sk_golongan", "tgl_sk_kp")),
    Kolom("unit_kerja", "Unit kerja", "rujukan", "jabatan", rujukan="unit", lebar=34,
          catatan="Kode, nama, atau jalur lengkap", contoh="BKPSDM",
          alias=("unorNama", "namaUnor", "unit", "satuanKerjaKerjaNama",
                 "opd")),
    Kolom("jabatan", "Jabatan", "rujukan", "jabatan", rujukan="jabatan", lebar=34,
          catatan="Kode atau nama", contoh="Analis SDM Aparatur Ahli Muda",
          alias=("jabatanNama", "namaJabatan", "nama_jabatan")),
    Kolom("jenis_jabatan", "Jenis jabatan", "rujukan", "jabatan", lebar=20,
          rujukan="jenis_jabatan", catatan="Perlu untuk jabatan baru",
          alias=("jenisJabatan",)),
    Kolom("tmt_jabatan", "TMT jabatan", "tanggal", "jabatan", contoh="2022-03-01",
          catatan="Wajib bila jabatan diisi", alias=("tmtJabatan",)),
    Kolom("jenis_penugasan", "Jenis penugasan", "pilihan", "jabatan", lebar=14,
          pilihan=JENIS_PENUGASAN, catatan="Definitif, Plt, Plh, Pj",
          alias=("jenisPenugasanId",)),
    Kolom("no_sk_jabatan", "Nomor SK jabatan", "teks", "jabatan", lebar=22,
          alias=("nomorSk", "nomor_sk_jabatan")),
    Kolom("tgl_sk_jabatan", "Tanggal SK jabatan", "tanggal", "jabatan",
          alias=("tanggalSk", "tanggal_sk_jabatan")),
    Kolom("pendidikan_terakhir", "Pendidikan terakhir", "rujukan", "pendidikan",
          rujukan="pendidikan", catatan="SD ... S3 atau kode SIASN", contoh="S1",
          alias=("tkPendidikanTerakhirId", "tkPendidikanTerakhir", "pendidikan",
                 "tkPendidikanId", "tingkat_pendidikan")),
    Kolom("program_studi", "Program studi", "teks", "pendidikan",
          contoh="Administrasi Negara", lebar=26,
          alias=("pendidikanTerakhirNama", "pendidikanNama", "jurusan")),
    Kolom("nama_sekolah", "Nama sekolah", "teks", "pendidikan", lebar=28,
          contoh="Universitas Contoh", alias=("namaSekolah", "sekolah")),
    Kolom("nomor_ijazah", "Nomor ijazah", "teks", "pendidikan",
          alias=("nomorIjasah", "no_ijazah")),
    Kolom("tahun_lulus", "Tahun lulus", "tahun", "pendidikan", contoh="2008", lebar=10,
          catatan="Wajib bila pendidikan diisi", alias=("tahunLulus",)),
    Kolom("tgl_lulus", "Tanggal lulus", "tanggal", "pendidikan", alias=("tglLulus",
          "tanggal_lulus")),
    Kolom("gaji_pokok", "Gaji pokok", "uang", "gaji", contoh="3452900",
          catatan="Rupiah, tanpa desimal", alias=("gajiPokok",)),
    Kolom("tmt_gaji", "TMT gaji", "tanggal", "gaji", contoh="2024-01-01",
          catatan="Kosong: TMT golongan",
          alias=("tmt_kgb_terakhir", "tmt_kgb", "tmtKgb")),
)  # fmt: skip


def _lain(nama, judul, tipe="teks", alias=(), **isi):
    return Kolom(nama, judul, tipe, alias=alias, pokok=False, **isi)


_LAIN = (
    _lain("no_karis_karsu", "Nomor Karis/Karsu", alias=("karis_karsu",)),
    _lain("no_spmt", "Nomor SPMT", alias=("noSpmt",)),
    _lain("tgl_spmt", "Tanggal SPMT", "tanggal", ("tglSpmt",)),
    _lain("no_sttpl", "Nomor STTPL", alias=("nomorSttpl",)),
    _lain("tgl_sttpl", "Tanggal STTPL", "tanggal", ("tglSttpl",)),
    _lain("no_perjanjian", "Nomor perjanjian kerja"),
    _lain("tgl_perjanjian", "Tanggal perjanjian kerja", "tanggal"),
    _lain("kontrak_ke", "Kontrak ke", "bulat"),
    _lain("formasi_jabatan", "Formasi jabatan"),
    _lain("instansi_induk", "Instansi induk", alias=("instansiIndukNama",)),
    _lain("instansi_kerja", "Instansi kerja", alias=("instansiKerjaNama",)),
    _lain("lokasi_kerja", "Lokasi kerja", alias=("lokasiKerja",)),
    _lain("tmt_selesai_jabatan", "Akhir penugasan jabatan", "tanggal",
          bagian="jabatan"),
    _lain("kppn", "KPPN", alias=("kppnNama", "kpkn", "kpknNama")),
    _lain("ktua", "KTUA", alias=("ktuaNama",)),
    _lain("tinggi", "Tinggi badan", "bulat"),
    _lain("berat", "Berat badan", "bulat"),
    _lain("disabilitas", "Disabilitas", "pilihan", pilihan=DISABILITAS),
    _lain("no_akta_lahir", "Nomor akta kelahiran", alias=("akteKelahiran",)),
    _lain("no_akta_meninggal", "Nomor akta kematian", alias=("akteMeninggal",)),
    _lain("tgl_meninggal", "Tanggal meninggal", "tanggal", ("tglMeninggal",)),
    _lain("rekening_bank", "Bank rekening gaji"),
    _lain("rekening_nomor", "Nomor rekening gaji", "angka", ("rekening_gaji",)),
    _lain("rekening_nama", "Nama rekening gaji"),
)  # fmt: skip

KOLOM = _PRIBADI + _KEPEGAWAIAN + _KONTAK + _RIWAYAT + _LAIN
PER_NAMA = {kolom.nama: kolom for kolom in KOLOM}

# Known columns that are worked out by the system or kept elsewhere: reading past
# them loses nothing, so a SIASN export needs no pruning by hand.
DILEWATI = frozenset(
    kunci(nama)
    for nama in (
        "no id pnsId idPns path nama_lengkap pangkat pangkatAwal pangkatAkhir "
        "masa_kerja_tahun masa_kerja_bulan masaKerja bup bupPensiun tmt_pensiun "
        "tmtPensiun tmt_kgb_berikutnya eselon eselonId eselonLevel tmtEselon jenjang "
        "kelas_jabatan levelJabatan asnJenjangJabatan kode_jenjang_jabatan validNik "
        "instansiIndukId instansiKerjaId instansiKerjaKodeCepat satuanKerjaIndukId "
        "satuanKerjaIndukNama satuanKerjaKerjaId unorIndukId unorIndukNama kanregId "
        "kanregNama lokasiKerjaId kpknId kppnId ktuaId taspenId taspenNama "
        "tempatLahirId jenisPegawaiNama jenisJabatanId jabatanAsn jabatanStrukturalId "
        "jabatanStrukturalNama jabatanFungsionalId jabatanFungsionalNama "
        "jabatanFungsionalUmumId jabatanFungsionalUmumNama pendidikanTerakhirId "
        "jumlahIstriSuami jumlahAnak jenisIdDokumenId jenisIdDokumenNama "
        "nomorIdDocument bahasa tabrum2 noSuratKeteranganDokter "
        "tglSuratKeteranganDokter noSuratKeteranganBebasNarkoba "
        "tglSuratKeteranganBebasNarkoba skck tglSkck unorId"
    ).split()
)


class Jenis:
    """One kind of sheet: what it is called and which columns it may have.

    :param kode: ``roster``, or the name of a riwayat model
    :param judul: what people call it; also the title of its sheet in a template
    :param kolom: its :class:`Kolom`, in order
    :param nama_lain: other titles that a sheet of this kind may have
    :param dilewati: headings that are read past without a word
    """

    def __init__(self, kode, judul, kolom, nama_lain=(), dilewati=frozenset()):
        self.kode = kode
        self.judul = judul
        self.kolom = tuple(kolom)
        self.per_nama = {satu.nama: satu for satu in self.kolom}
        self.judul_lain = {kunci(nama) for nama in (judul, *nama_lain)} - {""}
        self.dilewati = dilewati
        # Own names first: what another column is also called must not hide them.
        self.peta = {kunci(satu.nama): satu for satu in self.kolom}
        for satu in self.kolom:
            for nama in (satu.judul, *satu.alias):
                self.peta.setdefault(kunci(nama), satu)

    @property
    def lembar(self):
        """Return the title of its sheet: at most 31 signs, as Excel wants."""
        return re.sub(r"[\[\]:*?/\\']", " ", self.judul)[:31].strip()


#: Headings of our own downloads, which a corrected file brings back.
JUDUL_SENDIRI = frozenset({"alasanditolak", "lembarasal", "barisasal"})
ROSTER = Jenis(
    "roster",
    "Pegawai",
    KOLOM,
    ("data pegawai", "data", "roster", "daftar pegawai", "pns", "asn"),
    DILEWATI | JUDUL_SENDIRI,
)
PETA = ROSTER.peta
