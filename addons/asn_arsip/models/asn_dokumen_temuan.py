from odoo import api, fields, models

from .asn_dokumen_periksa import TINGKAT

#: Told only to those who verify: they say something about somebody else.
_UNTUK_PEMERIKSA = frozenset({"sama_orang_lain", "nip_lain"})


class AsnDokumenTemuan(models.Model):
    """One finding of the machine on a document (temuan).

    Written by the machine only. Whoever may read the document reads them; what
    concerns other people is for those who verify.
    """

    _name = "asn.dokumen.temuan"
    _description = "Finding on a document (temuan)"
    _order = "id"
    _rec_name = "kode"

    dokumen_id = fields.Many2one(
        "asn.dokumen", "Document", required=True, index=True, ondelete="cascade"
    )
    kode = fields.Char("Code", required=True)
    tingkat = fields.Selection(TINGKAT, "Severity (tingkat)", required=True)
    nilai = fields.Char("Value")
    uraian = fields.Char("What was noticed", compute="_compute_uraian")
    untuk_pemeriksa = fields.Boolean(
        "For verifiers only", compute="_compute_untuk_pemeriksa", store=True
    )

    @api.depends("kode")
    def _compute_untuk_pemeriksa(self):
        for temuan in self:
            temuan.untuk_pemeriksa = temuan.kode in _UNTUK_PEMERIKSA

    @api.depends("kode", "nilai")
    @api.depends_context("lang")
    def _compute_uraian(self):
        """Say it in the language of the reader."""
        kalimat = {**self._kalimat_isi(), **self._kalimat_asal()}
        for temuan in self:
            pola = kalimat.get(temuan.kode, temuan.kode)
            nilai = temuan.nilai or ""
            if tanggal := _tanggal(nilai):
                nilai = tanggal.strftime("%d-%m-%Y")
            temuan.uraian = pola.replace("{nilai}", nilai)

    @api.model
    def _kalimat_isi(self):
        """Return the sentences on what the paper says."""
        _ = self.env._
        return {
            "nip_cocok": _("The NIP of the holder is in the text ({nilai})."),
            "nama_cocok": _("The name of the holder is in the text ({nilai})."),
            "nip_lain": _(
                "The text names another NIP ({nilai}) and not that of the holder."
            ),
            "orang_tidak_ditemukan": _(
                "Neither the NIP nor the name of the holder is in the text."
            ),
            "nomor_cocok": _("The number {nilai} is in the text."),
            "nomor_tidak_ditemukan": _("The number {nilai} is not in the text."),
            "tanggal_cocok": _("The date {nilai} is in the text."),
            "tanggal_tidak_ditemukan": _("The date {nilai} is not in the text."),
            "tanggal_depan": _("The date {nilai} is in the future."),
            "tanggal_terlalu_tua": _(
                "The date {nilai} is before the holder was born or could have served."
            ),
            "masa_terbalik": _("It expires ({nilai}) before its own date."),
            "kedaluwarsa": _("It expired on {nilai}."),
        }

    @api.model
    def _kalimat_asal(self):
        """Return the sentences on the file itself."""
        _ = self.env._
        return {
            "tidak_terbaca": _(
                "The machine could not read the file. Open it and look yourself."
            ),
            "kosong": _("The pages look empty."),
            "resolusi_rendah": _(
                "The picture is small ({nilai} pixels): fine print may be lost."
            ),
            "tanpa_teks": _(
                "It is a picture without text: the machine cannot compare the words."
            ),
            "teks_ocr": _(
                "The text was recognised from a picture and may have faults."
            ),
            "sama_orang_lain": _(
                "The very same file is in the archive of another person."
            ),
            "sama_jenis_lain": _(
                "The very same file is filed for this person as another kind."
            ),
            "ttd_sah": _("Electronic signature intact and trusted: {nilai}."),
            "ttd_tak_dikenal": _(
                "Electronic signature intact, but its issuer is not known here: "
                "{nilai}."
            ),
            "ttd_rusak": _(
                "The electronic signature does not hold: the file was changed after "
                "signing ({nilai})."
            ),
        }

    # -- access: that of the document ---------------------------------------

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        """Find findings of the documents that the user may read, and no others."""
        if not (self.env.su or bypass_access):
            boleh = self.env["asn.dokumen"]._search([])
            domain = fields.Domain(domain) & fields.Domain("dokumen_id", "in", boleh)
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    def _check_access(self, operation):
        """Refuse findings of documents that the user may not read."""
        hasil = super()._check_access(operation)
        if self.env.su or not self.ids:
            return hasil
        # sudo: only which documents these belong to; their rules decide.
        dokumen = self.sudo().dokumen_id.with_env(self.env)
        boleh = dokumen._filtered_access("read")
        # sudo: same as above.
        terlarang = self.sudo().filtered(lambda t: t.dokumen_id.id not in boleh.ids)
        terlarang = terlarang.with_env(self.env)
        if not terlarang:
            return hasil
        if hasil:
            return hasil[0] | terlarang, hasil[1]
        galat = self.env["ir.rule"]._make_access_error
        return terlarang, lambda: galat(operation, terlarang)


def _tanggal(nilai):
    """Return the date that a value is, or None."""
    try:
        return fields.Date.to_date(nilai) if len(nilai) == 10 else None
    except ValueError:
        return None
