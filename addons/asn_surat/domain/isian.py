"""Letter templates with merge fields (isian) and nothing that can run.

Plain Python: no odoo import. A template is a piece of HTML. In its text:

``{{ nama }}``            the value, escaped
``{{ mulai|tanggal }}``   the value through filters of ``bentuk.FILTER``
``{{? alamat }}``         this row, item or paragraph only when there is a value
``{{! alamat }}``         ... only when there is none
``{{* daftar }}``         this table row or item once for each entry; the entry's
                          own values are named like others

Values are put into the text of the document tree, never into its markup, so a
value cannot become a tag, an attribute or another placeholder. Names are plain
words: no dots, calls, indexes or expressions exist in this language.
"""

import copy
import re

from lxml import etree, html

from . import bentuk

_TANDA = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ISI = re.compile(
    r"\s*(?P<jenis>[?!*]?)\s*(?P<nama>[a-z][a-z0-9_]{0,63})"
    r"\s*(?P<saring>(?:\|\s*[a-z_]{1,32}\s*){0,4})"
)
_BLOK = ("tr", "li", "p", "div", "h1", "h2", "h3", "h4", "ol", "ul", "table")
#: Tags of a letter. Others lose the tag and keep their text; see ``_BUANG``.
_TAG = frozenset(
    "p div span br hr b strong i em u s small sub sup h1 h2 h3 h4 ol ul li table "
    "thead tbody tfoot tr td th col colgroup blockquote img".split()
)
#: Tags that go with everything in them.
_BUANG = frozenset(
    "script style iframe object embed link meta base form input button textarea "
    "select option svg math template noscript audio video canvas head title".split()
)
_ATRIBUT = frozenset({"class", "style", "colspan", "rowspan", "align", "valign"})
_GAYA_BURUK = re.compile(r"url\s*\(|expression|@import|position\s*:|\\", re.I)
_GAMBAR = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]+\Z")
#: Longest value; longer text belongs into an attachment (lampiran).
PANJANG_MAKS = 20_000
# XML 1.0 has no place for these, and neither has a letter.
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class IsianSalah(ValueError):
    """A template or value that cannot be used; ``kode`` says why."""

    def __init__(self, kode, **rinci):
        super().__init__(kode)
        self.kode = kode
        self.rinci = rinci


def nama_dipakai(templat):
    """Return the names that a template asks for.

    :raises IsianSalah: ``tanda_salah``, ``saring_tidak_dikenal``
    """
    pohon = _baca(templat)
    nama = set()
    for simpul in pohon.iter():
        for teks in (simpul.text, simpul.tail):
            for bagian in _pecah(teks or ""):
                if not isinstance(bagian, str):
                    nama.add(bagian[1])
    return nama


def nama_daftar(templat):
    """Return the names of lists that a template repeats a row or item for."""
    return _nama_bertanda(templat, "*")


def nama_bersyarat(templat):
    """Return the names that may be empty: something is left out without them."""
    return _nama_bertanda(templat, "?")


def _nama_bertanda(templat, jenis):
    return {
        bagian[1]
        for simpul in _baca(templat).iter()
        for teks in (simpul.text, simpul.tail)
        for bagian in _pecah(teks or "")
        if not isinstance(bagian, str) and bagian[0] == jenis
    }


def periksa(templat, dikenal):
    """Refuse a template with unknown names, unknown filters or broken marks.

    :param str templat: HTML
    :param dikenal: names that have a value
    :raises IsianSalah: also ``nama_tidak_dikenal`` with ``nama``
    """
    asing = sorted(nama_dipakai(templat) - set(dikenal))
    if asing:
        raise IsianSalah("nama_tidak_dikenal", nama=asing)


def isi(templat, nilai):
    """Return the template as HTML with the values filled in.

    :param str templat: HTML
    :param dict nilai: values by name; a list of dicts for ``{{* daftar }}``
    :raises IsianSalah: also ``nilai_tidak_ada`` and ``nilai_salah``
    """
    pohon = _baca(templat)
    _olah(pohon, nilai)
    return _tulis(pohon)


def teks(templat, nilai):
    """Fill a one-line template of plain text (subject, number of copies)."""
    hasil = []
    for bagian in _pecah(templat or ""):
        hasil.append(bagian if isinstance(bagian, str) else _nilai(bagian, nilai))
    return "".join(hasil)


