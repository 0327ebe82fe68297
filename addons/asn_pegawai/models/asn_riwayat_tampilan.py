from odoo import api, models


class AsnRiwayatMixin(models.AbstractModel):
    """What all riwayat look like, so that each kind only says what is its own.

    The base views belong to the mixin; a kind inherits them in primary mode.
    A kind without a list, kanban or search view of its own gets the base view
    with its ``_kolom_utama`` put in.
    """

    _inherit = "asn.riwayat.mixin"

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Take the base view when there is none, and close decided rows."""
        dasar = False
        if not view_id and not self.env.context.get(f"{view_type}_view_ref"):
            # sudo: which view is shown says nothing about the data.
            View_sudo = self.env["ir.ui.view"].sudo()
            if not View_sudo.default_view(self._name, view_type):
                dasar = view_id = View_sudo.default_view("asn.riwayat.mixin", view_type)
        arch, view = super()._get_view(view_id, view_type, **options)
        if dasar:
            self._isi_kolom_utama(arch)
        for node in arch.iter("field"):
            self._lengkapi_medan(node, view_type)
        return arch, view

    def _isi_kolom_utama(self, arch):
        """Put the main columns into a base list or card."""
        ada = {node.get("name") for node in arch.iter("field")}
        baru = [nama for nama in self._kolom_utama if nama not in ada]
        if arch.tag == "list":
            tmt = arch.find("field[@name='tmt']")
            for nama in baru:
                tmt.addprevious(tmt.makeelement("field", name=nama))
        elif arch.tag == "kanban":
            wadah = arch.xpath("//div[@name='isi']")[0]
            for urutan, nama in enumerate(baru):
                tebal = {} if urutan else {"class": "fw-bold"}
                wadah.append(wadah.makeelement("field", name=nama, **tebal))

    def _lengkapi_medan(self, node, view_type):
        """Show dates as digits and close the fields of a decided row."""
        field = self._fields.get(node.get("name"))
        if field is None or any(True for _ in node.iterancestors("field")):
            return
        bawaan = {}
        if field.type == "date" and view_type in ("form", "list"):
            bawaan["options"] = "{'numeric': True}"
        if view_type == "form" and not field.readonly:
            bawaan["readonly"] = "status != 'draft'"
            if field.type == "many2one":
                bawaan["options"] = "{'no_create': True}"
        for nama, nilai in bawaan.items():
            if nama not in node.attrib:
                node.set(nama, nilai)
