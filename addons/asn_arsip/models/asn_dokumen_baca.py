import base64

from odoo import api, fields, models
from odoo.orm.models import NO_ACCESS
from odoo.tools import SQL

from ..domain import pembaca, teks

#: Documents read between two commits.
_SEKALI = 20


class AsnDokumenBaca(models.Model):
    """The text of a document, read in the background and searchable.

    Nobody reads the stored words, and searching them goes through the rules of
    the documents: whoever may not open a document does not find it either. Of
    confidential kinds no text is kept at all.
    """

    _inherit = "asn.dokumen"

    teks = fields.Text(
        "Words of the document", groups=NO_ACCESS, prefetch=False, copy=False
    )
    isi_teks = fields.Char(
        "Words in the document",
        compute="_compute_isi_teks",
        search="_search_isi_teks",
        help="Searches the text of the documents that you may open.",
    )
    status_baca = fields.Selection(
        [
            ("menunggu", "Waiting"),
            ("selesai", "Done"),
            ("gagal", "Could not be read"),
        ],
        string="Machine pre-check",
        required=True,
        readonly=True,
        default="menunggu",
        copy=False,
    )

    _menunggu_idx = models.Index("(id) WHERE status_baca = 'menunggu'")
    _teks_idx = models.Index("USING gin (to_tsvector('simple'::regconfig, teks))")

    def _compute_isi_teks(self):
        """Show nothing: the field is there to be searched."""
        self.isi_teks = False

    def _search_isi_teks(self, operator, value):
        """Find documents by words; the record rules are added by the search."""
        if operator not in ("ilike", "like", "=", "=ilike", "=like"):
            return NotImplemented
        tsquery = teks.tsquery(value if isinstance(value, str) else "")
        if not tsquery:
            return fields.Domain.FALSE
        self.flush_model(["teks"])
        return fields.Domain(
            "id",
            "in",
            SQL(
                "(SELECT id FROM asn_dokumen WHERE"
                " to_tsvector('simple'::regconfig, teks) @@ to_tsquery('simple', %s))",
                tsquery,
            ),
        )

    # ------------------------------------------------------------------
    # Background work
    # ------------------------------------------------------------------

    @api.model
    def _bangunkan_pembaca(self):
        """Start the background reader soon, once per transaction."""
        data = self.env.cr.precommit.data
        if not data.get("asn_arsip.pembaca"):
            data["asn_arsip.pembaca"] = True
            self.env.ref("asn_arsip.ir_cron_baca")._trigger()

    def _antre_periksa(self):
        """Have documents looked at again, after what was typed has changed."""
        self._tulis_mesin({"status_baca": "menunggu"})
        self._bangunkan_pembaca()

    @api.model
    def _cron_baca(self):
        """Read and check waiting documents, some at a time.

        What is waiting is written in the rows themselves: work that a power cut
        ends is taken up by the next run, from the first unfinished document.
        """
        # sudo: a scheduled job of the machine
        Arsip = self.sudo()
        while dokumen := Arsip._ambil_menunggu(_SEKALI):
            dokumen._baca_dan_periksa()
            sisa = Arsip.search_count([("status_baca", "=", "menunggu")], limit=1000)
            if not self.env["ir.cron"]._commit_progress(len(dokumen), remaining=sisa):
                break

    @api.model
    def _ambil_menunggu(self, jumlah):
        """Return waiting documents that no other worker is reading."""
        self.env.cr.execute(
            SQL(
                "SELECT id FROM asn_dokumen WHERE status_baca = 'menunggu'"
                " ORDER BY id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED",
                jumlah,
            )
        )
        return self.browse(i for (i,) in self.env.cr.fetchall())

    def _baca_dan_periksa(self):
        """Read the files, keep their words and write down the findings."""
        hasil = {}
        with pembaca.Pembaca() as mesin:
            for dokumen in self:
                isi = base64.b64decode(dokumen.with_context(bin_size=False).file or b"")
                hasil[dokumen.id] = dict(
                    mesin.baca(isi, dokumen.mimetype or ""),
                    tanda_tangan=self._baca_tanda_tangan(isi, dokumen.mimetype),
                )
        self._periksa_mesin(hasil)

    @api.model
    def _baca_tanda_tangan(self, isi, mimetype):
        """Return what the electronic signatures of a file say (hook).

        :return: ``None`` where there is none or nothing here can tell; else
            ``{"sah": bool, "dipercaya": bool, "oleh": str}``
        """
        return
