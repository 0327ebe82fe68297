from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError

from .drh_susunan import LAIN, ROMAWI, SUSUNAN

_MAKS = 300
#: Fields on approval and specific ones (dossier, section 2).
_PERSETUJUAN = frozenset(
    {
        "agama",
        "status_perkawinan",
        "nik",
        "npwp",
        "no_karis_karsu",
        "alamat_domisili",
        "no_hp",
        "email_pribadi",
        "golongan_darah",
    }
)
#: Classes of riwayat that need no approval.
_TERBUKA = frozenset({"umum", "terbatas"})


class Drh(models.AbstractModel):
    """Daftar riwayat hidup: one person's whole profile on paper.

    Printed with the rights of who prints: groups and riwayat that this reader
    may not see are not on the paper. The person gets everything; for anybody
    else data on approval (Pasal 20) are printed within an approved data-use
    request only. Each print leaves a trace whose code is on every page.
    """

    _name = "report.asn_laporan.drh"
    _description = "Curriculum Vitae (Daftar Riwayat Hidup)"
    _catat_sendiri = True

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return what the DRH prints, for people the user may read.

        :raise AccessError: for people out of scope
        """
        pegawai = self.env["hr.employee"].browse(docids)
        pegawai.check_access("read")
        pegawai = pegawai.with_context(lang="id_ID")
        return {
            "doc_ids": docids,
            "doc_model": "hr.employee",
            "docs": pegawai,
            "drh": [self._isi(orang) for orang in pegawai],
        }

    def _isi(self, orang):
        """Return the plain values of one DRH."""
        milik = orang.user_id == self.env.user
        izin = self._izin(orang)
        lengkap = milik or bool(izin)
        jejak = self.env["asn.jejak.ekspor"]._catat(
            "laporan.drh",
            1,
            "persetujuan" if lengkap else "publik",
            self._tujuan(milik, izin),
            permintaan=izin,
            rincian=f"hr.employee,{orang.id}",
        )
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public
        return {
            "nama": orang.nama_lengkap or orang.name,
            "foto": self._foto(orang),
            "orang": self._perorangan(orang, lengkap),
            "bagian": self._bagian(orang, lengkap),
            "lengkap": lengkap,
            "tempat": perusahaan.asn_ibu_kota or "",
            "tanggal": format_panjang(orang._asn_hari_ini()),
            "sebutan_nip": "NI PPPK"
            if orang.status_pegawai in ("pppk", "pppk_paruh_waktu")
            else "NIP",
            "nip": orang.nip_tampil or "-",
            "tanda": jejak.with_context(lang="id_ID").tanda_air,
        }

    @api.model
    def _tujuan(self, milik, izin):
        """Return the purpose that the trace names."""
        if milik:
            return "Dicetak oleh yang bersangkutan"
        tujuan = self.env["asn.jejak.ekspor"]._alasan_ekspor()[0]
        return tujuan or izin.tujuan or "Keperluan kepegawaian"

    @api.model
    def _izin(self, orang):
        """Return the approved request that opens all data, or an empty one."""
        Permintaan = self.env["asn.permintaan.data"]
        if orang.user_id == self.env.user:
            return Permintaan
        try:
            return Permintaan._izin("laporan.drh", "persetujuan", unit=orang.unit_id)
        except AccessError:
            return Permintaan

    @api.model
    def _foto(self, orang):
        """Return the photograph as a data address, or nothing."""
        # sudo: the picture of somebody whose profile may be read.
        gambar = orang.sudo().image_512
        if not gambar:
            return ""
        teks = gambar.decode()
        jenis = "jpeg" if teks.startswith("/9j/") else "png"
        if jenis == "png" and not teks.startswith("iVBOR"):
            return ""
        return f"data:image/{jenis};base64,{teks}"

    @api.model
    def _perorangan(self, orang, lengkap):
        """Return part I as ``(label, value)``; what may not be read is left out."""

        def nilai(*nama):
            if not lengkap and _PERSETUJUAN.intersection(nama):
                return None
            if not all(orang._has_field_access(orang._fields[n], "read") for n in nama):
                return None
            if orang._asn_medan_rahasia(nama) and not orang._asn_rahasia_terbuka():
                return None
            isi = [self._teks(orang, n) for n in nama]
            return ", ".join(x for x in isi if x) or "-"

        baris = [
            ("Nama lengkap", nilai("nama_lengkap")),
            ("NIP", nilai("nip_tampil")),
            ("Pangkat, golongan ruang", nilai("golongan_id")),
            ("Tempat, tanggal lahir", nilai("tempat_lahir", "tanggal_lahir")),
            ("Jenis kelamin", nilai("jenis_kelamin")),
            ("Agama", nilai("agama")),
            ("Status perkawinan", nilai("status_perkawinan")),
            ("Status kepegawaian", nilai("status_pegawai", "kedudukan_hukum")),
            ("Jabatan", nilai("jabatan_id")),
            ("Unit kerja", nilai("unit_id")),
            ("NIK", nilai("nik")),
            ("NPWP", nilai("npwp")),
            ("Nomor Karpeg", nilai("no_karpeg")),
            ("Nomor Karis/Karsu", nilai("no_karis_karsu")),
            (
                "Alamat rumah",
                nilai("alamat_domisili", "kelurahan", "kecamatan", "kota", "kode_pos"),
            ),
            ("Telepon", nilai("no_hp")),
            ("Pos-el kedinasan", nilai("work_email")),
            ("Pos-el pribadi", nilai("email_pribadi")),
            ("Golongan darah", nilai("golongan_darah")),
            ("Tinggi dan berat badan", self._badan(orang) if lengkap else None),
        ]
        return [(label, isi) for label, isi in baris if isi is not None]

    @api.model
    def _badan(self, orang):
        if not orang._has_field_access(orang._fields["tinggi"], "read"):
            return None
        if not orang._asn_rahasia_terbuka():
            return None
        isi = []
        if orang.tinggi:
            isi.append(f"{orang.tinggi} cm")
        if orang.berat:
            isi.append(f"{orang.berat} kg")
        return ", ".join(isi) or "-"

    @api.model
    def _teks(self, rekam, nama):
        """Return one value of a person as it is printed."""
        medan, nilai = rekam._fields[nama], rekam[nama]
        if medan.type == "many2one":
            return (nilai.name if nama == "unit_id" else nilai.display_name) or ""
        if medan.type == "selection":
            pilihan = dict(medan._description_selection(rekam.env))
            return pilihan.get(nilai, "")
        if medan.type == "date":
            return format_panjang(nilai)
        return str(nilai or "")

    @api.model
    def _bagian(self, orang, lengkap):
        """Return parts II and on: ``{nomor, judul, tabel}``."""
        sisa = list(self.env["asn.riwayat.mixin"]._daftar_riwayat())
        dicetak = {
            model
            for model in sisa
            if orang._riwayat_terbuka(model)
            and (lengkap or self.env[model]._kelas in _TERBUKA)
        }
        bagian = []
        for judul, tabel in SUSUNAN:
            isi = []
            for nama, model, kolom in tabel:
                sisa.remove(model)
                if model in dicetak:
                    isi.append(self._tabel(orang, nama, model, kolom))
            if isi:
                bagian.append((judul, isi))
        lain = [
            self._tabel(orang, orang._nama_riwayat(model), model, self._kolom(model))
            for model in sisa
            if model in dicetak
        ]
        lain = [tabel for tabel in lain if tabel["baris"]]
        if lain:
            bagian.append((LAIN, lain))
        return [
            {"nomor": ROMAWI[i], "judul": judul, "tabel": tabel}
            for i, (judul, tabel) in enumerate(bagian, 1)
        ]

    @api.model
    def _kolom(self, model):
        """Return the columns of a kind without a table of its own."""
        Riwayat = self.env[model].with_context(lang="id_ID")
        nama = dict.fromkeys([*Riwayat._kolom_utama, "tmt", "nomor_sk"])
        return [
            (Riwayat._fields[n]._description_string(Riwayat.env), n)
            for n in nama
            if n in Riwayat._fields
        ]

    @api.model
    def _tabel(self, orang, judul, model, kolom):
        """Return one table of valid rows, oldest first."""
        baris = orang.env[model].search(
            [("employee_id", "=", orang.id), ("status", "=", "sah")],
            order="tmt, id",
            limit=_MAKS,
        )
        kolom = [(teks, nama) for teks, nama in kolom if baris._terbaca(nama)]
        return {
            "judul": judul,
            "kepala": [teks for teks, _nama in kolom],
            "baris": [
                [satu._nilai_panel(nama) for _teks, nama in kolom] for satu in baris
            ],
        }
