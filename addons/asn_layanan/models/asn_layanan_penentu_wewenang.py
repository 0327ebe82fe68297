from odoo import api, models

#: Steps at which a post acts. A role step asks for the role of the delegate, too:
#: roles are granted by name and not passed on.
PENENTU_JABATAN = frozenset(
    [
        "atasan_langsung",
        "kepala_unit",
        "kepala_eselon",
        "penandatangan",
        "jabatan",
        "pengguna",
    ]
)


class AsnLayananPenentu(models.AbstractModel):
    """In which capacity and on whose authority somebody acts (PRO-11, B11)."""

    _inherit = "asn.layanan.penentu"

    @api.model
    def _wakil(self, tahap, permohonan, users, cache):
        aktif = self._delegasi_aktif(cache)
        if not aktif or not users:
            return {}
        layanan = permohonan.layanan_id.id
        hasil = {}
        for user in users:
            for kepada, delegasi, layanan_ids in aktif.get(user.id, ()):
                if layanan_ids and layanan not in layanan_ids:
                    continue
                if self._boleh_mewakili(tahap, self.env["res.users"].browse(kepada)):
                    hasil.setdefault(user.id, []).append((kepada, delegasi))
        return hasil

    @api.model
    def _delegasi_aktif(self, cache):
        if "delegasi" not in cache:
            cache["delegasi"] = self.env["asn.delegasi"]._aktif(cache["pada"])
        return cache["delegasi"]

    @api.model
    def _boleh_mewakili(self, tahap, user):
        """Tell whether a delegate may take a step of this kind."""
        # sudo: whether an account is open, and its roles, decide and not who asks
        user = user.sudo()
        if not user.active:
            return False
        if tahap.penentu in PENENTU_JABATAN:
            return True
        return tahap.group_id in user.all_group_ids

    @api.model
    def _kapasitas(self, tahap, permohonan, pegawai):
        """Return in which capacity an employee acts at a step."""
        return self._wewenang(tahap, permohonan, pegawai.user_id)["kapasitas"]

    @api.model
    def _wewenang(self, tahap, permohonan, user, cache=None):
        """Return on whose authority a user acts at a step.

        :return: ``{"kapasitas", "atas_nama", "dasar"}``: key of the capacity, the
            post on whose behalf (its last line; lines above are printed as they
            are), and the decree or letter that gives the authority
        """
        cache = self._siapkan_cache(cache)
        pegawai = permohonan._pegawai_dari(user)
        delegasi = self._delegasi_dipakai(tahap, permohonan, user, cache)
        pemilik = delegasi.dari_id.employee_id if delegasi else pegawai
        hasil = {"kapasitas": "definitif", "atas_nama": False, "dasar": False}
        if tahap.penentu == "penandatangan":
            mandat = self._mandat(permohonan, cache)
            if mandat and mandat._pemegang(permohonan) == pemilik:
                hasil = mandat._wewenang()
        sementara = self._penugasan_sementara(tahap, pemilik, cache)
        if sementara:
            hasil = self._lapis(
                hasil, sementara.jenis_penugasan, sementara.jabatan_id.name
            )
        if delegasi:
            jabatan = hasil["atas_nama"] if sementara else pemilik.jabatan_id.name
            hasil = self._lapis(hasil, delegasi.kapasitas, jabatan)
            hasil["dasar"] = "; ".join(filter(None, (hasil["dasar"], delegasi.dasar)))
        return hasil

    @api.model
    def _lapis(self, wewenang, kapasitas, jabatan):
        """Put an acting capacity on top of that of the mandate."""
        atas = wewenang["atas_nama"]
        if wewenang["kapasitas"] in ("an", "ub") and atas:
            jabatan = f"{'a.n.' if wewenang['kapasitas'] == 'an' else 'u.b.'} {atas}\n{jabatan}"
            # Who acts on behalf of one who acts on behalf signs u.b.
            kapasitas = "ub" if kapasitas == "an" else kapasitas
        return dict(wewenang, kapasitas=kapasitas, atas_nama=jabatan)

    @api.model
    def _delegasi_dipakai(self, tahap, permohonan, user, cache):
        """Return the delegation under which a user acts at a step, or none."""
        # sudo: delegations are read by those whom they concern only
        Delegasi = self.env["asn.delegasi"].sudo()
        aktif = self._delegasi_aktif(cache)
        if not any(k == user.id for baris in aktif.values() for k, *_ in baris):
            return Delegasi
        temuan = self._telusuri(tahap, permohonan, cache)
        return Delegasi.browse(temuan.pelaku.get(user.id) or ())

    @api.model
    def _penugasan_sementara(self, tahap, pegawai, cache):
        """Return the Plt or Plh appointment by which an employee heads a unit."""
        # sudo: the acting appointment of an officer is not the applicant's
        Jabatan = self.env["asn.riwayat.jabatan"].sudo()
        if tahap.penentu not in PENENTU_JABATAN or not pegawai:
            return Jabatan
        kunci = ("sementara", pegawai.id)
        if kunci not in cache:
            self._baca_penugasan(pegawai, cache)
        return cache[kunci]

    @api.model
    def _baca_penugasan(self, pegawai, cache):
        """Read the Plt and Plh appointments of many people into the cache."""
        # sudo: the acting appointment of an officer is not the applicant's
        Jabatan = self.env["asn.riwayat.jabatan"].sudo()
        pada = cache["pada"]
        baris = Jabatan.search(
            [
                ("employee_id", "in", pegawai.ids),
                ("status", "=", "sah"),
                ("jenis_penugasan", "in", ("plt", "plh")),
                ("tmt", "<=", pada),
                "|",
                ("tmt_selesai", "=", False),
                ("tmt_selesai", ">=", pada),
            ],
        ).grouped("employee_id")
        for satu in pegawai:
            sementara = baris.get(satu, Jabatan)[:1]
            if sementara.unit_id.manager_id != satu:
                sementara = Jabatan
            cache["sementara", satu.id] = sementara
