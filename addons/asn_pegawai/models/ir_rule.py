from odoo import api, models

#: Group, short name, field of the employee, operator and value. One list for
#: every riwayat and the same as for the profile: what opens one opens the other.
_CAKUPAN = (
    ("asn_base.group_pegawai", "pegawai", ("user_id", "=", "user.id")),
    (
        "asn_base.group_pimpinan",
        "pimpinan",
        ("unit_id", "in", "user.asn_unit_dipimpin_ids.ids"),
    ),
    (
        "asn_base.group_fasilitator",
        "fasilitator",
        ("unit_id", "in", "user.asn_scope_unit_ids.ids"),
    ),
)
#: Groups that read every row.
_SEMUA = (
    ("hr.group_hr_user", "petugas"),
    ("asn_base.group_kepala_badan", "kepala_badan"),
    ("asn_base.group_admin_utama", "admin_utama"),
)
#: Histories of class ``rahasia`` are not for analysis (design, section 5).
RIWAYAT_RAHASIA = frozenset({"asn.riwayat.gaji"})


class IrRule(models.Model):
    """Row scope of the riwayat, generated so that none is forgotten."""

    _inherit = "ir.rule"

    @api.model
    def _asn_model_riwayat(self):
        """Return the names of all concrete riwayat models."""
        registry = self.env.registry
        return sorted(
            nama
            for nama in registry["asn.riwayat.mixin"]._inherit_children
            if not registry[nama]._abstract
        )

    @api.model
    def _asn_aturan_riwayat(self, model):
        """Return ``(short name, group xml id, domain)`` for one riwayat model."""
        aturan = [
            (nama, grup, f"[('employee_id.{medan}', '{op}', {nilai})]")
            for grup, nama, (medan, op, nilai) in _CAKUPAN
        ]
        for grup, nama in _SEMUA:
            if nama == "admin_utama" and model in RIWAYAT_RAHASIA:
                continue
            aturan.append((nama, grup, "[(1, '=', 1)]"))
        return aturan

    @api.model
    def _asn_pasang_aturan_riwayat(self, modul="asn_pegawai"):
        """Create or update the record rules of all riwayat models.

        Called by the data file of each addon that brings a riwayat model;
        the rules then belong to that addon.

        :param modul: the addon that calls
        """
        data = []
        for model in self._asn_model_riwayat():
            if self.env.registry[model]._original_module != modul:
                continue
            for nama, grup, domain in self._asn_aturan_riwayat(model):
                data.append(
                    {
                        "xml_id": f"{modul}.{model.replace('.', '_')}_rule_{nama}",
                        "noupdate": False,
                        "values": {
                            "name": f"{model}: {nama}",
                            "model_id": self.env["ir.model"]._get_id(model),
                            "groups": [(6, 0, self.env.ref(grup).ids)],
                            "domain_force": domain,
                        },
                    }
                )
        self._load_records(data)
