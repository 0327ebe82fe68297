"""Whose confidential columns one reads, where some rows are open for another reason.

Field groups know no rows. Who serves a request reads the profile of the applicant, not
the pay nor the family: the histories of class ``rahasia`` have no rule for that, and the
columns of that class follow the same rows here.
"""

from operator import attrgetter

from odoo import api, fields, models, tools
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from .ir_rule import _CAKUPAN, _CAKUPAN_KELAS, _SEMUA
from .kelas_data import RAHASIA, TERBATAS

#: Kinds of columns whose rows have rules of their own.
_BERBARIS = ("one2many", "many2many")


class HrEmployeeRahasia(models.Model):
    """Columns of class ``rahasia`` are empty where only the row is open.

    Server code reads them as before: the cache is shared with it, so values are left
    out where they become an answer, and where SQL looks at them.
    """

    _inherit = "hr.employee"

    rahasia_terbuka = fields.Boolean(
        "Confidential Columns Open",
        compute="_compute_rahasia_terbuka",
        groups=TERBATAS,
    )

    @api.depends_context("uid")
    def _compute_rahasia_terbuka(self):
        terbuka = self._asn_rahasia_terbuka()
        for pegawai in self:
            pegawai.rahasia_terbuka = pegawai in terbuka

    @api.model
    @tools.ormcache("self.env.uid")
    def _asn_lingkup_rahasia(self):
        """Return the conditions under which this user reads confidential columns.

        Kept and cleared with the domains of the record rules.

        :return: tuple of ``(field, operator, value)``, one of which must hold, or
            ``None`` where the rows that the user reads say it all
        """
        punya = self.env.user.has_group
        buka = _CAKUPAN_KELAS["rahasia"]
        if any(punya(grup) for grup, nama in _SEMUA if nama in buka):
            return None
        dikenal = {self.env.ref(grup).id for grup, *_lain in (*_CAKUPAN, *_SEMUA)}
        milik = set(self.env.user._get_group_ids())
        # Of the user, also when server code asks: superusers have no rules.
        aturan = self.env["ir.rule"].sudo(False)._get_rules("hr.employee")
        # sudo: the rules are looked at, not changed.
        aturan = aturan.sudo()
        if not any(
            not (milik & set(satu.groups.ids)) <= dikenal
            for satu in aturan
            if satu.groups
        ):
            return None
        # sudo: the scope of the present user, as in the record rules.
        user = self.env.user.sudo()
        syarat = []
        for grup, nama, (medan, operator, nilai) in _CAKUPAN:
            if nama in buka and punya(grup):
                isi = attrgetter(nilai.removeprefix("user."))(user)
                isi = tuple(isi) if isinstance(isi, list) else isi
                syarat.append((medan, operator, isi))
        return tuple(syarat)

    def _asn_rahasia_terbuka(self):
        """Return those of these people whose confidential columns the user reads."""
        lingkup = None if self.env.su else self._asn_lingkup_rahasia()
        if lingkup is None:
            return self
        # sudo: own columns that decide; the rows were read already.
        terbuka = self.sudo().filtered_domain(Domain.OR(Domain(*s) for s in lingkup))
        return self.browse(terbuka._ids)

    @api.model
    def _asn_medan_rahasia(self, fnames):
        """Return the names of confidential columns among these."""
        return [
            nama
            for nama in fnames
            if (field := self._fields.get(nama))
            and field.groups == RAHASIA
            and field.type not in _BERBARIS
        ]

    # -- answers -------------------------------------------------------------

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        if rahasia := self._asn_medan_rahasia(fnames):
            terbuka = set(self._asn_rahasia_terbuka()._ids)
            kosong = dict.fromkeys(rahasia, False)
            for baris in hasil:
                if baris["id"] not in terbuka:
                    baris.update(kosong)
        return hasil

    def _export_rows(self, fields, *, _is_toplevel_call=True):
        rahasia = self._asn_medan_rahasia({jalur[0] for jalur in fields if jalur})
        if rahasia and self - self._asn_rahasia_terbuka():
            raise AccessError(
                self.env._(
                    "Confidential columns (%(columns)s) of people outside your own"
                    " scope are not exported. Leave the columns or the people out.",
                    columns=", ".join(
                        self._fields[nama]._description_string(self.env)
                        for nama in sorted(rahasia)
                    ),
                )
            )
        return super()._export_rows(fields, _is_toplevel_call=_is_toplevel_call)

    # -- what SQL looks at -----------------------------------------------------

    def _fetch_query(self, query, fields):
        # What is fetched is everybody's cache; conditions were made before.
        query.asn_utuh = True
        return super()._fetch_query(query, fields)

    def _field_to_sql(self, alias, field_expr, query=None):
        sql = super()._field_to_sql(alias, field_expr, query)
        if (
            self.env.su
            or getattr(query, "asn_utuh", False)
            or not self._asn_medan_rahasia([field_expr])
        ):
            return sql
        lingkup = self._asn_lingkup_rahasia()
        if lingkup is None:
            return sql
        # sudo: own columns that decide about another.
        semua_sudo = self.sudo()
        syarat = Domain.OR(Domain(*satu) for satu in lingkup).optimize_full(semua_sudo)
        return SQL(
            "(CASE WHEN %s THEN %s END)", syarat._to_sql(semua_sudo, alias, query), sql
        )
