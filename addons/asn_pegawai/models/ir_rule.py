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
#: Groups that read every row, and the name of the scope.
_SEMUA = (
    ("hr.group_hr_user", "petugas"),
    ("asn_base.group_kepala_badan", "kepala_badan"),
    ("asn_base.group_admin_utama", "admin_utama"),
)
#: Scopes by class of the data. ``rahasia`` is not for analysis; ``spesifik``
#: (UU 27/2022) is for the person herself and for the officers who keep it.
_CAKUPAN_KELAS = {
    "umum": {*(nama for _g, nama, _d in _CAKUPAN), *(nama for _g, nama in _SEMUA)},
    "spesifik": {"pegawai", "petugas", "kepala_badan"},
}
_CAKUPAN_KELAS["terbatas"] = _CAKUPAN_KELAS["umum"]
_CAKUPAN_KELAS["rahasia"] = _CAKUPAN_KELAS["umum"] - {"admin_utama"}


class IrRule(models.Model):
    """Row scope of the riwayat, generated so that none is forgotten."""

    _inherit = "ir.rule"

    @api.model
    def _asn_aturan_riwayat(self, model):
        """Return ``(short name, group xml id, domain)`` for one riwayat model."""
        Riwayat = self.env.registry[model]
        buka = _CAKUPAN_KELAS[Riwayat._kelas] | set(Riwayat._cakupan_tambahan)
        aturan = [
            (nama, grup, f"[('employee_id.{medan}', '{op}', {nilai})]")
            for grup, nama, (medan, op, nilai) in _CAKUPAN
        ]
        aturan += [(nama, grup, "[(1, '=', 1)]") for grup, nama in _SEMUA]
        return [satu for satu in aturan if satu[0] in buka]

    @api.model
    def _asn_pasang_aturan_riwayat(self, modul="asn_pegawai"):
        """Create or update the record rules of all riwayat models.

        Called by the data file of each addon that brings a riwayat model;
        the rules then belong to that addon.

        :param modul: the addon that calls
        """
        data = []
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
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
