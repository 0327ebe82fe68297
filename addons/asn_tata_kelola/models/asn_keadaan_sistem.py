import shutil
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL, config

from ..domain import keadaan
from .asn_cadangan import HARI_UJI_PULIH

_GRUP = ("asn_base.group_admin_sistem", "asn_base.group_kepala_badan")
#: A scheduled action that should have run so long ago is late.
_TERLAMBAT = timedelta(hours=1)


class AsnKeadaanSistem(models.AbstractModel):
    """How the system runs at this moment: real figures (LL-4-4-a, LL-4-4-c, LL-7-1-b).

    Each figure is a dictionary ``{key, judul, nilai, keterangan, keadaan, ikon,
    aksi}``; an addon adds figures by extending ``_angka_sistem``.
    """

    _name = "asn.keadaan.sistem"
    _description = "State of the System (Keadaan Sistem)"

    @api.model
    def get_data(self):
        """Return the figures, for Administrator Sistem and Kepala Badan.

        :raise AccessError: for anybody else
        """
        if not any(self.env.user.has_group(grup) for grup in _GRUP):
            raise AccessError(
                self.env._(
                    "The state of the system is shown to Administrator Sistem and"
                    " Kepala Badan."
                )
            )
        # sudo: figures about the machine, no row of anybody; the reader was checked.
        angka = self.sudo()._angka_sistem()
        kini = fields.Datetime.context_timestamp(self, fields.Datetime.now())
        return {
            "keadaan": keadaan.terburuk([satu["keadaan"] for satu in angka]),
            "waktu": kini.strftime("%d-%m-%Y %H:%M"),
            "angka": self.env["asn.beranda"]._lengkapi_aksi(angka),
        }

    @api.model
    def _angka_sistem(self):
        """Return the figures in the order in which they are shown."""
        return [
            self._cadangan(),
            self._uji_pulih(),
            self._tugas_terjadwal(),
            self._surel(),
            self._pekerjaan_panjang(),
            self._cakram(),
            self._basis_data(),
            self._pengguna(),
            self._gangguan(),
            self._rilis(),
        ]

    @api.model
    def _satu(self, key, judul, nilai, keterangan, sikap, ikon, aksi=False):
        return {
            "key": key,
            "judul": judul,
            "nilai": nilai,
            "keterangan": keterangan,
            "keadaan": sikap,
            "ikon": ikon,
            "aksi": aksi,
        }

    @api.model
    def _daftar(self, nama, model, domain):
        return {
            "type": "ir.actions.act_window",
            "name": nama,
            "res_model": model,
            "view_mode": "list,form",
            "domain": domain,
        }

    def _cadangan(self):
        _ = self.env._
        sikap, jam = self.env["asn.cadangan"]._keadaan()
        return self._satu(
            "cadangan",
            _("Last Good Backup"),
            _("%s hours ago", jam) if jam is not None else _("none"),
            self.env["asn.cadangan"]._terakhir().folder or _("No backup was recorded."),
            sikap,
            "fa-archive",
            "asn_tata_kelola.asn_cadangan_action",
        )

    def _uji_pulih(self):
        _ = self.env._
        uji = self.env["asn.cadangan"]._terakhir("uji_pulih")
        hari = (fields.Datetime.now() - uji.mulai).days if uji else None
        return self._satu(
            "uji_pulih",
            _("Last Good Restore Test"),
            _("%s days ago", hari) if uji else _("none"),
            (uji.rincian_uji or "").splitlines()[0] if uji.rincian_uji else "",
            keadaan.PERHATIAN
            if hari is None or hari > HARI_UJI_PULIH
            else keadaan.BAIK,
            "fa-refresh",
            "asn_tata_kelola.asn_cadangan_action",
        )

    def _tugas_terjadwal(self):
        _ = self.env._
        Cron = self.env["ir.cron"]
        gagal = Cron.search([("failure_count", ">", 0)])
        lambat = Cron.search([("nextcall", "<", fields.Datetime.now() - _TERLAMBAT)])
        nama = ", ".join((gagal | lambat)[:3].mapped("name"))
        return self._satu(
            "cron",
            _("Scheduled Actions"),
            _("%(failed)s failed, %(late)s late", failed=len(gagal), late=len(lambat)),
            nama or _("All run on time."),
            keadaan.menurut(len(gagal) * 3 + len(lambat), 1, 3),
            "fa-clock-o",
        )

    def _surel(self):
        _ = self.env._
        jumlah = dict(
            self.env["mail.mail"]._read_group(
                [("state", "in", ("outgoing", "exception"))], ["state"], ["__count"]
            )
        )
        tunggu, gagal = jumlah.get("outgoing", 0), jumlah.get("exception", 0)
        return self._satu(
            "surel",
            _("Outgoing E-Mail"),
            _("%(wait)s waiting, %(failed)s failed", wait=tunggu, failed=gagal),
            "",
            keadaan.menurut(gagal + tunggu // 100, 1, 20),
            "fa-envelope-o",
        )

    def _pekerjaan_panjang(self):
        """Count imports and lists that are being made, and those that failed."""
        _ = self.env._
        jalan, gagal = 0, 0
        sepekan = fields.Datetime.now() - timedelta(days=7)
        for nama in ("asn.impor", "asn.daftar"):
            Model = self.env[nama]
            jalan += Model.search_count([("state", "in", ("berjalan", "memeriksa"))])
            gagal += Model.search_count(
                [("state", "=", "gagal"), ("write_date", ">=", sepekan)]
            )
        return self._satu(
            "antrean",
            _("Long Work"),
            _("%(run)s running, %(failed)s failed", run=jalan, failed=gagal),
            _("Imports and lists; failures of the last seven days."),
            keadaan.menurut(gagal, 1, 10),
            "fa-tasks",
        )

    def _cakram(self):
        _ = self.env._
        pakai = shutil.disk_usage(config["data_dir"])
        persen = round(pakai.used * 100 / pakai.total)
        return self._satu(
            "cakram",
            _("Disk"),
            f"{persen} %",
            _("%s free", keadaan.ukuran(pakai.free)),
            keadaan.menurut(persen, 80, 90),
            "fa-hdd-o",
        )

    def _basis_data(self):
        _ = self.env._
        self.env.cr.execute(
            SQL(
                "SELECT pg_database_size(current_database()), count(*),"
                " current_setting('max_connections')::int"
                " FROM pg_stat_activity WHERE datname = current_database()"
            )
        )
        besar, sambungan, maks = self.env.cr.fetchone()
        return self._satu(
            "basis_data",
            _("Database"),
            keadaan.ukuran(besar),
            _("%(now)s of %(max)s connections", now=sambungan, max=maks),
            keadaan.menurut(sambungan * 100 // maks, 70, 90),
            "fa-database",
        )

    def _pengguna(self):
        _ = self.env._
        sehari = fields.Datetime.now() - timedelta(days=1)
        baris = self.env["res.users.log"]._read_group(
            [("create_date", ">=", sehari)], [], ["create_uid:count_distinct"]
        )
        akun = self.env["res.users"].search_count([("share", "=", False)])
        return self._satu(
            "pengguna",
            _("People Who Logged In Today"),
            str(baris[0][0]),
            _("of %s accounts", akun),
            keadaan.BAIK,
            "fa-users",
        )

    def _gangguan(self):
        _ = self.env._
        Lapor = self.env["asn.laporan.gangguan"]
        terbuka = [("state", "in", ("baru", "ditangani", "menunggu"))]
        lambat = Lapor.search_count([("is_terlambat", "=", True)])
        insiden = Lapor.search_count(
            [("is_insiden", "=", True), ("diberitahukan_pada", "=", False)]
        )
        return self._satu(
            "gangguan",
            _("Open Trouble Reports"),
            str(Lapor.search_count(terbuka)),
            _(
                "%(late)s late, %(incidents)s incidents without a notice",
                late=lambat,
                incidents=insiden,
            ),
            keadaan.GAWAT if insiden else keadaan.menurut(lambat, 1, 10),
            "fa-life-ring",
            self._daftar(_("Open Trouble Reports"), Lapor._name, terbuka),
        )

    def _rilis(self):
        _ = self.env._
        rilis = self.env["asn.rilis"].search([("state", "=", "terpasang")], limit=1)
        pada = rilis and fields.Datetime.context_timestamp(self, rilis.dipasang_pada)
        return self._satu(
            "rilis",
            _("Installed Release"),
            rilis.name or _("none"),
            pada.strftime("%d-%m-%Y") if pada else "",
            keadaan.BAIK,
            "fa-code-fork",
            "asn_tata_kelola.asn_rilis_action",
        )
