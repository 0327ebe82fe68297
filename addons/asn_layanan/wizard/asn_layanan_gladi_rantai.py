import functools

from odoo import models

from ..domain import penentu as aturan
from ..models.asn_layanan_tahap import baca_domain

#: What the answer of a resolver depends on, of the applicant. Others: the person.
_TERGANTUNG = {
    "atasan_langsung": ("parent_id", "unit_id"),
    "kepala_unit": ("unit_id",),
    "kepala_eselon": ("unit_id",),
    "peran_unit": ("unit_id",),
    "peran_layanan": (),
    "jabatan": (),
    "pengguna": (),
}
#: What the mandate for a letter depends on, beside conditions.
_MANDAT = ("unit_id", "jenis_jabatan_id", "eselon", "golongan_id", "status_pegawai")
#: As they stand before a post on a letter.
_SINGKATAN = {"plh": "Plh.", "plt": "Plt.", "an": "a.n.", "ub": "u.b."}


class AsnLayananGladi(models.TransientModel):
    """Through whose hands a request of each person would go."""

    _inherit = "asn.layanan.gladi"

    def _rantai_per_orang(self, orang):
        """Return ``{employee id: [step]}``; each step is asked once per group.

        Nobody has acted on a request that nobody made, so steps do not depend on
        each other: a step is the same for everybody with the same superior or unit
        (whatever its resolver looks at) who is excluded as the same candidate.
        """
        # sudo: who acts for whom is found as for a request
        orang, versi = orang.sudo(), self.versi_id.sudo()
        penentu = self.env["asn.layanan.penentu"]
        cache = penentu._siapkan_cache({"pada": self.pada})
        penentu._baca_keluarga(orang, cache)
        self._baca_pejabat(orang, cache)
        syarat = self._jalur_syarat(versi)
        simpan = {"tahap": {}, "kandidat": {}, "langkah": {}, "mandat": {}}
        return {
            pegawai.id: self._jalan(pegawai, versi, syarat, simpan, cache)
            for pegawai in orang
        }

    def _baca_pejabat(self, orang, cache):
        """Read those above these people at once, instead of one by one."""
        pejabat, atas = orang.browse(), orang.parent_id
        while atas := atas - pejabat:
            pejabat |= atas
            atas = atas.parent_id
        # sudo: heads of units are no secret, and decide whatever the caller reads
        unit = self.env["hr.department"].sudo()
        pejabat |= unit.search([("id", "parent_of", orang.unit_id.ids)]).manager_id
        akun = (pejabat | orang).user_id
        akun.mapped("active")
        (akun.employee_id | pejabat).mapped("jabatan_id.name")
        self.env["asn.layanan.penentu"]._baca_penugasan(pejabat, cache)

    def _jalan(self, pegawai, versi, syarat, simpan, cache):
        """Return the steps of one person, from what was found for equals."""
        penentu = self.env["asn.layanan.penentu"]
        jawab = self._jawab_syarat(pegawai, syarat)
        # Few people are the first of their kind: the others need no example.
        contoh = functools.cache(lambda: penentu._contoh(pegawai, versi))
        if jawab not in simpan["tahap"]:
            simpan["tahap"][jawab] = versi.tahap_ids._berlaku(contoh())
        berlaku = simpan["tahap"][jawab]
        terlarang = dict.fromkeys(penentu._keluarga(pegawai, cache), aturan.KELUARGA)
        if pegawai.user_id:
            terlarang[pegawai.user_id.id] = aturan.SENDIRI
        jalan = []
        for tahap in berlaku:
            kunci = (
                tahap.id,
                *self._kunci_penentu(tahap, pegawai, contoh, jawab, simpan, cache),
            )
            if kunci not in simpan["kandidat"]:
                kandidat = penentu._kandidat(tahap, contoh(), cache)
                simpan["kandidat"][kunci] = kandidat, kandidat.semua
            kandidat, semua = simpan["kandidat"][kunci]
            kena = {u: sebab for u, sebab in terlarang.items() if u in semua}
            kunci = (kunci, berlaku._ids, frozenset(kena.items()))
            if kunci not in simpan["langkah"]:
                simpan["langkah"][kunci] = self._langkah(
                    penentu._baris_rantai(
                        tahap, contoh(), kandidat.pilih(kena), cache, berlaku, nama=True
                    )
                )
            jalan.append(simpan["langkah"][kunci])
        return jalan

    def _kunci_penentu(self, tahap, pegawai, contoh, jawab, simpan, cache):
        """Return what decides who could act at a step for this person."""
        if tahap.penentu != "penandatangan":
            kolom = _TERGANTUNG.get(tahap.penentu, ("id",))
            return [pegawai[nama] for nama in kolom]
        kunci = (jawab, *(pegawai[nama] for nama in _MANDAT))
        if kunci not in simpan["mandat"]:
            mandat = self.env["asn.layanan.penentu"]._mandat(contoh(), cache)
            simpan["mandat"][kunci] = mandat.id
        return [pegawai.unit_id, simpan["mandat"][kunci]]

    # ------------------------------------------------------------------
    # Conditions
    # ------------------------------------------------------------------

    def _jalur_syarat(self, versi):
        """Return what of a person the conditions of steps and mandates look at.

        :return: paths from the employee; ``id`` where it cannot be told
        """
        Permohonan = self.env["asn.permohonan"]
        jalur = set()
        for satu in [*versi.tahap_ids, *versi.layanan_id.mandat_ids]:
            for syarat in baca_domain(satu.kondisi).iter_conditions():
                nama, _titik, sisa = syarat.field_expr.partition(".")
                field = Permohonan._fields[nama]
                if nama == "employee_id":
                    jalur.add(sisa or "id")
                elif nama == "unit_id":
                    jalur.add(syarat.field_expr)
                elif field.type != "properties" and (field.compute or field.related):
                    jalur.add("id")
        return sorted(jalur)

    def _jawab_syarat(self, pegawai, syarat):
        """Return what conditions see of a person, as a key."""
        hasil = []
        for jalur in syarat:
            nilai = pegawai.mapped(jalur)
            hasil.append(
                nilai._ids if isinstance(nilai, models.BaseModel) else tuple(nilai)
            )
        return tuple(hasil)

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
