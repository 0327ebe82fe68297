from odoo import api, fields, models
from odoo.exceptions import UserError

from .asn_permohonan_pengalihan import TAMPAK


class AsnPermohonan(models.Model):
    """Where a request goes and how it moved: chain, claims, hand-overs."""

    _inherit = "asn.permohonan"

    pengalihan_ids = fields.One2many(
        "asn.permohonan.pengalihan", "permohonan_id", "Hand-overs", readonly=True
    )
    diklaim_label = fields.Char("Taken By", compute="_compute_klaim")
    can_klaim = fields.Boolean(compute="_compute_klaim")
    can_lepas = fields.Boolean(compute="_compute_klaim")
    can_alihkan = fields.Boolean(compute="_compute_klaim")

    @api.depends_context("uid")
    @api.depends("tugas_ids.state", "tugas_ids.aktor_ids", "tugas_ids.diklaim_oleh_id")
    def _compute_klaim(self):
        """Only for the buttons: every method checks for itself."""
        user = self.env.user
        sekarang = fields.Datetime.now()
        mengatur = user.has_group("asn_base.group_admin_sistem")
        # sudo: tasks decide which buttons show; the methods check again
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            terbuka = sudo._tugas_terbuka()
            milik = terbuka.filtered(lambda t: user in t.aktor_ids)[:1]
            tugas = milik or terbuka[:1]
            klaim = tugas.klaim_sampai and tugas.klaim_sampai >= sekarang
            pemegang = tugas.diklaim_oleh_id if klaim else self.env["res.users"]
            Pengalihan = self.env["asn.permohonan.pengalihan"]
            permohonan.diklaim_label = Pengalihan._jabatan(pemegang)
            permohonan.can_klaim = bool(
                milik and not pemegang and len(tugas.aktor_ids) > 1
            )
            permohonan.can_lepas = bool(pemegang) and (user == pemegang or mengatur)
            permohonan.can_alihkan = bool(tugas) and bool(
                mengatur or user == pemegang or (milik and not pemegang)
            )

    def get_rantai(self):
        """Return the steps that this request still passes and who acts there.

        For the page and for RPC: posts only, no names.

        :return: list of rows, see ``asn.layanan.penentu._rantai_permohonan``
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: who holds a role or post is resolved by the engine
        return self.sudo()._rantai_berikut()

    def _rantai_berikut(self):
        """Return the rows of the steps after the present one."""
        setelah = self.tahap_id.sequence if self.tahap_id else -1
        tahap = self.versi_id.tahap_ids.filtered(lambda t: t.sequence > setelah)
        if not self.employee_id:
            return []
        return self.env["asn.layanan.penentu"]._rantai_permohonan(self, tahap)

    def action_klaim(self):
        """Keep the present task for the present user; see the task's method."""
        return self._tugas_saya().action_klaim()

    def action_lepas(self):
        """Give the present task back to all its actors."""
        return self._tugas_saya().action_lepas()

    def action_alihkan(self):
        """Open the dialog that hands the present task over."""
        tugas = self._tugas_saya()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hand Over"),
            "res_model": "asn.permohonan.alihkan",
            "view_mode": "form",
            "target": "new",
            "context": {"default_tugas_id": tugas.id},
        }

    def _tugas_saya(self):
        """Return the open task of the present user, else the first open one."""
        self.ensure_one()
        self.check_access("read")
        terbuka = self.tugas_ids.filtered(lambda t: t.state == "open")
        user = self.env.user
        milik = terbuka.filtered(
            lambda t: user == t.diklaim_oleh_id or user in t.aktor_ids
        )
        if not terbuka:
            raise UserError(self.env._("This request waits for nobody at present."))
        return (milik or terbuka)[:1]

    def _teks_kuorum(self, tugas):
        """Return how many approvals parallel steps need and have, for the page."""
        sejajar = self.tugas_ids.filtered(lambda t: t.sequence == tugas.sequence)
        tahap = sejajar.tahap_id
        if len(tahap) < 2:
            return ""
        selesai = sejajar.filtered(lambda t: t.state == "done").tahap_id
        return self.env._(
            "%(done)s of %(needed)s approvals are there",
            done=len(selesai),
            needed=tahap._kuorum_perlu(),
        )

    def _baris_pengalihan(self):
        """Return ``(time, row)`` of hand-overs for the timeline."""
        teks = {
            "alih": self.env._("Handed over"),
            "pindah": self.env._("Follows the post"),
            "benturan": self.env._("Goes to another official"),
        }
        return [
            (
                p.waktu,
                {
                    "status": "alih",
                    "judul": p.nama_tahap or "",
                    "label": teks[p.jenis],
                    "pelaku": p.ke or "",
                    "dari": p.dari or "",
                    "waktu": self._waktu_teks(p.waktu),
                    "catatan": p.alasan or "",
                },
            )
            for p in self.pengalihan_ids
            if p.jenis in TAMPAK
        ]
