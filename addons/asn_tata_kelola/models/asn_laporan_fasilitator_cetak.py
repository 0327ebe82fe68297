import base64

from odoo import models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnLaporanFasilitator(models.Model):
    """The report as PDF and spreadsheet, through the printer of all reports."""

    _inherit = "asn.laporan.fasilitator"

    def _cetak(self):
        """Return the values of both files. Figures only: nobody's name is in them."""
        self.ensure_one()
        lembar = [self._lembar()]
        cetak = self.env["asn.laporan.cetak"]
        isi = {
            "berkas_pdf": cetak._pdf(lembar, "a4", self.display_name, mendatar=False),
            "berkas_xlsx": cetak._xlsx(lembar, "a4", self.display_name, False),
        }
        return {nama: base64.b64encode(berkas) for nama, berkas in isi.items()}

    def _isi(self):
        """Return ``(label, value)`` of everything that the report says."""
        return (
            ("Pegawai pada unit", self.jumlah_pegawai),
            ("Kelengkapan data rata-rata (%)", self.kelengkapan),
            ("Profil lengkap", self.jumlah_lengkap),
            ("Usulan pemutakhiran diajukan", self.jumlah_usulan),
            ("Usulan pemutakhiran selesai", self.jumlah_usulan_selesai),
            ("Permohonan layanan diajukan", self.jumlah_permohonan),
            ("Permohonan layanan selesai", self.jumlah_permohonan_selesai),
            ("Laporan gangguan", self.jumlah_gangguan),
            ("Kegiatan", self.kegiatan or "-"),
            ("Kendala", self.kendala or "-"),
            ("Rencana", self.rencana or "-"),
        )

    def _lembar(self):
        """Return the report as a sheet."""
        mulai = format_panjang(self.tanggal_mulai)
        selesai = format_panjang(self.tanggal_selesai)
        cetak = self.env["asn.laporan.cetak"]
        return xlsx.Lembar(
            nama="Laporan Fasilitator",
            kop=cetak._kop(self.unit_id),
            judul=["LAPORAN BERKALA FASILITATOR", self.unit_id.name.upper()],
            keterangan=[
                ("Masa laporan", f"{mulai} s.d. {selesai}"),
                ("Fasilitator", self.fasilitator_id.name),
            ],
            kolom=[
                xlsx.Kolom("No.", 6, "tengah"),
                xlsx.Kolom("Uraian", 40),
                xlsx.Kolom("Keterangan", 60),
            ],
            baris=[
                (nomor, nama, str(nilai))
                for nomor, (nama, nilai) in enumerate(self._isi(), 1)
            ],
            catatan=[
                "Angka dihitung oleh sistem ketika laporan dikirim (Pasal 10 ayat (1)"
                " huruf b)."
            ],
        )
