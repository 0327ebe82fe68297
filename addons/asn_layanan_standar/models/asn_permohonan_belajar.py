from odoo import api, fields, models
from odoo.exceptions import UserError

#: What the applicant fills in besides the questions.
ISIAN_BELAJAR = ("tb_jabatan_id", "tb_unit_id")
#: Form of a study assignment -> its letter and the kind in the archive.
_SURAT = {
    "perpanjangan": (
        "jenis_surat_perpanjangan_tubel",
        "jenis_dokumen_sk_panjang_tubel",
    ),
    "pengaktifan_kembali": (
        "jenis_surat_aktif_tubel",
        "jenis_dokumen_sk_aktif_tubel",
    ),
}


class AsnPermohonan(models.Model):
    """What a return from study adds to the request: the post; and its letters."""

    _inherit = "asn.permohonan"

    tb_jabatan_id = fields.Many2one(
        "hr.job", "Post after the Return (Jabatan)", ondelete="restrict"
    )
    tb_unit_id = fields.Many2one(
        "hr.department", "Unit after the Return (Unit Kerja)", ondelete="restrict"
    )
    is_tb_kembali = fields.Boolean(compute="_compute_tb")
    can_ajukan_gelar = fields.Boolean(compute="_compute_tb")

    @api.depends("layanan_id", "properti", "state", "jenis_tindak")
    def _compute_tb(self):
        """Only for the screen: what is asked, and what may follow."""
        for permohonan in self:
            kode, jawaban = permohonan.layanan_code, {}
            if kode in ("tugas_belajar", "izin_belajar"):
                jawaban = permohonan._jawaban()
            permohonan.is_tb_kembali = (
                kode == "tugas_belajar"
                and jawaban.get("bentuk") == "pengaktifan_kembali"
                and permohonan.jenis_tindak != "pencabutan"
            )
            permohonan.can_ajukan_gelar = permohonan._is_tb_lulus(jawaban)

    def _is_tb_lulus(self, jawaban):
        """Tell whether the title of this study may be recorded by now."""
        if self.state not in ("issued", "done") or self.jenis_tindak == "pencabutan":
            return False
        if self.layanan_code == "izin_belajar":
            return True
        return self.layanan_code == "tugas_belajar" and (
            jawaban.get("hasil") == "lulus"
            or (
                jawaban.get("bentuk") == "pemberian"
                and jawaban.get("dibebaskan") == "tidak"
            )
        )

    def _bentuk_tb(self):
        """Return the form of a study assignment, nothing for other services."""
        if self.layanan_code != "tugas_belajar" or self.jenis_tindak == "pencabutan":
            return None
        return self._jawaban().get("bentuk")

    def _jenis_surat(self):
        """Return the decree of the form of a study assignment."""
        if milik := _SURAT.get(self._bentuk_tb()):
            return self.env.ref(f"asn_layanan_standar.{milik[0]}")
        return super()._jenis_surat()

    def _jenis_arsip(self):
        """File extension and return under their own kinds."""
        if milik := _SURAT.get(self._bentuk_tb()):
            return self.env.ref(f"asn_layanan_standar.{milik[1]}")
        return super()._jenis_arsip()

    def action_ajukan_gelar(self):
        """Open the draft that records the title of this study, filled in from it.

        Who graduated records the education and title next (services 7 and 11).

        :raises UserError: when there is nothing to record (yet)
        """
        self.ensure_one()
        self.check_access("read")
        if not self.can_ajukan_gelar:
            raise UserError(
                self.env._("The title is recorded after the study was finished.")
            )
        layanan = self.env.ref("asn_layanan_standar.layanan_basis_pendidikan")
        draf = self.search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("layanan_id", "=", layanan.id),
                ("state", "=", "draft"),
            ],
            limit=1,
        )
        if not draf:
            draf = self.create(
                {
                    "layanan_id": layanan.id,
                    "employee_id": self.employee_id.id,
                    "properti": self._jawaban_gelar(),
                }
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draf.id,
            "views": [(False, "form")],
        }

    def _jawaban_gelar(self):
        """Return the answers about the education that follow from the study."""
        # sudo: the study of this request, for whoever may read the request
        studi = self.env["asn.riwayat.tugas.belajar"].sudo()
        studi = studi.search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("dokumen_id", "=", self.dokumen_produk_id.id),
                ("status", "in", ("sah", "dikoreksi")),
            ],
            limit=1,
        )
        luar = studi.is_luar_negeri
        return {
            "jenis": "pencantuman_gelar_akademik",
            "jenjang": (studi.pendidikan_id.kode or "").lower(),
            "sekolah": studi.perguruan_tinggi,
            "program": studi.program,
            "luar_negeri": "ya" if luar else "tidak",
            "saat_asn": "ya",
            "nomor_izin": studi.nomor_sk,
        }
