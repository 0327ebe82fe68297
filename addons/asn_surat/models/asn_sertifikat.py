import base64
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import tanda_tangan

#: Days before expiry from which the office and the signer are warned.
HARI_PERINGATAN = 60
_UKURAN_MAKS = 64 * 1024
_PENGELOLA = "asn_base.group_admin_sistem"


class AsnSertifikat(models.Model):
    """The certificate of an official, or the seal of the office.

    The system administrator registers the PKCS#12 file; its key can be read by
    nobody and its passphrase is known to the signer only.
    """

    _name = "asn.sertifikat"
    _description = "Certificate (sertifikat elektronik)"
    _order = "aktif desc, employee_id, id desc"

    employee_id = fields.Many2one(
        "hr.employee", "Official (pejabat)", index=True, ondelete="restrict"
    )
    jenis = fields.Selection(
        [("pejabat", "Official"), ("segel", "Seal of the office (segel)")],
        "Kind",
        required=True,
        default="pejabat",
    )
    aktif = fields.Boolean("In use", readonly=True, default=True)
    subjek = fields.Char("Owner", readonly=True)
    penerbit = fields.Char("Issued by", readonly=True)
    nomor_seri = fields.Char("Serial number", readonly=True)
    berlaku_mulai = fields.Date("Valid from", readonly=True)
    berlaku_sampai = fields.Date("Valid until", readonly=True)
    diperingatkan_pada = fields.Date("Warned on", readonly=True)
    status = fields.Selection(
        [
            ("belum_diperiksa", "Not yet checked"),
            ("siap", "Ready"),
            ("segera_habis", "Expires soon"),
            ("kedaluwarsa", "Expired"),
            ("diganti", "Replaced"),
        ],
        compute="_compute_status",
    )
    unggahan = fields.Binary(
        "PKCS#12 file (.p12)",
        compute="_compute_unggahan",
        inverse="_inverse_unggahan",
        help="Kept encrypted as it is. Nobody can read it back.",
    )

    _aktif_uniq = models.UniqueIndex(
        "(employee_id) WHERE aktif IS TRUE AND employee_id IS NOT NULL",
        "This official already has a certificate in use.",
    )
    _pemilik_check = models.Constraint(
        "CHECK((jenis = 'pejabat') = (employee_id IS NOT NULL))",
        "A personal certificate needs its official; the seal of the office has none.",
    )

    @api.depends("employee_id", "jenis", "subjek")
    def _compute_display_name(self):
        """Show whose certificate it is."""
        for sertifikat in self:
            sertifikat.display_name = (
                sertifikat.employee_id.sudo().name  # sudo: a name only.
                or sertifikat.subjek
                or self.env._("Seal of the office")
            )

    @api.depends("aktif", "berlaku_sampai")
    def _compute_status(self):
        """Say whether one can sign with it today."""
        hari_ini = fields.Date.context_today(self)
        for sertifikat in self:
            sampai = sertifikat.berlaku_sampai
            if not sertifikat.aktif:
                sertifikat.status = "diganti"
            elif not sampai:
                sertifikat.status = "belum_diperiksa"
            elif sampai < hari_ini:
                sertifikat.status = "kedaluwarsa"
            elif sampai < hari_ini + timedelta(days=HARI_PERINGATAN):
                sertifikat.status = "segera_habis"
            else:
                sertifikat.status = "siap"

    def _compute_unggahan(self):
        """Never give a key back."""
        self.unggahan = False

    def _inverse_unggahan(self):
        """Keep the file of a registration; an empty one changes nothing."""
        for sertifikat in self.filtered("unggahan"):
            sertifikat._simpan_kunci(base64.b64decode(sertifikat.unggahan))

    @api.model_create_multi
    def create(self, vals_list):
        """Register certificates; the one in use before is replaced.

        :raises AccessError: when what only the certificate says is given
        """
        for vals in vals_list:
            self._tolak_terjaga(vals)
            if vals.get("employee_id"):
                lama = self.search(
                    [("employee_id", "=", vals["employee_id"]), ("aktif", "=", True)]
                )
                lama._tulis_mesin({"aktif": False})
                lama.flush_recordset(["aktif"])
        sertifikat = super().create([dict(vals, **self._awal()) for vals in vals_list])
        if not self.env.su and any(not satu._punya_kunci() for satu in sertifikat):
            raise UserError(self.env._("Please choose the PKCS#12 file (.p12)."))
        return sertifikat

    def write(self, vals):
        """Refuse to change what only the certificate says."""
        self._tolak_terjaga(vals)
        if {"employee_id", "jenis"} & vals.keys():
            raise AccessError(
                self.env._("A certificate keeps its owner. Register a new one instead.")
            )
        return super().write(vals)

    @api.model
    def _awal(self):
        """Return the start values that no default may change."""
        return {
            "aktif": True,
            "subjek": False,
            "penerbit": False,
            "nomor_seri": False,
            "berlaku_mulai": False,
            "berlaku_sampai": False,
            "diperingatkan_pada": False,
        }

    def _tolak_terjaga(self, vals):
        """Stop a caller who sets what is read from the certificate."""
        if nama := self._awal().keys() & vals.keys():
            raise AccessError(
                self.env._(
                    "Read from the certificate itself and cannot be given: %s.",
                    ", ".join(sorted(nama)),
                )
            )

    def _tulis_mesin(self, vals):
        """Write past the guard: for the methods of this model only."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    def action_check(self, passphrase):
        """Unlock the certificate once and note its owner and validity.

        For the signer, or the administrator beside the signer. The passphrase is
        used and forgotten.

        :param str passphrase: of the file
        :raises ErrorSandi: when it is wrong
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: whose certificate it is decides.
        milik = self.employee_id.sudo().user_id == self.env.user
        if not milik and not self.env.user.has_group(_PENGELOLA):
            raise AccessError(self.env._("Only the signer checks a certificate."))
        penyedia = self.env["asn.ttd.penyedia.lokal"]
        # sudo: the key; see asn.sertifikat.kunci.
        penyedia._buka_sertifikat(self.sudo(), passphrase or "")
        return True

    def action_ask_passphrase(self):
        """Open the passphrase dialog for ``action_check``."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "asn_surat.ttd",
            "params": {
                "model": self._name,
                "ids": self.ids,
                "method": "action_check",
                "title": self.env._("Check the certificate"),
                "label": self.env._("Check"),
            },
        }

    # ------------------------------------------------------------------
    # For the engine
    # ------------------------------------------------------------------

    @api.model
    def _muat_p12(self, employee, isi, sandi=None):
        """Register the certificate of an official; repeatable.

        :param employee: ``hr.employee``
        :param bytes isi: PKCS#12
        :param str sandi: passphrase, only to read owner and validity; not kept
        :return: ``asn.sertifikat``
        :raises ErrorTTD: when the file or the passphrase is wrong
        """
        ada = self._milik(employee)
        if ada and ada._kunci_byte() == isi:
            sertifikat = ada
        else:
            sertifikat = self.create({"employee_id": employee.id})
            sertifikat._simpan_kunci(isi)
        if sandi is not None:
            try:
                sertifikat._catat_info(tanda_tangan.lihat(isi, sandi))
            except tanda_tangan.TtdGagal as gagal:
                raise self.env["asn.ttd.penyedia.lokal"]._galat(gagal)
        return sertifikat

    @api.model
    def _milik(self, employee):
        """Return the certificate of a person that is in use."""
        return self.search(
            [("employee_id", "=", employee.id), ("aktif", "=", True)], limit=1
        )

    @api.model
    def _segel(self):
        """Return the seal of the office."""
        return self.search([("jenis", "=", "segel"), ("aktif", "=", True)], limit=1)

    def _punya_kunci(self):
        """Tell whether a file is kept for this certificate."""
        # sudo: only whether there is one.
        Kunci = self.env["asn.sertifikat.kunci"].sudo()
        return bool(Kunci.search_count([("sertifikat_id", "=", self.id)]))

    def _simpan_kunci(self, isi):
        """Keep a PKCS#12 file.

        :raises UserError: when it is not one
        """
        self.ensure_one()
        if not isi or len(isi) > _UKURAN_MAKS or isi[:1] != b"\x30":
            raise UserError(
                self.env._(
                    "This is not a PKCS#12 file (.p12 or .pfx) of a certificate."
                )
            )
        # sudo: nobody has rights on keys; this is the only place that writes one.
        Kunci = self.env["asn.sertifikat.kunci"].sudo()
        Kunci.search([("sertifikat_id", "=", self.id)]).unlink()
        Kunci.create({"sertifikat_id": self.id, "isi": base64.b64encode(isi)})
        self._tulis_mesin({"berlaku_sampai": False, "subjek": False})

    def _kunci_byte(self):
        """Return the PKCS#12 file to the signing code."""
        # sudo: nobody has rights on keys; this is the only place that reads one.
        Kunci = self.env["asn.sertifikat.kunci"].sudo().with_context(bin_size=False)
        kunci = Kunci.search([("sertifikat_id", "=", self.id)], limit=1)
        return base64.b64decode(kunci.isi or b"")

    def _catat_info(self, info):
        """Note what an unlocked certificate says."""
        if self.nomor_seri == info.nomor_seri and self.berlaku_sampai:
            return
        self._tulis_mesin(
            {
                "subjek": info.subjek,
                "penerbit": info.penerbit,
                "nomor_seri": info.nomor_seri,
                "berlaku_mulai": info.berlaku_mulai.date(),
                "berlaku_sampai": info.berlaku_sampai.date(),
            }
        )

    @api.model
    def _cron_peringatan(self):
        """Warn signers whose certificate expires soon; once a month each."""
        hari_ini = fields.Date.context_today(self)
        batas = hari_ini + timedelta(days=HARI_PERINGATAN)
        segera = self.search(
            [
                ("aktif", "=", True),
                ("berlaku_sampai", "<=", batas),
                ("berlaku_sampai", ">=", hari_ini),
                "|",
                ("diperingatkan_pada", "=", False),
                ("diperingatkan_pada", "<=", hari_ini - timedelta(days=30)),
            ]
        )
        for sertifikat in segera:
            user = sertifikat.employee_id.user_id
            if user:
                user.partner_id.message_notify(
                    partner_ids=user.partner_id.ids,
                    subject=self.env._("Your certificate expires soon"),
                    body=self.env._(
                        "Your electronic certificate is valid until %s. Please renew "
                        "it in time; after that date you cannot sign letters.",
                        sertifikat.berlaku_sampai.strftime("%d-%m-%Y"),
                    ),
                )
        segera._tulis_mesin({"diperingatkan_pada": hari_ini})
