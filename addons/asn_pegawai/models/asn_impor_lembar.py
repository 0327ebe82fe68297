from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_impor_bagian import buka, kemas


class AsnImporLembar(models.Model):
    """One sheet of an uploaded workbook: of which kind it is and what came of it.

    A person only says the kind; the rest is written by the check and the run.
    """

    _name = "asn.impor.lembar"
    _description = "Sheet of an Import (Lembar Impor)"
    _order = "impor_id desc, urutan, id"

    impor_id = fields.Many2one(
        "asn.impor", "Import", required=True, index=True, ondelete="cascade"
    )
    urutan = fields.Integer("Order", readonly=True)
    name = fields.Char("Sheet (Lembar)", required=True, readonly=True)
    jenis = fields.Selection(
        "_pilihan_jenis",
        "Holds (Jenis)",
        help="Empty: the sheet is left out.",
    )
    is_terbaca = fields.Boolean("Read", readonly=True)
    ada_galat = fields.Boolean("Errors in the Headings", readonly=True)
    jumlah_baris = fields.Integer("Rows", readonly=True)
    jumlah_siap = fields.Integer("Sound Rows", readonly=True)
    jumlah_baru = fields.Integer("New", readonly=True)
    jumlah_diperbarui = fields.Integer("Changed", readonly=True)
    jumlah_sama = fields.Integer("Unchanged", readonly=True)
    jumlah_bermasalah = fields.Integer("Rows with Errors", readonly=True)
    tempat = fields.Json(readonly=True)
    # Rows that were refused and why, packed: {row: [[letter, key, details]]}.
    ditolak = fields.Binary(attachment=False, readonly=True, groups=fields.NO_ACCESS)
    kolom_ids = fields.One2many("asn.impor.kolom", "lembar_id", "Columns")

    @api.model
    def _pilihan_jenis(self):
        return self.env["asn.impor"]._pilihan_jenis()

    def write(self, vals):
        if vals.keys() - {"jenis"}:
            raise AccessError(self.env._("Only the kind of a sheet can be chosen."))
        self.impor_id._tolak_bila_jalan()
        res = super().write(vals)
        # sudo: what was read from the sheet as another kind means nothing now.
        self.sudo().kolom_ids.unlink()
        self.impor_id._periksa_lagi()
        return res

    def _tulis(self, vals):
        """Write what the check and the run found out."""
        # pylint: disable=super-method-mismatch
        # sudo: the counters are written by nobody but the import.
        return super(AsnImporLembar, self.sudo()).write(vals)

    @api.model
    def _ke_jenis(self, kode):
        """Refuse a kind that the user may not fill (restricted histories)."""
        if kode and kode != "roster" and not self.env[kode].has_access("create"):
            raise UserError(
                self.env._(
                    "Your role may not import %(kind)s.",
                    kind=self.env[kode]._description,
                )
            )
        return kode

    def _catat_ditolak(self, galat):
        """Add rows that were refused, with the reasons, to the packed list."""
        if not galat:
            return
        # sudo: the packed list is readable by nobody.
        isi = self.sudo().ditolak
        semua = buka(isi) if isi else {}
        for m in galat:
            satu = semua.setdefault(str(m.baris), [])
            satu.append([m.kolom, m.judul, m.kunci, m.rincian])
        self._tulis({"ditolak": kemas(semua)})

    def _muat_ditolak(self):
        """Return ``{row: [[letter, heading, key, details]]}`` of refused rows."""
        # sudo: as above; the download checks who asks.
        isi = self.sudo().ditolak
        return {int(baris): satu for baris, satu in (buka(isi) if isi else {}).items()}
