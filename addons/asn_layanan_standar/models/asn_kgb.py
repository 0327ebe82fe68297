from collections import namedtuple

from odoo import api, models
from odoo.tools import SQL

from ..domain import kgb

#: The next increment of one person: day, step in years, grade, rupiah before and
#: after (0 where no table says), part in percent that is paid, day of the one after
#: it (or None) and whether it is the first one.
Kgb = namedtuple("Kgb", "tmt langkah golongan lama baru persen berikutnya pertama")


class AsnKgb(models.AbstractModel):
    """The next periodic increment (KGB) of many people, worked out at once."""

    _name = "asn.kgb"
    _description = "Periodic Increment (KGB)"

    @api.model
    def _hitung(self, orang, tanpa_dokumen=None):
        """Return what is next for each employee.

        :param orang: employees
        :param tanpa_dokumen: an archived letter whose pay row is left out, for the
            correction of that letter
        :return: ``{employee id: Kgb or None}``; None for who has no grade, no step in
            the table or reached the top step
        """
        # sudo: pay is worked out by rule, whoever asks; callers show only the own
        # request or that of their task
        orang = orang.sudo()
        tabel = self._tabel(orang.golongan_id)
        potongan, _tambahan = orang._asn_potongan_masa_kerja(
            self.env["hr.employee"]._asn_hari_ini()
        )
        gaji = self._gaji_terakhir(orang, tanpa_dokumen)
        return {
            p.id: self._satu(
                p, tabel.get(p.golongan_id.id), gaji.get(p.id), potongan.get(p.id, ())
            )
            for p in orang
        }

    @api.model
    def _tabel(self, golongan):
        """Return ``{grade id: {valid from: {MKG years: rupiah}}}``."""
        baris = self.env["asn.gaji.pokok"].search_fetch(
            [("golongan_id", "in", golongan.ids)],
            ["golongan_id", "berlaku_mulai", "mkg_tahun", "gaji_pokok"],
        )
        tabel = {}
        for b in baris:
            masa = tabel.setdefault(b.golongan_id.id, {})
            masa.setdefault(b.berlaku_mulai, {})[b.mkg_tahun] = b.gaji_pokok
        return tabel

    @api.model
    def _gaji_terakhir(self, orang, tanpa_dokumen):
        """Return ``{employee id: newest valid pay row}``."""
        Gaji = self.env["asn.riwayat.gaji"].sudo()  # sudo: see _hitung
        Gaji.flush_model()
        tanpa = tanpa_dokumen.ids if tanpa_dokumen else []
        baris = self.env.execute_query(
            SQL(
                "SELECT DISTINCT ON (employee_id) id FROM asn_riwayat_gaji"
                " WHERE employee_id = ANY(%s) AND status = 'sah'"
                " AND (dokumen_id IS NULL OR dokumen_id <> ALL(%s))"
                " ORDER BY employee_id, tmt DESC, tanggal_sk DESC NULLS LAST, id DESC",
                list(orang.ids),
                tanpa,
            )
        )
        return {gaji.employee_id.id: gaji for gaji in Gaji.browse(r[0] for r in baris)}

    @api.model
    def _satu(self, pegawai, tabel, gaji, potongan):
        if not tabel or not pegawai.tmt_golongan:
            return None
        golongan, mkg = self._dasar(pegawai, tabel, gaji)
        is_kini = gaji and gaji.golongan_id == pegawai.golongan_id
        hasil = kgb.berikut(golongan, mkg, potongan)
        if not hasil:
            return None
        tmt, tahun = hasil
        setelah = kgb.berikut(golongan, tahun * 12, potongan)
        return Kgb(
            tmt=tmt,
            langkah=tahun,
            golongan=pegawai.golongan_id,
            lama=gaji.gaji_pokok if is_kini else kgb.gaji_tabel(tabel, mkg // 12, tmt),
            baru=kgb.gaji_tabel(tabel, tahun, tmt),
            persen=80 if pegawai.status_pegawai == "cpns" else 100,
            berikutnya=setelah[0] if setelah else None,
            pertama=not gaji,
        )

    @api.model
    def _dasar(self, pegawai, tabel, gaji):
        """Return the grade as its decree gives it, and the MKG of the last pay.

        Pay of an earlier grade says nothing about the steps of this one.

        :param tabel: ``{valid from: {MKG years: rupiah}}`` of the grade
        :param gaji: the newest valid pay row, or None
        """
        golongan = kgb.Golongan(
            pegawai.tmt_golongan,
            pegawai.mkg_sk_tahun * 12 + pegawai.mkg_sk_bulan,
            tuple(sorted(set().union(*tabel.values()))),
        )
        if gaji and gaji.golongan_id == pegawai.golongan_id:
            return golongan, gaji.mkg_tahun * 12 + gaji.mkg_bulan
        return golongan, golongan.mkg_bulan
