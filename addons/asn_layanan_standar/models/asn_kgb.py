from collections import namedtuple

from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from ..domain import kgb

#: The next increment of one person: day from which it is paid, step in years, grade,
#: rupiah before and after (0 where no table says), part in percent that is paid, day
#: of the one after it (or None), whether it is the first one, and the day on which
#: the MKG reached the step: earlier than ``tmt`` when it was deferred (KGB-08).
Kgb = namedtuple(
    "Kgb", "tmt langkah golongan lama baru persen berikutnya pertama semula"
)


class AsnKgb(models.AbstractModel):
    """The next periodic increment (KGB) of many people, worked out at once."""

    _name = "asn.kgb"
    _description = "Periodic Increment (KGB)"

    @api.model
    def _hitung(self, orang, tanpa_dokumen=None, pada=None):
        """Return what is next for each employee.

        :param orang: employees
        :param tanpa_dokumen: an archived letter whose pay row is left out, for the
            correction of that letter
        :param pada: ``{employee id: day}`` of who is paid the step from another day
            than by the MKG (KGB-K-03)
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
        tunda = self.env["asn.kgb.penundaan"]._berlaku(orang, tanpa_dokumen)
        lanjut = self._is_kontrak_lanjut()
        hasil = {}
        for p in orang:
            isi = tabel.get(p.golongan_id.id)
            if not isi or not p.tmt_golongan:
                hasil[p.id] = None
                continue
            kini = self._gaji_kontrak(p, gaji.get(p.id), lanjut)
            golongan, mkg = self._dasar(p, isi, kini, lanjut)
            maju = kgb.berikut(golongan, mkg, potongan.get(p.id, ()))
            if not maju:
                hasil[p.id] = None
                continue
            setelah = kgb.berikut(golongan, maju[1] * 12, potongan.get(p.id, ()))
            ditunda = tunda.get((p.id, p.golongan_id.id, maju[1]))
            hari = (pada or {}).get(p.id) or kgb.dibayar_mulai(maju[0], ditunda)
            hasil[p.id] = self._satu(p, isi, kini, mkg, maju, setelah, hari)
        return hasil

    @api.model
    def _periksa_petugas(self):
        """Refuse others than officers of the service (BKPSDM).

        :raises AccessError: for everybody else
        """
        user = self.env.user
        if self.env.su or (
            user.has_group("asn_base.group_admin_aplikasi")
            # sudo: the code of a service is no secret
            and "kgb" in user.sudo().layanan_ids.mapped("code")
        ):
            return
        raise AccessError(
            self.env._("Only an officer of the service KGB at BKPSDM does this.")
        )

    @api.model
    def _is_kontrak_lanjut(self):
        """Tell whether a further contract of a PPPK goes on with the MKG (KGB-K-04).

        It is the parameter ``lanjut`` of the rule of the service; yes by default.
        """
        # sudo: rules of a service are the same for everybody
        aturan = (
            self.env["asn.layanan.aturan"]
            .sudo()
            .search(
                [
                    ("kode", "=", "KGB-K-04"),
                    ("versi_id.layanan_id.code", "=", "kgb"),
                    ("versi_id.state", "=", "live"),
                ],
                limit=1,
            )
        )
        return bool(aturan._parameter().get("lanjut", True))

    @api.model
    def _gaji_kontrak(self, pegawai, gaji, lanjut):
        """Leave out pay of an earlier contract where each starts anew (KGB-K-04)."""
        if lanjut or not gaji or not self._is_kontrak_baru(pegawai):
            return gaji
        return gaji if gaji.tmt >= pegawai.tmt_kontrak_mulai else None

    @api.model
    def _is_kontrak_baru(self, pegawai):
        """Tell whether the contract that runs is later than the grade."""
        return bool(
            (pegawai.status_pegawai or "").startswith("pppk")
            and pegawai.tmt_kontrak_mulai
            and pegawai.tmt_golongan
            and pegawai.tmt_kontrak_mulai > pegawai.tmt_golongan
        )

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
    def _satu(self, pegawai, tabel, gaji, mkg, maju, setelah, tmt):
        """Return the increment of one person.

        :param tabel: ``{valid from: {MKG years: rupiah}}`` of the grade
        :param gaji: the newest valid pay row, or None
        :param mkg: MKG in months of the present pay
        :param maju: ``(day by MKG, step)`` of the next increment
        :param setelah: the same of the one after it, or None
        :param tmt: day from which it is paid
        """
        kini = gaji if gaji and gaji.golongan_id == pegawai.golongan_id else None
        return Kgb(
            tmt=tmt,
            langkah=maju[1],
            golongan=pegawai.golongan_id,
            lama=kgb.gaji_kini(
                tabel, kini and kini.gaji_pokok, kini and kini.tmt, mkg // 12, tmt
            ),
            baru=kgb.gaji_tabel(tabel, maju[1], tmt),
            persen=80 if pegawai.status_pegawai == "cpns" else 100,
            berikutnya=setelah[0] if setelah else None,
            pertama=not gaji,
            semula=maju[0],
        )

    @api.model
    def _dasar(self, pegawai, tabel, gaji, lanjut=True):
        """Return the grade as its decree gives it, and the MKG of the last pay.

        Pay of an earlier grade says nothing about the steps of this one. Where a
        further contract starts anew (KGB-K-04), it stands for the decree.

        :param tabel: ``{valid from: {MKG years: rupiah}}`` of the grade
        :param gaji: the newest valid pay row, or None
        """
        langkah = tuple(sorted(set().union(*tabel.values())))
        if not lanjut and self._is_kontrak_baru(pegawai):
            golongan = kgb.Golongan(pegawai.tmt_kontrak_mulai, 0, langkah)
        else:
            golongan = kgb.Golongan(
                pegawai.tmt_golongan,
                pegawai.mkg_sk_tahun * 12 + pegawai.mkg_sk_bulan,
                langkah,
            )
        if gaji and gaji.golongan_id == pegawai.golongan_id:
            return golongan, gaji.mkg_tahun * 12 + gaji.mkg_bulan
        return golongan, golongan.mkg_bulan
