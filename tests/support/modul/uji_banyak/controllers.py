"""Many RPC calls of one user in one request, for the tests of the matrix only.

Each call takes the way of ``/web/dataset/call_kw`` from its first line on: the same
function with the same environment. What is saved is the request around it, so that
every cell can be tried through every route. Nothing stays: each call is rolled back.
"""

import json
from contextlib import closing

from odoo import http
from odoo.http import request
from odoo.service.model import call_kw
from odoo.tools import json_default


class Banyak(http.Controller):
    @http.route("/uji/banyak", type="jsonrpc", auth="user", readonly=False)
    def banyak(self, calls):
        """Carry out calls ``[model, method, args, kwargs]``, each for itself.

        :return: per call ``[kind of refusal or "", its message or the answer]``
        """
        # One savepoint for all: it is there again after each return to it.
        with closing(request.env.cr.savepoint(flush=False)) as savepoint:
            return [self._satu(savepoint, *call) for call in calls]

    def _satu(self, savepoint, model, method, args, kwargs):
        cr = request.env.cr
        # The web client's own language and company come with every call of it.
        kwargs = {"context": request.env["res.users"].context_get(), **kwargs}
        try:
            answer = call_kw(request.env[model], method, args, kwargs)
            request.env.flush_all()
            return ["", json.loads(json.dumps(answer, default=json_default))]
        except Exception as error:  # whatever it is, it is the answer
            return [type(error).__name__, str(error)]
        finally:
            savepoint.rollback()
            request.env.transaction.clear()
            cr.precommit.clear()
            cr.postcommit.clear()

    @http.route("/uji/menuju", type="jsonrpc", auth="user", readonly=True)
    def menuju(self, tujuan):
        """Return the columns by which any rows lead to given rows, past all rules.

        :param tujuan: ``{model: ids}``
        :return: ``{model: {column: [model it leads to, ids of the rows]}}``
        """
        hasil = {}
        for model, name, to in _relasi(request.env):
            if to in tujuan:
                ids = self._menuju(model, name, tujuan[to])
                if ids:
                    hasil.setdefault(model, {})[name] = [to, ids]
        return hasil

    def _menuju(self, model, name, ids):
        env = request.env(su=True, context={"active_test": False})
        try:
            with env.cr.savepoint(flush=False):
                return env[model].search([(name, "in", ids)], order="id").ids
        except Exception:
            # What cannot be asked this way may be asked in another: it leads there.
            return env[model].search([], order="id").ids


def _relasi(env):
    """Yield ``(model, column, model it leads to)`` of all that can be searched by."""
    for model, kelas in env.registry.items():
        if kelas._abstract or kelas._transient:
            continue
        for name, field in kelas._fields.items():
            if field.relational and (field.store or field.search):
                yield model, name, field.comodel_name
