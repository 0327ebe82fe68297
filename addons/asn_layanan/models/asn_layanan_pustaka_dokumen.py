from odoo import api, fields, models

from ..domain.pustaka import ANGKA, REKAMAN, YA_TIDAK, Jenis, Parameter


class AsnLayananPustaka(models.AbstractModel):
    """Rules about the archive and the completeness of the profile."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [*super()._daftar_jenis(), "dokumen", "kelengkapan"]

    @api.model
    def _uraian_dokumen(self):
        return Jenis(
            "dokumen",
            self.env._("Document in the archive"),
            "dokumen",
            self.env._(
                "The archive holds the newest version of each of these kinds, verified"
                " where asked, not expired and not older than allowed."
            ),
            self.env._("In the archive: {dokumen}, at most {umur} months old"),
            self.env._("Your archive lacks: {fakta}."),
            (
                Parameter(
                    "dokumen",
                    REKAMAN,
                    self.env._("Kinds of document"),
                    wajib=True,
                    banyak=True,
                    model="asn.jenis.dokumen",
                ),
                Parameter(
                    "umur",
                    ANGKA,
                    self.env._("Not older than"),
                    0,
                    self.env._("months"),
                    bantuan=self.env._("0: any age."),
                ),
                Parameter("sah", YA_TIDAK, self.env._("Verified"), True),
            ),
        )

    @api.model
    def _pustaka_dokumen(self, orang, parameter, kasus):
        jenis = self._rekaman("asn.jenis.dokumen", parameter["dokumen"])
        domain = [
            ("employee_id", "in", orang.ids),
            ("jenis_id", "in", jenis.ids),
            ("is_terbaru", "=", True),
            ("status", "=" if parameter["sah"] else "!=", "sah")
            if parameter["sah"]
            else ("status", "in", ("belum", "sah")),
            "|",
            ("berlaku_sampai", "=", False),
            ("berlaku_sampai", ">=", kasus.pada),
        ]
        if parameter["umur"]:
            batas = fields.Date.subtract(kasus.pada, months=parameter["umur"])
            domain.append(("tanggal", ">=", batas))
        # sudo: whether a document is there, never what is in it
        kelompok = (
            self.env["asn.dokumen"]
            .sudo()
            ._read_group(domain, ["employee_id", "jenis_id"])
        )
        ada = {}
        for pegawai, satu in kelompok:
            ada.setdefault(pegawai.id, set()).add(satu.id)
        hasil = {}
        for pegawai in orang:
            kurang = jenis.filtered(lambda j, p=pegawai: j.id not in ada.get(p.id, ()))
            hasil[pegawai.id] = (
                ("gagal", ", ".join(kurang.mapped("name")))
                if kurang
                else ("lulus", False)
            )
        return hasil

    @api.model
    def _uraian_kelengkapan(self):
        return Jenis(
            "kelengkapan",
            self.env._("Completeness of the profile"),
            "dokumen",
            self.env._("The profile is filled in to this percentage."),
            self.env._("Profile complete to at least {persen} %"),
            self.env._("Your profile must be complete to {persen} %; it is {fakta}."),
            (
                Parameter(
                    "persen",
                    ANGKA,
                    self.env._("At least"),
                    80,
                    "%",
                    minimum=1,
                    maksimum=100,
                ),
            ),
        )

    @api.model
    def _pustaka_kelengkapan(self, orang, parameter, kasus):
        return {
            p.id: (
                "lulus" if p.kelengkapan >= parameter["persen"] else "gagal",
                f"{p.kelengkapan} %",
            )
            for p in orang
        }
