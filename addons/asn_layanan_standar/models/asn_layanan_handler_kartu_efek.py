from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import kartu


class AsnLayananHandlerKartu(models.AbstractModel):
    """Cards: the number in the profile and on the marriage, and the letter."""

    _inherit = "asn.layanan.handler.kartu"

    _KOLOM = {
        kartu.KARPEG: "no_karpeg",
        kartu.KARIS: "no_karis_karsu",
        kartu.TASPEN: "no_taspen",
    }

    # ---- effects -------------------------------------------------------

    def _nomor_kartu(self, permohonan):
        """Return the number of the card: its own, or that of the answer."""
        return kartu.rapikan_nomor(
            permohonan.nomor_hasil or self._dasar_luar(permohonan)["nomor"]
        )

    def _on_issued(self, permohonan):
        """Write the number of the card, once; for a spouse on the marriage, too."""
        for satu in permohonan.filtered(lambda p: not p.krt_dicatat):
            self._terbitkan_kartu(satu)

    def _terbitkan_kartu(self, permohonan):
        """Write the number of one card."""
        kolom = self._KOLOM[self._jawab(permohonan, "jenis")]
        # sudo: the service writes the profile, whoever signs
        pegawai = permohonan.employee_id.sudo()
        nomor, lama = self._nomor_kartu(permohonan), pegawai[kolom]
        tanggal = self._dasar_luar(permohonan)["tanggal"]
        if kolom == "no_karis_karsu":
            lama = self._catat_perkawinan(permohonan, nomor, tanggal)
        vals = {kolom: nomor}
        if kolom == "no_taspen":
            vals["tgl_taspen"] = tanggal
        permohonan._mesin().write(
            {
                "krt_dicatat": True,
                "krt_nomor_lama": lama or False,
                "krt_tanggal_lama": pegawai.tgl_taspen,
            }
        )
        pegawai.write(vals)

    def _catat_perkawinan(self, permohonan, nomor, tanggal):
        """Correct the row of the marriage by its card; return the former number."""
        baris = self._pasangan(permohonan)
        if not baris:
            return False
        lama = baris.no_karis_karsu
        vals = baris.copy_data(
            {
                "koreksi_dari_id": baris.id,
                "no_karis_karsu": nomor,
                "tanggal_karis_karsu": tanggal,
                "dokumen_id": permohonan.dokumen_produk_id.id,
                "sumber": "layanan",
            }
        )
        self.env["asn.riwayat.keluarga"]._catat(vals)
        return lama

    def _on_revoked(self, permohonan, tindak):
        """Void the row of the marriage, and bring the former number back."""
        res = super()._on_revoked(permohonan, tindak)
        if not permohonan.krt_dicatat:
            return res
        kolom = self._KOLOM[self._jawab(permohonan, "jenis")]
        # sudo: the service wrote it, whoever revokes
        pegawai = permohonan.employee_id.sudo()
        if pegawai[kolom] == self._nomor_kartu(permohonan):
            vals = {kolom: permohonan.krt_nomor_lama}
            if kolom == "no_taspen":
                vals["tgl_taspen"] = permohonan.krt_tanggal_lama
            pegawai.write(vals)
        permohonan._mesin().write({"krt_dicatat": False})
        return res

    # ---- letter and list -------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the letter that hands the card over."""
        dasar = self._dasar_luar(permohonan)
        baris = self._pasangan(permohonan)
        return {
            **super()._nilai_surat(permohonan),
            "kartu": self._nama_kartu(permohonan),
            "nomor_kartu": self._nomor_kartu(permohonan),
            "penerbit": permohonan.eksternal_ids[-1:].instansi
            or permohonan.versi_id.tahap_ids._berlaku(permohonan)
            .filtered(lambda t: t.jenis == "eksternal")[:1]
            .instansi_luar
            or "-",
            "nomor_jawaban": dasar["nomor"],
            "tanggal_jawaban": dasar["tanggal"],
            "pasangan": baris.nama or "",
            "tanggal_nikah": baris.tanggal_nikah or "",
        }

    def _nama_kartu(self, permohonan):
        return kartu.nama_kartu(
            self._jawab(permohonan, "jenis"), permohonan.employee_id.jenis_kelamin
        )

    def _judul_usul(self, permohonan):
        return "Usul Penerbitan Kartu"

    def _kolom_usul(self):
        return ["Kartu", "Alasan", "Pasangan"]

    def _baris_usul(self, permohonan):
        label = {i["kode"]: i["teks"] for i in permohonan._isian_terbaca()}
        baris = self._pasangan(permohonan)
        pasangan = f"{baris.nama}, menikah {format_panjang(baris.tanggal_nikah)}"
        return [
            self._nama_kartu(permohonan),
            label.get("sebab") or "-",
            pasangan if baris else "-",
        ]
