from odoo import models


class AsnBawaanMixin(models.AbstractModel):
    """Rows that come with the software and that the city may change.

    An update of the software (``-u``) brings new rows and corrects those that nobody
    touched. What the city changed, made itself or deleted stays so.
    """

    _name = "asn.bawaan.mixin"
    _description = "Row Shipped with the Software (Data Bawaan)"
    #: Fields that tell a row from all others.
    _kunci_bawaan = ("kode",)

    def write(self, vals):
        res = super().write(vals)
        # While modules are loaded, it is the software that writes.
        if not self.env.registry._init:
            nama_sudo = self._nama_bawaan()
            if nama_sudo:
                nama_sudo.noupdate = True
        return res

    def unlink(self):
        """Delete the rows and keep their names: they do not come again."""
        nama_sudo = self._nama_bawaan()
        sisa = [
            {
                "module": nama.module,
                "name": nama.name,
                "model": nama.model,
                "res_id": 0,
                "noupdate": True,
            }
            for nama in nama_sudo
        ]
        res = super().unlink()
        if sisa:
            nama_sudo.create(sisa)
        return res

    def _nama_bawaan(self):
        """Return the names under which updates know these rows."""
        # sudo: who keeps a table has no right on the names of its rows
        data_sudo = self.env["ir.model.data"].sudo()
        return data_sudo.search(
            [
                ("model", "=", self._name),
                ("res_id", "in", self.ids),
                ("module", "not in", ("__import__", "__export__")),
            ]
        )

    def _load_records(self, data_list, update=False):
        """Take from a data file what an update may bring."""
        if update:
            data_list = self._saring_pembaruan(data_list)
        return super()._load_records(data_list, update)

    def _saring_pembaruan(self, data_list):
        """Return the rows of a file without those that the city deleted."""
        # sudo: names of rows, while the software is updated
        data_sudo = self.env["ir.model.data"].sudo()
        xml_ids = [data["xml_id"] for data in data_list if data.get("xml_id")]
        ada = {
            f"{modul}.{nama}": bool(record)
            for _i, modul, nama, _m, _r, _n, record in data_sudo._lookup_xmlids(
                xml_ids, self
            )
        }
        for data in data_list:
            if data.get("xml_id") and data["xml_id"] not in ada:
                self._titip(data)
        return [data for data in data_list if ada.get(data.get("xml_id"), True)]

    def _titip(self, data):
        """Let a new row of a file be the one that the city made itself, if it did."""
        ada = self._kembar(data["values"])
        if ada:
            # sudo: names of rows, while the software is updated
            self.env["ir.model.data"].sudo()._update_xmlids(
                [{"xml_id": data["xml_id"], "record": ada, "noupdate": True}]
            )

    def _kembar(self, vals):
        """Return the row that is the same by its key, archived or not."""
        nilai = self.default_get(list(self._kunci_bawaan)) | vals
        return self.with_context(active_test=False).search(
            [(nama, "=", nilai.get(nama) or False) for nama in self._kunci_bawaan],
            limit=1,
        )
