from odoo import api, fields, models

from ..domain import transisi


class AsnPermohonan(models.Model):
    """Requests that belong together: shown to whoever may read them."""

    _inherit = "asn.permohonan"

    kaitan = fields.Json("Linked Requests", compute="_compute_kaitan")

    @api.depends_context("uid", "lang")
    @api.depends("asal_id", "tindak_ids", "employee_id", "layanan_id", "state")
    def _compute_kaitan(self):
        """Return ``[{id, nomor, hubungan, ringkasan, status}]`` without doubles."""
        status = dict(self._fields["state"]._description_selection(self.env))
        for permohonan in self:
            baris, sudah = [], set()
            for lain, hubungan in permohonan._daftar_kaitan() if permohonan.id else ():
                for satu in lain._filtered_access("read"):
                    if satu.id in sudah or satu.id == permohonan.id:
                        continue
                    sudah.add(satu.id)
                    baris.append(
                        {
                            "id": satu.id,
                            "nomor": satu.display_name,
                            "hubungan": hubungan,
                            "ringkasan": satu.ringkasan or "",
                            "status": status.get(satu.state, ""),
                        }
                    )
            permohonan.kaitan = baris

    def _daftar_kaitan(self):
        """Return ``[(requests, how they are linked)]``, the closest first.

        Services add theirs by ``_kaitan`` of the handler, e.g. the promotion that
        a pay increment follows.
        """
        self.ensure_one()
        # sudo: found whatever the reader may see; shown by the reader's rights
        sudo = self.sudo()
        sama = [
            ("employee_id", "=", sudo.employee_id.id),
            ("id", "!=", self.id),
        ]
        jalan = [*sama, ("state", "in", transisi.TERBUKA)]
        return [
            (self.browse(sudo.asal_id.ids), self.env._("Follows up on")),
            (self.browse(sudo.tindak_ids.ids), self.env._("Followed up by")),
            *sudo._handler()._kaitan(self),
            (
                self.search([*jalan, ("layanan_id", "=", sudo.layanan_id.id)], limit=5),
                self.env._("Same service, in process"),
            ),
            (
                self.search(
                    [
                        *sama,
                        ("layanan_id", "=", sudo.layanan_id.id),
                        ("state", "in", transisi.PRODUK),
                    ],
                    limit=1,
                ),
                self.env._("Last product of this service"),
            ),
            (self.search(jalan, limit=5), self.env._("In process")),
        ]
