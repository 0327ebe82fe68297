from odoo import models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN, format_panjang

from ..domain import pensiun

#: Kind of pension -> (title, what is considered) of the decree.
_NASKAH = {
    "bup": (
        "Pemberhentian dengan Hormat dan Pemberian Pensiun Pegawai Negeri Sipil yang"
        " Mencapai Batas Usia Pensiun",
        "telah mencapai batas usia pensiun",
    ),
    "aps": (
        "Pemberhentian dengan Hormat atas Permintaan Sendiri dan Pemberian Pensiun"
        " Pegawai Negeri Sipil",
        "mengajukan permohonan berhenti atas permintaan sendiri",
    ),
    "aps_tanpa_hak": (
        "Pemberhentian dengan Hormat atas Permintaan Sendiri sebagai Pegawai Negeri"
        " Sipil",
        "mengajukan permohonan berhenti atas permintaan sendiri",
    ),
    "uzur": (
        "Pemberhentian dengan Hormat karena Tidak Cakap Jasmani dan/atau Rohani dan"
        " Pemberian Pensiun Pegawai Negeri Sipil",
        "dinyatakan tidak dapat bekerja lagi dalam semua jabatan oleh tim penguji"
        " kesehatan",
    ),
    "janda_duda": (
        "Pemberhentian dengan Hormat karena Meninggal Dunia dan Pemberian Pensiun"
        " Janda/Duda Pegawai Negeri Sipil",
        "telah meninggal dunia",
    ),
    "anumerta": (
        "Pemberhentian dengan Hormat karena Tewas dan Pemberian Pensiun Janda/Duda"
        " Pegawai Negeri Sipil",
        "telah tewas dalam dan karena menjalankan tugas",
    ),
    "perampingan": (
        "Pemberhentian dengan Hormat karena Perampingan Organisasi dan Pemberian"
        " Pensiun Pegawai Negeri Sipil",
        "tidak dapat disalurkan pada instansi lain akibat perampingan organisasi",
    ),
    "hilang": (
        "Pemberhentian dengan Hormat karena Hilang dan Pemberian Pensiun Janda/Duda"
        " Pegawai Negeri Sipil",
        "dinyatakan hilang sejak tanggal {sejak} dan dianggap telah meninggal dunia",
    ),
}
#: Kinds that give no pension.
_TANPA_PENSIUN = ("aps_tanpa_hak", "mpp", "phk_pppk")
_HUBUNGAN = {"anak": "Anak", "orang_tua": "Orang Tua"}


