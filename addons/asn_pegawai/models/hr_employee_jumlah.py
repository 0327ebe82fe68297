from odoo import api, models
from odoo.fields import Domain
from odoo.tools import Query

#: Columns of a person that the head counts know.
_DIKENAL = frozenset({"unit_id", "company_id", "active"})


class HrEmployee(models.Model):
    """People grouped by unit are read from the head counts where that is exact."""

    _inherit = "hr.employee"

    @api.model
    def _read_group(
        self,
        domain,
        groupby=(),
        aggregates=(),
        having=(),
        offset=0,
        limit=None,
        order=None,
    ):
        if (
            list(groupby) == ["unit_id"]
            and set(aggregates) <= {"__count"}
            and not having
            and (syarat := self._syarat_jumlah(domain)) is not None
        ):
            return self._kelompok_jumlah(syarat, aggregates, offset, limit, order)
        return super()._read_group(
            domain, groupby, aggregates, having, offset, limit, order
        )

    @api.model
    def _syarat_jumlah(self, domain):
        """Return what to count, the user's own rules included, or ``None``.

        ``None``: something else than unit, company and state decides who
        counts, and the people themselves have to be looked at.
        """
        self.browse().check_access("read")
        syarat = Domain(domain)
        if not self.env.su:
            syarat &= self.env["ir.rule"]._compute_domain(self._name, "read")
        syarat = syarat.optimize(self)
        dikenal = all(
            satu.field_expr in _DIKENAL
            and satu.operator in ("in", "not in")
            and not isinstance(satu.value, (Domain, Query))
            and all(isinstance(nilai, int) for nilai in satu.value)
            for satu in syarat.iter_conditions()
        )
        return syarat if dikenal else None

    @api.model
    def _kelompok_jumlah(self, syarat, aggregates, offset, limit, order):
        """Answer as ``_read_group`` by unit does, from the head counts."""
        self._check_field_access(self._fields["unit_id"], "read")
        self.flush_model(list(_DIKENAL))
        # sudo: the user's rules are part of the condition; counts have no own.
        baris = (
            self.env["asn.jumlah.pegawai"]
            .sudo()
            ._read_group(
                syarat,
                ["unit_id"],
                ["jumlah:sum" for _satu in aggregates],
                [("jumlah:sum", "!=", 0)],
                offset,
                limit,
                order and order.replace("__count", "jumlah:sum"),
            )
        )
        return [(unit.with_env(self.env), *jumlah) for unit, *jumlah in baris]