def bersihkan(templat):
    """Return the template with only what belongs into a letter."""
    return _tulis(_baca(templat))


def tanpa_kendali(nilai):
    """Return a text without the characters that no letter or database holds."""
    return _KENDALI.sub("", nilai)


def _baca(templat):
    """Parse HTML into a clean tree below one ``div``."""
    sumber = tanpa_kendali(templat or "")
    pohon = html.fragment_fromstring(sumber, create_parent="div")
    for simpul in list(pohon.iter()):
        if simpul is pohon:
            continue
        if not isinstance(simpul.tag, str) or simpul.tag in _BUANG:
            simpul.drop_tree() if isinstance(simpul.tag, str) else _buang(simpul)
        elif simpul.tag not in _TAG:
            simpul.drop_tag()
        else:
            _bersihkan_atribut(simpul)
    return pohon


def _buang(simpul):
    """Remove a comment or instruction and keep the text behind it."""
    induk, ekor = simpul.getparent(), simpul.tail
    if induk is None:
        return
    sebelum = simpul.getprevious()
    induk.remove(simpul)
    if ekor:
        if sebelum is not None:
            sebelum.tail = (sebelum.tail or "") + ekor
        else:
            induk.text = (induk.text or "") + ekor


def _bersihkan_atribut(simpul):
    """Keep harmless attributes; a picture only when it is carried inside."""
    sumber = simpul.get("src") if simpul.tag == "img" else None
    for nama in list(simpul.attrib):
        if nama not in _ATRIBUT:
            del simpul.attrib[nama]
    if _GAYA_BURUK.search(simpul.get("style", "")):
        del simpul.attrib["style"]
    if simpul.tag == "img":
        if sumber and _GAMBAR.match(sumber):
            simpul.set("src", sumber)
        else:
            simpul.drop_tree()


def _tulis(pohon):
    """Return the inner HTML of the tree."""
    hasil = etree.tostring(pohon, encoding="unicode", method="html")
    return hasil[hasil.index(">") + 1 : hasil.rindex("</div>")]


def _pecah(teks):
    """Split text into plain pieces and ``(kind, name, filters)`` marks.

    :raises IsianSalah: ``tanda_salah`` with ``tanda``
    """
    hasil, akhir = [], 0
    for cocok in _TANDA.finditer(teks):
        polos = teks[akhir : cocok.start()]
        _tolak_sisa(polos)
        tanda = _ISI.fullmatch(cocok[1].replace("\xa0", " "))
        if not tanda:
            raise IsianSalah("tanda_salah", tanda=cocok[0][:60])
        saring = [s.strip() for s in tanda["saring"].split("|") if s.strip()]
        for nama in saring:
            if nama not in bentuk.FILTER:
                raise IsianSalah("saring_tidak_dikenal", nama=nama)
        hasil += [polos, (tanda["jenis"], tanda["nama"], tuple(saring))]
        akhir = cocok.end()
    _tolak_sisa(teks[akhir:])
    hasil.append(teks[akhir:])
    return hasil


def _tolak_sisa(polos):
    """Refuse half a mark, as is left when formatting cuts one in two."""
    for sisa in ("{{", "}}"):
        tempat = polos.find(sisa)
        if tempat >= 0:
            raise IsianSalah("tanda_salah", tanda=polos[max(0, tempat - 20) :][:60])


def _olah(simpul, nilai):
    """Fill one element and everything in it."""
    for anak in list(simpul):
        if anak.getparent() is not simpul:
            continue
        daftar = _cari_daftar(anak)
        if daftar:
            _ulangi(anak, daftar, nilai)
        elif _tetap_ada(anak, nilai):
            _olah(anak, nilai)
        else:
            anak.drop_tree()
            continue
    _ganti(simpul, nilai)
    for anak in list(simpul):
        _ganti_ekor(anak, nilai)


def _tanda_langsung(simpul):
    """Yield the marks that belong to this block: for a row, those of its cells."""
    yield from (b for b in _pecah(simpul.text or "") if not isinstance(b, str))
    for anak in simpul:
        if anak.tag not in _BLOK:
            yield from _tanda_langsung(anak)
        elif simpul.tag in ("tr", "td", "th") and anak.tag in ("p", "div"):
            # The editor wraps the text of a cell into a paragraph.
            yield from _tanda_langsung(anak)
        yield from (b for b in _pecah(anak.tail or "") if not isinstance(b, str))


