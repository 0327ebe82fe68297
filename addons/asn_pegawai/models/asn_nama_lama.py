from odoo import api, fields, models


class AsnNamaLama(models.Model):
    """What a unit or a post was called, and until when.

    Rows are made when a change of the organisation takes effect and go with
    its undoing; nobody types them. Old names stay searchable, and a decree
    keeps the name of its day.
    """

    _name = "asn.nama.lama"
    _inherit = "asn.penjaga.mixin"
    _description = "Former Name (Nama Lama)"
    _order = "sampai desc, id desc"
    _rec_name = "nama"
    _ENGINE_ROWS = True

    unit_id = fields.Many2one(
        "hr.department", "Unit", index="btree_not_null", ondelete="cascade"
    )
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", index="btree_not_null", ondelete="cascade"
    )
    nama = fields.Char("Former Name", required=True, index="trigram")
    singkatan = fields.Char("Former Short Name")
    induk_id = fields.Many2one("hr.department", "Formerly Below", ondelete="set null")
    asal_unit_id = fields.Many2one(
        "hr.department", "Merged From Unit", ondelete="set null"
    )
    asal_jabatan_id = fields.Many2one("hr.job", "Merged From Post", ondelete="set null")
    sampai = fields.Date("Until", required=True, help="Last day of that name.")
    baris_id = fields.Many2one(
        "asn.perubahan.organisasi.baris",
        "Change",
        index="btree_not_null",
        ondelete="restrict",
    )
    # What everybody may read of the change: its regulation.
    dasar = fields.Char("Legal Basis")
    _satu_sasaran = models.Constraint(
        "CHECK ((unit_id IS NULL) <> (jabatan_id IS NULL))",
        "A former name belongs to one unit or to one post.",
    )

    @api.depends("nama", "sampai")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = self.env._(
                "%(name)s, until %(date)s",
                name=baris.nama,
                date=baris.sampai.strftime("%d-%m-%Y") if baris.sampai else "",
            )

    @api.model
    def _penentu_nama(self, medan, ids):
        """Return a function of id and date to the name on that date, or None.

        :param medan: ``unit_id`` or ``jabatan_id``
        :param ids: units or posts that will be asked for
        """
        # sudo: former names are no secret, whoever records a decree
        lama_sudo = self.sudo().search_fetch(
            [
                (medan, "in", list(ids)),
                ("asal_unit_id", "=", False),
                ("asal_jabatan_id", "=", False),
            ],
            [medan, "nama", "sampai"],
            order="sampai, id",
        )
        daftar = {}
        for baris in lama_sudo:
            daftar.setdefault(baris[medan].id, []).append((baris.sampai, baris.nama))

        def nama(satu, pada):
            for sampai, sebutan in daftar.get(satu, ()):
                if pada and pada <= sampai:
                    return sebutan
            return None

        return nama
