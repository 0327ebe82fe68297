from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import ValidationError

from ..domain import cltn

BENTUK_CLTN = [
    ("pemberian", "Grant (pemberian)"),
    ("perpanjangan", "Extension (perpanjangan)"),
    ("pengaktifan", "Back on duty (pengaktifan kembali)"),
]
#: What the applicant fills in, part of the decision once it was submitted.
ISIAN_CLTN = (
    "cltn_bentuk",
    "cltn_tanggal_lapor",
    "cltn_tmt_aktif",
    "cltn_jabatan_id",
)


class AsnPermohonan(models.Model):
    """Leave outside state responsibility (CLTN): its three forms.

    A grant and its extension are leave with a first and a last day. The way back
    is none: it has the day of the report and the day from which somebody is on
    duty again, in which post.
    """

    _inherit = "asn.permohonan"

    cltn_bentuk = fields.Selection(
        BENTUK_CLTN,
        "What Is Asked (CLTN)",
        compute="_compute_cltn_bentuk",
        store=True,
        readonly=False,
        precompute=True,
    )
    cltn_tanggal_lapor = fields.Date(
        "Reported On (Tanggal Lapor)",
        help="Day of the written report, within one month after the end (CUTI-L-07).",
    )
    cltn_tmt_aktif = fields.Date("Back on Duty From (TMT Pengaktifan)")
    cltn_jabatan_id = fields.Many2one(
        "hr.job",
        "Post After the Return",
        ondelete="restrict",
        help="A vacant post, agreed with BKPSDM. Without one nothing can be signed"
        " (CUTI-L-08).",
    )

    @api.depends("jenis_cuti", "employee_id")
    def _compute_cltn_bentuk(self):
        """Offer what fits the history: grant, extension or the way back."""
        for permohonan in self:
            if permohonan.jenis_cuti != "cltn":
                permohonan.cltn_bentuk = False
            elif not permohonan.cltn_bentuk:
                permohonan.cltn_bentuk = permohonan._bentuk_cltn_awal()

    def _bentuk_cltn_awal(self):
        berjalan = self._cltn_berjalan()
        return cltn.bentuk_awal(
            bool(berjalan),
            berjalan.tanggal_selesai,
            berjalan.jenis == "5",
            self.env["hr.employee"]._asn_hari_ini(),
        )

    def _cltn_berjalan(self):
        """Return the leave of this person from which nobody came back yet.

        Rows of the product that this request corrects do not count.
        """
        self.ensure_one()
        # sudo: the history decides, whoever files for the person
        diri = self.sudo()
        pegawai = diri.employee_id._origin or diri.employee_id
        return diri.env["asn.riwayat.cltn"]._berjalan(
            pegawai, diri.asal_id.dokumen_produk_id
        )

    def _is_cltn(self, *bentuk):
        """Tell whether this is a request for CLTN in one of these forms."""
        self.ensure_one()
        return self.jenis_cuti == "cltn" and self.cltn_bentuk in bentuk

    @api.onchange("cltn_bentuk")
    def _onchange_cltn_bentuk(self):
        """An extension follows the leave without a gap; a report is of today."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if self.cltn_bentuk == "perpanjangan" and self.employee_id:
            selesai = self._cltn_berjalan().tanggal_selesai
            if selesai:
                self.tanggal_mulai = cltn.mulai_perpanjangan(selesai)
                self.tanggal_selesai = cltn.batas_akhir(self.tanggal_mulai, 12)
        elif self.cltn_bentuk == "pengaktifan":
            self.tanggal_mulai = self.tanggal_selesai = False
            self.cltn_tanggal_lapor = self.cltn_tanggal_lapor or hari_ini

    @api.constrains("cltn_tanggal_lapor", "cltn_tmt_aktif")
    def _check_cltn_tanggal(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for permohonan in self:
            lapor, aktif = permohonan.cltn_tanggal_lapor, permohonan.cltn_tmt_aktif
            if lapor and lapor > hari_ini:
                raise ValidationError(
                    self.env._("The day of the report lies in the future.")
                )
            if lapor and aktif and aktif < lapor:
                raise ValidationError(
                    self.env._(
                        "Back on duty (%(day)s) is not before the report (%(report)s).",
                        day=format_panjang(aktif),
                        report=format_panjang(lapor),
                    )
                )

    # ---- as the other columns of leave -----------------------------------

    def write(self, vals):
        """The three forms ask different documents."""
        res = super().write(vals)
        if "cltn_bentuk" in vals and not self._is_mesin():
            self._susun_berkas()
        return res

    @api.model
    def _rentang_maks(self, jenis):
        """Three years and one more, where others take a year."""
        return 4 * 366 if jenis == "cltn" else super()._rentang_maks(jenis)

    @api.depends("cltn_bentuk")
    def _compute_has_sebab_cuti(self):
        """The way back needs no reason."""
        res = super()._compute_has_sebab_cuti()
        for permohonan in self:
            if permohonan._is_cltn("pengaktifan"):
                permohonan.has_sebab_cuti = False
        return res

    @api.depends("cltn_bentuk", "cltn_tanggal_lapor", "cltn_tmt_aktif")
    def _compute_keterangan_cuti(self):
        """Say before the dates are filled in what the chosen form means."""
        lain = self.filtered(lambda p: p.jenis_cuti != "cltn" or not p.employee_id)
        res = super(AsnPermohonan, lain)._compute_keterangan_cuti()
        for permohonan in self - lain:
            teks = permohonan._handler()._keterangan(permohonan)
            permohonan.keterangan_cuti = "\n".join(teks) or False
        return res

    @api.depends("cltn_bentuk", "cltn_tanggal_lapor", "cltn_tmt_aktif")
    def _compute_peringatan_cuti(self):
        return super()._compute_peringatan_cuti()

    @api.depends("jenis_cuti", "cltn_bentuk", "di_luar_negeri")
    def _compute_lini_masa(self):
        """The way ahead follows the kind of leave as soon as it is chosen."""
        return super()._compute_lini_masa()

    @api.depends("cltn_bentuk", "cltn_tmt_aktif")
    def _compute_ringkasan(self):
        return super()._compute_ringkasan()

    def _jenis_surat(self):
        """Return the decree of the form asked."""
        surat = {
            "perpanjangan": "jenis_surat_cltn_perpanjangan",
            "pengaktifan": "jenis_surat_cltn_pengaktifan",
        }.get(self.cltn_bentuk)
        if surat and self.jenis_tindak != "pencabutan":
            return self.env.ref(f"asn_layanan_standar.{surat}")
        return super()._jenis_surat()

    def _jenis_arsip(self):
        """File the decrees under their own kinds."""
        if self.jenis_cuti != "cltn" or self.jenis_tindak == "pencabutan":
            return super()._jenis_arsip()
        if self.cltn_bentuk == "pengaktifan":
            return self.env.ref("asn_layanan_standar.jenis_dokumen_sk_aktif_cltn")
        return self.env.ref("asn_arsip.jenis_dokumen_sk_cltn")
