from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import format_waktu


class AsnBeranda(models.AbstractModel):
    """Who looked at the own data, on the home page; questions and alerts."""

    _inherit = "asn.beranda"

    def _bagian(self):
        bagian = super()._bagian()
        if self.env.user.employee_id:
            bagian.append(self._bagian_jejak())
        if any(
            self.env.user.has_group(f"asn_base.group_{g}")
            for g in ("admin_sistem", "kepala_badan")
        ):
            bagian.append(self._bagian_privasi())
        return bagian

    def _bagian_jejak(self):
        """Return the last visits to the own data."""
        jejak = self.env["asn.jejak.akses"].search(
            [("employee_id", "=", self.env.user.employee_id.id)], limit=3
        )
        label = dict(jejak._fields["kanal"]._description_selection(self.env))
        ikon = {"unduh": "fa-download", "cetak": "fa-print", "ekspor": "fa-table"}
        return {
            "key": "jejak_saya",
            "pribadi": True,
            "judul": self.env._("Who Looked at My Data"),
            "jenis": "daftar",
            "urutan": 85,
            "lebar": "samping",
            "isi": {
                "baris": [
                    {
                        "judul": satu.user_id.name,
                        "keterangan": " · ".join(
                            [satu.nama_peran, label[satu.kanal], self._waktu(satu)]
                        ),
                        "ikon": ikon.get(satu.kanal, "fa-eye"),
                        "warna": "info",
                        "aksi": "asn_audit.jejak_saya_action",
                    }
                    for satu in jejak
                ],
                "kosong": self.env._("Nobody but you, so far."),
            },
        }

    def _waktu(self, jejak):
        waktu = fields.Datetime.context_timestamp(self, jejak.terakhir)
        return format_waktu(waktu)

    def _bagian_privasi(self):
        """Return open questions, alerts and requests of who answers them."""
        _ = self.env._
        angka = [
            self._angka(
                _("Questions about visits"),
                "asn.jejak.pertanyaan",
                [("state", "=", "diajukan")],
                "fa-question-circle",
                "warning",
            ),
            self._angka(
                _("Alerts of the traces"),
                "asn.jejak.peringatan",
                [("state", "in", ["baru", "diperiksa"])],
                "fa-exclamation-triangle",
                "danger",
            ),
            self._angka(
                _("Data-use requests to decide"),
                "asn.permintaan.data",
                [("state", "=", "diajukan")],
                "fa-share-square-o",
                "primary",
            ),
        ]
        return {
            "key": "privasi",
            "judul": _("Privacy"),
            "jenis": "angka",
            "urutan": 72,
            "isi": angka,
        }
