from collections import namedtuple

from odoo import api, models
from odoo.addons.asn_base.domain import masa_kerja
from odoo.addons.asn_base.domain.pensiun import tmt_pensiun
from odoo.tools import SQL

from ..domain import kgb, pensiun

#: What a pension rests on: TMT at the retirement age and that age, months of
#: service up to the day asked about; on its eve basic pay and grade, and (years,
#: months) in that grade on the day.
Pensiun = namedtuple("Pensiun", "tmt_bup bup masa_bulan gaji golongan mkg")


class AsnPensiun(models.AbstractModel):
    """What the pensions of many people rest on, worked out at once."""

    _name = "asn.pensiun"
    _description = "Pension (Pensiun)"

    @api.model
    def _hitung(self, orang, pada=None, bulatkan=True):
        """Return the facts of each employee.

        :param orang: employees
        :param pada: ``{employee id: day}`` up to which service is counted; without it
            the TMT at the retirement age
        :param bulatkan: a started month of service counts as full (PEN-09)
        :return: ``{employee id: Pensiun}``
        """
        # sudo: a pension follows from rules, whoever asks; callers show only the own
        # request, that of their task or people of their scope
        orang = orang.sudo()
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        potongan, tambahan = orang._asn_potongan_masa_kerja(hari_ini)
        hari = {p.id: (pada or {}).get(p.id) or p.tmt_pensiun for p in orang}
        gaji = self._gaji_terakhir(orang, hari)
        baris = self._baris_sebelum("asn.riwayat.golongan", orang, hari)
        hasil = {}
        for pegawai in orang:
            sampai = hari[pegawai.id]
            masa = 0
            if pegawai.tmt_cpns and sampai and sampai > pegawai.tmt_cpns:
                masa = pensiun.masa_kerja_bulan(
                    pegawai.tmt_cpns,
                    sampai,
                    potongan.get(pegawai.id, ()),
                    tambahan.get(pegawai.id, 0),
                    bulatkan,
                )
            hasil[pegawai.id] = Pensiun(
                pegawai.tmt_pensiun,
                pegawai.bup_tahun,
                masa,
                gaji.get(pegawai.id, pegawai.gaji_pokok),
                *self._golongan_pada(
                    pegawai, baris.get(pegawai.id), sampai, potongan.get(pegawai.id, ())
                ),
            )
        return hasil

    @api.model
    def _golongan_pada(self, pegawai, baris, sampai, potongan):
        """Return (grade, (years, months) in it on a day), not those of today.

        :param baris: the newest valid row of the grades before the day, or None
        """
        golongan, tmt = pegawai.golongan_id, pegawai.tmt_golongan
        lama = pegawai.mkg_sk_tahun, pegawai.mkg_sk_bulan
        if baris:
            golongan, tmt = baris.golongan_id, baris.tmt
            lama = baris.mkg_tahun, baris.mkg_bulan
        if tmt and sampai and tmt <= sampai:
            lama = masa_kerja.mkg(tmt, *lama, sampai, potongan=potongan)
        return golongan, lama

    @api.model
    def _gaji_terakhir(self, orang, hari):
        """Return ``{employee id: rupiah}`` on the eve of the pension (PEN-08).

        Increments and promotions that are decided for a day before it count, and so
        does a pay table that came after the last decree.

        :param hari: ``{employee id: TMT of the pension or None}``
        """
        gaji = self._baris_sebelum("asn.riwayat.gaji", orang, hari)
        golongan = self.env["asn.riwayat.gaji"].union(*gaji.values()).golongan_id
        tabel = self.env["asn.kgb"]._tabel(golongan)
        return {
            nomor: kgb.gaji_kini(
                tabel.get(baris.golongan_id.id, {}),
                baris.gaji_pokok,
                baris.tmt,
                baris.mkg_tahun,
                pensiun.akhir_dinas(hari[nomor]),
            )
            for nomor, baris in gaji.items()
        }

    @api.model
    def _baris_sebelum(self, model, orang, hari):
        """Return ``{employee id: newest valid row of a history before a day}``."""
        Riwayat = self.env[model].sudo()  # sudo: see _hitung
        Riwayat.flush_model()
        baris = self.env.execute_query(
            SQL(
                "SELECT DISTINCT ON (r.employee_id) r.id FROM %s r"
                " JOIN unnest(%s::int[], %s::date[]) o (id, batas)"
                " ON o.id = r.employee_id AND r.tmt < o.batas"
                " WHERE r.status = 'sah'"
                " ORDER BY r.employee_id, r.tmt DESC, r.tanggal_sk DESC NULLS LAST,"
                " r.id DESC",
                SQL.identifier(Riwayat._table),
                orang.ids,
                [hari.get(nomor) or None for nomor in orang.ids],
            )
        )
        return {
            r.employee_id.id: r for r in Riwayat.browse(nomor for (nomor,) in baris)
        }

    @api.model
    def _tmt_bila(self, pegawai, jabatan):
        """Return the TMT of the pension in another post; None if not known (PEN-04).

        :param jabatan: the post
        """
        # sudo: the age of who is moved decides, whoever prepares the decree
        lahir = pegawai.sudo().tanggal_lahir
        bup = jabatan._bup().tahun if jabatan else 0
        return tmt_pensiun(lahir, bup) if lahir and bup else None

    @api.model
    def _keluarga(self, orang):
        """Return ``{employee id: [domain.pensiun.Anggota]}`` of the valid families."""
        # sudo: heirs decide about a pension; only the own request shows them
        baris = (
            self.env["asn.riwayat.keluarga"]
            .sudo()
            .search(
                [("employee_id", "in", orang.ids), ("status", "=", "sah")],
                order="employee_id, hubungan desc, urutan, tanggal_lahir, id",
            )
        )
        hasil = {nomor: [] for nomor in orang.ids}
        for satu in baris:
            hasil[satu.employee_id.id].append(
                pensiun.Anggota(
                    nama=satu.nama,
                    hubungan=satu.hubungan,
                    tanggal_lahir=satu.tanggal_lahir or None,
                    is_kini=satu.is_kini,
                    is_hidup=not satu.tanggal_meninggal,
                    is_kawin=satu.is_kawin,
                    is_kerja=satu.is_kerja,
                    is_sekolah=bool(satu.sekolah),
                    # A stepchild is neither the own child nor adopted (PEN-07).
                    is_anak_sah=satu.status_anak != "tiri",
                    tanggal_nikah=satu.tanggal_nikah or None,
                    orang_tua_lain=satu.pasangan_id.nama or "",
                )
            )
        return hasil
