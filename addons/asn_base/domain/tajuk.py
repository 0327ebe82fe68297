"""Headers of an answer that keep a browser from doing harm. Plain Python.

What Odoo itself can send; the proxy (``config/nginx``) repeats what is the same for
every answer, also for those that never reach Odoo.
"""

#: For every answer. Camera and location are asked for nowhere.
AMAN = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)

#: Pages without any script, for visitors.
PADA_HALAMAN = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

#: The web client. Owl compiles its templates in the browser (unsafe-eval) and Odoo's
#: pages carry small scripts (unsafe-inline): both stay open. Nothing is loaded from,
#: sent to or framed by another address, which is what a smuggled script would need.
KLIEN_WEB = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; media-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)

#: Files of others that a browser would run: saved, never shown, and powerless if shown.
BERKAS_AKTIF = "sandbox; default-src 'none'"

#: Headers of a public page in HTML.
HALAMAN_PUBLIK = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex, nofollow"),
    ("Content-Security-Policy", PADA_HALAMAN),
]

_AKTIF = ("html", "xml", "javascript", "ecmascript", "x-shockwave")


def aktif(mimetype):
    """Tell whether a browser would run what such a file holds (HTML, SVG, XML, JS).

    Office files have ``xml`` in their type's name and are none of these.
    """
    jenis = (mimetype or "").lower()
    if jenis.startswith("application/vnd."):
        return False
    return any(kata in jenis for kata in _AKTIF)


def kue(tajuk, https):
    """Return a ``Set-Cookie`` header with what a session's cookie should have.

    :param bool https: whether the visitor came over https
    """
    punya = {bagian.strip().split("=")[0].lower() for bagian in tajuk.split(";")[1:]}
    if "samesite" not in punya:
        tajuk += "; SameSite=Lax"
    if https and "secure" not in punya:
        tajuk += "; Secure"
    return tajuk
