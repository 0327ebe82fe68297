from odoo import models

_MAKS = 30


class HrEmployee(models.Model):
    """What the archive of a person lacks, on the overview of the profile."""

    _inherit = "hr.employee"

    def _ringkas_lain(self):
        """Add the documents that are still missing, with a way to the list."""
        lain = super()._ringkas_lain()
        Kurang = self.env["asn.dokumen.kurang"]
        if not Kurang.has_access("read"):
            return lain
        domain = [("employee_id", "=", self.id)]
        # Fetched with the search: read by id, the view is built for everybody.
        baris = Kurang.search_fetch(domain, ["jumlah"], order="id", limit=_MAKS)
        jumlah = sum(baris.mapped("jumlah"))
        lain.append(
            {
                "kunci": "arsip",
                "nama": self.env._("Documents (Arsip)"),
                "teks": self.env._("%s missing", jumlah) if jumlah else "",
                "aksi": {
                    "type": "ir.actions.act_window",
                    "name": self.env._("Missing Documents"),
                    "res_model": "asn.dokumen.kurang",
                    "views": [(False, "list"), (False, "kanban")],
                    "domain": domain,
                    "target": "current",
                },
            }
        )
        return lain
