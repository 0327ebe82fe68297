"""No script survives, whichever way a text with HTML is written (LL-31-2-e)."""

import re

import pytest
from support.rpc import RpcError

#: What is tried by people who know more than ``<script>``.
MUATAN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<a href='javascript:alert(1)'>klik</a>",
    "<a href=' &#106;avascript:alert(1)'>klik</a>",
    "<iframe src='https://jahat.example'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='https://jahat.example/x.swf'></object>",
    "<embed src='https://jahat.example/x'>",
    "<form action='https://jahat.example'><input name=sandi></form>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<body onload=alert(1)>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example'>",
    "<link rel=stylesheet href='https://jahat.example/x.css'>",
    "<base href='https://jahat.example/'>",
    "<style>@import 'https://jahat.example/x.css';</style><p>x</p>",
    "<p t-out=\"object.env.cr.execute('x')\">x</p>",
    "<details open ontoggle=alert(1)>",
    "<<script>script>alert(1)<</script>/script>",
)
_JALAN = re.compile(
    r"<\s*(?:script|iframe|object|embed|meta|link|base|body|form|style)\b"
    r"|<[^>]*[\s/]on\w+\s*=|javascript\s*:|<[^>]*\b(?:srcdoc|xlink:href)\s*=|\st-out=",
    re.IGNORECASE,
)


def _bersih(isi):
    """Return what a browser would still run of a stored text."""
    return _JALAN.findall(str(isi or ""))


def test_the_check_itself_sees_the_attacks():
    found = [muatan for muatan in MUATAN if _bersih(muatan)]
    assert len(found) >= len(MUATAN) - 3
    assert not _bersih("<p>Surat <b>tugas</b> 5 &lt; 6</p>")


@pytest.fixture(scope="module")
def jenis(sql):
    """Return a kind of letter, whose template is the one text people may format."""
    return sql("SELECT id FROM asn_jenis_surat WHERE active ORDER BY id LIMIT 1")[0][0]


def test_no_script_survives_any_way_of_writing(login, jenis):
    admin = login("admin_utama")
    sisa = []
    for muatan in MUATAN:
        isi = f"<p>Yang bertanda tangan</p>{muatan}<p>akhir</p>"
        for cara in ("write", "web_save", "load"):
            try:
                if cara == "write":
                    admin.call("asn.jenis.surat", "write", [jenis], {"template": isi})
                elif cara == "web_save":
                    admin.save("asn.jenis.surat", {"template": isi}, [jenis])
                else:
                    admin.call(
                        "asn.jenis.surat", "load", [".id", "template"],
                        [[str(jenis), isi]],
                    )  # fmt: skip
            except RpcError:
                continue  # refused outright is as good
            ada = admin.read("asn.jenis.surat", [jenis], "template")[0]["template"]
            sisa += [(cara, muatan, ada)] if _bersih(ada) else []
    assert sisa == []
