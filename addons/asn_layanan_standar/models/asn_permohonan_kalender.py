from datetime import timedelta

from odoo import api, fields, models

#: The calendar shows a year at most; more is never asked by the web client.
RENTANG_MAKS = timedelta(days=400)


class AsnPermohonan(models.Model):
    """The calendar of who is away also shows when nobody works."""

    _inherit = "asn.permohonan"

    @api.model
    def get_unusual_days(self, date_from, date_to=None):
        """Return the days off between two moments, for the calendar of leave (3.2).

        Off are holidays and days of joint leave, and the weekdays on which none of
        the units works whose leave the user follows: Saturdays are not, once one of
        them works six days.

        :param date_from: first moment in UTC, as the web client writes it
        :param date_to: last moment in UTC
        :return: ``{"2026-12-25": {"jenis": "libur_nasional", "name": "..."}}``; the
            kind of a weekend is ``akhir_pekan``, without a name
        """
        self.check_access("read")
        awal, akhir = (
            fields.Datetime.context_timestamp(
                self, fields.Datetime.to_datetime(saat)
            ).date()
            for saat in (date_from, date_to or date_from)
        )
        akhir = min(akhir, awal + RENTANG_MAKS)
        kerja = self._hari_kerja_diikuti()
        hari = (awal + timedelta(days=n) for n in range((akhir - awal).days + 1))
        libur = {
            str(satu): {"jenis": "akhir_pekan", "name": ""}
            for satu in hari
            if satu.weekday() not in kerja
        }
        for satu in self.env["asn.hari.libur"].search(
            [("tanggal", ">=", awal), ("tanggal", "<=", akhir)]
        ):
            libur[str(satu.tanggal)] = {"jenis": satu.jenis, "name": satu.name}
        return libur

    @api.model
    def _hari_kerja_diikuti(self):
        """Return the weekdays on which a unit works whose leave the user follows.

        These are the own unit, those headed and those granted, each with the units
        below. Who follows the whole city sees its calendar.
        """
        # sudo: by which days units work is no secret
        user = self.env.user.sudo()
        unit = (
            user.employee_id.unit_id
            | user.asn_unit_dipimpin_ids
            | user.asn_scope_unit_ids
        )
        kalender = self.env["resource.calendar"].union(
            *(satu._kalender() for satu in unit)
        )
        if not kalender:
            kalender = self._kalender_kota()
        return frozenset().union(
            *(satu._asn_hari_kerja_mingguan() for satu in kalender)
        )
