import datetime

from odoo import fields, models

#: Who reports, on which page, what, kind, urgency, and how far it came.
_GANGGUAN = (
    (
        "pegawai",
        "/odoo/permohonan",
        "Unggah surat keterangan dokter gagal",
        "Berkas PDF hasil pindai 6 MB ditolak tanpa penjelasan ukuran.",
        ("galat", "sedang"),
        "selesai",
    ),
    (
        "fasilitator",
        "/odoo/pegawai",
        "Daftar pegawai lambat dibuka pagi hari",
        "Antara pukul 07.30 dan 08.00 daftar baru tampil setelah setengah menit.",
        ("lambat", "tinggi"),
        "ditangani",
    ),
    (
        "atasan",
        "/odoo/permohonan",
        "Tombol setuju tertutup papan ketik di ponsel",
        "Terjadi ketika kolom catatan sedang diisi.",
        ("tampilan", "rendah"),
        "baru",
    ),
    (
        "pegawai2",
        "/odoo/beranda",
        "Sisa cuti tidak sama dengan kartu lama",
        "Di kartu lama sisa cuti tahun lalu masih 4 hari.",
        ("data", "sedang"),
        "menunggu",
    ),
)


#: Asset: code, name, kind, class, criticality, days until it ends.
_ASET = (
    ("AS-01", "Server aplikasi", "perangkat_keras", "terbatas", "tinggi", 700),
    ("AS-02", "Basis data kepegawaian", "informasi", "rahasia", "tinggi", 0),
    ("AS-03", "Sertifikat TLS situs", "sertifikat", "umum", "tinggi", 35),
    (
        "AS-04",
        "Server cadangan di luar gedung",
        "perangkat_keras",
        "rahasia",
        "sedang",
        400,
    ),
    ("AS-05", "Jaringan intra pemerintah", "jaringan", "terbatas", "tinggi", 0),
)
#: Risk: name, kind, likelihood, impact, both with the controls, their codes, assets.
_RISIKO = (
    (
        "Server basis data rusak",
        "ketersediaan",
        "3",
        "5",
        "2",
        "3",
        ("K-01",),
        ("AS-01", "AS-02"),
    ),
    (
        "Data pribadi pegawai bocor",
        "kerahasiaan",
        "3",
        "5",
        "2",
        "5",
        ("K-02", "K-03"),
        ("AS-02",),
    ),
    (
        "Akun administrator dipakai orang lain",
        "kerahasiaan",
        "3",
        "4",
        "1",
        "4",
        ("K-02", "K-04"),
        (),
    ),
    (
        "Sertifikat situs habis masa berlaku",
        "ketersediaan",
        "2",
        "3",
        "1",
        "2",
        (),
        ("AS-03",),
    ),
    ("Pengelola sistem pindah tugas", "sdm", "4", "3", "3", "2", ("K-05",), ()),
)
#: Control: code, name, kind, whose, basis, evidence; without evidence it waits.
_KENDALI = (
    (
        "K-01",
        "Cadangan harian dan uji pulih bulanan",
        "teknis",
        "sistem",
        "Pasal 31 ayat (2) huruf d",
        "Catatan cadangan pada halaman Keadaan Sistem",
    ),
    (
        "K-02",
        "Autentikasi dua faktor bagi pengelola",
        "teknis",
        "sistem",
        "Peraturan BSSN 4/2021",
        "Pengaturan akun, diperiksa tiap semester",
    ),
    (
        "K-03",
        "Ekspor data hanya dengan persetujuan PyB",
        "kebijakan",
        "sistem",
        "Pasal 20; UU 27/2022",
        "",
    ),
    (
        "K-04",
        "Kata sandi tidak dipinjamkan kepada siapa pun",
        "orang",
        "semua",
        "Pasal 17",
        "Surat edaran Kepala Badan",
    ),
    (
        "K-05",
        "Layar dikunci dan meja bersih ketika ditinggalkan",
        "orang",
        "pengelola",
        "Pasal 31 ayat (2) huruf f",
        "Surat edaran Kepala Badan",
    ),
)


