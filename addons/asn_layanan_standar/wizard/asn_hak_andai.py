from odoo import api, fields, models
from odoo.addons.asn_base.domain import masa_kerja
from odoo.fields import Command


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

    def _baris(self):
        """Return the commands of the lines: now beside what would be."""
        pegawai = self.employee_id._origin
        if not pegawai:
            return []
        pegawai.check_access("read")
        kini = self._tanya(pegawai, {})
        nanti = self._tanya(pegawai, self._fakta())
        # Pay is as confidential here as on the profile.
        is_gaji = bool(pegawai._asn_rahasia_terbuka())
        kunci = sorted(kini | nanti, key=lambda k: (k[0], k[1], k[2]))
        return [
            Command.create(
                {
                    "layanan_id": satu[0],
                    "langkah": satu[2],
                    "teks_langkah": self._teks_langkah(satu[1], satu[2]),
                    "tanggal_kini": kini.get(satu, (False, 0))[0],
                    "tanggal_andai": nanti.get(satu, (False, 0))[0],
                    "gaji_kini": is_gaji and kini.get(satu, (False, 0))[1],
                    "gaji_andai": is_gaji and nanti.get(satu, (False, 0))[1],
                }
            )
            for satu in kunci
        ]

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
