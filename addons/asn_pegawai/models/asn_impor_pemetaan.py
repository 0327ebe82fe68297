from odoo import api, fields, models

from ..domain.impor_kolom import kunci


class AsnImporPemetaan(models.Model):
    """What a heading meant in an earlier file of this office.

    Written when a person corrects a column, offered when the heading comes again.
    """

    _name = "asn.impor.pemetaan"
    _description = "Remembered Column (Pemetaan Kolom)"
    _order = "jenis, judul"
    _rec_name = "judul"

    company_id = fields.Many2one(
        "res.company", "Office", required=True, default=lambda self: self.env.company
    )
    jenis = fields.Selection("_pilihan_jenis", "Sheet of", required=True)
    kunci = fields.Char("Flattened Heading", required=True)
    judul = fields.Char("Heading", required=True)
    tujuan = fields.Char("Read As", required=True)

    _kunci_uniq = models.UniqueIndex(
        "(company_id, jenis, kunci)", "This heading is remembered already."
    )

    @api.model
    def _pilihan_jenis(self):
        return self.env["asn.impor"]._pilihan_jenis()

    @api.model
    def _ingat(self, kolom):
        """Remember or forget what a person said about a column."""
        jenis, k = kolom.lembar_id.jenis, kunci(kolom.judul)
        # sudo: remembered headings are written by nobody but this.
        lama = self.sudo().search(
            [
                ("company_id", "=", self.env.company.id),
                ("jenis", "=", jenis),
                ("kunci", "=", k),
            ]
        )
        if not kolom.tujuan:
            lama.unlink()
        elif lama:
            lama.write({"tujuan": kolom.tujuan, "judul": kolom.judul})
        else:
            lama.create(
                {
                    "company_id": self.env.company.id,
                    "jenis": jenis,
                    "kunci": k,
                    "judul": kolom.judul,
                    "tujuan": kolom.tujuan,
                }
            )

    @api.model
    def _pilihan_lama(self, jenis):
        """Return ``{flattened heading: field}`` remembered for a kind of sheet."""
        domain = [("company_id", "=", self.env.company.id), ("jenis", "=", jenis)]
        return {satu.kunci: satu.tujuan for satu in self.search(domain)}
