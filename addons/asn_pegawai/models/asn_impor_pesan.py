"""What is said about each problem of a roster; keys come from ``domain``."""

from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

BERKAS = {
    "berkas_kosong": _lt("The file is empty (0 bytes). Choose the file again."),
    "berkas_terlalu_besar": _lt(
        "The file is %(ukuran)s MB; at most %(batas)s MB are accepted. Split the"
        " roster, or remove pictures and unused sheets."
    ),
    "berkas_makro": _lt(
        "Files with macros (.xlsm) are refused. Save the roster as a plain .xlsx"
        " workbook."
    ),
    "berkas_akhiran": _lt(
        "A file that ends in .%(akhiran)s is not accepted; save it as .xlsx."
    ),
    "berkas_rusak": _lt(
        "The file is damaged or no Excel workbook. Open it in a spreadsheet program"
        " and save it as .xlsx."
    ),
    "berkas_xls_lama": _lt(
        "This is an old .xls workbook, or one protected by a password. Save it"
        " without password as .xlsx."
    ),
    "berkas_pdf": _lt("This is a PDF document, not an Excel workbook (.xlsx)."),
    "berkas_gambar": _lt("This is a picture, not an Excel workbook (.xlsx)."),
    "berkas_arsip": _lt("This is a compressed archive, not an Excel workbook (.xlsx)."),
    "berkas_program": _lt("This is a program, not an Excel workbook (.xlsx)."),
    "berkas_html": _lt(
        "This is a web page (HTML) under the name of a workbook. Open it in a"
        " spreadsheet program and save it as .xlsx."
    ),
    "berkas_xml": _lt("This is an XML file, not an Excel workbook (.xlsx)."),
    "berkas_csv": _lt(
        "This is a text file (CSV), not an Excel workbook. Open it in a spreadsheet"
        " program and save it as .xlsx."
    ),
    "berkas_bom": _lt(
        "The file unpacks to an unreasonable size and was not opened. Copy the"
        " table into a new workbook."
    ),
    "berkas_sandi": _lt(
        "The file is protected by a password. Remove it and try again."
    ),
    "berkas_ods": _lt("This is an OpenDocument sheet (.ods). Save it as .xlsx."),
    "berkas_zip": _lt("This is a zip archive, not an Excel workbook (.xlsx)."),
    "berkas_word": _lt("This is a Word document, not an Excel workbook (.xlsx)."),
    "berkas_entitas": _lt(
        "The file holds definitions that a spreadsheet never needs and was not opened."
    ),
    "berkas_tanpa_lembar": _lt("The workbook has no visible sheet."),
    "berkas_baris": _lt("The file has more than %(batas)s rows. Split the roster."),
    "berkas_lembar": _lt(
        "The workbook has more than %(batas)s sheets. Split it into several files."
    ),
}

KEPALA = {
    "kepala_tidak_ada": _lt(
        "No row with column names was found. Use the template, or name the columns"
        " nip, nama, ..."
    ),
    "kolom_wajib_tidak_ada": _lt("This required column is missing."),
    "kolom_ganda": _lt("This column appears twice (also in column %(lain)s)."),
    "kolom_ganda_dilewati": _lt(
        "Column %(lain)s holds the same data; this one was not read."
    ),
    "kolom_ganda_dipakai": _lt(
        "Column %(lain)s holds the same data; this one with the code was read instead."
    ),
    "kolom_tidak_dikenal": _lt(
        "Unknown column. Rename or remove it, or tick Ignore Unknown Columns."
    ),
    "kolom_tidak_dikenal_saran": _lt("Unknown column. Did you mean %(saran)s?"),
    "sel_tanpa_judul": _lt("The cell has no column name above it and was not read."),
}

SEL = {
    "rumus": _lt(
        "The cell holds a formula. Paste it as a value (Paste Special, Values)."
    ),
    "sel_galat": _lt("The cell shows an error of the spreadsheet program."),
    "presisi_hilang": _lt(
        "The number was stored as a figure, and Excel keeps only 15 digits: the last"
        " ones are lost. Set the column to Text and type it again."
    ),
    "bukan_angka": _lt("Only the digits 0-9 are allowed here."),
    "panjang_angka": _lt("There must be %(harus)s digits; there are %(ada)s."),
    "karakter_tak_terlihat": _lt(
        "The cell holds invisible control characters. Type it again."
    ),
    "terlalu_panjang": _lt("The text is longer than %(maks)s characters."),
    "wajib_kosong": _lt("This cell must be filled in."),
    "tanggal_salah": _lt(
        "Not understood as a date. Write 1985-03-17, 17-03-1985 or 17 Maret 1985."
    ),
    "tanggal_tak_ada": _lt("This date does not exist in the calendar."),
    "pilihan_salah": _lt("Not one of the choices: %(boleh)s."),
    "bukan_bulat": _lt("A whole number is expected."),
    "uang_salah": _lt("An amount in whole rupiah is expected, e.g. 3452900."),
    "tahun_salah": _lt("A year with four digits is expected."),
    "email_salah": _lt("Not an e-mail address (PRF-MAIL-01)."),
    "hp_salah": _lt("Not a telephone number."),
    "nama_karakter": _lt("The name holds characters that no name has (PRF-NAMA-01)."),
}

