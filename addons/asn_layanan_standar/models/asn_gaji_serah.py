import base64
import hashlib

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN, format_panjang
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..domain import berkas_gaji

#: Services whose decrees change the basic pay, and what a list of one holds.
LAYANAN = {"kgb": "kgb", "kenaikan_pangkat": "kp"}
_JUDUL = {
    "semua": "Daftar Perubahan Gaji",
    "kgb": "Daftar Kenaikan Gaji Berkala",
    "kp": "Daftar Kenaikan Pangkat",
}
_PRODUK = ("issued", "done")


class AsnGajiSerah(models.Model):
    """List of issued changes of basic pay that the finance office takes over (5.3).

    Increments (KGB) and promotions of a month stand in one list: the treasurer pays
    a person once a month. An officer of one of the two services makes lists of that
    one only. Each letter stands in one list. What is issued after a list was taken
    over goes into the next one of the month. The file is made once and kept with its
    checksum.
    """

    _name = "asn.gaji.serah"
    _inherit = "asn.penjaga.mixin"
    _description = "Hand-over List of Pay Changes (Daftar Serah Perubahan Gaji)"
    _order = "bulan desc, id desc"
    _rec_name = "judul"
    _GUARDED = {
        "judul": False,
        "lingkup": "semua",
        "urut": False,
        "file": False,
        "nama_file": False,
        "sha256": False,
        "dibuat_pada": False,
        "dibuat_oleh_id": False,
        "diterima_pada": False,
        "dicatat_oleh_id": False,
    }

    judul = fields.Char("Title", readonly=True, copy=False)
    bulan = fields.Date("Month (TMT)", required=True, readonly=True)
    unit_id = fields.Many2one(
        "hr.department", "Unit and Below", readonly=True, ondelete="restrict"
    )
    lingkup = fields.Selection(
        [
            ("semua", "Increments and promotions"),
            ("kgb", "Increments (KGB)"),
            ("kp", "Promotions (KP)"),
        ],
        "What It Holds",
        required=True,
        readonly=True,
        default="semua",
    )
    urut = fields.Integer("List No.", readonly=True, copy=False, aggregator=None)
    permohonan_ids = fields.One2many(
        "asn.permohonan", "gaji_serah_id", "Letters", readonly=True
    )
    jumlah = fields.Integer("Number of Letters", compute="_compute_jumlah")
    jumlah_kgb = fields.Integer("Letters of KGB", compute="_compute_jumlah")
    jumlah_kp = fields.Integer("Letters of Promotion (KP)", compute="_compute_jumlah")
    selisih = fields.Integer(
        "More a Month (Rp)", compute="_compute_jumlah", groups=RAHASIA
    )
    file = fields.Binary("File", readonly=True, copy=False, groups=RAHASIA)
    nama_file = fields.Char("File Name", readonly=True, copy=False)
    sha256 = fields.Char("Checksum (SHA-256)", readonly=True, copy=False)
    dibuat_pada = fields.Datetime("Made", readonly=True, copy=False)
    dibuat_oleh_id = fields.Many2one(
        "res.users", "Made By", readonly=True, copy=False, ondelete="restrict"
    )
    penerima = fields.Char("Taken Over By", copy=False, help="Name, at BPKAD.")
    jabatan_penerima = fields.Char("Post", copy=False)
    tanggal_terima = fields.Date("Taken Over On", copy=False)
    diterima_pada = fields.Datetime("Recorded", readonly=True, copy=False)
    dicatat_oleh_id = fields.Many2one(
        "res.users", "Recorded By", readonly=True, copy=False, ondelete="restrict"
    )

    @api.depends("permohonan_ids")
    def _compute_jumlah(self):
        for serah in self:
            # sudo: sums of the list that one may read
            surat = serah.sudo().permohonan_ids
            pangkat = surat.filtered("kp_golongan_id")
            berkala = surat - pangkat
            serah.jumlah = len(surat)
            serah.jumlah_kgb = len(berkala)
            serah.jumlah_kp = len(pangkat)
            serah.selisih = sum(b.tambahan for b in serah._susunan())

    @api.model_create_multi
    def create(self, vals_list):
        """Lists are made from the issued letters only."""
        if not self._is_mesin():
            self._tolak_guarded(["permohonan_ids"])
        return super().create(vals_list)

    def write(self, vals):
        """What was taken over stays as it was recorded."""
        if not self._is_mesin():
            self._periksa_petugas()
            if any(serah.diterima_pada for serah in self):
                self._tolak_guarded(set(vals) & set(self._fields))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("A hand-over list is kept."))

    @api.model
    def _periksa_petugas(self):
        """Refuse others than officers of a service that changes pay (BKPSDM).

        :raises AccessError: for everybody else
        """
        if self._lingkup_petugas():
            return
        raise AccessError(
            self.env._(
                "Only an officer of increments or promotions at BKPSDM does this."
            )
        )

    @api.model
    def _lingkup_petugas(self):
        """Return what lists of this user hold: of both services, of one, or False."""
        user = self.env.user
        if self.env.su:
            return "semua"
        if not user.has_group("asn_base.group_admin_aplikasi"):
            return False
        # sudo: the code of a service is no secret
        kode = [k for k in user.sudo().layanan_ids.mapped("code") if k in LAYANAN]
        return "semua" if len(kode) > 1 else kode and LAYANAN[kode[0]]

    # ---- making --------------------------------------------------------------

    @api.model
    def _buka(self, bulan, unit):
        """Return the page of the list: the one not taken over yet, or a new one.

        :param bulan: first day of the month of the TMT
        :param unit: department and those below, or an empty record for all
        :raises UserError: nothing is issued that does not stand in a list yet
        """
        lingkup = self._lingkup_petugas()
        # sudo: officers of the service; the caller checked that
        sudo = self.sudo()
        serah = sudo.search(
            [
                ("bulan", "=", bulan),
                ("unit_id", "=", unit.id),
                ("lingkup", "=", lingkup),
                ("diterima_pada", "=", False),
            ],
            limit=1,
        )
        baru = sudo._belum_diserahkan(bulan, unit, lingkup)
        if not serah and not baru:
            raise UserError(
                self.env._(
                    "There is nothing to hand over: no increment or promotion of this"
                    " month was issued that does not stand in a list yet."
                )
            )
        if not serah:
            urut = sudo.search_count([("bulan", "=", bulan)]) + 1
            serah = sudo._mesin().create(
                {
                    "bulan": bulan,
                    "unit_id": unit.id,
                    "urut": urut,
                    "lingkup": lingkup,
                }
            )
        if baru:
            baru._mesin().write({"gaji_serah_id": serah.id})
            serah._susun()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": serah.id,
            "views": [(False, "form")],
        }

    @api.model
    def _belum_diserahkan(self, bulan, unit, lingkup):
        """Return what was issued up to a month and stands in no list.

        :param lingkup: ``kgb``, ``kp`` or ``semua``
        """
        batas = berkas_gaji.bulan_berikut(bulan)
        berkala = Domain("kgb_jenis", "in", ("berkala", "istimewa"))
        pangkat = Domain("kp_golongan_id", "!=", False)
        domain = Domain(
            [
                (
                    "layanan_id.code",
                    "in",
                    [k for k, v in LAYANAN.items() if lingkup in ("semua", v)],
                ),
                ("state", "in", _PRODUK),
                ("gaji_serah_id", "=", False),
            ]
        ) & (
            (berkala & Domain("kgb_tmt", "<", batas))
            | (pangkat & Domain("kp_tmt", "<", batas))
        )
        if unit:
            domain &= Domain("unit_id", "child_of", unit.id)
        return self.env["asn.permohonan"].search(domain)

    def _susun(self):
        """Make the file anew; only while it was not taken over."""
        self.ensure_one()
        perusahaan = self.env.company
        bulan = f"{NAMA_BULAN[self.bulan.month - 1]} {self.bulan.year}"
        judul = f"{_JUDUL[self.lingkup]} {bulan}"
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        baris = self._susunan()
        orang = self.permohonan_ids.employee_id
        isi = berkas_gaji.serah(
            berkas_gaji.kop(
                perusahaan.asn_nama_daerah, perusahaan.name, perusahaan.asn_nama_badan
            ),
            ["DAFTAR SERAH TERIMA", judul.upper()],
            [
                ("Daftar ke", self.urut),
                ("Unit Kerja", self.unit_id.name or "Semua"),
                ("Jumlah", f"{len(baris)} surat, {len(orang)} pegawai"),
                *berkas_gaji.rekap([(b.ubah.jenis, b.tambahan) for b in baris]),
            ],
            [self._baris(b) for b in baris],
            f"{perusahaan.asn_ibu_kota or ''}, {format_panjang(hari_ini)}",
        )
        for satu in baris:
            satu.surat._mesin().write({"serah_catatan": satu.catatan or False})
        self._mesin().write(
            {
                "judul": f"{judul} ({self.urut})",
                "file": base64.b64encode(isi),
                "nama_file": f"serah-gaji-{self.bulan:%Y-%m}-{self.urut}.xlsx",
                "sha256": hashlib.sha256(isi).hexdigest(),
                "dibuat_pada": fields.Datetime.now(),
                "dibuat_oleh_id": self.env.uid,
            }
        )
        self._jejak()

    def _keluarkan(self, permohonan):
        """Take letters out that are no longer in force.

        A list that finance has taken over stays as it was: its officer is told, to
        have the payment stopped.

        :param permohonan: requests of this list, unrestricted
        """
        # sudo: lists are the service's to keep, whoever revokes
        serah = self.sudo()
        if not serah:
            return
        if not serah.diterima_pada:
            permohonan._mesin().write({"gaji_serah_id": False, "serah_catatan": False})
            serah._susun()
            return
        user = serah.dicatat_oleh_id
        bahasa = self.with_context(lang=user.lang).env
        self.env["asn.pemberitahuan"]._catat(
            [
                {
                    "user_id": user.id,
                    "judul": bahasa._(
                        "A change of pay handed over is no longer in force"
                    ),
                    "isi": bahasa._(
                        "%(name)s in %(list)s, letter %(number)s. Tell finance (BPKAD),"
                        " so that it is not paid.",
                        name=satu.employee_id.name,
                        list=serah.judul,
                        number=satu._perubahan_gaji().nomor,
                    ),
                    "jenis": "peringatan",
                    "res_model": self._name,
                    "res_id": serah.id,
                }
                for satu in permohonan
            ]
        )

    @api.model
    def _baris(self, satu):
        """Return one row in the order of the columns."""
        permohonan, ubah = satu.surat, satu.ubah
        pegawai = permohonan.employee_id
        lama, baru = ubah.golongan_lama, ubah.golongan_baru
        sebutan = ubah.sebutan
        if permohonan.jenis_tindak:
            sebutan = f"{sebutan} ({permohonan.jenis_tindak})"
        return (
            pegawai.nama_lengkap or pegawai.name,
            pegawai.nip or "",
            permohonan.unit_id.name or "",
            sebutan,
            berkas_gaji.pangkat(lama.pangkat, lama.kode),
            berkas_gaji.pangkat(baru.pangkat, baru.kode),
            ubah.mkg,
            ubah.gaji_lama,
            ubah.gaji_baru,
            satu.tambahan,
            ubah.persen,
            ubah.tmt,
            ubah.nomor,
            ubah.tanggal,
            ubah.berikutnya,
            satu.catatan,
        )

    def _jejak(self):
        """Leave the trace of a list that goes out, where traces are kept."""
        if "asn.jejak.ekspor" in self.env:
            self.env["asn.jejak.ekspor"]._catat(
                "laporan.serah_gaji", self.jumlah, "persetujuan", self.judul
            )

    # ---- handing over --------------------------------------------------------

    def action_unduh(self):
        """Open the file for the finance office.

        :raises AccessError: for others than officers of the service
        """
        self.ensure_one()
        self.check_access("read")
        self._periksa_petugas()
        self._jejak()
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file/{self.nama_file}"
            "?download=1",
            "target": "self",
        }

    def action_terima(self):
        """Record that the finance office took the list over; it is closed then.

        :raises UserError: name or date are missing, or the day has not come
        """
        self.ensure_one()
        self.check_access("write")
        self._periksa_petugas()
        self.lock_for_update()
        if self.diterima_pada:
            raise UserError(self.env._("This list was already taken over."))
        if not self.jumlah:
            raise UserError(
                self.env._("The list is empty: its letters are no longer in force.")
            )
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if not (self.penerima or "").strip() or not self.tanggal_terima:
            raise UserError(self.env._("Fill in who took it over, and when."))
        if self.tanggal_terima > hari_ini:
            raise UserError(self.env._("The day of the hand-over has not come yet."))
        self._mesin().write(
            {
                "diterima_pada": fields.Datetime.now(),
                "dicatat_oleh_id": self.env.uid,
            }
        )
        return True
