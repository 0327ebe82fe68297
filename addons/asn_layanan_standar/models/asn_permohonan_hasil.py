from odoo import api, fields, models

from .asn_permohonan import ISIAN_CUTI, KOLOM_CUTI
from .asn_permohonan_belajar import ISIAN_BELAJAR
from .asn_permohonan_cltn import ISIAN_CLTN
from .asn_permohonan_kgb import KOLOM_KGB
from .asn_permohonan_kgb_jenis import ISIAN_KGB
from .asn_permohonan_kp import ISIAN_KP, KOLOM_KP
from .asn_permohonan_pensiun import ISIAN_PENSIUN, KOLOM_PENSIUN
from .asn_permohonan_slks import KOLOM_SLKS


class AsnPermohonan(models.Model):
    """Who writes the columns that the services of this addon add.

    What a service works out or leaves behind is typed by nobody; what the applicant
    fills in belongs to the decision once it was submitted.
    """

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
            "gaji_serah_id",
            "serah_catatan",
            "is_draf_siap",
        }
    )
    #: Worked out from dates and histories.
    _KOLOM_HITUNG = (KOLOM_CUTI | KOLOM_KGB | KOLOM_KP | KOLOM_PENSIUN | KOLOM_SLKS) | {
        "kp_status_bkn"
    }
    #: Filled in by the applicant.
    _KOLOM_ISIAN = frozenset().union(
        ISIAN_BELAJAR, ISIAN_CLTN, ISIAN_CUTI, ISIAN_KGB, ISIAN_KP, ISIAN_PENSIUN
    )

    nomor_hasil = fields.Char(
        "Number of the Card or Charter",
        readonly=True,
        copy=False,
        help="From the answer of the other body: number of the card (kartu) or of the"
        " charter (piagam).",
    )
    minta_nomor_hasil = fields.Boolean(compute="_compute_minta_nomor_hasil")

    def _kolom_sk(self):
        """Return the columns by which a riwayat names the person and the decree.

        The number of the request stands in for a decree without a letter of its own.
        """
        self.ensure_one()
        surat = self.surat_id
        return {
            "employee_id": self.employee_id.id,
            "nomor_sk": surat.nomor or self.nomor_naskah or self.nomor,
            "tanggal_sk": surat.tanggal
            or self.tanggal_naskah
            or self.env["hr.employee"]._asn_hari_ini(),
            "pejabat": surat.penandatangan_id.jabatan_id.name or self.pejabat_naskah,
            "dokumen_id": self.dokumen_produk_id.id,
        }

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
        if not self._is_mesin() and (nama := self._KOLOM_ISIAN & vals.keys()):
            # sudo: the state decides, whatever the caller may read
            if any(p.state not in ("draft", "returned") for p in self.sudo()):
                self._tolak_guarded(nama)
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
