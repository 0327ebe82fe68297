"""Forms of pages, filled in by a browser without a screen."""

import re

import requests


def browser(server):
    """Return a browser that has never been here."""
    baru = requests.Session()
    baru.alamat = server.url
    return baru


def kirim(browser, path, headers=None, **isian):
    """Get a page and post its form back, as a browser does; follow nothing."""
    halaman = browser.get(browser.alamat + path, timeout=60)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', halaman.text)
    isian["csrf_token"] = token and token.group(1)
    return browser.post(
        browser.alamat + path,
        data=isian,
        headers=headers,
        allow_redirects=False,
        timeout=60,
    )


def siapa(browser):
    """Return the account the server takes this browser for, or None."""
    isi = {"jsonrpc": "2.0", "method": "call", "params": {}}
    jawab = browser.post(
        browser.alamat + "/web/session/get_session_info", json=isi, timeout=60
    ).json()
    return (jawab.get("result") or {}).get("uid")
