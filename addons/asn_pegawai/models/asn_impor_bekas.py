from odoo import fields, models


class AsnImporBekas(models.Model):
    """A person whom an import made and its undoing archived.

    Such a person comes back with the next import of the NIP; anybody else who is
    archived does not.
    """

    _name = "asn.impor.bekas"
    _description = "Person Taken Back (Bekas Impor)"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="cascade"
    )
    impor_id = fields.Many2one(
        "asn.impor", required=True, index=True, ondelete="cascade"
    )

    _orang_uniq = models.UniqueIndex("(employee_id)", "This person is noted already.")
