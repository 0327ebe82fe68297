import json

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class AsnPermohonan(models.Model):
    """Who may act on a request and who did, kept beside it.

    Worklists and the row rule ask "requests with me among the actors". Through
    the tasks that question reads everything somebody ever decided; beside the
    request one index answers it, whatever the number of requests.
    """

    _inherit = "asn.permohonan"

    pelaku = fields.Json(
        "Actors",
        compute="_compute_pelaku",
        store=True,
        compute_sudo=True,
        copy=False,
        groups=fields.NO_ACCESS,
        help="Ids of the users of all its tasks, open or done.",
    )
    pelaku_buka = fields.Json(
        "May Act Now",
        compute="_compute_pelaku",
        store=True,
        compute_sudo=True,
        copy=False,
        groups=fields.NO_ACCESS,
        help="Ids of the users of its open tasks.",
    )
    is_terlibat = fields.Boolean(
        "Takes Part", compute="_compute_is_terlibat", search="_search_is_terlibat"
    )

    _pelaku_idx = models.Index("USING gin (pelaku jsonb_path_ops)")
    _pelaku_buka_idx = models.Index(
        "USING gin (pelaku_buka jsonb_path_ops) WITH (fastupdate = off)"
    )

    @api.depends("tugas_ids.state", "tugas_ids.aktor_ids")
    def _compute_pelaku(self):
        # Closed accounts do no harm here, and asking for them costs a query.
        for permohonan in self.with_context(active_test=False):
            semua = permohonan.tugas_ids
            terbuka = semua.filtered(lambda t: t.state == "open")
            permohonan.pelaku = sorted(semua.aktor_ids.ids) or False
            permohonan.pelaku_buka = sorted(terbuka.aktor_ids.ids) or False

    @api.depends_context("uid")
    @api.depends("pelaku", "pemohon_user_id", "pengaju_id")
    def _compute_is_terlibat(self):
        uid = self.env.uid
        # sudo: whether somebody takes part decides what they may read
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            permohonan.is_terlibat = uid in (
                sudo.pemohon_user_id.id,
                sudo.pengaju_id.id,
                *(sudo.pelaku or ()),
            )

    @api.model
    def _search_is_terlibat(self, operator, value):
        if operator != "in":
            return NotImplemented
        uid = self.env.uid
        milik = Domain("pemohon_user_id", "=", uid) | Domain("pengaju_id", "=", uid)
        return milik | self._domain_pelaku("pelaku")

    @api.model
    def _domain_pelaku(self, kolom):
        """Return the domain of requests that name the present user in a column.

        :param kolom: ``pelaku`` or ``pelaku_buka``
        """
        field, saya = self._fields[kolom], json.dumps([self.env.uid])

        def _sql(_model, alias, _query):
            # The column is no field for searching: nobody may read it.
            nama = SQL.identifier(alias, kolom, to_flush=field)
            return SQL("%s @> %s::jsonb", nama, saya)

        return Domain.custom(to_sql=_sql)
