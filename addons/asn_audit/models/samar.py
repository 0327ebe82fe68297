from odoo import fields
from odoo.exceptions import AccessError

#: So many whole values may be asked for at once; more would be guessing.
_MAKS_NILAI = 20


class Samar(fields.Char):
    """Text that others see masked, except on the form of one person.

    Searching must not give away what reading hides: a condition names whole
    values, or asks whether there is one. Beginnings, parts, patterns and
    comparisons are refused to everybody but the server's own ``sudo`` code.
    """

    samar = None
    # A field that is inherited or related is masked the same way.
    _related_samar = property(lambda field: field.samar)

    def condition_to_sql(self, field_expr, operator, value, model, alias, query):
        """Refuse conditions that find the value out bit by bit."""
        if not model.env.su and not self._is_utuh(operator, value):
            raise AccessError(
                model.env._(
                    "“%(field)s” is searched by the whole value only, not by a part of"
                    " it or in long lists, because it is confidential.",
                    field=self._description_string(model.env),
                )
            )
        return super().condition_to_sql(
            field_expr, operator, value, model, alias, query
        )

    def _is_utuh(self, operator, value):
        if operator in ("in", "not in", "=", "!="):
            banyak = value if isinstance(value, (list, tuple, set)) else None
            if banyak is None and hasattr(value, "__iter__"):
                banyak = value if not isinstance(value, str) else [value]
            return banyak is None or len(list(banyak)) <= _MAKS_NILAI
        return False


def tolak_susun(model, nama):
    """Refuse to sort or group by a masked field, which would order its values.

    :param model: the recordset that is searched
    :param nama: the field's name
    """
    field = model._fields.get(nama)
    if isinstance(field, Samar) and not model.env.su:
        raise AccessError(
            model.env._(
                "Lists are not sorted or grouped by “%(field)s”, because it is"
                " confidential.",
                field=field._description_string(model.env),
            )
        )
