from datetime import date

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import isian

JENIS_PERTANYAAN = [
    ("teks", "Short text (teks)"),
    ("teks_panjang", "Long text (teks panjang)"),
    ("bilangan", "Whole number (bilangan)"),
    ("desimal", "Decimal number (desimal)"),
    ("rupiah", "Amount of money (rupiah)"),
    ("tanggal", "Date (tanggal)"),
    ("ya_tidak", "Yes or no (ya/tidak)"),
    ("pilihan", "One choice (pilihan)"),
    ("pilihan_ganda", "Several choices (pilihan ganda)"),
    ("orang", "Person (pegawai)"),
    ("dokumen", "Document (dokumen)"),
    ("judul", "Section heading (judul bagian)"),
]
#: Kind of question -> type of the property that keeps the answer.
_TIPE = {
    "teks": "char",
    "teks_panjang": "text",
    "bilangan": "integer",
    "desimal": "float",
    "rupiah": "float",
    "tanggal": "date",
    "ya_tidak": "selection",
    "pilihan": "selection",
    "pilihan_ganda": "tags",
    "orang": "many2one",
    "judul": "separator",
}
#: The directory of colleagues: everybody may name somebody in it.
MODEL_ORANG = "hr.employee.public"


class AsnLayananPertanyaan(models.Model):
    """A question (pertanyaan) of the form of a service version.

    The rows are the source; the definition of the answers on the version
    (``properti_definisi``) is made from them, so that answers can be searched,
    grouped and used in conditions like any field. A question for a document
    becomes a line of the checklist.
    """

    _name = "asn.layanan.pertanyaan"
    _inherit = "asn.layanan.bagian.mixin"
    _description = "Question of a Form"
    _order = "versi_id, sequence, id"

    versi_id = fields.Many2one(
        "asn.layanan.versi", "Version", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer("Order", default=10)
    name = fields.Char("Question", required=True)
    kode = fields.Char(
        "Code",
        required=True,
        help="Name of the answer in conditions and, as isian_code, in letters.",
    )
    jenis = fields.Selection(
        JENIS_PERTANYAAN, "Kind of Answer", default="teks", required=True
    )
    wajib = fields.Boolean("Obligatory")
    bantuan = fields.Text("Help", help="Shown below the question.")
    nilai_awal = fields.Char("Filled in Beforehand")
    minimum = fields.Char(
        "At Least",
        help="A number, a number of characters or choices, or a date:"
        " 2026-01-31, hari_ini, hari_ini+30.",
    )
    maksimum = fields.Char("At Most")
    pilihan = fields.Text("Choices", help="One per line.")
    jenis_dokumen_id = fields.Many2one(
        "asn.jenis.dokumen", "Kind of Document", ondelete="restrict"
    )
    syarat_kode = fields.Char("Condition: Code of the Question")
    syarat_operator = fields.Selection(
        [
            ("sama", "is"),
            ("tidak_sama", "is not"),
            ("terisi", "is answered"),
            ("kosong", "is not answered"),
        ],
        "Comparison",
        default="sama",
        required=True,
    )
    syarat_nilai = fields.Char("Answer Compared With")
    syarat_id = fields.Many2one(
        "asn.layanan.pertanyaan",
        "Shown When",
        compute="_compute_syarat_id",
        inverse="_inverse_syarat_id",
        domain="[('versi_id', '=', versi_id), ('sequence', '<', sequence),"
        " ('jenis', 'not in', ('judul', 'dokumen'))]",
    )
    syarat_pilihan = fields.Json("Answers Possible", compute="_compute_syarat_id")

    _kode_uniq = models.Constraint(
        "UNIQUE (versi_id, kode)", "Question codes must differ within a version."
    )

    @api.depends("syarat_kode", "versi_id.pertanyaan_ids.kode")
    def _compute_syarat_id(self):
        for tanya in self:
            syarat = tanya.versi_id.pertanyaan_ids.filtered(
                lambda p, t=tanya: t.syarat_kode and p.kode == t.syarat_kode
            )[:1]
            tanya.syarat_id = syarat._origin
            tanya.syarat_pilihan = syarat._daftar_pilihan() if syarat else []

    def _inverse_syarat_id(self):
        for tanya in self:
            tanya.syarat_kode = tanya.syarat_id.kode
            if not tanya.syarat_id:
                tanya.syarat_nilai = False

    @api.onchange("syarat_id")
    def _onchange_syarat_id(self):
        self.syarat_kode = self.syarat_id.kode
        self.syarat_nilai = False

    @api.constrains("kode")
    def _check_kode(self):
        for tanya in self:
            if not isian.POLA_KODE.fullmatch(tanya.kode or ""):
                raise ValidationError(
                    self.env._(
                        "Question %s: the code must be small letters, digits and"
                        " underscores, beginning with a letter, at most 40.",
                        tanya.name,
                    )
                )

    @api.constrains("jenis", "minimum", "maksimum", "nilai_awal", "pilihan")
    def _check_batas(self):
        for tanya in self:
            data = tanya._data()
            try:
                for teks in (tanya.minimum, tanya.maksimum):
                    isian.batas(tanya.jenis, teks, fields.Date.today())
                if tanya.nilai_awal:
                    isian.bentuk(data, tanya._awal())
            except (isian.IsianSalah, ValueError) as salah:
                raise ValidationError(
                    self.env._(
                        "Question %(question)s: a limit or the value filled in"
                        " beforehand does not fit this kind of answer.",
                        question=tanya.name,
                    )
                ) from salah

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("kode"):
                versi = self.env["asn.layanan.versi"].browse(vals.get("versi_id"))
                vals["kode"] = isian.kode_dari(
                    vals.get("name"), versi.pertanyaan_ids.mapped("kode")
                )
        records = super().create(vals_list)
        records.versi_id._selaraskan_isian()
        return records

    def write(self, vals):
        if vals.get("name") and "kode" not in vals and len(self) == 1:
            vals = dict(vals, **self._kode_ikut(vals["name"]))
        if "kode" in vals:
            for tanya in self.filtered(lambda t: t.kode != vals["kode"]):
                tanya._ganti_kode(vals["kode"])
        res = super().write(vals)
        self.versi_id._selaraskan_isian()
        return res

    def _kode_ikut(self, name):
        """Return the code for a new label, while nothing relies on the old one."""
        if name == self.name or not self.kode.startswith(isian.kode_dari(self.name)):
            return {}
        surat = self.versi_id.jenis_surat_id.isian_ids.mapped("kode")
        if f"isian_{self.kode}" in surat:
            return {}
        lain = (self.versi_id.pertanyaan_ids - self).mapped("kode")
        return {"kode": isian.kode_dari(name, lain)}

    def _ganti_kode(self, baru):
        """Let conditions and the checklist follow a question that is renamed."""
        saudara = self.versi_id.pertanyaan_ids
        saudara.filtered(lambda p: p.syarat_kode == self.kode).write(
            {"syarat_kode": baru}
        )
        self.versi_id.persyaratan_ids.filtered(
            lambda p: p.pertanyaan_kode == self.kode
        ).write({"pertanyaan_kode": baru})

    def unlink(self):
        versi = self.versi_id
        res = super().unlink()
        versi._selaraskan_isian()
        return res

    # ------------------------------------------------------------------
    # As data
    # ------------------------------------------------------------------

    def _daftar_pilihan(self):
        """Return ``[[key, label]]`` of the answers one can choose."""
        if self.jenis == "ya_tidak":
            return [list(satu) for satu in isian.YA_TIDAK]
        if self.jenis in ("pilihan", "pilihan_ganda"):
            return isian.daftar_pilihan(self.pilihan)
        return []

    def _data(self):
        """Return this question as ``domain/isian.py`` and the screens know it."""
        self.ensure_one()
        return {
            "id": self._origin.id,
            "kode": self.kode or "",
            "label": self.name or "",
            "jenis": self.jenis,
            "wajib": self.wajib,
            "bantuan": self.bantuan or "",
            "minimum": self.minimum or "",
            "maksimum": self.maksimum or "",
            "pilihan": self._daftar_pilihan(),
            "jenis_dokumen": self.jenis_dokumen_id.name or "",
            "syarat": {
                "kode": self.syarat_kode,
                "operator": self.syarat_operator,
                "nilai": self.syarat_nilai or "",
            }
            if self.syarat_kode
            else None,
        }

    def _awal(self):
        """Return the value filled in beforehand, in the form of an answer.

        :raises ValueError: when the text is no such value
        """
        teks = (self.nilai_awal or "").strip()
        if not teks:
            return False
        if self.jenis in isian.ANGKA:
            return isian.batas("desimal", teks, None)
        if self.jenis == "tanggal":
            return date.fromisoformat(teks).isoformat()
        pilihan = self._daftar_pilihan()
        kunci = {label.lower(): k for k, label in pilihan}
        if self.jenis == "pilihan_ganda":
            return [kunci.get(s.strip().lower(), s.strip()) for s in teks.split(",")]
        return kunci.get(teks.lower(), teks) if pilihan else teks

    def _definisi(self):
        """Return the definition of the answers to these questions."""
        return [t._definisi_satu() for t in self if t.jenis in _TIPE]

    def _definisi_satu(self):
        definisi = {"name": self.kode, "string": self.name, "type": _TIPE[self.jenis]}
        if self.jenis == "orang":
            definisi["comodel"] = MODEL_ORANG
        elif definisi["type"] == "selection":
            definisi["selection"] = self._daftar_pilihan()
        elif definisi["type"] == "tags":
            definisi["tags"] = [[k, label, 0] for k, label in self._daftar_pilihan()]
        if self.nilai_awal:
            definisi["default"] = self._awal()
        return definisi

    def _kekurangan(self, sebelum):
        """Return what keeps this question from being asked, in words.

        :param sebelum: ``{kode: question}`` of the questions before it
        """
        pesan = []
        pilihan = self._daftar_pilihan()
        if self.jenis in ("pilihan", "pilihan_ganda") and len(pilihan) < 2:
            pesan.append(self.env._("Write at least two choices."))
        if self.jenis == "dokumen" and not self.jenis_dokumen_id:
            pesan.append(self.env._("Choose the kind of document."))
        if not self.syarat_kode:
            return pesan
        syarat = sebelum.get(self.syarat_kode)
        if not syarat:
            pesan.append(
                self.env._(
                    "Its condition looks at a question that does not come before."
                )
            )
        elif self.syarat_operator in ("sama", "tidak_sama"):
            kunci = [k for k, _label in syarat._daftar_pilihan()]
            if not self.syarat_nilai or (kunci and self.syarat_nilai not in kunci):
                pesan.append(
                    self.env._("Its condition compares with an answer nobody can give.")
                )
        return pesan
