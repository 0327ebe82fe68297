"""var/odoo.conf: the root's odoo.conf with this machine's paths filled in."""

import configparser
import secrets

import klaster
from jalur import CONF, DATA, ROOT, TREE, VAR

SOURCE = ROOT / "odoo.conf"
_KEYS = ("db_host", "db_port", "db_user", "db_password", "db_sslmode")


def source():
    """Return the [options] of the root's odoo.conf."""
    parser = configparser.RawConfigParser()
    parser.read(SOURCE)
    return dict(parser["options"])


def external():
    """Return the connection of the server that odoo.conf names, or {}."""
    options = source()
    if options.get("db_host", "").lower() in ("", "false"):
        return {}
    return {
        k: options[k] for k in _KEYS if options.get(k, "").lower() not in ("", "false")
    }


def write(tree):
    """Write the configuration that every command of this checkout uses.

    The socket, the paths and a random master password are this machine's; all
    the rest is taken from odoo.conf, which stays the file to edit.
    """
    options = source()
    addons = [ROOT / "addons"]
    if not tree.is_relative_to(TREE) and (tree / "addons" / "web").is_dir():
        addons.append(tree / "addons")  # a source checkout of Odoo
    options["addons_path"] = ",".join(map(str, addons))
    options["data_dir"] = str(DATA)
    options["admin_passwd"] = _password()
    if not external():
        folder = str(klaster.socket_folder())
        for key in _KEYS:
            options.pop(key, None)
        options |= {"db_host": folder, "db_replica_host": folder}
        options["db_user"] = klaster.USER
    lines = ["; Written by the set-up from odoo.conf; edit that file, not this one."]
    lines += ["[options]", *(f"{key} = {value}" for key, value in options.items())]
    temporary = VAR / ".odoo.conf.tmp"
    temporary.touch(mode=0o600)
    temporary.write_text("\n".join(lines) + "\n")
    temporary.replace(CONF)


def _password():
    """Return the master password: made once, kept in a file of mode 600."""
    path = VAR / "master_password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(24))
    return path.read_text().strip()
