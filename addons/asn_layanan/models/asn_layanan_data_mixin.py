from odoo import api, fields, models

#: Column by which a record is named in a file, where it is not ``kode``.
_KOLOM_KODE = {
    "asn.layanan": "code",
    "res.users": "login",
    "res.country": "code",
}
_JENIS_BIASA = (
    "char",
    "text",
    "html",
    "integer",
    "float",
    "boolean",
    "selection",
    "date",
    "json",
)
#: What belongs to the place of a record and not to its content.
_BUKAN_ISI = frozenset(
    {
        "versi_id",
        "layanan_id",
        "jenis_id",
        "state",
        "versi",
        "contoh_nama",
        "keputusan_nomor",
        "keputusan_tanggal",
        "keputusan_tentang",
        "keputusan_nama_file",
    }
)


class AsnLayananDataMixin(models.AbstractModel):
    """Records of a service as plain data: for files, copies and comparison.

    Everything stored is taken, also fields that other addons add; what points to
    other records is named by code, roles by their xml id.
    """

    _name = "asn.layanan.data.mixin"
    _description = "Records of a Service as Data"

    @api.model
    def _kolom_data(self, model):
        """Return the names of the fields of a model that are its content."""
        Model = self.env[model]
        return [
            nama
            for nama, field in Model._fields.items()
            if field.store
            and nama not in _BUKAN_ISI
            and nama not in models.MAGIC_COLUMNS
            and (not field.compute or not field.readonly)
            and not field.related
            and not (field.readonly and field.type in ("datetime", "many2one"))
            and (
                field.type in _JENIS_BIASA
                or (
                    field.type in ("many2one", "many2many")
                    and self._kolom_kode(field.comodel_name)
                )
            )
        ]

    @api.model
    def _kolom_kode(self, model):
        """Return the column that names a record of a model, or nothing."""
        if model == "res.groups":
            return "id"
        kolom = _KOLOM_KODE.get(model, "kode")
        return kolom if kolom in self.env[model]._fields else None

    @api.model
    def _data_dari(self, record):
        """Return the content of one record as plain data."""
        return {
            nama: self._nilai_data(record, nama)
            for nama in self._kolom_data(record._name)
        }

    @api.model
    def _nilai_data(self, record, nama):
        field, isi = record._fields[nama], record[nama]
        if field.type == "many2one":
            return self._kode_dari(isi) if isi else None
        if field.type == "many2many":
            return sorted(self._kode_dari(satu) for satu in isi)
        if field.type == "date":
            return fields.Date.to_string(isi) if isi else None
        if field.type == "html":
            return str(isi) if isi else None
        if isi is False and field.type != "boolean":
            return None
        return isi

    @api.model
    def _kode_dari(self, record):
        if record._name == "res.groups":
            # sudo: which group a role is is no secret
            return record.sudo().get_external_id()[record.id]
        if record._name == "asn.golongan":
            return f"{record.jenis}:{record.kode}"
        return str(record[self._kolom_kode(record._name)] or "")

    @api.model
    def _dari_kode(self, model, kode):
        """Return the record of this code, or none. Groups: roles of ours only."""
        if model == "res.groups":
            if not kode.startswith("asn_base.group_"):
                return self.env[model]
            return self.env.ref(kode, raise_if_not_found=False) or self.env[model]
        domain = [(self._kolom_kode(model), "=", kode)]
        if model == "asn.golongan":
            jenis, _pemisah, kode = kode.partition(":")
            domain = [("jenis", "=", jenis), ("kode", "=", kode)]
        return self.env[model].search(domain, limit=1)

    @api.model
    def _terbaca(self, record, nama):
        """Return the value of a field as people read it."""
        field, isi = record._fields[nama], record[nama]
        if field.type == "boolean":
            return self.env._("yes") if isi else self.env._("no")
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(isi, "") or ""
        if field.type in ("many2one", "many2many"):
            return ", ".join(isi.mapped("display_name"))
        if field.type == "json":
            return str(isi or "")
        if isi is False:
            return ""
        return str(isi)
