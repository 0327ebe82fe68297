from odoo import api, models

from ..domain import berkas


class AsnDokumenPesan(models.Model):
    """Why a file is refused, in words for the person who uploads it."""

    _inherit = "asn.dokumen"

    @api.model
    def _pesan_tolak(self, tolak, nama_file):
        """Return why a file is refused, and what to do, for the uploader."""
        if tolak.rinci:
            return self._pesan_tolak_rinci(tolak, nama_file)
        return {
            "kosong": self.env._("The file %s is empty (0 bytes).", nama_file),
            "jenis_tidak_dikenal": self.env._(
                "The file %s is neither a PDF nor a JPEG or PNG picture.", nama_file
            ),
            "rusak": self.env._(
                "The file %s is damaged and cannot be opened.", nama_file
            ),
            "campuran": self.env._(
                "The file %s is two kinds of file in one and is refused for safety. "
                "Print it to a new PDF and upload that.",
                nama_file,
            ),
            "bukan_gambar": self.env._(
                "The file %s is not a JPEG or PNG picture.", nama_file
            ),
            "terkunci": self.env._(
                "The file %s is protected by a password. Remove it first.", nama_file
            ),
            "aktif": self.env._(
                "The file %s contains scripts or attached files and is refused for "
                "safety. Print it to a new PDF and upload that.",
                nama_file,
            ),
        }[tolak.kode]

    @api.model
    def _pesan_tolak_rinci(self, tolak, nama_file):
        """Return the message for a refusal that has figures."""
        if tolak.kode == "terlalu_besar":
            return self.env._(
                "The file %(name)s is %(size).1f MB; the limit is %(limit)d MB. "
                "Scan it at a lower resolution and upload it again.",
                name=nama_file,
                size=tolak.rinci["ukuran"] / berkas.MB,
                limit=tolak.rinci["maks"] // berkas.MB,
            )
        if tolak.kode == "terlalu_banyak":
            return self.env._(
                "%(number)d pictures are too many for one document; the limit is "
                "%(limit)d. File them as two documents.",
                number=tolak.rinci["jumlah"],
                limit=tolak.rinci["maks"],
            )
        jenis = tolak.rinci["jenis"].upper()
        if tolak.kode == "salah_label":
            return self.env._(
                "The content of %(name)s is %(kind)s but its name says otherwise. "
                "Give it the right extension or choose the right file.",
                name=nama_file,
                kind=jenis,
            )
        return self.env._(
            "%(name)s is a %(kind)s file, which is not accepted for this kind "
            "of document.",
            name=nama_file,
            kind=jenis,
        )
