from odoo import models

from ..models.asn_layanan_tahap import baca_domain

#: Roles by which a person may be an actor of a step.
_PERAN = (
    "pimpinan",
    "fasilitator",
    "admin_aplikasi",
    "validator",
    "penandatangan",
)


class AsnLayananGladi(models.TransientModel):
    """Through whose hands a request of each person would go."""

    _inherit = "asn.layanan.gladi"

    def _rantai_per_orang(self, orang):
        """Return ``{employee id: [step]}``; asked once per group of equals.

        People of one unit, superior, kind of post and grade, for whom the same
        conditions hold, go the same way. Whoever may act somewhere goes an own
        way, because nobody decides in an own matter.
        """
        # sudo: who acts for whom is found as for a request
        orang, versi = orang.sudo(), self.versi_id.sudo()
        pelaku, bersyarat = self._pelaku_ids(), self._bersyarat(versi)
        cache, per_kelompok, hasil = {}, {}, {}
        for pegawai in orang:
            permohonan = self._permohonan_semu(pegawai, versi)
            kunci = (
                pegawai.unit_id.id,
                pegawai.parent_id.id,
                pegawai.jenis_jabatan_id.id,
                pegawai.golongan_id.id,
                pegawai.status_pegawai,
                pegawai.id if pegawai.user_id.id in pelaku else False,
                *(bool(permohonan.filtered_domain(domain)) for domain in bersyarat),
            )
            if kunci not in per_kelompok:
                per_kelompok[kunci] = self._rantai_satu(permohonan, versi, cache)
            hasil[pegawai.id] = per_kelompok[kunci]
        return hasil

    def _bersyarat(self, versi):
        """Return the conditions of steps and mandates."""
        return [
            baca_domain(satu.kondisi)
            for satu in [*versi.tahap_ids, *versi.layanan_id.mandat_ids]
            if satu.kondisi not in (False, "[]")
        ]

    def _pelaku_ids(self):
        """Return the ids of the accounts that may act somewhere."""
        groups = self.env["res.groups"]
        for nama in _PERAN:
            groups |= self.env.ref(f"asn_base.group_{nama}")
        # sudo: who holds a role is not readable by everybody
        return set(groups.sudo().all_user_ids.ids)

    def _permohonan_semu(self, pegawai, versi):
        """Return a request of one person that exists in memory only."""
        # sudo: a request that exists in memory only
        Permohonan = self.env["asn.permohonan"].sudo()
        return Permohonan.new(
            {
                "employee_id": pegawai.id,
                "layanan_id": versi.layanan_id.id,
                "versi_id": versi.id,
                "unit_id": pegawai.unit_id.id,
                "pemohon_user_id": pegawai.user_id.id,
                "pengaju_id": pegawai.user_id.id,
            }
        )

    def _rantai_satu(self, permohonan, versi, cache):
        """Return the steps of one person: name, who acts, whether nobody does."""
        langkah = []
        for tahap in versi.tahap_ids._berlaku(permohonan):
            aktor = self.env["asn.layanan.penentu"]._aktor(tahap, permohonan, cache)
            langkah.append(
                {
                    "tahap": tahap.name,
                    "oleh": permohonan._label_users(aktor, tahap),
                    "kosong": not aktor,
                }
            )
        return langkah
