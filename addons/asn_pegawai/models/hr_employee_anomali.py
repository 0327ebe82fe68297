from odoo import api, fields, models
from odoo.addons.asn_base.domain import kontak
from odoo.addons.asn_base.domain.tanggal import umur

from ..domain.anomali import Golongan, masalah_golongan
from .kelas_data import RAHASIA


class HrEmployee(models.Model):
    """Where a profile contradicts itself (level W)."""

    _inherit = "hr.employee"

    anomali = fields.Text("Anomalies", compute="_compute_anomali", groups=RAHASIA)

    @api.depends("nip", "nik", "no_kk", "npwp", "tanggal_lahir", "jenis_kelamin")
    def _compute_anomali(self):
        pesan = self._asn_pesan_masalah()
        for pegawai in self:
            baris = [
                f"{pesan[kunci]} ({aturan})"
                for aturan, _tingkat, kunci in pegawai._asn_masalah()
            ]
            baris += pegawai._asn_anomali_kontak() + pegawai._asn_anomali_riwayat()
            pegawai.anomali = "\n".join(baris)

    def _asn_anomali_kontak(self):
        _ = self.env._
        hasil = []
        if self.no_hp and kontak.problems_hp(self.no_hp):
            hasil.append(_("The mobile number has an unusual form (PRF-HP-01)."))
        if self.kode_pos and kontak.problems_kode_pos(self.kode_pos):
            hasil.append(_("The postal code must have 5 digits (PRF-POS-01)."))
        if self.no_bpjs_kesehatan and kontak.problems_bpjs(self.no_bpjs_kesehatan):
            hasil.append(_("The BPJS number must have 13 digits (PRF-BPJS-01)."))
        if self.work_email and not self.work_email.endswith(".go.id"):
            hasil.append(_("The official e-mail is not a go.id address (PRF-MAIL-01)."))
        return hasil

    def _asn_anomali_riwayat(self):
        _ = self.env._
        hasil = []
        hari_ini = self._asn_hari_ini()
        sah = self.riwayat_golongan_ids.filtered(lambda r: r.status == "sah")
        awal = sah.sorted("tmt")[:1]
        if awal and self.tmt_cpns and awal.tmt != self.tmt_cpns:
            hasil.append(_("The first grade does not start at TMT CPNS (PRF-K-01)."))
        hasil += self._asn_anomali_golongan(sah)
        if self.golongan_id and self._asn_pangkat_di_luar():
            hasil.append(_("The grade lies outside the range of the post (PRF-K-07)."))
        if self.tmt_golongan and self.gaji_pokok and self._asn_gaji_beda():
            hasil.append(_("Basic pay differs from the pay table (PRF-K-05)."))
        lahir = self.tanggal_lahir
        if lahir and self.tahun_lulus and self.tahun_lulus - lahir.year <= 5:
            hasil.append(_("The graduation year is too early (PRF-K-09)."))
        aktif = self.kedudukan_hukum.kelas in ("aktif", "aktif_khusus")
        if aktif and self.tmt_pensiun and self.tmt_pensiun <= hari_ini:
            hasil.append(
                _("TMT of the pension has passed but the person is active (PRF-K-12).")
            )
        if lahir and umur(lahir, hari_ini) > 70 and aktif:
            hasil.append(_("The person is active and older than 70 years."))
        return hasil

    def _asn_anomali_golongan(self, sah):
        _ = self.env._
        pesan = {
            "golongan_jarak": _("Too short a time before the grade of %s (PRF-K-03)."),
            "golongan_mkg": _(
                "MKG of the grade of %s does not follow from the row before (PRF-K-04)."
            ),
            "golongan_sk_ganda": _(
                "The decree of the grade of %s is on another row too (PRF-K-16)."
            ),
        }
        baris = [
            Golongan(
                r.golongan_id.kode,
                r.tmt,
                r.mkg_tahun * 12 + r.mkg_bulan,
                r.jenis_kp,
                r.nomor_sk,
            )
            for r in sah
            if r.golongan_id.jenis == "pns"
        ]
        return [
            pesan[kunci] % tmt.strftime("%d-%m-%Y")
            for _aturan, kunci, tmt in masalah_golongan(baris)
        ]

    def _asn_pangkat_di_luar(self):
        jenis = self.jabatan_id.jenis_jabatan_id
        golongan = self.golongan_id
        if golongan.jenis != "pns":
            return False
        bawah, atas = jenis.pangkat_terendah_id, jenis.pangkat_tertinggi_id
        return bool(
            (bawah and golongan.urutan < bawah.urutan)
            or (atas and golongan.urutan > atas.urutan)
        )

    def _asn_gaji_beda(self):
        tabel = self.env["asn.gaji.pokok"]._cari(
            self.golongan_id, self.mkg_tahun, self.tmt_gaji or self._asn_hari_ini()
        )
        return bool(tabel) and tabel.gaji_pokok != self.gaji_pokok
