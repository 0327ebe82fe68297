"""Letters from HTML to PDF with WeasyPrint; nothing is fetched from a network.

Plain Python: no odoo import.
"""

import io
import re
from dataclasses import dataclass
from functools import lru_cache

import qrcode
import qrcode.constants
import qrcode.image.pil
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

#: Paper of official letters, width and height in mm.
KERTAS = {"f4": (215, 330), "a4": (210, 297)}
_PX_KE_PT = 0.75
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml)[;,]", re.I)


class GagalCetak(RuntimeError):
    """The letter could not be made into a PDF."""


@dataclass(frozen=True)
class Cetakan:
    """A rendered letter.

    ``kotak``: where the signature goes, ``(page, x1, y1, x2, y2)`` in points from
    the lower left corner, or None when the letter has no such place.
    """

    pdf: bytes
    halaman: int
    kotak: tuple | None


class _Pengambil(URLFetcher):
    """Give WeasyPrint pictures carried in the document and own files only."""

    def __init__(self, baca_aset):
        super().__init__(allowed_protocols=("data", "aset"), allow_redirects=False)
        self._baca_aset = baca_aset

    def fetch(self, url, headers=None):
        """Return one resource.

        :raises ValueError: for every other address; nothing leaves this machine
        """
        if url.startswith("aset:") and self._baca_aset:
            isi, mimetype = self._baca_aset(url[len("aset:") :])
            return URLFetcherResponse(url, io.BytesIO(isi), {"Content-Type": mimetype})
        if _DATA.match(url):
            return super().fetch(url, headers)
        raise ValueError("address refused")


def cetak(
    dokumen,
    baca_aset=None,
    jangkar="ttd",
    pengenal=None,
    arsip=True,
    gaya=(),
    rapat=None,
):
    """Render one HTML document.

    :param str dokumen: complete HTML with its styles inside
    :param baca_aset: function ``path -> (bytes, content type)`` for ``aset:path``
    :param str jangkar: id of the element that the signature covers
    :param bytes pengenal: identifier of the file; the same input and identifier
        give the same bytes
    :param bool arsip: write PDF/A-3b
    :param gaya: style sheets as text; each is parsed once in a process
    :param str rapat: the same document set tighter, taken when a page is saved
    :return: :class:`Cetakan`
    :raises GagalCetak: when the document cannot be rendered
    """
    try:
        hasil = _tata(dokumen, baca_aset, gaya)
        if rapat and len(hasil.pages) > 1:
            kedua = _tata(rapat, baca_aset, gaya)
            if len(kedua.pages) < len(hasil.pages):
                hasil = kedua
        pdf = hasil.write_pdf(
            pdf_variant="pdf/a-3b" if arsip else None,
            pdf_identifier=pengenal,
        )
    except Exception as galat:
        raise GagalCetak(str(galat) or type(galat).__name__) from galat
    return Cetakan(pdf, len(hasil.pages), _kotak(hasil.pages, jangkar))


def _tata(dokumen, baca_aset, gaya):
    """Return the pages of a document, laid out but not yet written."""
    return HTML(
        string=dokumen, base_url="aset:/", url_fetcher=_Pengambil(baca_aset)
    ).render(
        font_config=FontConfiguration(), stylesheets=[_gaya(satu) for satu in gaya]
    )


@lru_cache(maxsize=64)
def _gaya(teks):
    """Return a parsed style sheet; parsing is a sixth of the work of a letter."""
    return CSS(string=teks, base_url="aset:/", url_fetcher=_Pengambil(None))


def _kotak(halaman, jangkar):
    """Return the place of an anchor in PDF points."""
    for urutan, satu in enumerate(halaman):
        for kotak in _cari_jangkar(satu._page_box, jangkar):
            x1 = kotak.border_box_x() * _PX_KE_PT
            atas = kotak.border_box_y()
            y2 = (satu.height - atas) * _PX_KE_PT
            x2 = x1 + kotak.border_width() * _PX_KE_PT
            y1 = y2 - kotak.border_height() * _PX_KE_PT
            return urutan, round(x1), round(y1), round(x2), round(y2)
    return None


def _cari_jangkar(kotak, jangkar):
    """Yield the layout boxes of the element with this id."""
    elemen = getattr(kotak, "element", None)
    if elemen is not None and elemen.get("id") == jangkar:
        yield kotak
        return
    for anak in getattr(kotak, "children", ()):
        yield from _cari_jangkar(anak, jangkar)


def qr_png(teks):
    """Return a QR code as a PNG picture, level M; vectors are slower to draw."""
    kode = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=1, box_size=8
    )
    kode.add_data(teks)
    kode.make(fit=True)
    simpan = io.BytesIO()
    kode.make_image(image_factory=qrcode.image.pil.PilImage).save(simpan, "PNG")
    return simpan.getvalue()
