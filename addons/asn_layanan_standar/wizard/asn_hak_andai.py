from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.addons.asn_base.domain import masa_kerja
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.fields import Command

from ..domain.andai import geser
from ..models.asn_hak_layanan import TAHUN

#: Longer service in a grade is in no table of pay, in years.
_MKG_TERLAMA = 50


class AsnHakAndai(models.TransientModel):
    """What moves when a date, a grade or a post were different.

    Asks the forecast with other facts of one person; nothing is recorded.
    """

    _name = "asn.hak.andai"
    _description = "What If (Hak Andai)"

    employee_id = fields.Many2one(
        "hr.employee",
        "Employee",
        required=True,
        default=lambda self: self.env.user.employee_id,
    )
    golongan_id = fields.Many2one(
        "asn.golongan",
        "Grade (Golongan)",
        compute="_compute_kini",
        compute_sudo=False,
        store=True,
        readonly=False,
    )
    tmt_golongan = fields.Date(
        "TMT of the Grade",
        compute="_compute_kini",
        compute_sudo=False,
        store=True,
        readonly=False,
    )
    mkg_tahun = fields.Integer(
        "MKG on the TMT (years)",
        compute="_compute_mkg",
        compute_sudo=False,
        store=True,
        readonly=False,
    )
    mkg_bulan = fields.Integer(
        "MKG on the TMT (months)",
        compute="_compute_mkg",
        compute_sudo=False,
        store=True,
        readonly=False,
    )
    jabatan_id = fields.Many2one(
        "hr.job",
        "Post (Jabatan)",
        compute="_compute_kini",
        compute_sudo=False,
        store=True,
        readonly=False,
        help="The post decides the retirement age (BUP) and the kind of promotion.",
    )
    pendidikan_id = fields.Many2one(
        "asn.pendidikan",
        "Education (Pendidikan)",
        compute="_compute_kini",
        compute_sudo=False,
        store=True,
        readonly=False,
        help="The ceiling of a regular promotion follows from it.",
    )
    baris_ids = fields.One2many(
        "asn.hak.andai.baris",
        "andai_id",
        "What Moves",
        compute="_compute_baris",
        compute_sudo=False,
        store=True,
    )
    keberatan = fields.Char("Cannot Be", compute="_compute_keberatan")
    tercatat = fields.Char("Recorded Now", compute="_compute_tercatat")
    jumlah_berubah = fields.Integer("Changed", compute="_compute_jumlah_berubah")

    @api.depends("employee_id")
    def _compute_kini(self):
        for andai in self:
            pegawai = andai.employee_id
            andai.golongan_id = pegawai.golongan_id
            andai.tmt_golongan = pegawai.tmt_golongan
            andai.jabatan_id = pegawai.jabatan_id
            andai.pendidikan_id = pegawai.pendidikan_id

    @api.depends("employee_id", "golongan_id", "tmt_golongan")
    def _compute_mkg(self):
        """Count the service in the grade up to the supposed TMT (services 2.5).

        A later TMT has more of it, and less in a higher group; it can be typed over.
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        potongan, _tambahan = self.employee_id._origin._asn_potongan_masa_kerja(
            hari_ini
        )
        for andai in self:
            pegawai, tmt = andai.employee_id, andai.tmt_golongan
            lama = pegawai.mkg_sk_tahun, pegawai.mkg_sk_bulan
            if tmt and pegawai.tmt_golongan and tmt > pegawai.tmt_golongan:
                jeda = potongan.get(pegawai._origin.id, ())
                lama = masa_kerja.mkg(pegawai.tmt_golongan, *lama, tmt, potongan=jeda)
            golongan = pegawai.golongan_id.kode, andai.golongan_id.kode
            if all(golongan):
                lama = masa_kerja.mkg_setelah_naik(*golongan, *lama)
            andai.mkg_tahun, andai.mkg_bulan = lama

    @api.depends("employee_id")
    def _compute_tercatat(self):
        """Say what is recorded, so that one sees what was changed."""
        for andai in self:
            pegawai = andai.employee_id
            bagian = []
            if pegawai.golongan_id and pegawai.tmt_golongan:
                bagian.append(
                    self.env._(
                        "%(grade)s since %(day)s, MKG %(years)s years %(months)s months",
                        grade=pegawai.golongan_id.display_name,
                        day=format_panjang(pegawai.tmt_golongan),
                        years=pegawai.mkg_sk_tahun,
                        months=pegawai.mkg_sk_bulan,
                    )
                )
            bagian += pegawai.jabatan_id.mapped("name")
            bagian += pegawai.pendidikan_id.mapped("display_name")
            andai.tercatat = "; ".join(bagian) or False

    @api.depends("employee_id", "golongan_id", "tmt_golongan", "mkg_tahun", "mkg_bulan")
    def _compute_keberatan(self):
        for andai in self:
            andai.keberatan = andai._keberatan()

    def _keberatan(self):
        """Return why these facts cannot be, in words that say what to change."""
        pegawai = self.employee_id._origin
        tmt, golongan = self.tmt_golongan, self.golongan_id
        if not pegawai:
            return False
        if pegawai.golongan_id and pegawai.tmt_golongan and not (tmt and golongan):
            return self.env._(
                "Fill in the grade and its TMT: the days follow from them."
            )
        if golongan and (golongan.jenis == "pppk") != (
            pegawai.status_pegawai or ""
        ).startswith("pppk"):
            return self.env._(
                "%s is a grade of another kind of employee. Choose a grade of the same"
                " kind (PNS or PPPK) as now.",
                golongan.display_name,
            )
        batas = self.env["hr.employee"]._asn_hari_ini() + relativedelta(years=TAHUN)
        awal = pegawai.tmt_cpns or pegawai.tanggal_lahir
        if tmt and tmt > batas:
            return self.env._(
                "The forecast looks five years ahead: choose a TMT up to %s.",
                format_panjang(batas),
            )
        if tmt and awal and tmt < awal:
            return self.env._(
                "The TMT of the grade cannot be before the service began, %s.",
                format_panjang(awal),
            )
        if not (0 <= self.mkg_tahun <= _MKG_TERLAMA and 0 <= self.mkg_bulan <= 11):
            return self.env._(
                "MKG is 0 to %s years and 0 to 11 months.", str(_MKG_TERLAMA)
            )
        return False

    @api.depends(
        "employee_id",
        "golongan_id",
        "tmt_golongan",
        "mkg_tahun",
        "mkg_bulan",
        "jabatan_id",
        "pendidikan_id",
    )
    def _compute_baris(self):
        for andai in self:
            andai.baris_ids = [Command.clear(), *andai._baris()]

    @api.depends("baris_ids.is_berubah")
    def _compute_jumlah_berubah(self):
        for andai in self:
            andai.jumlah_berubah = len(andai.baris_ids.filtered("is_berubah"))

    def _baris(self):
        """Return the commands of the lines: now beside what would be."""
        pegawai = self.employee_id._origin
        if not pegawai:
            return []
        pegawai.check_access("read")
        if self._keberatan():
            return []
        kini = self._tanya(pegawai, {})
        nanti = self._tanya(pegawai, self._fakta())
        kunci = sorted(kini | nanti, key=lambda k: (k[0], k[1], k[2]))
        kosong = (False, 0)
        is_gaji = self._boleh_gaji(pegawai)
        return [
            Command.create(
                self._vals_baris(
                    satu, kini.get(satu, kosong), nanti.get(satu, kosong), is_gaji
                )
            )
            for satu in kunci
        ]

    @api.model
    def _boleh_gaji(self, pegawai):
        """Tell whether pay is shown: it is as confidential here as on the profile."""
        Baris = self.env["asn.hak.andai.baris"]
        return Baris._has_field_access(Baris._fields["gaji_kini"], "read") and bool(
            pegawai._asn_rahasia_terbuka()
        )

    @api.model
    def _vals_baris(self, kunci, kini, nanti, is_gaji):
        """Return the values of a line.

        :param kunci: service id, kind and step
        :param kini: day and rupiah as it is
        :param nanti: day and rupiah as it would be
        """
        layanan, kode, langkah = kunci
        vals = {
            "layanan_id": layanan,
            "langkah": langkah,
            "teks_langkah": self._teks_langkah(kode, langkah),
            "tanggal_kini": kini[0],
            "tanggal_andai": nanti[0],
            "is_berubah": kini[0] != nanti[0],
            "beda": self._teks_beda(kini[0], nanti[0]),
        }
        if is_gaji:
            vals |= {
                "gaji_kini": kini[1],
                "gaji_andai": nanti[1],
                "beda_gaji": nanti[1] - kini[1] if kini[1] and nanti[1] else 0,
                "is_berubah": kini != nanti,
            }
        return vals

    @api.model
    def _teks_beda(self, kini, nanti):
        """Return in words how a day moves."""
        arah, tahun, bulan, hari = geser(kini or None, nanti or None)
        if arah == "tetap":
            return self.env._("Same day")
        if arah == "baru":
            return self.env._("New within five years")
        if arah == "hilang":
            return self.env._("No longer within five years")
        lama = []
        if tahun:
            lama.append(self.env._("%s years", tahun))
        if bulan:
            lama.append(self.env._("%s months", bulan))
        if hari:
            lama.append(self.env._("%s days", hari))
        jarak = " ".join(lama)
        if arah == "awal":
            return self.env._("%s earlier", jarak)
        return self.env._("%s later", jarak)

    def _fakta(self):
        """Return the facts that are supposed, as columns of the forecast."""
        umur = self.env["hr.employee"].new(
            {
                "tanggal_lahir": self.employee_id.tanggal_lahir,
                "jabatan_id": self.jabatan_id._origin.id,
            }
        )
        return {
            "golongan_id": self.golongan_id._origin.id or None,
            "tmt_golongan": self.tmt_golongan or None,
            "mkg_sk": self.mkg_tahun * 12 + self.mkg_bulan,
            "jabatan_id": self.jabatan_id._origin.id or None,
            "pendidikan_id": self.pendidikan_id._origin.id or None,
            "tmt_pensiun": umur.tmt_pensiun or None,
            "bup_tahun": umur.bup_tahun or None,
        }

    @api.model
    def _teks_langkah(self, kode, langkah):
        """Return a step as people read it."""
        Hak = self.env["asn.hak.layanan"]
        return Hak.new({"kode": kode, "langkah": langkah})._teks_langkah()

    @api.model
    def _tanya(self, pegawai, andai):
        """Return ``{(service id, kind, step): (day, rupiah)}`` of one person."""
        Hak = self.env["asn.hak.layanan"]
        self.env.flush_all()
        self.env.cr.execute(Hak._sql_hak(pegawai.ids, andai))
        return {
            # One pension moves with the retirement age; it is no other pension.
            (b["layanan_id"], b["kode"], b["kode"] != "bup" and b["langkah"]): (
                b["tanggal"],
                b["gaji_baru"] or 0,
            )
            for b in self.env.cr.dictfetchall()
        }
