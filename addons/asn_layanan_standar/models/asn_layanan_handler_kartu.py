from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import kartu

#: Months after the marriage in which it is reported (KRT-03).
_BULAN_LAPOR = 12


class AsnLayananHandlerKartu(models.AbstractModel):
    """Cards (Karpeg, Karis/Karsu, Taspen): the rules.

    Effects and letter are in ``asn_layanan_handler_kartu_efek``.
    """

    _name = "asn.layanan.handler.kartu"
    _inherit = ["asn.layanan.handler", "asn.layanan.luar.mixin"]
    _description = "Card Service (Layanan Kartu)"

    # ---- answers and facts ---------------------------------------------

    def _jawab(self, permohonan, kode):
        return permohonan._jawaban().get(kode) or ""

    def _is(self, permohonan, jenis):
        return self._jawab(permohonan, "jenis") == jenis

    def _domain_sejenis(self, permohonan):
        """A request for another card may wait beside it."""
        jenis = self._jawab(permohonan, "jenis")
        domain = super()._domain_sejenis(permohonan)
        return [*domain, ("properti.jenis", "=", jenis)] if jenis else domain

    def _perkawinan(self, permohonan):
        """Return the valid marriages of the applicant that last."""
        # sudo: the marriages of the applicant decide, whoever looks
        return (
            self.env["asn.riwayat.keluarga"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", permohonan.employee_id._origin.id),
                    ("status", "=", "sah"),
                    ("hubungan", "=", "pasangan"),
                    ("is_kini", "=", True),
                ],
                order="tanggal_nikah, id",
            )
        )

    def _pasangan(self, permohonan):
        """Return the marriage with the spouse named on the form (may be none)."""
        nama = self._jawab(permohonan, "pasangan")
        return self._perkawinan(permohonan).filtered(
            lambda b: kartu.nama_sama(b.nama, nama)
        )[:1]

    # ---- rules ---------------------------------------------------------

    def _aturan_krt_01(self, permohonan, aturan):
        """Karpeg: every PNS after the decree, one number for life (KRT-01)."""
        if not self._is(permohonan, kartu.KARPEG):
            return "lulus", False
        # sudo: the number of the card decides, whoever looks
        pegawai = permohonan.employee_id.sudo()
        if pegawai.status_pegawai != "pns":
            return "gagal", self.env._("only PNS, after the decree of appointment")
        nomor = self._nomor_lama(permohonan, pegawai.no_karpeg)
        return kartu.periksa_nomor(self._jawab(permohonan, "sebab"), nomor), nomor

    def _nomor_lama(self, permohonan, nomor):
        """Return the recorded number; a correction leaves out its own."""
        asal = permohonan.asal_id
        if asal.krt_dicatat:
            return asal.krt_nomor_lama
        return False if permohonan.krt_dicatat else nomor or False

    def _aturan_krt_02(self, permohonan, aturan):
        """Karis/Karsu: a registered marriage that lasts, of a PNS (KRT-02)."""
        if not self._is(permohonan, kartu.KARIS):
            return "lulus", False
        if permohonan.employee_id.status_pegawai != "pns":
            return "gagal", self.env._("only PNS")
        baris = self._pasangan(permohonan)
        if not baris:
            return "gagal", self._jawab(permohonan, "pasangan") or False
        nomor = self._nomor_lama(permohonan, baris.no_karis_karsu)
        hasil = kartu.periksa_nomor(self._jawab(permohonan, "sebab"), nomor)
        if hasil == "gagal" and nomor:
            return hasil, self.env._("there is a card: %s", nomor)
        return hasil, nomor

    def _aturan_krt_03(self, permohonan, aturan):
        """The marriage is reported within a year; later an officer is told (KRT-03)."""
        baris = self._is(permohonan, kartu.KARIS) and self._pasangan(permohonan)
        if not baris or self._jawab(permohonan, "sebab") != kartu.PERTAMA:
            return "lulus", False
        tepat = kartu.is_tepat_waktu(
            baris.tanggal_nikah,
            self.env["hr.employee"]._asn_hari_ini(),
            aturan._parameter().get("bulan", _BULAN_LAPOR),
        )
        return ("lulus" if tepat else "gagal"), format_panjang(baris.tanggal_nikah)

    def _aturan_krt_04(self, permohonan, aturan):
        """A further marriage only with permission; each spouse has a card (KRT-04)."""
        baris = self._is(permohonan, kartu.KARIS) and self._pasangan(permohonan)
        if not baris:
            return "lulus", False
        lain = (self._perkawinan(permohonan) - baris).mapped("tanggal_nikah")
        return kartu.periksa_izin(baris.tanggal_nikah, lain, baris.nomor_izin), (
            baris.nomor_izin or False
        )

    def _aturan_krt_x_01(self, permohonan, aturan):
        """Taspen: a first card where there is no number; own rule."""
        if not self._is(permohonan, kartu.TASPEN):
            return "lulus", False
        # sudo: the number of the card decides, whoever looks
        nomor = permohonan.employee_id.sudo().no_taspen
        nomor = self._nomor_lama(permohonan, nomor)
        return kartu.periksa_nomor(self._jawab(permohonan, "sebab"), nomor), nomor

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        sudah = self.env._(
            "A number is recorded already: choose why the card is to be replaced."
        )
        pesan = {
            "KRT-01": self.env._(
                "A Karpeg is for PNS and given once. If you have one, choose why it is"
                " to be replaced."
            ),
            "KRT-02": self.env._(
                "No lasting marriage of a PNS with this spouse is recorded, or it has a"
                " card already. Bring your family data up to date first."
            ),
            "KRT-03": self.env._("The marriage is reported later than one year."),
            "KRT-04": self.env._(
                "A further marriage needs the permission of the official."
            ),
            "KRT-X-01": sudah,
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: card and reason."""
        label = {i["kode"]: i["teks"] for i in permohonan._isian_terbaca() if i["teks"]}
        if not label.get("jenis"):
            return super()._ringkasan(permohonan)
        urut = ("jenis", "sebab", "pasangan")
        return " · ".join(label[k] for k in urut if k in label)
