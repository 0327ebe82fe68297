from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

#: Months before the end of a study from which the next step may be filed: an
#: extension is asked six months before (TB-09).
_BULAN_BUKA = 7


class AsnHakLayanan(models.Model):
    """What follows a study with permission (services dossier 7).

    Who was released from the post asks for the return to duty (or an extension);
    who studied in post records the education and title.
    """

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        kueri = SQL(
            """(
            SELECT DISTINCT ON (r.employee_id, layanan, langkah)
                   r.employee_id,
                   CASE WHEN r.is_dibebaskan THEN 'tugas_belajar'
                        ELSE 'basis_pendidikan' END AS layanan,
                   'studi' AS kode,
                   extract(year FROM r.tanggal_selesai)::int AS langkah,
                   r.tanggal_selesai + 1,
                   (r.tanggal_selesai + 1 - make_interval(months => %(buka)s))::date,
                   NULL::int, NULL::int, 0
              FROM asn_riwayat_tugas_belajar r
              JOIN orang o ON o.id = r.employee_id
             WHERE r.status = 'sah' AND r.tanggal_kembali IS NULL%(milik)s
               AND r.tanggal_selesai <= %(sampai)s
               AND (r.is_dibebaskan OR NOT EXISTS (
                    SELECT 1 FROM asn_riwayat_pendidikan p
                     WHERE p.employee_id = r.employee_id AND p.status = 'sah'
                       AND p.pendidikan_id = r.pendidikan_id
                       AND p.tahun_lulus >= extract(year FROM r.tanggal_mulai)))
             ORDER BY r.employee_id, layanan, langkah, r.id
            )""",
            buka=_BULAN_BUKA,
            sampai=sampai,
            milik=self._sql_milik(("r", "employee_id"), ids),
        )
        return [*super()._sumber(hari_ini, sampai, ids, cltn), kueri]

    def _uraikan(self):
        if self.kode != "studi":
            return super()._uraikan()
        # sudo: the code of a service is no secret
        lepas = self.layanan_id.sudo().code == "tugas_belajar"
        return (
            self.env._("Return to duty after the study, or its extension")
            if lepas
            else self.env._("Education and title after the study"),
            self.env._(
                "The permitted study ends before %s (TB-09)",
                format_panjang(self.tanggal),
            ),
        )
