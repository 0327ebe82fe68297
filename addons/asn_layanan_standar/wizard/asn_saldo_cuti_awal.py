import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain.saldo import FaktaTahun, hitung


class AsnSaldoCutiAwal(models.TransientModel):
    """Enter what is left of leave from the time before the system, once a person.

    For administrators of the leave service and of the system.
    """

    _name = "asn.saldo.cuti.awal"
    _description = "Opening Leave Balance (Saldo Awal Cuti)"

    employee_id = fields.Many2one("hr.employee", "Employee", required=True)
    tahun = fields.Integer(
        "Year (N)",
        required=True,
        default=lambda self: self.env["asn.saldo.cuti"]._hari_ini().year,
    )
    sisa_n2 = fields.Integer("Unused Days of Year N-2")
    sisa_n1 = fields.Integer("Unused Days of Year N-1")
    tangguh = fields.Integer(
        "Deferred from N-1 by Decision",
        help="Only with a written decision (CUTI-T-06).",
    )
    dipakai_n = fields.Integer("Already Used in Year N")
    keterangan = fields.Char(
        "Source", required=True, help="For example: leave card 2025 of the unit."
    )
    berkas = fields.Binary("Document", attachment=False)
    nama_berkas = fields.Char("File Name")
    saldo = fields.Integer("Balance That Results", compute="_compute_saldo")

    @api.depends("employee_id", "tahun", "sisa_n2", "sisa_n1", "tangguh", "dipakai_n")
    def _compute_saldo(self):
        for awal in self:
            awal.saldo = awal._perkiraan() if awal.tahun else 0

    def _perkiraan(self):
        """Return the balance that these numbers give, before they are booked."""
        fakta = {
            self.tahun - 2: FaktaTahun(pakai=12 - self.sisa_n2),
            self.tahun - 1: FaktaTahun(
                pakai=max(0, 12 - self.sisa_n1 - self.tangguh), bawaan=0
            ),
            self.tahun: FaktaTahun(pakai=self.dipakai_n, tangguh=self.tangguh),
        }
        # sudo: the kind of employment is needed for the rules of the balance
        status = self.employee_id.sudo().status_pegawai
        jenis = self.env["asn.jenis.cuti"]._untuk(
            "tahunan", status, fields.Date.to_date(f"{self.tahun:04d}-12-31")
        )
        if not jenis:
            return 0
        # sudo: the contract is needed for the rules of the balance
        kontrak = self.employee_id.sudo()
        aturan = jenis._aturan(kontrak.tmt_kontrak_mulai, kontrak.tmt_kontrak_selesai)
        return hitung(fakta, self.tahun, lambda tahun: aturan)[self.tahun].saldo

    def action_simpan(self):
        """Book the opening balance and file its document.

        :raise AccessError: for others than the administrators named above
        :raise UserError: neither document nor source
        """
        self.ensure_one()
        user = self.env.user
        if not (
            user.has_group("asn_base.group_admin_sistem")
            or (
                user.has_group("asn_base.group_admin_aplikasi")
                and "cuti" in user.layanan_ids.mapped("code")
            )
        ):
            raise AccessError(
                self.env._("Only administrators of leave enter opening balances.")
            )
        if self.employee_id.user_id == user:
            raise UserError(
                self.env._("Your own opening balance is entered by somebody else.")
            )
        if not (self.keterangan or "").strip():
            raise UserError(self.env._("Please say where these numbers come from."))
        self.env["asn.saldo.cuti.mutasi"]._catat_saldo_awal(
            self.employee_id,
            self.tahun,
            self.sisa_n2,
            self.sisa_n1,
            self.tangguh,
            self.dipakai_n,
            self.keterangan.strip(),
            self._dokumen(),
        )
        return {"type": "ir.actions.act_window_close"}

    def _dokumen(self):
        """File the document, if there is one, in the archive of the person."""
        if not self.berkas:
            return None
        # sudo: who keeps balances need not own the archive of the person
        return (
            self.env["asn.dokumen"]
            .sudo()
            ._arsipkan(
                self.employee_id,
                "BUKTI_SALDO_CUTI",
                base64.b64decode(self.berkas),
                self.nama_berkas or "saldo-awal-cuti.pdf",
                sumber="unggah",
            )
        )
