import logging
from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)

#: code of the person, kind, values, who files it, where the story ends.
_CERITA = (
    ("P034", "alamat", {}, "", "draft"),
    ("P036", "no_hp", "081277001036", "", "diajukan"),
    ("P039", "alamat", {}, "", "diajukan"),
    ("P031", "penghargaan", {}, "", "diajukan"),
    ("P040", "no_hp", "081277001040", "fasilitator", "diajukan"),
    ("P033", "pendidikan", {}, "", "terverifikasi_opd"),
    ("P032", "kode_pos", "31690", "", "dikembalikan"),
    ("P029", "no_hp", "081277001029", "", "diterima"),
    ("P028", "pendidikan", {}, "", "diterima"),
    ("P037", "kelurahan", "Kenanga Baru Timur", "", "ditolak"),
    ("P038", "no_telepon", "0711300038", "", "dibatalkan"),
)
_ALAMAT = {
    "alamat_domisili": "Jalan Melati Nomor 12",
    "rt": "004",
    "rw": "002",
    "kelurahan": "Melati",
    "kode_pos": "31691",
}
_BAGIAN = ("pribadi", "kualifikasi", "kompetensi", "kinerja", "pendukung")


class AsnSkenarioPemutakhiran(models.AbstractModel):
    """Files proposals and runs a campaign as the people concerned.

    Every step goes through the public methods as the real user, so that the
    demo cannot show what the product does not allow.
    """

    _name = "asn.skenario.pemutakhiran"
    _description = "Demo Scenario: Updating Data"

    def _muat(self, isi):
        """Drive the proposals into every state and start two campaigns."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        self._muat_kampanye(orang)
        for kode, jenis, nilai, oleh, akhir in _CERITA:
            try:
                with self.env.cr.savepoint():
                    usulan = self._buat(orang, kode, jenis, nilai, oleh)
                    self._sampai(usulan, akhir, orang)
            except UserError as error:
                # A rule of the profile may forbid one of them some day.
                _logger.info("Kota Contoh: %s %s: %s", kode, akhir, error)
        self._tua()

    def _akun(self, orang, kode):
        return self.env["res.users"].browse(orang[kode]["user_id"])

    def _jenis(self, nama):
        cari = [("model", "=", "hr.employee"), ("medan", "=", nama)]
        if nama in ("pendidikan", "penghargaan"):
            cari = [("model", "=", f"asn.riwayat.{nama}")]
        return self.env["asn.usulan.jenis"].search(cari, limit=1)

    def _buat(self, orang, kode, jenis, nilai, oleh):
        pegawai = self.env["hr.employee"].browse(orang[kode]["id"])
        akun = self._akun(orang, "P030" if oleh else kode)
        if jenis == "alamat":
            baris = [self._baris(m, {m: v}) for m, v in _ALAMAT.items()]
        elif jenis in ("pendidikan", "penghargaan"):
            dokumen = self._dokumen(pegawai, jenis)
            isi = getattr(self, f"_{jenis}")(pegawai)
            baris = [self._baris(jenis, isi, dokumen)]
        else:
            baris = [self._baris(jenis, {jenis: nilai})]
        Usulan = self.env["asn.usulan"].with_user(akun)
        data = {"employee_id": pegawai.id, "baris": baris, "alasan": ""}
        return Usulan.browse(Usulan.simpan(data))

    def _baris(self, jenis, nilai, dokumen=None):
        return {
            "jenis_id": self._jenis(jenis).id,
            "asal_id": 0,
            "nilai": nilai,
            "dokumen_ids": dokumen.ids if dokumen else [],
        }

    def _dokumen(self, pegawai, jenis):
        kode = {"pendidikan": "IJAZAH", "penghargaan": "PIAGAM"}[jenis]
        return self.env["asn.skenario.arsip"]._arsip(
            pegawai,
            kode,
            {"IJAZAH": "Ijazah Magister", "PIAGAM": "Piagam Penghargaan"}[kode],
            f"{kode}/{pegawai.id}/2024",
            fields.Date.to_date("2024-08-17"),
            status="belum",
        )

    def _pendidikan(self, pegawai):
        tingkat = self.env["asn.pendidikan"].search([("kode", "=", "S2")], limit=1)
        return {
            "pendidikan_id": (tingkat or tingkat.search([], limit=1)).id,
            "program": "Magister Administrasi Publik",
            "sekolah": "Universitas Negeri Contoh",
            "nomor_ijazah": f"IJAZAH/{pegawai.id}/2024",
            "tanggal_lulus": "2024-08-17",
            "tahun_lulus": 2024,
            "tmt": "2024-08-17",
            "nomor_sk": f"IJAZAH/{pegawai.id}/2024",
            "tanggal_sk": "2024-08-17",
        }

    def _penghargaan(self, pegawai):
        jenis = self.env["asn.jenis.penghargaan"].search([], limit=1)
        return {
            "jenis_penghargaan_id": jenis.id,
            "nama": "Pegawai Teladan Diskominfo",
            "tahun": 2024,
            "tmt": "2024-08-17",
            "nomor_sk": f"PIAGAM/{pegawai.id}/2024",
            "tanggal_sk": "2024-08-17",
        }

    # -- one story ---------------------------------------------------------

    def _sampai(self, usulan, akhir, orang):
        if akhir == "draft":
            return
        usulan.action_ajukan()
        if akhir == "dibatalkan":
            usulan.action_batal()
        fasilitator = usulan.with_user(self._akun(orang, "P030"))
        if akhir == "dikembalikan":
            fasilitator.action_kembalikan(
                "Mohon lampirkan KTP dengan alamat yang baru."
            )
        elif akhir == "ditolak":
            fasilitator.action_tolak("Kelurahan tersebut tidak ada; periksa KTP Anda.")
        elif akhir in ("terverifikasi_opd", "diterima"):
            fasilitator.action_verifikasi()
            if akhir == "diterima" and usulan.state == "terverifikasi_opd":
                usulan.with_user(self._akun(orang, "P015")).action_verifikasi()

    def _tua(self):
        """Let some of the waiting proposals be old, to show ageing."""
        waktu = fields.Datetime.now() - timedelta(days=11)
        # sudo: the loader turns the clock of two proposals
        antre = self.env["asn.usulan"].sudo().search([("state", "=", "diajukan")])
        antre[-2:]._mesin().write({"tanggal_ajuan": waktu})

    # -- campaigns ---------------------------------------------------------

    def _muat_kampanye(self, orang):
        hari_ini = fields.Date.context_today(self)
        unit = {u.kode: u for u in self.env["hr.department"].search([])}
        Kampanye = self.env["asn.pemutakhiran"].with_user(self._akun(orang, "P030"))
        kampanye = Kampanye.create(
            {
                "name": f"Pemutakhiran Data Mandiri {hari_ini.year}",
                "unit_ids": [(6, 0, unit["KOMINFO"].ids)],
                "tanggal_mulai": hari_ini,
                "tanggal_selesai": hari_ini + timedelta(days=21),
                "alasan": "Pemutakhiran tahunan sebelum penyusunan formasi.",
            }
        )
        kampanye.action_mulai()
        for nomor, kode in enumerate(("P027", "P028", "P029", "P032", "P037", "P038")):
            akun = self._akun(orang, kode)
            peserta = (
                self.env["asn.pemutakhiran.peserta"]
                .with_user(akun)
                .search(
                    [
                        ("employee_id", "=", orang[kode]["id"]),
                        ("pemutakhiran_id", "=", kampanye.id),
                    ]
                )
            )
            if peserta:
                peserta.action_nyatakan(list(_BAGIAN[: 5 if nomor % 2 else 3]), True)
        self.env["asn.pemutakhiran"].with_user(self._akun(orang, "P033")).create(
            {
                "name": "Pemutakhiran data Seksi Pengembangan Aplikasi",
                "unit_ids": [(6, 0, unit["KOMINFO.APT.PA"].ids)],
                "tanggal_mulai": hari_ini,
                "tanggal_selesai": hari_ini + timedelta(days=14),
                "alasan": "Persiapan uji kompetensi pranata komputer.",
            }
        )
