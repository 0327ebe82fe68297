from dataclasses import dataclass
from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import berkas_gaji


@dataclass
class Baris:
    """One letter in a list: what it changes, what it adds, and what finance must know.

    ``ubah`` is what the decree says. ``tambahan`` is what the payroll grows by a month
    because of it, 0 for what another decree of the same day takes the place of.
    """

    surat: object
    ubah: berkas_gaji.Perubahan
    tambahan: int
    catatan: str = ""


class AsnGajiSerah(models.Model):
    """Which letter of a person counts last, when a month brought several."""

    _inherit = "asn.gaji.serah"

    def _susunan(self):
        """Return the `Baris` of this list, in its order.

        A person with an increment and a promotion stands twice: each letter says from
        when and until when its pay holds, as the pay history has it, also when the
        other one stands in another list.
        """
        self.ensure_one()
        # sudo: the rows of a list that one may read
        surat = self.sudo().permohonan_ids
        ubah = {p: p._perubahan_gaji() for p in surat}
        riwayat = self._riwayat_gaji(surat.employee_id)
        hasil = []
        for pegawai, milik in surat.grouped("employee_id").items():
            urut = self._urut_berlaku(milik, ubah, riwayat.get(pegawai, ()))
            hasil += self._baris_orang(urut, ubah)
        return sorted(hasil, key=self._kunci)

    def _kunci(self, baris):
        """Return what the list is sorted by; letters of a person stay as they follow."""
        orang = baris.surat.employee_id
        return baris.surat.unit_id.complete_name or "", orang.name or "", orang.id

    def _riwayat_gaji(self, pegawai):
        """Return ``{employee: valid pay rows}``, the one in force last comes last."""
        batas = berkas_gaji.bulan_berikut(self.bulan)
        # sudo: which decree is in force decides, whoever asks
        semua = (
            self.env["asn.riwayat.gaji"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", pegawai.ids),
                    ("status", "=", "sah"),
                    ("tmt", "<", batas),
                ],
                # As the projection picks the pay.
                order="tmt, tanggal_sk NULLS FIRST, id",
            )
        )
        return semua.grouped("employee_id")

    def _urut_berlaku(self, milik, ubah, riwayat):
        """Return (letter, what follows it) of one person, oldest first.

        What follows is the next pay row, or None for what is in force to the end of
        the month or is not found in the history.
        """
        riwayat = list(riwayat)
        letak = {}
        for satu in milik:
            kunci = (ubah[satu].tmt, ubah[satu].nomor)
            cocok = [n for n, r in enumerate(riwayat) if (r.tmt, r.nomor_sk) == kunci]
            letak[satu] = cocok[-1] if cocok else len(riwayat)
        return [
            (satu, riwayat[letak[satu] + 1] if letak[satu] + 1 < len(riwayat) else None)
            for satu in sorted(milik, key=lambda p: (letak[p], ubah[p].tmt, p.id))
        ]

    def _baris_orang(self, urut, ubah):
        """Return the `Baris` of one person, from (letter, what follows it)."""
        hasil, dibayar = [], None
        for satu, lanjut in urut:
            isi = ubah[satu]
            kalah = lanjut and lanjut.tmt == isi.tmt
            lama = isi.gaji_lama if dibayar is None else dibayar
            tambahan = 0 if kalah else isi.gaji_baru - lama
            if not kalah:
                dibayar = isi.gaji_baru
            hasil.append(Baris(satu, isi, tambahan, self._catatan(isi, lanjut)))
        if len(hasil) > 1 and not hasil[-1].catatan:
            hasil[-1].catatan = "Berlaku terakhir"
        return hasil

    def _catatan(self, isi, lanjut):
        """Return until when the pay of a letter holds; empty when nothing follows.

        :param lanjut: the pay row that follows it, or None
        """
        if not lanjut:
            return ""
        nomor = lanjut.nomor_sk or "-"
        if lanjut.tmt == isi.tmt:
            return f"Tidak dibayarkan: pada TMT yang sama berlaku SK {nomor}"
        akhir = format_panjang(lanjut.tmt - timedelta(days=1))
        return f"Berlaku sampai {akhir}, kemudian SK {nomor}"
