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


#: A pay row: id of the grade, rupiah, TMT, MKG in years and months.
Gaji = namedtuple("Gaji", "golongan_id gaji_pokok tmt mkg_tahun mkg_bulan")


#: A grade as its decree gives it: the grade, its TMT and the MKG in months.
Pangkat = namedtuple("Pangkat", "golongan tmt mkg")


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
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        depan = self._pangkat_depan(orang, hari_ini)
        semua = orang.golongan_id.union(*(d.golongan for d in depan.values()))
        potongan, _tambahan = orang._asn_potongan_masa_kerja(hari_ini)
        bahan = {
            "tabel": self._tabel(semua),
            "potongan": potongan,
            "gaji": self._gaji_golongan(orang, tanpa_dokumen),
            "terakhir": self._gaji_terakhir(orang, tanpa_dokumen),
            "tunda": self.env["asn.kgb.penundaan"]._berlaku(orang, tanpa_dokumen),
            "lanjut": self._is_kontrak_lanjut(),
            "pada": pada or {},
        }
        hasil = {}
        for p in orang:
            satu = self._dalam_pangkat(p, self._pangkat_kini(p), bahan)
            nanti = depan.get(p.id)
            if nanti and (not satu or satu.tmt >= nanti.tmt):
                # By then the person has the grade that is already decided.
                satu = self._dalam_pangkat(p, nanti, bahan)
            hasil[p.id] = satu
        return hasil

    @api.model
    def _dalam_pangkat(self, pegawai, pangkat, bahan):
        """Return the next increment of one person in one grade, or None.

        :param pangkat: the grade, see ``Pangkat``
        :param bahan: what was read for all, see ``_hitung``
        """
        golongan = pangkat.golongan
        isi = bahan["tabel"].get(golongan.id)
        if not isi or not pangkat.tmt:
            return None
        lanjut = bahan["lanjut"]
        potongan = bahan["potongan"].get(pegawai.id, ())
        gaji = bahan["gaji"].get((pegawai.id, golongan.id))
        gaji = self._gaji_kontrak(pegawai, gaji, lanjut)
        terakhir = bahan["terakhir"].get(pegawai.id)
        dasar, mkg = self._dasar(pegawai, pangkat, isi, gaji, lanjut)
        maju = kgb.berikut(dasar, mkg, potongan)
        if not maju:
            return None
        setelah = kgb.berikut(dasar, maju[1] * 12, potongan)
        ditunda = bahan["tunda"].get((pegawai.id, golongan.id, maju[1]))
        tmt = bahan["pada"].get(pegawai.id) or kgb.dibayar_mulai(maju[0], ditunda)
        return Kgb(
            tmt=tmt,
            langkah=maju[1],
            golongan=golongan,
            lama=kgb.gaji_kini(
                isi, gaji and gaji.gaji_pokok, gaji and gaji.tmt, mkg // 12, tmt
            ),
            baru=kgb.gaji_tabel(isi, maju[1], tmt),
            persen=80 if pegawai.status_pegawai == "cpns" else 100,
            berikutnya=setelah[0] if setelah else None,
            pertama=not self._gaji_kontrak(pegawai, terakhir, lanjut),
            semula=maju[0],
        )

    @api.model
    def _pangkat_kini(self, pegawai):
        """Return the present grade of a person as its decree gives it."""
        return Pangkat(
            pegawai.golongan_id,
            pegawai.tmt_golongan,
            pegawai.mkg_sk_tahun * 12 + pegawai.mkg_sk_bulan,
        )

    @api.model
    def _pangkat_depan(self, orang, hari_ini):
        """Return ``{employee id: grade}`` of who has a decree whose TMT is to come.

        Only civil servants: contracts (PPPK) have no promotions.
        """
        orang = orang.filtered(
            lambda p: not (p.status_pegawai or "").startswith("pppk")
        )
        baris = (
            self.env["asn.riwayat.golongan"]
            .sudo()  # sudo: see _hitung
            .search_fetch(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("tmt", ">", hari_ini),
                ],
                ["employee_id", "golongan_id", "tmt", "mkg_tahun", "mkg_bulan"],
                order="tmt DESC",
            )
        )
        # The earliest comes last and stays.
        return {
            r.employee_id.id: Pangkat(
                r.golongan_id, r.tmt, r.mkg_tahun * 12 + r.mkg_bulan
            )
            for r in baris
        }

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
        aturan = self._aturan("KGB-K-04").get("KGB-K-04", {})
        return bool(aturan.get("lanjut", True))

    @api.model
    def _aturan(self, *kode):
        """Return ``{rule id: parameters}`` of rules that the live service has."""
        # sudo: rules of a service are the same for everybody
        aturan = self.env["asn.layanan.aturan"].sudo()
        aturan = aturan.search(
            [
                ("kode", "in", kode),
                ("versi_id.layanan_id.code", "=", "kgb"),
                ("versi_id.state", "=", "live"),
            ]
        )
        return {a.kode: a._parameter() for a in aturan}

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
        """Return ``{employee id: newest valid pay row}``; see ``Gaji``."""
        baris = self._baris_gaji(orang, tanpa_dokumen, SQL("employee_id"))
        return {id_: Gaji(*isi) for id_, *isi in baris}

    @api.model
    def _gaji_golongan(self, orang, tanpa_dokumen):
        """Return ``{(employee id, grade id): newest valid pay row in that grade}``."""
        baris = self._baris_gaji(orang, tanpa_dokumen, SQL("employee_id, golongan_id"))
        return {(id_, isi[0]): Gaji(*isi) for id_, *isi in baris}

    @api.model
    def _baris_gaji(self, orang, tanpa_dokumen, per):
        """Return the newest valid pay rows: employee id and what ``Gaji`` holds.

        :param per: columns that stand for one row each
        """
        self.env["asn.riwayat.gaji"].flush_model()
        return self.env.execute_query(
            SQL(
                "SELECT DISTINCT ON (%(per)s) employee_id, golongan_id, gaji_pokok, tmt,"
                " coalesce(mkg_tahun, 0), coalesce(mkg_bulan, 0)"
                " FROM asn_riwayat_gaji"
                " WHERE employee_id = ANY(%(orang)s) AND status = 'sah'"
                " AND (dokumen_id IS NULL OR dokumen_id <> ALL(%(tanpa)s))"
                " ORDER BY %(per)s, tmt DESC, tanggal_sk DESC NULLS LAST, id DESC",
                per=per,
                orang=list(orang.ids),
                tanpa=tanpa_dokumen.ids if tanpa_dokumen else [],
            )
        )

    @api.model
    def _dasar(self, pegawai, pangkat, tabel, gaji, lanjut=True):
        """Return the grade as its decree gives it, and the MKG of the last pay.

        Pay of another grade says nothing about the steps of this one. Where a
        further contract starts anew (KGB-K-04), it stands for the decree.

        :param pangkat: the grade, see ``Pangkat``
        :param tabel: ``{valid from: {MKG years: rupiah}}`` of the grade
        :param gaji: the newest valid pay row in that grade, or None
        """
        langkah = tuple(sorted(set().union(*tabel.values())))
        if not lanjut and self._is_kontrak_baru(pegawai):
            golongan = kgb.Golongan(pegawai.tmt_kontrak_mulai, 0, langkah)
        else:
            golongan = kgb.Golongan(pangkat.tmt, pangkat.mkg, langkah)
        if gaji:
            return golongan, gaji.mkg_tahun * 12 + gaji.mkg_bulan
        return golongan, golongan.mkg_bulan
