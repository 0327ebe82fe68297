import base64
import logging
from datetime import timedelta

from markupsafe import Markup
from odoo import fields, models
from odoo.exceptions import UserError

from ..skenario import cerita

_logger = logging.getLogger(__name__)
_FRASA = "demo"


class AsnSkenarioPermohonan(models.AbstractModel):
    """Files the leave requests of the scenario as the people concerned.

    Every move goes through the engine's public methods as the real user, so
    that the demo cannot show what the product does not allow.
    """

    _name = "asn.skenario.permohonan"
    _description = "Demo Scenario: Requests"

    def _muat(self, isi):
        """Drive the requests of ``cerita`` into every state."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        self._muat_saldo(isi["pegawai"])
        self._muat_sertifikat(isi["pegawai"])
        self._muat_keputusan()
        for nomor, (kode, mulai, lama, alasan, akhir) in enumerate(cerita.PERMOHONAN):
            try:
                with self.env.cr.savepoint():
                    permohonan = self._buat(orang[kode], mulai, lama, alasan)
                    self._sampai(permohonan, akhir, nomor)
            except (UserError, LookupError) as error:
                # Near the turn of the year a rule may forbid one of them.
                _logger.info("Kota Contoh: %s %s: %s", kode, akhir, error)

    # -- what must exist before ------------------------------------------------

    def _muat_saldo(self, pegawai):
        """Book the leave of the two years before, with its riwayat."""
        Mutasi = self.env["asn.saldo.cuti.mutasi"]
        tahun = fields.Date.context_today(self).year
        riwayat = []
        for orang in pegawai:
            rekam = self.env["hr.employee"].browse(orang["id"])
            mulai = orang.get("tmt_cpns") or orang.get("tmt_kontrak_mulai")
            if not mulai:
                continue
            masa = tahun - mulai.year
            sisa_n2, sisa_n1 = cerita.sisa_cuti(orang["kode"], masa)
            if masa >= 2:
                Mutasi._catat_saldo_awal(
                    rekam, tahun, sisa_n2, sisa_n1, 0, 0, "Saldo awal dari arsip BKPSDM"
                )
            for lalu, sisa in ((2, sisa_n2), (1, sisa_n1)):
                if masa > lalu and sisa < 12:
                    riwayat.append(self._riwayat(rekam, tahun - lalu, 12 - sisa))
        self.env["asn.riwayat.cuti"]._catat(riwayat)

    def _riwayat(self, pegawai, tahun, hari):
        kalender = pegawai.unit_id._kalender()
        awal = fields.Date.to_date(f"{tahun}-{pegawai.id % 6 + 5:02d}-07")
        mulai = kalender._asn_tambah_hari_kerja(awal, 1)
        selesai = kalender._asn_tambah_hari_kerja(awal, hari)
        return {
            "employee_id": pegawai.id,
            "tmt": mulai,
            "jenis_cuti": "tahunan",
            "tanggal_mulai": mulai,
            "tanggal_selesai": selesai,
            "lama": hari,
            "satuan": "hari_kerja",
            "tahun_saldo": tahun,
            "nomor_sk": f"851/{pegawai.id:04d}/{tahun}",
            "tanggal_sk": mulai - timedelta(days=7),
            "nomor_surat": f"851/{pegawai.id:04d}/{tahun}",
            "tanggal_surat": mulai - timedelta(days=7),
            "pejabat": "Kepala perangkat daerah",
            "sumber": "impor",
        }

    def _muat_sertifikat(self, pegawai):
        """Give every signer a certificate of the demo authority."""
        penanda = [o["id"] for o in pegawai if "penandatangan" in o["peran"]]
        self.env["asn.skenario.sertifikat"]._muat(
            self.env["hr.employee"].browse(penanda), _FRASA
        )

    def _muat_keputusan(self):
        """Give every service the decree on its use and procedure (LL-22-5)."""
        tanggal = fields.Date.context_today(self).replace(month=1, day=2)
        renderer = self.env["asn.surat.renderer"]
        semua = self.env["asn.layanan"].search([])  # pylint: disable=no-search-all
        for urut, layanan in enumerate(semua, 1):
            nomor = f"Keputusan Wali Kota Contoh Nomor 100.3.3/{urut}/{tanggal.year}"
            tentang = f"penggunaan dan tata cara layanan {layanan.name}"
            naskah = Markup("<h2>{}</h2><p>tentang {}</p>").format(nomor, tentang)
            layanan.write(
                {
                    "keputusan_nomor": nomor,
                    "keputusan_tanggal": tanggal,
                    "keputusan_tentang": tentang,
                    "keputusan_file": base64.b64encode(
                        renderer._pdf(str(naskah), kertas="f4", judul=nomor)
                    ),
                    "keputusan_nama_file": f"keputusan-{layanan.code}.pdf",
                }
            )

    # -- one request -----------------------------------------------------------

    def _buat(self, orang, mulai, lama, alasan):
        pegawai = self.env["hr.employee"].browse(orang["id"])
        kalender = pegawai.unit_id._kalender()
        awal = kalender._asn_tambah_hari_kerja(
            fields.Date.context_today(self), mulai + 1
        )
        akhir = kalender._asn_tambah_hari_kerja(awal - timedelta(days=1), lama)
        return (
            self.env["asn.permohonan"]
            .with_user(orang["user_id"])
            .create(
                {
                    "layanan_id": self.env.ref("asn_layanan_standar.layanan_cuti").id,
                    "jenis_cuti": "tahunan",
                    "tanggal_mulai": awal,
                    "tanggal_selesai": akhir,
                    "alasan": alasan,
                    "alamat_cuti": f"{orang['alamat_domisili']}, Kota Contoh",
                    "telepon_cuti": orang["no_hp"],
                }
            )
        )

    def _sampai(self, permohonan, akhir, nomor):
        """Bring a draft to where its story ends."""
        if akhir == "draft":
            return
        permohonan.action_submit()
        jenis, _spasi, rincian = akhir.partition(" ")
        getattr(self, f"_sampai_{jenis}")(permohonan, rincian, nomor)

    def _aktor(self, permohonan):
        """Return the request as one of those who may decide now."""
        # sudo: the loader looks up who is asked next; that user then decides.
        tugas = permohonan.sudo().tugas_ids.filtered(lambda t: t.state == "open")[:1]
        if not tugas.aktor_ids:
            raise LookupError(f"nobody acts at step {tugas.tahap_id.kode}")
        # Those with a login of their own come first, the demo shows them at work.
        urut = tugas.aktor_ids.sorted(lambda akun: (akun.login[0].isdigit(), akun.id))
        return permohonan.with_user(urut[0])

    def _setuju(self, permohonan, kali):
        for _langkah in range(kali):
            self._aktor(permohonan).action_approve(note="Berkas lengkap.")

    def _sampai_langkah(self, permohonan, rincian, nomor):
        self._setuju(permohonan, int(rincian))

    def _sampai_approved(self, permohonan, rincian, nomor):
        # sudo: only the loader's look at how far the request is
        while permohonan.sudo().tahap_id.jenis != "ttd":
            self._setuju(permohonan, 1)

    def _sampai_issued(self, permohonan, rincian, nomor):
        self._sampai_approved(permohonan, rincian, nomor)
        self._aktor(permohonan).action_sign(_FRASA)

    def _sampai_done(self, permohonan, rincian, nomor):
        self._sampai_issued(permohonan, rincian, nomor)
        permohonan.action_answer_survey(
            4 - nomor % 2, 4 - nomor % 3 // 2, cerita.SARAN[nomor % 4]
        )
        permohonan.action_download()

    def _sampai_returned(self, permohonan, rincian, nomor):
        self._setuju(permohonan, 1)
        hari = 1 if rincian else None
        self._aktor(permohonan).action_return(
            "Alamat selama cuti belum lengkap, mohon tuliskan RT dan RW.", days=hari
        )

    def _sampai_rejected(self, permohonan, rincian, nomor):
        self._setuju(permohonan, 2)
        self._aktor(permohonan).action_reject(
            "Bertepatan dengan masa pemeriksaan laporan keuangan di unit kerja."
        )

    def _sampai_deferred(self, permohonan, rincian, nomor):
        self._aktor(permohonan).action_defer(
            "Tenaga Saudara diperlukan untuk penutupan tahun anggaran."
        )

    def _sampai_cancelled(self, permohonan, rincian, nomor):
        self._aktor(permohonan).action_return("Tanggal cuti mohon diperiksa kembali.")
        permohonan.action_cancel("Keperluan keluarga sudah selesai.")

    def _sampai_revoked(self, permohonan, rincian, nomor):
        """Issue the product, then end it by a decision that revokes it."""
        self._sampai_issued(permohonan, rincian, nomor)
        aksi = permohonan.action_tindak("pencabutan", "Terdapat kekeliruan data.")
        cabut = permohonan.browse(aksi["res_id"])
        cabut.action_submit()
        self._sampai_issued(cabut, rincian, nomor)

    def _sampai_expired(self, permohonan, rincian, nomor):
        self._sampai_returned(permohonan, "dekat", nomor)
        # sudo: the clock is the only thing that the loader turns by hand
        permohonan_sudo = permohonan.sudo()
        permohonan_sudo.flush_recordset()
        self.env.cr.execute(
            "UPDATE asn_permohonan SET batas_perbaikan = %s WHERE id = %s",
            (fields.Date.context_today(self) - timedelta(days=1), permohonan.id),
        )
        permohonan_sudo.invalidate_recordset()
        permohonan_sudo._kedaluwarsa(fields.Date.context_today(self))
