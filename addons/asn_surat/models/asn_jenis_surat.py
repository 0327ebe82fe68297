from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import isian as mesin_isian
from ..domain import nomor as mesin_nomor
from ..domain.bentuk import FILTER
from .asn_jenis_surat_isian import ISIAN_DASAR

_PIAS = "For special or pre-printed paper; 0 = as usual."


class AsnJenisSurat(models.Model):
    """A kind of letter: its layout, wording, number and way of signing.

    Templates are edited by the administrators (utama, sistem). They contain merge
    fields from a fixed list and no code: see ``domain/isian.py``.
    """

    _name = "asn.jenis.surat"
    _inherit = "asn.bawaan.mixin"
    _description = "Kind of letter (jenis surat)"
    _order = "sequence, name"
    _rec_names_search = ["name", "kode"]

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kode = fields.Char("Code (kode)", required=True)
    name = fields.Char(required=True)
    klasifikasi = fields.Char(
        "Classification (klasifikasi)",
        help="Archive code of Permendagri 83/2022, e.g. 800.1.11.4 for leave.",
    )
    register_id = fields.Many2one(
        "asn.register.surat",
        "Register",
        required=True,
        ondelete="restrict",
        default=lambda self: self._default_register(),
    )
    pola_nomor = fields.Char(
        "Number pattern",
        required=True,
        default="{klasifikasi}/{nomor}/BKPSDM/{tahun}",
        help="May contain {klasifikasi}, {nomor} or {nomor:3}, {tahun}, {bulan}, "
        "{bulan_romawi} and {unit}.",
    )
    bentuk = fields.Selection(
        [
            ("judul", "Centred title and number (surat izin, surat keterangan)"),
            ("surat", "Letter with Nomor, Sifat, Lampiran, Hal and addressee"),
            ("keputusan", "Decree: Menimbang, Mengingat, MEMUTUSKAN (keputusan)"),
        ],
        required=True,
        default="judul",
        string="Layout (bentuk)",
    )
    judul = fields.Char(
        "Title (judul)",
        help="Printed in capitals above the number, e.g. Surat Izin Cuti Tahunan.",
    )
    perihal = fields.Char("Subject (hal)", help="May contain merge fields.")
    sifat = fields.Char("Nature (sifat)", default="Biasa")
    lampiran = fields.Char("Enclosures (lampiran)", default="-")
    tujuan = fields.Text(
        "Addressee (tujuan)",
        help="One line each, below Yth.; may contain merge fields.",
    )
    template = fields.Html(
        "Template",
        sanitize=True,
        sanitize_style=False,
        sanitize_attributes=True,
        help="The body of the letter. Letterhead, number, signature and copies are "
        "added by themselves.",
    )
    tembusan = fields.Text(
        "Copies (tembusan)", help="One line each; may contain merge fields."
    )
    isian_ids = fields.One2many(
        "asn.jenis.surat.isian", "jenis_id", "Merge fields of this letter", copy=True
    )
    kop = fields.Selection(
        [
            ("instansi", "Office of the signer"),
            ("kepala_daerah", "Head of the region"),
            ("tanpa", "None (pre-printed paper)"),
        ],
        "Letterhead (kop)",
        required=True,
        default="instansi",
    )
    kertas = fields.Selection(
        [("f4", "F4 (215 x 330 mm)"), ("a4", "A4 (210 x 297 mm)")],
        "Paper (kertas)",
        required=True,
        default="f4",
    )
    pias_atas = fields.Integer("Top Margin (mm)", help=_PIAS)
    pias_kanan = fields.Integer("Right Margin (mm)", help=_PIAS)
    pias_bawah = fields.Integer("Bottom Margin (mm)", help=_PIAS)
    pias_kiri = fields.Integer("Left Margin (mm)", help=_PIAS)
    mode_ttd = fields.Selection(
        [
            ("elektronik", "Electronic (elektronik)"),
            ("basah", "By hand (basah)"),
            ("keduanya", "Either (keduanya)"),
        ],
        "Signature (tanda tangan)",
        required=True,
        default="elektronik",
    )
    palet = fields.Html(
        "Merge fields", compute="_compute_palet", sanitize=False, readonly=True
    )
    contoh_pegawai_id = fields.Many2one(
        "hr.employee",
        "Preview with the data of",
        compute="_compute_contoh_pegawai_id",
        inverse="_inverse_contoh_pegawai_id",
        help="Not saved; only for the preview below.",
    )
    pratinjau = fields.Html(
        "Preview", compute="_compute_pratinjau", sanitize=False, readonly=True
    )

    _kode_uniq = models.Constraint(
        "UNIQUE(kode)", "This letter code (kode) already exists."
    )

    @api.model
    def _default_register(self):
        """Return the office's common register."""
        return self.env.ref("asn_surat.register_umum", raise_if_not_found=False)

    def _compute_contoh_pegawai_id(self):
        """Start with the person who edits the template."""
        for jenis in self:
            jenis.contoh_pegawai_id = self.env.user.employee_id

    def _inverse_contoh_pegawai_id(self):
        """Choosing a specimen person changes nothing that is stored."""

    @api.depends("isian_ids.kode", "isian_ids.name")
    def _compute_palet(self):
        """List the names and filters that a template may use."""
        for jenis in self:
            baris = Markup("").join(
                Markup("<tr><td><code>{{{{ {} }}}}</code></td><td>{}</td></tr>").format(
                    nama, arti
                )
                for nama, arti in jenis._isian_berlabel().items()
            )
            jenis.palet = Markup(
                "<table class='table table-sm asn-palet'><tbody>{}</tbody></table>"
                "<p>{}</p>"
            ).format(baris, ", ".join(f"|{nama}" for nama in sorted(FILTER)))

    @api.depends(
        "template",
        "bentuk",
        "judul",
        "perihal",
        "sifat",
        "lampiran",
        "tujuan",
        "tembusan",
        "kop",
        "kertas",
        "contoh_pegawai_id",
        "isian_ids.contoh",
    )
    def _compute_pratinjau(self):
        """Show the letter as it would be, or what is wrong with the template."""
        for jenis in self:
            try:
                jenis.pratinjau = jenis._pratinjau_html()
            except mesin_isian.IsianSalah as salah:
                jenis.pratinjau = Markup(
                    "<div class='alert alert-warning' role='alert'>{}</div>"
                ).format(jenis._pesan_isian(salah))

    # ------------------------------------------------------------------
    # Templates
    # ------------------------------------------------------------------

    @api.constrains(
        "template", "judul", "perihal", "tujuan", "tembusan", "isian_ids", "lampiran"
    )
    def _check_template(self):
        """Refuse unknown merge fields, naming those that exist."""
        for jenis in self:
            dikenal = jenis._isian_berlabel()
            for teks in (
                jenis.template,
                jenis.judul,
                jenis.perihal,
                jenis.lampiran,
                jenis.tujuan,
                jenis.tembusan,
            ):
                try:
                    mesin_isian.periksa(teks or "", dikenal)
                except mesin_isian.IsianSalah as salah:
                    raise ValidationError(jenis._pesan_isian(salah))

    @api.constrains("pias_atas", "pias_kanan", "pias_bawah", "pias_kiri")
    def _check_pias(self):
        """Refuse margins that leave no room for a letter."""
        for jenis in self:
            if any(not 0 <= mm <= 80 for _sisi, mm in jenis._semua_pias()):
                raise ValidationError(
                    self.env._("A margin is 0 (the usual one) to 80 mm.")
                )

    def _semua_pias(self):
        return (
            ("top", self.pias_atas),
            ("right", self.pias_kanan),
            ("bottom", self.pias_bawah),
            ("left", self.pias_kiri),
        )

    def _pias(self):
        """Return the margins that special paper needs, ``(side, mm)`` (KDR-12-a)."""
        return tuple((sisi, mm) for sisi, mm in self._semua_pias() if mm)

    @api.constrains("pola_nomor")
    def _check_pola_nomor(self):
        """Refuse patterns that cannot become a number."""
        for jenis in self:
            salah = mesin_nomor.periksa_pola(jenis.pola_nomor)
            if salah:
                raise ValidationError(
                    self.env._(
                        "The number pattern %(pattern)s is wrong at: %(parts)s. It "
                        "needs {nomor} and {tahun} and may contain: %(known)s.",
                        pattern=jenis.pola_nomor,
                        parts=", ".join(salah),
                        known=", ".join(f"{{{unsur}}}" for unsur in mesin_nomor.UNSUR),
                    )
                )

    def _isian_berlabel(self):
        """Return the merge fields of this kind with their meaning."""
        dasar = {
            nama: self.env._(arti) for nama, (arti, _contoh) in ISIAN_DASAR.items()
        }
        return dasar | {satu.kode: satu.name for satu in self.isian_ids if satu.kode}

    def _nilai_contoh(self):
        """Return a specimen for every merge field."""
        dasar = {nama: contoh for nama, (_arti, contoh) in ISIAN_DASAR.items()}
        # What may be empty and has no specimen is left out, as in a usual letter.
        boleh_kosong = mesin_isian.nama_bersyarat(self.template or "")
        isian = {
            satu.kode: satu.contoh
            or ("" if satu.kode in boleh_kosong else f"[{satu.name}]")
            for satu in self.isian_ids
            if satu.kode
        }
        # A list shows one row, made of the specimens of its own names.
        daftar = mesin_isian.nama_daftar(self.template or "")
        return (
            dasar | self._contoh_bentuk(dasar) | isian | {nama: [{}] for nama in daftar}
        )

    def _contoh_bentuk(self, dasar):
        """Return the specimens that follow from the number pattern and letterhead."""
        hasil = {"perihal": ""}
        if not mesin_nomor.periksa_pola(self.pola_nomor or ""):
            hasil["nomor"] = mesin_nomor.susun(
                self.pola_nomor,
                27,
                fields.Date.to_date(dasar["tanggal_surat"]),
                self.klasifikasi,
                "BKPSDM",
            )
        if self.kop == "kepala_daerah":
            hasil |= {
                "ttd_jabatan": dasar["kepala_daerah"],
                "ttd_nip": "",
                "ttd_pangkat": "",
                "ttd_pangkat_golongan": "",
            }
        return hasil

    def _pratinjau_html(self):
        """Return the letter with specimens and the data of the chosen person."""
        self.ensure_one()
        nilai = self._nilai_contoh()
        pegawai = self.contoh_pegawai_id
        if pegawai:
            pegawai.check_access("read")
            # sudo: a letter prints fields of the person that some roles do not see
            # on the profile; the right to the person has just been checked.
            asli = self.env["asn.surat"]._nilai_pegawai(pegawai.sudo())
            nilai |= {nama: isi for nama, isi in asli.items() if isi}
        return self.env["asn.surat.renderer"]._isi_surat(self, nilai, contoh=True)

    def _contoh_pdf(self):
        """Return the letter with specimens as PDF bytes, marked as a draft.

        :raises IsianSalah: when the template and the specimens do not fit
        """
        self.ensure_one()
        return self.env["asn.surat.renderer"]._pdf(
            self._pratinjau_html(),
            kertas=self.kertas,
            judul=self.name,
            draf=True,
            pias=self._pias(),
        )

    def action_preview_pdf(self):
        """Open the letter as a PDF with specimens, marked as a draft."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/surat/pratinjau/{self.id}",
            "target": "new",
        }

    def _pesan_isian(self, salah):
        """Return in words what is wrong with a template or a value."""
        rinci = salah.rinci
        if salah.kode == "nama_tidak_dikenal":
            return self.env._(
                "Letter %(letter)s: unknown merge field %(names)s. Known: %(known)s.",
                letter=self.name or "",
                names=", ".join(f"{{{{ {nama} }}}}" for nama in rinci["nama"]),
                known=", ".join(sorted(self._isian_berlabel())),
            )
        if salah.kode == "saring_tidak_dikenal":
            return self.env._(
                "Unknown format |%(name)s. Known: %(known)s.",
                name=rinci["nama"],
                known=", ".join(sorted(FILTER)),
            )
        if salah.kode == "nilai_tidak_ada":
            return self.env._(
                "Letter %(letter)s: the merge field %(name)s has no value here.",
                letter=self.name or "",
                name=rinci["nama"],
            )
        if salah.kode == "nilai_salah":
            return self.env._(
                "The value of %(name)s does not fit the format |%(format)s.",
                name=rinci["nama"],
                format=rinci["saring"],
            )
        return self.env._(
            "The merge field %s is not written correctly. Write {{ name }} in one "
            "piece, without formatting inside the braces.",
            rinci.get("tanda", ""),
        )
