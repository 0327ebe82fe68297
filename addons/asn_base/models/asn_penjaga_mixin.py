from odoo import api, models
from odoo.exceptions import AccessError

# Only this package holds the object, so a caller over RPC cannot put it in a
# context: JSON cannot make it and the test is by identity.
MESIN = object()


class AsnPenjagaMixin(models.AbstractModel):
    """Fields that only the engine writes, whoever asks and by whatever route.

    A model lists them in ``_GUARDED`` with their start value. They are refused
    in create and write, also for sudo and administrators, and compared with
    the start value after creation, which catches ``default_*`` in the context
    and personal defaults (``ir.default``).
    """

    _name = "asn.penjaga.mixin"
    _description = "Fields Kept by the Engine"

    #: field name -> start value
    _GUARDED = {}
    #: Rows come from the engine only.
    _ENGINE_ROWS = False

    def _mesin(self):
        """Return these records in an environment that may write guarded fields.

        Pass only values that the engine made itself, never those of a caller.
        """
        return self.with_context(asn_mesin=MESIN)

    @api.model
    def _is_mesin(self):
        return self.env.context.get("asn_mesin") is MESIN

    @api.model
    def _tolak_guarded(self, names):
        raise AccessError(
            self.env._(
                "These data are kept by the system and cannot be filled in or changed"
                " directly: %(names)s. Use the buttons of the page instead.",
                names=", ".join(
                    sorted(
                        self._fields[n].get_description(self.env)["string"]
                        for n in names
                    )
                ),
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        if self._is_mesin():
            return super().create(vals_list)
        if self._ENGINE_ROWS:
            self._tolak_guarded(["id"])
        for vals in vals_list:
            if names := self._GUARDED.keys() & vals.keys():
                self._tolak_guarded(names)
        records = super().create(vals_list)
        records._periksa_awal()
        return records

    def write(self, vals):
        if not self._is_mesin():
            names = (
                set(vals) if self._ENGINE_ROWS else self._GUARDED.keys() & vals.keys()
            )
            if names:
                self._tolak_guarded(names)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_engine_rows(self):
        if self._ENGINE_ROWS and not self._is_mesin():
            self._tolak_guarded(["id"])

    def _periksa_awal(self):
        """Refuse records whose guarded fields did not start where they must."""
        # sudo: the check must see the stored values whatever the caller reads
        for record in self.sudo():
            for name, awal in record._nilai_awal().items():
                nilai = record[name]
                if isinstance(nilai, models.BaseModel):
                    nilai = (
                        nilai.ids
                        if record._fields[name].type != "many2one"
                        else nilai.id
                    )
                if (nilai or False) != (awal or False):
                    self._tolak_guarded([name])

    def _nilai_awal(self):
        """Return the start value of each guarded field of one new record."""
        return self._GUARDED
