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
        return [self._satu(*call) for call in calls]

    def _satu(self, model, method, args, kwargs):
        cr = request.env.cr
        # The web client's own language and company come with every call of it.
        kwargs = {"context": request.env["res.users"].context_get(), **kwargs}
        with closing(cr.savepoint(flush=False)) as savepoint:
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
