"""Pictures of a paper become one PDF. Plain Python: no odoo import."""

import io
import time
import warnings

from PIL import Image, ImageOps

from .berkas import JPEG, PIKSEL_MAKS, PNG, BerkasDitolak, jenis_isi

#: A4 at 200 dpi: readable to the smallest stamp, and a quarter of a megabyte.
SISI_MAKS = 2339
MUTU_JPEG = 78
HALAMAN_MAKS = 40
_DPI = 200


def jadi_pdf(gambar):
    """Return one PDF with a page per picture, in the order given.

    The same pictures give the same bytes, so that a second upload is recognised.

    :param gambar: ``(bytes, degrees clockwise)`` pairs, turned after the
        orientation that the camera noted
    :raises BerkasDitolak: ``kosong, terlalu_banyak, bukan_gambar, rusak``
    """
    if not gambar:
        raise BerkasDitolak("kosong")
    if len(gambar) > HALAMAN_MAKS:
        raise BerkasDitolak("terlalu_banyak", jumlah=len(gambar), maks=HALAMAN_MAKS)
    halaman = [_halaman(isi, putar) for isi, putar in gambar]
    hasil = io.BytesIO()
    nol = time.gmtime(0)
    halaman[0].save(
        hasil,
        "PDF",
        save_all=True,
        append_images=halaman[1:],
        resolution=_DPI,
        quality=MUTU_JPEG,
        creationDate=nol,
        modDate=nol,
    )
    return hasil.getvalue()


def jadi_jpeg(isi, putar=0):
    """Return one upright JPEG of sensible size.

    :param putar: degrees clockwise, after what the camera noted
    :raises BerkasDitolak: ``bukan_gambar, rusak``
    """
    hasil = io.BytesIO()
    _halaman(isi, putar).save(hasil, "JPEG", quality=MUTU_JPEG)
    return hasil.getvalue()


def _halaman(isi, putar):
    """Return one upright picture of sensible size, without what the camera noted."""
    if jenis_isi(isi) not in (JPEG, PNG):
        raise BerkasDitolak("bukan_gambar")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(isi), formats=["JPEG", "PNG"]) as asal:
                lebar, tinggi = asal.size
                if lebar * tinggi > PIKSEL_MAKS:
                    raise BerkasDitolak("rusak")
                # Decoding at a fraction of the size is what makes phones' pictures cheap.
                asal.draft("RGB", (SISI_MAKS, SISI_MAKS))
                tegak = ImageOps.exif_transpose(asal)
                if putar % 360:
                    tegak = tegak.rotate(-(putar % 360), expand=True)
                tegak.thumbnail((SISI_MAKS, SISI_MAKS))
                return _putih(tegak)
    except BerkasDitolak:
        raise
    except Exception as galat:
        raise BerkasDitolak("rusak") from galat


def _putih(gambar):
    """Return a picture without transparency, on white as paper is."""
    if gambar.mode in ("RGBA", "LA", "PA") or "transparency" in gambar.info:
        gambar = gambar.convert("RGBA")
        dasar = Image.new("RGB", gambar.size, "white")
        dasar.paste(gambar, mask=gambar.getchannel("A"))
        return dasar
    return gambar.convert("L" if gambar.mode in ("1", "L") else "RGB")
