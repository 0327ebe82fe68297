from odoo import fields, models
from odoo.tools import SQL


class AsnKelengkapanUnsur(models.Model):
    """Documents count for a complete profile (Pasal 11 (1))."""

    _inherit = "asn.kelengkapan.unsur"

    jenis = fields.Selection(
        selection_add=[
            ("dokumen", "Verified document"),
            ("bukti", "Riwayat rows with their documents"),
        ],
        ondelete={"dokumen": "cascade", "bukti": "cascade"},
    )

    def _nama(self):
        """Name a document by its kind, and evidence by its riwayat."""
        if self.jenis == "dokumen":
            # sudo: names of kinds are no secret.
            jenis = self.env["asn.jenis.dokumen"].sudo()
            jenis = jenis.search([("kode", "=", self.kode)], limit=1)
            return self.env._("Document: %s", jenis.name or self.kode)
        if self.jenis == "bukti" and self.kode in self.env:
            nama = self.env["hr.employee"]._nama_riwayat(self.kode)
            return self.env._("Documents of: %s", nama)
        return super()._nama()

    def _dikenal(self):
        """Know the kinds of document and the riwayat that have evidence."""
        if self.jenis == "dokumen":
            # sudo: same as above.
            jenis = self.env["asn.jenis.dokumen"].sudo()
            return bool(jenis.search_count([("kode", "=", self.kode)], limit=1))
        if self.jenis == "bukti":
            return self.kode in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        return super()._dikenal()

    def _syarat_terisi(self):
        if self.jenis == "dokumen":
            return SQL(
                "EXISTS (SELECT FROM asn_dokumen d"
                " JOIN asn_jenis_dokumen j ON j.id = d.jenis_id"
                " WHERE d.employee_id = e.id AND j.kode = %s"
                " AND d.status = 'sah' AND d.is_terbaru)",
                self.kode,
            )
        if self.jenis == "bukti":
            return SQL(
                "NOT EXISTS (SELECT FROM %s r LEFT JOIN asn_dokumen d"
                " ON d.id = r.dokumen_id WHERE r.employee_id = e.id"
                " AND r.status = 'sah' AND d.status IS DISTINCT FROM 'sah')",
                SQL.identifier(self.env[self.kode]._table),
            )
        return super()._syarat_terisi()
