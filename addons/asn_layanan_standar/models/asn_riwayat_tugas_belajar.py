from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan

#: Months before the end in which the person is told: an extension is filed six
#: months before (TB-09).
_BULAN_AKHIR = 7


class AsnRiwayatTugasBelajar(models.Model):
    """A study asks for reports from the day it is recorded."""

    _inherit = "asn.riwayat.tugas.belajar"

    akhir_diberitahukan = fields.Date(
        "Told of the End",
        groups="base.group_system",
        copy=False,
        help="The last day of the study that the latest notice named.",
    )

    def _setelah_sah(self, proyeksi=True):
        res = super()._setelah_sah(proyeksi)
        self.env["asn.laporan.studi"]._selaraskan(self.employee_id)
        return res

    def _batalkan(self, alasan):
        res = super()._batalkan(alasan)
        self.env["asn.laporan.studi"]._selaraskan(self.employee_id)
        return res

    @api.model
    def _ikatan_berjalan(self, orang):
        """Return ``{employee id: last day}`` of bound services (TB-10, PEN-06)."""
        # sudo: whether somebody is bound decides, whoever asks
        kelompok = self.sudo()._read_group(
            [
                ("employee_id", "in", orang.ids),
                ("status", "=", "sah"),
                ("ikatan_sampai", "!=", False),
            ],
            ["employee_id"],
            ["ikatan_sampai:max"],
        )
        return {pegawai.id: sampai for pegawai, sampai in kelompok}

    @api.model
    def _ingatkan_akhir(self, hari_ini):
        """Tell whose study ends soon, once: to extend or to return (TB-09)."""
        # sudo: the calendar of the office
        studi = self.sudo().search(
            [
                ("status", "=", "sah"),
                ("tanggal_kembali", "=", False),
                ("tanggal_selesai", ">=", hari_ini),
                ("tanggal_selesai", "<=", tambah_bulan(hari_ini, _BULAN_AKHIR)),
            ]
        )
        for satu in studi.filtered(
            lambda s: s.akhir_diberitahukan != s.tanggal_selesai
        ):
            user = satu.employee_id.user_id
            if not user.active:
                continue
            bahasa = self.with_context(lang=user.lang).env
            self.env["asn.pemberitahuan"]._catat(
                [
                    {
                        "user_id": user.id,
                        "judul": bahasa._(
                            "Your study ends on %s",
                            format_panjang(satu.tanggal_selesai),
                        ),
                        "isi": bahasa._(
                            "An extension is asked 6 months before the end. Who was"
                            " released from the post asks for the return to duty."
                        ),
                        "jenis": "peringatan",
                    }
                ]
            )
            satu._mesin().write({"akhir_diberitahukan": satu.tanggal_selesai})
