from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..models.samar import Samar
from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPintu(AuditCommon, TransactionCase):
    """LL-13-1: no path through another model leads to a masked value."""

    def _jalur(self):
        """Yield every stored path of one step to a person: model and field."""
        for nama, Model in self.env.registry.items():
            if Model._abstract or Model._transient or nama == "hr.employee":
                continue
            for field in Model._fields.values():
                if field.comodel_name == "hr.employee" and field.type != "reference":
                    yield nama, field.name

    def test_searching_by_path_finds_nothing_bit_by_bit(self):
        """Every relation to a person, as an officer who reads much."""
        terbuka, dicoba = [], 0
        for model, nama in self._jalur():
            Model = self.sebagai(self.sistem, model)
            if not Model.has_access("read"):
                continue
            if not Model._has_field_access(Model._fields[nama], "read"):
                continue
            dicoba += 1
            try:
                with self.env.cr.savepoint():
                    if Model.search_count([(f"{nama}.nik", "=like", "1673%")]):
                        terbuka.append(f"{model}.{nama}")
            except (AccessError, UserError, ValueError, NotImplementedError):
                continue
        self.assertGreater(dicoba, 20)
        self.assertEqual(terbuka, [])

    def test_no_related_field_shows_a_masked_value_elsewhere(self):
        """A field of another model that ends in a masked one is masked, too."""
        bocor = []
        for model in self.env.registry.values():
            if model._abstract or model._name in ("hr.employee", "hr.version"):
                continue
            for field in model._fields.values():
                if not field.related or field.inherited:
                    continue
                akhir = field.related_field
                if isinstance(akhir, Samar) and (field.store or field.compute_sudo):
                    bocor.append(str(field))
        self.assertEqual(bocor, [])
