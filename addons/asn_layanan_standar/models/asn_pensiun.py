from collections import namedtuple

from odoo import api, models
from odoo.addons.asn_base.domain import masa_kerja
from odoo.addons.asn_base.domain.pensiun import tmt_pensiun

from ..domain import pensiun

#: What a pension rests on: TMT at the retirement age and that age, months of
#: service up to the day asked about, basic pay, grade and (years, months) in it on
#: that day.
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
        hasil = {}
        for pegawai in orang:
            sampai = (pada or {}).get(pegawai.id) or pegawai.tmt_pensiun
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
                pegawai.gaji_pokok,
                pegawai.golongan_id,
                self._mkg(pegawai, sampai, potongan.get(pegawai.id, ())),
            )
        return hasil

    def _mkg(self, pegawai, sampai, potongan):
        """Return the (years, months) in the grade on a day, not those of today."""
        lama = pegawai.mkg_sk_tahun, pegawai.mkg_sk_bulan
        tmt = pegawai.tmt_golongan
        if not (tmt and sampai and tmt <= sampai):
            return lama
        return masa_kerja.mkg(tmt, *lama, sampai, potongan=potongan)

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
