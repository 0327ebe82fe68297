from odoo import api, fields, models
from odoo.http import request
from odoo.tools import SQL

from .penunjuk import Penunjuk

#: Key of the queue of a transaction.
_ANTREAN = "asn_jejak_tolak"
OPERASI = [
    ("read", "Read (membaca)"),
    ("write", "Change (mengubah)"),
    ("create", "Create (membuat)"),
    ("unlink", "Delete (menghapus)"),
]


class AsnJejakTolak(models.Model):
    """Attempts that the access rules refused, on noted models and people.

    One row per account, model, operation and hour counts them, with the first
    record that was tried, so that trying everything costs one row. Written
    after the refused request has been undone. Administrator Sistem and Kepala
    Badan read; nobody writes.
    """

    _name = "asn.jejak.tolak"
    _inherit = "asn.jejak.mixin"
    _description = "Refused Attempts (Jejak Penolakan)"
    _order = "terakhir desc, id desc"
    _rec_name = "model"
    _kolom_waktu = "jam"
    _kolom_masa = "asn_retensi_masuk"
    _boleh_ubah = (
        "NEW.jumlah > OLD.jumlah AND to_jsonb(NEW) - '{jumlah,terakhir}'::text[]"
        " = to_jsonb(OLD) - '{jumlah,terakhir}'::text[]"
    )
    _siap_segel = "t.jam < (now() AT TIME ZONE 'UTC') - interval '2 hours'"

    user_id = Penunjuk("res.users", "Account", required=True, readonly=True)
    peran = fields.Char("Roles at the Time", readonly=True)
    model = fields.Char("Model", required=True, readonly=True)
    operasi = fields.Selection(OPERASI, "Operation", required=True, readonly=True)
    res_id = fields.Integer("First Record", readonly=True, aggregator=None)
    employee_id = Penunjuk("hr.employee", "Person", readonly=True)
    alamat_ip = fields.Char("Network Address", readonly=True)
    jam = fields.Datetime("Hour", required=True, readonly=True)
    terakhir = fields.Datetime("Last", required=True, readonly=True)
    jumlah = fields.Integer("Times", required=True, readonly=True, aggregator="sum")
    nama_model = fields.Char("What", compute="_compute_nama_model")
    nama_peran = fields.Char("Role", compute="_compute_nama_model")

    _ember_uniq = models.UniqueIndex("(user_id, jam, model, operasi)")
    _terakhir_idx = models.Index("(terakhir, id)")
    _jam_idx = models.Index("(jam)")

    @api.depends("model", "peran")
    @api.depends_context("lang")
    def _compute_nama_model(self):
        for tolak in self:
            tolak.nama_model = self._label_apa(tolak.model)
            tolak.nama_peran = self._label_peran(tolak.peran)

    @api.model
    def _catat(self, model, operasi, ids=()):
        """Note that the present user was refused; written when all is over.

        :param model: name of the model
        :param operasi: ``read``, ``write``, ``create`` or ``unlink``
        :param ids: records that were tried, of which the first is kept
        """
        if not self._is_penting(model) or not self.env.uid:
            return
        cr = self.env.cr
        antrean = cr.postrollback.data.setdefault(_ANTREAN, {})
        if not antrean:
            alamat = request.httprequest.remote_addr if request else None
            peran = self._peran_kini()
            self._sesudah(lambda cr: self._tulis(cr, antrean, peran, alamat))
        kunci = (self.env.uid, model, operasi)
        antrean.setdefault(kunci, next((i for i in ids if isinstance(i, int)), None))

    @api.model
    def _is_penting(self, model):
        return (
            model.startswith(("asn.", "hr."))
            or model in self.env["asn.jejak.aturan"]._teraudit()
        )

    @staticmethod
    def _tulis(cr, antrean, peran, alamat):
        """Write what one request was refused, by one statement."""
        nilai = [(*kunci, res_id) for kunci, res_id in sorted(antrean.items())]
        cr.execute(
            SQL(
                """
                INSERT INTO asn_jejak_tolak AS j
                    (user_id, model, operasi, res_id, employee_id, peran, alamat_ip,
                     jam, terakhir, jumlah)
                SELECT v.user_id, v.model, v.operasi, v.res_id, e.id, %s, %s,
                       date_trunc('hour', k.kini), k.kini, 1
                  FROM unnest(%s::int[], %s::text[], %s::text[], %s::int[])
                       AS v(user_id, model, operasi, res_id)
                 CROSS JOIN (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS kini) k
                  LEFT JOIN hr_employee e
                    ON v.model = 'hr.employee' AND e.id = v.res_id
                ON CONFLICT (user_id, jam, model, operasi)
                DO UPDATE SET jumlah = j.jumlah + 1,
                              terakhir = greatest(j.terakhir, EXCLUDED.terakhir)
                """,
                peran,
                alamat,
                *[list(kolom) for kolom in zip(*nilai, strict=True)],
            ),
            log_exceptions=False,
        )
