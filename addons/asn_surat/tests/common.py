import io
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import pypdf
from odoo.addons.asn_pegawai.tests.common import PegawaiCommon
from odoo.fields import Command

from ..domain.demo_ca import DemoCA

SANDI = "sandi-Uji-8123"
NAMA = "Dr. Rina Kartika, S.H., M.Si."
TEMPLATE = """
<p class="masuk">Diberikan cuti kepada:</p>
<table class="identitas"><tbody>
<tr><td>Nama</td><td>:</td><td>{{ nama }}</td></tr>
<tr><td>NIP</td><td>:</td><td>{{ nip }}</td></tr>
<tr><td>Alamat{{? alamat }}</td><td>:</td><td>{{ alamat }}</td></tr>
</tbody></table>
<p>selama {{ lama }} ({{ lama|terbilang }}) hari kerja mulai {{ mulai|tanggal }}.</p>
"""


@lru_cache(maxsize=1)
def ca():
    """Return one root for all tests: making keys is slow."""
    return DemoCA.buat(nama="CA Uji", bit=2048)


@lru_cache(maxsize=16)
def p12(nama=NAMA, mulai_hari=-1, hari=730, guna=(), sandi=SANDI):
    """Return a PKCS#12 file; the same arguments give the same file."""
    mulai = datetime.now(UTC) + timedelta(days=mulai_hari)
    return ca().p12(nama, "1", sandi, mulai=mulai, hari=hari, **dict(guna))


def teks(pdf):
    """Return the text of a PDF on one line."""
    pembaca = pypdf.PdfReader(io.BytesIO(pdf))
    return " ".join(" ".join(h.extract_text() for h in pembaca.pages).split())


class SuratCommon(PegawaiCommon):
    """An office with a signer, a holder and a kind of letter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kepala = cls.orang(
            "kepala",
            ("penandatangan",),
            unit=cls.dinas_a,
            jabatan=cls.jab_kepala_a,
            nip="197001011995032001",
            gelar_depan="Dr.",
            gelar_belakang="S.H., M.Si.",
            nama="Rina Kartika",
        )
        cls.ani = cls.orang("ani", unit=cls.bidang_a, nip="198503172010012003")
        cls.budi = cls.orang("budi", unit=cls.dinas_b)
        cls.admin = cls.orang("adm", ("admin_sistem",), unit=cls.dinas_b)
        cls.fas = cls.orang("fas", ("fasilitator",), unit=cls.dinas_b)
        cls.fas.user_id.asn_unit_ids = cls.dinas_a
        cls.register = cls.env["asn.register.surat"].create(
            {"kode": "UJI", "name": "Register uji"}
        )
        cls.jenis = cls.env["asn.jenis.surat"].create(cls._nilai_jenis())
        cls.env["asn.sertifikat.akar"]._muat_pem(ca().pem(), "CA Uji")
        cls.env["asn.sertifikat"]._muat_p12(cls.kepala, p12())

    @classmethod
    def _nilai_jenis(cls, **nilai):
        """Return the values of a kind of letter."""
        return {
            "kode": "UJI_CUTI",
            "name": "Surat izin cuti",
            "judul": "Surat Izin Cuti",
            "klasifikasi": "800.1.11.4",
            "register_id": cls.register.id,
            "pola_nomor": "{klasifikasi}/{nomor:3}/BKPSDM/{tahun}",
            "template": TEMPLATE,
            "tembusan": "Kepala {{ perangkat_daerah }}\nArsip",
            "isian_ids": [
                Command.create({"kode": kode, "name": kode, "contoh": contoh})
                for kode, contoh in (
                    ("alamat", "Jalan Melati 4"),
                    ("lama", "5"),
                    ("mulai", "2026-03-16"),
                )
            ],
            **nilai,
        }

    def draf(self, jenis=None, sumber=None, pemegang=None, nilai=None, **opsi):
        """Draft a letter for the holder."""
        isi = {"alamat": "Jalan Kenanga 7", "lama": 5, "mulai": date(2026, 3, 16)}
        return self.env["asn.surat"]._siapkan(
            jenis or self.jenis,
            sumber or self.ani,
            pemegang or self.ani,
            self.kepala,
            isi | (nilai or {}),
            **opsi,
        )

    def terbit(self, **opsi):
        """Return an issued letter of its own."""
        sumber = self.env["res.partner"].create({"name": "sumber"})
        surat = self.draf(sumber=sumber, **opsi)
        surat._terbitkan(SANDI)
        return surat
