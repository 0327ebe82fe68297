from odoo import api, fields, models
from odoo.addons.asn_audit.models.asn_pemberian_peran import (
    AsnPemberianPeran as _Dasar,
)
from odoo.exceptions import UserError

#: What a role needs to be told: whose rows it reaches.
CAKUPAN = {"fasilitator": "unit", "admin_aplikasi": "layanan", "validator": "layanan"}

JENIS_AKHIR = [
    ("masa", "The term is over"),
    ("lebih_dini", "Ended early"),
    ("dicabut", "Revoked by Kepala Badan"),
    ("tinjauan", "Revoked in the access review"),
    ("akun", "The account was closed"),
]


class AsnPemberianPeran(models.Model):
    """The appointment (Pasal 4-9): by which letter, for which services or units.

    It is the only door to a right and to the scope of one. What it gives holds
    from its first to its last day, until it is ended early or revoked, and then
    is gone from the account.
    """

    _inherit = "asn.pemberian.peran"
    _GUARDED = {
        **_Dasar._GUARDED,
        "pengusul_id": False,
        "usulan_id": False,
        "berkas": False,
        "nama_berkas": False,
        "is_terpasang": False,
        "ingat_hari": 0,
        "sebelumnya_id": False,
        "jenis_akhir": False,
        "alasan_akhir": False,
        "berakhir_pada": False,
        "diakhiri_oleh_id": False,
        "nomor_surat_akhir": False,
        "tanggal_surat_akhir": False,
        "berkas_akhir": False,
        "nama_berkas_akhir": False,
    }

    state = fields.Selection(
        selection_add=[
            ("berakhir", "Ended (berakhir)"),
            ("dicabut", "Revoked (dicabut)"),
        ],
        ondelete={"berakhir": "set disetujui", "dicabut": "set disetujui"},
    )
    pengusul_id = fields.Many2one(
        "res.users", "Proposed By", readonly=True, copy=False, ondelete="restrict"
    )
    usulan_id = fields.Many2one(
        "asn.usulan.fasilitator",
        "Proposal",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    jenis_dasar = fields.Selection(
        [
            ("sk", "Decree of appointment (SK pengangkatan)"),
            ("surat_tugas", "Letter of assignment (surat tugas)"),
            ("surat_perintah", "Order (surat perintah)"),
            ("sk_jabatan", "Decree of the post (SK jabatan)"),
        ],
        "Kind of Basis",
        required=True,
        default="sk",
    )
    berkas = fields.Binary("Letter", attachment=True, readonly=True, copy=False)
    nama_berkas = fields.Char(readonly=True, copy=False)
    butuh = fields.Selection(
        [("unit", "Units"), ("layanan", "Services")], compute="_compute_butuh"
    )
    layanan_ids = fields.Many2many(
        "asn.layanan",
        "asn_pemberian_layanan_rel",
        "pemberian_id",
        "layanan_id",
        string="Services Granted",
    )
    unit_ids = fields.Many2many(
        "hr.department",
        "asn_pemberian_unit_rel",
        "pemberian_id",
        "unit_id",
        string="Units Granted",
    )
    syarat_ids = fields.One2many(
        "asn.pemberian.syarat", "pemberian_id", "Requirements", readonly=True
    )
    syarat_kurang = fields.Integer("Still Missing", compute="_compute_syarat_kurang")
    sebelumnya_id = fields.Many2one(
        "asn.pemberian.peran",
        "Extends",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    penerus_ids = fields.One2many(
        "asn.pemberian.peran", "sebelumnya_id", "Extended By", readonly=True
    )
    is_terpasang = fields.Boolean("In Place", readonly=True, copy=False)
    ingat_hari = fields.Integer("Reminded (days before)", readonly=True, copy=False)
    jenis_akhir = fields.Selection(
        JENIS_AKHIR, "How It Ended", readonly=True, copy=False
    )
    alasan_akhir = fields.Text("Reason of the End", readonly=True, copy=False)
    berakhir_pada = fields.Datetime("Ended On", readonly=True, copy=False)
    diakhiri_oleh_id = fields.Many2one(
        "res.users", "Ended By", readonly=True, copy=False, ondelete="restrict"
    )
    nomor_surat_akhir = fields.Char(
        "No. of the Revoking Letter", readonly=True, copy=False
    )
    tanggal_surat_akhir = fields.Date(
        "Date of the Revoking Letter", readonly=True, copy=False
    )
    berkas_akhir = fields.Binary(
        "Revoking Letter", attachment=True, readonly=True, copy=False
    )
    nama_berkas_akhir = fields.Char(readonly=True, copy=False)
    can_akhiri = fields.Boolean(compute="_compute_can_akhiri")
    can_cabut = fields.Boolean(compute="_compute_can_akhiri")
    can_perpanjang = fields.Boolean(compute="_compute_can_akhiri")

    @api.model
    def _kode_peran(self):
        """Return ``{id of a role: its name}`` for the roles that have a scope."""
        return {self.env.ref(f"asn_base.role_{nama}").id: nama for nama in CAKUPAN}

    @api.depends("role_id")
    def _compute_butuh(self):
        kode = self._kode_peran()
        for beri in self:
            beri.butuh = CAKUPAN.get(kode.get(beri.role_id.id), False)

    @api.depends("syarat_ids.hasil", "syarat_ids.wajib")
    def _compute_syarat_kurang(self):
        for beri in self:
            beri.syarat_kurang = len(beri._syarat_kurang())

    @api.depends("state", "user_id")
    @api.depends_context("uid")
    def _compute_can_akhiri(self):
        kepala = self.env.user.has_group("asn_base.group_kepala_badan")
        sistem = self.env.user.has_group("asn_base.group_admin_sistem")
        for beri in self:
            hidup = beri.state == "disetujui"
            beri.can_akhiri = hidup and (kepala or sistem)
            beri.can_cabut = hidup and kepala
            beri.can_perpanjang = sistem and beri.state in ("disetujui", "berakhir")

    @api.depends("pengusul_id")
    def _compute_can_putus(self):  # pylint: disable=missing-return
        super()._compute_can_putus()
        for beri in self:
            if beri.pengusul_id == self.env.user:
                beri.can_putus = False

    @api.model_create_multi
    def create(self, vals_list):
        semua = super().create(vals_list)
        semua._periksa_syarat()
        return semua

    def write(self, vals):
        hasil = super().write(vals)
        if vals.keys() & {"user_id", "role_id", "unit_ids", "layanan_ids"}:
            # What was stated was stated about another person or reach.
            # sudo: the rows of requirements are the system's.
            nyata = self.sudo().syarat_ids.filtered("dinyatakan_oleh_id")
            nyata._nyatakan(self.env["res.users"])
            self._periksa_syarat()
        return hasil

    def _periksa_cakupan(self):
        """Refuse a scope that the role does not have, or lacks.

        :raise UserError: in words
        """
        for beri in self:
            if beri.butuh == "unit" and not beri.unit_ids:
                raise UserError(
                    self.env._("Choose the units that this facilitator looks after.")
                )
            if beri.butuh == "layanan" and not beri.layanan_ids:
                raise UserError(
                    self.env._("Choose the services that this person handles.")
                )
            if (beri.unit_ids and beri.butuh != "unit") or (
                beri.layanan_ids and beri.butuh != "layanan"
            ):
                raise UserError(
                    self.env._(
                        "Units are granted to facilitators only, services to"
                        " administrators of services and validating officials only."
                    )
                )

    def _periksa_syarat(self):
        """Look at the requirements of undecided appointments once more."""
        for beri in self.filtered(lambda b: b.state == "diajukan"):
            # sudo: the caller proposes or decides; rows are the system's.
            beri.sudo()._periksa_satu()

    def _periksa_satu(self):
        """Write how each requirement of one appointment stands now."""
        Syarat = self.env["asn.peran.syarat"]
        Baris = self.env["asn.pemberian.syarat"]._mesin()
        fakta = Syarat._fakta(self.user_id, self.unit_ids, self.layanan_ids)
        berlaku = Syarat.search([("role_id", "=", self.role_id.id)])
        ada = {baris.syarat_id: baris._mesin() for baris in self.syarat_ids}
        for syarat in ada.keys() - set(berlaku):
            ada[syarat].unlink()
        for syarat in berlaku:
            baris = ada.get(syarat, Baris)
            vals = {
                "sequence": syarat.sequence,
                "dasar_hukum": syarat.dasar_hukum,
                "wajib": syarat.wajib,
                "fakta": syarat.aturan and syarat._kalimat(fakta, self.layanan_ids),
                "hasil": syarat._nilai(fakta, bool(baris.dinyatakan_oleh_id)),
            }
            if baris:
                baris.write(vals)
            else:
                Baris.create({"pemberian_id": self.id, "syarat_id": syarat.id, **vals})

    def _syarat_kurang(self):
        """Return the compulsory requirements that are not met or not stated."""
        return self.syarat_ids.filtered(
            lambda b: b.wajib and b.hasil in ("gagal", "perlu")
        )

    def _tolak_bila_kurang(self):
        """Refuse to approve while something compulsory is missing.

        :raise UserError: names each requirement, the fact and the article
        """
        self.ensure_one()
        if kurang := self._syarat_kurang():
            label = dict(kurang._fields["hasil"]._description_selection(self.env))
            raise UserError(
                self.env._("%s cannot be appointed yet:", self.user_id.name)
                + "".join(
                    f"\n• {b.syarat_id.name} – {label[b.hasil]}"
                    + (f": {b.fakta}" if b.fakta else "")
                    + f" ({b.dasar_hukum})"
                    for b in kurang
                )
            )

    def _setujui(self, nomor, tanggal, berkas=None, nama_berkas=None):
        """Approve when all requirements are met, and keep the letter.

        :param berkas: the letter in base64, may come later
        :param nama_berkas: its file name
        :raise UserError: a requirement is missing, or the file is refused
        """
        self._periksa_pemutus()
        self._periksa_cakupan()
        self._periksa_syarat()
        self._tolak_bila_kurang()
        surat = self._nilai_berkas(berkas, nama_berkas)
        if surat:
            # sudo: the approver was checked; the letter is a guarded field.
            self.sudo()._mesin().write(surat)
        return super()._setujui(nomor, tanggal)
