import base64
import io
import logging

from odoo import fields, models
from odoo.exceptions import UserError
from PIL import Image

from ..skenario import cerita_layanan

_logger = logging.getLogger(__name__)


class AsnSkenarioLayanan(models.AbstractModel):
    """Files the requests of the other services as the people concerned."""

    _name = "asn.skenario.layanan"
    _inherit = "asn.skenario.permohonan"
    _description = "Demo Scenario: Requests of Other Services"

    def _muat(self, isi):
        """Drive the requests of ``cerita_layanan`` into every state."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        for layanan, daftar in cerita_layanan.PERMOHONAN.items():
            self._jalankan(orang, layanan, daftar)

    def _jalankan(self, orang, layanan, daftar):
        """Drive each request to its end: of its person, or of the first who may file.

        :param daftar: rows of code of the person, answers, where it ends
        """
        pengganti = [k for k, o in orang.items() if self._boleh_ganti(o)]
        ditolak = set()
        for nomor, (kode, jawaban, akhir) in enumerate(daftar):
            for satu in dict.fromkeys((kode, *pengganti)):
                if satu in ditolak:
                    continue
                try:
                    with self.env.cr.savepoint():
                        draf = self._draf(orang[satu], layanan, jawaban)
                        self._sampai(draf, akhir, nomor)
                    break
                except (UserError, LookupError) as error:
                    ditolak.add(satu)
                    _logger.info(
                        "Kota Contoh: %s %s %s: %s", layanan, satu, akhir, error
                    )

    def _boleh_ganti(self, orang):
        """Tell whether somebody is a civil servant who decides on nobody else's unit."""
        pusat = orang["unit"].startswith(("KOTA", "SETDA", "BKPSDM"))
        return orang["status_pegawai"] == "pns" and not (orang["akun"] or pusat)

    def _draf(self, orang, layanan, jawaban, **kolom):
        """Return the draft of a person with every document it needs."""
        if "nama_ijazah" in jawaban:
            nama = self.env["hr.employee"].browse(orang["id"]).name
            jawaban = {**jawaban, "nama_ijazah": nama}
        draf = (
            self.env["asn.permohonan"]
            .with_user(orang["user_id"])
            .create(
                {
                    "layanan_id": self.env.ref(
                        f"asn_layanan_standar.layanan_{layanan}"
                    ).id,
                    "properti": jawaban,
                    **kolom,
                }
            )
        )
        return self._lengkapi(draf)

    def _lengkapi(self, draf):
        """Upload the documents that a draft needs, as who made it; return it."""
        # sudo: the loader looks what is missing; the person uploads it
        kurang = draf.sudo()._berkas_kurang()
        for berkas in kurang.with_user(draf.env.user):
            isi, nama = self._kertas(draf, berkas.jenis_dokumen_id)
            berkas.write({"file": base64.b64encode(isi), "nama_file": nama})
        return draf

    def _kertas(self, draf, jenis):
        """Return (content, file name) of an invented document of a kind."""
        if not jenis.izin_pdf:
            foto = io.BytesIO()
            Image.new("RGB", (300, 400), (178, 34, 34)).save(foto, "JPEG")
            return foto.getvalue(), f"{jenis.kode}.jpg"
        isi = self.env["asn.skenario.arsip"]._surat(
            draf.employee_id.sudo(),  # sudo: name and NIP on an invented paper
            jenis.name,
            f"{jenis.kode}/{draf.id}",
            fields.Date.context_today(self),
        )
        return isi, f"{jenis.kode}.pdf"

    def _setuju(self, permohonan, kali):  # pylint: disable=missing-return
        """Let a step outside be answered, others be approved."""
        for _langkah in range(kali):
            # sudo: only the loader's look at how far the request is
            if permohonan.sudo().tahap_id.jenis != "eksternal":
                super()._setuju(permohonan, 1)
                continue
            aktor, hari_ini = self._kirim_luar(permohonan)
            aktor.action_external_answered(f"J-{permohonan.id}", hari_ini, "setuju")
            if permohonan.minta_nomor_hasil:
                permohonan._simpan_nomor_hasil(f"C 9{permohonan.id:05d}")

    def _kirim_luar(self, permohonan):
        """Send the letter out; return who did, and the day."""
        aktor, hari_ini = self._aktor(permohonan), fields.Date.context_today(self)
        aktor.action_external_sent(f"800/{permohonan.id}/BKPSDM", hari_ini)
        return aktor, hari_ini

    def _sampai_luar(self, permohonan, rincian, nomor):
        """Wait for another body, at the step with this code or at the first one."""
        while True:
            # sudo: only the loader's look at how far the request is
            tahap = permohonan.sudo().tahap_id
            if tahap.jenis == "eksternal" and rincian in ("", tahap.kode):
                break
            self._setuju(permohonan, 1)
        self._kirim_luar(permohonan)

    def _sampai_returned(self, permohonan, rincian, nomor):
        self._setuju(permohonan, 1)
        self._aktor(permohonan).action_return(
            "Pindaian kurang jelas, mohon diunggah kembali."
        )

    def _sampai_rejected(self, permohonan, rincian, nomor):
        self._setuju(permohonan, 1)
        self._aktor(permohonan).action_reject(
            "Data pendukung tidak sesuai dengan arsip kepegawaian."
        )

    def _sampai_cancelled(self, permohonan, rincian, nomor):
        permohonan.action_cancel("Diajukan kembali setelah data diperbarui.")
