from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnRiwayatJabatan(models.Model):
    """Posts that end with a decree of a service.

    One whose retirement age has passed already is seen before its decree.
    """

    _inherit = "asn.riwayat.jabatan"

    peringatan_pensiun = fields.Char(
        "Retires at Once", compute="_compute_peringatan_pensiun", compute_sudo=True
    )

    @api.model
    def _akhiri(self, pegawai, akhir, dokumen, nomor):
        """End the posts held on a day by corrections, undone with their decree.

        :param akhir: last day in the posts
        :param dokumen: the decree in the archive
        :param nomor: its number
        """
        # sudo: posts of the person, whatever the signer may read
        jabatan = self.sudo().search(
            [
                ("employee_id", "=", pegawai.id),
                ("status", "=", "sah"),
                ("tmt_selesai", "=", False),
                ("tmt", "<=", akhir),
            ]
        )
        kini = jabatan.filtered(lambda j: j.jenis_penugasan == "definitif")[:1]
        kini |= jabatan.filtered(lambda j: j.jenis_penugasan != "definitif")
        self._catat(
            [
                {
                    **satu._salinan(),
                    "koreksi_dari_id": satu.id,
                    "tmt_selesai": akhir,
                    "dokumen_id": dokumen.id,
                    "catatan": f"Berakhir dengan SK nomor {nomor}",
                }
                for satu in kini
            ]
        )

    @api.depends("employee_id", "jabatan_id", "tmt", "status", "jenis_penugasan")
    def _compute_peringatan_pensiun(self):
        """Warn when the pension of the new post lies before its TMT (PEN-04)."""
        for baris in self:
            baris.peringatan_pensiun = False
            if baris.status != "draft" or baris.jenis_penugasan != "definitif":
                continue
            pensiun = self.env["asn.pensiun"]._tmt_bila(
                baris.employee_id, baris.jabatan_id
            )
            if pensiun and baris.tmt and pensiun <= baris.tmt:
                baris.peringatan_pensiun = self.env._(
                    "In this post %(name)s has passed the retirement age already: the"
                    " pension would begin on %(day)s. Check before the decree is"
                    " issued.",
                    name=baris.employee_id.name,
                    day=format_panjang(pensiun),
                )
