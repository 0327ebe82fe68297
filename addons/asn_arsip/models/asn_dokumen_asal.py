from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL


class AsnDokumenAsal(models.Model):
    """Where a document is used, and what follows when it turns out to be false.

    A document is verified once and then serves every riwayat, request and
    proposal. Its users are never stored a second time: they are found where
    they point to it, so the list is never out of date (B8).
    """

    _inherit = "asn.dokumen"

    pemakaian = fields.Json("Used in", compute="_compute_pemakaian")
    jumlah_pemakaian = fields.Integer("Uses", compute="_compute_pemakaian")
    perlu_tinjau = fields.Boolean(
        "No longer good, but still used",
        compute="_compute_perlu_tinjau",
        search="_search_perlu_tinjau",
    )

    @api.model
    def _sumber_pemakaian(self):
        """Return ``(model, field)`` of everything that points to a document (hook).

        Addons above add theirs; the field is a stored Many2one to this model.
        """
        return [
            (model, "dokumen_id")
            for model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        ]

    @api.model
    def _sql_pemakaian(self):
        """Return one query ``(dokumen_id, model, res_id)`` over all sources."""
        bagian = []
        for model, field in self._sumber_pemakaian():
            Sumber = self.env[model]
            Sumber.flush_model([field])
            bagian.append(
                SQL(
                    "SELECT %(f)s AS dokumen_id, %(model)s AS model, id AS res_id"
                    " FROM %(tabel)s WHERE %(f)s IS NOT NULL",
                    f=SQL.identifier(field),
                    model=model,
                    tabel=SQL.identifier(Sumber._table),
                )
            )
        return SQL(" UNION ALL ").join(bagian)

    def _pemakai(self):
        """Return ``{document id: {model: [ids]}}`` whoever may read them."""
        hasil = defaultdict(lambda: defaultdict(list))
        if self.ids:
            self.env.cr.execute(
                SQL(
                    "SELECT dokumen_id, model, res_id FROM (%s) p"
                    " WHERE dokumen_id IN %s ORDER BY model, res_id",
                    self._sql_pemakaian(),
                    tuple(self.ids),
                )
            )
            for dokumen_id, model, res_id in self.env.cr.fetchall():
                hasil[dokumen_id][model].append(res_id)
        return hasil

    @api.depends_context("uid", "lang")
    def _compute_pemakaian(self):
        """List the users that the reader may see and count the others."""
        pemakai = self._pemakai()
        for dokumen in self:
            baris, tersembunyi = [], 0
            for model, ids in pemakai.get(dokumen.id, {}).items():
                semua = self.env[model].browse(ids)
                boleh = (
                    semua._filtered_access("read")
                    if semua.has_access("read") or self.env[model].has_access("read")
                    else self.env[model]
                )
                tersembunyi += len(semua) - len(boleh)
                nama = self.env["ir.model"]._get(model).name
                baris += [
                    {"model": model, "id": r.id, "jenis": nama, "nama": r.display_name}
                    for r in boleh
                ]
            dokumen.pemakaian = {"baris": baris, "tersembunyi": tersembunyi}
            dokumen.jumlah_pemakaian = len(baris) + tersembunyi

    def _tak_berlaku(self):
        """Tell whether this document should no longer be relied on."""
        return self.status in ("ditolak", "dicabut") or not self.is_terbaru

    @api.depends("status", "is_terbaru")
    def _compute_perlu_tinjau(self):
        """Tell which of these are no longer good while something points to them."""
        lama = self.filtered(lambda d: d._tak_berlaku())
        pemakai = lama._pemakai()
        for dokumen in self:
            dokumen.perlu_tinjau = dokumen.id in pemakai

    def _search_perlu_tinjau(self, operator, value):
        """Find refused, withdrawn and superseded documents that are still used."""
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return fields.Domain(
            "id",
            "in",
            SQL("(SELECT dokumen_id FROM (%s) p)", self._sql_pemakaian()),
        ) & (
            fields.Domain("status", "in", ("ditolak", "dicabut"))
            | fields.Domain("is_terbaru", "=", False)
        )

    # ------------------------------------------------------------------
    # Withdrawal
    # ------------------------------------------------------------------

    def action_cabut(self, reason=None):
        """Withdraw verified documents that turned out to be false.

        For the keepers of the archive and never for the holder. The file stays;
        whatever relies on it is marked and those responsible are told.

        :param str reason: told to the holder; without one it is asked for
        :raises AccessError: for anybody else
        :raises UserError: without a reason, or for documents not verified
        """
        if reason is None:
            return self._buka_massal("cabut", self.env._("Withdraw documents"))
        self.check_access("read")
        if not self._petugas_arsip():
            raise AccessError(
                self.env._(
                    "Only a keeper of the archive withdraws a verified document. "
                    "Please tell the system administrator what is wrong with it."
                )
            )
        alasan = (reason or "").strip()
        if not alasan:
            raise UserError(self.env._("Please give the reason of the withdrawal."))
        self.lock_for_update()
        for dokumen in self:
            if penolakan := dokumen._alasan_tidak_boleh():
                raise AccessError(penolakan)
            if dokumen.status != "sah":
                raise UserError(self.env._("%s is not verified.", dokumen.display_name))
        self._tulis_mesin({"status": "dicabut", "alasan_tolak": alasan[:500]})
        self._kabari_putusan()
        return True

    def _cabut_mesin(self, alasan):
        """Withdraw documents whose product ended; for services, repeatable.

        :param str alasan: kept with the document
        """
        # sudo: the engine decided on the product; who may is not the archive's.
        sah = self.sudo().filtered(lambda d: d.status == "sah")
        sah._tulis_mesin({"status": "dicabut", "alasan_tolak": (alasan or "")[:500]})

    def _kabari_putusan(self):
        """Tell holders that a document was refused or withdrawn, and why."""
        for dokumen in self:
            # sudo: the account of the holder, to tell her.
            pemegang = dokumen.employee_id.sudo().user_id
            self._sampaikan(
                pemegang - self.env.user,
                self.env._("A document in your archive was not accepted"),
                self.env._(
                    "%(document)s: %(reason)s. Please upload a better one; the old "
                    "file stays in the archive.",
                    document=dokumen.display_name,
                    reason=dokumen.alasan_tolak,
                ),
            )
