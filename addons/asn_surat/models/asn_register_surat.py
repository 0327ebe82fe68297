from odoo import api, fields, models


class AsnRegisterSurat(models.Model):
    """A register (buku agenda) whose numbers run without a gap in each year."""

    _name = "asn.register.surat"
    _inherit = "asn.bawaan.mixin"
    _description = "Register of letters (register surat)"
    _order = "kode"

    active = fields.Boolean(default=True)
    kode = fields.Char("Code (kode)", required=True)
    name = fields.Char(required=True)
    nomor_ids = fields.One2many("asn.register.nomor", "register_id", "Counters")

    _kode_uniq = models.Constraint(
        "UNIQUE(kode)", "This register code (kode) already exists."
    )

    def _ambil_nomor(self, tahun, jumlah=1):
        """Take the next numbers of a year and keep the counter locked.

        The lock is held until the transaction ends: a letter that fails gives its
        number back, and no two letters get the same one. A transaction that began
        before another took a number is repeated by Odoo (serialization failure).

        :param int tahun: calendar year
        :param int jumlah: how many letters need a number
        :return: the first of these running numbers, from 1
        """
        self.ensure_one()
        cr = self.env.cr
        cr.execute(
            """
            INSERT INTO asn_register_nomor (register_id, tahun, terakhir)
                 VALUES (%s, %s, 0)
            ON CONFLICT (register_id, tahun) DO NOTHING
            """,
            [self.id, tahun],
            log_exceptions=False,
        )
        cr.execute(
            """
               UPDATE asn_register_nomor
                  SET terakhir = terakhir + %s
                WHERE register_id = %s AND tahun = %s
            RETURNING terakhir
            """,
            [jumlah, self.id, tahun],
            # A lost race is repeated by Odoo and no error for the log.
            log_exceptions=False,
        )
        nomor = cr.fetchone()[0] - jumlah + 1
        self.env["asn.register.nomor"].invalidate_model(["terakhir"])
        self.invalidate_recordset(["nomor_ids"])
        return nomor

    def _celah(self, tahun):
        """Return the numbers that are missing in a year; a sound register has none.

        :param int tahun: calendar year
        :return: list of missing numbers
        """
        self.ensure_one()
        self.env["asn.surat"].flush_model(["register_id", "tahun", "nomor_urut"])
        self.env.cr.execute(
            """
            SELECT n.urut
              FROM asn_register_nomor r
             CROSS JOIN LATERAL generate_series(1, r.terakhir) AS n(urut)
             WHERE r.register_id = %(register)s AND r.tahun = %(tahun)s
               AND NOT EXISTS (
                   SELECT 1 FROM asn_surat s
                    WHERE s.register_id = r.register_id AND s.tahun = r.tahun
                      AND s.nomor_urut = n.urut)
             ORDER BY n.urut
            """,
            {"register": self.id, "tahun": tahun},
        )
        return [urut for (urut,) in self.env.cr.fetchall()]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        """Refuse: a register that has given a number is kept for ever."""
        if self.nomor_ids:
            self.nomor_ids._tolak_hapus()
