from odoo import api, models


class AsnTampilanMixin(models.AbstractModel):
    """Views that many models of one family share.

    The base views are written once, for the abstract model that the family
    inherits from. A member extends them in primary mode where it has more to
    show; where it has no view of its own it gets the base view, with its main
    columns put in.
    """

    _name = "asn.tampilan.mixin"
    _description = "Shared Views (Tampilan)"

    #: Abstract model that the base views belong to.
    _tampilan_induk = None
    #: Fields that a base list, card or form shows when there is no own view.
    _kolom_utama = ()
    #: Column of the base list before which they stand.
    _kolom_batas = None

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Take the base view of the family when the model has none."""
        dasar = False
        if not view_id and not self.env.context.get(f"{view_type}_view_ref"):
            # sudo: which view is shown says nothing about the data.
            View_sudo = self.env["ir.ui.view"].sudo()
            if not View_sudo.default_view(self._name, view_type):
                dasar = View_sudo.default_view(self._tampilan_induk, view_type)
        arch, view = super()._get_view(view_id or dasar, view_type, **options)
        if dasar:
            self._isi_kolom_utama(arch)
        return arch, view

    def _isi_kolom_utama(self, arch):
        """Put the main columns where a base view leaves room: ``name="isi"``."""
        ada = {node.get("name") for node in arch.iter("field")}
        baru = [nama for nama in self._kolom_utama if nama not in ada]
        for wadah in arch.xpath("//*[@name='isi']"):
            for urutan, nama in enumerate(baru):
                node = wadah.makeelement("field", name=nama)
                if arch.tag == "kanban" and not urutan:
                    node.set("class", "fw-bold")
                wadah.append(node)
        # A list has no containers: columns go before the one that closes it.
        for batas in arch.xpath(f"/list/field[@name='{self._kolom_batas}']"):
            for nama in baru:
                batas.addprevious(batas.makeelement("field", name=nama))
