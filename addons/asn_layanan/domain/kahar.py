"""Back-entry of requests handled on paper during force majeure; no Odoo here."""

import io
from datetime import date, datetime
from time import strptime

import xlsxwriter
from odoo.addons.asn_base.domain import xlsx

#: Columns of every template, before those of the form: key, title, obligatory.
KOLOM = (
    ("antrean", "Nomor antrean", False),
    ("nip", "NIP", True),
    ("tanggal_ajuan", "Tanggal diajukan", True),
    ("putusan", "Putusan (terbit/ditolak)", True),
    ("tanggal_putusan", "Tanggal putusan", True),
    ("nomor_naskah", "Nomor surat", True),
    ("pejabat", "Pejabat penetap", True),
)
#: What the workbook offers or says where a cell is filled in.
BANTUAN = {
    "putusan": {"validate": "list", "source": ["terbit", "ditolak"]},
    "tanggal_ajuan": {
        "validate": "any",
        "input_title": "Tanggal",
        "input_message": "Ditulis sebagai 31-12-2026",
    },
}
BANTUAN["tanggal_putusan"] = BANTUAN["tanggal_ajuan"]
PUTUSAN = {"terbit": "terbit", "ditolak": "ditolak", "tolak": "ditolak"}


def kode_antrean(kahar_id, nomor):
    """Return the number printed below the QR code of a blank form."""
    return f"KH{kahar_id}-{nomor:04d}"


def templat(judul, kolom):
    """Return an empty workbook (bytes) with these columns.

    :param judul: title in the first row
    :param kolom: list of ``(key, title, obligatory)``
    """
    simpan = io.BytesIO()
    buku = xlsxwriter.Workbook(
        simpan, {"in_memory": True, "strings_to_formulas": False}
    )
    lembar, gaya = buku.add_worksheet("Isian"), xlsx.Gaya(buku)
    teks = gaya.ambil(num_format="@")
    lembar.write_string(0, 0, judul, gaya.ambil(bold=True, font_size=13))
    for nomor, (kunci, nama, wajib) in enumerate(kolom):
        lembar.write_string(1, nomor, nama + (" *" if wajib else ""), gaya.kepala())
        lembar.set_column(nomor, nomor, max(16, min(len(nama) + 3, 24)), teks)
        bantuan = BANTUAN.get(kunci)
        if bantuan:
            lembar.data_validation(2, nomor, 1001, nomor, bantuan)
    lembar.set_row(1, 30)
    lembar.freeze_panes(2, 2)
    xlsx.siapkan_cetak(lembar, "f4", True, judul, (1, 1))
    buku.close()
    return simpan.getvalue()


def baca(baris, kolom):
    """Yield ``(row number, {key: value})`` of the filled rows below the titles.

    :param baris: iterable of ``(row number, [Sel])`` as of the import's reader
    :param kolom: as for ``templat``
    :raises ValueError: with the titles that are missing or unknown
    """
    kenal = {_rapat(nama): kunci for kunci, nama, _wajib in kolom}
    urutan = None
    for nomor, sel in baris:
        nilai = [s.nilai for s in sel]
        if urutan is None:
            temu = [kenal.get(_rapat(n)) for n in nilai]
            if "nip" not in temu:
                continue
            kurang = [n for k, n, wajib in kolom if wajib and k not in temu]
            if kurang:
                raise ValueError(", ".join(kurang))
            urutan = temu
            continue
        isi = {
            kunci: _bersih(sel[i])
            for i, kunci in enumerate(urutan[: len(sel)])
            if kunci
        }
        if any(v not in (None, "") for v in isi.values()):
            yield nomor, isi
    if urutan is None:
        raise ValueError("NIP")


def _rapat(teks):
    return " ".join(str(teks or "").replace("*", " ").lower().split())


def _bersih(sel):
    """Return a cell as a date or as text; a formula counts as an error."""
    if sel.jenis in ("f", "e"):
        return None
    if isinstance(sel.nilai, datetime):
        return sel.nilai.date()
    if isinstance(sel.nilai, float) and sel.nilai.is_integer():
        return str(int(sel.nilai))
    if sel.nilai is None or isinstance(sel.nilai, date):
        return sel.nilai
    return str(sel.nilai).strip()


def tanggal(nilai):
    """Return a date from a cell: a real one, ``31-12-2026`` or ``2026-12-31``.

    :raises ValueError: when it is none of these
    """
    if isinstance(nilai, date):
        return nilai
    teks = str(nilai or "").strip().replace("/", "-").replace(".", "-")
    for pola in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return date(*strptime(teks, pola)[:3])
        except ValueError:
            continue
    raise ValueError(teks)


def masalah_waktu(ajuan, putusan, mulai, selesai, hari_ini):
    """Return the key of what is wrong with the dates of a row, or None.

    Requests count as force majeure when they were filed within the declared
    period (PRO-13).
    """
    if ajuan < mulai or (selesai and ajuan > selesai):
        return "di_luar_masa"
    if putusan < ajuan:
        return "terbalik"
    if putusan > hari_ini:
        return "depan"
    return None


def jawaban(tanya, teks):
    """Return the answer to a question of a form from a cell.

    :param tanya: question as of ``domain.isian``
    :raises ValueError: when the cell holds no such answer
    """
    jenis = tanya["jenis"]
    if jenis == "tanggal":
        return tanggal(teks).isoformat()
    if jenis == "ya_tidak":
        return "ya" if ya_tidak(teks) else "tidak"
    if jenis == "bilangan":
        return int(str(teks))
    if jenis in ("desimal", "rupiah"):
        return float(str(teks).replace(",", "."))
    if jenis == "pilihan":
        return pilih(tanya["pilihan"], teks)
    if jenis == "pilihan_ganda":
        return [pilih(tanya["pilihan"], satu) for satu in str(teks).split(";")]
    if jenis in ("teks", "teks_panjang"):
        return str(teks)
    raise ValueError(teks)


def ya_tidak(teks):
    """Return whether a cell says yes; ValueError when it says neither."""
    kata = str(teks).strip().lower()
    if kata not in ("ya", "y", "1", "tidak", "t", "0"):
        raise ValueError(teks)
    return kata in ("ya", "y", "1")


def pilih(pilihan, teks):
    """Return the key whose key or label is this text; ValueError when none is."""
    kata = str(teks).strip().lower()
    for kode, label in pilihan:
        if kata in (str(kode).lower(), str(label).lower()):
            return kode
    raise ValueError(teks)
