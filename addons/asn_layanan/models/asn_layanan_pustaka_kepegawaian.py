from odoo import api, models
from odoo.addons.asn_base.domain import masa_kerja, tanggal

from ..domain.pustaka import ANGKA, PILIHAN, REKAMAN, Jenis, Parameter


class AsnLayananPustaka(models.AbstractModel):
    """Rules about employment: status, legal position, unit, age."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [
            *super()._daftar_jenis(),
            "status",
            "kedudukan",
            "unit",
            "usia",
            "jarak_bup",
        ]

    # ---- status and legal position --------------------------------------

    @api.model
    def _uraian_status(self):
        pilihan = self.env["hr.employee"]._fields["status_pegawai"]
        return Jenis(
            "status",
            self.env._("Employment status"),
            "kepegawaian",
            self.env._("Only people of these kinds of employment."),
            self.env._("Employment status is one of: {status}"),
            self.env._("This service is not for your kind of employment ({fakta})."),
            (
                Parameter(
                    "status",
                    PILIHAN,
                    self.env._("Kinds of employment"),
                    wajib=True,
                    banyak=True,
                    pilihan=tuple(pilihan._description_selection(self.env)),
                ),
            ),
        )

    @api.model
    def _pustaka_status(self, orang, parameter, kasus):
        label = dict(orang._fields["status_pegawai"]._description_selection(self.env))
        return {
            p.id: (
                "lulus" if p.status_pegawai in parameter["status"] else "gagal",
                label.get(p.status_pegawai, "-"),
            )
            for p in orang
        }

    @api.model
    def _uraian_kedudukan(self):
        return Jenis(
            "kedudukan",
            self.env._("Legal position (kedudukan hukum)"),
            "kepegawaian",
            self.env._("Only people in one of these legal positions."),
            self.env._("Legal position is one of: {kedudukan}"),
            self.env._("Your legal position ({fakta}) does not allow this request."),
            (
                Parameter(
                    "kedudukan",
                    REKAMAN,
                    self.env._("Legal positions"),
                    wajib=True,
                    banyak=True,
                    model="asn.kedudukan.hukum",
                ),
            ),
        )

    @api.model
    def _pustaka_kedudukan(self, orang, parameter, kasus):
        return {
            p.id: (
                "lulus"
                if p.kedudukan_hukum.kode in parameter["kedudukan"]
                else "gagal",
                p.kedudukan_hukum.name or "-",
            )
            for p in orang
        }

    # ---- unit, age, distance to the pension age ---------------------------

    @api.model
    def _uraian_unit(self):
        return Jenis(
            "unit",
            self.env._("Work unit"),
            "kepegawaian",
            self.env._("Works in one of these units or below, or in units of a kind."),
            self.env._("Work unit: {unit} {jenis}"),
            self.env._("This service is not for your work unit ({fakta})."),
            (
                Parameter(
                    "unit",
                    REKAMAN,
                    self.env._("Units, with those below"),
                    banyak=True,
                    model="hr.department",
                ),
                Parameter(
                    "jenis",
                    PILIHAN,
                    self.env._("Kinds of unit"),
                    banyak=True,
                    pilihan=tuple(
                        self.env["hr.department"]
                        ._fields["jenis_unit"]
                        ._description_selection(self.env)
                    ),
                ),
            ),
        )

    @api.model
    def _pustaka_unit(self, orang, parameter, kasus):
        # sudo: where a unit stands in the tree is no secret
        puncak = self._rekaman("hr.department", parameter["unit"]).sudo()
        jejak = tuple(puncak.mapped("parent_path"))
        hasil = {}
        for pegawai in orang:
            unit = pegawai.unit_id
            di_bawah = bool(jejak) and (unit.parent_path or "").startswith(jejak)
            lulus = di_bawah or unit.jenis_unit in parameter["jenis"]
            hasil[pegawai.id] = ("lulus" if lulus else "gagal"), unit.name or "-"
        return hasil

    @api.model
    def _uraian_usia(self):
        return Jenis(
            "usia",
            self.env._("Age (usia)"),
            "kepegawaian",
            self.env._("Completed years of age; leave one end empty for no limit."),
            self.env._("Age from {minimal} to {maksimal} years"),
            self.env._(
                "Age must lie from {minimal} to {maksimal} years; it is {fakta}."
            ),
            (
                Parameter(
                    "minimal",
                    ANGKA,
                    self.env._("At least"),
                    satuan=self.env._("years"),
                    maksimum=100,
                ),
                Parameter(
                    "maksimal",
                    ANGKA,
                    self.env._("At most"),
                    satuan=self.env._("years"),
                    maksimum=100,
                ),
            ),
        )

    @api.model
    def _pustaka_usia(self, orang, parameter, kasus):
        hasil = {}
        for pegawai in orang:
            lahir = pegawai.tanggal_lahir
            if not lahir:
                hasil[pegawai.id] = "manual", self.env._("not recorded")
                continue
            usia = tanggal.umur(lahir, kasus.pada)
            lulus = (parameter["minimal"] or 0) <= usia
            if parameter["maksimal"] is not None:
                lulus = lulus and usia <= parameter["maksimal"]
            hasil[pegawai.id] = ("lulus" if lulus else "gagal"), str(usia)
        return hasil

    @api.model
    def _uraian_jarak_bup(self):
        return Jenis(
            "jarak_bup",
            self.env._("Time left until the pension age (BUP)"),
            "kepegawaian",
            self.env._("Whole months from that day to the TMT of the pension."),
            self.env._("Until the pension: from {minimal} to {maksimal} months"),
            self.env._(
                "The time until your pension ({fakta}) must lie from {minimal} to"
                " {maksimal} months."
            ),
            (
                Parameter(
                    "minimal",
                    ANGKA,
                    self.env._("At least"),
                    satuan=self.env._("months"),
                ),
                Parameter(
                    "maksimal",
                    ANGKA,
                    self.env._("At most"),
                    satuan=self.env._("months"),
                ),
            ),
        )

    @api.model
    def _pustaka_jarak_bup(self, orang, parameter, kasus):
        hasil = {}
        for pegawai in orang:
            tmt = pegawai.tmt_pensiun
            if not tmt:
                hasil[pegawai.id] = "manual", self.env._("not recorded")
                continue
            bulan = masa_kerja.bulan_penuh(kasus.pada, tmt)
            lulus = (parameter["minimal"] or 0) <= bulan
            if parameter["maksimal"] is not None:
                lulus = lulus and bulan <= parameter["maksimal"]
            hasil[pegawai.id] = ("lulus" if lulus else "gagal"), self._lama_teks(bulan)
        return hasil
