from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL


class AsnJejakVerifikasi(models.TransientModel):
    """Verify all traces, compare with an anchor kept outside, take a new one."""

    _name = "asn.jejak.verifikasi"
    _description = "Verification of the Traces"

    jangkar = fields.Text(
        "Anchor Kept Outside",
        help="Paste an anchor (jangkar) that was kept on paper, in an e-mail or in"
        " the log of another machine.",
    )
    jangkar_kini = fields.Text(
        "Anchor of Now", default=lambda self: self._bawaan_jangkar(), readonly=True
    )
    hasil = fields.Html("Result", readonly=True, sanitize=False)
    state = fields.Selection(
        [("baru", "Not yet"), ("utuh", "Intact"), ("rusak", "Tampered with")],
        default="baru",
        readonly=True,
    )

    @api.model
    def _bawaan_jangkar(self):
        self._periksa_peran()
        # sudo: anchors hold hashes and counts only.
        return self.env["asn.jejak.segel"].sudo()._jangkar()

    @api.model
    def _periksa_peran(self):
        if not self.env["asn.jejak.segel"].has_access("read"):
            raise AccessError(
                self.env._("Traces are verified by who may read all of them.")
            )

    def action_periksa(self):
        """Seal what is new, verify everything and show the result."""
        self.ensure_one()
        self._periksa_peran()
        # sudo: sealing and verifying read rows whatever the caller reads.
        segel_sudo = self.env["asn.jejak.segel"].sudo()
        segel_sudo._cron_segel()
        temuan = segel_sudo._periksa_semua(self.jangkar)
        if temuan:
            segel_sudo.env["asn.jejak.peringatan"]._lapor_rantai(temuan)
        self.write(
            {
                "hasil": self._tabel() + self._daftar(temuan),
                "state": "rusak" if temuan else "utuh",
                "jangkar_kini": segel_sudo._jangkar(),
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Verification of the Traces"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _tabel(self):
        """Return how many rows each trace has, as a table."""
        # sudo: counts of traces and names of models are no secret.
        segel_sudo = self.env["asn.jejak.segel"].sudo()
        baris = Markup()
        for nama in segel_sudo._daftar_jejak():
            ((jumlah, belum),) = self.env.execute_query(
                SQL(
                    "SELECT count(*), count(*) FILTER (WHERE urut IS NULL) FROM %s",
                    SQL.identifier(self.env[nama]._table),
                )
            )
            baris += Markup(
                "<tr><td>%s</td><td class='text-end'>%s</td>"
                "<td class='text-end'>%s</td></tr>"
            ) % (
                segel_sudo.env["ir.model"]._get(nama).name,
                jumlah - belum,
                belum,
            )
        return Markup(
            "<table class='table table-sm'><thead><tr><th>%s</th>"
            "<th class='text-end'>%s</th><th class='text-end'>%s</th></tr></thead>"
            "<tbody>%s</tbody></table>"
        ) % (
            self.env._("Trace"),
            self.env._("Sealed rows"),
            self.env._("Not sealed yet"),
            baris,
        )

    def _daftar(self, temuan):
        """Return the findings in words."""
        _ = self.env._
        arti = {
            "berubah": _("changed, or moved to another place"),
            "hilang": _("missing"),
            "sisip": _("put in behind the last seal"),
            "segel": _("rebuilt: the hashes do not match their seal"),
            "tanda": _("seal with a wrong keyed digest"),
            "jangkar": _("not what the anchor says"),
            "terlambat": _("older than the seal before it: put in later"),
        }
        # sudo: names of models are no secret.
        Model = self.env["ir.model"].sudo()
        return Markup("<ul>%s</ul>") % Markup().join(
            Markup("<li><b>%s</b> %s: %s</li>")
            % (
                Model._get(satu["model"]).name,
                satu["dari"]
                if satu["dari"] == satu["sampai"]
                else f"{satu['dari']}-{satu['sampai']}",
                arti[satu["jenis"]],
            )
            for satu in temuan
        )
