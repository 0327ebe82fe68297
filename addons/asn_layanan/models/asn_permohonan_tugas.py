from odoo import api, fields, models


class AsnPermohonanTugas(models.Model):
    """An open or closed task of a step: who may act, since when, until when.

    ``aktor_ids`` is for worklists and row scope. Who really may decide is
    resolved again at the moment of the decision.
    """

    _name = "asn.permohonan.tugas"
    _inherit = "asn.penjaga.mixin"
    _description = "Task of a Request"
    _order = "batas_waktu, id"
    _rec_name = "permohonan_id"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    tahap_id = fields.Many2one(
        "asn.layanan.tahap", "Step", required=True, index=True, ondelete="restrict"
    )
    sequence = fields.Integer("Sequence")
    state = fields.Selection(
        [("open", "Open"), ("done", "Done"), ("skipped", "Skipped")],
        "Status",
        default="open",
        required=True,
    )
    aktor_ids = fields.Many2many(
        "res.users",
        "asn_permohonan_tugas_aktor_rel",
        "tugas_id",
        "user_id",
        "May Act",
    )
    tanpa_pelaku = fields.Boolean("Nobody Can Act")
    dibuka_pada = fields.Datetime("Since")
    batas_waktu = fields.Datetime("Deadline")
    menunggu_luar = fields.Boolean("Waiting Outside")
    ditutup_pada = fields.Datetime("Closed")
    lama_hari = fields.Integer("Days Used", aggregator="avg")
    terlambat = fields.Boolean("Late")
    diklaim_oleh_id = fields.Many2one("res.users", "Claimed By")

    _terbuka_idx = models.Index("(permohonan_id) WHERE state = 'open'")
    _batas_idx = models.Index("(batas_waktu) WHERE state = 'open'")

    def _aktor_sekarang(self, cache=None):
        """Return who may act on this task now (sudo records)."""
        self.ensure_one()
        # sudo: the resolver reads posts and units of other people
        tugas = self.sudo()
        return self.env["asn.layanan.penentu"]._aktor(
            tugas.tahap_id, tugas.permohonan_id, cache
        )

    @api.model
    def _minta_segarkan(self):
        """Refresh the actors of open tasks once, at the end of the transaction."""
        antrean = self.env.cr.precommit
        if not antrean.data.get("asn_layanan.segarkan"):
            antrean.data["asn_layanan.segarkan"] = True
            antrean.add(self.env["asn.permohonan.tugas"]._segarkan_terbuka)

    @api.model
    def _segarkan_terbuka(self):
        """Refresh open tasks now when they are few, else let the job do it."""
        self.env.cr.precommit.data.pop("asn_layanan.segarkan", None)
        # sudo: whoever changes a post need not see the requests
        terbuka = self.sudo().search([("state", "=", "open")], limit=201)
        if len(terbuka) <= 200:
            terbuka._segarkan()
            self.env.flush_all()
        else:
            cron = self.env.ref(
                "asn_layanan.ir_cron_segarkan", raise_if_not_found=False
            )
            if cron:
                # sudo: asking for a run of the refresh is not administration
                cron.sudo()._trigger()

    def _segarkan(self):
        """Store who may act now on these open tasks; alert when nobody can."""
        cache = {}
        kosong = self.browse()
        for tugas in self:
            aktor = tugas._aktor_sekarang(cache)
            vals = {}
            if set(aktor.ids) != set(tugas.aktor_ids.ids):
                vals["aktor_ids"] = [fields.Command.set(aktor.ids)]
            if tugas.tanpa_pelaku != (not aktor):
                vals["tanpa_pelaku"] = not aktor
                if not aktor:
                    kosong |= tugas
            if vals:
                tugas._mesin().write(vals)
        kosong.permohonan_id._peringatan_tanpa_pelaku()

    @api.model
    def _cron_segarkan(self):
        """Refresh the actors of all open tasks, in batches."""
        # sudo: a scheduled job of the machine
        semua = self.sudo().search([("state", "=", "open")], order="id")
        for awal in range(0, len(semua), 500):
            bagian = semua[awal : awal + 500]
            bagian._segarkan()
            self.env["asn.permohonan"]._catat_kemajuan(
                len(bagian), max(len(semua) - awal - 500, 0)
            )

    def action_buka_permohonan(self):
        """Open the request of this task."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.permohonan",
            "res_id": self.permohonan_id.id,
            "views": [(False, "form")],
        }
