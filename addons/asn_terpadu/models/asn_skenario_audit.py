import datetime

from odoo import fields, models

#: Who looked, at whom, how, why, how many days ago and at which hour.
_KUNJUNGAN = (
    ("fasilitator", "pegawai", "profil", "", "", 12, 9),
    ("fasilitator", "pegawai", "riwayat", "asn.riwayat.golongan", "", 12, 9),
    ("admin_aplikasi", "pegawai", "profil", "", "", 9, 10),
    ("atasan", "pegawai", "profil", "", "", 6, 14),
    ("admin_sistem", "pegawai", "ekspor", "hr.employee", "PD", 3, 11),
    ("admin_sistem", "atasan", "profil", "", "", 2, 13),
)
#: Who signed in how, from where and how often; one a day, the newest first.
_MASUK = (
    ("pegawai", "masuk", "192.0.2.31", 1),
    ("fasilitator", "gagal", "192.0.2.14", 2),
    ("fasilitator", "masuk", "192.0.2.14", 1),
    ("atasan", "masuk", "192.0.2.52", 1),
    ("admin_sistem", "gagal", "198.51.100.7", 6),
    ("admin_sistem", "masuk", "192.0.2.5", 1),
)


class AsnSkenarioAudit(models.AbstractModel):
    """Visits, a question about one, and data-use requests."""

    _name = "asn.skenario.audit"
    _description = "Demo Scenario: Privacy"

    def _muat(self, isi):
        """Store the story; ``isi`` has the people with their accounts."""
        akun = {
            orang["akun"]: self.env["res.users"].browse(orang["user_id"])
            for orang in isi["pegawai"]
            if orang["akun"]
        }
        permintaan = self._muat_permintaan(akun)
        self._muat_jejak(akun, permintaan)
        self._muat_pertanyaan(akun)
        self._muat_masuk(akun)

    def _hari(self, mundur):
        return fields.Date.context_today(self) - datetime.timedelta(days=mundur)

    def _muat_permintaan(self, akun):
        """Return one approved request; another one waits for its decision."""
        Kelas = self.env["asn.kelas.data"]

        def kelas(*nama):
            kode = [f"hr.employee.{n}" for n in nama]
            return Kelas.search([("kode", "in", kode)]).ids

        opd = self.env["hr.department"].search([("jenis_unit", "=", "opd")], limit=2)
        Permintaan = self.env["asn.permintaan.data"]
        setuju = Permintaan.with_user(akun["atasan"]).create(
            {
                "penerima": "Tim Penilai Kinerja, Sekretariat Daerah",
                "tujuan": "Bahan rapat pengisian jabatan administrator",
                "dasar_hukum": "Pasal 14 ayat (1) huruf a",
                "kelas_ids": kelas("nip", "pangkat", "tmt_golongan", "pendidikan_id"),
                "is_semua_unit": True,
                "tanggal_mulai": self._hari(0),
                "tanggal_selesai": self._hari(-60),
            }
        )
        setuju.action_ajukan()
        setuju.with_user(akun["kepala_badan"])._setujui(
            "800.1.2/214/SETDA", self._hari(0), "Sekretaris Daerah"
        )
        tunggu = Permintaan.with_user(akun["fasilitator"]).create(
            {
                "penerima": "Inspektorat Daerah",
                "tujuan": "Pemeriksaan kehadiran dan disiplin semester ini",
                "dasar_hukum": "Pasal 14 ayat (1) huruf e",
                "kelas_ids": kelas("nip", "tmt_jabatan", "kelas_jabatan"),
                "unit_ids": opd.ids,
                "tanggal_mulai": self._hari(0),
                "tanggal_selesai": self._hari(-30),
            }
        )
        tunggu.action_ajukan()
        return setuju

    def _muat_jejak(self, akun, permintaan):
        """Write past visits as the system wrote them on those days."""
        for oleh, siapa, kanal, objek, tujuan, hari, jam in _KUNJUNGAN:
            waktu = fields.Datetime.now().replace(
                hour=(jam - 7) % 24, minute=12, second=0, microsecond=0
            ) - datetime.timedelta(days=hari)
            Jejak = self.env["asn.jejak.akses"].with_user(akun[oleh])
            Jejak._catat(
                akun[siapa].employee_id,
                kanal,
                objek,
                f"{permintaan.nomor}: {permintaan.tujuan}" if tujuan else "",
            )
            self.env["asn.jejak.akses"]._tulis_antrean(waktu)

    def _muat_pertanyaan(self, akun):
        pegawai = akun["pegawai"]
        jejak = (
            self.env["asn.jejak.akses"]
            .with_user(pegawai)
            .search([("kanal", "=", "ekspor")], limit=1)
        )
        jejak.env["asn.jejak.pertanyaan"].create(
            {
                "jejak_id": jejak.id,
                "pertanyaan": "Data saya diekspor untuk rapat apa, dan siapa penerimanya?",
            }
        )

    def _muat_masuk(self, akun):
        """Write sign-ins, failures and refusals of the last days; seal it all."""
        kini = fields.Datetime.now()
        hari = datetime.timedelta(days=1)
        baris = [
            (kini - hari * (3 + n), akun[nama].id, hasil, alamat, jumlah)
            for n, (nama, hasil, alamat, jumlah) in enumerate(_MASUK)
        ]
        self.env.cr.executemany(
            "INSERT INTO asn_jejak_masuk (waktu, terakhir, user_id, hasil, rincian,"
            " alamat_ip, peramban, jumlah) VALUES"
            " (%s, %s, %s, %s, 'password', %s, 'android / chrome', %s)",
            [(w, w, u, h, a, j) for w, u, h, a, j in reversed(baris)],
        )
        self.env["asn.jejak.tolak"]._tulis(
            self.env.cr,
            {(akun["fasilitator"].id, "asn.riwayat.hukuman", "read"): None},
            "fasilitator",
            "192.0.2.14",
        )
        self.env["asn.jejak.segel"]._cron_segel()
