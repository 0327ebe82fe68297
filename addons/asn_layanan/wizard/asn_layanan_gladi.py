import random

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import gladi

#: People of one rehearsal.
ORANG_MAKS = 10_000


class AsnLayananGladi(models.TransientModel):
    """A rehearsal (gladi): a version tried on people, with nothing filed.

    Who would pass, who would fail and why, and through whose hands each request
    would go. Rows are of whoever ran it and are swept away after two days.
    """

    _name = "asn.layanan.gladi"
    _description = "Rehearsal of a Service"
    _transient_max_hours = 48

    versi_id = fields.Many2one(
        "asn.layanan.versi", "Version", required=True, ondelete="cascade"
    )
    pada = fields.Date(
        "On the Day",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
    )
    populasi = fields.Selection(
        [
            ("acak", "Random sample"),
            ("unit", "Units, with those below"),
            ("golongan", "Grades"),
            ("permohonan", "Past requests"),
        ],
        "Tried On",
        required=True,
        default="acak",
    )
    unit_ids = fields.Many2many("hr.department", string="Units")
    golongan_ids = fields.Many2many("asn.golongan", string="Grades")
    layanan_id = fields.Many2one("asn.layanan", "Requests of", ondelete="cascade")
    jumlah = fields.Integer("At Most", default=100)
    dengan_rantai = fields.Boolean("Find Who Would Act", default=True)
    dengan_nama = fields.Boolean(
        "With Names",
        help="Names leave the system only under an approved data-use request."
        " Without one the file shows unit and grade instead.",
    )
    baris_ids = fields.One2many("asn.layanan.gladi.baris", "gladi_id", "People")
    ringkasan = fields.Json("Summary", readonly=True)
    jumlah_orang = fields.Integer("People Tried", readonly=True)
    jumlah_lulus = fields.Integer("Would Pass", readonly=True)
    jumlah_gagal = fields.Integer("Would Fail", readonly=True)
    jumlah_manual = fields.Integer("For an Officer", readonly=True)
    jumlah_tersangkut = fields.Integer("Would Get Stuck", readonly=True)
    berkas = fields.Binary("Result", readonly=True, attachment=True)
    nama_berkas = fields.Char("File Name", readonly=True)

    @api.onchange("versi_id")
    def _onchange_versi_id(self):
        self.layanan_id = self.versi_id.layanan_id

    @api.depends("versi_id")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = self.env._("Rehearsal: %s", satu.versi_id.name or "")

    # ------------------------------------------------------------------
    # Population
    # ------------------------------------------------------------------

    def _kasus(self):
        """Return ``[[employee id, request id or 0]]``, within the caller's rows."""
        batas = min(max(self.jumlah, 1), ORANG_MAKS)
        if self.populasi == "permohonan":
            permohonan = self.env["asn.permohonan"].search(
                [
                    ("layanan_id", "=", self.layanan_id.id),
                    ("state", "!=", "draft"),
                ],
                order="id desc",
                limit=batas,
            )
            return [[p.employee_id.id, p.id] for p in permohonan]
        domain = [("status_pegawai", "!=", False)]
        if self.populasi == "unit":
            domain.append(("unit_id", "child_of", self.unit_ids.ids))
        elif self.populasi == "golongan":
            domain.append(("golongan_id", "in", self.golongan_ids.ids))
        ids = list(self.env["hr.employee"]._search(domain, order="id"))
        if len(ids) > batas:
            # The same sample again for the same rehearsal: results can be compared.
            ids = sorted(random.Random(self.id).sample(ids, batas))  # noqa: S311
        return [[id_, 0] for id_ in ids]

    def _nama_aturan(self, handler):
        """Return ``{code: (name, facts are confidential)}`` of the rules tried."""
        # sudo: how a service works is no secret
        aturan = {a.kode: a for a in self.versi_id.sudo().aturan_ids}
        Pustaka = self.env["asn.layanan.pustaka"]
        hasil = {}
        for kode in dict.fromkeys([*handler._kode_umum(), *aturan]):
            milik = aturan.get(kode)
            tertutup = kode == "UMUM-07"
            if milik and milik.pustaka:
                tertutup = Pustaka._uraian(milik.pustaka).kelas != "terbatas"
            if milik and milik.pustaka and milik._is_nama_bawaan():
                nama = milik.kalimat
            else:
                nama = milik.name if milik else handler._nama_aturan(kode)
            hasil[kode] = (nama, tertutup, milik.keras if milik else True)
        return hasil

    # ------------------------------------------------------------------
    # Rows
    # ------------------------------------------------------------------

    def _vals_baris(self, kasus, jawab, rantai, nama):
        pegawai_id, permohonan_id = kasus
        permohonan = self.env["asn.permohonan"].browse(permohonan_id or ())
        rincian = []
        for kode, hasil, fakta, pesan in jawab[pegawai_id]:
            if hasil == "formulir":
                hasil, fakta, pesan = self._dari_formulir(kode, permohonan)
            judul, tertutup, keras = nama[kode]
            if tertutup:
                fakta, pesan = False, judul
            rincian.append(
                {
                    "kode": kode,
                    "nama": judul,
                    "hasil": hasil,
                    "keras": keras,
                    "tertutup": tertutup,
                    "fakta": fakta or "",
                    "pesan": (pesan or judul) if hasil == "gagal" else "",
                }
            )
        jalan = rantai.get(pegawai_id, [])
        return {
            "gladi_id": self.id,
            "employee_id": pegawai_id,
            "permohonan_id": permohonan.id,
            "hasil": gladi.kesimpulan(rincian),
            "alasan": self._teks_alasan(rincian),
            "rincian": rincian,
            "rantai": jalan,
            "tersangkut": any(langkah["kosong"] for langkah in jalan),
        }

    def _teks_alasan(self, rincian):
        """Return why a person would fail, or how much is left to a human."""
        gagal = [r["pesan"] for r in rincian if r["hasil"] == "gagal" and r["pesan"]]
        manual = sum(1 for r in rincian if r["hasil"] == "manual")
        if manual and not gagal:
            return self.env._(
                "%s conditions are for the filled-in form or an officer to tell", manual
            )
        return "\n".join(gagal) or False

    def _dari_formulir(self, kode, permohonan):
        """Return the answer of a rule that reads the form, from a past request."""
        if not permohonan:
            return "manual", self.env._("only the filled-in form can tell"), False
        # sudo: rules look at facts that who rehearses may not read
        permohonan, versi = permohonan.sudo(), self.versi_id.sudo()
        aturan = versi.aturan_ids.filtered(lambda a: a.kode == kode)
        handler = permohonan._handler()
        nama = "_aturan_" + kode.lower().replace("-", "_")
        try:
            hasil, fakta = getattr(handler, nama)(permohonan, aturan)
        except UserError as salah:
            return "gagal", str(salah), str(salah)
        return hasil, fakta, aturan.pesan or handler._pesan_aturan(kode)

    def _vals_ringkasan(self):
        """Return the counts over the people tried so far."""
        baris = self.baris_ids
        nama = self._nama_aturan(self.versi_id.layanan_id._handler())
        hasil = baris.mapped("hasil")
        jalan = [b.rantai for b in baris if b.rantai]
        return {
            "jumlah_orang": len(baris),
            "jumlah_lulus": hasil.count("lulus"),
            "jumlah_gagal": hasil.count("gagal"),
            "jumlah_manual": hasil.count("manual"),
            "jumlah_tersangkut": sum(1 for b in baris if b.tersangkut),
            "ringkasan": {
                "aturan": gladi.hitung([b.rincian for b in baris], nama),
                "tahap": gladi.beban(jalan),
            },
            "berkas": False,
            "nama_berkas": False,
        }
