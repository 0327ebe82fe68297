"""What the tests of all addons share. Plain mixins: no TestCase base here,
or the loader would run inherited tests twice."""

import csv
import io
from pathlib import Path

import polib
from lxml import etree
from odoo.fields import Command
from odoo.modules import Manifest
from odoo.tools.translate import trans_export

PERAN = (
    "pegawai",
    "pimpinan",
    "fasilitator",
    "admin_aplikasi",
    "validator",
    "penandatangan",
    "admin_sistem",
    "admin_utama",
    "monev",
    "kepala_badan",
)
OPERASI = {"create": "create", "read": "read", "update": "write", "delete": "unlink"}
# Folders whose files must be named in the manifest.
FOLDER_DATA = ("data", "views", "security", "wizard", "report", "demo")


class AsnCommon:
    """Units, posts, people and accounts in one line each.

    Mix in before ``TransactionCase`` or ``HttpCase``; everything works both in
    ``setUpClass`` and in a test.
    """

    @classmethod
    def peran(cls, *names):
        """Return the groups of roles named without ``group_``."""
        groups = cls.env["res.groups"]
        for name in names:
            groups |= cls.env.ref(f"asn_base.group_{name}")
        return groups

    @classmethod
    def buat_unit(cls, nama, jenis="opd", induk=None, kepala=None, **nilai):
        """Create a work unit."""
        return cls.env["hr.department"].create(
            {
                "name": nama,
                "jenis_unit": jenis,
                "parent_id": induk.id if induk else False,
                "manager_id": kepala.id if kepala else False,
                **nilai,
            }
        )

    @classmethod
    def buat_jabatan(cls, nama, jenis="pelaksana", unit=None, **nilai):
        """Create a post of a kind named by its code."""
        return cls.env["hr.job"].create(
            {
                "name": nama,
                "jenis_jabatan_id": cls.env.ref(f"asn_base.jenis_jabatan_{jenis}").id,
                "department_id": unit.id if unit else False,
                **nilai,
            }
        )

    @classmethod
    def buat_user(cls, login, groups=("pegawai",), nama=None, **nilai):
        """Create an account with roles; the password is the login."""
        return cls._buat_users([cls._vals_user(login, groups, nama, **nilai)])

    @classmethod
    def _buat_users(cls, vals_list):
        return (
            cls.env["res.users"]
            .with_context(no_reset_password=True)
            .create(list(vals_list))
        )

    @classmethod
    def _vals_user(cls, login, groups=("pegawai",), nama=None, **nilai):
        return {
            "name": nama or login.replace("_", " ").title(),
            "login": login,
            "password": login,
            "email": f"{login}@contoh.go.id",
            "lang": "id_ID",
            "tz": "Asia/Jakarta",
            "group_ids": [Command.set(cls.peran(*groups).ids)],
            **nilai,
        }

    @classmethod
    def buat_pegawai_user(
        cls, login, groups=("pegawai",), unit=None, nama=None, jabatan=None, **nilai
    ):
        """Create an account with its employee and return the account.

        ``nilai`` are values of the employee; unit and post go into the
        columns that the installed addons use.
        """
        user = cls.buat_user(login, groups, nama)
        cls.env["hr.employee"].create(cls._vals_pegawai(user, unit, jabatan, **nilai))
        return user

    @classmethod
    def buat_banyak_pegawai_user(cls, orang):
        """Create several accounts with their employees at once.

        :param orang: arguments of ``buat_pegawai_user``, one mapping for each
        :return: the accounts in this order
        """
        orang = [dict(satu) for satu in orang]
        users = cls._buat_users(
            cls._vals_user(
                satu.pop("login"), satu.pop("groups"), satu.pop("nama", None)
            )
            for satu in orang
        )
        cls.env["hr.employee"].create(
            [
                cls._vals_pegawai(user, **satu)
                for user, satu in zip(users, orang, strict=True)
            ]
        )
        return users

    @classmethod
    def _vals_pegawai(cls, user, unit=None, jabatan=None, **nilai):
        kolom = cls.env["hr.employee"]._fields
        vals = {"name": user.name, "user_id": user.id, "tz": "Asia/Jakarta", **nilai}
        for ours, core, record in (
            ("unit_id", "department_id", unit),
            ("jabatan_id", "job_id", jabatan),
        ):
            if record:
                vals[core] = record.id
                if ours in kolom:
                    vals[ours] = record.id
        return vals


def _baca_csv(path):
    with path.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


