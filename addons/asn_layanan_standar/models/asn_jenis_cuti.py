from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import ormcache

from ..domain import cuti
from ..domain.saldo import Aturan

JENIS_CUTI = [
    ("tahunan", "Annual leave (cuti tahunan)"),
    ("besar", "Long leave (cuti besar)"),
    ("sakit", "Sick leave (cuti sakit)"),
    ("melahirkan", "Maternity leave (cuti melahirkan)"),
    ("alasan_penting", "Leave for an important reason (cuti karena alasan penting)"),
    ("bersama", "Joint leave (cuti bersama)"),
    ("cltn", "Leave outside state responsibility (CLTN)"),
]


class AsnJenisCuti(models.Model):
    """The numbers of one kind of leave for one kind of employee.

    A new regulation is a new row with its own date: requests of earlier years
    are counted with the row that was in force then.
    """

    _name = "asn.jenis.cuti"
    _inherit = "asn.referensi.mixin"
    _kunci_bawaan = ("kode", "berlaku_mulai")
    _description = "Kind of Leave (Jenis Cuti)"
    _order = "sequence, kode, berlaku_mulai desc"
    _rec_names_search = ["name", "kode"]

    sequence = fields.Integer(default=10)
    jenis = fields.Selection(JENIS_CUTI, "Kind", required=True, index=True)
    sebab_id = fields.Many2one(
        "asn.sebab.cuti",
        "Only for the Reason",
        domain="[('jenis', '=', jenis)]",
        ondelete="restrict",
        help="These numbers count for this reason only; empty: for all others.",
    )
    jenis_surat_id = fields.Many2one(
        "asn.jenis.surat",
        "Letter",
        ondelete="restrict",
        help="Letter of this kind of leave; empty: that of the service.",
    )
    is_terbuka = fields.Boolean(
        "Open for Requests",
        help="Off: the kind is known to the system but cannot be requested yet.",
    )
    untuk_pns = fields.Boolean("For PNS")
    untuk_cpns = fields.Boolean("For CPNS")
    untuk_pppk = fields.Boolean("For PPPK")
    syarat_masa_kerja_bulan = fields.Integer("Months of Work Needed")
    durasi_maks = fields.Float("Longest Duration", digits=(6, 1))
    satuan_durasi = fields.Selection(
        [
            ("hari_kerja", "working days (hari kerja)"),
            ("bulan", "months (bulan)"),
        ],
        "Unit of Duration",
        default="hari_kerja",
        required=True,
    )
    dasar_hitung = fields.Char("How Days Are Counted")
    is_pakai_saldo = fields.Boolean("Charged to the Balance")
    min_pengambilan = fields.Integer("Least Days at a Time")
    tangguh_maks_bulan = fields.Integer("Longest Deferral (months)")
    perpanjangan_maks_bulan = fields.Integer("Longest Extension (months)")
    bawaan_maks = fields.Integer(
        "Carried from One Year", help="Unused days of the year before (CUTI-T-04)."
    )
    bawaan_dua_tahun = fields.Integer(
        "Carried after Two Unused Years", help="CUTI-T-05, CUTI-K-03."
    )
    total_maks = fields.Integer(
        "Most Days in a Year",
        help="Own, carried and deferred days together (CUTI-T-05, CUTI-T-06). For"
        " mixed cases the regulations are silent: to be confirmed.",
    )
    kontrak_bawaan_bulan = fields.Integer(
        "Contract Longer Than (months) to Carry", help="PPPK, CUTI-K-03."
    )
    kontrak_dua_tahun_bulan = fields.Integer(
        "Contract Longer Than (months) for Two Years", help="PPPK, CUTI-K-03."
    )
    perjalanan_maks = fields.Integer(
        "Travel Days, Hard to Reach", help="Calendar days; CUTI-T-03, CUTI-K-04."
    )
    kuota_khusus = fields.Integer(
        "Days before One Year of Work", help="PPPK with special reasons, CUTI-K-05."
    )
    penghasilan = fields.Char("Income during Leave")
    is_hentikan_masa_kerja = fields.Boolean("Stops the Length of Service")
    pejabat = fields.Selection(
        [
            ("delegasi", "Delegated official"),
            ("keppres", "Presidential decree"),
            ("ppk_tidak_dapat_didelegasikan", "PPK only, no delegation"),
        ],
        "Granted by",
    )
    dasar_surat = fields.Text(
        "Legal Basis on Letters", help="In full words, as letters quote it."
    )
    catatan = fields.Text("Notes")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode, berlaku_mulai)",
        "This kind of leave already has a row that begins on that date.",
    )
    _angka_positif = models.Constraint(
        "CHECK (durasi_maks >= 0 AND bawaan_maks >= 0 AND bawaan_dua_tahun >= 0"
        " AND total_maks >= 0 AND kuota_khusus >= 0 AND perjalanan_maks >= 0)",
        "Days and months of leave cannot be negative.",
    )

    @api.model
    def _kolom_status(self, status_pegawai):
        """Return the column that opens a kind for this kind of employee."""
        return {
            "pns": "untuk_pns",
            "cpns": "untuk_cpns",
            "pppk": "untuk_pppk",
            "pppk_paruh_waktu": "untuk_pppk",
        }.get(status_pegawai or "pns")

    @api.model
    def _untuk(self, jenis, status_pegawai, pada, sebab=None):
        """Return the row for a kind of leave, a kind of employee and a day.

        Days before the oldest row use the oldest one. Empty if this kind of
        employee does not have the kind of leave (UMUM-02, CUTI-K-01).

        :param sebab: reason of the leave; a row of its own comes first
        """
        kolom = self._kolom_status(status_pegawai)
        if not kolom:
            return self.browse()
        sebab_id = sebab.id if sebab else False
        umum = self._id_untuk(jenis, kolom, pada, False)
        khusus = sebab_id and self._id_untuk(jenis, kolom, pada, sebab_id)
        return self.browse(khusus or umum or None)

    @api.model
    @ormcache("jenis", "kolom", "pada", "sebab_id")
    def _id_untuk(self, jenis, kolom, pada, sebab_id):
        # sudo: the cache is shared by everybody; the table is a reference
        rows = self.sudo().search(
            Domain("jenis", "=", jenis)
            & Domain(kolom, "=", True)
            & Domain("sebab_id", "=", sebab_id)
        )
        return (rows._berlaku(pada)[:1] or rows.sorted("berlaku_mulai")[:1]).id

    @api.model
    @ormcache("kolom")
    def _jenis_untuk_status(self, kolom):
        """Return the kinds that a kind of employee can request (CUTI-K-01)."""
        # sudo: the same for everybody
        rows = self.sudo().search([("is_terbuka", "=", True), (kolom, "=", True)])
        return tuple(dict.fromkeys(rows.mapped("jenis")))

    @api.model
    @ormcache()
    def _jenis_terbuka(self):
        """Return the kinds that can be requested now."""
        # sudo: the same for everybody
        terbuka = self.sudo().search([("is_terbuka", "=", True)])
        return tuple(dict.fromkeys(terbuka.mapped("jenis")))

    @api.model_create_multi
    def create(self, vals_list):
        res = super().create(vals_list)
        self.env.registry.clear_cache()
        return res

    def write(self, vals):
        res = super().write(vals)
        self.env.registry.clear_cache()
        return res

    def unlink(self):
        res = super().unlink()
        self.env.registry.clear_cache()
        return res

    def _is_saldo(self):
        """Tell whether this kind is counted in working days of a balance."""
        return bool(self) and self.is_pakai_saldo

    def _aturan(self, kontrak_mulai=None, kontrak_selesai=None):
        """Return the balance numbers as plain data (CUTI-K-03 for contracts)."""
        self.ensure_one()
        bawaan, dua = self.bawaan_maks, self.bawaan_dua_tahun
        syarat, syarat_dua = self.kontrak_bawaan_bulan, self.kontrak_dua_tahun_bulan
        if syarat_dua and not cuti.is_lebih_dari(
            kontrak_mulai, kontrak_selesai, syarat_dua
        ):
            dua = bawaan
        if syarat and not cuti.is_lebih_dari(kontrak_mulai, kontrak_selesai, syarat):
            bawaan = dua = 0
        return Aturan(
            hak=int(self.durasi_maks),
            bawaan_maks=bawaan,
            bawaan_dua_tahun=dua,
            total_maks=self.total_maks,
            kuota_khusus=self.kuota_khusus,
        )
