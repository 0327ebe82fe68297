from dataclasses import dataclass
from datetime import date

from odoo import api, models
from odoo.addons.asn_base.domain.masa_kerja import masa_kerja

from ..domain import kgb, pangkat, pangkat_pilihan

_MANAJERIAL = frozenset({"jpt", "administrator", "pengawas"})
_FUNGSIONAL = frozenset({"fungsional_keterampilan", "fungsional_keahlian"})
#: Months between the pension and pengabdian at BUP (KP-P-04, to be confirmed).
_BULAN_PENGABDIAN = 1


@dataclass
class Kp:
    """A promotion of one person, as the histories have it on a TMT.

    ``lama`` and ``baru`` are grades; MKG are (years, months) pairs; pay is rupiah, 0
    where no table says. ``tmt_kelompok`` is since when the grades are of the present
    group (I to IV). ``kredit`` and ``perlu`` are points of a functional post.
    ``studi`` is the permitted study of the recorded education, see ``_studi``.
    """

    jenis: str
    tmt: date
    lama: object
    baru: object
    pangkat: pangkat.Pangkat
    bulan_pangkat: int
    bulan_jabatan: int
    mkg_lama: tuple
    mkg_baru: tuple
    gaji_lama: int = 0
    gaji_baru: int = 0
    kredit: float = 0.0
    perlu: float = 0.0
    pak: tuple = ()
    ujian: int = 0
    tmt_kelompok: date = None
    bulan_kerja: int = 0
    pertama: bool = False
    jf: bool = False
    jf_pertama: bool = False
    pmk: bool = False
    pindah: bool = False
    studi: tuple = ()