ATURAN = {
    "kembar_dalam_berkas": _lt("The same value is already in row %(lain)s."),
    "umur_kurang": _lt("A civil servant is at least 17 years old."),
    "umur_lebih": _lt("Older than 70 years; check the date of birth."),
    "sebelum_cpns": _lt("This date is before TMT CPNS."),
    "kontrak_terbalik": _lt("The contract (perjanjian kerja) ends before it starts."),
    "sk_masa_depan": _lt("The decree (SK) is dated in the future."),
    "wajib_bila_golongan": _lt("A grade (golongan) needs its TMT."),
    "wajib_bila_tmt_golongan": _lt("TMT golongan is filled in, but not the grade."),
    "wajib_bila_golongan_awal": _lt("A first grade (golongan awal) needs TMT CPNS."),
    "golongan_awal_lebih_tinggi": _lt("The first grade is above the current one."),
    "golongan_bukan_jenisnya": _lt(
        "This grade does not belong to the employment status (PNS I/a to IV/e, PPPK I"
        " to XVII)."
    ),
    "prf_k_02": _lt("Two grades have the same TMT (PRF-K-02)."),
    "mkg_tahun_salah": _lt("MKG has more than 45 years."),
    "mkg_bulan_salah": _lt("Months of MKG lie between 0 and 11."),
    "gaji_tanpa_golongan": _lt("Basic pay (gaji pokok) needs the grade."),
    "wajib_bila_jabatan": _lt("A post (jabatan) needs its unit and its TMT."),
    "wajib_bila_unit": _lt("A unit (unit kerja) needs the post (jabatan)."),
    "wajib_bila_jabatan_baru": _lt("A new post needs its kind (jenis jabatan)."),
    "jabatan_terbalik": _lt("The assignment ends before it begins."),
    "plh_tanpa_akhir": _lt("A daily acting assignment (Plh) needs its last day."),
    "wajib_bila_pendidikan": _lt("Education needs the graduation year."),
    "tahun_lulus_beda": _lt("The graduation date has another year."),
    "tahun_masa_depan": _lt("The graduation year is in the future."),
    "prf_k_09": _lt("Too young at graduation (PRF-K-09)."),
    "prf_hp_01": _lt(
        "A mobile number begins with 08 and has 10-14 digits (PRF-HP-01)."
    ),
    "prf_pos_01": _lt("A postal code has 5 digits (PRF-POS-01)."),
    "prf_bpjs_01": _lt("A BPJS number has 13 digits (PRF-BPJS-01)."),
    "rujukan_tidak_ada": _lt("Unknown; see the sheet Referensi of the template."),
    "rujukan_tidak_ada_saran": _lt("Unknown. Did you mean %(saran)s?"),
    "rujukan_ganda": _lt("Several have this name; use the code or the full path."),
    "rujukan_lain": _lt(
        "This post belongs to another unit. Use its code there, or tick Create New"
        " Posts."
    ),
}

RIWAYAT = {
    "riwayat_tanpa_bukti": _lt(
        "Number or date of the decree is missing; the row goes in without it."
    ),
    "riwayat_terbalik": _lt("It ends before it begins."),
    "riwayat_kembar": _lt(
        "Row %(lain)s of this sheet is the same history row (same key)."
    ),
    "bukan_desimal": _lt("A number is expected, e.g. 92,5."),
    "nip_tidak_ada": _lt(
        "Nobody has this NIP, and no sound row of the sheet Pegawai brings it."
    ),
    "riwayat_beda": _lt(
        "A valid row with this key is there already with other values (%(kolom)s). A"
        " valid row is never changed: write 'ya' in the column koreksi_dari, or tick"
        " Differences Are Corrections."
    ),
    "koreksi_hilang": _lt(
        "The row to be corrected was not found among this person's valid rows. Write"
        " its decree number, or 'ya' when the key is the same."
    ),
}

TARIK = {
    "tarik_dikoreksi": _lt("Stays: a later row corrects this one."),
    "tarik_berubah": _lt("Stays as it is: changed since the import (%(kolom)s)."),
    "tarik_terpakai": _lt("The person stays: used by %(apa)s since the import."),
    "tarik_gagal": _lt("Stays: %(sebab)s"),
}

BASIS = {
    "nip_nonaktif": _lt(
        "This NIP belongs to an archived employee (PRF-NIP-09). Restore the employee"
        " first."
    ),
    "nik_dipakai": _lt("Another employee has this NIK (PRF-NIK-05)."),
    "email_dipakai": _lt("Another employee has this e-mail address."),
    "golongan_bentrok": _lt(
        "The history (riwayat) already has another grade with this TMT (PRF-K-02)."
    ),
    "golongan_turun": _lt(
        "With the grades already in the history, this one would be a step down"
        " (PRF-K-02)."
    ),
    "gagal_simpan": _lt("Could not be saved: %(sebab)s"),
}

PESAN = {**BERKAS, **KEPALA, **SEL, **ATURAN, **RIWAYAT, **TARIK, **BASIS}
