from odoo import models
from odoo.tools import SQL

#: Kinds of riwayat whose projection may end rights.
_PENENTU = frozenset({"pemberhentian", "jabatan", "kontrak", "cpns_pns"})


class HrEmployeePenutupan(models.Model):
    """Rights end at the moment the fact is recorded, not only at night."""

    _inherit = "hr.employee"

    def _project_riwayat(self, jenis=None):
        """Also end rights of who left or moved."""
        if jenis and not _PENENTU & set(jenis):
            return super()._project_riwayat(jenis)
        lama = self._asn_unit_pemegang()
        berubah = super()._project_riwayat(jenis)
        self.env["hr.employee"]._asn_setelah_mutasi(lama)
        self.env["asn.akun.aturan"]._jalankan(self.ids)
        return berubah

    def write(self, vals):
        res = super().write(vals)
        if {"status_hidup", "kedudukan_hukum"} & vals.keys():
            self.env["asn.akun.aturan"]._jalankan(self.ids)
        return res

    def _asn_unit_pemegang(self):
        """Return ``{employee id: unit id}`` of those with more than the own rows."""
        self.env.flush_all()
        return dict(
            self.env.execute_query(
                SQL(
                    """
                    SELECT e.id, e.unit_id FROM hr_employee e
                     WHERE e.id IN %s AND e.unit_id IS NOT NULL AND EXISTS (
                           SELECT FROM res_users_role_line b
                            WHERE b.user_id = e.user_id AND b.role_id <> %s
                              AND (b.date_to IS NULL OR b.date_to >= %s))
                    """,
                    tuple(self.ids) or (0,),
                    self.env.ref("asn_base.role_pegawai").id,
                    self._asn_hari_ini(),
                )
            )
        )

    def _asn_setelah_mutasi(self, lama):
        """End what went with the former unit of those who moved.

        Leaving the perangkat daerah ends every guarded role; a move within it
        takes from a fasilitator the units that were the own ones and are not any
        more. A head of unit keeps that role while heading some unit.

        :param dict lama: result of ``_asn_unit_pemegang`` before
        """
        # sudo: a rule of the office; where people work decides.
        orang = self.sudo().browse(lama)
        pindah = orang.filtered(lambda o: o.unit_id.id != lama[o.id])
        aturan = orang.env["asn.akun.aturan"].search(
            [("peristiwa", "=", "mutasi")], limit=1
        )
        if aturan:
            for satu in pindah:
                dulu = orang.env["hr.department"].browse(lama[satu.id])
                satu._asn_akhiri_mutasi(aturan, dulu)

    def _asn_akhiri_mutasi(self, aturan, dulu):
        """End the rights of one person who moved from a unit."""
        self.ensure_one()
        user = self.user_id
        hari = self._asn_hari_ini()
        kini = self.unit_id
        alasan = f"{aturan.name}: {dulu.name} ke {kini.name}"
        baris = user.role_line_ids
        pimpinan = self.env.ref("asn_base.role_pimpinan")
        akhir = baris.filtered(lambda b: b.role_id == pimpinan)
        if user.asn_unit_dipimpin_ids:
            akhir = baris.browse()
        if dulu._perangkat_daerah() != kini._perangkat_daerah():
            akhir |= baris.filtered(lambda b: b.role_id._asn_pernyataan())
        lepas = user.asn_unit_ids.filtered(
            lambda u: self._asn_di_bawah(u, dulu) and not self._asn_di_bawah(u, kini)
        )
        if lepas:
            user._asn_catat_penutupan(
                "unit", lepas.mapped("name"), aturan, hari, alasan
            )
            user.asn_unit_ids -= lepas
            if not user.asn_unit_ids:
                akhir |= baris.filtered(
                    lambda b: b.role_id == self.env.ref("asn_base.role_fasilitator")
                )
        if akhir:
            user._asn_akhiri_hak(aturan, hari, alasan, baris=akhir)

    def _asn_di_bawah(self, atas, unit):
        """Tell whether a unit is another one or below it."""
        return str(atas.id) in (unit.parent_path or "").split("/")
