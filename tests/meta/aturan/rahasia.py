"""Rules about secrets in files, and about scripts in templates and screens."""

import re

# Written in pieces: the rule must not find itself.
_POLA = {
    "private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40,}",
    "cloud key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "token of a forge": r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[A-Za-z0-9_-]{20,})",
    "JSON web token": r"\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.",
    "hash of a password": r"\$(?:pbkdf2-sha\d+|2[aby]|argon2id?)\$[\w.,=$/+-]{50,}",
    "password in an address": r"\b(?:https?|postgres(?:ql)?|smtp)://[^/\s:@]+:"
    r"(?!\$|\{|%|<|\.\.\.)[^/\s:@\\]{4,}@",
    "password in a setting": r"(?im)^\s*(?:db_password|smtp_password|admin_passwd|"
    r"PGPASSWORD|secret_key|api_key|client_secret)\s*=\s*(?!False|None|\$|\{|os\.|_)"
    r"[\"']?[\w!@#%^&*./+-]{6,}",
}
_SKRIP = {
    "t-raw": r"\bt-raw\s*=",
    "script in an attribute": r"""\son(?:click|error|load|mouseover)\s*=\s*["']""",
    "address that runs": r"""(?:href|src)\s*=\s*["']\s*javascript:""",
}
_JS = {
    "innerHTML": r"\.(?:innerHTML|outerHTML)\s*=",
    "insertAdjacentHTML": r"\.insertAdjacentHTML\(",
    "document.write": r"\bdocument\.write\(",
    "eval": r"(?<![\w.])eval\(|new Function\(",
    "markup": r"(?<![\w.])markup\(",
    "address of elsewhere": r"""(?:fetch|import)\(\s*["']https?://""",
}


def _temukan(pola, text):
    return [
        f"line {text.count(chr(10), 0, match.start()) + 1}: {name}"
        for name, expression in pola.items()
        for match in re.finditer(expression, text)
    ]


def secrets(text):
    """Return what looks like a secret; none belongs into the repository."""
    return _temukan(_POLA, text)


def scripts_in_templates(text):
    """Return places of a template where a value becomes a script."""
    return _temukan(_SKRIP, text)


def html_from_scripts(text):
    """Return places of a script where a text becomes HTML or code."""
    return _temukan(_JS, text)
