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
#: As they stand before a post on a letter.
_SINGKATAN = {"plh": "Plh.", "plt": "Plt.", "an": "a.n.", "ub": "u.b."}


class AsnLayananGladi(models.TransientModel):
    """Through whose hands a request of each person would go."""

    _inherit = "asn.layanan.gladi"

    def _rantai_per_orang(self, orang):
        """Return ``{employee id: [step]}``; asked once per group of equals.

        People of one unit, superior, kind of post and grade, for whom the same
        conditions hold, go the same way. Whoever may act somewhere goes an own
        way, because nobody decides in an own matter; so does who has a relative
        among them.
        """
        # sudo: who acts for whom is found as for a request
        orang, versi = orang.sudo(), self.versi_id.sudo()
        penentu = self.env["asn.layanan.penentu"]
        cache, per_kelompok, hasil = {"pada": self.pada}, {}, {}
        penentu._baca_keluarga(orang, cache)
        pelaku, bersyarat = self._pelaku_ids(versi, cache), self._bersyarat(versi)
        for pegawai in orang:
            kunci = (
                pegawai.unit_id.id,
                pegawai.parent_id.id,
                pegawai.jenis_jabatan_id.id,
                pegawai.golongan_id.id,
                pegawai.status_pegawai,
                pegawai.id if pegawai.user_id.id in pelaku else False,
                frozenset(penentu._keluarga(pegawai, cache) & pelaku),
                *self._jawab_syarat(pegawai, versi, bersyarat),
            )
            if kunci not in per_kelompok:
                rantai = penentu._rantai(pegawai, versi, self.pada, cache=cache)
                per_kelompok[kunci] = [self._langkah(satu) for satu in rantai]
            hasil[pegawai.id] = per_kelompok[kunci]
        return hasil

    def _bersyarat(self, versi):
        """Return the conditions of steps and mandates."""
        return [
            baca_domain(satu.kondisi)
            for satu in [*versi.tahap_ids, *versi.layanan_id.mandat_ids]
            if satu.kondisi not in (False, "[]")
        ]

    def _jawab_syarat(self, pegawai, versi, bersyarat):
        """Tell for each condition whether it holds for a person."""
        if not bersyarat:
            return []
        permohonan = self._permohonan_semu(pegawai, versi)
        return [bool(permohonan.filtered_domain(domain)) for domain in bersyarat]

    def _pelaku_ids(self, versi, cache):
        """Return the ids of the accounts that may act somewhere on the day."""
        groups = self.env["res.groups"]
        for nama in _PERAN:
            groups |= self.env.ref(f"asn_base.group_{nama}")
        penentu = self.env["asn.layanan.penentu"]
        wakil = {
            kepada
            for baris in penentu._delegasi_aktif(cache).values()
            for kepada, *_lain in baris
        }
        # sudo: who holds a role is not readable by everybody
        berperan = groups.sudo().all_user_ids
        pemegang = [
            penentu._pemegang_jabatan(jabatan).user_id.id
            for jabatan in versi.tahap_ids.jabatan_id
        ]
        return {*berperan.ids, *versi.tahap_ids.user_id.ids, *pemegang, *wakil}

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

    def _langkah(self, satu):
        """Return a step as the rehearsal keeps it: posts and not names."""
        sendiri = [a for a in satu["aktor"] if a["kapasitas"] == "definitif"]
        oleh = [a["jabatan"] for a in sendiri[:1]]
        if len(sendiri) > 1:
            oleh = [satu["nama_tahap"]]
        for aktor in satu["aktor"]:
            if aktor not in sendiri:
                awalan = _SINGKATAN.get(aktor["kapasitas"], aktor["kapasitas"])
                atas_nama = aktor["atas_nama"].split("\n")[-1]
                oleh.append(f"{aktor['jabatan']} ({awalan} {atas_nama})")
        if satu["kosong"]:
            oleh = [self.env._("Nobody could act")]
        return {
            "tahap": satu["nama_tahap"],
            "oleh": "; ".join(dict.fromkeys(oleh)),
            "kosong": satu["kosong"],
            "alasan": satu["alasan"],
            "kuorum": satu["kuorum"],
        }
