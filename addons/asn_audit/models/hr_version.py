from odoo import models

from ..domain.samaran import samarkan
from .samar import Samar, tolak_susun


class HrVersion(models.Model):
    """Core's copies of confidential numbers and addresses are masked as well."""

    _inherit = "hr.version"

    identification_id = Samar(samar="angka")
    ssnid = Samar(samar="angka")
    passport_id = Samar(samar="angka")
    private_street = Samar(samar="teks")
    private_street2 = Samar(samar="teks")
    private_zip = Samar(samar="teks")

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        samar = [n for n in fnames if isinstance(self._fields[n], Samar)]
        if samar and not self.env.su:
            for baris in hasil:
                cara = {n: self._fields[n].samar for n in samar}
                baris.update({n: samarkan(baris[n], c) for n, c in cara.items()})
        return hasil

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        tolak_susun(self, field_name.partition(".")[0])
        return super()._order_field_to_sql(alias, field_name, direction, nulls, query)

    def _read_group_groupby(self, alias, groupby_spec, query):
        tolak_susun(self, groupby_spec.partition(":")[0].partition(".")[0])
        return super()._read_group_groupby(alias, groupby_spec, query)

    def _read_group_select(self, aggregate_spec, query):
        tolak_susun(self, aggregate_spec.partition(":")[0])
        return super()._read_group_select(aggregate_spec, query)
