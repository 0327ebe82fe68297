from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

_STATISTIK = (
    "asn_base.group_pimpinan",
    "asn_base.group_fasilitator",
    "asn_base.group_kepala_badan",
    "asn_base.group_admin_utama",
    "asn_base.group_admin_sistem",
    "asn_base.group_monev",
)


class AsnBeranda(models.AbstractModel):
    """Statistics, lists and the data report that is due, on the home page."""

    _inherit = "asn.beranda"

    def _pintasan(self):
        _ = self.env._
        ubin = super()._pintasan()
        user = self.env.user
        if any(user.has_group(grup) for grup in _STATISTIK):
            ubin.append(
                self._ubin(
                    _("Statistics"),
                    _("Figures of the people"),
                    "fa-bar-chart",
                    "asn_laporan.statistik_action",
                    40,
                )
            )
        if any(user.has_group(grup) for grup in _STATISTIK[:-1]):
            ubin.append(
                self._ubin(
                    _("Nominatif and DUK"),
                    _("Lists to hand over"),
                    "fa-list-ol",
                    "asn_laporan.asn_daftar_nominatif_action",
                    41,
                )
            )
        return ubin

    def _bagian(self):
        bagian = super()._bagian()
        user = self.env.user
        if user.has_group("asn_base.group_kepala_badan"):
            bagian += self._bagian_periode()
        elif user.asn_scope_unit_ids or user.asn_unit_dipimpin_ids:
            bagian += self._bagian_laporan_data()
        return bagian

    def _bagian_periode(self):
        """Return how many units have sent, for Kepala Badan."""
        _ = self.env._
        periode = self.env["asn.laporan.periode"].search(
            [("state", "=", "dibuka")], limit=1
        )
        if not periode:
            return []
        terima = self.env["asn.laporan.data"].search_count(
            [("periode_id", "=", periode.id), ("state", "=", "dikirim")]
        )
        kotak = (
            (periode.jumlah_belum, _("Not sent yet"), "fa-clock-o", "warning"),
            (terima, _("To receive"), "fa-inbox", "info"),
            (periode.jumlah_kirim, _("Sent"), "fa-check", "success"),
        )
        return [
            {
                "key": "laporan_data",
                "judul": _("Data Reports: %s", periode.name),
                "jenis": "angka",
                "urutan": 35,
                "lebar": "utama",
                "aksi": {
                    "type": "ir.actions.act_window",
                    "res_model": "asn.laporan.periode",
                    "res_id": periode.id,
                    "views": [(False, "form")],
                },
                "isi": [
                    {"nilai": nilai, "judul": judul, "ikon": ikon, "warna": warna}
                    for nilai, judul, ikon, warna in kotak
                ],
            }
        ]

    def _bagian_laporan_data(self):
        """Return the reports that the user's units still owe."""
        _ = self.env._
        laporan = self.env["asn.laporan.data"].search(
            [
                ("periode_id.state", "=", "dibuka"),
                ("state", "in", ("belum", "dikembalikan")),
            ],
            limit=5,
        )
        if not laporan:
            return []
        return [
            {
                "key": "laporan_data",
                "judul": _("Data Reports to Send"),
                "jenis": "daftar",
                "urutan": 35,
                "lebar": "utama",
                "aksi": "asn_laporan.asn_laporan_data_action",
                "isi": {"baris": [self._baris_laporan_data(satu) for satu in laporan]},
            }
        ]

    def _baris_laporan_data(self, satu):
        """Return one report that is owed as a line of the home page."""
        _ = self.env._
        return {
            "judul": satu.unit_id.name,
            "keterangan": _(
                "%(period)s, due on %(date)s",
                period=satu.periode_id.name,
                date=format_panjang(satu.batas),
            ),
            "ikon": "fa-bar-chart",
            "warna": "danger" if satu.is_terlambat else "warning",
            "lencana": _("late") if satu.is_terlambat else False,
            "aksi": {
                "type": "ir.actions.act_window",
                "res_model": "asn.laporan.data",
                "res_id": satu.id,
                "views": [(False, "form")],
            },
        }
