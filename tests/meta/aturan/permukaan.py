"""What of the installed product can be called from outside: routes and methods."""

import threading

#: Mixins of Odoo whose methods are listed once and not per model.
_MIXIN = ("base", "mail.thread", "mail.activity.mixin", "portal.mixin")


def routes(env):
    """Yield ``(route, auth, csrf)`` of every address of every installed module."""
    threading.current_thread().dbname = env.cr.dbname  # as in a request
    for rule in env["ir.http"].routing_map().iter_rules():
        options = rule.endpoint.routing
        csrf = "0" if options.get("csrf") is False else "1"
        yield rule.rule, options["auth"], csrf


def _public(cls):
    """Yield ``(method, module)`` that RPC may call on a model's class."""
    for name in dir(cls):
        if name.startswith("_") or not callable(getattr(cls, name, None)):
            continue
        owners = [parent for parent in cls.mro() if name in vars(parent)]
        found = [vars(parent)[name] for parent in owners]
        if any(isinstance(one, (staticmethod, property, type)) for one in found):
            continue
        if any(
            getattr(getattr(one, "__func__", one), "_api_private", False)
            for one in found
        ):
            continue
        # The deepest owner is who brought it; what ours add to it stays its own.
        yield name, owners[-1].__module__


def core_methods(env, models):
    """Return ``{(model or mixin, method)}`` that Odoo's modules bring to models."""
    mixins = {
        name: {method for method, _m in _public(env.registry[name])}
        for name in _MIXIN
        if name in env.registry
    }
    found = {("base", method) for method in mixins["base"]}
    for model in models:
        parents = {m for m in mixins if m in _ancestors(env, model)}
        for method, module in _public(env.registry[model]):
            if module.startswith("odoo.addons.asn_") or method in mixins["base"]:
                continue
            owner = next((m for m in parents if method in mixins[m]), model)
            found.add((owner, method))
    return found


def _ancestors(env, model):
    return {getattr(parent, "_name", None) for parent in env.registry[model].mro()}
