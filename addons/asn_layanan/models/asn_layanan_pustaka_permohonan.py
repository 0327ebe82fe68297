from odoo import api, models
from odoo.addons.asn_base.domain import tanggal

from ..domain import transisi
from ..domain.pustaka import ANGKA, REKAMAN, Jenis, Parameter


class AsnLayananPustaka(models.AbstractModel):
    """Rules about other requests and earlier products of a person."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [*super()._daftar_jenis(), "tanpa_permohonan", "jarak_produk"]

    @api.model
    def _parameter_layanan(self):
        return Parameter(
            "layanan",
            REKAMAN,
            self.env._("Services"),
            wajib=True,
            banyak=True,
            model="asn.layanan",
        )

    @api.model
    def _uraian_tanpa_permohonan(self):
        return Jenis(
            "tanpa_permohonan",
            self.env._("No open request of other services"),
            "permohonan",
            self.env._("None of these services has a request in process."),
            self.env._("No request in process for: {layanan}"),
            self.env._("Request {fakta} is still in process."),
            (self._parameter_layanan(),),
        )

    @api.model
    def _pustaka_tanpa_permohonan(self, orang, parameter, kasus):
        layanan = self._rekaman("asn.layanan", parameter["layanan"])
        # sudo: a competing request counts, also one the caller may not read
        terbuka = (
            self.env["asn.permohonan"]
            .sudo()
            .search_fetch(
                [
                    ("employee_id", "in", orang.ids),
                    ("layanan_id", "in", layanan.ids),
                    ("state", "in", transisi.TERBUKA),
                    ("id", "not in", kasus.permohonan.ids if kasus.permohonan else []),
                ],
                ["employee_id", "nomor"],
                order="id",
            )
        )
        kena = {p.employee_id.id: p.nomor for p in terbuka}
        return {
            p.id: ("gagal", kena[p.id]) if p.id in kena else ("lulus", False)
            for p in orang
        }

    @api.model
    def _uraian_jarak_produk(self):
        return Jenis(
            "jarak_produk",
            self.env._("Waiting time since the last product"),
            "permohonan",
            self.env._(
                "So many months have passed since these services last issued something"
                " to this person; who never had one passes."
            ),
            self.env._("{bulan} months after the last product of: {layanan}"),
            self.env._(
                "The next request is possible {bulan} months after the last product"
                " ({fakta})."
            ),
            (
                self._parameter_layanan(),
                Parameter(
                    "bulan",
                    ANGKA,
                    self.env._("At least"),
                    12,
                    self.env._("months"),
                    minimum=1,
                ),
            ),
        )

    @api.model
    def _pustaka_jarak_produk(self, orang, parameter, kasus):
        layanan = self._rekaman("asn.layanan", parameter["layanan"])
        # sudo: an earlier product counts, also one the caller may not read
        kelompok = (
            self.env["asn.permohonan"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", orang.ids),
                    ("layanan_id", "in", layanan.ids),
                    ("state", "in", (transisi.ISSUED, transisi.DONE)),
                    ("tanggal_terbit", "!=", False),
                ],
                ["employee_id"],
                ["tanggal_terbit:max"],
            )
        )
        terakhir = {p.id: saat.date() for p, saat in kelompok}
        hasil = {}
        for pegawai in orang:
            saat = terakhir.get(pegawai.id)
            if not saat:
                hasil[pegawai.id] = "lulus", False
                continue
            mulai = tanggal.tambah_bulan(saat, parameter["bulan"])
            hasil[pegawai.id] = (
                "lulus" if kasus.pada >= mulai else "gagal",
                self._tanggal_teks(saat),
            )
        return hasil
