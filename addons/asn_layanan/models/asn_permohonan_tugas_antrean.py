from odoo import models
from odoo.tools import SQL

#: Counting further tells nobody anything and costs time.
_HITUNG_MAKS = 500


class AsnPermohonanTugas(models.Model):
    """Order among tasks: the older one comes first."""

    _inherit = "asn.permohonan.tugas"

    _antrean_idx = models.Index("(tahap_id, dibuka_pada, id) WHERE state = 'open'")

    def _jumlah_lebih_tua(self):
        """Return {task id: older open tasks of its step with a common actor}."""
        if not self.ids:
            return {}
        self.env["asn.permohonan.tugas"].flush_model()
        return dict(
            self.env.execute_query(
                SQL(
                    """
                    SELECT t.id, lain.n
                      FROM asn_permohonan_tugas t,
                   LATERAL (SELECT count(*) AS n FROM (
                            SELECT FROM asn_permohonan_tugas o
                             WHERE o.state = 'open' AND o.tahap_id = t.tahap_id
                               AND (o.dibuka_pada, o.id) < (t.dibuka_pada, t.id)
                               AND NOT COALESCE(o.menunggu_luar, false)
                               AND EXISTS (
                                   SELECT FROM asn_permohonan_tugas_aktor_rel a
                                     JOIN asn_permohonan_tugas_aktor_rel b
                                       ON b.user_id = a.user_id
                                    WHERE a.tugas_id = o.id AND b.tugas_id = t.id)
                             LIMIT %s) AS tua) AS lain
                     WHERE t.id = ANY(%s)
                    """,
                    _HITUNG_MAKS,
                    self.ids,
                )
            )
        )

    def _jumlah_lompatan(self, user):
        """Return {task id: older ones passed over} where they exceed the margin.

        Only tasks of the same step that this user may decide as well count:
        who claims a task takes it out of the others' queue. Tasks decided
        together are closed before and pass over nobody among themselves.
        """
        if not self.ids:
            return {}
        self.env["asn.permohonan.tugas"].flush_model()
        jumlah = dict(
            self.env.execute_query(
                SQL(
                    """
                    SELECT t.id, lain.n
                      FROM asn_permohonan_tugas t,
                   LATERAL (SELECT count(*) AS n FROM (
                            SELECT FROM asn_permohonan_tugas o
                              JOIN asn_permohonan_tugas_aktor_rel a
                                ON a.tugas_id = o.id AND a.user_id = %(user)s
                             WHERE o.state = 'open' AND o.tahap_id = t.tahap_id
                               AND (o.dibuka_pada, o.id) < (t.dibuka_pada, t.id)
                               AND NOT COALESCE(o.menunggu_luar, false)
                               AND COALESCE(o.diklaim_oleh_id, %(user)s) = %(user)s
                               AND NOT o.id = ANY(%(ids)s)
                             LIMIT %(batas)s) AS tua) AS lain
                     WHERE t.id = ANY(%(ids)s)
                    """,
                    user=user.id,
                    ids=self.ids,
                    batas=_HITUNG_MAKS,
                )
            )
        )
        return {
            t.id: jumlah[t.id]
            for t in self
            if jumlah.get(t.id, 0) > t.permohonan_id.layanan_id.jaga_antrean_batas
        }
