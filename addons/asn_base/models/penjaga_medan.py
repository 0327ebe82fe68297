"""What is closed to reading is closed to searching, too.

Core asks for a column's groups when the column is stored. A column that is inherited or
related is replaced by what lies behind it before anybody asks, and that is searched as
superuser: whether a colleague's ``marital`` is ``married`` was answered to everybody
who sees the row.
"""

from odoo.orm.fields import determine


class CariTerjaga:
    """The search of a column with groups, asked only by who may read it.

    :param field: the column
    :param asli: its own search: a method's name or a function
    """

    __name__ = "cari_terjaga"

    def __init__(self, field, asli):
        self.field, self.asli = field, asli

    def __call__(self, records, operator, value):
        if not records.env.su:
            records._check_field_access(self.field, "read")
        return determine(self.asli, records, operator, value)


def jaga_pencarian(model):
    """Guard the search of every column of a model that is computed and has groups."""
    for field in model._fields.values():
        terjaga = isinstance(field.search, CariTerjaga)
        if field.groups and field.search and not field.store and not terjaga:
            field.search = CariTerjaga(field, field.search)


def periksa_susunan(model, field_expr):
    """Refuse to sort, group or sum by a closed column that is computed.

    :raise AccessError: the column's groups do not let the user in
    """
    field = model._fields.get(field_expr.partition(".")[0])
    if field is not None and field.groups and not field.store and not model.env.su:
        model._check_field_access(field, "read")
