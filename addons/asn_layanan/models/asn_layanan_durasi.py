from datetime import timedelta

from odoo import api, fields, models, tools
from odoo.tools import SQL

#: Steps finished within this time tell how long they take today.
_JENDELA_HARI = 365
#: With fewer finished ones a figure says nothing.
CUKUP = 5


class AsnLayananDurasi(models.Model):
    """How long the steps of a service really take, in working days.

    One row per step, and one per step code of the service over all of its
    versions, for steps that are new. Made anew every night by one statement.
    Time in which the applicant completed a request is in none of them: a
    returned task is closed and another one opened. Neither are requests that
    were recorded from paper, nor those that correct or revoke a product: they
    are decided faster and say nothing about a first request.
    """

    _name = "asn.layanan.durasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Real Time of a Step"
    _order = "layanan_id, kode, tahap_id"
    _rec_name = "kode"
    _ENGINE_ROWS = True

    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, index=True, ondelete="cascade"
    )
    tahap_id = fields.Many2one(
        "asn.layanan.tahap", "Step", index=True, ondelete="cascade"
    )
    kode = fields.Char("Step Code", required=True)
    jumlah = fields.Integer("Finished", aggregator=None)
    median_hari = fields.Float("Half Within", aggregator=None, digits=(6, 1))
    p80_hari = fields.Float("Eight of Ten Within", aggregator=None, digits=(6, 1))
    sla_hari = fields.Integer(related="tahap_id.sla_hari", string="Promised")
    dihitung_pada = fields.Datetime("Computed")

    _satu = models.UniqueIndex(
        "(layanan_id, kode, COALESCE(tahap_id, 0))",
        "The time of this step is already there.",
    )

    @api.model
    def _cron_hitung(self):
        """Compute all rows anew from the tasks finished within a year."""
        sekarang = fields.Datetime.now()
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_layanan_durasi (
                    layanan_id, kode, tahap_id, jumlah, median_hari, p80_hari,
                    dihitung_pada, create_uid, create_date, write_uid, write_date)
                SELECT layanan_id, kode, tahap_id, count(*),
                       percentile_cont(0.5) WITHIN GROUP (ORDER BY hari),
                       percentile_cont(0.8) WITHIN GROUP (ORDER BY hari),
                       %(kini)s, %(uid)s, %(kini)s, %(uid)s, %(kini)s
                  FROM (%(selesai)s) AS selesai
              GROUP BY GROUPING SETS ((layanan_id, kode, tahap_id), (layanan_id, kode))
                    ON CONFLICT (layanan_id, kode, COALESCE(tahap_id, 0))
                    DO UPDATE SET jumlah = excluded.jumlah,
                       median_hari = excluded.median_hari,
                       p80_hari = excluded.p80_hari,
                       dihitung_pada = excluded.dihitung_pada,
                       write_date = excluded.write_date
                """,
                kini=sekarang,
                uid=self.env.uid,
                selesai=self._selesai(sekarang),
            )
        )
        # What nobody did for a year tells nothing any more.
        self.env.cr.execute(
            SQL("DELETE FROM asn_layanan_durasi WHERE dihitung_pada < %s", sekarang)
        )
        self.invalidate_model()
        self.env.registry.clear_cache()

    @api.model
    def _selesai(self, sekarang):
        """Return the query of finished tasks with their working days."""
        Permohonan = self.env["asn.permohonan"]
        kalender = Permohonan._kalender_kota()
        hari_ini = Permohonan._tanggal(sekarang)
        zona = kalender.tz or "Asia/Jakarta"
        return SQL(
            """
            SELECT p.layanan_id, s.kode, t.tahap_id, sampai.n - dari.n AS hari
              FROM asn_permohonan_tugas t
              JOIN asn_permohonan p ON p.id = t.permohonan_id
              JOIN asn_layanan_tahap s ON s.id = t.tahap_id
              JOIN (%(hari)s) AS dari ON dari.tanggal =
                   (t.dibuka_pada AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)::date
              JOIN (%(hari)s) AS sampai ON sampai.tanggal =
                   (t.ditutup_pada AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)::date
             WHERE t.state = 'done' AND t.ditutup_pada >= %(mulai)s
               AND p.is_manual IS NOT TRUE AND p.jenis_tindak IS NULL
            """,
            hari=self._hari(kalender, hari_ini),
            zona=zona,
            mulai=sekarang - timedelta(days=_JENDELA_HARI),
        )

    @api.model
    def _hari(self, kalender, hari_ini):
        """Return the query of dates with the number of working days up to each."""
        return SQL(
            """
            SELECT d::date AS tanggal, sum(
                     (extract(isodow FROM d)::int - 1 = ANY(%s)
                      AND NOT EXISTS (SELECT FROM asn_hari_libur l
                                       WHERE l.tanggal = d::date))::int
                   ) OVER (ORDER BY d) AS n
              FROM generate_series(%s::date, %s::date, interval '1 day') AS d
            """,
            sorted(kalender._asn_hari_kerja_mingguan()),
            hari_ini - timedelta(days=2 * _JENDELA_HARI),
            hari_ini,
        )

    @api.model
    @tools.ormcache("versi_id")
    def _peta(self, versi_id):
        """Return the time of each step of a version.

        Its own times, else those of the same step in other versions of the
        service, else what was promised.

        :return: ``{step id: (median, p80, 'nyata' | 'janji')}``
        """
        # sudo: how long steps take is no secret, and the answer is shared
        versi = self.env["asn.layanan.versi"].sudo().browse(versi_id)
        baris = self.sudo().search(  # sudo: as above
            [("layanan_id", "=", versi.layanan_id.id), ("jumlah", ">=", CUKUP)]
        )
        milik = {b.tahap_id.id: b for b in baris if b.tahap_id}
        umum = {b.kode: b for b in baris if not b.tahap_id}
        peta = {}
        for tahap in versi.tahap_ids:
            durasi = milik.get(tahap.id) or umum.get(tahap.kode)
            if durasi:
                peta[tahap.id] = (durasi.median_hari, durasi.p80_hari, "nyata")
            else:
                luar = tahap.sla_luar_hari if tahap.jenis == "eksternal" else 0
                janji = float(tahap.sla_hari + luar)
                peta[tahap.id] = (janji, janji, "janji")
        return peta
