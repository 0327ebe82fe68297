from odoo import api, models

from ..domain import isian as mesin_isian
from ..galat import ErrorTTD
from .asn_surat import ke_json, token

#: Facts about the signer that are kept with the letter.
_TTD = ("ttd_nama", "ttd_nip", "ttd_jabatan", "ttd_pangkat")


class AsnSuratDraf(models.Model):
    """Drafting letters, one or many of one act."""

    _inherit = "asn.surat"

    @api.model
    def _siapkan(
        self,
        jenis,
        sumber,
        employee,
        penandatangan,
        nilai,
        kapasitas="definitif",
        perihal=None,
        atas_nama=None,
    ):
        """Draft a letter, or refresh the draft that the source already has.

        The arguments are those of one row of ``_siapkan_banyak``.

        :return: ``asn.surat`` in state draft
        """
        return self._siapkan_banyak(
            [
                {
                    "jenis": jenis,
                    "sumber": sumber,
                    "employee": employee,
                    "penandatangan": penandatangan,
                    "nilai": nilai,
                    "kapasitas": kapasitas,
                    "perihal": perihal,
                    "atas_nama": atas_nama,
                }
            ]
        )

    @api.model
    def _siapkan_banyak(self, baris):
        """Draft letters, or refresh the drafts that their sources already have.

        Each row holds, by name:

        :param jenis: ``asn.jenis.surat``
        :param sumber: the record for which the letter is made
        :param employee: its holder, may be empty
        :param penandatangan: ``hr.employee`` who signs
        :param dict nilai: values of the letter's own merge fields
        :param str kapasitas: key of ``KAPASITAS``
        :param str perihal: subject, else that of the kind
        :param str atas_nama: post on whose behalf (a.n.) it is signed
        :return: ``asn.surat`` in state draft, in the order of the rows
        :raises ErrorTTD: when a value is missing or does not fit its format
        """
        # sudo: the engine vouches for source, holder and signer; see sudo.csv.
        Surat = self.sudo()
        vals_list = [Surat._vals_draf(**satu) for satu in baris]
        draf = Surat._draf_ada(vals_list)
        baru = [vals for vals in vals_list if _asal(vals) not in draf]
        buat = Surat._buat_mesin([dict(vals, token=token()) for vals in baru])
        for vals in vals_list:
            if ada := draf.get(_asal(vals)):
                ada._tulis_mesin(vals)
        draf |= {_asal(surat): surat for surat in buat}
        return Surat.union(*(draf[_asal(vals)] for vals in vals_list))

    @api.model
    def _vals_draf(
        self,
        jenis,
        sumber,
        employee,
        penandatangan,
        nilai,
        kapasitas="definitif",
        perihal=None,
        atas_nama=None,
    ):
        """Return the values of one draft; arguments as in ``_siapkan_banyak``."""
        jenis, penandatangan, employee = (
            satu.with_env(self.env) for satu in (jenis, penandatangan, employee)
        )
        semua = self._nilai_lengkap(employee, penandatangan, nilai)
        semua["perihal"] = self._coba_isi(jenis, semua, perihal)
        return {
            "jenis_id": jenis.id,
            "res_model": sumber._name,
            "res_id": sumber.id,
            "template": jenis.template,
            "employee_id": employee.id,
            "penandatangan_id": penandatangan.id,
            "kapasitas": kapasitas,
            "atas_nama": atas_nama,
            "unit_id": penandatangan.unit_id._perangkat_daerah().id,
            "perihal": semua["perihal"],
            "berlaku_sampai": semua.get("berlaku_sampai") or False,
            "nilai": {nama: ke_json(isi) for nama, isi in semua.items()},
            "state": "draft",
            **{nama: semua[nama] for nama in _TTD},
        }

    @api.model
    def _draf_ada(self, vals_list):
        """Return the drafts that letters with these values would refresh."""
        draf = self.search(
            [
                ("state", "=", "draft"),
                ("res_model", "in", [v["res_model"] for v in vals_list]),
                ("res_id", "in", [v["res_id"] for v in vals_list]),
            ]
        )
        # The newest comes first and is the one that is taken.
        return {_asal(surat): surat for surat in reversed(draf)}

    @api.model
    def _coba_isi(self, jenis, nilai, perihal):
        """Return the subject after trying whether the values fill the template.

        :raises ErrorTTD: when a value is missing or does not fit its format
        """
        try:
            perihal = perihal or mesin_isian.teks(jenis.perihal or jenis.name, nilai)
            mesin_isian.isi(jenis.template or "", nilai | {"perihal": perihal})
        except mesin_isian.IsianSalah as salah:
            raise ErrorTTD(jenis._pesan_isian(salah), salah.kode)
        return perihal


def _asal(surat):
    """Return what tells drafts apart: kind and source, of a letter or its values."""
    jenis = surat["jenis_id"]
    return (
        jenis if isinstance(jenis, int) else jenis.id,
        surat["res_model"],
        surat["res_id"],
    )