class AsnSkenarioTataKelola(models.AbstractModel):
    """Trouble reports on their way."""

    _name = "asn.skenario.tata.kelola"
    _description = "Demo Scenario: Governance"

    def _muat(self, isi):
        """Store the story; ``isi`` is the generated city."""
        self._muat_gangguan()
        self._muat_risiko()
        self._muat_pihak_ketiga()
        self.env["asn.skenario.tata.kelola.operasi"]._muat()

    def _akun(self, login):
        return self.env["res.users"].search([("login", "=", login)], limit=1)

    def _hari(self, mundur):
        return fields.Date.context_today(self) - datetime.timedelta(days=mundur)

    def _muat_gangguan(self):
        petugas = self._akun("admin_sistem")
        for login, alamat, judul, uraian, (kategori, urgensi), sampai in _GANGGUAN:
            lapor = (
                self.env["asn.laporan.gangguan"]
                .with_user(self._akun(login))
                .create(
                    {
                        "name": judul,
                        "uraian": uraian,
                        "kategori": kategori,
                        "urgensi": urgensi,
                        "alamat": alamat,
                        "peramban": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0",
                        "layar": "390 × 844",
                    }
                )
                .with_user(petugas)
            )
            if sampai == "baru":
                continue
            lapor.action_tangani()
            if sampai == "menunggu":
                lapor.jawaban = "Mohon foto kartu cuti lama dilampirkan sebagai pesan."
                lapor.action_tanya()
            elif sampai == "selesai":
                lapor.write(
                    {
                        "sebab": "Batas ukuran berkas tidak disebut pada pesan galat.",
                        "tindakan": "Pesan galat kini menyebut batas 5 MB.",
                        "jawaban": "Perkecil berkas di bawah 5 MB lalu unggah kembali.",
                    }
                )
                lapor.action_selesai()

    def _muat_risiko(self):
        sistem = self._akun("admin_sistem")
        aset = self._muat_aset(sistem)
        kendali = self._muat_kendali(sistem)
        kunci = (
            "name",
            "kategori",
            "kemungkinan",
            "dampak",
            "kemungkinan_sisa",
            "dampak_sisa",
        )
        self.env["asn.risiko"].with_user(sistem).create(
            [
                {
                    **dict(zip(kunci, nilai, strict=True)),
                    "kendali_ids": kendali.filtered(lambda k, i=ikut: k.kode in i).ids,
                    "aset_ids": aset.filtered(lambda a, m=milik: a.kode in m).ids,
                    "tanggal_tinjau": self._hari(-30 * nomor),
                }
                for nomor, (*nilai, ikut, milik) in enumerate(_RISIKO)
            ]
        )

    def _muat_aset(self, sistem):
        """Return the assets."""
        return (
            self.env["asn.aset.tik"]
            .with_user(sistem)
            .create(
                [
                    {
                        "kode": kode,
                        "name": nama,
                        "jenis": jenis,
                        "klasifikasi": kelas,
                        "kekritisan": kritis,
                        "lokasi": "Ruang server Dinas Komunikasi dan Informatika",
                        "berlaku_sampai": self._hari(-hari) if hari else False,
                    }
                    for kode, nama, jenis, kelas, kritis, hari in _ASET
                ]
            )
        )

    def _muat_kendali(self, sistem):
        """Return the controls; one of them waits for its evaluation."""
        kendali = (
            self.env["asn.kendali"]
            .with_user(sistem)
            .create(
                [
                    {
                        "kode": kode,
                        "name": nama,
                        "jenis": jenis,
                        "sasaran": sasaran,
                        "dasar": dasar,
                        "bukti": bukti,
                        "lembaga": "Dinas Komunikasi dan Informatika (persandian)",
                        "nomor_ajuan": f"555/{kode}/BKPSDM",
                        "tanggal_ajuan": self._hari(90),
                    }
                    for kode, nama, jenis, sasaran, dasar, bukti in _KENDALI
                ]
            )
        )
        kendali.filtered("bukti").action_terapkan()
        (kendali - kendali.filtered("bukti")).action_ajukan()
        bersama = kendali.filtered(lambda k: k.sasaran == "semua")
        bersama.with_user(self._akun("pegawai")).action_saya_terapkan()
        return kendali

    def _muat_pihak_ketiga(self):
        self.env["asn.pihak.ketiga"].with_user(self._akun("admin_sistem")).create(
            {
                "name": "PT Contoh Teknologi Nusantara",
                "narahubung": "Manajer layanan, (0000) 765432",
                "nomor_perjanjian": "027/118/BKPSDM",
                "tanggal_perjanjian": self._hari(150),
                "tanggal_mulai": self._hari(140),
                "tanggal_selesai": self._hari(-225),
                "lingkup": "Pemeliharaan server aplikasi; tanpa akses ke data pegawai.",
                "is_kerahasiaan": True,
            }
        )
