from datetime import datetime, timedelta

from odoo import api, models, tools
from pytz import timezone, utc

from ..domain import hari_kerja


class _Libur:
    """Holidays as something to ask ``date in libur``, read year by year."""

    def __init__(self, HariLibur):
        self._HariLibur = HariLibur

    def __contains__(self, tanggal):
        return tanggal in self._HariLibur._tanggal_setahun(tanggal.year)


class ResourceCalendar(models.Model):
    """Working days of a calendar: its weekdays without holidays (CUTI 3.2)."""

    _inherit = "resource.calendar"

    def _asn_kalender(self):
        """Return this calendar, or the city's for an empty one."""
        return self[:1] or self.env.company.resource_calendar_id

    @api.model
    def _asn_libur(self, a, b):
        """Return the holidays and joint leave from a to b, both included."""
        HariLibur = self.env["asn.hari.libur"]
        return {
            tanggal
            for tahun in range(a.year, b.year + 1)
            for tanggal in HariLibur._tanggal_setahun(tahun)
            if a <= tanggal <= b
        }

    def _asn_hari_kerja_mingguan(self):
        """Return the working weekdays, Monday is 0."""
        return self._asn_hari_kerja_kalender(self._asn_kalender().id)

    @api.model
    @tools.ormcache("kalender_id")
    def _asn_hari_kerja_kalender(self, kalender_id):
        # sudo: weekdays are no secret, and the answer is shared by all users.
        kalender_sudo = self.sudo().browse(kalender_id)
        hari = frozenset(
            int(jam.dayofweek)
            for jam in kalender_sudo.attendance_ids
            if not jam.display_type and jam.day_period != "lunch"
        )
        # A calendar of flexible hours lists no days.
        return hari or hari_kerja.LIMA_HARI

    def _asn_jumlah_hari_kerja(self, a, b):
        """Return the number of working days from a to b, both included."""
        return hari_kerja.jumlah(
            a, b, self._asn_hari_kerja_mingguan(), self._asn_libur(a, b)
        )

    def _asn_is_hari_kerja(self, tanggal):
        """Tell whether a date is a working day."""
        return hari_kerja.is_hari_kerja(
            tanggal,
            self._asn_hari_kerja_mingguan(),
            _Libur(self.env["asn.hari.libur"]),
        )

    def _asn_tambah_hari_kerja(self, mulai, n):
        """Return the n-th working day after a date or moment.

        A ``datetime`` is taken as UTC, as the ORM stores it; its day is that
        of the calendar's time zone and the time of day is kept.
        """
        if isinstance(mulai, datetime):
            tz = timezone(self._asn_kalender().tz or "Asia/Jakarta")
            lokal = utc.localize(mulai).astimezone(tz)
            hari = self._asn_tambah_hari_kerja(lokal.date(), n)
            hasil = tz.localize(datetime.combine(hari, lokal.time()))
            return hasil.astimezone(utc).replace(tzinfo=None)
        return hari_kerja.tambah(
            mulai,
            n,
            self._asn_hari_kerja_mingguan(),
            _Libur(self.env["asn.hari.libur"]),
        )

    def _asn_akhir_hari(self, tanggal):
        """Return the last second of a local day as UTC, for deadlines."""
        tz = timezone(self._asn_kalender().tz or "Asia/Jakarta")
        besok = datetime.combine(tanggal + timedelta(days=1), datetime.min.time())
        akhir = tz.localize(besok) - timedelta(seconds=1)
        return akhir.astimezone(utc).replace(tzinfo=None)
