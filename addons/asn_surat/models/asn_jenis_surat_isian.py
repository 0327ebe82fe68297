from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

#: Values that every letter has: name -> what it is, and a specimen.
ISIAN_DASAR = {
    "nomor": (_lt("Letter number"), "800.1.11.4/27/BKPSDM/2026"),
    "tanggal_surat": (_lt("Date of the letter"), "2026-03-17"),
    "perihal": (_lt("Subject (hal)"), "Izin Cuti Tahunan"),
    "tempat": (_lt("Place of issue"), "Contoh"),
    "nama": (_lt("Holder: name with titles"), "Siti Aminah, S.E."),
    "nip": (_lt("Holder: NIP"), "198503172010012003"),
    "sebutan_nip": (_lt("Holder: what the NIP is called"), "NIP"),
    "pangkat": (_lt("Holder: rank (pangkat)"), "Penata"),
    "golongan": (_lt("Holder: grade (golongan ruang)"), "III/c"),
    "pangkat_golongan": (_lt("Holder: rank and grade"), "Penata (III/c)"),
    "jabatan": (_lt("Holder: post (jabatan)"), "Analis SDM Aparatur Ahli Muda"),
    "unit_kerja": (_lt("Holder: work unit"), "Bidang Mutasi"),
    "perangkat_daerah": (_lt("Holder: regional office"), "Dinas Kesehatan"),
    "kepala_perangkat_daerah": (
        _lt("Holder: head of the regional office"),
        "Kepala Dinas Kesehatan",
    ),
    "tempat_lahir": (_lt("Holder: place of birth"), "Contoh"),
    "tanggal_lahir": (_lt("Holder: date of birth"), "1985-03-17"),
    "tempat_tanggal_lahir": (
        _lt("Holder: place and date of birth"),
        "Contoh, 17 Maret 1985",
    ),
    "ttd_nama": (_lt("Signer: name with titles"), "Dr. Budi Santoso, M.Si."),
    "ttd_nip": (_lt("Signer: NIP"), "19700101 199503 1 001"),
    "ttd_jabatan": (_lt("Signer: post"), "Kepala BKPSDM"),
    "ttd_pangkat": (_lt("Signer: rank"), "Pembina Utama Muda"),
    "ttd_pangkat_golongan": (
        _lt("Signer: rank and grade"),
        "Pembina Utama Muda (IV/c)",
    ),
    "nama_daerah": (_lt("Region"), "Kota Contoh"),
    "sebutan_kepala": (_lt("Title of the head of the region"), "Wali Kota"),
    "kepala_daerah": (_lt("Head of the region, with its name"), "Wali Kota Contoh"),
    "instansi": (_lt("Issuing office"), "Badan Kepegawaian"),
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
