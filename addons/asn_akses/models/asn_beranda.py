from datetime import timedelta

from odoo import models

_PENGELOLA = ("admin_sistem", "kepala_badan")


class AsnBeranda(models.AbstractModel):
    """What waits about access rights, on the home page of who decides on them."""

    _inherit = "asn.beranda"

    def _bagian(self):
        bagian = super()._bagian()
        peran = {
            nama
            for nama in (*_PENGELOLA, "pimpinan")
            if self.env.user.has_group(f"asn_base.group_{nama}")
        }
        if peran:
            angka = self._angka_hak(peran)
            if angka:
                bagian.append(
                    {
                        "key": "hak_akses",
                        "judul": self.env._("Access Rights"),
                        "jenis": "angka",
                        "urutan": 71,
                        "isi": angka,
                    }
                )
        return bagian

    def _angka_hak(self, peran):
        """Return the tiles of these roles; a head without anything open has none."""
        _ = self.env._
        tinjau = self._angka(
            _("Rights to review"),
            "asn.tinjauan.akses.baris",
            self._domain_tinjau(peran),
            "fa-check-square-o",
            "primary",
        )
        if not peran & set(_PENGELOLA):
            return [tinjau] if tinjau["nilai"] else []
        dekat = self.env["hr.employee"]._asn_hari_ini() + timedelta(days=30)
        return [
            self._angka(
                _("Appointments to decide"),
                "asn.pemberian.peran",
                [("state", "=", "diajukan")],
                "fa-id-badge",
                "warning",
            ),
            self._angka(
                _("Proposals to decide"),
                "asn.usulan.fasilitator",
                [("state", "=", "diajukan")],
                "fa-user-plus",
                "warning",
            ),
            self._angka(
                _("Rights that end within 30 days"),
                "asn.pemberian.peran",
                [("state", "=", "disetujui"), ("tanggal_selesai", "<=", dekat)],
                "fa-hourglass-end",
                "danger",
            ),
            tinjau,
        ]

    def _domain_tinjau(self, peran):
        """Return the rows under review that are not decided yet."""
        domain = [("hasil", "=", "belum"), ("state", "=", "berjalan")]
        if not peran & set(_PENGELOLA):
            domain.append(("peninjau_id", "=", self.env.uid))
        return domain
