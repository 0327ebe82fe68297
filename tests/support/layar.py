"""Screens of the web client: log in, open menus, say what is wrong with them."""

from lxml import etree

from .peramban import PageError

_READY = (
    "document.querySelector('.o_action_manager > *')"
    " && !document.querySelector('.o_blockUI')"
)
_SERVICES = "odoo.__WOWL_DEBUG__.root.env.services"
_ACTION = f"{_SERVICES}.action"
_MENU = f"{_SERVICES}.menu"
#: The web client runs, no dialog is open and no form has changes.
_CLEAN = (
    "Boolean(window.odoo?.__WOWL_DEBUG__) && !document.querySelector('.modal,"
    " .o_notification, .o_form_status_indicator_buttons:not(.invisible)')"
)


def assert_clean(problems):
    """Fail with one line per place and complaint.

    :param problems: ``{place: [complaint, ...]}``
    :raise AssertionError: somebody would complain
    """
    lines = [f"{place}: {text}" for place, found in problems.items() for text in found]
    if lines:
        raise AssertionError("\n".join(lines))


def menus_of(client):
    """Return ``(path, action id)`` of every menu that a user sees."""
    tree = client.get("/web/webclient/load_menus").json()
    found = []

    def walk(number, path):
        menu = tree[str(number)]
        here = f"{path} / {menu['name']}" if path else menu["name"]
        if menu.get("actionID"):
            found.append((here, menu["actionID"]))
        for child in menu["children"]:
            walk(child, here)

    for number in tree["root"]["children"]:
        walk(number, "")
    return list({action: (path, action) for path, action in found}.values())


def _asked(answer, model, kind):
    """Return the fields of a view as the web client asks for them."""
    fields = etree.fromstring(answer["views"][kind]["arch"]).iter("field")
    outer = (
        node for node in fields if not any(True for _ in node.iterancestors("field"))
    )
    known = answer["models"][model]["fields"]
    return {node.get("name"): {} for node in outer if node.get("name") in known}


def open_by_calls(client, menus):
    """Ask the server for what the web client asks for when it opens windows.

    :param menus: ``(path, action id)`` each
    :return: those that are no window: only the browser can open them
    :raise AssertionError: the user may not open one
    """
    windows, others = [], []
    for path, action in menus:
        found = client.action(action)
        if found["type"] == "ir.actions.act_window":
            windows.append(found)
        elif found["type"] == "ir.actions.act_url":
            client.get(found["url"]).raise_for_status()
        else:
            others.append((path, action))
    views = _answers(client, [_views_call(window) for window in windows])
    calls = [_rows_call(*pair) for pair in zip(windows, views, strict=True)]
    _answers(client, [call for call in calls if call])
    return others


def _answers(client, calls):
    """Make calls of which nothing stays, and return what each answers."""
    answers = client.banyak(calls, size=25)
    refused = [
        f"{call[0]}.{call[1]}: {kind} {text}"
        for call, (kind, text) in zip(calls, answers, strict=True)
        if kind
    ]
    assert not refused, "\n".join(refused)
    return [answer for _kind, answer in answers]


def _views_call(window):
    """Return the call for the views of a window."""
    views = [[number or False, kind] for number, kind in window["views"]]
    options = {"toolbar": True, "load_filters": True, "action_id": window["id"]}
    return window["res_model"], "get_views", [views, options], {}


def _rows_call(window, answer):
    """Return the call for what the first view shows, or None."""
    model, kind = window["res_model"], window["views"][0][1]
    asked = _asked(answer, model, kind)
    if kind in ("list", "kanban"):
        return model, "web_search_read", [[], asked], {"limit": 80}
    if kind == "form" and window.get("res_id"):
        return model, "web_read", [[window["res_id"]], asked], {}
    if kind == "form":
        return model, "onchange", [[], {}, [], asked], {}
    return None


class Screen:
    """The web client as one user in one window.

    A window that was left as it was found is used again by the next screen of the
    same user and size: loading the web client costs more than most tests.

    :param fresh: never such a one, because what is loaded counts
    """

    def __init__(self, browser, server, login, size, fresh=False):
        self.server = server
        self.login = login
        self.browser = browser
        self.client = server.client(login)
        self._key = (server.url, login, size)
        self.page = None if fresh else browser.take(self._key)
        self._used = self.page is not None
        if not self._used:
            self.page = browser.page(size, None if fresh else server.url)
            self.page.cookie(
                server.url, "session_id", self.client.http.cookies["session_id"]
            )

    def start(self):
        """Open the web client at the user's home page."""
        if self._used:
            self._used = False
            self._do(f"{_MENU}.selectMenu({_MENU}.getMenu('root').children[0])")
            return
        self.page.goto(f"{self.server.url}/odoo")
        self.page.wait(_READY)
        self.page.settle()

    def _do(self, promise):
        """Start something inside the running client and wait until it is there."""
        # The promise of a view that fails to load never ends; the page says so then.
        self.page.evaluate(
            f"window.asnDone = false;"
            f" void {promise}.finally(() => {{ window.asnDone = true; }})"
        )
        self.page.wait(
            "window.asnDone !== false || document.querySelector('.o_error_dialog')"
        )
        self.page.wait(_READY)
        self.page.settle(quiet=0.1)

    def menu(self, action):
        """Open what a menu opens; return whether that is a page of its own."""
        found = self.client.action(action)
        if found["type"] != "ir.actions.act_url":
            self.action(action)
            return False
        self.page.goto(self.server.url + found["url"])
        return True

    def action(self, action, **options):
        """Open an action by id, xml id or description inside the running client."""
        import json

        arguments = f"{json.dumps(action)}, {json.dumps(options)}"
        self._do(f"{_ACTION}.doAction({arguments})")

    def record(self, model, number):
        """Open the form of one record."""
        self.action(
            {
                "type": "ir.actions.act_window",
                "res_model": model,
                "res_id": number,
                "views": [[False, "form"]],
                "target": "current",
            }
        )

    def problems(self, phone_strict=True):
        """Return what a person would complain of, and forget it."""
        found, self.page.complaints = self.page.complaints, []
        if self.page.exists(".o_error_dialog, .o_dialog_error, .alert-danger.o_error"):
            found.append("error dialog: " + self.page.text()[-400:])
            self.page.evaluate(
                "document.querySelectorAll('.modal .btn-close, .modal .btn-primary')"
                ".forEach((button) => button.click())"
            )
            self.page.settle()
        if self.page.width <= 500:
            wide = self.page.overflow()
            if not phone_strict:
                wide = [line for line in wide if line.startswith("page ")]
            found += [f"too wide: {line}" for line in wide]
        return found

    def close(self):
        """Leave the window: to the next one, where nothing is open or half done."""
        try:
            clean = self.page.evaluate(_CLEAN) and not self.page.complaints
        except PageError:
            clean = False
        if clean:
            self.browser.rest(self._key, self.page)
        else:
            self.page.close()
