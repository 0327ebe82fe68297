from odoo import api, fields, models


class AsnPemberitahuan(models.Model):
    """A notice to one user about a request; also goes out by other channels.

    Rows are written inside the decision; delivery happens afterwards from the
    outbox (``asn.pemberitahuan.kiriman``), so that a slow server never holds up a
    decision. Channels are models: see ``asn.kanal.pemberitahuan``.
    """

    _name = "asn.pemberitahuan"
    _inherit = "asn.penjaga.mixin"
    _description = "Notice"
    _order = "id desc"
    _rec_name = "judul"
    _ENGINE_ROWS = True

    user_id = fields.Many2one(
        "res.users", "For", required=True, index=True, ondelete="cascade"
    )
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", index=True, ondelete="cascade"
    )
    jenis = fields.Selection(
        [("info", "Information"), ("tindakan", "To do"), ("peringatan", "Warning")],
        "Kind",
        default="info",
        required=True,
    )
    judul = fields.Char("Title", required=True)
    isi = fields.Text("Text")
    # What else a notice leads to; opened with the reader's own rights. The model
    # of requests without a record means the reader's own requests.
    res_model = fields.Char("Model")
    res_id = fields.Many2oneReference("Record", model_field="res_model")
    dibaca_pada = fields.Datetime("Read")
    terkirim_pada = fields.Datetime("In the Outbox")

    _belum_dibaca_idx = models.Index("(user_id) WHERE dibaca_pada IS NULL")
    _belum_kirim_idx = models.Index("(id) WHERE terkirim_pada IS NULL")

    @api.model
    def _catat(self, vals_list):
        """Write notices; nobody is told twice the same within one call."""
        unik = {}
        for vals in vals_list:
            unik.setdefault(
                (
                    vals["user_id"],
                    vals.get("permohonan_id"),
                    vals.get("res_id"),
                    vals["judul"],
                ),
                vals,
            )
        # sudo: notices are addressed to other users
        return self.sudo()._mesin().create(list(unik.values())).with_env(self.env)

    def action_buka(self):
        """Mark the notice as read and open its request."""
        self.ensure_one()
        self.check_access("read")
        self._tandai_dibaca()
        model, nomor = self._tujuan()
        if not model:
            return self._aksi_daftar()
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "res_id": nomor,
            "views": [(False, "form")],
        }

    def _aksi_daftar(self):
        """Return the list for a notice about many requests at once, if it is one."""
        daftar = {False: "tugas", "asn.permohonan": "saya"}
        if self.res_id or (self.res_model or False) not in daftar:
            return False
        aksi = daftar[self.res_model or False]
        return self.env["ir.actions.act_window"]._for_xml_id(
            f"asn_layanan.asn_permohonan_action_{aksi}"
        )

    def _tujuan(self):
        """Return ``(model, id)`` of what a notice is about, or two empty values."""
        self.ensure_one()
        if self.permohonan_id:
            return "asn.permohonan", self.permohonan_id.id
        if self.res_model in self.env and self.res_id:
            if self.env[self.res_model].browse(self.res_id).exists():
                return self.res_model, self.res_id
        return False, False

    def action_tandai_dibaca(self):
        """Mark these notices of the present user as read."""
        self.check_access("read")
        self._tandai_dibaca()
        return True

    def _tandai_dibaca(self):
        # sudo: the row is the engine's, the mark is the reader's
        self.sudo().filtered(
            lambda p: p.user_id.id == self.env.uid and not p.dibaca_pada
        )._mesin().write({"dibaca_pada": fields.Datetime.now()})

    @api.model
    def get_jumlah(self):
        """Return how many notices the present user has not read."""
        return self.search_count(
            [("user_id", "=", self.env.uid), ("dibaca_pada", "=", False)], limit=100
        )

    @api.model
    def _cron_kirim(self):
        """Bring new notices to the outbox and hand over what is due there."""
        Kiriman = self.env["asn.pemberitahuan.kiriman"]
        Kiriman._isi_antrean()
        Kiriman._antarkan()
