import base64
import hashlib
import re
from functools import lru_cache

from markupsafe import Markup, escape
from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN
from odoo.tools import file_open, file_path

from ..domain import bentuk
from ..domain import isian as mesin_isian
from ..domain import pdf as mesin_pdf

_CSS = (
    "asn_surat/static/src/css/surat.css",
    "asn_surat/static/src/css_cetak/halaman.css",
)
_CAP_CSS = "asn_surat/static/src/css_cetak/cap.css"
#: Day and month of a date in a text, outside of tags.
_TANGGAL = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(NAMA_BULAN)})\b(?![^<]*>)")
_ASET = {".png": "image/png", ".svg": "image/svg+xml", ".jpg": "image/jpeg"}


class AsnSuratRenderer(models.AbstractModel):
    """The one way from a letter, or a report, to a PDF."""

    _name = "asn.surat.renderer"
    _description = "Renderer of letters"

    @api.model
    def _isi_surat(self, jenis, nilai, surat=None, cara=None, contoh=False):
        """Return the whole letter as HTML below one element, without styles.

        :param jenis: ``asn.jenis.surat``
        :param dict nilai: values of all merge fields
        :param surat: ``asn.surat``; without it signer and address are specimens
        :param str cara: way of signing, see ``asn.surat.cara_ttd``
        :param bool contoh: a specimen from the template editor
        :raises IsianSalah: when the template and the values do not fit
        """
        template = surat.template if surat else jenis.template
        data = {
            "jenis": jenis,
            "nilai": nilai,
            "kop": self._kop(jenis, surat),
            # Values are escaped and tags cleaned by the template engine itself.
            "badan": Markup(mesin_isian.isi(template or "", nilai)),  # noqa: S704
            "judul": mesin_isian.teks(jenis.judul or jenis.name, nilai),
            "perihal": nilai.get("perihal")
            or mesin_isian.teks(jenis.perihal or jenis.name, nilai),
            "lampiran": mesin_isian.teks(jenis.lampiran or "-", nilai),
            "ttd": self._blok_ttd(surat, nilai, jenis.bentuk == "keputusan"),
            "cara": cara or ("elektronik" if jenis.mode_ttd != "basah" else "basah"),
            "qr": self._qr(surat),
            "contoh": contoh,
            "tanggal": bentuk.tanggal,
            "tujuan": self._baris(jenis.tujuan, nilai),
            "tembusan": self._tembusan(jenis, nilai, surat),
        }
        return self.env["ir.qweb"]._render(
            "asn_surat.surat_isi", data, minimal_qcontext=True
        )

    @api.model
    def _baris(self, teks, nilai):
        """Return the filled lines of a text field; empty ones are left out."""
        hasil = (mesin_isian.teks(satu, nilai) for satu in (teks or "").splitlines())
        return [satu.strip() for satu in hasil if satu.strip()]

    @api.model
    def _tembusan(self, jenis, nilai, surat):
        """Return who gets a copy, each once, and not the signer."""
        unit = surat.unit_id if surat else self.env["hr.department"]
        penanda = {
            nilai.get("ttd_jabatan"),
            bentuk.kepala_unit(unit.name, unit.jenis_unit),
        }
        semua = dict.fromkeys(self._baris(jenis.tembusan, nilai))
        return [baris for baris in semua if baris not in penanda]

    @api.model
    def _kepala_daerah(self):
        """Return the head of the region with its name: ``Wali Kota Contoh``."""
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public.
        daerah = perusahaan.asn_nama_daerah or perusahaan.name or ""
        return f"{perusahaan.asn_sebutan_kepala or ''} {_tanpa_jenis(daerah)}".strip()

    @api.model
    def _kop(self, jenis, surat):
        """Return what the letterhead says, or None for pre-printed paper."""
        if jenis.kop == "tanpa":
            return None
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public.
        unit = surat.unit_id if surat else self.env["hr.department"]
        kepala = jenis.kop == "kepala_daerah" or (surat and unit.jenis_unit == "pemda")
        if kepala:
            return {
                "atas": "",
                "nama": _dua_baris(self._kepala_daerah()),
                "alamat": [],
                "logo": self._gambar(perusahaan.asn_lambang_negara)
                or self._logo(perusahaan),
                "kepala": True,
            }
        # sudo: the address of an office is printed on every letter.
        unit = unit.sudo()
        alamat = unit.alamat or perusahaan.asn_kop_alamat or ""
        baris = [satu.strip() for satu in alamat.splitlines() if satu.strip()]
        if unit.telepon:
            telepon = f"Telepon {unit.telepon}"
            # One line where it fits: an address of one line leaves room for it.
            if len(baris) == 1 and len(baris[0]) + len(telepon) < 80:
                baris = [f"{baris[0]}, {telepon}"]
            else:
                baris.append(telepon)
        return {
            "atas": f"Pemerintah {perusahaan.asn_nama_daerah or perusahaan.name or ''}",
            "nama": _dua_baris(unit.name or perusahaan.asn_nama_badan or ""),
            "alamat": baris,
            "logo": self._logo(perusahaan),
            "kepala": False,
        }

    @api.model
    def _logo(self, perusahaan):
        """Return the region's arms as a data address, or an empty text.

        Odoo's own picture of an office that has set none is left out.
        """
        if perusahaan.uses_default_logo:
            return ""
        return self._gambar(perusahaan.logo)

    @api.model
    def _gambar(self, gambar):
        """Return a PNG or JPEG picture as a data address, else an empty text."""
        isi = base64.b64decode(gambar or b"")
        jenis = "jpeg" if isi.startswith(b"\xff\xd8\xff") else "png"
        if jenis == "png" and not isi.startswith(b"\x89PNG"):
            return ""
        return f"data:image/{jenis};base64," + base64.b64encode(isi).decode()

    @api.model
    def _sebut_jabatan(self, jabatan, nilai, kapital=False):
        """Return a post as it is signed: the head of the region with its name."""
        if jabatan and jabatan == nilai.get("sebutan_kepala"):
            jabatan = nilai.get("kepala_daerah") or jabatan
        return (jabatan or "").upper() if kapital else jabatan or ""

    @api.model
    def _blok_ttd(self, surat, nilai, kapital=False):
        """Return the lines of the signature block, above and below the sign.

        :param bool kapital: write posts in capitals, as decrees do
        """
        jabatan = self._sebut_jabatan(nilai.get("ttd_jabatan"), nilai, kapital)
        kapasitas = surat.kapasitas if surat else "definitif"
        atas_nama = surat.atas_nama if surat else ""
        # The last line is the post on whose behalf; lines above stand as they are.
        *dahulu, wakil = (atas_nama or "").split("\n")
        wakil = self._sebut_jabatan(wakil, nilai, kapital)
        atas = [jabatan]
        if kapasitas in ("plt", "plh"):
            atas = [*dahulu, f"{kapasitas.capitalize()}. {wakil or jabatan}"]
        elif kapasitas in ("an", "ub") and wakil:
            awalan = "a.n." if kapasitas == "an" else "u.b."
            atas = [*dahulu, f"{awalan} {wakil}", jabatan]
        nip = nilai.get("ttd_nip") or ""
        return {
            "tempat": nilai.get("tempat") or "",
            "tanggal": nilai.get("tanggal_surat") or "",
            "atas": atas,
            "nama": nilai.get("ttd_nama") or "",
            "pangkat": nilai.get("ttd_pangkat") or "",
            "nip": nip,
        }

    @api.model
    def _qr(self, surat):
        """Return the QR code as a data address; a specimen leads nowhere."""
        alamat = surat._alamat_publik() if surat else self.get_base_url() + "/v"
        return self._qr_gambar(alamat)

    @api.model
    def _qr_gambar(self, teks):
        """Return any text as a QR code, as a data address."""
        png = mesin_pdf.qr_png(teks)
        return "data:image/png;base64," + base64.b64encode(png).decode()

    # ------------------------------------------------------------------
    # PDF
    # ------------------------------------------------------------------

    @api.model
    def _pdf(self, html, **opsi):
        """Return the PDF of a letter's HTML; see ``_cetak``."""
        return self._cetak(html, **opsi).pdf

    @api.model
    def _cetak(
        self,
        html,
        kertas="f4",
        judul="",
        pengenal=None,
        elektronik=False,
        draf=False,
        gaya=None,
        pias=(),
    ):
        """Render HTML with the style of official letters.

        :param html: what ``_isi_surat`` returned
        :param str kertas: key of ``domain.pdf.KERTAS``
        :param str judul: title of the file
        :param bytes pengenal: identifier of the file, random by default
        :param bool elektronik: print the sentence about the signature at the foot
        :param bool draf: print DRAF across the page
        :param str gaya: another style sheet instead of that of letters
        :param pias: margins in mm, see ``asn.jenis.surat._pias``
        :return: ``domain.pdf.Cetakan``
        :raises GagalCetak: when it cannot be rendered
        """
        kelas = "draf" if draf else ""
        # A space that does not break; WeasyPrint breaks lines badly around elements.
        html = _TANGGAL.sub("\\1\u00a0\\2", str(html))
        rapat = None
        if gaya is None:
            # A last page with two lines looks careless: try a tighter setting.
            rapat = self._dokumen(html, f"{kelas} rapat", judul)
        return mesin_pdf.cetak(
            self._dokumen(html, kelas, judul),
            baca_aset=_baca_aset,
            pengenal=pengenal,
            gaya=self._gaya(kertas, elektronik, pias) if gaya is None else (gaya,),
            rapat=rapat,
        )

    @api.model
    def _dokumen(self, html, kelas="", judul=""):
        """Return the complete HTML document for ``domain.pdf.cetak``."""
        return str(
            Markup(
                '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"/>'
                '<title>{}</title></head><body class="{}">{}</body></html>'
            ).format(judul or "", kelas, Markup(html))  # noqa: S704
        )

    @api.model
    def _gaya(self, kertas, kaki, pias=()):
        """Return the style sheets of a letter."""
        lebar, tinggi = mesin_pdf.KERTAS[kertas]
        gaya = [*map(_baca, _CSS), f"@page{{size:{lebar}mm {tinggi}mm}}"]
        gaya += [f"@page{{margin-{sisi}:{mm}mm}}" for sisi, mm in pias]
        if kaki:
            gaya.append(_kaki(self.get_base_url() + "/v"))
        return tuple(gaya)

    @api.model
    def _cap(self, nama, is_segel=False):
        """Return the picture of the visible stamp, a PDF of one small page.

        :param is_segel: the office sealed the letter, nobody signed it
        """
        return _cap_pdf(nama, "Disegel" if is_segel else "Ditandatangani")


