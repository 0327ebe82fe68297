from odoo import api, fields, models


class AsnPermohonan(models.Model):
    """Columns that the services of this addon write and nobody types."""

    _inherit = "asn.permohonan"

    #: Written by handlers; empty in a new request.
    _KOLOM_HASIL = frozenset(
        {
            "suketi_jalur",
            "nomor_hasil",
            "pdk_dicatat",
            "pdk_depan_lama",
            "pdk_belakang_lama",
            "krt_dicatat",
            "krt_nomor_lama",
            "krt_tanggal_lama",
        }
    )
    #: Worked out from the histories; see the files of the services.
    _KOLOM_HITUNG = frozenset(
        {"slks_jenis_id", "slks_usul", "slks_bulan", "is_slks_punya"}
    )

    nomor_hasil = fields.Char(
        "Number of the Card or Charter",
        readonly=True,
        copy=False,
        help="From the answer of the other body: number of the card (kartu) or of the"
        " charter (piagam).",
    )
    minta_nomor_hasil = fields.Boolean(compute="_compute_minta_nomor_hasil")

    @api.depends("layanan_id")
    def _compute_minta_nomor_hasil(self):
        for permohonan in self:
            permohonan.minta_nomor_hasil = permohonan.layanan_code in (
                "kartu",
                "satyalancana",
            )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._tolak_hasil(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._tolak_hasil(vals)
        return super().write(vals)

    @api.model
    def _tolak_hasil(self, vals):
        kolom = self._KOLOM_HASIL | self._KOLOM_HITUNG
        if not self._is_mesin() and (nama := kolom & vals.keys()):
            self._tolak_guarded(nama)

    def _simpan_nomor_hasil(self, nomor):
        """Keep the number that the other body gave, in capitals (KRT-05).

        Called after the answer was recorded, which checked who acts.
        """
        # sudo: the engine keeps what the answer brought
        self.sudo()._mesin().write({"nomor_hasil": " ".join(nomor.upper().split())})

    def _nilai_awal(self):
        """Compare them after creation, too: defaults of a context come late."""
        return {**super()._nilai_awal(), **dict.fromkeys(self._KOLOM_HASIL, False)}
