from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import awal_bulan_berikut
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA

from ..domain import kgb

#: What a request for an increment decides; worked out and never typed.
KOLOM_KGB = frozenset(
    {
        "kgb_tmt",
        "kgb_golongan_id",
        "kgb_langkah",
        "kgb_gaji_lama",
        "kgb_gaji_baru",
        "kgb_persen",
        "kgb_berikutnya",
        "kgb_semula",
        "kgb_tunda_sampai",
        "is_kgb_pertama",
        "is_kgb_setahun",
    }
)


class AsnPermohonan(models.Model):
    """What a request for the periodic increment (KGB) adds to the request.

    Everything follows from the histories: the applicant fills in nothing. The values
    are those of the day of submission and are worked out again when it is repeated.
    """

    _inherit = "asn.permohonan"

    kgb_tmt = fields.Date("TMT of the Increment", compute="_compute_kgb", store=True)
    kgb_golongan_id = fields.Many2one(
        "asn.golongan", "Grade of the Increment", compute="_compute_kgb", store=True
    )
    kgb_langkah = fields.Integer(
        "MKG of the Step (years)", compute="_compute_kgb", store=True, aggregator=None
    )
    kgb_gaji_lama = fields.Integer(
        "Pay Before (Rp)",
        compute="_compute_kgb",
        store=True,
        aggregator=None,
        groups=RAHASIA,
    )
    kgb_gaji_baru = fields.Integer(
        "New Pay (Rp)",
        compute="_compute_kgb",
        store=True,
        aggregator=None,
        groups=RAHASIA,
    )
    kgb_persen = fields.Integer(
        "Part That Is Paid (%)", compute="_compute_kgb", store=True, aggregator=None
    )
    kgb_berikutnya = fields.Date("Next Increment", compute="_compute_kgb", store=True)
    is_kgb_pertama = fields.Boolean(
        "First Increment", compute="_compute_kgb", store=True
    )

    is_kgb_setahun = fields.Boolean(
        "First Increment After a Year",
        compute="_compute_kgb",
        store=True,
        help="PPPK of golongan V: performance of one year (KGB-K-02).",
    )
    kgb_semula = fields.Date(
        "Due by MKG (TMT)",
        compute="_compute_kgb",
        store=True,
        help="Day on which the MKG reaches the step; the TMT is later when deferred.",
    )
    kgb_tunda_sampai = fields.Date("Deferred Until", compute="_compute_kgb", store=True)

    _kgb_orang_idx = models.Index("(employee_id, kgb_tmt) WHERE kgb_tmt IS NOT NULL")

    @api.depends(
        "layanan_id",
        "employee_id",
        "kgb_jenis",
        "kgb_tunda_bulan",
        "kgb_teladan_tanggal",
    )
    def _compute_kgb(self):
        """Work out the next increment of whom it is for (KGB-01 to KGB-12)."""
        for permohonan, nilai in self._nilai_kgb_banyak():
            permohonan.update(nilai)

    def _hitung_ulang_kgb(self):
        """Keep what today's histories say, where it differs from what is there."""
        for permohonan, nilai in self._nilai_kgb_banyak():
            beda = {
                nama: satu
                for nama, satu in nilai.items()
                if permohonan._fields[nama].convert_to_write(permohonan[nama], self)
                != satu
            }
            if beda:
                permohonan._mesin().write(beda)

    def _nilai_kgb_banyak(self):
        """Return ``[(request, columns)]``, as many at once as a month's batch files."""
        # sudo: the code of a service is no secret
        milik = self.filtered(lambda p: p.layanan_id.sudo().code == "kgb")
        biasa = milik.filtered(lambda p: not p.asal_id and p.kgb_jenis != "istimewa")
        orang = biasa.employee_id._origin
        semua = self.env["asn.kgb"]._hitung(orang) if orang else {}
        nilai = []
        for permohonan in self:
            pegawai = permohonan.employee_id._origin
            if permohonan not in milik:
                hasil = None
            elif permohonan in biasa:
                hasil = semua.get(pegawai.id)
            else:
                hasil = permohonan._hitung_kgb(pegawai)
            nilai.append((permohonan, permohonan._nilai_kgb(hasil)))
        return nilai

    def _hitung_kgb(self, pegawai):
        """Return the increment of a follow-up, or of an extraordinary one."""
        pada = {}
        if self.kgb_jenis == "istimewa":
            dasar = self.kgb_teladan_tanggal
            dasar = dasar or self.env["hr.employee"]._asn_hari_ini()
            pada[pegawai.id] = awal_bulan_berikut(dasar)
        produk = self.asal_id.dokumen_produk_id
        return self.env["asn.kgb"]._hitung(pegawai, produk, pada).get(pegawai.id)

    def _nilai_kgb(self, hasil):
        """Return the columns of an increment; empty when there is none."""
        if not hasil:
            return dict.fromkeys(KOLOM_KGB, False)
        bulan = self.kgb_tunda_bulan
        is_tunda = self.kgb_jenis == "penundaan" and 1 <= bulan <= 12
        return {
            "kgb_tmt": hasil.tmt,
            "kgb_golongan_id": hasil.golongan.id,
            "kgb_langkah": hasil.langkah,
            "kgb_gaji_lama": hasil.lama,
            "kgb_gaji_baru": hasil.baru,
            "kgb_persen": hasil.persen,
            "kgb_berikutnya": hasil.berikutnya,
            "is_kgb_pertama": hasil.pertama,
            "is_kgb_setahun": kgb.is_setahun(
                hasil.golongan.kode, hasil.langkah, hasil.pertama
            ),
            "kgb_semula": hasil.semula,
            "kgb_tunda_sampai": is_tunda and kgb.tmt_setelah_tunda(hasil.tmt, bulan),
        }