class KontrakAddon:
    """What every addon promises; inherit with ``AsnCommon, TransactionCase``.

    Set ``addon`` to the technical name. Each check names what is wrong and
    where, and none of them can be skipped.
    """

    addon = None
    # The loader otherwise runs only tests written in the class itself.
    allow_inherited_tests_method = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("id_ID")
        cls.path = Path(Manifest.for_addon(cls.addon).path)
        users = cls._buat_users(cls._vals_user(f"kontrak_{p}", (p,)) for p in PERAN)
        cls.pengguna = dict(zip(PERAN, users, strict=True))

    def _views(self):
        """Return the root views that this addon defines or extends."""
        data = self.env["ir.model.data"].search(
            [("module", "=", self.addon), ("model", "=", "ir.ui.view")]
        )
        views = self.env["ir.ui.view"].browse(data.mapped("res_id")).exists()
        roots = self.env["ir.ui.view"]
        for view in views:
            while view.inherit_id and view.mode == "extension":
                view = view.inherit_id
            roots |= view
        return roots.filtered(
            lambda v: v.model in self.env and v.type not in ("qweb", "calendar_qweb")
        )

    def _models(self):
        """Return the models that this addon introduces and that have a table."""
        return [
            model
            for name, model in self.env.registry.items()
            if model._original_module == self.addon and not model._abstract
        ]

    def test_views_load_for_every_role_that_may_read(self):
        for view in self._views():
            for peran, user in self.pengguna.items():
                Model = self.env[view.model].with_user(user)
                if not Model.has_access("read"):
                    continue
                if view.group_ids and not (view.group_ids & user.all_group_ids):
                    continue
                with self.subTest(view=view.xml_id or view.name, peran=peran):
                    Model.get_views([(view.id, view.type)])

    def test_buttons_name_public_methods(self):
        for view in self._views():
            arch = self.env[view.model].get_view(view.id, view.type)["arch"]
            self._cek_tombol(etree.fromstring(arch), view.model, view)

    def _cek_tombol(self, node, model, view):
        for child in node:
            if not isinstance(child.tag, str):
                continue
            name = child.get("name")
            if child.tag == "button" and child.get("type") == "object":
                method = getattr(self.env.registry[model], name, None)
                with self.subTest(view=view.xml_id, button=name, model=model):
                    self.assertTrue(callable(method), f"{model}.{name} is no method")
                    self.assertFalse(name.startswith("_"), f"{name} is private")
            inner = model
            if child.tag == "field" and len(child):
                field = self.env[model]._fields.get(name)
                inner = field.comodel_name if field and field.relational else model
            self._cek_tombol(child, inner, view)

    def test_models_have_access_rules_and_a_promise(self):
        promised = {
            row["model"]
            for row in _baca_csv(self.path.parent.parent / "security" / "matrix.csv")
        }
        for model in self._models():
            with self.subTest(model=model._name):
                acl = self.env["ir.model.access"].search_count(
                    [("model_id.model", "=", model._name)]
                )
                self.assertTrue(acl, "no line in ir.model.access.csv")
                if not model._transient:
                    self.assertIn(model._name, promised, "no row in matrix.csv")

    def test_access_is_what_the_matrix_promises(self):
        ours = {model._name for model in self._models()}
        matrix = {}
        for row in _baca_csv(self.path.parent.parent / "security" / "matrix.csv"):
            if row["model"] in ours:
                key = (row["model"], row["role"])
                self.assertNotIn(key, matrix, "two rows in matrix.csv")
                matrix[key] = row
        for model in {model for model, _role in matrix}:
            for peran, user in self.pengguna.items():
                row = matrix.get((model, peran)) or matrix.get((model, "pegawai"))
                for column, operation in OPERASI.items():
                    promised = bool(row) and row["scope"] != "none"
                    promised = promised and row[column] not in ("", "0")
                    with self.subTest(model=model, peran=peran, hak=column):
                        self.assertEqual(
                            self.env[model].with_user(user).has_access(operation),
                            promised,
                            f"{peran} {column} {model}: matrix.csv and ACL disagree",
                        )

    def test_one2many_inverses_are_indexed(self):
        for model in self.env.registry.values():
            for field in model._fields.values():
                if field.type != "one2many" or field._module != self.addon:
                    continue
                if not field.store and field.compute or not field.inverse_name:
                    continue
                comodel = self.env.registry[field.comodel_name]
                inverse = comodel._fields[field.inverse_name]
                if comodel._abstract or comodel._transient or not inverse.store:
                    continue
                with self.subTest(field=str(field)):
                    self.assertTrue(
                        inverse.type != "many2one" or inverse.index,
                        f"{inverse} needs an index",
                    )

    def test_data_files_are_in_the_manifest(self):
        manifest = Manifest.for_addon(self.addon)
        listed = set(manifest.get("data", [])) | set(manifest.get("demo", []))
        present = {
            str(path.relative_to(self.path))
            for folder in FOLDER_DATA
            for path in (self.path / folder).rglob("*")
            if path.suffix in (".xml", ".csv")
        }
        self.assertEqual(present - listed, set(), "files nobody loads")

    def test_every_test_file_is_imported(self):
        names = {path.stem for path in (self.path / "tests").glob("test_*.py")}
        text = (self.path / "tests" / "__init__.py").read_text(encoding="utf-8")
        self.assertEqual({name for name in names if name not in text}, set())

    def test_readme_is_short(self):
        readme = (self.path / "README.md").read_text(encoding="utf-8")
        self.assertLessEqual(len(readme.splitlines()), 80)

    def test_indonesian_is_complete(self):
        po = polib.pofile(str(self.path / "i18n" / "id.po"))
        empty = [e.msgid for e in po if not e.msgstr.strip() and not e.obsolete]
        self.assertEqual(empty, [], "untranslated in id.po")
        self.assertEqual([e.msgid for e in po if e.fuzzy], [], "fuzzy in id.po")
        buffer = io.BytesIO()
        trans_export(None, [self.addon], buffer, "po", self.env)
        wanted = {e.msgid for e in polib.pofile(buffer.getvalue().decode())}
        missing = wanted - {e.msgid for e in po}
        self.assertEqual(sorted(missing), [], "not in id.po")

    def test_menus_lead_to_something_readable(self):
        data = self.env["ir.model.data"].search(
            [("module", "=", self.addon), ("model", "=", "ir.ui.menu")]
        )
        menus = self.env["ir.ui.menu"].browse(data.mapped("res_id")).exists()
        for peran, user in self.pengguna.items():
            Menu = self.env["ir.ui.menu"].with_user(user)
            visible = Menu.browse(Menu._visible_menu_ids()) & menus
            for menu in visible.sudo():
                action = menu.action
                if not action or action._name != "ir.actions.act_window":
                    continue
                with self.subTest(menu=menu.complete_name, peran=peran):
                    Model = self.env[action.res_model].with_user(user)
                    self.assertTrue(Model.has_access("read"))
