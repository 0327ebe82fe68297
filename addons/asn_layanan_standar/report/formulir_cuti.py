from odoo import api, models
from odoo.addons.asn_base.domain import nip
from odoo.addons.asn_base.domain.tanggal import format_panjang

#: The kinds in the order of the national form.
JENIS_FORMULIR = (
    ("tahunan", "Cuti Tahunan"),
    ("besar", "Cuti Besar"),
    ("sakit", "Cuti Sakit"),
    ("melahirkan", "Cuti Melahirkan"),
    ("alasan_penting", "Cuti Karena Alasan Penting"),
    ("cltn", "Cuti di Luar Tanggungan Negara"),
)
#: Decision result -> box of parts VII and VIII.
KOTAK = {
    "approve": "DISETUJUI",
    "sign": "DISETUJUI",
    "return": "PERUBAHAN",
    "defer": "DITANGGUHKAN",
    "reject": "TIDAK DISETUJUI",
}
URUTAN_KOTAK = ("DISETUJUI", "PERUBAHAN", "DITANGGUHKAN", "TIDAK DISETUJUI")


class FormulirCuti(models.AbstractModel):
    """FORM_CUTI: formulir permintaan dan pemberian cuti.

    Fields 1 to 8 of Anak Lampiran 1.b, Peraturan BKN 24/2017.
    """

    _name = "report.asn_layanan_standar.formulir_cuti"
    _description = "Leave Form (Formulir Permintaan dan Pemberian Cuti)"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return what the form prints, for requests the user may read.

        :raise AccessError: for requests of others
        """
        daftar = self.env["asn.permohonan"].browse(docids)
        daftar.check_access("read")
        # sudo: the form names the applicant's post, service and superior,
        # which who may read the request need not be able to read
        daftar_sudo = daftar.sudo()
        return {
            "doc_ids": docids,
            "doc_model": "asn.permohonan",
            "docs": daftar,
            # The way back from CLTN has no days and no such form.
            "formulir": [
                self._isi(p) for p in daftar_sudo if p.jenis_cuti and p.tanggal_mulai
            ],
        }

    def _isi(self, permohonan):
        """Return the plain values of one form."""
        pegawai = permohonan.employee_id
        handler = permohonan._handler()
        saldo = handler._nilai_saldo(permohonan)
        ajuan = (
            permohonan._tanggal(permohonan.tanggal_ajuan)
            if permohonan.tanggal_ajuan
            else handler._hari_ini()
        )
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public
        return {
            "nomor": permohonan.nomor or "",
            "tempat": perusahaan.asn_ibu_kota or "",
            "tanggal": format_panjang(ajuan),
            "nama": pegawai.nama_lengkap or pegawai.name,
            "nip": nip.format(pegawai.nip) if pegawai.nip else "-",
            "sebutan_nip": handler._nilai_pegawai(permohonan)["sebutan_nip"],
            "jabatan": pegawai.jabatan_id.name or "-",
            "masa_kerja": f"{pegawai.masa_kerja_tahun} tahun"
            f" {pegawai.masa_kerja_bulan} bulan",
            "unit_kerja": pegawai.unit_id.name or "-",
            "jenis": [
                (nama, kode == permohonan.jenis_cuti) for kode, nama in JENIS_FORMULIR
            ],
            "alasan": self._alasan(permohonan),
            "lama": f"{permohonan.lama} {handler._satuan(permohonan)}",
            "mulai": format_panjang(permohonan.tanggal_mulai),
            "selesai": format_panjang(permohonan.tanggal_selesai),
            "saldo": saldo,
            "terakhir": self._cuti_lain(permohonan),
            "alamat": permohonan.alamat_cuti or "",
            "telepon": permohonan.telepon_cuti or "-",
            "atasan": self._keputusan(permohonan, ("pertimbangan",)),
            "pejabat": self._keputusan(permohonan, ("ttd",)),
            "kotak": URUTAN_KOTAK,
        }

    def _alasan(self, permohonan):
        """Return the reason, led by the one that the regulation names."""
        bagian = (permohonan.sebab_cuti_id.name, permohonan.alasan)
        return "\n".join(teks for teks in bagian if teks)

    def _cuti_lain(self, permohonan):
        """Return the last use of the other kinds: ``{kind: text}`` (field 5)."""
        # sudo: the history of the applicant belongs to this form
        riwayat = (
            self.env["asn.riwayat.cuti"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", permohonan.employee_id.id),
                    ("status", "=", "sah"),
                    ("jenis_cuti", "!=", "tahunan"),
                ],
                order="tanggal_mulai",
            )
        )
        return {
            "sakit"
            if r.jenis_cuti == "sakit_gugur_kandungan"
            else r.jenis_cuti: format_panjang(r.tanggal_mulai)
            for r in riwayat
        }

    def _keputusan(self, permohonan, jenis_tahap):
        """Return box, reason, name and NIP of the last decision at such a step."""
        keputusan = permohonan.keputusan_ids.filtered(
            lambda k: k.tahap_id.jenis in jenis_tahap and k.hasil in KOTAK
        )[-1:]
        pejabat = keputusan.aktor_employee_id
        return {
            "kotak": KOTAK.get(keputusan.hasil),
            "alasan": keputusan.catatan or "",
            "jabatan": keputusan.jabatan or "",
            "nama": pejabat.nama_lengkap or pejabat.name or "",
            "nip": nip.format(pejabat.nip) if pejabat.nip else "",
            "waktu": format_panjang(permohonan._tanggal(keputusan.waktu))
            if keputusan
            else "",
        }
