from odoo import api, fields, models, tools
from odoo.tools import SQL

#: Columns that say nothing by themselves, in every table.
_ABAIKAN = (
    "create_uid", "create_date", "write_uid", "write_date", "parent_path",
    "message_main_attachment_id",
)  # fmt: skip
#: Name, events and unit of the triggers of a table.
_PEMICU = (
    ("asn_jejak_pemicu", "INSERT OR UPDATE OR DELETE", "ROW"),
    ("asn_jejak_pemicu_kosong", "TRUNCATE", "STATEMENT"),
)


class AsnJejakAturan(models.Model):
    """Which models' changes are noted, and what of them is never stored.

    Rows are data of the addons. Histories need none: all of them are noted.
    A row works through triggers of the model's table and of the relations
    named; they are made at each update and when a row changes. Nobody changes
    rows on the screen, so that no administrator can switch the trace off.
    """

    _name = "asn.jejak.aturan"
    _description = "Rule of the Change Trace (Aturan Jejak)"
    _order = "kelompok, model"
    _rec_name = "model"

    model = fields.Char("Model", required=True)
    kelompok = fields.Selection(
        [
            ("pribadi", "Personal data (pribadi)"),
            ("keputusan", "Decisions (keputusan)"),
            ("hak", "Rights (hak)"),
            ("pengaturan", "Settings (pengaturan)"),
        ],
        "Group",
        required=True,
    )
    orang = fields.Char(
        "Whose Row",
        help="e: and a column with the person, or u: and one with the account.",
    )
    abaikan = fields.Char("Columns Left Out")
    rahasia = fields.Char("Secret Columns", help="Only that they changed is noted.")
    relasi = fields.Char("Relations Watched", help="Names of many2many fields.")
    active = fields.Boolean(default=True)
    nama_model = fields.Char("Name", compute="_compute_nama_model")

    _model_uniq = models.UniqueIndex("(model)", "This model has a rule already.")

    @api.depends("model")
    def _compute_nama_model(self):
        for aturan in self:
            # sudo: names of models are no secret.
            aturan.nama_model = self.env["ir.model"].sudo()._get(aturan.model).name

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        self.env.registry.clear_cache("stable")
        return baru

    def write(self, vals):
        hasil = super().write(vals)
        self.env.registry.clear_cache("stable")
        return hasil

    def unlink(self):
        hasil = super().unlink()
        self.env.registry.clear_cache("stable")
        return hasil

    @api.model
    @tools.ormcache(cache="stable")
    def _teraudit(self):
        """Return the names of the models whose changes are noted."""
        return frozenset(self._daftar())

    @api.model
    def _daftar(self):
        """Return ``{model: values of its rule}`` of what is installed."""
        daftar = {
            nama: {"orang": "e:employee_id"}
            for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        }
        kolom = ["model", "orang", "abaikan", "rahasia", "relasi"]
        # sudo: what is noted does not depend on who asks.
        for aturan in self.sudo().with_context(active_test=False).search([]):  # pylint: disable=no-search-all
            if aturan.active:
                daftar[aturan.model] = aturan.read(kolom)[0]
            else:
                daftar.pop(aturan.model, None)
        tabel = {self.env[nama]._table: nama for nama in daftar if nama in self.env}
        ada = self.env.execute_query(
            SQL(
                "SELECT c.relname FROM pg_class c"
                " JOIN pg_namespace n ON n.oid = c.relnamespace"
                " WHERE c.relname = ANY(%s) AND c.relkind = 'r'"
                " AND n.nspname = current_schema",
                list(tabel),
            )
        )
        return {tabel[t]: daftar[tabel[t]] for (t,) in sorted(ada)}

    @api.model
    def _pasang(self):
        """Make the triggers that the rules ask for, and drop all others.

        Called at each update of an addon with rules; repeatable.
        """
        self.env.flush_all()
        mau = {}
        for nama, nilai in self._daftar().items():
            mau |= self._pemicu_model(nama, nilai)
        ada = dict(
            self.env.execute_query(
                SQL(
                    "SELECT c.relname || '/' || t.tgname, c.relname FROM pg_trigger t"
                    " JOIN pg_class c ON c.oid = t.tgrelid"
                    " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    " WHERE t.tgname LIKE %s AND n.nspname = current_schema",
                    "asn\\_jejak\\_pemicu%",
                )
            )
        )
        for kunci, tabel in ada.items():
            self.env.cr.execute(
                SQL(
                    "DROP TRIGGER %s ON %s",
                    SQL.identifier(kunci.partition("/")[2]),
                    SQL.identifier(tabel),
                )
            )
        for perintah in mau.values():
            self.env.cr.execute(perintah)
        self.env.registry.clear_cache("stable")
        return len(mau)

    @api.model
    def _lepas(self):
        """Drop what the database does by itself, triggers included."""
        self.env.cr.execute(
            SQL(
                "DROP FUNCTION IF EXISTS asn_jejak_baris(), asn_jejak_relasi(),"
                " asn_jejak_tulis(text, text, int, int, int, jsonb, jsonb),"
                " asn_jejak_orang(text, jsonb), asn_jejak_isi(jsonb) CASCADE"
            )
        )

    @api.model
    def _pemicu_model(self, nama, nilai):
        """Return ``{table/trigger: statement}`` of one model."""
        Model = self.env[nama]
        abaikan = [*_ABAIKAN, *self._pecah(nilai.get("abaikan"))]
        argumen = (
            nama,
            nilai.get("orang") or "",
            self._larik(abaikan),
            self._larik(self._pecah(nilai.get("rahasia"))),
        )
        hasil = {
            f"{Model._table}/{nama_pemicu}": SQL(
                "CREATE TRIGGER %s AFTER %s ON %s FOR EACH %s"
                " EXECUTE FUNCTION asn_jejak_baris(%s, %s, %s, %s)",
                SQL.identifier(nama_pemicu),
                SQL(peristiwa),
                SQL.identifier(Model._table),
                SQL(satuan),
                *argumen,
            )
            for nama_pemicu, peristiwa, satuan in _PEMICU
        }
        for bidang in self._pecah(nilai.get("relasi")):
            field = Model._fields.get(bidang)
            if field is None or field.type != "many2many" or not field.store:
                continue
            orang = f"u:{field.column1}" if nama == "res.users" else ""
            hasil[f"{field.relation}/{bidang}"] = SQL(
                "CREATE TRIGGER %s AFTER INSERT OR DELETE ON %s FOR EACH ROW"
                " EXECUTE FUNCTION asn_jejak_relasi(%s, %s, %s, %s, %s)",
                SQL.identifier(f"asn_jejak_pemicu_{bidang}"[:63]),
                SQL.identifier(field.relation),
                nama,
                orang,
                field.column1,
                field.column2,
                bidang,
            )
        return hasil

    @api.model
    def _pecah(self, teks):
        return [nama.strip() for nama in (teks or "").split(",") if nama.strip()]

    @api.model
    def _larik(self, nama):
        """Return names as the text of an array of PostgreSQL."""
        return f"{{{','.join(nama)}}}"