def _cari_daftar(simpul):
    """Return the list name when this row or item is to be repeated."""
    if simpul.tag not in ("tr", "li"):
        return None
    for jenis, nama, _saring in _tanda_langsung(simpul):
        if jenis == "*":
            return nama
    return None


def _tetap_ada(simpul, nilai):
    """Tell whether the conditions in this block let it stay."""
    if simpul.tag not in _BLOK:
        return True
    for jenis, nama, _saring in _tanda_langsung(simpul):
        if jenis == "?" and not _ambil(nama, nilai):
            return False
        if jenis == "!" and _ambil(nama, nilai):
            return False
    return True


def _ulangi(simpul, nama, nilai):
    """Put one copy of a row for each entry of a list."""
    entri = _ambil(nama, nilai) or []
    if not isinstance(entri, (list, tuple)):
        raise IsianSalah("nilai_salah", nama=nama, saring="*")
    induk = simpul.getparent()
    for urutan, satu in enumerate(entri, 1):
        salinan = copy.deepcopy(simpul)
        salinan.tail = None
        induk.insert(induk.index(simpul), salinan)
        isi_baris = {**nilai, **satu, nama: "", "nomor_baris": urutan}
        _kosongkan_daftar(salinan, nama)
        _olah(salinan, isi_baris)
    simpul.drop_tree()


def _kosongkan_daftar(simpul, nama):
    """Take the repeat mark out of a copied row."""
    pola = re.compile(r"\{\{\s*\*\s*" + nama + r"\s*\}\}")
    for bagian in simpul.iter():
        if bagian.text:
            bagian.text = pola.sub("", bagian.text.replace("\xa0", " "))
        if bagian.tail and bagian is not simpul:
            bagian.tail = pola.sub("", bagian.tail.replace("\xa0", " "))


def _ganti(simpul, nilai):
    """Fill the text at the beginning of an element."""
    if simpul.text and "{{" in simpul.text:
        potongan = _rangkai(simpul.text, nilai)
        simpul.text = potongan[0]
        for urutan, baris in enumerate(potongan[1:]):
            ganti = etree.Element("br")
            ganti.tail = baris
            simpul.insert(urutan, ganti)


def _ganti_ekor(simpul, nilai):
    """Fill the text that follows an element."""
    if simpul.tail and "{{" in simpul.tail:
        potongan = _rangkai(simpul.tail, nilai)
        simpul.tail = potongan[0]
        induk = simpul.getparent()
        tempat = induk.index(simpul) + 1
        for urutan, baris in enumerate(potongan[1:]):
            ganti = etree.Element("br")
            ganti.tail = baris
            induk.insert(tempat + urutan, ganti)


def _rangkai(teks_simpul, nilai):
    """Return the filled lines of a text, one for each line break in a value."""
    hasil = []
    for bagian in _pecah(teks_simpul):
        if isinstance(bagian, str):
            # Line breaks of the template itself are layout of its source.
            hasil.append(bagian.replace("\r", " ").replace("\n", " "))
        else:
            hasil.append(_nilai(bagian, nilai))
    return "".join(hasil).split("\n")


def _ambil(nama, nilai):
    """Return a value by name.

    :raises IsianSalah: ``nilai_tidak_ada``
    """
    if nama not in nilai:
        raise IsianSalah("nilai_tidak_ada", nama=nama)
    return nilai[nama]


def _nilai(tanda, nilai):
    """Return the text of one mark; conditions have none.

    :raises IsianSalah: ``nilai_tidak_ada``, ``nilai_salah``
    """
    jenis, nama, saring = tanda
    mentah = _ambil(nama, nilai)
    if jenis:
        return ""
    if mentah is None or mentah is False or mentah == "":
        return ""
    for filter_ in saring:
        try:
            mentah = bentuk.FILTER[filter_](mentah)
        except (ValueError, ArithmeticError, TypeError) as galat:
            raise IsianSalah("nilai_salah", nama=nama, saring=filter_) from galat
    hasil = bentuk.biasa(mentah).replace("\r\n", "\n").replace("\r", "\n")
    return tanpa_kendali(hasil)[:PANJANG_MAKS]
