from datetime import datetime, time

import pytz
from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_rentang, tambah_bulan

from ..domain import cuti


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave (cuti): what a decision changes, and what the letters say.

    All hooks run in the engine's transaction and may run twice: every effect
    looks first whether it is already there.
    """

    _inherit = "asn.layanan.handler.cuti"

    # ---- balance -------------------------------------------------------

    def _on_submitted(self, permohonan):
        """Count the days again and reserve them under the employee's lock."""
        mesin = permohonan._mesin()
        mesin._compute_lama()
        mesin._compute_sakit()
        self.env["asn.saldo.cuti"]._pesan(permohonan)

    def _on_resubmitted(self, permohonan):
        """Adjust the reservation to the dates as they are now."""
        self._on_submitted(permohonan)

    def _on_rejected(self, permohonan):
        """Give the reserved days back, also when time ran out."""
        self.env["asn.saldo.cuti"]._lepas(permohonan)

    def _on_cancelled(self, permohonan):
        """Give the reserved days back."""
        self.env["asn.saldo.cuti"]._lepas(permohonan)

    def _on_deferred(self, permohonan):
        """Book the days for next year (CUTI-T-06); once."""
        sudah = permohonan.mutasi_cuti_ids.filtered(lambda m: m.jenis == "tangguh")
        if not sudah:
            self.env["asn.saldo.cuti"]._tangguhkan(permohonan)

    # ---- issue ---------------------------------------------------------

    def _on_issued(self, permohonan):
        """Use the days, write the history and the absence; repeatable."""
        for satu in permohonan:
            self.env["asn.saldo.cuti"]._pakai(satu)
            self._catat_riwayat(satu)
            self._catat_absen(satu)

    def _catat_riwayat(self, permohonan):
        """Write one riwayat row for each year charged, once (CUTI-07, PRO-17)."""
        Riwayat = self.env["asn.riwayat.cuti"]
        # sudo: the check must see rows outside the actor's scope
        if Riwayat.sudo().search_count(
            [("permohonan_id", "=", permohonan.id)], limit=1
        ):
            return
        surat = permohonan.surat_id
        dokumen = self._dokumen_surat(permohonan)
        Riwayat._catat(
            [
                {
                    "employee_id": permohonan.employee_id.id,
                    "permohonan_id": permohonan.id,
                    "jenis_cuti": self._jenis_riwayat(permohonan),
                    "tmt": mulai,
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": selesai,
                    "lama": hari,
                    "satuan": permohonan.satuan_lama,
                    "tahun_saldo": tahun,
                    "nomor_surat": surat.nomor
                    or permohonan.nomor_naskah
                    or permohonan.nomor,
                    "tanggal_surat": surat.tanggal
                    or permohonan.tanggal_naskah
                    or self._hari_ini(),
                    "pejabat": surat.penandatangan_id.jabatan_id.name
                    or permohonan.pejabat_naskah,
                    "dokumen_id": dokumen.id,
                    "sumber": "layanan",
                }
                for tahun, mulai, selesai, hari in permohonan._bagian_cuti()
            ]
        )

    def _jenis_riwayat(self, permohonan):
        """Return the kind as the history names it: miscarriage is its own."""
        if permohonan.sebab_cuti_id.kode == "sakit_gugur":
            return "sakit_gugur_kandungan"
        return permohonan.jenis_cuti

    def _dokumen_surat(self, permohonan):
        """Return the archived letter of a request, or none."""
        return permohonan.dokumen_produk_id

    def _catat_absen(self, permohonan):
        """Write the absence into the working calendar, once."""
        # sudo: absences are written by the service only (see asn_base)
        Absen = self.env["resource.calendar.leaves"].sudo()
        if Absen.search_count([("permohonan_id", "=", permohonan.id)], limit=1):
            return
        pegawai = permohonan.employee_id
        kalender = permohonan._kalender_cuti()
        zona = pytz.timezone(kalender.tz or "Asia/Jakarta")
        mulai = datetime.combine(permohonan.tanggal_mulai, time.min)
        selesai = datetime.combine(permohonan.akhir_cuti, time(23, 59, 59))
        Absen.create(
            {
                "name": self._jenis(permohonan).name,
                "permohonan_id": permohonan.id,
                "resource_id": pegawai.resource_id.id,
                "calendar_id": pegawai.resource_id.calendar_id.id,
                "company_id": pegawai.company_id.id,
                "time_type": "leave",
                "date_from": self._utc(zona, mulai),
                "date_to": self._utc(zona, selesai),
            }
        )

    def _utc(self, zona, waktu):
        return zona.localize(waktu).astimezone(pytz.utc).replace(tzinfo=None)

    # ---- letters -------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the three letters of leave (3.11)."""
        jenis = self._jenis(permohonan)
        tahun_tangguh, hari_tangguh = self.env["asn.saldo.cuti"]._hari_tangguh_dari(
            permohonan
        )
        atasan = permohonan.employee_id.parent_id
        return {
            **super()._nilai_surat(permohonan),
            **self._nilai_pegawai(permohonan),
            **self._nilai_saldo(permohonan),
            "nama_cuti": self._nama_cuti(permohonan),
            "lama": permohonan.lama,
            "satuan": self._satuan(permohonan),
            "tanggal_mulai": permohonan.tanggal_mulai,
            "tanggal_selesai": permohonan.tanggal_selesai,
            "tanggal_kembali": self._tanggal_kembali(permohonan),
            "hari_perjalanan": permohonan.hari_perjalanan or "",
            "tidak_dihitung": self._teks_libur(permohonan),
            "alasan": permohonan.alasan or "",
            "alamat_cuti": permohonan.alamat_cuti or "",
            "telepon_cuti": permohonan.telepon_cuti or "",
            "negara_tujuan": permohonan.negara_tujuan_id.with_context(lang="id_ID").name
            if permohonan.di_luar_negeri
            else "",
            "dasar_hukum": jenis.dasar_surat or jenis.sumber or "-",
            "hari_tangguh": hari_tangguh,
            "tahun_tangguh": str(tahun_tangguh),
            "atasan_jabatan": atasan.jabatan_id.name or "Atasan langsung",
            "pengganti": "",
            **self._nilai_jenis(permohonan, jenis),
        }

    def _nilai_jenis(self, permohonan, jenis):
        """Return the merge values that only some kinds of leave have."""
        is_saldo, mulai = permohonan.is_pakai_saldo, permohonan.tanggal_mulai
        bulan = 0 if is_saldo else jenis.tangguh_maks_bulan
        melahirkan = permohonan.jenis_cuti == "melahirkan"
        return {
            "sebab": permohonan.sebab_cuti_id.name or "",
            "penghasilan": jenis.penghasilan or "penuh",
            "anak_ke": permohonan._anak_ke() if melahirkan else "",
            "saldo_kembali": "1" if is_saldo else "",
            # A deferral of long leave lasts one year at most (CUTI-B-04).
            "batas_tangguh": tambah_bulan(mulai, bulan) if bulan else "",
        }

    def _satuan(self, permohonan):
        """Return the unit of the length as letters write it."""
        return {"hari_kerja": "hari kerja", "bulan": "bulan"}.get(
            permohonan.satuan_lama, "hari"
        )

    def _nama_cuti(self, permohonan):
        """Return the kind of leave as letters write it, without PPPK."""
        return {
            "tahunan": "Cuti Tahunan",
            "besar": "Cuti Besar",
            "sakit": "Cuti Sakit",
            "melahirkan": "Cuti Melahirkan",
            "alasan_penting": "Cuti karena Alasan Penting",
            "cltn": "Cuti di Luar Tanggungan Negara",
        }.get(permohonan.jenis_cuti, "Cuti")

    def _nilai_pegawai(self, permohonan):
        is_pppk = self._is_pppk(permohonan)
        sebutan = {
            "pns": "Pegawai Negeri Sipil",
            "cpns": "Calon Pegawai Negeri Sipil",
        }.get(
            permohonan.employee_id.status_pegawai,
            "Pegawai Pemerintah dengan Perjanjian Kerja",
        )
        return {
            "sebutan_pegawai": sebutan,
            "sebutan_nip": "NI PPPK" if is_pppk else "NIP",
        }

    def _nilai_saldo(self, permohonan):
        """Return the balance as it is with this request counted."""
        pegawai, pada = permohonan.employee_id, permohonan.tanggal_mulai
        rincian = self.env["asn.saldo.cuti"]._rincian(
            pegawai, pada.year, pada, bool(permohonan.alasan_khusus)
        )[pegawai.id]
        return {
            "tahun_n": str(pada.year),
            "tahun_n1": str(pada.year - 1),
            "tahun_n2": str(pada.year - 2),
            "sisa_n": rincian["n"],
            "sisa_n1": rincian["n1"],
            "sisa_n2": rincian["n2"],
            "sisa_jumlah": rincian["tersedia"],
        }

    def _teks_libur(self, permohonan):
        """Return the dates inside the leave that cost nothing, as text."""
        if not permohonan.is_pakai_saldo:
            return ""
        hitungan = permohonan._hitungan_cuti()
        return ", ".join(
            format_rentang(a, b)
            for a, b in cuti.kelompok_tanggal(t for t, __, __ in hitungan.libur)
        )
