import json

from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain import pangkat
from .asn_hak_layanan_kp_sql import SQL_KP
from .asn_layanan_kp import BUKA_BULAN

#: On which rules the forecast of each kind rests.
_ATURAN = {
    "reguler": "KP-R-01, KP-R-02, KP-R-03",
    "struktural": "KP-S-01, KP-S-02, KP-S-03, KP-S-04",
    "fungsional": "KP-F-01, KP-F-02, KP-F-04",
}
#: Where a transaction keeps the codes of the grades.
_KODE = "asn_kode_golongan"


class AsnHakLayanan(models.Model):
    """Promotions of five years, worked out in the database (KP-01 to KP-03, KP-06).

    The kind follows from the post. A row says when time in rank and in the post
    suffice and no ceiling is reached; discipline, exams and how well one performed are
    judged when it is filed (years of performance: KP-04). Of functional posts only who has the credit has a row (KP-F-02):
    points to come are not guessed.
    """

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        layanan = self.env.ref(
            "asn_layanan_standar.layanan_kenaikan_pangkat", raise_if_not_found=False
        )
        semua = super()._sumber(hari_ini, sampai, ids, cltn)
        if not layanan:
            return semua
        # sudo: rules of a service are no secret, the forecast is worked out by rule
        aturan = {a.kode: a for a in layanan.sudo().versi_live_id.aturan_ids}
        kosong = self.env["asn.layanan.aturan"]
        batas = aturan.get("KP-R-03", kosong)._parameter()
        setara = batas.get("profesi_setara_s2", ["dokter", "apoteker"])
        kredit = aturan.get("KP-F-02", kosong)._parameter()
        naik = self._kp_cltn(cltn)
        return [
            *semua,
            SQL(
                SQL_KP,
                milik=self._sql_milik(("r", "employee_id"), ids),
                milik_kredit=self._sql_milik(("a", "employee_id"), ids),
                layanan=layanan.id,
                terbuka=layanan._kp_tmt_pada(hari_ini),
                persen=kredit.get("persen_ijazah", 0),
                setara=[f"%{kata}%" for kata in setara],
                bulan_reguler=pangkat.BULAN_PANGKAT["reguler"],
                bulan_fungsional=pangkat.BULAN_PANGKAT["fungsional"],
                kinerja=json.dumps(pangkat.TAHUN_KINERJA),
                buka=BUKA_BULAN,
                cltn_id=list(naik),
                cltn_tmt=[tmt for tmt, _mkg in naik.values()],
                cltn_mkg=[mkg for _tmt, mkg in naik.values()],
                sampai=sampai,
            ),
        ]

    @api.model
    def _kp_cltn(self, cltn):
        """Return ``{employee id: (TMT, MKG in months)}`` of who had CLTN (KP-06).

        Few people; their months are no time in rank and move the day.
        """
        orang = self.env["hr.employee"].browse(cltn)
        return self.env["asn.kp"]._jadwal(orang) if orang else {}

    def _uraikan(self):
        if self.kode not in _ATURAN:
            return super()._uraikan()
        medan = self.env["asn.permohonan"]._fields["kp_jenis"]
        jenis = dict(medan._description_selection(self.env))
        return (
            self.env._(
                "Promotion to %(grade)s: %(kind)s",
                grade=self._teks_langkah(),
                kind=jenis[self.kode],
            ),
            self.env._(
                "Time in rank and post suffices on %(day)s and no ceiling is reached"
                " (KP-02, KP-03, %(rules)s)",
                day=format_panjang(self.tanggal),
                rules=_ATURAN[self.kode],
            ),
        )

    def _teks_langkah(self):
        """Return the grade that a promotion leads to."""
        if self.kode not in _ATURAN:
            return super()._teks_langkah()
        return self._kode_golongan().get(self.langkah)

    @api.model
    def _kode_golongan(self):
        """Return ``{order: code}`` of the grades of PNS, asked once a transaction."""
        simpanan = self.env.cr.cache
        if _KODE not in simpanan:
            # sudo: the table of grades is no secret
            golongan = self.env["asn.golongan"].sudo().search([("jenis", "=", "pns")])
            simpanan[_KODE] = {satu.urutan: satu.kode for satu in golongan}
        return simpanan[_KODE]
