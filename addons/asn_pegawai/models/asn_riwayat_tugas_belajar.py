from odoo import api, fields, models

JENIS_STUDI = [
    ("tb_dibebaskan", "Study assignment, released from the post (dibebaskan)"),
    ("tb_tidak_dibebaskan", "Study assignment in post (tidak dibebaskan)"),
    ("tb_mandiri", "At own cost (mandiri, izin belajar)"),
]
PENDANAAN = [
    ("negara", "State (APBN)"),
    ("daerah", "Region (APBD)"),
    ("sponsor", "Sponsor or scholarship"),
    ("mandiri", "Own cost (mandiri)"),
]
AKREDITASI = [
    ("unggul", "Unggul or A"),
    ("baik_sekali", "Baik Sekali or B"),
    ("baik", "Baik or C"),
    ("terakreditasi", "Accredited"),
    ("diakui", "Recognised abroad"),
]
HASIL_STUDI = [
    ("lulus", "Graduated (lulus)"),
    ("tidak_lulus", "Did not graduate (tidak lulus)"),
    ("berhenti", "Stopped (berhenti)"),
]


class AsnRiwayatTugasBelajar(models.Model):
    """Studies with permission: study assignment and study permission.

    SE MenPANRB 28/2021. Extension and return are corrections of the row, so that
    one valid row says how one study stands.
    """

    _name = "asn.riwayat.tugas.belajar"
    _inherit = "asn.riwayat.mixin"
    _description = "Studies with Permission (Riwayat Tugas Belajar)"
    _order = "tanggal_mulai desc, id desc"
    _WAJIB_SAH = ("tanggal_mulai", "tanggal_selesai", "nomor_sk", "tanggal_sk")
    _bagian = "pendukung"
    _urutan = 77
    _jenis_dokumen = ("SK_TUBEL",)
    _usulan = "bkpsdm"
    _kolom_utama = ("program", "perguruan_tinggi", "tanggal_mulai", "tanggal_selesai")

    jenis = fields.Selection(JENIS_STUDI, "Kind", required=True)
    pendidikan_id = fields.Many2one(
        "asn.pendidikan", "Level (Jenjang)", required=True, ondelete="restrict"
    )
    program = fields.Char("Programme (Program Studi)", required=True)
    perguruan_tinggi = fields.Char("University (Perguruan Tinggi)", required=True)
    is_luar_negeri = fields.Boolean("Abroad (Luar Negeri)")
    akreditasi = fields.Selection(AKREDITASI, "Accreditation (Akreditasi)")
    pendanaan = fields.Selection(PENDANAAN, "Funding (Pendanaan)", required=True)
    is_dibebaskan = fields.Boolean("Released from the Post (Dibebaskan)")
    tanggal_mulai = fields.Date("From", required=True, index=True)
    tanggal_selesai = fields.Date(
        "Until", required=True, help="Last day that was permitted, extensions included."
    )
    nomor_perpanjangan = fields.Char("Extension Decree No.")
    tanggal_kembali = fields.Date(
        "Ended, Back on Duty Since", help="Empty while the study goes on."
    )
    hasil = fields.Selection(HASIL_STUDI, "Result")
    ikatan_sampai = fields.Date(
        "Bound Service Until (Ikatan Dinas)", help="Last day of the bound service."
    )
    koreksi_dari_id = fields.Many2one("asn.riwayat.tugas.belajar")

    _terbaru_idx = models.Index(
        "(employee_id, tanggal_mulai DESC) WHERE status = 'sah'"
    )
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai >= tanggal_mulai)",
        "A study cannot end before it begins.",
    )
    _kembali_setelah_mulai = models.Constraint(
        "CHECK (tanggal_kembali IS NULL OR tanggal_kembali >= tanggal_mulai)",
        "Nobody is back from a study that has not begun.",
    )

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_mulai")
        return super()._lengkapi(vals)

    @api.depends("program", "perguruan_tinggi")
    def _compute_display_name(self):
        for baris in self:
            bagian = (baris.program, baris.perguruan_tinggi)
            baris.display_name = " · ".join(x for x in bagian if x)

    def _jalan(self, hari):
        """Return the studies that go on or begin on or after a day (TB-11).

        Who was released stays on study until the return is decided.
        """
        return self.filtered(
            lambda s: (
                s.status == "sah"
                and not s.tanggal_kembali
                and (s.is_dibebaskan or s.tanggal_selesai >= hari)
            )
        )

    def _silsilah(self):
        """Return this row and all that it corrects, newest first."""
        self.ensure_one()
        semua = satu = self
        while satu.koreksi_dari_id:
            satu = satu.koreksi_dari_id
            semua |= satu
        return semua
