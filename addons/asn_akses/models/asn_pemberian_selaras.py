from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Command

from .asn_pemberian_peran import CAKUPAN

#: Which field of the account holds the scope of a role.
_BIDANG = {"unit": "asn_unit_ids", "layanan": "layanan_ids"}


class AsnPemberianPeran(models.Model):
    """What appointments leave on the account: role lines, units and services."""

    _inherit = "asn.pemberian.peran"

    @api.model
    def _hari_ini(self):
        return self.env["hr.employee"]._asn_hari_ini()

    def _pasang(self):
        """Give what these appointments grant; replaces the lines of the base."""
        self._selaraskan()

    def _selaraskan(self):
        """Bring lines and scope of these holders in line with what is in force.

        Everything is computed from all appointments of a person, so that it may
        be called at any time and any number of times.
        """
        hari_ini = self._hari_ini()
        for user in self.user_id:
            milik = self.filtered(lambda b, user=user: b.user_id == user)
            hidup = self.search(
                [
                    ("user_id", "=", user.id),
                    ("state", "=", "disetujui"),
                    ("tanggal_selesai", ">=", hari_ini),
                ]
            )
            milik._lengkapi_peran_dasar(user)
            for peran in milik.role_id | hidup.role_id:
                hidup.filtered(lambda b, peran=peran: b.role_id == peran)._atur_baris(
                    user, peran, hari_ini
                )
            kini = hidup.filtered(lambda b: b.tanggal_mulai <= hari_ini)
            user.write((milik | kini)._cakupan(user, kini))
            user.set_groups_from_roles()
            kini.filtered(lambda b: not b.is_terpasang)._mesin().write(
                {"is_terpasang": True}
            )

    def _lengkapi_peran_dasar(self, user):
        """Turn the groups of an account without role lines into lines.

        The role module otherwise takes them away with the first line it gets,
        and leaves an account without any right when that line ends.
        """
        if user.role_line_ids:
            return
        peran = self.env["res.users.role"]
        for satu in ("pegawai", "pimpinan", "penandatangan"):
            if user.has_group(f"asn_base.group_{satu}") or satu == "pegawai":
                peran |= self.env.ref(f"asn_base.role_{satu}")
        user.role_line_ids.create(
            [{"user_id": user.id, "role_id": satu.id} for satu in peran]
        )

    def _rangkaian(self, hari_ini):
        """Return those of one role that follow each other without a gap.

        Beginning with what is in force today, else with what comes first.
        """
        urut = self.sorted("tanggal_mulai")
        kini = urut.filtered(lambda b: b.tanggal_mulai <= hari_ini) or urut[:1]
        for beri in urut - kini:
            akhir = max(kini.mapped("tanggal_selesai"))
            if beri.tanggal_mulai <= akhir + timedelta(days=1):
                kini |= beri
        return kini

    def _atur_baris(self, user, peran, hari_ini):
        """Write the role line of one role; without appointments it ends."""
        baris = user.role_line_ids.filtered(lambda b: b.role_id == peran)
        rangkai = self._rangkaian(hari_ini)
        utc = fields.Date.today()
        if not rangkai:
            kemarin = min(utc, hari_ini) - timedelta(days=1)
            for satu in baris:
                satu.write(
                    {
                        "date_from": min(satu.date_from or kemarin, kemarin),
                        "date_to": min(satu.date_to or kemarin, kemarin),
                    }
                )
            return
        mulai = min(rangkai.mapped("tanggal_mulai"))
        vals = {
            "pemberian_id": rangkai[0].id,
            # The role module counts in UTC: in the small hours of the city the day
            # of the appointment has not begun there.
            "date_from": min(mulai, utc) if mulai <= hari_ini else mulai,
            "date_to": max(rangkai.mapped("tanggal_selesai")),
        }
        if baris:
            baris.write(vals)
        else:
            baris.create({"user_id": user.id, "role_id": peran.id, **vals})

    def _cakupan(self, user, kini):
        """Return the values of the account's scope.

        :param kini: the appointments in force today
        """
        kode = self._kode_peran()
        sentuh = {CAKUPAN[kode[p]] for p in self.role_id.ids if p in kode}
        vals = {}
        for jenis in sentuh:
            bidang = _BIDANG[jenis]
            ids = set(
                kini.filtered(lambda b, jenis=jenis: b.butuh == jenis)[
                    "unit_ids" if jenis == "unit" else "layanan_ids"
                ].ids
            )
            if self._ada_tanpa_dasar(user, jenis, kode):
                ids |= set(user[bidang].ids)
            if ids != set(user[bidang].ids):
                vals[bidang] = [Command.set(sorted(ids))]
        return vals

    def _ada_tanpa_dasar(self, user, jenis, kode):
        """Tell whether a right older than the appointments uses the same scope."""
        return any(
            baris.is_enabled
            and not baris.pemberian_id
            and CAKUPAN.get(kode.get(baris.role_id.id)) == jenis
            for baris in user.role_line_ids
        )

    @api.model
    def _cron_masa(self):
        """End what is over, put in place what begins, remind of what ends soon."""
        hari_ini = self._hari_ini()
        # sudo: a scheduled job of the machine
        Beri = self.sudo()
        habis = Beri.search(
            [("state", "=", "disetujui"), ("tanggal_selesai", "<", hari_ini)]
        )
        habis._mesin().write(
            {
                "state": "berakhir",
                "jenis_akhir": "masa",
                "berakhir_pada": fields.Datetime.now(),
            }
        )
        mulai = Beri.search(
            [
                ("state", "=", "disetujui"),
                ("is_terpasang", "=", False),
                ("tanggal_mulai", "<=", hari_ini),
            ]
        )
        (habis | mulai)._selaraskan()
        habis._kabari_akhir()
        Beri._ingatkan(hari_ini)
        return len(habis)
