from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import isian

IKON = [
    ("fa-file-text-o", "Letter (surat)"),
    ("fa-certificate", "Certificate (sertifikat)"),
    ("fa-graduation-cap", "Education (pendidikan)"),
    ("fa-plane", "Travel (perjalanan)"),
    ("fa-exchange", "Transfer (mutasi)"),
    ("fa-id-card-o", "Card (kartu)"),
    ("fa-trophy", "Award (penghargaan)"),
    ("fa-heart-o", "Family (keluarga)"),
    ("fa-medkit", "Health (kesehatan)"),
    ("fa-briefcase", "Work (pekerjaan)"),
    ("fa-money", "Pay (gaji)"),
    ("fa-calendar", "Time (waktu)"),
]


class AsnLayananBaru(models.TransientModel):
    """Starts a new service: a name, for whom, empty or like another one."""

    _name = "asn.layanan.baru"
    _description = "New Service"

    name = fields.Char("Name of the Service", required=True)
    code = fields.Char(
        "Code",
        compute="_compute_code",
        store=True,
        readonly=False,
        help="Made from the name. Other parts rely on it: it stays for ever.",
    )
    deskripsi = fields.Text("What It Is For")
    ikon = fields.Selection(IKON, "Icon", default="fa-file-text-o", required=True)
    untuk_pns = fields.Boolean("For PNS", default=True)
    untuk_cpns = fields.Boolean("For CPNS", default=True)
    untuk_pppk = fields.Boolean("For PPPK", default=True)
    mulai_dari = fields.Selection(
        [("kosong", "Empty"), ("lazim", "Usual steps"), ("salin", "Another service")],
        "Start From",
        default="lazim",
        required=True,
    )
    asal_id = fields.Many2one("asn.layanan", "Service to Copy")

    @api.depends("name")
    def _compute_code(self):
        for baru in self:
            if not baru.name:
                baru.code = False
                continue
            Layanan = self.env["asn.layanan"].with_context(active_test=False)
            ada = Layanan.search([]).mapped("code")  # pylint: disable=no-search-all
            baru.code = isian.kode_dari(baru.name, ada)

    def action_buat(self):
        """Make the service with a first draft and open the builder.

        :raises UserError: for a code that is not plain or already used
        """
        self.ensure_one()
        if not isian.POLA_KODE.fullmatch(self.code or ""):
            raise UserError(
                self.env._(
                    "The code must be small letters, digits and underscores,"
                    " beginning with a letter, at most 40."
                )
            )
        layanan = self.env["asn.layanan"].create(
            {
                "name": self.name.strip(),
                "code": self.code,
                "deskripsi": self.deskripsi,
                "ikon": self.ikon,
                "untuk_pns": self.untuk_pns,
                "untuk_cpns": self.untuk_cpns,
                "untuk_pppk": self.untuk_pppk,
            }
        )
        return self._versi_awal(layanan).action_rancang()

    def _versi_awal(self, layanan):
        """Return the first draft: empty, with the usual steps, or a copy."""
        Versi = self.env["asn.layanan.versi"]
        if self.mulai_dari == "salin":
            asal = self.asal_id.versi_live_id or self.asal_id.versi_ids[:1]
            if not asal:
                raise UserError(self.env._("Choose the service to copy."))
            versi = asal.copy({"versi": 1, "layanan_id": layanan.id})
            for mandat in self.asal_id.mandat_ids:
                mandat.copy({"layanan_id": layanan.id})
            return versi
        versi = Versi.create({"layanan_id": layanan.id})
        if self.mulai_dari == "lazim":
            for kunci in ("atasan", "verifikasi", "ttd"):
                versi.action_bagian_tambah("tahap", {"palet": kunci})
            self._mandat_awal(layanan)
        return versi

    def _mandat_awal(self, layanan):
        self.env["asn.layanan.mandat"].create(
            {
                "name": self.env._("Head of the regional body"),
                "layanan_id": layanan.id,
                "penandatangan_jabatan": "kepala_perangkat_daerah",
            }
        )
