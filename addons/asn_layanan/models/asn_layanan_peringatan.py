from odoo import api, fields, models

#: Days before the end of a mandate or delegation in which it is announced.
HARI_AKAN_BERAKHIR = 30


class AsnLayananPeringatan(models.Model):
    """What is wrong in the configuration of services, for who administers it.

    A worklist: what, who, how to mend. Found by a daily job and after changes;
    each opens once (``kunci``) and closes by itself when it is mended.
    """

    _name = "asn.layanan.peringatan"
    _inherit = "asn.penjaga.mixin"
    _description = "Configuration Alert"
    _order = "state, berat desc, id desc"
    _rec_name = "judul"
    _ENGINE_ROWS = True

    kunci = fields.Char("Key", required=True, readonly=True)
    jenis = fields.Selection(
        [
            ("tugas", "A request waits for nobody"),
            ("tahap", "A step that nobody can take"),
            ("mandat", "Signing mandate"),
            ("delegasi", "Delegation"),
            ("pegawai", "People without a superior"),
            ("pembaruan", "An update that waits for you"),
        ],
        "Kind",
        required=True,
    )
    berat = fields.Selection(
        [("1", "Soon"), ("2", "Now")], "Urgency", required=True, default="2"
    )
    judul = fields.Char("What", required=True)
    siapa = fields.Char("Who or Where")
    cara = fields.Text("How to Mend")
    layanan_id = fields.Many2one("asn.layanan", "Service", ondelete="cascade")
    res_model = fields.Char("Model")
    res_id = fields.Many2oneReference("Record", model_field="res_model")
    state = fields.Selection(
        [("open", "Open"), ("closed", "Mended")],
        "Status",
        default="open",
        required=True,
    )
    dibuka_pada = fields.Datetime("Since", required=True)
    ditutup_pada = fields.Datetime("Mended On")

    _terbuka_uniq = models.UniqueIndex(
        "(kunci) WHERE state = 'open'", "This alert is already open."
    )

    def action_buka(self):
        """Open the record that has to be mended, with the reader's rights."""
        self.ensure_one()
        self.check_access("read")
        if self.res_model not in self.env or not self.res_id:
            return False
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }

    @api.model
    def _minta_periksa(self):
        """Check the configuration once, at the end of the transaction."""
        antrean = self.env.cr.precommit
        if not antrean.data.get("asn_layanan.periksa"):
            antrean.data["asn_layanan.periksa"] = True
            antrean.add(self._jadwalkan)

    @api.model
    def _jadwalkan(self):
        self.env.cr.precommit.data.pop("asn_layanan.periksa", None)
        cron = self.env.ref(
            "asn_layanan.ir_cron_periksa_konfigurasi", raise_if_not_found=False
        )
        if cron:
            # sudo: asking for a run of the check is not administration
            cron.sudo()._trigger()

    @api.model
    def _cron_periksa(self):
        """Find what is wrong today: open new alerts, close what was mended."""
        # sudo: a scheduled job of the machine
        semua = self.sudo().with_context(
            lang=self.env["asn.permohonan"]._bahasa_kantor()
        )
        semua._selaraskan(semua._temuan())

    @api.model
    def _selaraskan(self, temuan):
        """Make the open alerts equal to the findings.

        :param temuan: list of values with ``kunci``
        """
        kini = {vals["kunci"]: vals for vals in temuan}
        terbuka = self.search([("state", "=", "open")])
        sekarang = fields.Datetime.now()
        terbuka.filtered(lambda p: p.kunci not in kini)._mesin().write(
            {"state": "closed", "ditutup_pada": sekarang}
        )
        for peringatan in terbuka.filtered(lambda p: p.kunci in kini):
            vals = kini.pop(peringatan.kunci)
            teks = {n: vals[n] for n in ("berat", "judul", "siapa", "cara")}
            if any(peringatan[n] != v for n, v in teks.items()):
                peringatan._mesin().write(teks)
        baru = [dict(vals, dibuka_pada=sekarang) for vals in kini.values()]
        return self._mesin().create(baru) if baru else self

    @api.model
    def _buka(self, vals_list):
        """Open alerts now that are not open yet; the job closes them."""
        # sudo: alerts are the engine's, whoever causes them
        semua = self.sudo()
        kunci = [vals["kunci"] for vals in vals_list]
        ada = set(
            semua.search([("kunci", "in", kunci), ("state", "=", "open")]).mapped(
                "kunci"
            )
        )
        sekarang = fields.Datetime.now()
        baru = {v["kunci"]: v for v in vals_list if v["kunci"] not in ada}
        return semua._mesin().create(
            [dict(vals, dibuka_pada=sekarang) for vals in baru.values()]
        )

    @api.model
    def _tutup(self, kunci):
        """Close alerts by their keys: what they say does not hold any more."""
        # sudo: alerts are the engine's, whoever mends them
        terbuka = self.sudo().search([("kunci", "in", kunci), ("state", "=", "open")])
        if terbuka:
            terbuka._mesin().write(
                {"state": "closed", "ditutup_pada": fields.Datetime.now()}
            )
