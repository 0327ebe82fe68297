from odoo import api, models

from ..domain import penentu as aturan

#: Resolvers that look for a superior and may find none.
_PENENTU_ATASAN = frozenset(["atasan_langsung", "kepala_unit", "kepala_eselon"])


class AsnLayananPenentu(models.AbstractModel):
    """Who acts when nobody of a step may: the legal alternate (PRO-10, B10).

    An official in conflict is replaced by the superior or by another official
    (UU 30/2014 Pasal 42 ayat (2)). They are looked for when a step would end at
    nobody, and not before: usual requests cost nothing more.
    """

    _inherit = "asn.layanan.penentu"

    @api.model
    def _kandidat_cadangan(self, tahap, permohonan, cache, sebab):
        """Return the alternates of a step as ``domain.penentu.Kandidat``, or None.

        :param sebab: reasons for which the usual officials were passed over; None
            asks for everybody who could be an alternate
        """
        if tahap.penentu == "peran_unit":
            tingkat = self._cadangan_unit(tahap, permohonan, cache)
        elif tahap.penentu in _PENENTU_ATASAN:
            unit = permohonan.unit_id
            tingkat = [kepala for kepala in self._kepala_ke_atas(unit) if kepala]
        elif tahap.penentu == "peran_layanan" and self._is_benturan(sebab):
            # Whoever only acted before leaves a step that lacks officials: an
            # alert, and no reason for a superior to do their work.
            tingkat = self._cadangan_layanan(tahap, permohonan, cache)
        else:
            return None
        if not tingkat:
            return None
        return self._susun_kandidat(tahap, permohonan, tingkat, cache)

    def _is_benturan(self, sebab):
        return sebab is None or bool(sebab & aturan.BENTURAN)

    def _cadangan_unit(self, tahap, permohonan, cache):
        """Return levels beyond the unit's officials: the agency, the service, heads."""
        kunci = ("cadangan", tahap.id, permohonan.layanan_id.id)
        if kunci not in cache:
            badan = self._unit_badan(cache)
            di_badan = [("asn_unit_ids", "child_of", badan.ids)]
            # sudo: who holds a role is not readable by applicants
            grup = self.env.ref("asn_base.group_admin_aplikasi").sudo()
            layanan = permohonan.layanan_id
            admin = grup.all_user_ids.filtered(lambda u: layanan in u.layanan_ids)
            petugas = self._pemegang_peran(tahap, di_badan) if badan else admin.browse()
            cache[kunci] = [petugas, admin.sorted("id")]
        semua = [*cache[kunci], *self._kepala_ke_atas(permohonan.unit_id)]
        return [calon for calon in semua if calon]

    def _unit_badan(self, cache):
        """Return the unit of the personnel agency: the one its head heads."""
        if "badan" not in cache:
            # sudo: who heads the agency is no secret
            akun = self.env.ref("asn_base.group_kepala_badan").sudo().all_user_ids
            kepala = akun.filtered("active").employee_id
            # sudo: heads of units decide here, whatever the caller reads
            Unit = self.env["hr.department"].sudo()
            dikepalai = Unit.search(
                [("manager_id", "in", kepala.ids)], order="id", limit=1
            )
            cache["badan"] = dikepalai or kepala.unit_id[:1]
        return cache["badan"]

    def _cadangan_layanan(self, tahap, permohonan, cache):
        """Return the superiors of a service's officials, the nearest first."""
        petugas = self._tingkat_peran_layanan(tahap, permohonan, cache)[0]
        tingkat = []
        atasan = petugas.employee_id.parent_id
        dilihat = petugas.employee_id
        while atasan := atasan - dilihat:
            tingkat.append(atasan.user_id)
            dilihat |= atasan
            atasan = atasan.parent_id
        return [calon for calon in tingkat if calon]
