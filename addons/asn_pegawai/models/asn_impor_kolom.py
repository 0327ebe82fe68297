from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ..domain.impor_kepala import ABAIKAN


class AsnImporKolom(models.Model):
    """One heading of a sheet and the field that it stands for.

    A person corrects ``tujuan``; the choice is remembered for the next file.
    """

    _name = "asn.impor.kolom"
    _description = "Column of an Import (Kolom Impor)"
    # Unknown ones first: "asing" comes before the other origins.
    _order = "asal, lembar_id, urutan, id"
    _rec_name = "judul"

    lembar_id = fields.Many2one(
        "asn.impor.lembar", "Sheet", required=True, index=True, ondelete="cascade"
    )
    impor_id = fields.Many2one(
        related="lembar_id.impor_id",
        store=True,
        index=True,
        string="Import",
        ondelete="cascade",
    )
    urutan = fields.Integer("Order", readonly=True)
    huruf = fields.Char("Column", readonly=True)
    judul = fields.Char("Heading in the File", required=True, readonly=True)
    contoh = fields.Char("First Value", readonly=True)
    tujuan = fields.Char(
        "Read As (Dibaca sebagai)",
        help="The field that the column is read into; '-' leaves the column out.",
    )
    asal = fields.Selection(
        [
            ("nama", "By its name"),
            ("ingat", "Remembered from an earlier file"),
            ("pilihan", "Chosen by hand"),
            ("asing", "Unknown"),
            ("lewat", "Not needed"),
        ],
        "Recognised",
        readonly=True,
    )
    pilihan = fields.Json("Choices", compute="_compute_pilihan")

    @api.depends("lembar_id.jenis")
    def _compute_pilihan(self):
        for kolom in self:
            kolom.pilihan = kolom._daftar_tujuan()

    def _daftar_tujuan(self):
        """Return ``[[field, title]]`` that this column may be read into."""
        kode = self.lembar_id.jenis
        jenis = self.env["asn.impor"]._jenis_impor(kode) if kode else None
        isi = [[ABAIKAN, self.env._("(leave out)")]]
        return (
            isi + [[k.nama, f"{k.nama}: {k.judul}"] for k in jenis.kolom]
            if jenis
            else isi
        )

    def write(self, vals):  # pylint: disable=method-required-super
        if vals.keys() - {"tujuan"}:
            raise AccessError(self.env._("Only the meaning of a column can be chosen."))
        self.impor_id._tolak_bila_jalan()
        for kolom in self:
            tujuan = vals.get("tujuan") or False
            if tujuan and tujuan not in {
                kode for kode, _judul in kolom._daftar_tujuan()
            }:
                raise ValidationError(
                    self.env._("%s is no field of this sheet.", tujuan)
                )
            kolom._tulis({"tujuan": tujuan, "asal": "pilihan" if tujuan else "asing"})
            self.env["asn.impor.pemetaan"]._ingat(kolom)
        self.impor_id._periksa_lagi()
        return True

    def _tulis(self, vals):
        """Write what was chosen or recognised."""
        # pylint: disable=super-method-mismatch
        # sudo: how a column was recognised is written by nobody but the import.
        return super(AsnImporKolom, self.sudo()).write(vals)