@lru_cache(maxsize=8)
def _baca(nama):
    """Return the text of an own style sheet."""
    with file_open(nama) as berkas:
        return berkas.read()


@lru_cache(maxsize=256)
def _cap_pdf(nama, perbuatan):
    """Draw the stamp once per signer: it is the same on every letter."""
    isi = (
        f'<!DOCTYPE html><html lang="id"><head><title>-</title><style>{_baca(_CAP_CSS)}</style></head>'
        f'<body><p class="kecil">{perbuatan} secara elektronik oleh</p>'
        f'<p class="nama">{escape(nama)}</p></body></html>'
    )
    return mesin_pdf.cetak(
        isi, pengenal=hashlib.sha256(f"{perbuatan} {nama}".encode()).digest()[:16]
    ).pdf


def _kaki(alamat):
    """Return the style of the foot of every page of a signed letter."""
    kalimat = (
        "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat "
        "elektronik. Keaslian dokumen dapat diperiksa dengan memindai kode QR atau "
        f"mengunggah berkas ini pada {alamat}"
    )
    aman = "".join(huruf for huruf in kalimat if huruf not in '"\\<>\n')
    return f'@page{{@bottom-left{{content:"{aman}"}}}}'


def _baca_aset(alamat):
    """Return a picture that belongs to an addon.

    :raises ValueError: for everything that is no static picture of an addon
    """
    bagian = alamat.strip("/")
    akhiran = "." + bagian.rpartition(".")[2].lower()
    if "/static/" not in bagian or ".." in bagian or akhiran not in _ASET:
        raise ValueError("asset refused")
    with open(file_path(bagian), "rb") as berkas:
        return berkas.read(), _ASET[akhiran]


def _dua_baris(nama):
    """Return a long name of an office as two lines of about the same length."""
    if len(nama) <= 42 or " " not in nama.strip():
        return [nama]
    tengah = len(nama) / 2
    putus = min(
        (tempat for tempat, huruf in enumerate(nama) if huruf == " "),
        key=lambda tempat: abs(tempat - tengah),
    )
    return [nama[:putus], nama[putus + 1 :]]


def _tanpa_jenis(daerah):
    """Return "Contoh" for "Kota Contoh": the title already says city or regency."""
    for jenis in ("Kota ", "Kabupaten ", "Provinsi "):
        if daerah.startswith(jenis):
            return daerah[len(jenis) :]
    return daerah
