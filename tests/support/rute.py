"""Every way in which the web client, or a script, can ask for a row or change one.

A way is a function ``(target) -> (method, args, kwargs)`` and a judge ``(answer,
target) -> bool`` that tells whether the answer gave something away. A call that is
refused gave nothing away. What a way needs to know about a model is a :class:`Sasaran`.
"""

from dataclasses import dataclass, field

#: How the server says no.
TOLAK = (
    "AccessError", "AccessDenied", "UserError", "ValidationError", "MissingError",
    "RedirectWarning",
)  # fmt: skip


@dataclass
class Sasaran:
    """A row of a model that somebody aims at, and how to ask for it."""

    model: str
    id: int
    #: A stored column that can be grouped by.
    kelompok: str = "id"
    #: A selection column for progress bars, with its values.
    pilihan: str = ""
    nilai: list = field(default_factory=list)
    #: A stored column that can be written, with a value.
    isian: dict = field(default_factory=dict)

    @property
    def domain(self):
        """Return the condition that names the row."""
        return [["id", "=", self.id]]


def _rows(answer, target):
    return any(row.get("id") == target.id for row in answer or [])


def _records(answer, target):
    return _rows(answer.get("records"), target)


def _count(answer, _target):
    return bool(answer)  # a number, or nothing at all


def _groups(answer, _target):
    groups = answer["groups"] if isinstance(answer, dict) else answer
    return any(group.get("__count") for group in groups)


def _bars(answer, _target):
    return any(any(part.values()) for part in answer.values())


def _pairs(answer, target):
    return any(pair[0] == target.id for pair in answer)


def _ids(answer, target):
    return target.id in (answer or [])


def _something(answer, _target):
    return True


def _exported(answer, _target):
    return bool(answer.get("datas"))


def _imported(answer, _target):
    return bool(answer.get("ids"))


def _values(answer, _target):
    return any(answer)


_SPEC = {"id": {}, "display_name": {}}

#: Ways that ask for a row: name -> (call, judge).
BACA = {
    "read": (lambda s: ("read", [[s.id], [s.kelompok]], {}), _something),
    "web_read": (lambda s: ("web_read", [[s.id], _SPEC], {}), _something),
    "search_read": (lambda s: ("search_read", [s.domain, ["id"]], {}), _rows),
    "search": (lambda s: ("search", [s.domain], {}), _ids),
    "web_search_read": (
        lambda s: ("web_search_read", [s.domain, _SPEC], {}),
        _records,
    ),
    "search_count": (lambda s: ("search_count", [s.domain], {}), _count),
    "formatted_read_group": (
        lambda s: ("formatted_read_group", [s.domain, [s.kelompok], ["__count"]], {}),
        _groups,
    ),
    "formatted_read_grouping_sets": (
        lambda s: ("formatted_read_grouping_sets", [s.domain, [[]], ["__count"]], {}),
        lambda answer, target: any(_groups(part, target) for part in answer),
    ),
    "web_read_group": (
        lambda s: ("web_read_group", [s.domain, [s.kelompok]], {}),
        _groups,
    ),
    "read_progress_bar": (
        lambda s: (
            "read_progress_bar",
            [
                s.domain,
                s.kelompok,
                {"field": s.pilihan, "colors": dict.fromkeys(s.nilai, "x")},
            ],
            {},
        ),
        _bars,
    ),
    "name_search": (lambda s: ("name_search", ["", s.domain], {}), _pairs),
    "web_name_search": (
        lambda s: ("web_name_search", ["", _SPEC, s.domain], {}),
        _rows,
    ),
    "export_data": (lambda s: ("export_data", [[s.id], [".id"]], {}), _exported),
    "copy_data": (lambda s: ("copy_data", [[s.id]], {}), _values),
    "get_metadata": (lambda s: ("get_metadata", [[s.id]], {}), _something),
    "onchange": (
        lambda s: ("onchange", [[s.id], {}, [], {"display_name": {}}], {}),
        _something,
    ),
}
#: Ways that change a row.
UBAH = {
    "write": (lambda s: ("write", [[s.id], s.isian], {}), _something),
    "web_save": (lambda s: ("web_save", [[s.id], s.isian, _SPEC], {}), _something),
    "web_save_multi": (
        lambda s: ("web_save_multi", [[s.id], [s.isian], _SPEC], {}),
        _something,
    ),
}
#: Ways that make a row.
BUAT = {
    "create": (lambda s: ("create", [{}], {}), _something),
    "web_save new": (lambda s: ("web_save", [[], {}, _SPEC], {}), _something),
    "name_create": (lambda s: ("name_create", ["-"], {}), _count),
    "load": (lambda s: ("load", [["display_name"], [["-"]]], {}), _imported),
    "copy": (lambda s: ("copy", [[s.id]], {}), _something),
}
#: Ways that end a row.
HAPUS = {"unlink": (lambda s: ("unlink", [[s.id]], {}), _something)}
#: The ways of each operation of ``security/matrix.csv``.
CARA = {"read": BACA, "update": UBAH, "create": BUAT, "delete": HAPUS}
#: Public methods of every model that are no way to a row, and why.
BUKAN_CARA = {
    "action_archive": "writes through write",
    "action_unarchive": "writes through write",
    "toggle_active": "writes through write",
    "web_resequence": "writes through write",
    "check_access_rights": "answers a right",
    "check_access_rule": "answers a right",
    "check_field_access_rights": "answers a right",
    "has_access": "answers a right",
    "copy_translations": "writes through write",
    "update_field_translations": "checks write; tried in test_jalan_lain.py",
    "web_override_translations": "checks write; tried in test_jalan_lain.py",
    "get_field_translations": "checks read; tried in test_jalan_lain.py",
    "get_property_definition": "tried in test_jalan_lain.py",
    "default_get": "values of an empty form",
    "fields_get": "names of columns the caller may read",
    "get_base_url": "the address of the server",
    "get_empty_list_help": "a text of the screen",
    "get_external_id": "technical name of an id; no data",
    "get_formview_action": "names the form that would open; rows are cut there",
    "get_formview_id": "names the form that would open; rows are cut there",
    "get_import_templates": "addresses of specimen files",
    "get_view": "a screen without data",
    "get_views": "screens without data",
    "hierarchy_read": "searches and reads through search_fetch and web_read",
    "is_transient": "a fact about the model",
    "mail_allowed_qweb_expressions": "names allowed in templates",
    "mail_get_partner_fields": "names of columns",
    "read_group": "the older name of formatted_read_group; same code",
    "search_panel_select_multi_range": "tried in test_jalan_lain.py",
    "search_panel_select_range": "tried in test_jalan_lain.py",
    "view_header_get": "a text of the screen",
}
