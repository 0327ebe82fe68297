from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

#: Kinds that use days (reserved or taken) and kinds that give them back.
PEMAKAIAN = ("saldo_awal", "pesan", "lepas", "pakai", "kembali")


class AsnSaldoCutiMutasi(models.Model):
    """One booking of the annual leave ledger (buku saldo cuti).

    Append-only for everybody, administrators and sudo included: a mistake is
    corrected by a further booking. Rows come from the service engine and from
    the opening balance form only, never over RPC, import or a form.
    """

    _name = "asn.saldo.cuti.mutasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Leave Balance Booking (Mutasi Saldo Cuti)"
    _order = "tanggal desc, id desc"
    _rec_name = "keterangan"
    _ENGINE_ROWS = True

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    tahun = fields.Integer("Year Charged", required=True, aggregator=None)
    jenis = fields.Selection(
        [
            ("saldo_awal", "Opening balance: days used before"),
            ("bawaan", "Opening balance: days carried over"),
            ("tangguh", "Deferred into this year"),
            ("tambahan", "Extra for joint leave worked"),
            ("pesan", "Reserved by a request"),
            ("lepas", "Reservation released"),
            ("pakai", "Used"),
            ("kembali", "Given back"),
        ],
        "Booking",
        required=True,
    )
    hari = fields.Integer("Days", required=True, help="Plus adds, minus takes.")
    tanggal = fields.Date("Date", required=True)
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", index="btree_not_null", ondelete="restrict"
    )
    dokumen_id = fields.Many2one(
        "asn.dokumen", "Document", index="btree_not_null", ondelete="restrict"
    )
    keterangan = fields.Char("Remarks", required=True)

    _tanda = models.Constraint(
        "CHECK ((jenis IN ('tangguh', 'lepas', 'kembali') AND hari > 0)"
        " OR (jenis = 'tambahan' AND hari <> 0)"
        " OR (jenis IN ('pesan', 'pakai') AND hari < 0)"
        " OR (jenis = 'saldo_awal' AND hari <= 0)"
        " OR (jenis = 'bawaan' AND hari >= 0))",
        "A leave booking has the wrong sign for its kind.",
    )
    _tahun_wajar = models.Constraint(
        "CHECK (tahun BETWEEN 1990 AND 2200)", "The year of a leave booking is wrong."
    )

    def _tolak(self):
        raise AccessError(
            self.env._(
                "The leave ledger (buku saldo cuti) is only written by the services"
                " and by the opening balance form. A mistake is corrected by a"
                " further booking."
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        """Refuse unless `_catat` makes the bookings."""
        if not self._is_mesin():
            self._tolak()
        return super().create(vals_list)

    def write(self, vals):
        """Refuse, also to the engine: the ledger is append-only."""
        if vals:
            self._tolak()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._tolak()

    @api.model
    def _catat(self, vals_list):
        """Append bookings; the only way into the ledger.

        Callers hold the lock of `asn.saldo.cuti` when they reserve days.
        """
        for vals in vals_list:
            vals.setdefault("tanggal", self.env["asn.saldo.cuti"]._hari_ini())
        # sudo: nobody has write access to the ledger; callers checked the act
        rows = self.sudo()._mesin().create(vals_list).with_env(self.env)
        self.env["asn.saldo.cuti"]._segarkan(rows.employee_id)
        return rows

    @api.model
    def _catat_saldo_awal(
        self,
        employee,
        tahun,
        sisa_n2,
        sisa_n1,
        tangguh=0,
        dipakai_n=0,
        keterangan=None,
        dokumen=None,
    ):
        """Book the opening balance of one employee, once (3.3 saldo awal).

        :param tahun: first year kept in the system (year N)
        :param sisa_n2: days of year N-2 left unused, 0 to 12
        :param sisa_n1: days of year N-1 neither used nor deferred, 0 to 12
        :param tangguh: days of N-1 deferred into N by decision (CUTI-T-06)
        :param dipakai_n: days of N already used on paper
        :raise ValidationError: numbers out of range, or booked before
        """
        self._periksa_saldo_awal(employee, sisa_n2, sisa_n1, tangguh, dipakai_n)
        dasar = {
            "employee_id": employee.id,
            "keterangan": keterangan or self.env._("Opening balance (saldo awal)"),
            "dokumen_id": dokumen.id if dokumen else False,
        }
        rows = [
            ("saldo_awal", tahun - 2, -(12 - sisa_n2)),
            ("bawaan", tahun - 1, 0),
            ("saldo_awal", tahun - 1, -(12 - sisa_n1 - tangguh)),
            ("saldo_awal", tahun, -dipakai_n),
        ]
        if tangguh:
            rows.append(("tangguh", tahun, tangguh))
        baru = self._catat(
            [{**dasar, "jenis": j, "tahun": t, "hari": h} for j, t, h in rows]
        )
        saldo = self.env["asn.saldo.cuti"]._hitung(employee, tahun)[employee.id]
        if saldo.saldo < 0:
            raise ValidationError(
                self.env._(
                    "More days were used in %(year)s than there were: the balance"
                    " would be %(days)s.",
                    year=tahun,
                    days=saldo.saldo,
                )
            )
        return baru

    @api.model
    def _periksa_saldo_awal(self, employee, sisa_n2, sisa_n1, tangguh, dipakai_n):
        if not all(0 <= n <= 12 for n in (sisa_n2, sisa_n1, tangguh)):
            raise ValidationError(
                self.env._("Days left of a year lie between 0 and 12.")
            )
        if sisa_n1 + tangguh > 12:
            raise ValidationError(
                self.env._(
                    "Unused and deferred days of the year before are at most 12"
                    " together."
                )
            )
        if not 0 <= dipakai_n <= 24:
            raise ValidationError(self.env._("Days used lie between 0 and 24."))
        self.env["asn.permohonan.kunci"]._ambil(employee)
        if self.sudo().search_count(  # sudo: booked before, in any scope
            [
                ("employee_id", "=", employee.id),
                ("jenis", "in", ("saldo_awal", "bawaan")),
            ],
            limit=1,
        ):
            raise ValidationError(
                self.env._(
                    "The opening balance of %s was already entered.", employee.name
                )
            )
