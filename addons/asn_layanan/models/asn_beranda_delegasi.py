from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang

#: Days before an absence in which the home page asks who acts meanwhile.
HARI_SEBELUM = 14


class AsnBeranda(models.AbstractModel):
    """Home page: an official who will be away names who acts for him."""

    _inherit = "asn.beranda"

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        if saran := self._bagian_delegasi():
            bagian.append(saran)
        return bagian

    @api.model
    def _bagian_delegasi(self):
        """Return the suggestion to delegate, or False."""
        user = self.env.user
        # sudo: whether own tasks exist
        Tugas = self.env["asn.permohonan.tugas"].sudo()
        if not user.employee_id or not Tugas.search_count(
            [("aktor_ids", "in", user.id)], limit=1
        ):
            return False
        absen = self._absen_dekat(user)
        if not absen:
            return False
        mulai = fields.Datetime.context_timestamp(self, absen.date_from).date()
        selesai = fields.Datetime.context_timestamp(self, absen.date_to).date()
        if self.env["asn.delegasi"].search_count(
            [
                ("dari_id", "=", user.id),
                ("dicabut_pada", "=", False),
                ("tanggal_mulai", "<=", selesai),
                ("tanggal_selesai", ">=", mulai),
            ],
            limit=1,
        ):
            return False
        return {
            "key": "layanan_delegasi",
            "judul": self.env._("Who acts for you?"),
            "jenis": "kosong",
            "urutan": 5,
            "isi": self._isi_delegasi(mulai, selesai),
        }

    @api.model
    def _absen_dekat(self, user):
        """Return the present or next absence that a service wrote for a user."""
        sekarang = fields.Datetime.now()
        # sudo: an own absence
        return (
            self.env["resource.calendar.leaves"]
            .sudo()
            .search(
                [
                    ("resource_id.user_id", "=", user.id),
                    ("date_to", ">=", sekarang),
                    ("date_from", "<=", sekarang + timedelta(days=HARI_SEBELUM)),
                ],
                order="date_from",
                limit=1,
            )
        )

    @api.model
    def _isi_delegasi(self, mulai, selesai):
        return {
            "judul": self.env._(
                "You are away from %(start)s to %(end)s",
                start=format_panjang(mulai),
                end=format_panjang(selesai),
            ),
            "keterangan": self.env._(
                "Requests wait for your decision meanwhile. Name who acts in your"
                " place; it ends by itself."
            ),
            "ikon": "fa-exchange",
            "label_aksi": self.env._("Make a delegation"),
            "aksi": {
                "type": "ir.actions.act_window",
                "res_model": "asn.delegasi",
                "views": [[False, "form"]],
                "context": {
                    "default_tanggal_mulai": fields.Date.to_string(mulai),
                    "default_tanggal_selesai": fields.Date.to_string(selesai),
                },
            },
        }
