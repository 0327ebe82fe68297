from odoo import api, fields, models


class AsnUsulanBaris(models.Model):
    """One change of a proposal: a riwayat row or one personal field.

    ``nilai`` is what is proposed, ``lama`` what was there when it was
    submitted. Accepted lines are the history of changes of a person (LL-12-1).
    """

    _name = "asn.usulan.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "Change in a Proposal (baris usulan)"
    _order = "usulan_id desc, id"
    _ENGINE_ROWS = True

    usulan_id = fields.Many2one(
        "asn.usulan", "Proposal", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        related="usulan_id.employee_id", store=True, index=True, string="Employee"
    )
    state = fields.Selection(related="usulan_id.state", string="Status")
    jenis_id = fields.Many2one(
        "asn.usulan.jenis", "Kind", required=True, index=True, ondelete="restrict"
    )
    tindakan = fields.Selection(
        [
            ("ubah", "Change of a field"),
            ("baru", "New row"),
            ("koreksi", "Correction of a row"),
        ],
        "Act",
        required=True,
    )
    asal_id = fields.Integer("Row Corrected", aggregator=None)
    nilai = fields.Json("Proposed")
    lama = fields.Json("Before")
    dokumen_ids = fields.Many2many("asn.dokumen", string="Documents")
    keputusan = fields.Selection(
        [
            ("menunggu", "Waiting"),
            ("diterima_opd", "Accepted by the fasilitator"),
            ("diterima", "Accepted"),
            ("dikembalikan", "Returned"),
            ("ditolak", "Refused"),
        ],
        "Decision",
        required=True,
        default="menunggu",
    )
    catatan = fields.Char("Note")
    opd_oleh_id = fields.Many2one(
        "res.users", "First Look By", index="btree_not_null", ondelete="restrict"
    )
    opd_pada = fields.Datetime("First Look On")
    diputus_oleh_id = fields.Many2one("res.users", "Decided By", ondelete="restrict")
    diputus_pada = fields.Datetime("Decided On")
    hasil_id = fields.Integer("Row Made", aggregator=None)
    ringkasan = fields.Char("Change", compute="_compute_ringkasan")

    #: Start of every stored field: no default of anybody fills one.
    _AWAL = {
        "asal_id": 0,
        "nilai": False,
        "lama": False,
        "dokumen_ids": [],
        "keputusan": "menunggu",
        "catatan": False,
        "opd_oleh_id": False,
        "opd_pada": False,
        "diputus_oleh_id": False,
        "diputus_pada": False,
        "hasil_id": 0,
    }

    @api.model_create_multi
    def create(self, vals_list):
        # Complete values: ``ir.default`` of the user would fill what is missing.
        return super().create([{**self._AWAL, **vals} for vals in vals_list])

    @api.depends("jenis_id", "tindakan", "nilai", "lama")
    @api.depends_context("lang")
    def _compute_ringkasan(self):
        for baris in self:
            baris.ringkasan = baris._teks_ringkas()

    def _teks_ringkas(self):
        """Return one line: the kind and what it becomes."""
        self.ensure_one()
        nilai = self.nilai or {}
        if self.tindakan == "ubah":
            return "; ".join(self._teks_perubahan(n) for n in self._medan_berubah())
        utama = self.env[self.jenis_id.model]._kolom_utama
        isi = " · ".join(filter(None, (self._teks(n, nilai) for n in utama)))
        if self.tindakan == "koreksi":
            return self.env._(
                "Correction of %(kind)s: %(text)s", kind=self.jenis_id.name, text=isi
            )
        return f"{self.jenis_id.name}: {isi}"

    def _medan_berubah(self):
        """Return the names of the questions whose answer is another one."""
        nilai, lama = self.nilai or {}, self.lama or {}
        beda = [n for n in nilai if (nilai[n] or False) != (lama.get(n) or False)]
        return beda or list(nilai)

    def _teks_perubahan(self, nama):
        """Return what one personal value was and becomes."""
        sifat = self.jenis_id._sifat(nama)
        label = sifat.label if sifat else self.jenis_id.name
        if sifat and sifat.tipe == "foto":
            return label
        lama, baru = (self._teks(nama, n) or "-" for n in (self.lama, self.nilai))
        return f"{label}: {lama} → {baru}"

    def _teks(self, nama, nilai):
        """Return a stored value as people read it."""
        isi = (nilai or {}).get(nama)
        medan = self.jenis_id._sifat(nama)
        if medan is None or (isi in (None, False, "") and medan.tipe != "boolean"):
            return ""
        if medan.tipe == "foto":
            # A checksum is what is there, a number the document that replaces it.
            return self.env._("New photograph") if isinstance(isi, int) else "✓"
        if medan.tipe == "boolean":
            return self.env._("Yes") if isi else self.env._("No")
        if medan.tipe == "many2one":
            # sudo: the name of an entry of a list, chosen by the proposer
            rekam = self.env[medan.rujukan].sudo().browse(isi).exists()
            return rekam.display_name or ""
        if medan.tipe == "selection":
            return dict(medan.pilihan).get(isi, str(isi))
        if medan.tipe == "date":
            return fields.Date.to_date(isi).strftime("%d-%m-%Y")
        if medan.tipe in ("float", "monetary"):
            return f"{isi:g}".replace(".", ",")
        return str(isi)

    # -- what is there now -------------------------------------------------

    def _asal(self):
        """Return the row that this line corrects, with all rights, or none."""
        self.ensure_one()
        # sudo: compared with what is stored, whoever looks
        Model = self.env[self.jenis_id.model].sudo()
        return Model.browse(self.asal_id or []).exists()

    def _kini(self):
        """Return the present values of what this line would change."""
        self.ensure_one()
        if self.tindakan == "baru":
            return {}
        if self.tindakan == "ubah":
            # sudo: compared with what is stored, whoever looks
            return self.jenis_id._nilai_rekam(self.employee_id.sudo())
        asal = self._asal()
        return self.jenis_id._nilai_rekam(asal) if asal else {}

    def _asal_berlaku(self):
        """Tell whether the row to be corrected is still the valid one."""
        return self.tindakan != "koreksi" or self._asal().status == "sah"
