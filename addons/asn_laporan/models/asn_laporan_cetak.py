import io

import pypdf
from markupsafe import Markup, escape
from odoo import api, models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import format_panjang, format_pendek
from odoo.addons.asn_surat.domain import bentuk
from odoo.addons.asn_surat.domain import pdf as mesin_pdf
from odoo.exceptions import UserError
from odoo.tools import file_open

_GAYA = "asn_laporan/static/src/css_cetak/daftar.css"
#: Rows that are laid out at a time: the printer's memory grows with them.
POTONG = 400
_RATA = {
    "angka": "kanan",
    "desimal": "kanan",
    "persen": "kanan",
    "rupiah": "kanan",
    "tanggal": "tengah",
    "tengah": "tengah",
}


class AsnLaporanCetak(models.AbstractModel):
    """From a table to a spreadsheet and to a PDF, the same for every report."""

    _name = "asn.laporan.cetak"
    _description = "Printer of Reports (Cetak Laporan)"

    @api.model
    def _kop(self, unit=None):
        """Return the lines of the letterhead of a unit, else of the agency."""
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public.
        daerah = perusahaan.asn_nama_daerah or perusahaan.name or ""
        # sudo: the name of an office is printed on every letter.
        nama = unit.sudo().name if unit else perusahaan.asn_nama_badan
        return [f"PEMERINTAH {daerah}".upper(), (nama or "").upper()]

    @api.model
    def _ttd(self, pegawai, tanggal):
        """Return the lines of the signature block, or none without a signer."""
        if not pegawai:
            return []
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public.
        # sudo: who signs stands on every paper; the maker may not see the profile.
        ttd_sudo = pegawai.sudo()
        nip = bentuk.nip(ttd_sudo.nip) if ttd_sudo.nip else ""
        return [
            f"{perusahaan.asn_ibu_kota or ''}, {format_panjang(tanggal)}",
            f"{ttd_sudo.jabatan_id.name or ''},",
            "",
            "",
            "",
            ttd_sudo.nama_lengkap or ttd_sudo.name,
            *([ttd_sudo.pangkat] if ttd_sudo.pangkat else []),
            *([f"NIP {nip}"] if nip else []),
        ]

    @api.model
    def _xlsx(self, lembar, kertas="f4", penanda="", mendatar=True):
        """Return sheets as a spreadsheet in bytes."""
        return xlsx.tulis(lembar, kertas, penanda, mendatar)

    @api.model
    def _pdf(self, lembar, kertas="f4", penanda="", mendatar=True, maju=None):
        """Return sheets as one PDF with page numbers and the watermark line.

        :param maju: called with the share done (0-1) after each part
        :raise UserError: when a page cannot be made into a PDF
        """
        potongan = [bagian for satu in lembar for bagian in self._potongan(satu)]
        penulis = pypdf.PdfWriter()
        try:
            for nomor, html in enumerate(potongan, 1):
                cetakan = self._satu(html, kertas, mendatar)
                penulis.append(io.BytesIO(cetakan.pdf))
                if maju:
                    maju(nomor / (len(potongan) + 1))
            self._kaki(penulis, kertas, mendatar, penanda)
        except mesin_pdf.GagalCetak as gagal:
            raise UserError(
                self.env._(
                    "The list could not be made into a PDF: %s", str(gagal)[:200]
                )
            ) from gagal
        penulis.add_metadata({"/Title": lembar[0].judul[0]})
        penulis.compress_identical_objects(remove_duplicates=True)
        hasil = io.BytesIO()
        penulis.write(hasil)
        return hasil.getvalue()

    @api.model
    def _satu(self, html, kertas, mendatar, lagi=""):
        lebar, tinggi = mesin_pdf.KERTAS[kertas]
        if mendatar:
            lebar, tinggi = tinggi, lebar
        with file_open(_GAYA) as berkas:
            gaya = berkas.read()
        ukuran = f"@page{{size:{lebar}mm {tinggi}mm}}.kaki{{height:{tinggi - 1}mm}}"
        return mesin_pdf.cetak(
            self.env["asn.surat.renderer"]._dokumen(html, "daftar", "-"),
            arsip=False,
            gaya=(gaya, ukuran + lagi),
        )

    @api.model
    def _kaki(self, penulis, kertas, mendatar, penanda):
        """Lay page numbers and the watermark over all pages, which are counted now."""
        jumlah = len(penulis.pages)
        html = Markup("").join(
            Markup(
                '<div class="kaki"><span class="penanda">{}</span>'
                '<span class="halaman">Halaman {} dari {}</span></div>'
            ).format(penanda, nomor, jumlah)
            for nomor in range(1, jumlah + 1)
        )
        kaki = self._satu(html, kertas, mendatar, "@page{margin:0}")
        for halaman, lapis in zip(
            penulis.pages, pypdf.PdfReader(io.BytesIO(kaki.pdf)).pages, strict=True
        ):
            halaman.merge_page(lapis)

    # -- HTML --------------------------------------------------------------

    @api.model
    def _potongan(self, lembar):
        """Return one sheet as HTML in parts of ``POTONG`` rows."""
        baris = list(lembar.baris)
        awal = self._html_awal(lembar)
        akhir = self._html_akhir(lembar)
        kepala = self._html_kepala(lembar.kolom)
        bagian = [baris[i : i + POTONG] for i in range(0, len(baris), POTONG)] or [[]]
        hasil = []
        for nomor, isi in enumerate(bagian):
            badan = self._html_baris(isi, lembar.kolom)
            if nomor == len(bagian) - 1 and lembar.jumlah is not None:
                badan += self._html_baris([lembar.jumlah], lembar.kolom, "jumlah")
            html = Markup("<table>{}<tbody>{}</tbody></table>").format(kepala, badan)
            if nomor == 0:
                html = awal + html
            if nomor == len(bagian) - 1:
                html += akhir
            hasil.append(html)
        return hasil

    @api.model
    def _html_awal(self, lembar):
        kop = Markup("").join(Markup("<p>{}</p>").format(teks) for teks in lembar.kop)
        judul = Markup("").join(
            Markup("<p>{}</p>").format(teks) for teks in lembar.judul
        )
        rinci = Markup("").join(
            Markup("<span>{}: <b>{}</b></span>").format(label, nilai)
            for label, nilai in lembar.keterangan
        )
        return Markup(
            '<div class="kop">{}</div><div class="judul">{}</div>'
            '<div class="rinci">{}</div>'
        ).format(kop, judul, rinci)

    @api.model
    def _html_akhir(self, lembar):
        catatan = Markup("").join(
            Markup("<p>{}</p>").format(teks) for teks in lembar.catatan
        )
        ttd = Markup("").join(
            Markup("<p>{}</p>").format(teks or Markup("&#160;")) for teks in lembar.ttd
        )
        return Markup('<div class="catatan">{}</div><div class="ttd">{}</div>').format(
            catatan, ttd
        )

    @api.model
    def _html_kepala(self, kolom):
        lebar = sum(satu.lebar for satu in kolom) or 1
        ukuran = Markup("").join(
            Markup('<col style="width:{}%"/>').format(
                round(satu.lebar / lebar * 100, 2)
            )
            for satu in kolom
        )
        if not any(satu.induk for satu in kolom):
            isi = Markup("").join(
                Markup("<th>{}</th>").format(satu.judul) for satu in kolom
            )
            return Markup("<colgroup>{}</colgroup><thead><tr>{}</tr></thead>").format(
                ukuran, isi
            )
        atas, bawah, nomor = [], [], 0
        while nomor < len(kolom):
            induk, jumlah = kolom[nomor].induk, 1
            if not induk:
                atas.append(
                    Markup('<th rowspan="2">{}</th>').format(kolom[nomor].judul)
                )
            else:
                while nomor + jumlah < len(kolom) and (
                    kolom[nomor + jumlah].induk == induk
                ):
                    jumlah += 1
                atas.append(Markup('<th colspan="{}">{}</th>').format(jumlah, induk))
                bawah += [
                    Markup("<th>{}</th>").format(satu.judul)
                    for satu in kolom[nomor : nomor + jumlah]
                ]
            nomor += jumlah
        return Markup(
            "<colgroup>{}</colgroup><thead><tr>{}</tr><tr>{}</tr></thead>"
        ).format(ukuran, Markup("").join(atas), Markup("").join(bawah))

    @api.model
    def _html_baris(self, baris, kolom, kelas=""):
        """Return table rows; joined as text, which is fast for long lists."""
        rata = [_RATA.get(satu.jenis, "") for satu in kolom]
        jenis = [satu.jenis for satu in kolom]
        hasil = []
        for satu in baris:
            sel = "".join(
                f'<td class="{rata[n]}">{escape(teks_sel(nilai, jenis[n]))}</td>'
                for n, nilai in enumerate(satu)
            )
            hasil.append(f'<tr class="{kelas}">{sel}</tr>')
        # Every cell was escaped just above.
        return Markup("".join(hasil))  # noqa: S704


def teks_sel(nilai, jenis):
    """Return a value as it is printed: Indonesian dates and numbers."""
    if nilai is None or nilai is False:
        return ""
    if jenis == "tanggal":
        return format_pendek(nilai) if hasattr(nilai, "year") else str(nilai)
    if jenis in ("angka", "rupiah") and isinstance(nilai, int | float):
        angka = f"{nilai:,.0f}".replace(",", ".")
        return f"Rp{angka}" if jenis == "rupiah" else angka
    if jenis in ("persen", "desimal") and isinstance(nilai, int | float):
        return f"{nilai:.1f}".replace(".", ",")
    return str(nilai)
