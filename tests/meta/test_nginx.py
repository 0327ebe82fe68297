"""The profile of the proxy is sound, and promises what ``docs/keamanan.md`` says."""

import re
import runpy
import shutil
import subprocess

import pytest
from conftest import ROOT

PROFILE = ROOT / "config" / "nginx" / "asn.conf"


def _tokens(text):
    """Yield words, braces and semicolons; comments and quotes as nginx reads them."""
    pattern = re.compile(r"""#[^\n]*|"[^"]*"|'[^']*'|[{};]|[^\s{};"']+""")
    for match in pattern.finditer(text):
        if not match.group(0).startswith("#"):
            yield match.group(0)


def _parse(tokens, depth=0):
    """Return ``[(words, block or None)]``; raise ValueError where nginx would."""
    found, words = [], []
    for token in tokens:
        if token == ";":
            if not words:
                raise ValueError("nothing before a semicolon")
            found.append((words, None))
            words = []
        elif token == "{":
            found.append((words, _parse(tokens, depth + 1)))
            words = []
        elif token == "}":
            if words or not depth:
                raise ValueError(f"unexpected brace after {words}")
            return found
        else:
            words.append(token)
    if words or depth:
        raise ValueError(f"the file ends within {words}")
    return found


@pytest.fixture(scope="module")
def profile():
    return _parse(_tokens(PROFILE.read_text()))


@pytest.mark.parametrize("text", ["a b", "a { b; ", "a; }", "server { ; }"])
def test_a_broken_profile_is_found(text):
    with pytest.raises(ValueError, match="."):
        _parse(_tokens(text))


def _main(profile):
    servers = [block for words, block in profile if words == ["server"]]
    return next(s for s in servers if any(w[0] == "proxy_cookie_flags" for w, _b in s))


def test_proxy_sends_the_headers_and_limits(profile):
    """LL-30-2-a, LL-31-2-e: encrypted, limited, with the headers of the application."""
    main = _main(profile)
    flat = [" ".join(words) for words, _block in main]
    headers = {w[1] for w, _b in main if w[0] == "add_header" and w[-1] == "always"}
    assert headers >= {
        "Strict-Transport-Security", "X-Content-Type-Options", "Permissions-Policy",
        "Content-Security-Policy",
    }  # fmt: skip
    # nginx adds headers of an outer block only where the inner one adds none.
    inner = [w for words, block in main if block for w, _b in block]
    assert not [w for w in inner if w[0] == "add_header"]
    assert "ssl_protocols TLSv1.2 TLSv1.3" in flat
    assert "server_tokens off" in flat
    assert "proxy_cookie_flags ~ secure httponly samesite=lax" in flat
    # What a visitor says about the own address is not passed on.
    assert "proxy_set_header X-Forwarded-For $remote_addr" in flat


def test_doors_are_limited_or_closed(profile):
    places = {
        " ".join(words[1:]): [" ".join(w) for w, _b in block]
        for words, block in _main(profile)
        if words[0] == "location"
    }
    assert places["/web/database"] == ["return 404"]
    assert places["~ ^/(xmlrpc|jsonrpc)(/|$)"] == ["return 404"]
    for place in places:
        if "login" in place or "data-asn" in place:
            assert places[place][0].startswith("limit_req "), place


def test_permissions_are_those_of_the_application(profile):
    path = ROOT / "addons" / "asn_base" / "domain" / "tajuk.py"
    tajuk = runpy.run_path(str(path))
    words = next(
        w for w, _b in _main(profile) if w[:2] == ["add_header", "Permissions-Policy"]
    )
    assert words[2].strip('"') == dict(tajuk["AMAN"])["Permissions-Policy"]


def test_nginx_itself_accepts_the_profile(tmp_path):
    """Where nginx is installed it is asked; the parser above reads it everywhere."""
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    text = PROFILE.read_text()
    assert text.count("/etc/ssl/asn/") == 4
    if not nginx:
        return
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
         tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem", "-days", "2",
         "-subj", "/CN=uji"], check=True, capture_output=True,
    )  # fmt: skip
    (tmp_path / "asn.conf").write_text(text.replace("/etc/ssl/asn", str(tmp_path)))
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/asn.conf; }}"
    )
    done = subprocess.run(
        [nginx, "-t", "-q", "-e", "stderr", "-c", tmp_path / "nginx.conf"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
