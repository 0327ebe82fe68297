from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_audit.domain.data_saya import buku_kerja
from odoo.exceptions import AccessError, UserError

#: Rights in force, which are reviewed.
_DITINJAU = ("berlaku", "segera")


class AsnTinjauanAkses(models.Model):
    """The yearly review of all rights (Pasal 31 (2) a): kept or revoked, one by one.

    Opened by the scheduler or by hand, with one row per holder and right as they
    were that day. Closed when every row is decided; from then on nobody changes
    it. Kepala Badan and Administrator Sistem see all of it, the head of a unit the
    rows of the own facilitators.
    """

    _name = "asn.tinjauan.akses"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Access Review (Tinjauan Akses)"
    _order = "tahun desc, id desc"
    _ENGINE_ROWS = True

    name = fields.Char("Name", required=True)
    tahun = fields.Integer("Year", required=True, aggregator=None)
    state = fields.Selection(
        [("berjalan", "In progress (berjalan)"), ("ditutup", "Closed (ditutup)")],
        default="berjalan",
        required=True,
        index=True,
        tracking=True,
    )
    tanggal_buka = fields.Date("Opened On", required=True)
    batas_waktu = fields.Date("To Be Done By", required=True)
    dibuka_oleh_id = fields.Many2one("res.users", "Opened By", ondelete="restrict")
    ditutup_oleh_id = fields.Many2one("res.users", "Closed By", ondelete="restrict")
    ditutup_pada = fields.Datetime("Closed On")
    diingatkan_pada = fields.Date("Reminded On")
    baris_ids = fields.One2many("asn.tinjauan.akses.baris", "tinjauan_id", "Rights")
    jumlah = fields.Integer(
        "Number of Rights", compute="_compute_jumlah", compute_sudo=True
    )
    jumlah_selesai = fields.Integer(
        "Decided", compute="_compute_jumlah", compute_sudo=True
    )
    jumlah_cabut = fields.Integer(
        "Revoked", compute="_compute_jumlah", compute_sudo=True
    )
    kemajuan = fields.Float(
        "Progress", compute="_compute_jumlah", compute_sudo=True, aggregator="avg"
    )
    is_lewat = fields.Boolean("Overdue", compute="_compute_is_lewat")
    jumlah_giliran = fields.Integer("Waiting for Me", compute="_compute_jumlah_giliran")

    _tahun_uniq = models.Constraint(
        "UNIQUE (tahun)", "The rights of this year are reviewed already."
    )

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        hitung = {
            (tinjauan.id, hasil): jumlah
            for tinjauan, hasil, jumlah in self.env[
                "asn.tinjauan.akses.baris"
            ]._read_group(
                [("tinjauan_id", "in", self.ids)],
                ["tinjauan_id", "hasil"],
                ["__count"],
            )
        }
        for tinjauan in self:
            belum, tetap, cabut = (
                hitung.get((tinjauan.id, h), 0) for h in ("belum", "tetap", "dicabut")
            )
            tinjauan.jumlah = belum + tetap + cabut
            tinjauan.jumlah_selesai = tetap + cabut
            tinjauan.jumlah_cabut = cabut
            tinjauan.kemajuan = (
                100 * (tetap + cabut) / tinjauan.jumlah if tinjauan.jumlah else 0
            )

    @api.depends("state", "batas_waktu")
    def _compute_is_lewat(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for tinjauan in self:
            tinjauan.is_lewat = (
                tinjauan.state == "berjalan" and tinjauan.batas_waktu < hari_ini
            )

    @api.depends("baris_ids.hasil")
    @api.depends_context("uid")
    def _compute_jumlah_giliran(self):
        for tinjauan in self:
            tinjauan.jumlah_giliran = len(tinjauan.baris_ids.filtered("can_putus"))

    @api.model
    def _periksa_pengelola(self):
        if not any(
            self.env.user.has_group(f"asn_base.group_{peran}")
            for peran in ("kepala_badan", "admin_sistem")
        ):
            raise AccessError(
                self.env._(
                    "Kepala Badan or Administrator Sistem opens and closes the review."
                )
            )

    @api.model
    def action_buka_tinjauan(self, *_ids):
        """Open the review of this year, or show the one that is there.

        :raise AccessError: for anybody but Kepala Badan and Administrator Sistem
        """
        self._periksa_pengelola()
        tahun = self.env["hr.employee"]._asn_hari_ini().year
        tinjauan = self.search([("tahun", "=", tahun)], limit=1)
        if not tinjauan:
            tinjauan = self._buka(tahun)
        return {
            "type": "ir.actions.act_window",
            "name": tinjauan.name,
            "res_model": self._name,
            "res_id": tinjauan.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    @api.model
    def _buka(self, tahun):
        """Open the review of a year with a row per right in force.

        :return: the review
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: the caller was checked, or is the scheduler; rows are the system's.
        Mesin = self.sudo()._mesin()
        tinjauan = Mesin.create(
            {
                "name": self.env._("Access Review %s", tahun),
                "tahun": tahun,
                "tanggal_buka": hari_ini,
                "batas_waktu": hari_ini
                + timedelta(days=self.env.company.asn_lama_tinjauan),
                "dibuka_oleh_id": self.env.uid,
            }
        )
        hak = Mesin.env["asn.pemegang.peran"].search(
            [("status", "in", _DITINJAU), ("is_dijaga", "=", True)]
        )
        Baris = Mesin.env["asn.tinjauan.akses.baris"]
        Baris.create([Baris._nilai(tinjauan, satu) for satu in hak])
        tinjauan._kabari_peninjau()
        return tinjauan.with_env(self.env)

    def action_tutup(self):
        """Close for good; every row must be decided.

        :raise UserError: rows are open
        """
        self._periksa_pengelola()
        for tinjauan in self:
            tinjauan.check_access("read")
            tinjauan.lock_for_update()
            if tinjauan.state != "berjalan":
                raise UserError(self.env._("This review is closed."))
            if tinjauan.jumlah_selesai < tinjauan.jumlah:
                raise UserError(
                    self.env._(
                        "%d rights are not decided yet. Every one is kept or revoked"
                        " before the review closes.",
                        tinjauan.jumlah - tinjauan.jumlah_selesai,
                    )
                )
            # sudo: the caller was checked; rows are the system's.
            tinjauan.sudo()._mesin().write(
                {
                    "state": "ditutup",
                    "ditutup_oleh_id": self.env.uid,
                    "ditutup_pada": fields.Datetime.now(),
                }
            )
        return True

    def action_buka_baris(self):
        """Show the rights of this review, those that wait for the user first."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "asn.tinjauan.akses.baris",
            "view_mode": "list,kanban,form",
            "mobile_view_mode": "kanban",
            "domain": [("tinjauan_id", "=", self.id)],
            "context": {"search_default_belum": 1},
        }

    def action_xlsx(self):
        """Download the review as a spreadsheet for the auditor."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/asn/akses/tinjauan/{self.id}.xlsx",
            "target": "download",
        }

    def _isi_xlsx(self):
        """Return the spreadsheet of this review, with its export code."""
        self.check_access("read")
        bidang = (
            "nama", "nip", "jabatan", "unit", "peran", "cakupan", "sejak", "sampai",
            "nomor_surat", "tanggal_surat", "masuk_terakhir", "temuan", "hasil",
            "alasan", "diputus_oleh_id", "diputus_pada",
        )  # fmt: skip
        return self._lembar(self.name, self.baris_ids, bidang)

    @api.model
    def _lembar(self, judul, rekam, bidang):
        """Return rows as a workbook; the export is traced and marked.

        :param judul: name of the sheet
        :param rekam: the rows
        :param bidang: names of the fields
        """
        self._periksa_pengelola()
        jejak = self.env["asn.jejak.ekspor"]._catat(
            rekam._name, len(rekam), "persetujuan", judul, rincian=", ".join(bidang)
        )
        uraian = rekam.fields_get(bidang, ["string", "type", "selection"])
        isi = [
            {uraian[n]["string"]: self._teks(satu, n, uraian[n]) for n in bidang}
            for satu in rekam
        ]
        return buku_kerja({judul: isi}, jejak.tanda_air)

    @api.model
    def _teks(self, rekam, nama, uraian):
        """Return one value as people read it."""
        nilai = rekam[nama]
        if uraian["type"] == "boolean":
            return self.env._("Yes") if nilai else ""
        if not nilai:
            return ""
        if uraian["type"] == "selection":
            return dict(uraian["selection"]).get(nilai, nilai)
        if uraian["type"] == "many2one":
            return nilai.display_name
        if uraian["type"] == "date":
            return nilai.strftime("%d-%m-%Y")
        if uraian["type"] == "datetime":
            waktu = fields.Datetime.context_timestamp(
                self.with_context(tz="Asia/Jakarta"), nilai
            )
            return waktu.strftime("%d-%m-%Y %H:%M")
        return str(nilai)

    # -- reminders ------------------------------------------------------------

    def _kabari_peninjau(self):
        """Tell everybody who has open rows what waits."""
        for tinjauan in self:
            baris = tinjauan.baris_ids.filtered(lambda b: b.hasil == "belum")
            kepala = self.env.ref("asn_base.group_kepala_badan").all_user_ids
            peninjau = baris.peninjau_id
            if baris.filtered(lambda b: not b.peninjau_id):
                peninjau |= kepala.filtered("active")
            tinjauan.message_notify(
                partner_ids=peninjau.partner_id.ids,
                subject=self.env._("%s: rights wait for your decision", tinjauan.name),
                body=self.env._(
                    "Keep or revoke each of them until %s.",
                    tinjauan.batas_waktu.strftime("%d-%m-%Y"),
                ),
            )

    @api.model
    def _cron_tinjauan(self):
        """Open the review of the year in its month; remind weekly when overdue."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: a scheduled job of the machine
        Mesin = self.sudo()
        bulan = self.env.company.asn_bulan_tinjauan
        if (
            bulan
            and hari_ini.month >= bulan
            and not Mesin.search_count([("tahun", "=", hari_ini.year)])
        ):
            Mesin._buka(hari_ini.year)
        lewat = Mesin.search(
            [
                ("state", "=", "berjalan"),
                ("batas_waktu", "<", hari_ini),
                "|",
                ("diingatkan_pada", "=", False),
                ("diingatkan_pada", "<=", hari_ini - timedelta(days=7)),
            ]
        )
        lewat._kabari_peninjau()
        lewat._mesin().write({"diingatkan_pada": hari_ini})
        return len(lewat)
