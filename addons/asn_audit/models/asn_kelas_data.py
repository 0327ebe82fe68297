from odoo import api, fields, models, tools


class AsnKelasData(models.Model):
    """The class of each field and report (Pasal 20 (2)).

    ``publik``: whoever may read it may download and print it. Everything else,
    also what has no row, is ``persetujuan``: only with an approved data-use
    request. A row with the field ``*`` speaks for a whole model.
    """

    _name = "asn.kelas.data"
    _inherit = "asn.bawaan.mixin"
    _description = "Class of Data (Kelas Data)"
    _order = "jenis, model, kode"

    kode = fields.Char("Code", required=True, index=True)
    name = fields.Char("Name", required=True, translate=True)
    jenis = fields.Selection(
        [("bidang", "Field (bidang)"), ("laporan", "Report (laporan)")],
        "Kind",
        required=True,
        default="bidang",
    )
    model = fields.Char("Model", index=True)
    bidang = fields.Char("Field Name")
    kelas = fields.Selection(
        [("publik", "Public (publik)"), ("persetujuan", "On approval (persetujuan)")],
        "Class (Kelas)",
        required=True,
        default="persetujuan",
    )
    is_daftar = fields.Boolean(
        "Ordinary in Lists",
        help="Lists with nothing but such fields are not written to the access trace.",
    )

    _kode_uniq = models.UniqueIndex("(kode)", "This code exists already.")

    @api.model
    @tools.ormcache()
    def _peta(self):
        """Return ``{code: (class, ordinary in lists)}`` of everything."""
        self.env.cr.execute(
            "SELECT kode, kelas, coalesce(is_daftar, FALSE) FROM asn_kelas_data"
        )
        return {kode: (kelas, daftar) for kode, kelas, daftar in self.env.cr.fetchall()}

    @api.model
    def _kelas(self, kode):
        """Return the class of a field (``model.field``) or report."""
        peta = self._peta()
        baris = peta.get(kode) or peta.get(kode.rpartition(".")[0] + ".*")
        return baris[0] if baris else "persetujuan"

    @api.model
    def _pasang_bidang(self):
        """Give every history and every closed field of a person a row.

        Called at each update and repeatable, so that what an addon adds can be
        asked for by name. New rows are on approval; existing ones stay.
        """
        ada = set(self.search([]).mapped("kode"))  # pylint: disable=no-search-all
        calon = [
            (f"{model}.*", self.env[model]._description, model, "*")
            for model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        ]
        calon += [
            (f"hr.employee.{nama}", field.string, "hr.employee", nama)
            for nama, field in self.env["hr.employee"]._fields.items()
            if (field._module or "").startswith("asn_")
            and field.groups
            and field.type not in ("one2many", "many2many", "json")
        ]
        return self.create(
            [
                {"kode": kode, "name": nama, "model": model, "bidang": bidang}
                for kode, nama, model, bidang in calon
                if kode not in ada
            ]
        )

    @api.model
    def _kelas_laporan(self, kode):
        """Return the class of a report; one without a row is on approval."""
        baris = self._peta().get(kode)
        return baris[0] if baris else "persetujuan"

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        self.env.registry.clear_cache()
        return baru

    def write(self, vals):
        hasil = super().write(vals)
        self.env.registry.clear_cache()
        return hasil

    def unlink(self):
        hasil = super().unlink()
        self.env.registry.clear_cache()
        return hasil
