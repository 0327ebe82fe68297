from odoo import api, fields, models


class HrEmployee(models.Model):
    """What waits for verification, beside the present values (PRF-U-04)."""

    _inherit = "hr.employee"

    usulan_menunggu = fields.Json(
        "Waiting for Verification",
        compute="_compute_usulan_menunggu",
        groups="asn_base.group_pegawai",
    )

    @api.depends_context("uid", "lang")
    def _compute_usulan_menunggu(self):
        """List the open proposals that the reader may see, newest first."""
        baris = self.env["asn.usulan.baris"].search(
            [
                ("employee_id", "in", self.ids),
                ("usulan_id.state", "in", ("diajukan", "terverifikasi_opd")),
                ("keputusan", "in", ("menunggu", "diterima_opd")),
            ],
            limit=200,
        )
        isi = {}
        for satu in baris:
            isi.setdefault(satu.employee_id.id, []).append(
                {
                    "id": satu.usulan_id.id,
                    "bagian": satu.jenis_id.bagian,
                    "model": satu.jenis_id.model,
                    "medan": satu.jenis_id.medan or "",
                    "tindakan": satu.tindakan,
                    "asal_id": satu.asal_id,
                    "teks": satu.ringkasan,
                    "nomor": satu.usulan_id.nomor or "",
                }
            )
        for pegawai in self:
            pegawai.usulan_menunggu = isi.get(pegawai._origin.id) or False

    def action_usulkan(self, target=None):
        """Open the page on which changes of this profile are proposed.

        :param str target: ``medan:<field>``, ``riwayat:<model>`` or
            ``koreksi:<model>,<id>``; without it the choice is shown
        """
        self.ensure_one()
        self.env["asn.usulan"]._periksa_pengusul(self)
        return {
            "type": "ir.actions.client",
            "tag": "asn_pemutakhiran.usulan",
            "name": self.env._("Propose a Change"),
            "params": {"employee_id": self.id, "target": target or ""},
        }

    def action_riwayat_perubahan(self):
        """Open what was changed in this profile by proposals (LL-12-1)."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Changes of %s", self.name),
            "res_model": "asn.usulan.baris",
            "views": [(False, "list")],
            "domain": [("employee_id", "=", self.id), ("keputusan", "=", "diterima")],
        }
