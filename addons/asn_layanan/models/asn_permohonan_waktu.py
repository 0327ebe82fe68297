import logging

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)


class AsnPermohonan(models.Model):
    """Time: working days, stopped clock, deadlines, automatic refusal."""

    _inherit = "asn.permohonan"

    hari_kerja_terpakai = fields.Integer(
        "Working Days Used", compute="_compute_hari_kerja_terpakai"
    )
    umur = fields.Selection(
        [("aman", "In time"), ("dekat", "Due soon"), ("lewat", "Overdue")],
        "Ageing",
        compute="_compute_umur",
    )

    @api.depends(
        "tanggal_ajuan", "tanggal_akhir", "tanggal_terbit", "jeda_mulai", "jeda_hari"
    )
    def _compute_hari_kerja_terpakai(self):
        sekarang = fields.Datetime.now()
        for permohonan in self:
            permohonan.hari_kerja_terpakai = (
                permohonan._hari_kantor(sekarang) if permohonan.tanggal_ajuan else 0
            )

    @api.depends("batas_waktu", "state", "jeda_mulai")
    def _compute_umur(self):
        sekarang = fields.Datetime.now()
        for permohonan in self:
            batas = permohonan.batas_waktu
            berjalan = permohonan.state in ("in_review", "approved")
            # While the clock stands nobody is late.
            if not batas or not berjalan or permohonan.jeda_mulai:
                permohonan.umur = "aman" if batas else False
            elif batas < sekarang:
                permohonan.umur = "lewat"
            elif (batas - sekarang).days < 1:
                permohonan.umur = "dekat"
            else:
                permohonan.umur = "aman"

    @api.model
    def _tanggal(self, waktu):
        """Return the local date of a UTC time in the city's time zone."""
        kalender = self._kalender_kota()
        lokal = self.with_context(tz=kalender.tz or "Asia/Jakarta")
        return fields.Datetime.context_timestamp(lokal, waktu).date()

    @api.model
    def _hari_di_antara(self, kalender, mulai, akhir):
        """Return working days after the day of one time up to that of another."""
        a, b = self._tanggal(mulai), self._tanggal(akhir)
        if b <= a:
            return 0
        return kalender._asn_jumlah_hari_kerja(fields.Date.add(a, days=1), b)

    def _lanjut_jam(self, sampai=None):
        """Return the values that start the clock again after a stop (PRO-12).

        :param sampai: until when it stood; empty = now
        """
        self.ensure_one()
        if not self.jeda_mulai:
            return {}
        kalender = self._kalender_kota()
        sekarang = sampai or fields.Datetime.now()
        hari = self._hari_di_antara(kalender, self.jeda_mulai, sekarang)
        vals = {"jeda_mulai": False, "jeda_hari": self.jeda_hari + hari}
        if self.batas_waktu and hari:
            vals["batas_waktu"] = kalender._asn_tambah_hari_kerja(
                self.batas_waktu, hari
            )
        return vals

    def _tahap_dikembalikan(self):
        """Return the steps to open again after a return: those not done."""
        self.ensure_one()
        tahap = self.versi_id.tahap_ids.filtered(
            lambda t: t.sequence == self.tahap_id.sequence
        )._berlaku(self)
        selesai = self.tugas_ids.filtered(lambda t: t.state == "done").tahap_id
        return (tahap - selesai) or self.tahap_id

    # ------------------------------------------------------------------
    # Scheduled jobs
    # ------------------------------------------------------------------

    @api.model
    def _catat_kemajuan(self, jumlah, sisa):
        """Commit what a scheduled job did so far; nothing outside of one."""
        if self.env.context.get("cron_id"):
            self.env["ir.cron"]._commit_progress(jumlah, remaining=sisa)

    @api.model
    def _cron_kedaluwarsa(self):
        """Refuse returned requests whose time to complete is over (PRO-04).

        Repeatable: a request refused once is not found again. Each one is
        locked, checked anew and decided in a savepoint of its own.
        """
        hari_ini = self._tanggal(fields.Datetime.now())
        # sudo: a scheduled job of the machine
        ids = (
            self.sudo()
            .search(
                [("state", "=", "returned"), ("batas_perbaikan", "<", hari_ini)],
                order="id",
            )
            .ids
        )
        for nomor, id_ in enumerate(ids, 1):
            try:
                with self.env.cr.savepoint():
                    # sudo: a scheduled job of the machine
                    self.sudo().browse(id_)._berbahasa()._kedaluwarsa(hari_ini)
            except UserError as error:
                _logger.error("Request %s could not be refused: %s", id_, error)
            self._catat_kemajuan(1, len(ids) - nomor)

    def _kedaluwarsa(self, hari_ini):
        """Refuse one request whose time is over; nothing when it is not."""
        self._kunci()
        if self.state != "returned" or not self.batas_perbaikan:
            return
        if self.batas_perbaikan >= hari_ini:
            return
        alasan = self.env._(
            "The request was not completed by %(date)s. What was missing: %(note)s",
            date=format_panjang(self.batas_perbaikan),
            note=self.catatan_kembali or "-",
        )
        self._decide("expire", "rejected", catatan=alasan, **self._lanjut_jam())
        self._sesudah_tolak("expire", alasan)

    @api.model
    def _cron_ingatkan(self):
        """Remind of deadlines and escalate those that passed, each once (PRO-04).

        What is due is configuration: ``asn.layanan.eskalasi``.
        """
        self.env["asn.permohonan.eskalasi"]._jalankan(fields.Datetime.now())
