from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError

from ..domain.berkas_gaji import Perubahan
from .asn_permohonan_kgb_jenis import ISIAN_KGB

#: Rules that say who is given an increment: a deferral is for who fails them.
_BUKAN_TUNDA = frozenset({"KGB-01", "KGB-K-01", "KGB-K-03", "KGB-K-04", "UMUM-07"})
#: What each kind asks beside the kind itself.
_ISIAN = {
    "penundaan": ISIAN_KGB[1:4],
    "istimewa": ISIAN_KGB[4:],
}


class AsnLayananHandlerKgb(models.AbstractModel):
    """Increment (KGB): the deferral (KGB-08) and the extraordinary one (KGB-K-03)."""

    _inherit = "asn.layanan.handler.kgb"
    #: What a correction or replacement of a decree must still keep to.
    _KERAS_TINDAK = frozenset({"UMUM-05", "KGB-08", "KGB-K-03"})

    def _kolom_isian(self):
        return [*ISIAN_KGB, *super()._kolom_isian()]

    def _kolom_tampil(self, permohonan):
        """Show the kind and what it asks; nothing on an ordinary increment."""
        jenis = permohonan.kgb_jenis
        kolom = ["kgb_jenis", *_ISIAN[jenis]] if jenis in _ISIAN else []
        return [*kolom, "properti"]

    def _hasil_dikabulkan(self, permohonan):
        """Return the new pay, from when, and the increment after it."""
        if not permohonan.kgb_tmt or permohonan.kgb_jenis == "penundaan":
            return super()._hasil_dikabulkan(permohonan)
        hasil = [
            (self.env._("From"), format_panjang(permohonan.kgb_tmt)),
            (self.env._("Grade"), permohonan.kgb_golongan_id.display_name),
            (
                self.env._("Service in the grade (MKG)"),
                self.env._("%s years", permohonan.kgb_langkah),
            ),
        ]
        hasil += self._gaji_dikabulkan(permohonan, "kgb_gaji_lama", "kgb_gaji_baru")
        if permohonan.kgb_berikutnya:
            nanti = format_panjang(permohonan.kgb_berikutnya)
            hasil.append((self.env._("Next increment"), nanti))
        return hasil

    def _check_submission(self, permohonan):
        """Refuse a deferral by the employee, and one that says too little.

        :raise AccessError: the employee defers the own increment
        :raise UserError: reason, facts or months are missing
        """
        hasil = super()._check_submission(permohonan)
        if permohonan.kgb_jenis == "penundaan":
            if permohonan.employee_id.user_id == self.env.user:
                raise AccessError(
                    self.env._("The office defers an increment, not the employee.")
                )
            if not (
                permohonan.kgb_tunda_sebab
                and permohonan.kgb_tunda_bulan
                and (permohonan.kgb_tunda_alasan or "").strip()
            ):
                raise UserError(
                    self.env._(
                        "Please fill in reason, facts and months (1 to 12) of the"
                        " deferral."
                    )
                )
        return hasil

    # ---- rules ---------------------------------------------------------

    def _periksa_banyak(self, permohonan):
        """A deferral is for whom the rules of a grant refuse: those only inform."""
        hasil = super()._periksa_banyak(permohonan)
        for tunda in permohonan.filtered(lambda p: p.kgb_jenis == "penundaan"):
            hasil[tunda.id] = [
                (satu[0], "lulus", *satu[2:]) if satu[0] in _BUKAN_TUNDA else satu
                for satu in hasil[tunda.id]
            ]
        return hasil

    def _bisa_tunda(self, gagal):
        """Tell whether these rules, all that refuse a grant, are a reason to defer.

        A deferral has documents of its own, so that those of a grant do not count.

        :param gagal: set of rule codes
        """
        sebab = gagal - {"UMUM-05"}
        return bool(sebab) and sebab <= _BUKAN_TUNDA

    def _minta(self, kasus, jenis):
        """Return the requests of one kind of those that the rules are asked for."""
        diminta = kasus.permohonan or self.env["asn.permohonan"]
        return diminta.filtered(lambda p: p.kgb_jenis == jenis)

    def _orang_kgb_02(self, versi, orang, aturan, kasus):
        """An extraordinary increment does not wait for the MKG."""
        hasil = super()._orang_kgb_02(versi, orang, aturan, kasus)
        for satu in self._minta(kasus, "istimewa"):
            nomor = satu.employee_id._origin.id
            hasil[nomor] = "lulus", self.env._("extraordinary (istimewa)")
        return hasil

    def _orang_kgb_08(self, versi, orang, aturan, kasus):
        """A decree defers at most a year; a deferred increment is paid after it.

        Of whom nothing is asked it says whose increment is deferred; the day is
        that of KGB-02 then.
        """
        hasil = {
            nomor: (
                "lulus",
                self.env._("deferred until %s", format_panjang(berikut.tmt))
                if berikut and berikut.tmt > berikut.semula
                else False,
            )
            for nomor, berikut in self._kgb(orang, kasus).items()
        }
        for satu in self._minta(kasus, "penundaan"):
            wajar = 1 <= satu.kgb_tunda_bulan <= 12
            fakta = satu.kgb_tunda_sampai and self.env._(
                "deferred until %s", format_panjang(satu.kgb_tunda_sampai)
            )
            nomor = satu.employee_id._origin.id
            hasil[nomor] = ("lulus" if wajar else "gagal"), fakta
        return hasil

    def _orang_kgb_k_03(self, versi, orang, aturan, kasus):
        """Nobody's periodic increment depends on it; the extraordinary one does."""
        hasil = dict.fromkeys(orang.ids, ("lulus", False))
        for satu in self._minta(kasus, "istimewa"):
            nomor = satu.employee_id._origin.id
            hasil[nomor] = self._jawab_istimewa(satu, aturan, kasus)
        return hasil

    def _jawab_istimewa(self, permohonan, aturan, kasus):
        """Extraordinary: Sangat Baik two years running, exemplary by decree."""
        pegawai = permohonan.employee_id._origin
        if not (pegawai.status_pegawai or "").startswith("pppk"):
            return "gagal", self.env._("not a PPPK")
        if not (permohonan.kgb_teladan_nomor and permohonan.kgb_teladan_tanggal):
            return "gagal", self.env._("no decree that names the employee exemplary")
        if permohonan.kgb_semula and permohonan.kgb_semula <= permohonan.kgb_tmt:
            return "gagal", self.env._(
                "the periodic increment of %s comes first",
                format_panjang(permohonan.kgb_semula),
            )
        parameter = {"predikat": ["sangat_baik"], "tahun": 2} | aturan._parameter()
        Pustaka = self.env["asn.layanan.pustaka"]
        return Pustaka._pustaka_kinerja(pegawai, parameter, kasus)[pegawai.id]

    def _orang_kgb_k_04(self, versi, orang, aturan, kasus):
        """Say from when the MKG of a PPPK with a further contract is counted."""
        Kgb = self.env["asn.kgb"]
        lanjut = Kgb._is_kontrak_lanjut()
        hasil = {}
        for pegawai in orang:
            fakta = False
            if Kgb._is_kontrak_baru(pegawai):
                hari = pegawai.tmt_golongan if lanjut else pegawai.tmt_kontrak_mulai
                fakta = self.env._("MKG counted from %s", format_panjang(hari))
            hasil[pegawai.id] = "lulus", fakta
        return hasil

    def _pesan_aturan(self, kode):
        pesan = {
            "KGB-08": self.env._("A deferral lasts 1 to 12 months (KGB-08)."),
            "KGB-K-03": self.env._(
                "The extraordinary increment is for a PPPK with Sangat Baik two years"
                " running who is named exemplary by a decree, before the periodic one"
                " is due."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        if permohonan.kgb_jenis == "penundaan" and permohonan.kgb_tunda_sampai:
            return self.env._(
                "Deferral of the KGB of %(due)s until %(paid)s",
                due=format_panjang(permohonan.kgb_tmt),
                paid=format_panjang(permohonan.kgb_tunda_sampai),
            )
        return super()._ringkasan(permohonan)

    # ---- effects -------------------------------------------------------

    def _on_issued(self, permohonan):
        """Record the deferral instead of the pay (KGB-08)."""
        tunda = permohonan.filtered(lambda p: p.kgb_jenis == "penundaan")
        for satu in tunda.filtered(lambda p: p.jenis_tindak != "pencabutan"):
            # sudo: the decree defers, whoever signs it
            self.env["asn.kgb.penundaan"].sudo()._catat(satu)
        return super()._on_issued(permohonan - tunda)

    def _perubahan_gaji(self, permohonan):
        """Return the increment as finance takes it over; a deferral changes no pay."""
        if permohonan.kgb_jenis not in ("berkala", "istimewa"):
            return super()._perubahan_gaji(permohonan)
        catatan = self._vals_gaji(permohonan)
        golongan = permohonan.kgb_golongan_id
        return Perubahan(
            jenis="kgb",
            sebutan="KGB istimewa" if permohonan.kgb_jenis == "istimewa" else "KGB",
            golongan_lama=golongan,
            golongan_baru=golongan,
            mkg=f"{permohonan.kgb_langkah} tahun",
            gaji_lama=permohonan.kgb_gaji_lama,
            gaji_baru=permohonan.kgb_gaji_baru,
            persen=permohonan.kgb_persen or 100,
            tmt=permohonan.kgb_tmt,
            nomor=catatan["nomor_sk"],
            tanggal=catatan["tanggal_sk"],
            berikutnya=permohonan.kgb_berikutnya,
        )

    def _periksa_tindak(self, permohonan):
        """An increment on which later pay rests is neither changed nor taken back."""
        super()._periksa_tindak(permohonan)
        asal = permohonan.asal_id
        if asal.kgb_jenis == "penundaan":
            return
        # sudo: the check must see rows outside the actor's scope
        Gaji = self.env["asn.riwayat.gaji"].sudo()
        lanjut = Gaji.search(
            [
                ("employee_id", "=", asal.employee_id.id),
                ("status", "=", "sah"),
                ("tmt", ">", asal.kgb_tmt),
                ("dokumen_id", "!=", asal.dokumen_produk_id.id),
            ],
            limit=1,
        )
        if lanjut:
            self._tolak_disusul(lanjut)

    def _on_revoked(self, permohonan, tindak):
        """The reason is gone: paid from the next month (KGB-08)."""
        self._akhiri_tunda(permohonan, "dicabut")
        return super()._on_revoked(permohonan, tindak)

    def _on_replaced(self, permohonan, tindak):
        """Another decree stands for this one from the beginning."""
        self._akhiri_tunda(permohonan, "diganti")
        return super()._on_replaced(permohonan, tindak)

    def _akhiri_tunda(self, permohonan, akhir):
        # sudo: the decree ends it, whoever signs that
        Tunda = self.env["asn.kgb.penundaan"].sudo()
        Tunda.search([("permohonan_id", "=", permohonan.id)])._akhiri(akhir)

    # ---- letter --------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return also the values of a decree of deferral."""
        bulan = permohonan.kgb_tunda_bulan
        ditunda = permohonan.kgb_tmt != permohonan.kgb_semula
        return {
            **super()._nilai_surat(permohonan),
            "tunda_bulan": bulan or "",
            "tunda_sampai": permohonan.kgb_tunda_sampai or "",
            "tunda_alasan": permohonan.kgb_tunda_alasan or "",
            "tunda_sebab": {
                "kinerja": "kinerja",
                "disiplin": "disiplin",
            }.get(permohonan.kgb_tunda_sebab, ""),
            "kgb_semula": permohonan.kgb_semula if ditunda else "",
            "teladan_nomor": permohonan.kgb_teladan_nomor or "",
            "teladan_tanggal": permohonan.kgb_teladan_tanggal or "",
        }
