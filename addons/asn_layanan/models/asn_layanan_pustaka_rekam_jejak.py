from odoo import api, models

from ..domain.pustaka import ANGKA, PILIHAN, REKAMAN, Jenis, Parameter


class AsnLayananPustaka(models.AbstractModel):
    """Rules about the track record: performance, discipline, education."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [*super()._daftar_jenis(), "kinerja", "hukuman", "pendidikan"]

    # ---- performance -----------------------------------------------------

    @api.model
    def _uraian_kinerja(self):
        return Jenis(
            "kinerja",
            self.env._("Performance predicate (predikat kinerja)"),
            "rekam_jejak",
            self.env._(
                "The annual predicate of each of the last years is one of these. A year"
                " without a predicate is for a human to judge."
            ),
            self.env._("Predicate of the last {tahun} years is one of: {predikat}"),
            self.env._(
                "The performance of the last {tahun} years must be {predikat}; it is"
                " {fakta}."
            ),
            (
                Parameter(
                    "predikat",
                    REKAMAN,
                    self.env._("Predicates that are enough"),
                    ["sangat_baik", "baik"],
                    wajib=True,
                    banyak=True,
                    model="asn.predikat.kinerja",
                ),
                Parameter(
                    "tahun",
                    ANGKA,
                    self.env._("In the last"),
                    2,
                    self.env._("years"),
                    minimum=1,
                    maksimum=10,
                ),
            ),
        )

    @api.model
    def _pustaka_kinerja(self, orang, parameter, kasus):
        # The year that runs has no predicate yet.
        akhir = kasus.pada.year - 1
        perlu = list(range(akhir, akhir - parameter["tahun"], -1))
        ada = self._predikat(orang, perlu)
        hasil = {}
        for pegawai in orang:
            milik = ada.get(pegawai.id, {})
            fakta = ", ".join(
                f"{t}: {milik[t].name if t in milik else '-'}" for t in perlu
            )
            buruk = [t for t in milik if milik[t].kode not in parameter["predikat"]]
            if buruk:
                hasil[pegawai.id] = "gagal", fakta
            elif len(milik) < len(perlu):
                hasil[pegawai.id] = "manual", fakta
            else:
                hasil[pegawai.id] = "lulus", fakta
        return hasil

    @api.model
    def _predikat(self, orang, tahun):
        """Return ``{employee id: {year: predicate}}`` of valid annual rows."""
        # sudo: callers ask for people whom they may rehearse, see _jawab
        baris = (
            self.env["asn.riwayat.kinerja"]
            .sudo()
            .search_fetch(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("tahun", "in", tahun),
                    ("jenis", "in", ("tahunan", "skp")),
                    ("predikat_id", "!=", False),
                ],
                ["employee_id", "tahun", "predikat_id"],
                order="id",
            )
        )
        hasil = {}
        for satu in baris:
            hasil.setdefault(satu.employee_id.id, {})[satu.tahun] = satu.predikat_id
        return hasil

    # ---- discipline --------------------------------------------------------

    @api.model
    def _uraian_hukuman(self):
        tingkat = self.env["asn.jenis.hukuman"]._fields["tingkat"]
        return Jenis(
            "hukuman",
            self.env._("No disciplinary punishment (hukuman disiplin)"),
            "rekam_jejak",
            self.env._(
                "No valid punishment of these levels is running on that day or, with"
                " years given, took effect in the years before."
            ),
            self.env._(
                "No punishment ({tingkat}) running or in the last {tahun} years"
            ),
            self.env._("A disciplinary punishment stands against it: {fakta}."),
            (
                Parameter(
                    "tingkat",
                    PILIHAN,
                    self.env._("Levels"),
                    ["R", "S", "B"],
                    wajib=True,
                    banyak=True,
                    pilihan=tuple(tingkat._description_selection(self.env)),
                ),
                Parameter(
                    "tahun",
                    ANGKA,
                    self.env._("Also none in the last"),
                    0,
                    self.env._("years"),
                    bantuan=self.env._("0: only what is running on that day."),
                    maksimum=40,
                ),
            ),
            self.env._("PP 94/2021; Peraturan BKN 6/2022"),
            "spesifik",
        )

    @api.model
    def _pustaka_hukuman(self, orang, parameter, kasus):
        # sudo: discipline is closed; only whether the rule holds is told
        Hukuman = self.env["asn.riwayat.hukuman"].sudo()
        baris = Hukuman.search(
            [
                *Hukuman._domain_tidak_dibatalkan(),
                ("employee_id", "in", orang.ids),
                ("tmt", "<=", kasus.pada),
                ("tingkat", "in", parameter["tingkat"]),
            ],
            order="tmt desc",
        )
        batas = self._tambah(kasus.pada, years=-(parameter["tahun"] or 0))
        kena = {}
        for satu in baris:
            berjalan = not satu.tanggal_selesai or satu.tanggal_selesai >= kasus.pada
            # Light punishments have no duration: they run on their day only.
            if not satu.lama_bulan:
                berjalan = satu.tmt == kasus.pada
            baru = parameter["tahun"] and satu.tmt > batas
            if berjalan or baru:
                kena.setdefault(satu.employee_id.id, satu)
        return {
            p.id: ("gagal", kena[p.id].jenis_hukuman_id.name)
            if p.id in kena
            else ("lulus", False)
            for p in orang
        }

    # ---- education -----------------------------------------------------------

    @api.model
    def _uraian_pendidikan(self):
        return Jenis(
            "pendidikan",
            self.env._("Level of education (pendidikan)"),
            "rekam_jejak",
            self.env._("The last recorded education is at least of this level."),
            self.env._("Education of at least {minimal}"),
            self.env._("At least {minimal} is needed; recorded is {fakta}."),
            (
                Parameter(
                    "minimal",
                    REKAMAN,
                    self.env._("At least"),
                    wajib=True,
                    model="asn.pendidikan",
                ),
            ),
        )

    @api.model
    def _pustaka_pendidikan(self, orang, parameter, kasus):
        perlu = self._rekaman("asn.pendidikan", [parameter["minimal"]])
        hasil = {}
        for pegawai in orang:
            punya = pegawai.pendidikan_id
            if not punya or not perlu:
                hasil[pegawai.id] = "manual", self.env._("not recorded")
                continue
            lulus = punya.urutan_jenjang >= perlu[0].urutan_jenjang
            hasil[pegawai.id] = ("lulus" if lulus else "gagal"), punya.name
        return hasil
