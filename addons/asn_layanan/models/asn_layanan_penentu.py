from odoo import api, fields, models


class AsnLayananPenentu(models.AbstractModel):
    """Who may act at a step, resolved by date (PRO-10, PRO-11).

    Every resolver gives levels of candidates in order of preference. The first
    level with somebody who is not excluded acts: a superior who is away from
    the matter (own request, already acted) is replaced by the next one up.
    Callers pass records in sudo; the answer is in sudo, too.
    """

    _name = "asn.layanan.penentu"
    _description = "Resolver of Actors"

    @api.model
    def _aktor(self, tahap, permohonan, cache=None):
        """Return the users who may act on the request at this step."""
        larangan = permohonan._sudah_bertindak(tahap)
        if permohonan.pemohon_user_id:
            larangan = larangan | {permohonan.pemohon_user_id.id}
        for calon in self._tingkat(tahap, permohonan, {} if cache is None else cache):
            boleh = calon.filtered(lambda u: u.active and u.id not in larangan)
            if boleh:
                return boleh
        return self.env["res.users"]

    @api.model
    def _tingkat(self, tahap, permohonan, cache):
        return getattr(self, f"_tingkat_{tahap.penentu}")(tahap, permohonan, cache)

    def _tingkat_pengguna(self, tahap, permohonan, cache):
        return [tahap.user_id]

    def _tingkat_jabatan(self, tahap, permohonan, cache):
        pemegang = self._pemegang_jabatan(tahap.jabatan_id)
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

    def _tingkat_penandatangan(self, tahap, permohonan, cache):
        mandat = self.env["asn.layanan.mandat"]._cari(permohonan, fields.Date.today())
        pemegang = mandat._pemegang(permohonan) if mandat else self.env["hr.employee"]
        # Who delegated may always sign himself: further levels go up.
        return [pemegang.user_id, *self._ke_atas(pemegang)]

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
            leluhur = permohonan.unit_id._leluhur() if permohonan.unit_id else []
            tingkat = []
            # The facilitator of the nearest unit comes first, then those above.
            semua = self._pemegang_peran(
                tahap,
                [
                    "|",
                    ("asn_unit_ids", "in", leluhur.ids if leluhur else []),
                    ("id", "in", [u.manager_id.user_id.id for u in leluhur]),
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
            cache[kunci] = tingkat
        return cache[kunci]

    def _pemegang_peran(self, tahap, domain):
        if tahap.jenis_jabatan_ids:
            jenis = ("employee_ids.jenis_jabatan_id", "in", tahap.jenis_jabatan_ids.ids)
            domain = [*domain, jenis]
        # sudo: who holds a role is not readable by applicants
        return (
            self.env["res.users"]
            .sudo()
            .search(
                [
                    ("all_group_ids", "in", tahap.group_id.ids),
                    ("share", "=", False),
                    *domain,
                ],
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

    @api.model
    def _kapasitas(self, tahap, permohonan, pegawai):
        """Return in which capacity an employee acts at a step."""
        # sudo: the acting appointment of an officer is not the applicant's
        sementara = (
            self.env["asn.riwayat.jabatan"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", pegawai.id),
                    ("status", "=", "sah"),
                    ("jenis_penugasan", "in", ("plt", "plh")),
                    ("tmt", "<=", fields.Date.today()),
                    "|",
                    ("tmt_selesai", "=", False),
                    ("tmt_selesai", ">=", fields.Date.today()),
                ],
                limit=1,
            )
        )
        if sementara and sementara.unit_id.manager_id == pegawai:
            return sementara.jenis_penugasan
        if tahap.penentu == "penandatangan":
            mandat = self.env["asn.layanan.mandat"]._cari(
                permohonan, fields.Date.today()
            )
            if mandat and mandat._pemegang(permohonan) == pegawai:
                return mandat.kapasitas
        return "definitif"
