from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatJabatan(models.Model):
    """Posts held: definitif ones, and Plt/Plh/Pj beside them."""

    _name = "asn.riwayat.jabatan"
    _inherit = "asn.riwayat.mixin"
    _description = "Post History (Riwayat Jabatan)"
    _bagian = "pendukung"
    _urutan = 20
    _jenis_dokumen = ("SK_JABATAN", "SK_JABATAN_LAMA", "BA_PELANTIKAN", "SPP", "SPMT")
    _usulan = "bkpsdm"
    _kolom_utama = ("nama_jabatan", "nama_unit", "jenis_penugasan", "tmt")
    _jenis_proyeksi = "jabatan"

    tmt = fields.Date(required=True)
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    jenis_penugasan = fields.Selection(
        [
            ("definitif", "Definitive"),
            ("plt", "Acting (Plt)"),
            ("plh", "Daily acting (Plh)"),
            ("pj", "Temporary (Pj)"),
            ("tt", "Additional duty (tugas tambahan)"),
        ],
        "Assignment",
        default="definitif",
        required=True,
    )
    nama_jabatan = fields.Char(
        "Post as in the Decree",
        help="The name at that time; it stays when the post is renamed.",
    )
    nama_unit = fields.Char(
        "Unit as in the Decree",
        help="The name at that time; it stays when the unit is renamed or closed.",
    )
    sub_jabatan = fields.Char("Subject or Specialism (Sub Jabatan)")
    jenis_mutasi = fields.Selection(
        [("MJ", "Change of post (mutasi jabatan)"), ("MU", "Change of unit")],
        "Kind of Move (Jenis Mutasi)",
    )
    tmt_mutasi = fields.Date("TMT of the Move")
    eselon = fields.Char("Eselon")
    kelas_jabatan = fields.Integer("Post Class (Kelas Jabatan)", aggregator=None)
    tmt_pelantikan = fields.Date("Inaugurated On (Pelantikan)")
    tmt_selesai = fields.Date("Ends On", help="Last day of the assignment.")
    koreksi_dari_id = fields.Many2one("asn.riwayat.jabatan")

    _kelas_range = models.Constraint(
        "CHECK (kelas_jabatan IS NULL OR kelas_jabatan BETWEEN 0 AND 17)",
        "The post class (kelas jabatan) lies between 1 and 17.",
    )
    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tmt_selesai IS NULL OR tmt_selesai >= tmt)",
        "An assignment cannot end before its TMT.",
    )

    @api.model
    def _lengkapi(self, vals):
        jabatan = self.env["hr.job"].browse(vals.get("jabatan_id"))
        if not vals.get("unit_id") and jabatan:
            vals["unit_id"] = jabatan.department_id.id
        if jabatan:
            jenis = jabatan.jenis_jabatan_id
            vals.setdefault("eselon", jenis.eselon)
            vals.setdefault("kelas_jabatan", jabatan.kelas_jabatan)
        return super()._lengkapi(vals)

    @api.model_create_multi
    def create(self, vals_list):
        # One read for all posts; the loops below touch no database.
        jabatan = {v.get("jabatan_id") for v in vals_list} - {None, False}
        self.env["hr.job"].browse(jabatan).fetch(
            ["name", "department_id", "jenis_jabatan_id", "kelas_jabatan"]
        )
        vals_list = [self._lengkapi(dict(vals)) for vals in vals_list]
        self._isi_nama(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"jabatan_id", "unit_id"}:
            for baris in self:
                nilai = {n: baris[n].id for n in ("jabatan_id", "unit_id")}
                nilai["tmt"] = baris.tmt
                self._isi_nama([nilai])
                nama = {n: nilai[n] for n in ("nama_jabatan", "nama_unit")}
                super(AsnRiwayatJabatan, baris).write(nama | vals)
        return res

    @api.model
    def _isi_nama(self, vals_list):
        """Add the names of post and unit as they were on the TMT.

        :param vals_list: values with ``jabatan_id``, ``unit_id`` and ``tmt``
        """
        for medan, model, nama in (
            ("jabatan_id", "hr.job", "nama_jabatan"),
            ("unit_id", "hr.department", "nama_unit"),
        ):
            ids = {v.get(medan) for v in vals_list} - {None, False}
            pada = self.env[model].browse(ids)._asn_nama_pada()
            for vals in vals_list:
                if vals.get(medan) and not vals.get(nama):
                    vals[nama] = pada(vals[medan], fields.Date.to_date(vals.get("tmt")))

    @api.onchange("jabatan_id")
    def _onchange_jabatan_id(self):
        if self.jabatan_id.department_id:
            self.unit_id = self.jabatan_id.department_id

    @api.constrains("jenis_penugasan", "tmt_selesai", "status")
    def _check_definitif_terbuka(self):
        for baris in self:
            if baris.jenis_penugasan == "plh" and not baris.tmt_selesai:
                raise ValidationError(
                    self.env._("A daily acting assignment (Plh) needs its last day.")
                )
