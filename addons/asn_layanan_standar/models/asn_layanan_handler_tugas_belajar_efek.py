from datetime import timedelta

from odoo import models

from ..domain import tugas_belajar as tb
from .asn_layanan_handler_tugas_belajar import PENGAKTIFAN, PERPANJANGAN

_HASIL = {
    "lulus": "telah lulus dan menyelesaikan",
    "tidak_lulus": "tidak lulus dalam",
    "berhenti": "berhenti dari",
}


class AsnLayananHandlerTugasBelajar(models.AbstractModel):
    """Study assignment: what the decrees change, and what they say."""

    _inherit = "asn.layanan.handler.tugas_belajar"

    # ---- effects -------------------------------------------------------

    def _on_issued(self, permohonan):
        """Record grant, extension or return, once.

        Who is released leaves the post and has legal position 03 from the first day;
        who returns has 01 and a post again. The profile follows on the day.
        """
        for satu in permohonan:
            if not self._sudah_dicatat(satu):
                self._terbitkan_studi(satu)

    def _terbitkan_studi(self, permohonan):
        """Record the decision of one request."""
        bentuk = self._bentuk(permohonan)
        if bentuk == PERPANJANGAN:
            self._perpanjang(permohonan)
        elif bentuk == PENGAKTIFAN:
            self._aktifkan(permohonan)
        else:
            self._berikan(permohonan)

    def _berikan(self, permohonan):
        mulai = self._tanggal_jawab(permohonan, "mulai")
        self._catat_studi(permohonan)
        if self._is_dibebaskan(permohonan):
            self._tutup_jabatan(permohonan, mulai - timedelta(days=1))
            self._catat_kedudukan(permohonan, "tugas_belajar", "03", mulai)

    def _koreksi_studi(self, permohonan, studi, **nilai):
        """Record how the study stands from now on, undone with the decree."""
        self.env["asn.riwayat.tugas.belajar"]._catat(
            [
                {
                    **studi._salinan(),
                    "koreksi_dari_id": studi.id,
                    "dokumen_id": permohonan.dokumen_produk_id.id,
                    **nilai,
                }
            ]
        )

    def _perpanjang(self, permohonan):
        studi = self._studi_ini(permohonan)
        self._koreksi_studi(
            permohonan,
            studi,
            tanggal_selesai=self._selesai_baru(permohonan, studi),
            nomor_perpanjangan=permohonan._kolom_sk()["nomor_sk"],
        )

    def _aktifkan(self, permohonan):
        studi = self._studi_ini(permohonan)
        kembali = self._tanggal_jawab(permohonan, "tanggal_kembali")
        self._koreksi_studi(
            permohonan,
            studi,
            tanggal_kembali=kembali,
            hasil=self._jawab(permohonan, "hasil"),
            ikatan_sampai=self._ikatan(permohonan, studi, kembali),
            catatan=f"Kembali dengan SK nomor {permohonan._kolom_sk()['nomor_sk']}",
        )
        self._catat_kedudukan(permohonan, "aktif", "01", kembali)
        self._tempatkan(
            permohonan, permohonan.tb_jabatan_id, permohonan.tb_unit_id, kembali
        )

    def _ikatan(self, permohonan, studi, kembali):
        """Return the last day of the bound service, or None (TB-10)."""
        if not kembali or not studi.is_dibebaskan or studi.pendanaan == "mandiri":
            return None
        # sudo: the rules are no secret
        aturan = permohonan.versi_id.sudo().aturan_ids.filtered(
            lambda a: a.kode == "TB-10"
        )
        kali = self._faktor_ikatan(aturan, studi.is_luar_negeri)
        return tb.ikatan_sampai(studi.tanggal_mulai, kembali, kali)

    # ---- letters -------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the three decrees."""
        nilai = super()._nilai_surat(permohonan)
        dibebaskan = self._is_dibebaskan(permohonan)
        aturan = permohonan.versi_id.aturan_ids.filtered(lambda a: a.kode == "TB-10")
        kali = self._kali_ikatan(permohonan, aturan)
        nilai |= {
            "dibebaskan": "ya" if dibebaskan else "",
            "ikatan": str(kali) if kali else "",
        }
        if self._is_pemberian(permohonan):
            return nilai
        return nilai | self._nilai_studi(permohonan, self._studi_ini(permohonan))

    def _nilai_studi(self, permohonan, studi):
        """Return the values about the study that is extended or ended."""
        pendanaan = dict(
            studi.with_context(lang="id_ID")
            ._fields["pendanaan"]
            ._description_selection(studi.with_context(lang="id_ID").env)
        )
        nilai = {
            "jenjang": studi.pendidikan_id.name or "-",
            "program": studi.program or "-",
            "perguruan_tinggi": studi.perguruan_tinggi or "-",
            "pembiayaan": pendanaan.get(studi.pendanaan, "-"),
            "tanggal_mulai": studi.tanggal_mulai or "",
            "tanggal_selesai": studi.tanggal_selesai or "",
            "nomor_sk_tubel": studi.nomor_sk or "-",
            "tanggal_sk_tubel": studi.tanggal_sk or "",
        }
        if not studi:
            return nilai
        if self._bentuk(permohonan) == PERPANJANGAN:
            return nilai | {
                "semester": str(self._tambahan(permohonan)),
                "mulai_perpanjangan": studi.tanggal_selesai + timedelta(days=1),
                "selesai_perpanjangan": self._selesai_baru(permohonan, studi),
            }
        kembali = self._tanggal_jawab(permohonan, "tanggal_kembali")
        return nilai | {
            "hasil": _HASIL.get(self._jawab(permohonan, "hasil"), "-"),
            "tanggal_kembali": kembali or "",
            "jabatan_baru": permohonan.tb_jabatan_id.name or "-",
            "unit_baru": permohonan.tb_unit_id.name or "-",
            "ikatan_sampai": self._ikatan(permohonan, studi, kembali) or "",
        }
