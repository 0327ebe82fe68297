from datetime import date

from odoo import models
from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import tugas_belajar as tb

#: Legal positions in suspension, appeal or criminal procedure (TB-03).
_DALAM_PROSES = ("04", "09", "91", "92")
#: Answer about the funding -> value in the history.
PENDANAAN = {
    "apbn": "negara",
    "apbd": "daerah",
    "sponsor_atau_beasiswa_lain": "sponsor",
    "biaya_sendiri": "mandiri",
}


class AsnLayananHandlerBelajar(models.AbstractModel):
    """The rules that the three services of study share (services dossier 7).

    What is asked is answers to questions of the form. Study permission
    (izin_belajar) is a study at own cost in post and asks neither funding nor
    release.
    """

    _name = "asn.layanan.handler.belajar"
    _inherit = "asn.layanan.handler"
    _description = "Services of Study (Layanan Belajar)"

    # ---- answers -------------------------------------------------------

    def _jawab(self, permohonan, kode):
        return permohonan._jawaban().get(kode) or ""

    def _tanggal_jawab(self, permohonan, kode):
        teks = self._jawab(permohonan, kode)
        return date.fromisoformat(str(teks)) if teks else None

    def _pendanaan(self, permohonan):
        """Return the funding as the history keeps it."""
        return PENDANAAN.get(self._jawab(permohonan, "pendanaan"), "mandiri")

    def _is_mandiri(self, permohonan):
        return self._pendanaan(permohonan) == "mandiri"

    def _is_dibebaskan(self, permohonan):
        return self._jawab(permohonan, "dibebaskan") == "ya"

    def _semester(self, permohonan):
        return int(self._jawab(permohonan, "semester") or 0)

    def _jenjang(self, permohonan):
        """Return the level applied for, or an empty record."""
        kode = self._jawab(permohonan, "jenjang").upper()
        Pendidikan = self.env["asn.pendidikan"]
        return Pendidikan.search([("kode", "=", kode)], limit=1) if kode else Pendidikan

    def _is_pemberian(self, permohonan):
        """Tell whether a study is asked for, and not its extension or end."""
        return True

    def _hari_ajuan(self, permohonan):
        """Return the day of submission: who filed in time is not late later."""
        diajukan = permohonan.tanggal_ajuan
        if diajukan:
            return permohonan._tanggal(diajukan)
        return self.env["hr.employee"]._asn_hari_ini()

    # ---- studies of people ----------------------------------------------

    def _studi(self, orang, kecuali=None):
        """Return ``{employee id: valid studies}``, newest first, by one query.

        :param kecuali: documents whose rows do not count
        """
        # sudo: whether somebody studies decides, whoever looks
        baris = (
            self.env["asn.riwayat.tugas.belajar"]
            .sudo()
            .search([("employee_id", "in", orang.ids), ("status", "=", "sah")])
        )
        if kecuali:
            baris = baris.filtered(lambda s: not s._silsilah().dokumen_id & kecuali)
        hasil = {nomor: baris.browse() for nomor in orang.ids}
        for satu in baris:
            hasil[satu.employee_id.id] |= satu
        return hasil

    def _produk_asal(self, kasus):
        """Return the own product and the one corrected: their study is not another."""
        permohonan = kasus.permohonan
        if not permohonan:
            return None
        return (permohonan | permohonan.asal_id).dokumen_produk_id

    # ---- rules about people ----------------------------------------------

    def _hanya_pemberian(self, hasil, kasus):
        """Let extensions and returns be: these rules were asked at the grant."""
        for nomor in hasil:
            permohonan = kasus.milik(nomor)
            if permohonan and not self._is_pemberian(permohonan):
                hasil[nomor] = "lulus", self.env._("asked when the study was granted")
        return hasil

    def _orang_tb_01(self, versi, orang, aturan, kasus):
        """A PNS for at least some months (TB-01; how many is a parameter)."""
        perlu = aturan._parameter().get("bulan", 12)
        hasil = {}
        for pegawai in orang:
            tmt = pegawai.tmt_pns or pegawai.tmt_cpns
            if pegawai.status_pegawai != "pns" or not tmt:
                hasil[pegawai.id] = "gagal", False
                continue
            bulan = bulan_penuh(tmt, kasus.pada)
            hasil[pegawai.id] = (
                "lulus" if bulan >= perlu else "gagal",
                self._teks_lama(bulan),
            )
        return self._hanya_pemberian(hasil, kasus)

    def _teks_lama(self, bulan):
        tahun, sisa = divmod(bulan, 12)
        return self.env._("%(years)s years %(months)s months", years=tahun, months=sisa)

    def _orang_tb_03(self, versi, orang, aturan, kasus):
        """No moderate or heavy punishment, suspension or procedure (TB-03)."""
        hukuman = self.env["asn.layanan.pustaka"]._pustaka_hukuman(
            orang, {"tingkat": ["S", "B"], "tahun": 0}, kasus
        )
        hasil = {}
        for pegawai in orang:
            kedudukan = pegawai.kedudukan_hukum
            if kedudukan.kode in _DALAM_PROSES:
                hasil[pegawai.id] = "gagal", kedudukan.name
            elif hukuman[pegawai.id][0] == "gagal":
                hasil[pegawai.id] = hukuman[pegawai.id]
            else:
                # Courts and probation in a post are in no history here.
                hasil[pegawai.id] = "manual", self.env._("court case, probation")
        return self._hanya_pemberian(hasil, kasus)

    def _orang_tb_11(self, versi, orang, aturan, kasus):
        """One study at a time, and a waiting time between two (TB-11)."""
        jeda = aturan._parameter().get("jeda_bulan", 0)
        hasil = {}
        studi = self._studi(orang, self._produk_asal(kasus))
        for nomor, baris in studi.items():
            permohonan = kasus.milik(nomor)
            mulai = permohonan and self._tanggal_jawab(permohonan, "mulai")
            mulai = mulai or kasus.pada
            jalan = baris._jalan(mulai)
            akhir = max(
                (s.tanggal_kembali or s.tanggal_selesai for s in baris - jalan),
                default=None,
            )
            if jalan:
                hasil[nomor] = "gagal", jalan[0].display_name
            elif akhir and not tb.is_jeda_cukup(akhir, mulai, jeda):
                hasil[nomor] = "gagal", format_panjang(akhir)
            else:
                hasil[nomor] = "lulus", False
        return self._hanya_pemberian(hasil, kasus)
