import functools

from odoo import api, models
from odoo.tools import SQL

from ..domain import penentu as aturan


class AsnLayananPenentu(models.AbstractModel):
    """Who may act at a step, resolved by date (PRO-10, PRO-11).

    Every resolver gives levels of candidates in order of preference. The first
    level with somebody who is not excluded acts: a superior who is away from
    the matter (own request, family, already acted) is replaced by the next one
    up. Callers pass records in sudo; the answer is in sudo, too.

    ``cache`` is one dict for many questions of one transaction. Its key
    ``pada`` is the date asked about; without it today.
    """

    _name = "asn.layanan.penentu"
    _description = "Resolver of Actors"

    @api.model
    def _aktor(self, tahap, permohonan, cache=None):
        """Return the users who may act on the request at this step."""
        temuan = self._telusuri(tahap, permohonan, cache)
        return self.env["res.users"].browse(temuan.pelaku)

    @api.model
    def _telusuri(self, tahap, permohonan, cache=None):
        """Return the ``domain.penentu.Temuan`` of a step: who acts, who not and why."""
        cache = self._siapkan_cache(cache)
        # One read for all steps of the version: the next one is asked, too.
        tahap = tahap.with_prefetch(permohonan.versi_id.tahap_ids._prefetch_ids)
        kandidat = self._kandidat(tahap, permohonan, cache)
        return kandidat.pilih(self._larangan(tahap, permohonan, cache))

    @api.model
    def _kandidat(self, tahap, permohonan, cache):
        """Return the ``domain.penentu.Kandidat`` of a step, whoever is excluded."""
        return self._susun_kandidat(
            tahap,
            permohonan,
            self._tingkat(tahap, permohonan, cache),
            cache,
            functools.partial(self._kandidat_cadangan, tahap, permohonan, cache),
        )

    def _susun_kandidat(self, tahap, permohonan, tingkat, cache, cadangan=None):
        """Return levels of users as ``domain.penentu.Kandidat``, with delegates."""
        semua = self.env["res.users"].union(*tingkat) if tingkat else []
        return aturan.Kandidat(
            [calon.ids for calon in tingkat],
            self._wakil(tahap, permohonan, semua, cache),
            {user.id for user in semua if user.active},
            cadangan,
        )

    @api.model
    def _calon(self, tahap, permohonan, cache=None):
        """Return everybody who could be asked at this step, at any level."""
        cache = self._siapkan_cache(cache)
        larangan = self._larangan(tahap, permohonan, cache)
        calon = self.env["res.users"].union(*self._tingkat(tahap, permohonan, cache))
        calon |= self._aktor(tahap, permohonan, cache)
        return calon.filtered(lambda u: u.active and u.id not in larangan)

    @api.model
    def _siapkan_cache(self, cache):
        cache = {} if cache is None else cache
        if "pada" not in cache:
            cache["pada"] = self.env["hr.employee"]._asn_hari_ini()
        return cache

    # ------------------------------------------------------------------
    # Who may not
    # ------------------------------------------------------------------

    @api.model
    def _larangan(self, tahap, permohonan, cache):
        """Return ``{user id: reason}`` of those who may not act (PRO-10, B10)."""
        larangan = dict.fromkeys(permohonan._sudah_bertindak(tahap), aturan.EMPAT_MATA)
        larangan |= dict.fromkeys(
            self._keluarga(permohonan.employee_id, cache), aturan.KELUARGA
        )
        if permohonan.pemohon_user_id:
            larangan[permohonan.pemohon_user_id.id] = aturan.SENDIRI
        return larangan

    @api.model
    def _keluarga(self, pegawai, cache):
        """Return ids of the accounts of relatives who are civil servants.

        A relative is named in a valid family row of either of the two, by NIP
        or NIK. A marriage that ended in divorce does not count.
        """
        self._siapkan_keluarga(pegawai, cache)
        return cache.setdefault(("keluarga", pegawai._origin.id), set())

    @api.model
    def _siapkan_keluarga(self, pegawai, cache):
        """Read the relatives of these people into the cache, who is not there yet."""
        belum = pegawai._origin.filtered(lambda p: ("keluarga", p.id) not in cache)
        if belum:
            self._baca_keluarga(belum, cache)

    @api.model
    def _baca_keluarga(self, pegawai, cache):
        """Read the relatives of many people into the cache, in one query."""
        pegawai.flush_recordset(["nip", "nik", "user_id"])
        self.env["asn.riwayat.keluarga"].flush_model(
            ["employee_id", "nip_keluarga", "nik", "status", "tanggal_cerai"]
        )
        baris = self.env.execute_query(
            SQL(
                """
                SELECT k.employee_id, e.user_id FROM asn_riwayat_keluarga k
                  JOIN hr_employee e ON e.nip = k.nip_keluarga
                 WHERE k.employee_id = ANY(%(ids)s) AND %(syarat)s
                UNION
                SELECT k.employee_id, e.user_id FROM asn_riwayat_keluarga k
                  JOIN hr_employee e ON e.nik = k.nik
                 WHERE k.employee_id = ANY(%(ids)s) AND %(syarat)s
                UNION
                SELECT p.id, e.user_id FROM hr_employee p
                  JOIN asn_riwayat_keluarga k ON k.nip_keluarga = p.nip
                  JOIN hr_employee e ON e.id = k.employee_id
                 WHERE p.id = ANY(%(ids)s) AND p.nip <> '' AND %(syarat)s
                UNION
                SELECT p.id, e.user_id FROM hr_employee p
                  JOIN asn_riwayat_keluarga k ON k.nik = p.nik
                  JOIN hr_employee e ON e.id = k.employee_id
                 WHERE p.id = ANY(%(ids)s) AND p.nik <> '' AND %(syarat)s
                """,
                ids=pegawai.ids,
                syarat=SQL("k.status = 'sah' AND k.tanggal_cerai IS NULL"),
            )
        )
        for satu in pegawai:
            cache["keluarga", satu.id] = set()
        akun = {satu.id: satu.user_id.id for satu in pegawai}
        for id_, user in baris:
            if user and user != akun[id_]:
                cache["keluarga", id_].add(user)

    @api.model
    def _wakil(self, tahap, permohonan, users, cache):
        """Return ``{user id: [(delegate, delegation id)]}`` in force; see above."""
        return {}

    # ------------------------------------------------------------------
    # Levels of candidates
    # ------------------------------------------------------------------

    @api.model
    def _tingkat(self, tahap, permohonan, cache):
        return getattr(self, f"_tingkat_{tahap.penentu}")(tahap, permohonan, cache)

    def _tingkat_pengguna(self, tahap, permohonan, cache):
        # Somebody who left or may not act is replaced by the superior.
        return [tahap.user_id, *self._ke_atas(tahap.user_id.employee_id)]

    def _tingkat_jabatan(self, tahap, permohonan, cache):
        pemegang = self._pemegang_jabatan(tahap.jabatan_id)
        if not pemegang:
            # A vacant post: the head of its unit, then those above.
            unit = tahap.jabatan_id.department_id
            return [self.env["res.users"], *self._kepala_ke_atas(unit)]
        return [pemegang.user_id, *self._ke_atas(pemegang)]

    def _tingkat_atasan_langsung(self, tahap, permohonan, cache):
        return self._ke_atas(permohonan.employee_id)

    def _tingkat_kepala_unit(self, tahap, permohonan, cache):
        jenis = self.env["asn.layanan.mandat"]._daftar_kode(tahap.jenis_unit)
        unit = permohonan.unit_id
        if not unit:
            return []
        leluhur = unit._leluhur()
        if jenis:
            pilihan = leluhur.filtered(lambda u: u.jenis_unit in jenis)
            leluhur = pilihan[:1]._leluhur() if pilihan else leluhur
        return [u.manager_id.user_id for u in leluhur if u.manager_id.user_id]

    def _tingkat_kepala_eselon(self, tahap, permohonan, cache):
        perlu = aturan.tinggi_eselon(tahap.eselon_kepala)
        unit = permohonan.unit_id
        leluhur = unit._leluhur() if unit else unit
        for nomor, atas in enumerate(leluhur):
            kepala = atas.manager_id
            if aturan.tinggi_eselon(atas.eselon or kepala.eselon) >= perlu:
                return [u.manager_id.user_id for u in leluhur[nomor:]]
        return []

    def _tingkat_penandatangan(self, tahap, permohonan, cache):
        mandat = self._mandat(permohonan, cache)
        pemegang = mandat._pemegang(permohonan) if mandat else self.env["hr.employee"]
        # Who delegated may always sign himself: further levels go up.
        return [pemegang.user_id, *self._ke_atas(pemegang)]

    @api.model
    def _mandat(self, permohonan, cache):
        """Return the mandate for a request; a service's are read once."""
        Mandat = self.env["asn.layanan.mandat"]
        kunci = ("mandat", permohonan.layanan_id.id)
        if kunci not in cache:
            cache[kunci] = Mandat._calon_pada(permohonan.layanan_id, cache["pada"])
        return Mandat._cari(permohonan, cache["pada"], cache[kunci])

    def _tingkat_peran_layanan(self, tahap, permohonan, cache):
        kunci = ("layanan", tahap.id, permohonan.layanan_id.id)
        if kunci not in cache:
            cache[kunci] = self._pemegang_peran(
                tahap, [("layanan_ids", "in", permohonan.layanan_id.ids)]
            )
        return [cache[kunci]]

    def _tingkat_peran_unit(self, tahap, permohonan, cache):
        kunci = ("unit", tahap.id, permohonan.unit_id.id)
        if kunci not in cache:
            leluhur = permohonan.unit_id
            leluhur = leluhur._leluhur() if leluhur else leluhur
            tingkat = []
            # The facilitator of the nearest unit comes first, then those above.
            semua = self._pemegang_peran(
                tahap,
                [
                    "|",
                    ("asn_unit_ids", "in", leluhur.ids),
                    ("id", "in", leluhur.manager_id.user_id.ids),
                ],
            )
            for unit in leluhur:
                tingkat.append(
                    semua.filtered(
                        lambda u, unit=unit: (
                            unit in u.asn_unit_ids or unit.manager_id.user_id == u
                        )
                    )
                )
            # A unit without such a person is no vacant post.
            cache[kunci] = [calon for calon in tingkat if calon]
        return cache[kunci]

    def _pemegang_peran(self, tahap, domain):
        # A kind of post that is no longer used still narrows the step.
        if jenis := tahap.with_context(active_test=False).jenis_jabatan_ids.ids:
            domain = [*domain, ("employee_ids.jenis_jabatan_id", "in", jenis)]
        # sudo: who holds a role is not readable by applicants
        return (
            self.env["res.users"]
            .sudo()
            .search_fetch(
                [
                    ("all_group_ids", "in", tahap.group_id.ids),
                    ("share", "=", False),
                    *domain,
                ],
                ["active"],
                order="id",
            )
        )

    @api.model
    def _ke_atas(self, pegawai, paling=10):
        """Return one level of users for each superior above an employee."""
        tingkat = []
        dilihat = pegawai
        atasan = pegawai.parent_id
        while atasan and atasan not in dilihat and len(tingkat) < paling:
            tingkat.append(atasan.user_id)
            dilihat |= atasan
            atasan = atasan.parent_id
        return tingkat

    @api.model
    def _kepala_ke_atas(self, unit):
        """Return one level for each head of a unit and of those above it."""
        leluhur = unit._leluhur() if unit else unit
        return [u.manager_id.user_id for u in leluhur if u.manager_id]

    @api.model
    def _pemegang_jabatan(self, jabatan):
        """Return who holds a post today: an acting head counts (PRO-11)."""
        if jabatan.is_kepala and jabatan.department_id.manager_id:
            return jabatan.department_id.manager_id
        # sudo: the holder of a post decides, whoever asks
        return (
            self.env["hr.employee"]
            .sudo()
            .search(
                [("jabatan_id", "=", jabatan.id), ("user_id", "!=", False)],
                order="id",
                limit=1,
            )
        )
