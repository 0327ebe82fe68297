from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import pensiun

#: Why the contract ends -> (what the title adds, what is considered). PP 49/2018: a
#: breach of discipline ends it honourably, but not on own request [unsure].
_NASKAH = {
    "kontrak": (
        "karena Jangka Waktu Perjanjian Kerja Berakhir",
        "telah berakhir jangka waktu perjanjian kerjanya dan tidak diperpanjang",
    ),
    "permintaan": (
        "atas Permintaan Sendiri",
        "mengajukan permohonan berhenti atas permintaan sendiri",
    ),
    "bup": (
        "karena Mencapai Batas Usia",
        "telah mencapai batas usia untuk jabatan yang didudukinya",
    ),
    "meninggal": ("karena Meninggal Dunia", "telah meninggal dunia"),
    "disiplin": (
        "karena Pelanggaran Disiplin",
        "telah melakukan pelanggaran disiplin tingkat berat",
    ),
}


class AsnLayananHandlerPensiun(models.AbstractModel):
    """End of the contract of a PPPK: what it changes, and what its decree says.

    It ends the posts and the legal position as a pension does; the row of the
    contract comes on top, when it would have gone on.
    """

    _inherit = "asn.layanan.handler.pensiun"

    def _terbitkan_henti(self, permohonan):
        """Record the end of service; before it, that of the contract."""
        if (
            permohonan.pensiun_jenis == "phk_pppk"
            and permohonan.jenis_tindak != "pencabutan"
        ):
            self._akhiri_kontrak(permohonan)
        return super()._terbitkan_henti(permohonan)

    def _akhiri_kontrak(self, permohonan):
        """End the contract early, once, with the last day of service."""
        pegawai = permohonan.employee_id
        akhir = pensiun.akhir_dinas(permohonan.pensiun_tmt)
        sampai = pegawai.tmt_kontrak_selesai
        # sudo: the check must see rows outside the actor's scope
        Kontrak = self.env["asn.riwayat.kontrak"].sudo()
        if (sampai and sampai <= akhir) or Kontrak.search_count(
            [
                ("employee_id", "=", pegawai.id),
                ("dokumen_id", "=", permohonan.dokumen_produk_id.id),
                ("status", "=", "sah"),
            ],
            limit=1,
        ):
            return
        Kontrak._catat(
            [
                {
                    **permohonan._kolom_sk(),
                    "jenis": "pengakhiran",
                    "kontrak_ke": pegawai.kontrak_ke or 1,
                    "tmt": akhir,
                    "no_perjanjian": pegawai.no_perjanjian,
                    "golongan_id": pegawai.golongan_id.id,
                    "alasan": _NASKAH[permohonan.pensiun_sebab_phk][1],
                }
            ]
        )

    def _kode_henti(self, permohonan):
        if permohonan.pensiun_jenis == "phk_pppk":
            return pensiun.PEMUTUSAN[permohonan.pensiun_sebab_phk]
        return super()._kode_henti(permohonan)

    def _nilai_henti(self, permohonan):
        """A death under a contract is in the row of the end of service, too."""
        nilai = super()._nilai_henti(permohonan)
        if permohonan.pensiun_sebab_phk == "meninggal":
            nilai["tanggal_meninggal"] = permohonan.employee_id.tgl_meninggal
        return nilai

    def _nilai_surat(self, permohonan):
        """Return the merge values of the decree on the end of a contract, too."""
        nilai = super()._nilai_surat(permohonan)
        if permohonan.pensiun_jenis != "phk_pppk":
            return nilai
        pegawai, sebab = permohonan.employee_id, permohonan.pensiun_sebab_phk
        tambah, alasan = _NASKAH.get(sebab, ("", ""))
        hormat = "dengan hormat"
        if sebab == "disiplin":
            hormat = "dengan hormat tidak atas permintaan sendiri"
        tmt = permohonan.pensiun_tmt
        nomor, mulai = pegawai.no_perjanjian, pegawai.tmt_kontrak_mulai
        selesai, tanggal = pegawai.tmt_kontrak_selesai, pegawai.tgl_perjanjian
        return nilai | {
            "judul_keputusan": f"Pemutusan Hubungan Perjanjian Kerja {hormat} Pegawai"
            f" Pemerintah dengan Perjanjian Kerja {tambah}",
            "sebab": alasan,
            "hormat": hormat,
            "ucapan": "" if sebab == "disiplin" else "ya",
            "akhir_kerja": pensiun.akhir_dinas(tmt) if tmt else "",
            "perjanjian": " ".join(
                [f"Nomor {nomor}"]
                + [f"tanggal {format_panjang(tanggal)}"] * bool(tanggal)
            )
            if nomor
            else "",
            "masa_perjanjian": (
                f"{format_panjang(mulai)} sampai dengan {format_panjang(selesai)}"
                if mulai and selesai
                else ""
            ),
            "tanggal_meninggal": pegawai.tgl_meninggal
            if sebab == "meninggal" and pegawai.tgl_meninggal
            else "",
        }
