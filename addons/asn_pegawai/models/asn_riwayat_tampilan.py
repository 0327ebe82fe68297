from odoo import api, models


class AsnRiwayatMixin(models.AbstractModel):
    """What all riwayat look like, so that each kind only says what is its own."""

    _inherit = "asn.riwayat.mixin"

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Close the fields of decided rows in every form of riwayat."""
        arch, view = super()._get_view(view_id, view_type, **options)
        for node in arch.iter("field"):
            self._lengkapi_medan(node, view_type)
        return arch, view

    def _lengkapi_medan(self, node, view_type):
        """Show dates and years as digits and close the fields of a decided row."""
        field = self._fields.get(node.get("name"))
        if field is None or any(True for _ in node.iterancestors("field")):
            return
        bawaan = {}
        if field.type == "date" and view_type in ("form", "list", "kanban"):
            bawaan["options"] = "{'numeric': True}"
        elif field.type == "integer" and field.name.startswith("tahun"):
            bawaan["options"] = "{'enable_formatting': False}"
        if view_type == "kanban" and bawaan:
            # A card takes options only through a widget.
            bawaan["widget"] = field.type
        if view_type == "form" and not field.readonly:
            bawaan["readonly"] = "status != 'draft'"
            if field.type == "many2one":
                bawaan["options"] = "{'no_create': True}"
        for nama, nilai in bawaan.items():
            if nama not in node.attrib:
                node.set(nama, nilai)
