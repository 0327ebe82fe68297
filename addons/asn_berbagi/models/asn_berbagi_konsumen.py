import ipaddress

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..domain import katalog

_GRUP_PENGELOLA = "asn_base.group_admin_sistem"
#: Keys that may live at once: the present one and its successor.
_KUNCI_MAKS = 2


class AsnBerbagiKonsumen(models.Model):
    """An application that reads personnel data (Pasal 29).

    What it may read follows from the newest approved data-use request that
    names it (``_izin_berlaku``): fields, units and days. Nothing is kept here,
    so an end or a revocation works with the next call.
    """

    _name = "asn.berbagi.konsumen"
    _description = "Consumer of Data (Konsumen Data)"
    _order = "name, id"

    name = fields.Char("Application", required=True)
    instansi = fields.Char("Owner (Instansi)", required=True)
    jenis = fields.Selection(
        [
            ("internal", "Office of this city"),
            ("pemerintah", "Other government body"),
            ("vendor", "Run by a vendor"),
        ],
        "Kind",
        default="internal",
        required=True,
    )
    kontak_teknis = fields.Char("Technical Contact (e-mail)", required=True)
    kontak_data = fields.Char("Contact for the Data (e-mail)", required=True)
    alamat_diizinkan = fields.Text(
        "Network Addresses",
        help="One address or network a line, as 10.1.2.3 or 10.1.0.0/16. Empty: from"
        " everywhere.",
    )
    batas_menit = fields.Integer("Requests a Minute", default=60, required=True)
    batas_hari = fields.Integer("Requests a Day", default=20000, required=True)
    active = fields.Boolean(default=True)
    kunci_ids = fields.One2many("asn.berbagi.kunci", "konsumen_id", "Keys")
    permintaan_ids = fields.One2many(
        "asn.permintaan.data", "konsumen_id", "Data-Use Requests"
    )
    akses_ids = fields.One2many("asn.berbagi.akses", "konsumen_id", "Calls")
    status = fields.Selection(
        [
            ("aktif", "Active"),
            ("tanpa_izin", "No approved request"),
            ("tanpa_kunci", "No key"),
            ("mati", "Switched off"),
        ],
        "Status",
        compute="_compute_status",
    )
    berlaku_sampai = fields.Date("Until", compute="_compute_status")
    bidang_tampil = fields.Char("Fields", compute="_compute_status")
    dipakai_terakhir = fields.Datetime("Last Call", compute="_compute_status")

    _batas_check = models.Constraint(
        "CHECK(batas_menit BETWEEN 1 AND 6000 AND batas_hari BETWEEN 1 AND 10000000)",
        "The limits are 1 to 6,000 requests a minute and 1 to 10,000,000 a day.",
    )

    @api.depends("active", "kunci_ids.dicabut_pada", "permintaan_ids.state")
    def _compute_status(self):
        for konsumen in self:
            izin = konsumen._izin_berlaku()
            kunci = konsumen.kunci_ids._hidup()
            konsumen.status = (
                "mati"
                if not konsumen.active
                else "tanpa_izin"
                if not izin
                else "tanpa_kunci"
                if not kunci
                else "aktif"
            )
            konsumen.berlaku_sampai = izin.tanggal_selesai
            konsumen.bidang_tampil = ", ".join(konsumen._bidang(izin)) if izin else ""
            konsumen.dipakai_terakhir = max(
                konsumen.kunci_ids.filtered("dipakai_terakhir").mapped(
                    "dipakai_terakhir"
                ),
                default=False,
            )

    @api.constrains("alamat_diizinkan")
    def _check_alamat(self):
        for konsumen in self:
            for baris in (konsumen.alamat_diizinkan or "").split():
                try:
                    ipaddress.ip_network(baris, strict=False)
                except ValueError:
                    raise ValidationError(
                        self.env._(
                            "%s is no network address. Write one a line, for example"
                            " 10.1.2.3 or 10.1.0.0/16.",
                            baris,
                        )
                    ) from None

    def _dari_alamat(self, alamat):
        """Tell whether a call from this address is accepted."""
        self.ensure_one()
        daftar = (self.alamat_diizinkan or "").split()
        if not daftar:
            return True
        try:
            asal = ipaddress.ip_address(alamat or "")
        except ValueError:
            return False
        return any(
            asal in ipaddress.ip_network(baris, strict=False) for baris in daftar
        )

    def _izin_berlaku(self):
        """Return the approved request in force today; the newest decision counts."""
        self.ensure_one()
        return self.permintaan_ids._berlaku().sorted(lambda m: (m.diputus_pada, m.id))[
            -1:
        ]

    def _bidang(self, izin):
        """Return the names of the fields of the catalogue that a request opens.

        Those of class *publik* are open to every consumer with an approved
        request; the others must be named in it.
        """
        Kelas = self.env["asn.kelas.data"]
        return [
            nama
            for nama, bidang in katalog.BIDANG.items()
            if Kelas._kelas(bidang.kode) == "publik" or izin._mencakup([bidang.kode])
        ]

    def _riwayat(self, izin):
        """Return the riwayat models that a request opens.

        Specific personal data (punishments, health, family) are never shared
        this way.
        """
        return [
            model
            for model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
            if self.env[model]._kelas != "spesifik" and izin._mencakup([f"{model}.*"])
        ]

    def _periksa_pengelola(self):
        if not self.env.user.has_group(_GRUP_PENGELOLA):
            raise AccessError(
                self.env._("Only Administrator Sistem makes and revokes keys.")
            )

    def action_buat_kunci(self):
        """Make a key, show it once and keep only its hash.

        :raises AccessError: for anybody but Administrator Sistem
        :raises UserError: without an approved request, or with two live keys
        """
        self.ensure_one()
        self._periksa_pengelola()
        self.check_access("write")
        self.lock_for_update()
        izin = self._izin_berlaku()
        if not izin:
            raise UserError(
                self.env._(
                    "No approved data-use request names this application today. Make"
                    " one under Permintaan Data and let Kepala Badan record the"
                    " approval of the PyB."
                )
            )
        if len(self.kunci_ids._hidup()) >= _KUNCI_MAKS:
            raise UserError(
                self.env._(
                    "This application has two live keys already, enough to change from"
                    " one to the other. Revoke the older one first."
                )
            )
        kunci = self.env["asn.berbagi.kunci"]._terbitkan(self, izin.tanggal_selesai)
        return {
            "type": "ir.actions.client",
            "tag": "asn_berbagi.kunci",
            "params": {"kunci": kunci, "nama": self.name},
        }
