from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import ValidationError
from odoo.tools import ormcache


class AsnSetelanCuti(models.Model):
    """What the city decided about leave where the regulations leave it open.

    A row holds from its day until the next one. What has begun is never changed: a
    case of last year, asked again, gets the answer of last year. *Region Profile*
    shows and changes the row of today.
    """

    _name = "asn.setelan.cuti"
    _description = "Leave Settings (Setelan Cuti)"
    _order = "berlaku_mulai desc"
    _rec_name = "berlaku_mulai"

    berlaku_mulai = fields.Date(
        "Valid From",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
        help="Until the day before the next row.",
    )
    mulai_minimal_hari = fields.Integer(
        "Days from Filing to the First Day",
        default=1,
        help="CUTI-02: leave must be decided before it begins. 1 = from tomorrow.",
    )
    susulan_hari = fields.Integer(
        "Working Days to File Afterwards",
        default=3,
        help="CUTI-02: sick and other urgent leave may be filed so many working days"
        " after the return.",
    )
    batas_unit_persen = fields.Integer(
        "Share of a Unit Away (%)",
        default=40,
        help="Above it applicant and officials see a warning; nothing is refused.",
    )
    bersama_kurangi_pppk = fields.Boolean(
        "Joint Leave Reduces the Annual Leave of PPPK",
        help="CUTI-BS-04: reported for Peraturan BKN 7/2022, against Keppres 42/2025.",
    )
    libur_sekolah_pppk = fields.Boolean(
        "School Holidays Are the Annual Leave of PPPK Teachers",
        help="CUTI-K-09, to be confirmed: teachers who are PPPK then file no annual"
        " leave.",
    )

    _sekali = models.Constraint(
        "UNIQUE (berlaku_mulai)", "There is already a row that begins on that day."
    )
    _wajar = models.Constraint(
        "CHECK (mulai_minimal_hari BETWEEN 0 AND 60"
        " AND susulan_hari BETWEEN 0 AND 60"
        " AND batas_unit_persen BETWEEN 1 AND 100)",
        "Leave settings: days lie between 0 and 60, the share between 1 and 100.",
    )

    #: What a row decides.
    _KOLOM = (
        "mulai_minimal_hari",
        "susulan_hari",
        "batas_unit_persen",
        "bersama_kurangi_pppk",
        "libur_sekolah_pppk",
    )

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        if self.search_count([("id", "not in", records.ids)], limit=1):
            # The first row comes with the product and holds for all time before.
            records._periksa_mulai()
        records._lupakan()
        return records

    def write(self, vals):
        """Change rows that do not hold before today.

        :raises ValidationError: a row that decided earlier cases
        """
        self.check_access("write")
        self._periksa_mulai()
        res = super().write(vals)
        self._periksa_mulai()
        self._lupakan()
        return res

    def unlink(self):
        res = super().unlink()
        self._lupakan()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_nanti(self):
        self._periksa_mulai()

    def _periksa_mulai(self):
        """Refuse rows that begin before today.

        :raises ValidationError: naming the first one
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for satu in self:
            if satu.berlaku_mulai < hari_ini:
                raise ValidationError(
                    self.env._(
                        "Leave was decided by the settings of %s. Make a new row that"
                        " begins today or later.",
                        format_panjang(satu.berlaku_mulai),
                    )
                )

    def _lupakan(self):
        self.env.registry.clear_cache()
        self.env.company.invalidate_recordset()

    @api.model
    def _pada(self, hari):
        """Return ``{column: value}`` on a day; before the oldest row, the oldest."""
        return dict(zip(self._KOLOM, self._nilai_pada(hari), strict=True))

    @api.model
    @ormcache("hari")
    def _nilai_pada(self, hari):
        # sudo: settings are the same for everybody, and the answer is shared
        semua = self.sudo().search([])  # pylint: disable=no-search-all
        satu = semua.filtered(lambda s: s.berlaku_mulai <= hari)[:1] or semua[-1:]
        return tuple(satu[nama] for nama in self._KOLOM)

    @api.model
    def _ubah(self, nilai):
        """Let settings hold from today on, by the row of today or a new one.

        :param nilai: ``{column: value}``
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        lama = self._pada(hari_ini)
        if nilai == {nama: lama[nama] for nama in nilai}:
            return
        # sudo: who may write the region profile may; that was asked already
        setelan = self.sudo()
        kini = setelan.search([("berlaku_mulai", "=", hari_ini)])
        if kini:
            kini.write(nilai)
        else:
            setelan.create([{**lama, **nilai, "berlaku_mulai": hari_ini}])
