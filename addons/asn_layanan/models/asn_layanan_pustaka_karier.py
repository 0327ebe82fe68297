from odoo import api, models

from ..domain.pustaka import ANGKA, PILIHAN, REKAMAN, YA_TIDAK, Jenis, Parameter


class AsnLayananPustaka(models.AbstractModel):
    """Rules about a career: service, grade and post, and time in them."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [
            *super()._daftar_jenis(),
            "masa_kerja",
            "golongan",
            "masa_golongan",
            "jabatan",
            "masa_jabatan",
        ]

    @api.model
    def _parameter_lama(self, label_tahun, label_bulan):
        return (
            Parameter("tahun", ANGKA, label_tahun, 0, self.env._("years"), maksimum=60),
            Parameter("bulan", ANGKA, label_bulan, 0, self.env._("months")),
        )

    # ---- length of service -----------------------------------------------

    @api.model
    def _uraian_masa_kerja(self):
        return Jenis(
            "masa_kerja",
            self.env._("Length of service (masa kerja)"),
            "kepegawaian",
            self.env._(
                "Whole service since TMT CPNS or the first contract, with recognised"
                " earlier service and without leave outside state responsibility."
            ),
            self.env._("Service of at least {tahun} years {bulan} months"),
            self.env._(
                "At least {tahun} years {bulan} months of service are needed; you have"
                " {fakta}."
            ),
            self._parameter_lama(
                self.env._("At least, years"), self.env._("and months")
            ),
        )

    @api.model
    def _pustaka_masa_kerja(self, orang, parameter, kasus):
        lama = self._fakta("masa_kerja", orang, kasus)
        return {p.id: self._paling_sedikit(lama[p.id], parameter) for p in orang}

    # ---- grade -----------------------------------------------------------

    @api.model
    def _uraian_golongan(self):
        return Jenis(
            "golongan",
            self.env._("Grade (golongan) from … to …"),
            "kepegawaian",
            self.env._(
                "The grade lies in a range; leave one end empty for no limit. Holds for"
                " the kind (PNS or PPPK) that the range names."
            ),
            self.env._("Grade ({jenis}) from {dari} to {sampai}"),
            self.env._("Your grade ({fakta}) is outside {dari} to {sampai}."),
            (
                Parameter(
                    "jenis",
                    PILIHAN,
                    self.env._("Grades of"),
                    "pns",
                    pilihan=(("pns", "PNS"), ("pppk", "PPPK")),
                ),
                Parameter("dari", REKAMAN, self.env._("From"), model="asn.golongan"),
                Parameter("sampai", REKAMAN, self.env._("To"), model="asn.golongan"),
            ),
        )

    @api.model
    def _pustaka_golongan(self, orang, parameter, kasus):
        Golongan = self.env["asn.golongan"]
        batas = [
            Golongan._by_kode(parameter[n], parameter["jenis"]).urutan
            for n in ("dari", "sampai")
        ]
        bawah, atas = batas[0] or 0, batas[1] or 999
        hasil = {}
        for id_, (golongan, _tmt) in self._fakta("golongan", orang, kasus).items():
            if not golongan:
                hasil[id_] = "manual", self.env._("not recorded")
                continue
            kena = golongan.jenis == parameter["jenis"]
            lulus = not kena or bawah <= golongan.urutan <= atas
            hasil[id_] = ("lulus" if lulus else "gagal"), golongan.kode
        return hasil

    @api.model
    def _uraian_masa_golongan(self):
        return Jenis(
            "masa_golongan",
            self.env._("Time in the present grade"),
            "kepegawaian",
            self.env._("Completed time since the TMT of the grade held on that day."),
            self.env._(
                "In the present grade for at least {tahun} years {bulan} months"
            ),
            self.env._(
                "At least {tahun} years {bulan} months in the present grade are needed;"
                " you have {fakta}."
            ),
            self._parameter_lama(
                self.env._("At least, years"), self.env._("and months")
            ),
        )

    @api.model
    def _pustaka_masa_golongan(self, orang, parameter, kasus):
        return self._lama_sejak("golongan", orang, parameter, kasus)

    @api.model
    def _lama_sejak(self, fakta, orang, parameter, kasus):
        return {
            id_: self._paling_sedikit(self._bulan_sejak(tmt, kasus.pada), parameter)
            for id_, (_nilai, tmt) in self._fakta(fakta, orang, kasus).items()
        }

    # ---- post ------------------------------------------------------------

    @api.model
    def _uraian_jabatan(self):
        sub = self.env["asn.jenis.jabatan"]._fields["sub_kelompok"]
        return Jenis(
            "jabatan",
            self.env._("Kind of post (jabatan)"),
            "kepegawaian",
            self.env._("The post is of one of these kinds or groups."),
            self.env._("Post: {jenis} {kelompok}"),
            self.env._("Your post ({fakta}) is not one of those meant."),
            (
                Parameter(
                    "kelompok",
                    PILIHAN,
                    self.env._("Groups of posts"),
                    banyak=True,
                    pilihan=tuple(sub._description_selection(self.env)),
                ),
                Parameter(
                    "jenis",
                    REKAMAN,
                    self.env._("Kinds of post, eselon, jenjang"),
                    banyak=True,
                    model="asn.jenis.jabatan",
                ),
                Parameter(
                    "kecuali",
                    YA_TIDAK,
                    self.env._("Everybody but these"),
                    False,
                ),
            ),
        )

    @api.model
    def _pustaka_jabatan(self, orang, parameter, kasus):
        hasil = {}
        for id_, (jabatan, _tmt) in self._fakta("jabatan", orang, kasus).items():
            jenis = jabatan.jenis_jabatan_id
            if not jenis:
                hasil[id_] = "manual", jabatan.name or self.env._("not recorded")
                continue
            cocok = (
                jenis.sub_kelompok in parameter["kelompok"]
                or jenis.kode in parameter["jenis"]
            )
            lulus = cocok != bool(parameter["kecuali"])
            hasil[id_] = ("lulus" if lulus else "gagal"), jenis.name
        return hasil

    @api.model
    def _uraian_masa_jabatan(self):
        return Jenis(
            "masa_jabatan",
            self.env._("Time in the present post"),
            "kepegawaian",
            self.env._("Completed time since the TMT of the post held on that day."),
            self.env._("In the present post for at least {tahun} years {bulan} months"),
            self.env._(
                "At least {tahun} years {bulan} months in the present post are needed;"
                " you have {fakta}."
            ),
            self._parameter_lama(
                self.env._("At least, years"), self.env._("and months")
            ),
        )

    @api.model
    def _pustaka_masa_jabatan(self, orang, parameter, kasus):
        return self._lama_sejak("jabatan", orang, parameter, kasus)
