import base64

from odoo import fields, models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import format_panjang, format_pendek
from odoo.exceptions import UserError

_KOLOM = (
    xlsx.Kolom("No.", 5, "tengah"),
    xlsx.Kolom("Unit Kerja", 36),
    xlsx.Kolom("Status", 13, "tengah"),
    xlsx.Kolom("Tanggal Kirim", 11, "tanggal"),
    xlsx.Kolom("Pegawai", 9, "angka"),
    xlsx.Kolom("PNS/ CPNS", 8, "angka"),
    xlsx.Kolom("PPPK", 8, "angka"),
    xlsx.Kolom("Formasi", 8, "angka"),
    xlsx.Kolom("Kelengkapan (%)", 10, "angka"),
    xlsx.Kolom("Profil Lengkap", 9, "angka"),
    xlsx.Kolom("Perubahan", 10, "angka"),
    xlsx.Kolom("Masuk", 7, "angka"),
    xlsx.Kolom("Keluar", 7, "angka"),
    xlsx.Kolom("Tanpa Dokumen", 10, "angka"),
    xlsx.Kolom("Anomali", 8, "angka"),
    xlsx.Kolom("Catatan", 34),
)
_STATUS = {
    "belum": "Belum",
    "dikirim": "Dikirim",
    "dikembalikan": "Dikembalikan",
    "diterima": "Diterima",
}


class AsnLaporanPeriode(models.Model):
    """The recapitulation of a period for the authorised official, as files."""

    _inherit = "asn.laporan.periode"

    berkas_xlsx = fields.Binary(
        "Spreadsheet", attachment=True, readonly=True, copy=False
    )
    berkas_pdf = fields.Binary("PDF File", attachment=True, readonly=True, copy=False)
    nama_xlsx = fields.Char("Spreadsheet Name", compute="_compute_nama_berkas")
    nama_pdf = fields.Char("PDF File Name", compute="_compute_nama_berkas")

    def _compute_nama_berkas(self):
        for periode in self:
            nama = f"laporan_data_{periode.tanggal_selesai or ''}"
            periode.nama_xlsx, periode.nama_pdf = f"{nama}.xlsx", f"{nama}.pdf"

    def action_rekap(self):
        """Make the recapitulation as a spreadsheet and a PDF."""
        self.ensure_one()
        self._periksa_pengelola()
        if self.state == "draft":
            raise UserError(self.env._("Open the period first."))
        lembar = [self._lembar()]
        jejak = self.env["asn.jejak.ekspor"]._catat(
            "laporan.data_unit", len(lembar[0].baris), "publik", self.name
        )
        cetak = self.env["asn.laporan.cetak"]
        berkas = {
            "berkas_xlsx": cetak._xlsx(lembar, "f4", jejak.tanda_air),
            "berkas_pdf": cetak._pdf(lembar, "f4", jejak.tanda_air),
        }
        self.write({nama: base64.b64encode(isi) for nama, isi in berkas.items()})
        return True

    def _lembar(self):
        """Return the recapitulation as a sheet: figures of units, nobody's name."""
        baris = [
            satu._baris_rekap(nomor)
            for nomor, satu in enumerate(self.laporan_ids.sorted("unit_id"), 1)
        ]
        jumlah = ["", "Jumlah", "", None]
        jumlah += [sum(satu[k] for satu in baris) for k in range(4, 15)] + [""]
        orang = sum(satu[4] for satu in baris)
        bobot = sum(satu[4] * satu[8] for satu in baris)
        jumlah[8] = round(bobot / orang) if orang else 0
        cetak = self.env["asn.laporan.cetak"]
        return xlsx.Lembar(
            nama="Laporan Data",
            kop=cetak._kop(),
            judul=[
                "REKAPITULASI LAPORAN DATA KEPEGAWAIAN UNIT KERJA",
                self.name.upper(),
            ],
            keterangan=self._keterangan_rekap(),
            kolom=list(_KOLOM),
            baris=baris,
            jumlah=jumlah,
            catatan=[
                "Disampaikan kepada Pejabat yang Berwenang melalui Kepala Badan"
                " (Pasal 21). Pegawai unit yang melapor sendiri tidak dihitung lagi"
                " pada unit di atasnya."
            ],
        )

    def _keterangan_rekap(self):
        """Return what is printed above the recapitulation."""
        return [
            (
                "Masa laporan",
                f"{format_panjang(self.tanggal_mulai)} s.d. "
                f"{format_panjang(self.tanggal_selesai)}",
            ),
            ("Batas kirim", format_pendek(self.batas)),
            ("Sudah mengirim", f"{self.jumlah_kirim} dari {self.jumlah_unit} unit"),
        ]


class AsnLaporanData(models.Model):
    """One unit's line in the recapitulation."""

    _inherit = "asn.laporan.data"

    def _baris_rekap(self, nomor):
        """Return the row of this report."""
        self.ensure_one()
        kirim = self.dikirim_pada and self.state != "dikembalikan"
        return (
            nomor,
            self.unit_id.name,
            _STATUS[self.state] + (" (terlambat)" if self.is_terlambat else ""),
            self.dikirim_pada.date() if kirim else None,
            self.jumlah_pegawai,
            self.jumlah_pns,
            self.jumlah_pppk,
            self.jumlah_formasi,
            self.kelengkapan,
            self.jumlah_lengkap,
            self.jumlah_perubahan,
            self.jumlah_masuk,
            self.jumlah_keluar,
            self.jumlah_tanpa_dokumen,
            self.jumlah_anomali,
            self.catatan or "",
        )
