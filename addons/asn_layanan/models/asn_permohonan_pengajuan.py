from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError


class AsnPermohonan(models.Model):
    """Who may file a request, and within which period."""

    _inherit = "asn.permohonan"

    alasan_susulan = fields.Char(
        "Reason of Late Filing",
        copy=False,
        help="Why an officer files outside the periods of the service.",
    )

    is_susulan = fields.Boolean("Late Filing", compute="_compute_is_susulan")

    @api.depends("layanan_id", "employee_id")
    def _compute_is_susulan(self):
        """Only for the form: whether the reason of late filing is asked."""
        for permohonan in self:
            # sudo: when a service is open is no secret
            layanan = permohonan.layanan_id.sudo()
            versi = layanan.versi_live_id
            permohonan.is_susulan = (
                versi.boleh_susulan
                and not layanan.is_terbuka
                and versi._is_petugas(self.env.user)
            )

    def _periksa_hak_ajukan(self):
        """Refuse also whom the version of the service does not name.

        :raises AccessError: somebody the version gives no right to file
        """
        self.ensure_one()
        user = self.env.user
        # sudo: unit and account of the applicant decide, not who asks
        versi, pegawai = self.sudo().versi_id, self.sudo().employee_id
        if self.env.su or not versi or self._is_tindak():
            return super()._periksa_hak_ajukan()
        if versi._boleh_mengajukan(user, pegawai):
            return None
        super()._periksa_hak_ajukan()
        raise AccessError(self._pesan_bukan_pengaju())

    def onchange(self, values, field_names, fields_spec):
        """Work out a form only for people one may file for.

        What it shows of them (pay, balance, day of retirement) is worked out with the
        rights of the engine, also where nothing is ever saved.

        :raises AccessError: the form names somebody else
        """
        if not self.env.su:
            self._periksa_formulir(values)
        # Follow-ups are made by their button and never typed.
        values = {k: v for k, v in values.items() if k != "tindak_ids"}
        return super().onchange(values, field_names, fields_spec)

    def _periksa_formulir(self, values):
        """Refuse an unsaved form of somebody one may not file for."""
        kunci = {n: values[n] for n in self._TETAP & values.keys()}
        formulir = self.new(kunci, origin=self if self else None)
        pegawai = formulir.employee_id._origin
        # sudo: whose account it is
        if not pegawai or pegawai.sudo().user_id == self.env.user:
            return
        if self and all(formulir[n]._origin == self[n] for n in self._TETAP):
            # What is saved was checked then, and reading it is checked below.
            return
        if formulir.layanan_id:
            formulir._periksa_hak_ajukan()
        else:
            pegawai.check_access("read")

    def _is_tindak(self):
        """Tell whether this follows up an issued product."""
        return bool(self.asal_id)

    def _pesan_bukan_pengaju(self):
        # sudo: how a service works is no secret
        versi = self.sudo().versi_id
        return self.env._(
            "Requests of %(service)s are filed by: %(who)s.",
            service=versi.layanan_id.name,
            who=versi._pengaju_terbaca(),
        )

    def _segarkan_draft(self):
        """Check also, just before submission, who files and when."""
        res = super()._segarkan_draft()
        user = self.env.user
        if user.id == SUPERUSER_ID:
            return res
        # What corrects a product follows from it and not from a period.
        for permohonan in self.filtered(lambda p: not p._is_tindak()):
            if not permohonan.versi_id._boleh_mengajukan(user, permohonan.employee_id):
                raise AccessError(permohonan._pesan_bukan_pengaju())
            permohonan._periksa_periode(user)
        return res

    def _periksa_periode(self, user):
        """Refuse a submission outside the periods of the service.

        :raises UserError: with the day of the next opening; an officer of the
            service may still file with a reason where the version allows it
        """
        versi = self.versi_id
        if versi.pembukaan == "selalu":
            return
        hari_ini = self._tanggal(fields.Datetime.now())
        if self.layanan_id._periode_pada(hari_ini):
            return
        teks = self.layanan_id._teks_periode(hari_ini)
        if not versi.boleh_susulan or not versi._is_petugas(user):
            raise UserError(
                self.env._(
                    "%(service)s: %(period)s.",
                    service=self.layanan_id.name,
                    period=teks,
                )
            )
        if not (self.alasan_susulan or "").strip():
            raise UserError(
                self.env._(
                    "%(service)s: %(period)s. Please give the reason of late filing.",
                    service=self.layanan_id.name,
                    period=teks,
                )
            )

    def _terbitkan_produk(self, user):
        """Release the product at once where the version asks no survey."""
        res = super()._terbitkan_produk(user)
        tanpa = self.filtered(lambda p: p.versi_id.survei == "tanpa")
        tanpa._serahkan(None)._beritahu("done")
        return res
