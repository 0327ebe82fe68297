from odoo import api, models

_BUKAN_DRAFT = "('{p}state', '!=', 'draft')"

#: (short name, group, domain with the prefix {p}): who reads a request, and with
#: the prefix ``permohonan_id.`` everything that hangs on it.
_BACA = (
    (
        "pegawai",
        "group_pegawai",
        "[('{p}is_terlibat', '=', True)]",
    ),
    (
        "pimpinan",
        "group_pimpinan",
        "[('{p}unit_id', 'in', user.asn_unit_dipimpin_ids.ids), " + _BUKAN_DRAFT + "]",
    ),
    (
        "fasilitator",
        "group_fasilitator",
        "[('{p}unit_id', 'in', user.asn_scope_unit_ids.ids), " + _BUKAN_DRAFT + "]",
    ),
    (
        "admin_aplikasi",
        "group_admin_aplikasi",
        "[('{p}layanan_id', 'in', user.layanan_ids.ids), " + _BUKAN_DRAFT + "]",
    ),
    (
        "validator",
        "group_validator",
        "[('{p}layanan_id', 'in', user.layanan_ids.ids), " + _BUKAN_DRAFT + "]",
    ),
    (
        "penolak",
        "group_penandatangan",
        "[('{p}penolak_ttd_id', '=', user.id)]",
    ),
    ("admin_sistem", "group_admin_sistem", "[(1, '=', 1)]"),
    ("admin_utama", "group_admin_utama", "[(1, '=', 1)]"),
    ("kepala_badan", "group_kepala_badan", "[(1, '=', 1)]"),
)
#: Models that hang on a request by ``permohonan_id``.
ANAK = (
    "asn.permohonan.tugas",
    "asn.permohonan.keputusan",
    "asn.permohonan.pengalihan",
    "asn.permohonan.berkas",
    "asn.permohonan.hasil.aturan",
    "asn.permohonan.survei",
    "asn.permohonan.catatan",
    "asn.permohonan.eksternal",
    "asn.permohonan.fisik",
    "asn.permohonan.eskalasi",
)
#: Who sees the profile of an applicant while the request is open.
_PROFIL = (
    (
        "admin_aplikasi",
        "group_admin_aplikasi",
        "[('{e}asn_permohonan_ids', 'any', [('layanan_id', 'in', user.layanan_ids.ids),"
        " ('state', 'in', ('in_review', 'returned', 'approved', 'issued'))])]",
    ),
    (
        "validator",
        "group_validator",
        "[('{e}asn_permohonan_ids', 'any', [('layanan_id', 'in', user.layanan_ids.ids),"
        " ('state', 'in', ('in_review', 'returned', 'approved', 'issued'))])]",
    ),
    (
        "penandatangan",
        "group_penandatangan",
        "[('{e}asn_permohonan_ids.is_tugas_saya', '=', True)]",
    ),
)


class IrRule(models.Model):
    """Row scope of requests, made from one table so that none is forgotten."""

    _inherit = "ir.rule"

    @api.model
    def _asn_pasang_aturan_permohonan(self):
        """Create or update the record rules of the service engine."""
        data = []
        for model, awalan in [
            ("asn.permohonan", ""),
            *((m, "permohonan_id.") for m in ANAK),
        ]:
            for nama, grup, domain in _BACA:
                data.append(
                    self._asn_satu_aturan(model, nama, grup, domain.format(p=awalan))
                )
        for model in ("hr.employee", *self.env["asn.riwayat.mixin"]._daftar_riwayat()):
            # Who serves a request reads the profile, not pay nor family.
            kelas = getattr(self.env.registry[model], "_kelas", "terbatas")
            if kelas in ("rahasia", "spesifik"):
                continue
            awalan = "" if model == "hr.employee" else "employee_id."
            for nama, grup, domain in _PROFIL:
                data.append(
                    self._asn_satu_aturan(
                        model, f"layanan_{nama}", grup, domain.format(e=awalan)
                    )
                )
        self._load_records(data)

    @api.model
    def _asn_satu_aturan(self, model, nama, grup, domain):
        return {
            "xml_id": f"asn_layanan.{model.replace('.', '_')}_rule_{nama}",
            "noupdate": False,
            "values": {
                "name": f"{model}: {nama} ({grup})",
                "model_id": self.env["ir.model"]._get_id(model),
                "groups": [(6, 0, self.env.ref(f"asn_base.{grup}").ids)],
                "domain_force": domain,
                "perm_write": False,
                "perm_create": False,
                "perm_unlink": False,
            },
        }
