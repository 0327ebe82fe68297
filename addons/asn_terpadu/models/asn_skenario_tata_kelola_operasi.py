import datetime

from odoo import fields, models
from odoo.exceptions import UserError

#: Nights ago, result, restore test.
_CADANGAN = (
    (7, "baik", "baik"),
    (6, "baik", "tidak"),
    (5, "gagal", "tidak"),
    (4, "baik", "tidak"),
    (3, "baik", "tidak"),
    (2, "baik", "tidak"),
    (1, "baik", "tidak"),
)
_PANDUAN = (
    (
        "Panduan pegawai: mengajukan cuti dari ponsel",
        "panduan",
        "semua",
        False,
        "<p>Buka <b>Beranda</b>, tekan <b>Ajukan Cuti</b>, pilih tanggal, lalu kirim.</p>",
    ),
    (
        "SOP verifikasi usulan pemutakhiran data",
        "sop",
        "pengelola",
        True,
        "<ol><li>Cocokkan usulan dengan dokumen.</li>"
        "<li>Teruskan ke BKPSDM paling lama dua hari kerja.</li></ol>",
    ),
    (
        "SOP pelaporan gangguan dan insiden",
        "sop",
        "semua",
        True,
        "<ol><li>Tekan ikon pelampung di halaman yang bermasalah.</li>"
        "<li>Administrator Sistem menjawab menurut urgensi.</li>"
        "<li>Konfirmasi atau buka lagi.</li></ol>",
    ),
)


class AsnSkenarioTataKelolaOperasi(models.AbstractModel):
    """Backups, releases, guides, trainings, proposals and a facilitator's report."""

    _name = "asn.skenario.tata.kelola.operasi"
    _description = "Demo Scenario: Operation"

    def _muat(self):
        """Store the story of the last weeks."""
        self._muat_cadangan()
        self._muat_pengembangan()
        self._muat_rilis()
        self._muat_panduan()
        self._muat_laporan()

    def _akun(self, login):
        return self.env["res.users"].search([("login", "=", login)], limit=1)

    def _hari(self, mundur):
        return fields.Date.context_today(self) - datetime.timedelta(days=mundur)

    def _muat_cadangan(self):
        for malam, hasil, uji in _CADANGAN:
            mulai = fields.Datetime.now() - datetime.timedelta(days=malam - 1, hours=6)
            self.env["asn.cadangan"]._catat(
                {
                    "folder": mulai.strftime("%Y%m%dT%H%M%SZ"),
                    "mulai": mulai.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "selesai": (mulai + datetime.timedelta(minutes=9)).strftime(
                        "%Y-%m-%dT%H:%M:%SZ"
                    ),
                    "hasil": hasil,
                    "ukuran_mb": 812.4 - malam if hasil == "baik" else 0,
                    "pesan": "" if hasil == "baik" else "Cakram cadangan penuh.",
                    "uji_pulih": uji,
                    "rincian_uji": "7 tabel dan 200 berkas diperiksa"
                    if uji == "baik"
                    else "",
                }
            )

    def _muat_pengembangan(self):
        """Make an evaluation and the proposal that follows it."""
        sistem, utama = self._akun("admin_sistem"), self._akun("admin_utama")
        evaluasi = (
            self.env["asn.evaluasi.sistem"]
            .with_user(sistem)
            .create(
                {
                    "name": "Pertanyaan tentang sisa cuti paling banyak",
                    "objek": "pengguna",
                    "periode": "Triwulan terakhir",
                    "temuan": "Empat dari sepuluh laporan gangguan menanyakan sisa cuti.",
                    "rekomendasi": "Tampilkan sisa cuti pada halaman muka di ponsel.",
                }
            )
        )
        evaluasi.action_sampaikan()
        evaluasi.with_user(utama)._tanggapi(
            "ditindaklanjuti", "Diteruskan sebagai usulan pengembangan."
        )
        usulan = (
            self.env["asn.usulan.pengembangan"]
            .with_user(utama)
            .create(
                {
                    "name": "Sisa cuti pada halaman muka",
                    "kebutuhan": "Pegawai menanyakan sisa cuti ke fasilitator.",
                    "manfaat": "Pertanyaan berkurang, terlihat dari laporan gangguan.",
                    "penerima_id": self._akun("administrator").id,
                    "evaluasi_ids": evaluasi.ids,
                }
            )
        )
        usulan.action_ajukan()

    def _muat_rilis(self):
        """Install the first release after a good backup."""
        rilis = (
            self.env["asn.rilis"]
            .with_user(self._akun("admin_sistem"))
            .create(
                {
                    "name": "19.0.1.0.0",
                    "tanggal": self._hari(20),
                    "jenis": "fitur",
                    "perubahan": "Layanan cuti, profil, dan arsip mulai dipakai.",
                    "rencana_mundur": "Pulihkan cadangan malam sebelumnya.",
                    "cadangan_id": self.env["asn.cadangan"]._terakhir().id,
                }
            )
        )
        rilis.action_pasang()

    def _muat_panduan(self):
        sistem = self._akun("admin_sistem")
        Panduan = self.env["asn.panduan"].with_user(sistem)
        panduan = Panduan.create(
            [
                {
                    "name": nama,
                    "jenis": jenis,
                    "sasaran": sasaran,
                    "is_wajib": wajib,
                    "isi": isi,
                }
                for nama, jenis, sasaran, wajib, isi in _PANDUAN
            ]
        )
        panduan.action_terbit()
        panduan[1].with_user(self._akun("fasilitator")).action_sudah_baca()
        peserta = self._akun("fasilitator") | self._akun("pegawai")
        self.env["asn.pelatihan.sistem"].with_user(sistem).create(
            {
                "name": "Fasilitator: usulan dan verifikasi",
                "tanggal": self._hari(40),
                "lama_jam": 3,
                "tempat": "Aula BKPSDM",
                "pengajar": "Administrator Sistem",
                "materi": "Usulan pemutakhiran, verifikasi, laporan gangguan.",
                "panduan_ids": panduan[1].ids,
                "peserta_ids": peserta.employee_id.ids,
            }
        )

    def _muat_laporan(self):
        """Send the facilitator's report of the last month."""
        fasilitator = self._akun("fasilitator")
        akhir = self._hari(0).replace(day=1) - datetime.timedelta(days=1)
        laporan = (
            self.env["asn.laporan.fasilitator"]
            .with_user(fasilitator)
            .create(
                {
                    "unit_id": fasilitator.asn_unit_ids[:1].id,
                    "tanggal_mulai": akhir.replace(day=1),
                    "tanggal_selesai": akhir,
                    "kegiatan": "Memeriksa usulan pemutakhiran dan membantu cuti.",
                    "kendala": "Pindaian SK lama belum lengkap.",
                    "rencana": "Menghubungi pegawai yang profilnya belum lengkap.",
                }
            )
        )
        try:
            laporan.action_kirim()
        except UserError:  # the unit has no head with an account
            return
