import base64
import binascii

from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..domain import unggahan


class IrAttachment(models.Model):
    """Nobody attaches a program, a page, a macro or a bomb to a conversation.

    Every way of attaching ends here: chatter, mail dialog, editor, RPC, import. Files
    in a field (``res_field``) are looked at by the model that has the field, what has
    an address (``url``) is made by the server itself.
    """

    _inherit = "ir.attachment"

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        """Answer conditions on other records by the caller's own rights.

        Core looks for attachments without rules and takes away those that the caller
        may not read; a condition like ``company_id.user_ids.employee_ids.nik`` was
        answered without rules, too, and told private values one question at a time.
        """
        if not (self.env.su or bypass_access):
            domain = Domain(domain).optimize_full(self)
            domain = domain.map_conditions(self._asn_jawab_sendiri)
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    @api.model
    def _asn_jawab_sendiri(self, syarat):
        """Return a condition on related records as one on their ids.

        :param syarat: one condition, optimized for this model
        """
        medan = self._fields[syarat.field_expr.partition(".")[0]]
        # A closed column is refused here; without rules nobody would ask.
        self._check_field_access(medan, "read")
        if syarat.operator not in ("any", "not any"):
            return syarat
        ketemu = self.env[medan.comodel_name].with_context(active_test=False)
        ids = ketemu._search(syarat.value).get_result_ids()
        return Domain(medan.name, syarat.operator.replace("any", "in"), ids)

    def _check_contents(self, values):
        if values.get("raw") or values.get("datas"):
            if not self._asn_buatan_server(values):
                # In place: core's create goes on with the same dictionary.
                nama = values.get("name") or self[:1].name
                values["name"] = unggahan.nama_bersih(nama)
                values["mimetype"] = self._asn_periksa_unggahan(
                    self._asn_isi(values), values["name"]
                )
        return super()._check_contents(values)

    def _asn_buatan_server(self, values):
        """Tell whether the values are of a field or of a page the server made.

        A field without a file yet writes on no record at all.
        """
        if values.get("res_field") or values.get("url"):
            return True
        if not self and "name" not in values:
            return True
        return any(satu.res_field or satu.url for satu in self)

    @api.model
    def _asn_isi(self, values):
        """Return the bytes that are about to be stored."""
        isi = values.get("raw")
        if isi is None:
            isi = values.get("datas") or b""
            try:
                return base64.b64decode(isi)
            except (binascii.Error, ValueError):
                return b""
        return isi.encode() if isinstance(isi, str) else isi

    @api.model
    def _asn_periksa_unggahan(self, isi, nama):
        """Return the content type of an upload.

        :raises ValidationError: what may not enter, in words for the person
        """
        try:
            return unggahan.periksa(isi, nama)
        except unggahan.UnggahanDitolak as tolak:
            raise ValidationError(self._asn_alasan_tolak(tolak, nama)) from None

    @api.model
    def _asn_alasan_tolak(self, tolak, nama):
        """Return why a file is refused, for the person who sent it."""
        alasan = {
            "terlalu_besar": self.env._("it is larger than %s MB"),
            "jenis": self.env._("files of this kind are not accepted"),
            "salah_label": self.env._("its content does not fit its name (.%s)"),
            "campuran": self.env._("it is two kinds of file at once"),
            "bom": self.env._("it unpacks to more than can be accepted"),
            "makro": self.env._("it holds macros"),
            "sandi": self.env._("it is locked with a password"),
            "program": self.env._("it is or holds a program"),
            "rusak": self.env._("it is damaged"),
            "markah": self.env._("it holds a web page and not plain text"),
            "entitas": self.env._("its XML refers to other files"),
        }[tolak.kode]
        if tolak.rinci:
            alasan %= next(iter(tolak.rinci.values()))
        return self.env._(
            "The file “%(nama)s” cannot be attached: %(alasan)s. PDF, pictures, office "
            "files without macros, CSV and plain text are accepted.",
            nama=nama,
            alasan=alasan,
        )