class AsnLayananHandlerPensiun(models.AbstractModel):
    """Pension: what a decision changes, and what the decrees say."""

    _inherit = "asn.layanan.handler.pensiun"

    # ---- effects -------------------------------------------------------

    def _on_submitted(self, permohonan):
        """Keep the values of the day of submission."""
        permohonan._mesin()._compute_pensiun()

    def _on_resubmitted(self, permohonan):
        """Work them out again: histories may have changed meanwhile."""
        self._on_submitted(permohonan)

    def _on_issued(self, permohonan):
        """Record the end of service (or the MPP) and close the posts, once.

        The legal position follows by projection on the TMT; then open requests
        end (``hr.employee``) and the addon of access closes roles and account.
        """
        for satu in permohonan:
            self._terbitkan_henti(satu)

    def _terbitkan_henti(self, permohonan):
        """Record one end of service."""
        produk = permohonan.dokumen_produk_id
        # sudo: the check must see rows outside the actor's scope
        Henti = self.env["asn.riwayat.pemberhentian"].sudo()
        if permohonan.jenis_tindak == "pencabutan" or Henti.search_count(
            [
                ("employee_id", "=", permohonan.employee_id.id),
                ("dokumen_id", "=", produk.id),
                ("status", "=", "sah"),
            ],
            limit=1,
        ):
            return
        self._tutup_jabatan(permohonan, pensiun.akhir_dinas(permohonan.pensiun_tmt))
        Henti._catat([{**self._nilai_henti(permohonan), **permohonan._kolom_sk()}])

    def _nilai_henti(self, permohonan):
        """Return the columns of the end of service besides its decree."""
        jenis = permohonan.pensiun_jenis
        henti, kode = self._kode_henti(permohonan)
        kedudukan = self.env["asn.kedudukan.hukum"].search([("kode", "=", kode)])
        pertek = self._pertek(permohonan)
        waris = jenis in pensiun.AHLI_WARIS
        return {
            "tmt": permohonan.pensiun_tmt,
            "jenis_henti": henti,
            "kedudukan_hukum_id": kedudukan.id,
            "is_hak_pensiun": jenis not in _TANPA_PENSIUN,
            "tanggal_meninggal": waris and permohonan.employee_id.tgl_meninggal,
            "nomor_pertek": pertek.nomor_jawaban,
            "tanggal_pertek": pertek.tanggal_jawaban,
        }

    def _kode_henti(self, permohonan):
        """Return (jenis_henti, code of the legal position) of the decision."""
        return pensiun.PEMBERHENTIAN[permohonan.pensiun_jenis]

    def _pertek(self, permohonan):
        """Return BKN's technical consideration among the letters, or none."""
        return permohonan.eksternal_ids.filtered(lambda s: s.hasil == "setuju")[-1:]

    # ---- letters -------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the decrees (services 6.5)."""
        pegawai = permohonan.employee_id
        jenis, tmt = permohonan.pensiun_jenis, permohonan.pensiun_tmt
        pertek = self._pertek(permohonan)
        return {
            **super()._nilai_surat(permohonan),
            **self._nilai_sebab(permohonan),
            "karpeg": pegawai.no_karpeg or "",
            "tmt_golongan": pegawai.tmt_golongan or "",
            "gaji_pokok": permohonan.pensiun_gaji,
            "masa_kerja_golongan": "{} tahun {} bulan".format(
                *permohonan._mkg_pensiun()
            ),
            "masa_kerja_pensiun": "{} tahun {} bulan".format(
                *divmod(permohonan.pensiun_masa_kerja, 12)
            ),
            "tmt_pensiun": tmt or "",
            "tmt_bup": pegawai.tmt_pensiun or "",
            "akhir_bulan": self._akhir_bulan(tmt),
            "akhir_dinas": pensiun.akhir_dinas(pegawai.tmt_pensiun)
            if pegawai.tmt_pensiun
            else "",
            "bup": f"{permohonan.pensiun_bup} tahun",
            "hak_pensiun": "" if jenis in _TANPA_PENSIUN else "ya",
            "nomor_pertek": pertek.nomor_jawaban or "",
            "tanggal_pertek": pertek.tanggal_jawaban or "",
            "tanggal_meninggal": self._hari_meninggal(permohonan) or "",
            "keluarga": self._baris_keluarga(permohonan),
            "ada_keluarga": "ya" if self._anggota(permohonan) else "",
            "alamat": permohonan._jawaban().get("alamat_pensiun")
            or pegawai._asn_alamat_rumah()
            or "-",
        }

    def _nilai_sebab(self, permohonan):
        """Return the words that differ from kind to kind."""
        judul, sebab = _NASKAH.get(permohonan.pensiun_jenis, ("", ""))
        sejak = format_panjang(permohonan.pensiun_hilang_sejak) or "-"
        is_hilang = permohonan.pensiun_jenis == "hilang"
        return {
            "judul_keputusan": judul,
            "sebab": sebab.format(sejak=sejak),
            "keadaan": (
                "yang dinyatakan hilang" if is_hilang else "almarhum/almarhumah"
            ),
        }

    def _hari_meninggal(self, permohonan):
        """Return the day of the death; the missing are taken as dead at a month's end."""
        if permohonan.pensiun_jenis == "hilang" and permohonan.pensiun_tmt:
            return pensiun.akhir_dinas(permohonan.pensiun_tmt)
        return permohonan.employee_id.tgl_meninggal

    def _akhir_bulan(self, tmt):
        """Return the month before the pension in words: ``April 2026``."""
        if not tmt:
            return ""
        akhir = pensiun.akhir_dinas(tmt)
        return f"{NAMA_BULAN[akhir.month - 1]} {akhir.year}"

    def _anggota(self, permohonan):
        """Return the relatives that the decree names."""
        pegawai = permohonan.employee_id
        keluarga = self.env["asn.pensiun"]._keluarga(pegawai)[pegawai.id]
        jenis = permohonan.pensiun_jenis
        pada = permohonan.pensiun_tmt or self.env["hr.employee"]._asn_hari_ini()
        if jenis == "anumerta":
            pasangan, anak = pensiun.keluarga_berhak(keluarga, pada)
            return [*pasangan, *anak] or pensiun.penerima(jenis, keluarga, pada)
        pasangan, anak = pensiun.keluarga_berhak(keluarga, pada)
        return [*pasangan, *anak]

    def _baris_keluarga(self, permohonan):
        """Return the rows of the table of the family in the decree."""
        is_pria = permohonan.employee_id.jenis_kelamin == "L"
        sebutan = _HUBUNGAN | {"pasangan": "Istri" if is_pria else "Suami"}
        return [
            {
                "urut": str(urut),
                "nama_anggota": anggota.nama,
                "hubungan": sebutan[anggota.hubungan],
                "lahir_anggota": format_panjang(anggota.tanggal_lahir) or "-",
                "keterangan_anggota": (
                    f"Kawin tanggal {format_panjang(anggota.tanggal_nikah)}"
                    if anggota.tanggal_nikah
                    else f"Anak dari {anggota.orang_tua_lain}"
                    if anggota.orang_tua_lain
                    else "-"
                ),
            }
            for urut, anggota in enumerate(self._anggota(permohonan), 1)
        ]
