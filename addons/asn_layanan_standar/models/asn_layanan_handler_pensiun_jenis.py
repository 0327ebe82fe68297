from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import pensiun

#: Kinds whose decree names the last pay (services 6.5).
_BERGAJI = ("bup", "aps", "uzur", "perampingan", *pensiun.AHLI_WARIS)


class AsnLayananHandlerPensiun(models.AbstractModel):
    """Pension: who may ask for which kind, the missing, and the end of a contract."""

    _inherit = "asn.layanan.handler.pensiun"

    def _orang_pen_jenis(self, versi, orang, aturan, kasus):
        """A contract is ended for a PPPK only; all other kinds are for PNS."""
        label = dict(orang._fields["status_pegawai"]._description_selection(self.env))
        hasil = {}
        for pegawai in orang:
            is_pppk = (pegawai.status_pegawai or "").startswith("pppk")
            cocok = is_pppk == (self._jenis(pegawai, kasus) == "phk_pppk")
            hasil[pegawai.id] = (
                "lulus" if cocok else "gagal",
                label.get(pegawai.status_pegawai, "-"),
            )
        return hasil

    def _orang_pen_phk(self, versi, orang, aturan, kasus):
        """What ends the contract of a PPPK is recorded (services 6.2, PP 49/2018).

        A punishment is decided elsewhere: the officer compares its decree.
        """
        hasil = {}
        for pegawai in orang:
            sebab = self._sebab_phk(pegawai, kasus)
            if self._jenis(pegawai, kasus) != "phk_pppk":
                hasil[pegawai.id] = self._bukan_untuk()
            elif sebab == "disiplin":
                hasil[pegawai.id] = "manual", self.env._("decree of the punishment")
            elif sebab == "meninggal" and pegawai.status_hidup in ("hidup", False):
                hasil[pegawai.id] = "gagal", self.env._("the death is not recorded")
            elif sebab == "kontrak" and not pegawai.tmt_kontrak_selesai:
                hasil[pegawai.id] = (
                    "gagal",
                    self.env._("the last day of the contract is not recorded"),
                )
            else:
                hasil[pegawai.id] = "lulus", False
        return hasil

    def _orang_pen_kgb(self, versi, orang, aturan, kasus):
        """No increment falls due before the pension that was not issued yet (PEN-08)."""
        berikut = self.env["asn.kgb"]._hitung(orang)
        hasil = {}
        for pegawai in orang:
            kgb, tmt = berikut[pegawai.id], self._tmt(pegawai, kasus)
            if self._jenis(pegawai, kasus) not in _BERGAJI:
                hasil[pegawai.id] = self._bukan_untuk()
            elif tmt and kgb and kgb.tmt < tmt:
                hasil[pegawai.id] = (
                    "gagal",
                    self.env._("KGB from %s", format_panjang(kgb.tmt)),
                )
            else:
                hasil[pegawai.id] = "lulus", False
        return hasil

    def _jawab_hilang(self, tmt, pegawai, kasus, diajukan):
        """Answer for the missing: proposed once they are taken as dead."""
        permohonan = kasus.milik(pegawai.id)
        boleh = pensiun.dianggap_meninggal(
            permohonan.pensiun_hilang_sejak, permohonan._bulan_hilang()
        )
        if diajukan < boleh:
            return "gagal", self.env._("possible from %s", format_panjang(boleh))
        return "lulus", format_panjang(tmt)

    def _jawab_phk(self, tmt, sebab, diajukan):
        """Answer for the end of a contract: a late one is for a human to judge."""
        if tmt > diajukan or sebab in ("meninggal", "disiplin"):
            return "lulus", format_panjang(tmt)
        return ("gagal" if sebab == "permintaan" else "manual"), format_panjang(tmt)

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "PEN-JENIS": self.env._(
                "A PPPK has no pension of the state: choose the end of contract. The"
                " other kinds are for PNS."
            ),
            "PEN-PHK": self.env._(
                "What ends the contract is not recorded in the profile yet."
            ),
            "PEN-KGB": self.env._(
                "An increment (KGB) falls due before the pension and is not issued"
                " yet. Issue it first, so that the last pay of the decree is right."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)
