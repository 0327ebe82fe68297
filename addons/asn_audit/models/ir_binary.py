from odoo import fields, models


class IrBinary(models.AbstractModel):
    """Files of a person leave a trace when somebody fetches them."""

    _inherit = "ir.binary"

    def _get_stream_from(self, record, field_name="raw", *args, **kwargs):
        aliran = super()._get_stream_from(record, field_name, *args, **kwargs)
        self._asn_catat_unduh(record, field_name)
        return aliran

    def _asn_catat_unduh(self, record, field_name):
        """Note a download of a file that belongs to one other person.

        Pictures are public and not noted.
        """
        if not self.env.uid or self.env.user._is_public():
            return
        milik = record
        if record._name == "ir.attachment" and record.res_model in self.env:
            milik = self.env[record.res_model].browse(record.res_id)
            field_name = record.res_field or field_name
        if isinstance(milik._fields.get(field_name), fields.Image):
            return
        if milik._name == "hr.employee":
            pegawai = milik
        elif "employee_id" in milik._fields and milik.id:
            # sudo: whose file it is; that it may be read was checked before.
            pegawai = milik.sudo().employee_id
        else:
            return
        if pegawai._name != "hr.employee":
            return
        lain = pegawai.with_env(self.env)._asn_orang_lain()
        self.env["asn.jejak.akses"]._catat(lain, "unduh", f"{milik._name},{milik.id}")
