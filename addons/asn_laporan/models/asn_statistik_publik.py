from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import SQL

from ..domain import penyamaran, statistik

_TERBITKAN = ("asn_base.group_admin_sistem", "asn_base.group_admin_utama")


class AsnStatistikPublik(models.Model):
    """A set of figures for the public: no names, no small cells (Pasal 15).

    Publishing counts once and freezes what everybody sees; only the hidden form
    is stored. Withdrawing takes the page away at once.
    """

    _name = "asn.statistik.publik"
    _inherit = "asn.penjaga.mixin"
    _description = "Published Statistics (Statistik Publik)"
    _order = "tanggal desc, id desc"
    _GUARDED = {
        "state": "draft",
        "isi": False,
        "terbit_pada": False,
        "terbit_oleh_id": False,
        "ditarik_pada": False,
    }

    name = fields.Char("Title", required=True)
    keterangan = fields.Text("About These Figures")
    tanggal = fields.Date(
        "Situation On (Keadaan)",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
    )
    is_unit = fields.Boolean("By Unit", default=True)
    is_status = fields.Boolean("By Status", default=True)
    is_golongan = fields.Boolean("By Grade", default=True)
    is_jenis_jabatan = fields.Boolean("By Kind of Post", default=True)
    is_pendidikan = fields.Boolean("By Education", default=True)
    is_umur = fields.Boolean("By Age", default=True)
    is_jenis_kelamin = fields.Boolean("By Sex", default=True)
    is_agama = fields.Boolean("By Religion", default=False)
    is_pensiun = fields.Boolean("By Year of the Pension", default=True)
    is_silang = fields.Boolean("Unit by Sex (table)", default=True)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("terbit", "Published (terbit)"),
            ("ditarik", "Withdrawn (ditarik)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    isi = fields.Json("Contents", readonly=True, copy=False)
    terbit_pada = fields.Datetime("Published On", readonly=True, copy=False)
    terbit_oleh_id = fields.Many2one(
        "res.users", "Published By", readonly=True, copy=False, ondelete="restrict"
    )
    ditarik_pada = fields.Datetime("Withdrawn On", readonly=True, copy=False)
    alamat = fields.Char("Public Page", compute="_compute_alamat")

    # Two sets of one day could be subtracted from each other.
    _satu_hari_uniq = models.UniqueIndex(
        "(tanggal) WHERE state = 'terbit'",
        "Figures of this date are published already. Withdraw them first.",
    )

    @api.depends("state")
    def _compute_alamat(self):
        for satu in self:
            satu.alamat = (
                f"{satu.get_base_url()}/data-asn/{satu.id}"
                if satu.state == "terbit"
                else False
            )

    @api.constrains("tanggal")
    def _check_tanggal(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if any(satu.tanggal > hari_ini for satu in self):
            raise ValidationError(
                self.env._("Figures are published for a date that has come.")
            )

    def write(self, vals):
        if not self._is_mesin() and any(satu.state == "terbit" for satu in self):
            raise UserError(
                self.env._("Published figures are not changed. Withdraw them first.")
            )
        res = super().write(vals)
        self.env.registry.clear_cache()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_terbit(self):
        if any(satu.state != "draft" for satu in self):
            raise UserError(
                self.env._("A set that was published is kept; withdraw it instead.")
            )

    def _periksa_penerbit(self):
        user = self.env.user
        if not any(user.has_group(grup) for grup in _TERBITKAN):
            raise AccessError(
                self.env._(
                    "Figures are published and withdrawn by Administrator Sistem or"
                    " Administrator Utama."
                )
            )
        self.check_access("write")
        self.lock_for_update()

    def action_terbitkan(self):
        """Count, hide small cells and publish.

        :raise UserError: for a set without any table, or one that is published
        """
        self.ensure_one()
        self._periksa_penerbit()
        if self.state == "terbit":
            raise UserError(self.env._("This set is published already."))
        if not self._dimensi() and not self.is_silang:
            raise UserError(self.env._("Choose at least one table."))
        isi = self._isi_publik()
        self.env["asn.jejak.ekspor"]._catat(
            "laporan.statistik_publik", len(isi["tabel"]), "publik", self.name
        )
        self._mesin().write(
            {
                "state": "terbit",
                "isi": isi,
                "terbit_pada": fields.Datetime.now(),
                "terbit_oleh_id": self.env.uid,
                "ditarik_pada": False,
            }
        )
        return True

    def action_tarik(self):
        """Take the figures from the public page."""
        self.ensure_one()
        self._periksa_penerbit()
        if self.state != "terbit":
            raise UserError(self.env._("This set is not published."))
        self._mesin().write(
            {"state": "ditarik", "isi": False, "ditarik_pada": fields.Datetime.now()}
        )
        return True

    def action_lihat(self):
        """Open the public page."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self.alamat, "target": "new"}

    # -- contents ----------------------------------------------------------

    def _dimensi(self):
        return [nama for nama in statistik.DIMENSI if self[f"is_{nama}"]]

    def _isi_publik(self):
        """Return what is published: hidden tables as plain data."""
        Statistik = self.env["asn.statistik"]
        hitung = Statistik._hitung(self.env["hr.department"], self.tanggal)
        Statistik._samarkan(hitung)
        tabel = [
            {
                "kode": satu["kode"],
                "judul": satu["judul"],
                "kolom": ["Jumlah"],
                "baris": [[b["label"], b["jumlah"]] for b in satu["baris"]],
                "jumlah": [satu["jumlah"]],
            }
            for satu in hitung["tabel"]
            if satu["kode"] in self._dimensi()
            and satu["baris"]
            # The cross table has these figures as its totals; the same figures
            # hidden in another way could be compared with it.
            and not (self.is_silang and satu["kode"] in ("unit", "jenis_kelamin"))
        ]
        if self.is_silang:
            tabel.insert(0, self._silang())
        return {
            "jumlah": hitung["ringkas"]["jumlah"],
            "tanggal": self.tanggal.isoformat(),
            "tabel": tabel,
        }

    def _silang(self):
        """Return the table of units by sex, hidden with its totals."""
        Statistik = self.env["asn.statistik"]
        _ids, peta = Statistik._peta_unit(self.env["hr.department"])
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """SELECT pu.kelompok, count(*) FILTER (WHERE k.jenis_kelamin = 'L'),
                          count(*) FILTER (WHERE k.jenis_kelamin = 'P')
                     FROM (%s) k
                     JOIN unnest(%s::int[], %s::int[]) AS pu(unit_id, kelompok)
                       ON pu.unit_id = k.unit_id
                    WHERE k.jenis_kelamin IS NOT NULL GROUP BY 1""",
                self.env["asn.keadaan"]._sql(self.tanggal),
                list(peta),
                list(peta.values()),
            )
        )
        angka = {str(unit): [laki, puan] for unit, laki, puan in self.env.cr.fetchall()}
        nama = Statistik._nama("unit", list(angka))
        unit = [kunci for kunci in nama if kunci in angka]
        samar = penyamaran.samarkan_silang([angka[kunci] for kunci in unit] or [[0, 0]])
        return {
            "kode": "unit_jenis_kelamin",
            "judul": "Unit Kerja menurut Jenis Kelamin",
            "kolom": ["Laki-laki", "Perempuan", "Jumlah"],
            "baris": [
                [nama[kunci], *baris] for kunci, baris in zip(unit, samar, strict=False)
            ],
            "jumlah": samar[-1],
        }

    @api.model
    @tools.ormcache()
    def _terbitan(self):
        """Return what is public, newest first: titles and tables, nothing else.

        Cached until a set is published or withdrawn: visitors cost no query.
        """
        # sudo: what was published is for everybody, also without an account.
        semua = self.sudo().search([("state", "=", "terbit")])
        return tuple(
            {
                **satu.isi,
                "id": satu.id,
                "nama": satu.name,
                "keterangan": satu.keterangan or "",
                "tanggal": satu.tanggal,
                "terbit": satu.terbit_pada.date(),
            }
            for satu in semua
        )
