from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import suketi
from .asn_layanan_handler_suketi import _BULAN_BERLAKU

_STATUS = {
    "pns": "Pegawai Negeri Sipil",
    "cpns": "Calon Pegawai Negeri Sipil",
    "pppk": "Pegawai Pemerintah dengan Perjanjian Kerja",
    "pppk_paruh_waktu": "Pegawai Pemerintah dengan Perjanjian Kerja Paruh Waktu",
}
_HUKUMAN = {
    "tidak_pernah": "tidak pernah dijatuhi hukuman disiplin tingkat sedang atau berat",
    "tidak_sedang": "tidak sedang menjalani hukuman disiplin tingkat sedang atau berat",
}
#: Answers of the form that are printed as they are.
_ISIAN = (
    "keperluan",
    "tujuan",
    "penghasilan",
    "beda_pertama",
    "beda_kedua",
    "beda_benar",
    "dokumen_hilang",
    "pindah_ke",
)


class AsnLayananHandlerSuketi(models.AbstractModel):
    """Employment certificates: what the letters say."""

    _inherit = "asn.layanan.handler.suketi"

    def _nilai_surat(self, permohonan):
        """Return the merge values of every kind; a letter uses its own."""
        pegawai = permohonan.employee_id
        jawaban = permohonan._jawaban()
        aturan = permohonan.versi_id.aturan_ids.filtered(lambda a: a.kode == "SUK-02")
        bulan = aturan._parameter().get("bulan_berlaku", _BULAN_BERLAKU)
        return {
            **super()._nilai_surat(permohonan),
            **{kode: jawaban.get(kode) or "" for kode in _ISIAN},
            "keperluan": suketi.di_tengah_kalimat(jawaban.get("keperluan")),
            **self._nilai_kepegawaian(pegawai),
            "berlaku_sampai": suketi.berlaku_sampai(self._hari_ini(), bulan) or "",
            "hukuman": _HUKUMAN[self._varian(permohonan)],
            "kinerja": self._teks_kinerja(pegawai),
            "keluarga": self._baris_keluarga(pegawai),
        }

    def _nilai_kepegawaian(self, pegawai):
        """Return what the profile says about the employment."""
        kontrak = ""
        if pegawai.tmt_kontrak_mulai:
            kontrak = (
                f"{format_panjang(pegawai.tmt_kontrak_mulai)} sampai dengan"
                f" {format_panjang(pegawai.tmt_kontrak_selesai) or '-'}"
            )
        return {
            "status": _STATUS.get(pegawai.status_pegawai, "pegawai"),
            "tmt_cpns": pegawai.tmt_cpns or "",
            "tmt_pns": pegawai.tmt_pns or "",
            "kontrak": kontrak,
            "mulai_kerja": pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai or "",
            "masa_kerja": f"{pegawai.masa_kerja_tahun} tahun"
            f" {pegawai.masa_kerja_bulan} bulan",
            "tmt_golongan": pegawai.tmt_golongan or "",
            "tmt_jabatan": pegawai.tmt_jabatan or "",
            "alamat": pegawai.alamat_domisili or pegawai.alamat_ktp or "",
            "bup": pegawai.bup_tahun if pegawai.tmt_pensiun else "",
            "tmt_pensiun": pegawai.tmt_pensiun or "",
        }

    def _teks_kinerja(self, pegawai):
        """Return the predicates of the last two years in one line."""
        akhir = self._hari_ini().year - 1
        tahun = [akhir, akhir - 1]
        ada = self.env["asn.layanan.pustaka"]._predikat(pegawai, tahun)
        milik = ada.get(pegawai.id, {})
        return ", ".join(f"{t}: {milik[t].name}" for t in tahun if t in milik)

    def _baris_keluarga(self, pegawai):
        """Return the rows of the table of spouse and children."""
        pasangan = "Istri" if pegawai.jenis_kelamin == "L" else "Suami"
        return [
            {
                "urut": str(urut),
                "nama_anggota": satu.nama,
                "hubungan": "Anak" if satu.hubungan == "anak" else pasangan,
                "lahir_anggota": ", ".join(
                    filter(
                        None, (satu.tempat_lahir, format_panjang(satu.tanggal_lahir))
                    )
                )
                or "-",
            }
            for urut, satu in enumerate(self._keluarga(pegawai), 1)
        ]
