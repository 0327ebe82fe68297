from odoo import models


class AsnBeranda(models.AbstractModel):
    """Trouble on the home page: own answers to confirm, and what is to handle."""

    _inherit = "asn.beranda"

    def _bagian(self):
        bagian = super()._bagian()
        if milik := self._bagian_gangguan_saya():
            bagian.append(milik)
        if any(
            self.env.user.has_group(f"asn_base.group_{g}")
            for g in ("admin_sistem", "kepala_badan")
        ):
            bagian.append(self._bagian_gangguan())
        return bagian

    def _bagian_gangguan_saya(self):
        """Return the own reports that wait for an answer or a confirmation."""
        Lapor = self.env["asn.laporan.gangguan"]
        milik = Lapor.search(
            [
                ("pelapor_id", "=", self.env.uid),
                ("state", "in", ("menunggu", "selesai", "ditolak")),
            ],
            limit=3,
        )
        if not milik:
            return {}
        label = dict(Lapor._fields["state"]._description_selection(self.env))
        return {
            "key": "gangguan_saya",
            "judul": self.env._("Answers to My Trouble Reports"),
            "jenis": "daftar",
            "urutan": 40,
            "lebar": "samping",
            "isi": {
                "baris": [
                    {
                        "judul": satu.name,
                        "keterangan": f"{satu.nomor} · {label[satu.state]}",
                        "ikon": "fa-life-ring",
                        "warna": "warning" if satu.state == "menunggu" else "success",
                        "aksi": {
                            "type": "ir.actions.act_window",
                            "res_model": satu._name,
                            "res_id": satu.id,
                        },
                    }
                    for satu in milik
                ],
                "kosong": "",
            },
        }

    def _bagian_gangguan(self):
        """Return the figures of who handles trouble and who answers for it."""
        _ = self.env._
        Lapor = "asn.laporan.gangguan"
        return {
            "key": "gangguan",
            "judul": _("Trouble with the System"),
            "jenis": "angka",
            "urutan": 68,
            "isi": [
                self._angka(
                    _("New reports"), Lapor, [("state", "=", "baru")], "fa-bell", "info"
                ),
                self._angka(
                    _("Late reports"),
                    Lapor,
                    [("is_terlambat", "=", True)],
                    "fa-clock-o",
                    "danger",
                ),
                self._angka(
                    _("Incidents without a notice"),
                    Lapor,
                    [("is_insiden", "=", True), ("diberitahukan_pada", "=", False)],
                    "fa-shield",
                    "danger",
                ),
            ],
        }
