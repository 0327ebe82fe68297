from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import kinerja

RATING = [
    ("atas", "Above expectation (di atas ekspektasi)"),
    ("sesuai", "As expected (sesuai ekspektasi)"),
    ("bawah", "Below expectation (di bawah ekspektasi)"),
]
#: Aspects of behaviour in an SKP by value; inisiatif_kerja since 2020.
ASPEK = (
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerjasama",
    "kepemimpinan",
    "inisiatif_kerja",
)


def _nilai(label):
    return fields.Float(label, digits=(6, 2), aggregator=None)


class AsnRiwayatKinerja(models.Model):
    """Performance: results and behaviour (Pasal 11 (2) d).

    Since 2022 the predicate follows from two ratings by the quadrant; before
    that from the value of the SKP. It is never typed.
    """

    _name = "asn.riwayat.kinerja"
    _inherit = "asn.riwayat.mixin"
    _description = "Performance History (Riwayat Kinerja)"
    _order = "tahun desc, tmt desc, id desc"
    _bagian = "kinerja"
    _urutan = 10
    _jenis_dokumen = ("DOK_KINERJA", "DOK_KINERJA_PERIODIK", "SKP_1", "SKP_2")
    _usulan = "fasilitator"
    _kolom_utama = ("tahun", "jenis", "predikat_id")
    _WAJIB_SAH = ("tahun", "predikat_id")

    jenis = fields.Selection(
        [
            ("tahunan", "Annual (tahunan)"),
            ("periodik", "Periodic (periodik)"),
            ("skp", "SKP by value (2014-2021)"),
        ],
        "Kind",
        default="tahunan",
        required=True,
    )
    tahun = fields.Integer("Year", required=True, index=True, aggregator=None)
    periode_mulai = fields.Date("Period From")
    periode_selesai = fields.Date("Period Until")
    hasil_kerja = fields.Selection(RATING, "Work Results (Hasil Kerja)")
    perilaku = fields.Selection(RATING, "Behaviour (Perilaku)")
    predikat_id = fields.Many2one(
        "asn.predikat.kinerja",
        "Predicate (Predikat)",
        compute="_compute_predikat_id",
        store=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    nilai_skp = _nilai("SKP Value")
    orientasi_pelayanan = _nilai("Service Orientation")
    integritas = _nilai("Integrity")
    komitmen = _nilai("Commitment")
    disiplin = _nilai("Discipline")
    kerjasama = _nilai("Cooperation")
    kepemimpinan = _nilai("Leadership")
    inisiatif_kerja = _nilai("Initiative")
    nilai_perilaku = fields.Float(
        "Behaviour Value",
        digits=(6, 2),
        compute="_compute_nilai_perilaku",
        store=True,
        readonly=False,
        aggregator=None,
    )
    nilai_akhir = fields.Float(
        "Final Value",
        digits=(6, 2),
        compute="_compute_nilai_akhir",
        store=True,
        readonly=False,
        aggregator="avg",
    )
    penilai_nama = fields.Char("Rater (Pejabat Penilai)")
    penilai_nip = fields.Char("Rater's NIP")
    penilai_jabatan = fields.Char("Rater's Post")
    penilai_unit = fields.Char("Rater's Unit")
    penilai_golongan = fields.Char("Rater's Grade")
    penilai_status = fields.Selection(
        [("asn", "ASN"), ("non_asn", "Not an ASN")], "Rater's Status", default="asn"
    )
    atasan_penilai_nama = fields.Char("Approving Superior (Atasan Penilai)")
    atasan_penilai_nip = fields.Char("Approving Superior's NIP")
    nomor_sk = fields.Char("Document No.")
    tanggal_sk = fields.Date("Document Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.kinerja")

    _terbaru_idx = models.Index("(employee_id, tahun DESC) WHERE status = 'sah'")
    _nilai_range = models.Constraint(
        "CHECK (coalesce(nilai_skp, 0) BETWEEN 0 AND 120"
        " AND coalesce(nilai_perilaku, 0) BETWEEN 0 AND 120"
        " AND coalesce(nilai_akhir, 0) BETWEEN 0 AND 120)",
        "Values of an SKP lie between 0 and 120.",
    )
    _periode_urut = models.Constraint(
        "CHECK (periode_mulai IS NULL OR periode_selesai IS NULL"
        " OR periode_selesai >= periode_mulai)",
        "A period of assessment cannot end before it begins.",
    )

    @api.depends(*ASPEK)
    def _compute_nilai_perilaku(self):
        for baris in self:
            nilai = [baris[aspek] for aspek in ASPEK]
            if any(nilai):
                baris.nilai_perilaku = kinerja.rata(nilai)

    @api.depends("tahun", "nilai_skp", "nilai_perilaku")
    def _compute_nilai_akhir(self):
        for baris in self:
            nilai = kinerja.nilai_akhir(
                baris.tahun, baris.nilai_skp, baris.nilai_perilaku
            )
            if nilai:
                baris.nilai_akhir = nilai

    def _kode_predikat(self):
        self.ensure_one()
        if self.jenis == "skp":
            return kinerja.predikat_nilai(self.tahun, self.nilai_akhir)
        return kinerja.predikat(self.hasil_kerja, self.perilaku)

    @api.depends("jenis", "tahun", "hasil_kerja", "perilaku", "nilai_akhir")
    def _compute_predikat_id(self):
        predikat = self.env["asn.predikat.kinerja"]._per_kode()
        for baris in self:
            baris.predikat_id = predikat.get(baris._kode_predikat(), False)

    @api.constrains("predikat_id")
    def _check_predikat_dihitung(self):
        """Whoever writes the column past the form gets no other predicate."""
        for baris in self:
            if baris.predikat_id.kode != (baris._kode_predikat() or False):
                raise ValidationError(
                    self.env._(
                        "The predicate (predikat) follows from work results and"
                        " behaviour, or from the value of the SKP; it cannot be typed."
                    )
                )

    @api.constrains("jenis", "tahun", "periode_mulai", "periode_selesai")
    def _check_tahun(self):
        awal, akhir = kinerja.TAHUN_SKP
        for baris in self:
            if baris.jenis == "skp":
                benar = awal <= baris.tahun <= akhir
            else:
                benar = kinerja.TAHUN_KUADRAN <= baris.tahun <= 2100
            if not benar:
                raise ValidationError(
                    self.env._(
                        "An SKP by value belongs to the years %(first)s to %(last)s,"
                        " an assessment by predicate to the years after; choose the"
                        " other kind or correct the year %(year)s.",
                        first=awal,
                        last=akhir,
                        year=baris.tahun,
                    )
                )
            if baris.jenis == "periodik" and not (
                baris.periode_mulai and baris.periode_selesai
            ):
                raise ValidationError(
                    self.env._("A periodic assessment needs its first and last day.")
                )

    @api.model
    def _lengkapi(self, vals):
        tahun = vals.get("tahun")
        akhir = f"{tahun}-12-31" if tahun else False
        vals["tmt"] = vals.get("tmt") or vals.get("periode_selesai") or akhir
        return super()._lengkapi(vals)

    def _periksa_sah(self):  # pylint: disable=missing-return
        """One valid assessment per kind and period."""
        super()._periksa_sah()
        self._periksa_kembar(["jenis", "tahun"], [("jenis", "!=", "periodik")])
        self._periksa_kembar(
            ["periode_mulai:day", "periode_selesai:day"], [("jenis", "=", "periodik")]
        )

    @api.depends("jenis", "tahun", "predikat_id", "periode_selesai")
    def _compute_display_name(self):
        for baris in self:
            sampai = baris.jenis == "periodik" and baris.periode_selesai
            bagian = (
                sampai.strftime("%m-%Y") if sampai else str(baris.tahun or ""),
                baris.predikat_id.name,
            )
            baris.display_name = " · ".join(x for x in bagian if x)
