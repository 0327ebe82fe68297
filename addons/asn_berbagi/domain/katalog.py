"""The catalogue of shared fields: one entry a field, read by the serializer, the
OpenAPI document, the grant and ``/saya``. Plain Python.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bidang:
    """One field of a person as consumers see it.

    :param asal: field of ``hr.employee``, also what ``asn.kelas.data`` classes
    :param tipe: teks, tanggal, bulat, rujukan (code and name) or unit
    :param himpunan: dasar, kepegawaian, kontak, keuangan or sensitif
    :param arti: entry of the data dictionary
    """

    asal: str
    himpunan: str
    arti: str
    tipe: str = "teks"

    @property
    def kode(self):
        return f"hr.employee.{self.asal}"


BIDANG = {
    "nip": Bidang("nip", "dasar", "Nomor induk, 18 angka"),
    "nama": Bidang("name", "dasar", "Nama tanpa gelar"),
    "gelar_depan": Bidang("gelar_depan", "dasar", "Gelar di depan nama"),
    "gelar_belakang": Bidang("gelar_belakang", "dasar", "Gelar di belakang nama"),
    "nama_lengkap": Bidang("nama_lengkap", "dasar", "Nama dengan gelar"),
    "jenis_kelamin": Bidang("jenis_kelamin", "dasar", "L atau P"),
    "status_pegawai": Bidang(
        "status_pegawai", "dasar", "cpns, pns, pppk atau pppk_paruh_waktu"
    ),
    "unit": Bidang("unit_id", "dasar", "Unit kerja sekarang", "unit"),
    "jabatan": Bidang("jabatan_id", "dasar", "Jabatan sekarang", "nama"),
    "jenis_jabatan": Bidang("jenis_jabatan_id", "dasar", "Jenis jabatan", "rujukan"),
    "eselon": Bidang("eselon", "dasar", "Eselon jabatan"),
    "jenjang": Bidang("jenjang", "dasar", "Jenjang jabatan fungsional"),
    "golongan": Bidang("golongan_id", "dasar", "Golongan ruang sekarang", "rujukan"),
    "pangkat": Bidang("pangkat", "dasar", "Nama pangkat"),
    "kedudukan_hukum": Bidang(
        "kedudukan_hukum", "kepegawaian", "Kedudukan hukum", "rujukan"
    ),
    "kelas_jabatan": Bidang("kelas_jabatan", "kepegawaian", "Kelas 1-17", "bulat"),
    "tmt_jabatan": Bidang("tmt_jabatan", "kepegawaian", "TMT jabatan", "tanggal"),
    "tmt_golongan": Bidang("tmt_golongan", "kepegawaian", "TMT golongan", "tanggal"),
    "mkg_tahun": Bidang("mkg_tahun", "kepegawaian", "Masa kerja golongan", "bulat"),
    "mkg_bulan": Bidang("mkg_bulan", "kepegawaian", "Sisa bulan MKG", "bulat"),
    "tmt_cpns": Bidang("tmt_cpns", "kepegawaian", "TMT CPNS", "tanggal"),
    "tmt_pns": Bidang("tmt_pns", "kepegawaian", "TMT PNS", "tanggal"),
    "tmt_pensiun": Bidang("tmt_pensiun", "kepegawaian", "TMT pensiun", "tanggal"),
    "pendidikan": Bidang(
        "pendidikan_id", "kepegawaian", "Pendidikan terakhir", "rujukan"
    ),
    "program_studi": Bidang("program_studi", "kepegawaian", "Program studi"),
    "tahun_lulus": Bidang("tahun_lulus", "kepegawaian", "Tahun lulus", "bulat"),
    "email_dinas": Bidang("work_email", "kontak", "Surel dinas"),
    "email_pribadi": Bidang("email_pribadi", "kontak", "Surel pribadi"),
    "no_hp": Bidang("no_hp", "kontak", "Nomor telepon genggam"),
    "gaji_pokok": Bidang("gaji_pokok", "keuangan", "Gaji pokok, rupiah", "bulat"),
    "tmt_gaji": Bidang("tmt_gaji", "keuangan", "TMT gaji pokok", "tanggal"),
    "npwp": Bidang("npwp", "keuangan", "Nomor pokok wajib pajak"),
    "rekening_bank": Bidang("rekening_bank", "keuangan", "Bank rekening gaji"),
    "rekening_nomor": Bidang("rekening_nomor", "keuangan", "Nomor rekening gaji"),
    "nik": Bidang("nik", "sensitif", "Nomor induk kependudukan"),
    "tempat_lahir": Bidang("tempat_lahir", "sensitif", "Tempat lahir"),
    "tanggal_lahir": Bidang("tanggal_lahir", "sensitif", "Tanggal lahir", "tanggal"),
    "agama": Bidang("agama", "sensitif", "Agama", "rujukan"),
    "status_perkawinan": Bidang(
        "status_perkawinan", "sensitif", "menikah, cerai, janda_duda, belum_kawin"
    ),
    "alamat": Bidang("alamat_domisili", "sensitif", "Alamat tempat tinggal"),
}

#: Reference tables: name in the address -> model.
REFERENSI = {
    "golongan": "asn.golongan",
    "jenis-jabatan": "asn.jenis.jabatan",
    "pendidikan": "asn.pendidikan",
    "agama": "asn.agama",
    "kedudukan-hukum": "asn.kedudukan.hukum",
}


def nilai(bidang, isi):
    """Return a value as JSON wants it; nothing is ``None``."""
    if bidang.tipe == "bulat":
        return int(isi) if isi is not False and isi is not None else None
    if not isi:
        return None
    if bidang.tipe == "tanggal":
        return isi.isoformat()
    return isi
