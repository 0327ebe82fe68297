"""The web client's own calls, made as a real user over HTTP."""

import base64
import itertools

import requests

_ids = itertools.count(1)


class RpcError(Exception):
    """What the server answered instead of a result.

    ``name`` is the Python class of the error, ``message`` what the user reads.
    """

    def __init__(self, error):
        data = error.get("data") or {}
        self.name = data.get("name", "")
        self.message = data.get("message") or error.get("message", "")
        self.debug = data.get("debug", "")
        super().__init__(f"{self.name}: {self.message}")

    @property
    def kind(self):
        """Return the last part of the class name, as in ``AccessError``."""
        return self.name.rpartition(".")[2]


class Client:
    """A logged-in user.

    :param server: a started :class:`~support.server.Server`
    :param login: her login; the password of the demo scenario is ``demo``
    """

    def __init__(self, server, login=None, password="demo"):
        self.server = server
        self.login = login
        self.http = requests.Session()
        self.uid = None
        if login:
            self.authenticate(login, password)

    def _json(self, path, params):
        answer = self.http.post(
            self.server.url + path,
            json={
                "jsonrpc": "2.0",
                "method": "call",
                "id": next(_ids),
                "params": params,
            },
            timeout=900,
        )
        answer.raise_for_status()
        body = answer.json()
        if "error" in body:
            raise RpcError(body["error"])
        return body.get("result")

    def authenticate(self, login, password):
        """Log in as the login page does.

        :raise RpcError: wrong login or password
        """
        info = self._json(
            "/web/session/authenticate",
            {"db": self.server.database, "login": login, "password": password},
        )
        self.uid = info["uid"]
        self.context = info.get("user_context", {})

    def call(self, model, method, *args, **kwargs):
        """Call a model's method as the web client does.

        :raise RpcError: the server refused or failed
        """
        kwargs.setdefault("context", self.context)
        return self._json(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": list(args), "kwargs": kwargs},
        )

    def banyak(self, calls, size=200):
        """Make many calls of which nothing stays; see ``modul/uji_banyak``.

        :param calls: ``(model, method, args, kwargs)`` each
        :return: per call ``(kind of refusal or "", message or answer)``
        """
        answers, calls = [], list(calls)
        for start in range(0, len(calls), size):
            part = [list(call) for call in calls[start : start + size]]
            answers += map(tuple, self._json("/uji/banyak", {"calls": part}))
        return answers

    def menuju(self, tujuan):
        """Return what leads to rows, past all rules; see ``modul/uji_banyak``.

        :param tujuan: ``{model: ids}``
        :return: ``{model: {column: [model it leads to, ids of the rows]}}``
        """
        return self._json("/uji/menuju", {"tujuan": tujuan})

    def button(self, model, method, ids, **kwargs):
        """Press a button of a form."""
        kwargs.setdefault("context", self.context)
        return self._json(
            f"/web/dataset/call_button/{model}/{method}",
            {"model": model, "method": method, "args": [ids], "kwargs": kwargs},
        )

    def action(self, number):
        """Return the description of an action, as the web client loads it."""
        return self._json("/web/action/load", {"action_id": number})

    def search(self, model, domain=(), **kwargs):
        """Return the ids the user sees."""
        rows = self.call(
            model, "search_read", list(domain), fields=["id"], order="id", **kwargs
        )
        return [row["id"] for row in rows]

    def read(self, model, ids, *fields):
        """Return one dictionary per record."""
        return self.call(model, "read", ids, list(fields))

    def save(self, model, values, ids=(), fields=("id",)):
        """Save a form: create without ``ids``, change with them; return the id."""
        specification = {name: {} for name in fields}
        rows = self.call(
            model, "web_save", list(ids), values, specification=specification
        )
        return rows[0]["id"]

    def get(self, path, **kwargs):
        """Fetch a page or file with the user's session."""
        return self.http.get(self.server.url + path, timeout=120, **kwargs)

    def refused(self, model, method, *args, **kwargs):
        """Call and return the refusal.

        :raise AssertionError: the call was accepted
        """
        try:
            result = self.call(model, method, *args, **kwargs)
        except RpcError as error:
            return error
        raise AssertionError(
            f"{self.login}: {model}.{method}{args} was accepted: {result!r}"
        )


def b64(content):
    """Return bytes in the form binary fields take over RPC."""
    return base64.b64encode(content).decode()
