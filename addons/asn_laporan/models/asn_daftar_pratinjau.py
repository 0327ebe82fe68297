from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import AccessError

#: People that the preview shows.
BATAS = 25


class AsnDaftar(models.Model):
    """The first rows of a list on screen, before any file is made."""

    _inherit = "asn.daftar"

    pratinjau = fields.Html(
        "Preview (Pratinjau)", compute="_compute_pratinjau", sanitize=False
    )

    @api.depends_context("uid")
    @api.depends(
        "jenis",
        "tanggal",
        "unit_id",
        "is_bawahan",
        "kelompok",
        "susunan_id",
        "urut",
        "dasar_masa_kerja",
        "golongan_dari_id",
        "golongan_sampai_id",
        "kelompok_jabatan",
        "jenis_kelamin",
        "pendidikan_dari_id",
        "usia_dari",
        "usia_sampai",
        "pensiun_sampai",
    )
    def _compute_pratinjau(self):
        for daftar in self:
            # Only what is stored: a half-filled form would read at each key.
            asal = daftar._origin
            daftar.pratinjau = asal._html_pratinjau() if asal.id else False

    def _html_pratinjau(self):
        try:
            lembar, pegawai_ids = self._lembar(BATAS)
        except AccessError as galat:
            return Markup('<div class="alert alert-warning">{}</div>').format(
                str(galat)
            )
        self.env["asn.jejak.akses"]._catat(
            pegawai_ids, "daftar", f"laporan.{self.jenis}"
        )
        cetak = self.env["asn.laporan.cetak"]
        isi = lembar[0]
        if not isi.baris:
            return Markup('<p class="text-muted">{}</p>').format(
                self.env._("Nobody fits this choice. Widen the unit or the filters.")
            )
        return Markup(
            '<div class="asn_pratinjau table-responsive"><table class="table table-sm'
            ' table-bordered">{}<tbody>{}</tbody></table></div>'
        ).format(
            cetak._html_kepala(isi.kolom),
            cetak._html_baris(isi.baris[:BATAS], isi.kolom),
        )
