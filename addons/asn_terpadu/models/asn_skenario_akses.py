import datetime

from dateutil.relativedelta import relativedelta
from odoo import fields, models
from odoo.addons.asn_audit.models.asn_pemberian_peran import PERAN_DIJAGA
from odoo.fields import Command

#: Units whose head has named who is in charge of personnel; the others are to do so.
_PJ = ("SETDA", "BKPSDM", "KOMINFO", "DISDIK", "RSUD")


class AsnSkenarioAkses(models.AbstractModel):
    """Appointments behind every administrator's right, a proposal, a review."""

    _name = "asn.skenario.akses"
    _description = "Demo Scenario: Access Rights"

    def _muat(self, isi):
        """Store the story; ``isi`` has the people with their accounts."""
        akun = {
            orang["akun"]: self.env["res.users"].browse(orang["user_id"])
            for orang in isi["pegawai"]
            if orang["akun"]
        }
        self._muat_pengangkatan(akun)
        self._muat_menunggu(akun)
        self._muat_pj()
        self._muat_usulan(akun)
        self._muat_tinjauan(akun)

    def _hari(self, mundur):
        return self.env["hr.employee"]._asn_hari_ini() - datetime.timedelta(days=mundur)

    def _muat_pengangkatan(self, akun):
        """Give every guarded role of the city the letter that it rests on."""
        peran = {
            self.env.ref(f"asn_base.role_{nama}").id: nama for nama in PERAN_DIJAGA
        }
        baris = self.env["res.users.role.line"].search(
            [("role_id", "in", list(peran))], order="id"
        )
        for urut, satu in enumerate(baris, 101):
            beri = self._tulis(akun, satu, peran[satu.role_id.id])
            beri.syarat_ids.filtered(lambda s: s.hasil == "perlu")._nyatakan(
                akun["admin_utama"]
            )
            beri = beri.with_env(self.env)
            beri._mesin().write(
                {
                    "state": "disetujui",
                    "nomor_surat": f"800.1/{urut}/BKPSDM",
                    "tanggal_surat": beri.tanggal_mulai - datetime.timedelta(days=1),
                    "diputus_oleh_id": akun["kepala_badan"].id,
                    "diputus_pada": fields.Datetime.now(),
                    # Its end is near; the reminder has gone out.
                    "ingat_hari": 30 if beri.user_id == akun["monev"] else 0,
                }
            )
            beri._pasang()

    def _tulis(self, akun, baris, nama):
        """Write one appointment as Administrator Sistem did, 300 days ago."""
        user = baris.user_id
        dekat = user == akun["monev"]
        vals = {
            "user_id": user.id,
            "role_id": baris.role_id.id,
            "jenis_dasar": "sk_jabatan" if nama == "kepala_badan" else "sk",
            "alasan": "Penetapan pengelola sistem informasi kepegawaian",
            "tanggal_mulai": self._hari(345 if dekat else 300),
            "tanggal_selesai": self._hari(-20 if dekat else -430),
        }
        if nama == "fasilitator":
            vals["unit_ids"] = [Command.set(user.asn_unit_ids.ids)]
        elif nama in ("admin_aplikasi", "validator"):
            vals["layanan_ids"] = [Command.set(user.layanan_ids.ids)]
        return (
            self.env["asn.pemberian.peran"].with_user(akun["admin_sistem"]).create(vals)
        )

    def _muat_menunggu(self, akun):
        """An appointment that waits: one statement and the post are missing."""
        orang = self.env["hr.employee"].search(
            [("jabatan_id.name", "=", "Kepala Subbidang Kepangkatan")], limit=1
        )
        beri = (
            self.env["asn.pemberian.peran"]
            .with_user(akun["admin_sistem"])
            .create(
                {
                    "user_id": orang.user_id.id,
                    "role_id": self.env.ref("asn_base.role_admin_aplikasi").id,
                    "layanan_ids": [
                        Command.set(self.env["asn.layanan"].search([], limit=1).ids)
                    ],
                    "alasan": "Menangani layanan cuti selama pejabat lama bertugas belajar",
                    "tanggal_mulai": self._hari(-7),
                    "tanggal_selesai": self._hari(-372),
                }
            )
        )
        beri.syarat_ids.filtered(lambda s: s.hasil == "perlu")[:2].action_nyatakan()

    def _muat_pj(self):
        """Name the heads of the personnel subsections, or the facilitator."""
        for kode in _PJ:
            unit = self.env["hr.department"].search([("kode", "=", kode)], limit=1)
            orang = self.env["hr.employee"].search(
                [
                    ("unit_id", "child_of", unit.id),
                    ("jabatan_id.name", "ilike", "kepegawaian"),
                ],
                order="kelas_jabatan desc, id",
                limit=1,
            )
            unit.pj_kepegawaian_id = orang

    def _muat_usulan(self, akun):
        """The head of Diskominfo proposes a second facilitator."""
        kepala = akun["penandatangan"]
        unit = self.env["hr.department"].search(
            [("manager_id.user_id", "=", kepala.id)], limit=1
        )
        orang = self.env["hr.employee"].search(
            [
                ("unit_id", "child_of", unit.id),
                ("jabatan_id.name", "ilike", "Kepala Subbagian Umum dan Kepegawaian"),
            ],
            limit=1,
        )
        mulai = self._hari(-14)
        usulan = (
            self.env["asn.usulan.fasilitator"]
            .with_user(kepala)
            .create(
                {
                    "unit_id": unit.id,
                    "alasan": "Fasilitator sekarang akan cuti besar selama tiga bulan",
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": mulai + relativedelta(years=1, days=-1),
                    "calon_ids": [
                        Command.create({"employee_id": orang.id, "pernyataan": True})
                    ],
                }
            )
        )
        usulan.action_ajukan()

    def _muat_tinjauan(self, akun):
        """This year's review has begun; Kepala Badan has kept four rights."""
        Tinjauan = self.env["asn.tinjauan.akses"].with_user(akun["admin_sistem"])
        tinjauan = Tinjauan._buka(self._hari(0).year)
        baris = tinjauan.baris_ids.with_user(akun["kepala_badan"])
        baris.filtered(lambda b: b.can_putus and not b.peninjau_id)[:4].action_tetap()