class AsnKp(models.AbstractModel):
    """The next promotion of many people, worked out at once."""

    _inherit = "asn.kp"

    @api.model
    def _hitung(self, orang, minta=None, tanpa_dokumen=None):
        """Return the promotion of each employee.

        :param orang: employees
        :param minta: ``{employee id: (kind, TMT)}``; what is empty is chosen: the
            kind by the post, the TMT as the next month that is open and reached
        :param tanpa_dokumen: an archived letter whose rows are left out, for the
            correction of that letter
        :return: ``{employee id: Kp or None}``; None without a grade of PNS
        """
        # sudo: a promotion is worked out by rule, whoever asks; callers show only
        # the own request or that of their task
        orang = orang.sudo()
        tanpa = tanpa_dokumen.ids if tanpa_dokumen else []
        golongan = self._baris_golongan(orang, tanpa)
        bahan = self._bahan_waktu(orang) | {
            "pak": self._baris_pak(orang),
            "pindah": self._sudah_pindah(orang),
            "studi": self._studi(orang),
            "kredit": self._kredit_jenjang(),
            "grade": self._grade(),
            "gaji": self.env["asn.kgb"]._gaji_terakhir(orang, tanpa_dokumen),
        }
        hasil = {
            p.id: self._satu(p, golongan.get(p.id), (minta or {}).get(p.id), bahan)
            for p in orang
        }
        self._isi_gaji(hasil, bahan)
        return hasil

    @api.model
    def _jadwal(self, orang):
        """Return when each is promoted next: what `_hitung` says, and nothing else.

        :return: ``{employee id: (TMT, MKG by then in months)}`` of who has a grade of PNS
        """
        orang = orang.sudo()  # sudo: see _hitung
        golongan, bahan = self._baris_golongan(orang, []), self._bahan_waktu(orang)
        hasil = {}
        for p in orang:
            kini = pangkat.pangkat_kini([b[:5] for b in golongan.get(p.id, ())])
            if kini:
                potongan = bahan["potongan"].get(p.id, ())
                tmt = self._tmt(p, self._jenis_bawaan(p), kini, potongan, bahan)
                mkg, _nanti = pangkat.mkg_baru(kini, kini.kode, tmt, potongan)
                hasil[p.id] = tmt, mkg[0] * 12 + mkg[1]
        return hasil

    @api.model
    def _bahan_waktu(self, orang):
        """Return what decides from when somebody may be promoted."""
        potongan, tambahan = orang._asn_potongan_masa_kerja(
            self.env["hr.employee"]._asn_hari_ini()
        )
        return {
            "potongan": potongan,
            "tambahan": tambahan,
            "jabatan": self._baris_jabatan(orang),
            "terbuka": self._tmt_terbuka(),
        }

    @api.model
    def _grade(self):
        """Return ``{order: grade of PNS}``."""
        semua = self.env["asn.golongan"].search([("jenis", "=", "pns")])
        return {g.urutan: g for g in semua}

    @api.model
    def _jenis_bawaan(self, pegawai):
        """Return the kind that goes with the post somebody holds."""
        sub = pegawai.jabatan_id.jenis_jabatan_id.sub_kelompok
        if sub in _MANAJERIAL:
            return "struktural"
        return "fungsional" if sub in _FUNGSIONAL else "reguler"

    @api.model
    def _tmt_terbuka(self):
        """Return the TMT that is proposed today (KP-08)."""
        layanan = self.env.ref("asn_layanan_standar.layanan_kenaikan_pangkat")
        return layanan._kp_tmt_pada(self.env["hr.employee"]._asn_hari_ini())

    @api.model
    def _satu(self, pegawai, baris, minta, bahan):
        kini = pangkat.pangkat_kini([b[:5] for b in baris or ()])
        if not kini:
            return None
        jenis, tmt = minta or (None, None)
        jenis = jenis or self._jenis_bawaan(pegawai)
        potongan = bahan["potongan"].get(pegawai.id, ())
        tmt = tmt or self._tmt(pegawai, jenis, kini, potongan, bahan)
        target = bahan["grade"].get(self._target(pegawai, jenis, kini))
        baru = target or self.env["asn.golongan"]
        mkg_lama, mkg_baru = pangkat.mkg_baru(
            kini, baru.kode or kini.kode, tmt, potongan
        )
        return Kp(
            jenis=jenis,
            tmt=tmt,
            lama=bahan["grade"][kini.urutan],
            baru=baru,
            pangkat=kini,
            bulan_pangkat=pangkat.bulan_dalam_pangkat(kini.tmt, tmt, potongan),
            mkg_lama=mkg_lama,
            mkg_baru=mkg_baru,
            **self._masa(pegawai, kini, tmt, potongan, bahan),
            **self._tanda(pegawai, jenis, kini, baris, bahan),
            **self._kredit(pegawai, baris, kini, bahan),
        )

    @api.model
    def _masa(self, pegawai, kini, tmt, potongan, bahan):
        """Return months in the level of the post, and of the whole service."""
        tahun, bulan = masa_kerja(
            pegawai.tmt_cpns or kini.tmt,
            tmt,
            potongan=potongan,
            tambahan_bulan=bahan["tambahan"].get(pegawai.id, 0),
        )
        return {
            "bulan_kerja": tahun * 12 + bulan,
            "bulan_jabatan": pangkat_pilihan.bulan_dalam_tingkat(
                bahan["jabatan"].get(pegawai.id, ()),
                pegawai.jabatan_id.jenis_jabatan_id.sub_kelompok,
                tmt,
            ),
        }

    @api.model
    def _tanda(self, pegawai, jenis, kini, baris, bahan):
        """Return what decides which documents are asked for."""
        jenis_lalu = {b[5] for b in baris}
        diuji = jenis in ("reguler", "struktural")
        return {
            "ujian": pangkat.tingkat_ujian(kini.urutan) if diuji else 0,
            "tmt_kelompok": pangkat.tmt_kelompok([b[:3] for b in baris]),
            "pertama": jenis_lalu <= {"cpns"},
            "jf": bool(pegawai.jenjang),
            "jf_pertama": jenis == "fungsional" and "fungsional" not in jenis_lalu,
            "pmk": bool(bahan["tambahan"].get(pegawai.id)),
            "pindah": pegawai.id in bahan["pindah"],
            "studi": pangkat_pilihan.studi_ijazah(
                bahan["studi"].get(pegawai.id, ()),
                pegawai.pendidikan_id.id,
                pegawai.tahun_lulus,
            ),
        }

    @api.model
    def _tmt(self, pegawai, jenis, kini, potongan, bahan):
        """Return the TMT that goes with a kind (KP-01, KP-P-04)."""
        if jenis == "pengabdian" and pegawai.tmt_pensiun:
            return pangkat_pilihan.tmt_pengabdian(
                pegawai.tmt_pensiun, _BULAN_PENGABDIAN
            )
        if jenis not in pangkat.BERPERIODE:
            return self.env["hr.employee"]._asn_hari_ini()
        bulan = self._bulan_pangkat(pegawai, jenis, kini)
        tmt = pangkat.tmt_paling_awal(kini.tmt, bulan, potongan)
        if bulan < pangkat.BULAN_PANGKAT[jenis]:
            tmt = self._tmt_tingkat(pegawai, kini, tmt, potongan, bahan)
        return max(bahan["terbuka"], tmt)

    @api.model
    def _tmt_tingkat(self, pegawai, kini, tmt, potongan, bahan):
        """Return from when rank and post suffice below the lowest rank of the post.

        A year in both (KP-S-02), or four years in rank alone (KP-S-04).
        """
        empat = pangkat.tmt_paling_awal(
            kini.tmt, pangkat.BULAN_PANGKAT["struktural"], potongan
        )
        setahun = pangkat_pilihan.tmt_tingkat(
            bahan["jabatan"].get(pegawai.id, ()),
            pegawai.jabatan_id.jenis_jabatan_id.sub_kelompok,
            pangkat_pilihan.BULAN_TINGKAT,
        )
        return min(empat, max(tmt, setahun or empat))

    @api.model
    def _bulan_pangkat(self, pegawai, jenis, kini):
        """Return the months in rank after which a kind is possible at the earliest."""
        terendah = pegawai.jabatan_id.jenis_jabatan_id.pangkat_terendah_id
        if jenis == "struktural" and terendah:
            return pangkat_pilihan.bulan_struktural(
                kini.urutan, terendah.urutan, bulan_pangkat=0
            )[0]
        return pangkat.BULAN_PANGKAT[jenis]

    @api.model
    def _target(self, pegawai, jenis, kini):
        """Return the order of the next grade: one step, or that of the education."""
        if jenis == "penyesuaian_ijazah":
            pendidikan = pegawai.pendidikan_id
            return pangkat_pilihan.target_ijazah(
                kini.urutan,
                pendidikan.penyesuaian_dari_id.urutan,
                pendidikan.penyesuaian_menjadi_id.urutan,
            )
        return kini.urutan + 1

    @api.model
    def _kredit(self, pegawai, baris, kini, bahan):
        """Return points, points asked and periods for who holds a functional post."""
        jenjang = pegawai.jenjang
        if not jenjang:
            return {}
        perlu = bahan["kredit"].get(jenjang, {})
        pak = [b for b in bahan["pak"].get(pegawai.id, ()) if b[3] in (jenjang, None)]
        return {
            "kredit": pangkat_pilihan.kredit_tersedia(
                [(b[1], b[2]) for b in pak], self._pangkat_berbeda(baris), perlu
            ),
            "perlu": perlu.get(kini.urutan, 0.0),
            "pak": tuple((b[0], b[1]) for b in pak if b[1] >= kini.tmt),
        }

    @api.model
    def _pangkat_berbeda(self, baris):
        """Return (TMT, order) of each grade, without the rows that repeat it."""
        hasil = []
        for tmt, urutan, *_lain in baris:
            if not hasil or hasil[-1][1] != urutan:
                hasil.append((tmt, urutan))
        return hasil

    @api.model
    def _isi_gaji(self, hasil, bahan):
        """Fill in pay before and after: the greatest step not above the MKG."""
        ada = {i: kp for i, kp in hasil.items() if kp}
        golongan = self.env["asn.golongan"].union(
            *(kp.lama | kp.baru for kp in ada.values())
        )
        tabel = self.env["asn.kgb"]._tabel(golongan)
        for orang_id, kp in ada.items():
            gaji = bahan["gaji"].get(orang_id)
            lama = tabel.get(kp.lama.id, {})
            if gaji and gaji.golongan_id == kp.lama.id:
                kp.gaji_lama = kgb.gaji_kini(
                    lama, gaji.gaji_pokok, gaji.tmt, gaji.mkg_tahun, kp.tmt
                )
            else:
                kp.gaji_lama = kgb.gaji_tabel(lama, kp.mkg_lama[0], kp.tmt)
            if baru := tabel.get(kp.baru.id):
                kp.gaji_baru = kgb.gaji_tabel(baru, kp.mkg_baru[0], kp.tmt)
