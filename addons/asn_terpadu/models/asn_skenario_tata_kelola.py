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


class AsnSkenarioTataKelola(models.AbstractModel):
    """Trouble reports on their way."""

    _name = "asn.skenario.tata.kelola"
    _description = "Demo Scenario: Governance"

    def _muat(self, isi):
        """Store the story; ``isi`` is the generated city."""
        self._muat_gangguan()

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
