from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError

#: Sent by the facilitator ... and received, or given back with this reason.
_KIRIM = 3


class AsnSkenarioLaporan(models.AbstractModel):
    """Formation, one period of data reports and one set of public figures."""

    _name = "asn.skenario.laporan"
    _description = "Demo Scenario: Reports"

    def _muat(self, isi):
        """Load what the reports need to say something."""
        self._muat_formasi()
        self._muat_periode()
        self._muat_publik()

    def _muat_formasi(self):
        """Give each post of a unit a formation a little above who is there."""
        tahun = fields.Date.context_today(self).year
        orang = self.env["hr.employee"]._read_group(
            [("unit_id", "!=", False), ("jabatan_id", "!=", False)],
            ["unit_id", "jabatan_id"],
            ["__count"],
        )
        self.env["asn.formasi"].create(
            [
                {
                    "unit_id": unit.id,
                    "jabatan_id": jabatan.id,
                    "jumlah": 1
                    if jabatan.is_kepala
                    else max(jumlah + (nomor % 4) - 1, 1),
                    "berlaku_mulai": f"{tahun - 2}-01-01",
                    "dasar": f"800/{nomor + 1:03d}/BKPSDM/{tahun - 3}",
                }
                for nomor, (unit, jabatan, jumlah) in enumerate(orang)
            ]
        )

    def _muat_periode(self):
        """Open the running half-year; some units have sent, most have not."""
        hari_ini = fields.Date.context_today(self)
        awal = hari_ini.replace(month=1 if hari_ini.month <= 6 else 7, day=1)
        akhir = (awal + timedelta(days=190)).replace(day=1) - timedelta(days=1)
        kepala = self._akun("kepala_badan")
        periode = (
            self.env["asn.laporan.periode"]
            .with_user(kepala)
            .create(
                {
                    "name": f"Semester {'I' if awal.month == 1 else 'II'} {awal.year}",
                    "tanggal_mulai": awal,
                    "tanggal_selesai": akhir,
                    "batas": max(hari_ini + timedelta(days=5), awal),
                }
            )
        )
        try:
            periode.action_buka()
        except UserError:
            return
        self._kirim(periode)

    def _kirim(self, periode):
        """Send the first reports as those who look after the units."""
        kepala = self._akun("kepala_badan")
        terkirim = []
        for laporan in periode.laporan_ids:
            # sudo: the demo loader looks up who looks after the unit; that user sends
            unit_sudo = laporan.unit_id.sudo()
            orang = (
                unit_sudo._leluhur().fasilitator_ids | unit_sudo.manager_id.user_id
            )[:1]
            if not orang or len(terkirim) == _KIRIM:
                continue
            milik = laporan.with_user(orang)
            milik.catatan = "Data telah dicocokkan dengan berkas di unit kerja."
            milik.action_kirim()
            terkirim.append(laporan.with_user(kepala))
        if terkirim:
            terkirim[0].action_terima()
        if len(terkirim) > 1:
            terkirim[1].action_kembalikan(
                "Mohon lengkapi dokumen SK jabatan pegawai yang baru dilantik."
            )

    def _muat_publik(self):
        """Publish the figures of the first day of this month."""
        hari_ini = fields.Date.context_today(self)
        data = (
            self.env["asn.statistik.publik"]
            .with_user(self._akun("admin_utama"))
            .create(
                {
                    "name": f"ASN Kota Contoh {hari_ini.year}",
                    "tanggal": hari_ini.replace(day=1),
                    "keterangan": "Dihitung dari profil dan riwayat ASN Kota Contoh.",
                }
            )
        )
        data.action_terbitkan()

    def _akun(self, login):
        return self.env["res.users"].search([("login", "=", login)], limit=1)
