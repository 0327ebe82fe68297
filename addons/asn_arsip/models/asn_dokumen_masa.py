from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

#: Notices sent between two commits.
_SEKALI = 200


class AsnDokumenMasa(models.Model):
    """How long a document is valid, and who is told before it expires."""

    _inherit = "asn.dokumen"

    berlaku_sampai = fields.Date(
        "Valid until (berlaku sampai)",
        index="btree_not_null",
        help="Empty: it does not expire. By default the date of the document and "
        "the validity of its kind.",
    )
    diberi_tahu_pada = fields.Date("Notice sent", readonly=True, copy=False)
    sisa_hari = fields.Integer(
        "Days left", compute="_compute_masa", search="_search_sisa_hari"
    )
    masa = fields.Selection(
        [
            ("berlaku", "Valid"),
            ("segera", "Expires soon"),
            ("habis", "Expired"),
        ],
        string="Validity",
        compute="_compute_masa",
    )

    @api.depends("berlaku_sampai", "jenis_id.pemberitahuan_hari")
    def _compute_masa(self):
        """Tell how long these documents are still valid."""
        hari_ini = fields.Date.context_today(self)
        for dokumen in self:
            batas = dokumen.berlaku_sampai
            dokumen.sisa_hari = (batas - hari_ini).days if batas else 0
            if not batas:
                dokumen.masa = False
            elif batas < hari_ini:
                dokumen.masa = "habis"
            else:
                notis = dokumen.jenis_id.pemberitahuan_hari
                dokumen.masa = "segera" if dokumen.sisa_hari <= notis else "berlaku"

    def _search_sisa_hari(self, operator, value):
        """Compare days left by comparing the date."""
        if operator not in ("<", "<=", ">", ">=") or not isinstance(value, int):
            return NotImplemented
        batas = fields.Date.context_today(self) + timedelta(days=value)
        return fields.Domain("berlaku_sampai", operator, batas)

    @api.model
    def _domain_segera(self):
        """Return the newest verified documents that expire within 90 days."""
        hari_ini = fields.Date.context_today(self)
        return [
            ("is_terbaru", "=", True),
            ("status", "=", "sah"),
            ("berlaku_sampai", ">=", hari_ini),
            ("berlaku_sampai", "<=", hari_ini + timedelta(days=90)),
        ]

    @api.model
    def _cron_masa(self):
        """Tell holders which documents expire soon: once per document."""
        # sudo: a scheduled job of the machine
        Arsip = self.sudo()
        while kelompok := Arsip._segera_habis(_SEKALI):
            for pegawai_id, dokumen_ids in kelompok:
                dokumen = Arsip.browse(dokumen_ids)
                Arsip._beri_tahu_masa(
                    Arsip.env["hr.employee"].browse(pegawai_id), dokumen
                )
                dokumen._tulis_mesin({"diberi_tahu_pada": fields.Date.today()})
            if not self.env["ir.cron"]._commit_progress(len(kelompok)):
                break

    @api.model
    def _segera_habis(self, jumlah):
        """Return ``(employee id, document ids)`` of holders to be told now."""
        self.flush_model()
        hari_ini = fields.Date.context_today(self)
        self.env.cr.execute(
            SQL(
                """
                SELECT d.employee_id, array_agg(d.id ORDER BY d.berlaku_sampai)
                  FROM asn_dokumen d
                  JOIN asn_jenis_dokumen j ON j.id = d.jenis_id
                 WHERE d.berlaku_sampai BETWEEN %(hari)s
                       AND %(hari)s + j.pemberitahuan_hari
                   AND d.is_terbaru AND d.status = 'sah' AND NOT d.ditahan
                   AND d.diberi_tahu_pada IS NULL
                 GROUP BY d.employee_id ORDER BY d.employee_id LIMIT %(jumlah)s
                """,
                hari=hari_ini,
                jumlah=jumlah,
            )
        )
        return self.env.cr.fetchall()

    @api.model
    def _beri_tahu_masa(self, pegawai, dokumen):
        """Tell one holder which documents expire and what to do."""
        baris = [f"{d.display_name}: {d.berlaku_sampai:%d-%m-%Y}" for d in dokumen]
        self._sampaikan(
            pegawai.user_id,
            self.env._("Documents in your archive expire soon"),
            self.env._(
                "These documents are valid only until the date given. Please upload "
                "their successors in time, so that services find them: %s",
                "; ".join(baris),
            ),
        )

    @api.model
    def _sampaikan(self, users, judul, isi):
        """Give users a notice; upper addons have a better way (hook).

        :param users: who is told; nobody is no fault
        """
        penerima = users.partner_id
        if penerima:
            penerima[0].message_notify(
                partner_ids=penerima.ids, subject=judul, body=isi
            )
