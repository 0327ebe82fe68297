"""The workbooks of basic pay: changes for finance, increments of a year."""

from collections import namedtuple

from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.addons.asn_base.domain.xlsx import Kolom
from odoo.addons.asn_surat.domain.bentuk import angka

#: What one decree changes in the pay: kind (``kgb`` or ``kp``) and how the list calls
#: it, grades before and after, new MKG as text, rupiah a month before and after, part
#: in percent that is paid, TMT, number and date of the decree, next increment if known.
Perubahan = namedtuple(
    "Perubahan",
    "jenis sebutan golongan_lama golongan_baru mkg gaji_lama gaji_baru persen tmt"
    " nomor tanggal berikutnya",
)
#: Kinds in the order in which the list sums them up.
JENIS = {"kgb": "Kenaikan gaji berkala", "kp": "Kenaikan pangkat"}

KOLOM = (
    Kolom("No.", 5, "tengah"),
    Kolom("Nama", 27),
    Kolom("NIP", 20),
    Kolom("Unit Kerja", 26),
    Kolom("Jenis", 14),
    Kolom("Pangkat/Gol. Lama", 20),
    Kolom("Pangkat/Gol. Baru", 20),
    Kolom("MKG Baru", 10, "tengah"),
    Kolom("Gaji Pokok Lama", 13, "rupiah"),
    Kolom("Gaji Pokok Baru", 13, "rupiah"),
    Kolom("Selisih Sebulan", 12, "rupiah"),
    Kolom("Dibayar (%)", 9, "tengah"),
    Kolom("TMT", 12, "tanggal"),
    Kolom("Nomor SK", 28),
    Kolom("Tanggal SK", 12, "tanggal"),
    Kolom("KGB Berikutnya", 13, "tanggal"),
    Kolom("Keterangan", 30),
)
#: The same of the plan of a year.
KOLOM_RENCANA = (
    Kolom("No.", 5, "tengah"),
    Kolom("Bulan", 16),
    Kolom("Unit Kerja", 30),
    Kolom("Nama", 29),
    Kolom("NIP", 20),
    Kolom("Gol.", 7, "tengah"),
    Kolom("MKG Baru", 10, "tengah"),
    Kolom("Gaji Pokok Lama", 13, "rupiah"),
    Kolom("Gaji Pokok Baru", 13, "rupiah"),
    Kolom("Selisih Sebulan", 12, "rupiah"),
    Kolom("TMT", 12, "tanggal"),
    Kolom("Dokumen Kurang", 34),
)
_TITIK = "." * 36


def bulan_berikut(bulan):
    """Return the first day of the month after the first day of a month."""
    return tambah_bulan(bulan, 1)


def kop(daerah, nama, badan):
    """Return the lines above a list: ``PEMERINTAH KOTA CONTOH`` and the office."""
    atas = f"Pemerintah {daerah}" if daerah else nama or ""
    return [satu.upper() for satu in (atas, badan or "") if satu]


def pangkat(nama, kode):
    """Return rank and grade: ``Penata, III/c``; contracts (PPPK) have no rank."""
    return ", ".join(satu for satu in (nama, kode) if satu)


def rekap(tambahan):
    """Return ``[(kind, letters and rupiah more a month)]`` of the kinds in a list.

    :param tambahan: (kind, rupiah more a month) of each letter
    """
    hasil = []
    for jenis, sebutan in JENIS.items():
        milik = [lebih for satu, lebih in tambahan if satu == jenis]
        if milik:
            isi = f"{len(milik)} surat, tambahan Rp{angka(sum(milik))} sebulan"
            hasil.append((sebutan, isi))
    return hasil


def serah(kepala, judul, keterangan, baris, tempat_tanggal):
    """Return the hand-over list as bytes, with a place to sign for both sides.

    :param kepala: lines of the letterhead
    :param judul: lines of the title
    :param keterangan: ``(label, text)`` above the list
    :param baris: one tuple per letter, without the running number
    :param str tempat_tanggal: where and when it was made
    """
    lembar = _lembar("Daftar Serah", kepala, judul, keterangan, KOLOM, baris)
    lembar.ttd = [tempat_tanggal, "Yang menyerahkan,", "", "", "", _TITIK, "NIP"]
    lembar.ttd_kiri = ["", "Yang menerima,", "", "", "", _TITIK, "NIP"]
    return xlsx.tulis([lembar])


def rencana(kepala, judul, keterangan, baris, rekap):
    """Return the plan of a year as bytes: the people, and a sheet of sums.

    :param rekap: headings and rows of that sheet; the last column is rupiah
    """
    tajuk, isi = rekap
    kolom = [Kolom("No.", 5, "tengah"), Kolom(tajuk[0], 40)]
    kolom += [Kolom(teks, 8.5, "cacah") for teks in tajuk[1:-1]]
    kolom += [Kolom(tajuk[-1], 17, "rupiah")]
    return xlsx.tulis(
        [
            _lembar("Rencana", kepala, judul, keterangan, KOLOM_RENCANA, baris),
            _lembar("Rekap", kepala, judul, keterangan, kolom, isi),
        ]
    )


def _lembar(nama, kepala, judul, keterangan, kolom, baris):
    """Return a sheet with numbered rows and the sums of its numbers."""
    isi = [(nomor, *satu) for nomor, satu in enumerate(baris, 1)]
    lembar = xlsx.Lembar(nama, judul, list(kolom), isi, kepala, keterangan)
    if isi:
        lembar.jumlah_hidup = ("rupiah", "cacah")
        lembar.jumlah = [
            sum(satu[letak] or 0 for satu in isi)
            if satu_kolom.jenis in lembar.jumlah_hidup
            else ("Jumlah" if letak == 1 else "")
            for letak, satu_kolom in enumerate(kolom)
        ]
    return lembar
