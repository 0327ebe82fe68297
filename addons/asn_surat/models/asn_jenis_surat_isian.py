from odoo import api, fields, models
from odoo.exceptions import ValidationError

#: Values that every letter has: name -> what it is, and a specimen.
ISIAN_DASAR = {
    "nomor": ("Letter number", "800.1.11.4/27/BKPSDM/2026"),
    "tanggal_surat": ("Date of the letter", "2026-03-17"),
    "perihal": ("Subject (hal)", "Izin Cuti Tahunan"),
    "tempat": ("Place of issue", "Contoh"),
    "nama": ("Holder: name with titles", "Siti Aminah, S.E."),
    "nip": ("Holder: NIP", "198503172010012003"),
    "pangkat": ("Holder: rank (pangkat)", "Penata"),
    "golongan": ("Holder: grade (golongan ruang)", "III/c"),
    "pangkat_golongan": ("Holder: rank and grade", "Penata (III/c)"),
    "jabatan": ("Holder: post (jabatan)", "Analis SDM Aparatur Ahli Muda"),
    "unit_kerja": ("Holder: work unit", "Bidang Mutasi"),
    "perangkat_daerah": ("Holder: regional office", "Dinas Kesehatan"),
    "tempat_lahir": ("Holder: place of birth", "Contoh"),
    "tanggal_lahir": ("Holder: date of birth", "1985-03-17"),
    "ttd_nama": ("Signer: name with titles", "Dr. Budi Santoso, M.Si."),
    "ttd_nip": ("Signer: NIP", "197001011995031001"),
    "ttd_jabatan": ("Signer: post", "Kepala BKPSDM"),
    "ttd_pangkat": ("Signer: rank", "Pembina Utama Muda"),
    "nama_daerah": ("Region", "Kota Contoh"),
    "sebutan_kepala": ("Title of the head of the region", "Wali Kota"),
    "instansi": ("Issuing office", "Badan Kepegawaian"),
}


class AsnJenisSuratIsian(models.Model):
    """A merge field (isian) that one kind of letter has besides the usual ones."""

    _name = "asn.jenis.surat.isian"
    _description = "Merge field of a letter (isian)"
    _order = "jenis_id, sequence, id"

    jenis_id = fields.Many2one(
        "asn.jenis.surat", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kode = fields.Char("Name in the template", required=True)
    name = fields.Char("Meaning", required=True)
    contoh = fields.Char("Specimen (contoh)", help="Shown in the preview.")

    _kode_uniq = models.Constraint(
        "UNIQUE(jenis_id, kode)", "This letter already has a merge field of that name."
    )

    @api.constrains("kode")
    def _check_kode(self):
        """Names are plain words, and not those that every letter has."""
        for isian in self:
            kode = isian.kode or ""
            if not (
                kode.replace("_", "").isalnum()
                and kode.isascii()
                and kode[:1].isalpha()
                and kode == kode.lower()
                and len(kode) <= 64
            ):
                raise ValidationError(
                    self.env._(
                        "The merge field %s must be small letters, digits and "
                        "underscores, beginning with a letter.",
                        kode,
                    )
                )
