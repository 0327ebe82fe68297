from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_pemutakhiran_konfirmasi import BAGIAN

#: States of who still has something to do.
BELUM_SELESAI = ("belum", "sebagian")
#: Whoever states something takes part.
_HADIR = {"keluar_pada": False, "sebab_keluar": False}
_SEMUA = tuple(kode for kode, _label in BAGIAN)


class AsnPemutakhiranPeserta(models.Model):
    """One person in one campaign, and how far that person is (PRF-U-01)."""

    _name = "asn.pemutakhiran.peserta"
    _inherit = "asn.penjaga.mixin"
    _description = "Participant of a Campaign (peserta)"
    _order = "pemutakhiran_id desc, persen, id"
    _ENGINE_ROWS = True

    pemutakhiran_id = fields.Many2one(
        "asn.pemutakhiran",
        "Campaign",
        required=True,
        index=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Unit",
        index=True,
        ondelete="restrict",
        help="The report of a campaign counts people where they were at its start, or"
        " when they joined its units.",
    )
    state = fields.Selection(
        [
            ("belum", "Not begun (belum)"),
            ("sebagian", "Under way (sebagian)"),
            ("selesai", "Complete (selesai)"),
            ("keluar", "Left (keluar)"),
        ],
        "Progress",
        required=True,
        default="belum",
        group_expand=True,
    )
    persen = fields.Integer("Percent", aggregator="avg", default=0)
    selesai_pada = fields.Datetime("Completed On")
    keluar_pada = fields.Date("Left On")
    sebab_keluar = fields.Selection(
        [
            ("pindah", "Works in a unit outside the campaign"),
            ("berhenti", "No longer in the service"),
            ("status", "Another employment status"),
        ],
        "Why Left",
    )
    jumlah_ingat = fields.Integer("Reminders", default=0, aggregator="sum")
    diingatkan_pada = fields.Date("Last Reminder")
    konfirmasi_ids = fields.One2many(
        "asn.pemutakhiran.konfirmasi", "peserta_id", "Confirmations"
    )
    keadaan = fields.Selection(related="pemutakhiran_id.state", string="Campaign Is")
    tanggal_selesai = fields.Date(
        related="pemutakhiran_id.tanggal_selesai", string="Until"
    )
    milik_saya = fields.Boolean("Mine", compute="_compute_lembar")
    lembar = fields.Json("Groups", compute="_compute_lembar")

    _unik = models.UniqueIndex(
        "(pemutakhiran_id, employee_id)", "This person takes part already."
    )
    _kemajuan_idx = models.Index("(pemutakhiran_id, state, unit_id)")

    @api.depends("employee_id", "pemutakhiran_id")
    def _compute_display_name(self):
        for peserta in self:
            nama = peserta.pemutakhiran_id.name, peserta.employee_id.name
            peserta.display_name = ": ".join(filter(None, nama))

    @api.depends("konfirmasi_ids", "state")
    @api.depends_context("uid", "lang")
    def _compute_lembar(self):
        label = dict(
            self.env["asn.pemutakhiran.konfirmasi"]
            ._fields["bagian"]
            ._description_selection(self.env)
        )
        for peserta in self:
            # sudo: the words and confirmations of a readable participant
            peserta_sudo = peserta.sudo()
            peserta.milik_saya = peserta_sudo.employee_id.user_id == self.env.user
            akhir = {k.bagian: k for k in peserta_sudo.konfirmasi_ids}
            jalan = peserta_sudo.pemutakhiran_id.state == "berjalan"
            peserta.lembar = {
                "dapat": peserta.milik_saya and jalan,
                "pernyataan": peserta_sudo.pemutakhiran_id.pernyataan_id.isi or "",
                "bagian": [
                    {
                        "kode": kode,
                        "nama": label[kode],
                        "isi": peserta_sudo._isi_bagian(kode),
                        "hasil": akhir[kode].hasil if kode in akhir else "",
                        "waktu": self.env["asn.usulan"]._waktu_lokal(akhir[kode].waktu)
                        if kode in akhir
                        else "",
                    }
                    for kode in _SEMUA
                ],
            }

    def _isi_bagian(self, bagian):
        """Return what the person vouches for: kinds and how much there is."""
        self.ensure_one()
        hasil = []
        for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            Riwayat = self.env[nama]
            if Riwayat._bagian != bagian:
                continue
            jumlah = Riwayat.search_count(
                [("employee_id", "=", self.employee_id.id), ("status", "=", "sah")]
            )
            hasil.append(
                {"nama": self.env["ir.model"]._get(nama).name, "jumlah": jumlah}
            )
        return hasil

    # -- the person's word -------------------------------------------------

    def action_nyatakan(self, bagian, setuju=False):
        """State that groups of the own data are true (Pasal 19 (3)).

        :param bagian: list of group codes
        :param setuju: that the statement was read and agreed to
        :raise AccessError: for anybody but the person
        :raise UserError: outside the campaign, or not agreed
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: whose participation it is decides
        if self.sudo().employee_id.user_id != self.env.user:
            raise AccessError(
                self.env._("Everybody vouches for the own data, nobody for others.")
            )
        if setuju is not True:
            raise UserError(
                self.env._("Read the statement and mark that you agree with it.")
            )
        if not isinstance(bagian, list) or not bagian or set(bagian) - set(_SEMUA):
            raise UserError(self.env._("Choose which group of your data is true."))
        self._catat_konfirmasi(bagian, "benar")
        return True

    def _catat_konfirmasi(self, bagian, hasil, usulan=None):
        """Add confirmations and bring the progress up to date."""
        self.ensure_one()
        # sudo: rows are the machine's; the caller was checked
        peserta_sudo = self.sudo()
        self.env.cr.execute(
            "SELECT id FROM asn_pemutakhiran_peserta WHERE id = %s FOR UPDATE",
            [self.id],
            log_exceptions=False,
        )
        if peserta_sudo.pemutakhiran_id.state != "berjalan":
            raise UserError(
                self.env._(
                    "This campaign is not running. Changes can still be proposed."
                )
            )
        peserta_sudo.konfirmasi_ids._mesin().create(
            [
                {
                    "peserta_id": self.id,
                    "bagian": kode,
                    "hasil": hasil,
                    "pernyataan_id": peserta_sudo.pemutakhiran_id.pernyataan_id.id,
                    "usulan_id": usulan.id if usulan else False,
                    "user_id": self.env.uid,
                    "waktu": fields.Datetime.now(),
                }
                for kode in dict.fromkeys(bagian)
            ]
        )
        peserta_sudo.invalidate_recordset(["konfirmasi_ids"])
        jumlah = len(set(peserta_sudo.konfirmasi_ids.mapped("bagian")))
        lengkap = jumlah == len(_SEMUA)
        vals = {
            "persen": jumlah * 100 // len(_SEMUA),
            "state": "selesai" if lengkap else "sebagian",
            **_HADIR,
        }
        if lengkap and not peserta_sudo.selesai_pada:
            vals["selesai_pada"] = fields.Datetime.now()
        peserta_sudo._mesin().write(vals)

    def action_usulkan_bagian(self, bagian):
        """Open the page on which the person proposes a change of a group.

        :param str bagian: code of the group
        """
        self.ensure_one()
        self.check_access("read")
        aksi = self.employee_id.action_usulkan()
        aksi["params"]["bagian"] = bagian if bagian in _SEMUA else ""
        return aksi

    def action_ingatkan(self):
        """Remind these people now; for who looks after the campaign.

        :raise AccessError: for anybody else
        """
        self.check_access("read")
        self.pemutakhiran_id._periksa_pengelola()
        # sudo: participants are kept by the machine; the caller was checked
        self.sudo()._ingatkan()
        return True

    def _ingatkan(self):
        """Send one reminder to each person who is not complete."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        sisa = self.filtered(
            lambda p: p.state in BELUM_SELESAI and p.diingatkan_pada != hari_ini
        )
        for kampanye, peserta in sisa.grouped("pemutakhiran_id").items():
            akun = peserta.employee_id.user_id.filtered("active")
            for bahasa, satu in akun.grouped("lang").items():
                baca = kampanye.with_context(lang=bahasa or self.env.lang)
                judul = baca.env._(
                    "Please confirm your data until %s",
                    kampanye.tanggal_selesai.strftime("%d-%m-%Y"),
                )
                isi = baca.env._(
                    "%s: look at your profile group by group, confirm what is true and"
                    " propose what has changed.",
                    kampanye.name,
                )
                kampanye._kirim_kabar(satu, judul, isi, kampanye, True)
            for jumlah, satu in peserta.grouped("jumlah_ingat").items():
                satu._mesin().write(
                    {"jumlah_ingat": jumlah + 1, "diingatkan_pada": hari_ini}
                )
        return len(sisa)
