"""Somebody without a session: a visitor, another site.

Each attack stands beside the lawful use of the same door.
"""

import re

import pytest
from support.formulir import browser, kirim, siapa

_JAHAT = "jahat.example"


# -- session -------------------------------------------------------------------


def test_visitor_cannot_fix_the_session_of_a_victim(tamu, server):
    umpan = "a" * 84
    tamu.cookies.set("session_id", umpan, domain="127.0.0.1", path="/")
    masuk = kirim(tamu, "/web/login", login="pegawai", password="demo")
    assert masuk.status_code == 303
    assert siapa(tamu)
    assert umpan != tamu.cookies.get("session_id")
    penyerang = browser(server)
    penyerang.cookies.set("session_id", umpan)
    assert not siapa(penyerang)


def test_session_before_the_password_is_not_the_one_after(tamu, server):
    tamu.get(tamu.alamat + "/web/login", timeout=60)
    sebelum = tamu.cookies.get("session_id")
    kirim(tamu, "/web/login", login="pegawai", password="demo")
    assert siapa(tamu)
    penyerang = browser(server)
    penyerang.cookies.set("session_id", sebelum)
    assert not siapa(penyerang)


@pytest.mark.parametrize(
    "tujuan",
    [
        f"https://{_JAHAT}/",
        f"//{_JAHAT}/",
        f"/\\{_JAHAT}/",
        f"https:{_JAHAT}",
        f"\thttps://{_JAHAT}",
        "javascript:alert(1)",
    ],
)
def test_login_does_not_lead_to_another_site(tamu, tujuan):
    isian = {"login": "pegawai", "password": "demo", "redirect": tujuan}
    jawab = kirim(tamu, "/web/login", **isian)
    assert siapa(tamu), "the lawful part: signing in works"
    keluar = tamu.get(
        tamu.alamat + "/web/session/logout",
        params={"redirect": tujuan},
        allow_redirects=False,
        timeout=60,
    )
    for satu in (jawab, keluar):
        lokasi = satu.headers.get("Location", "")
        asal = re.match(r"\s*(?:https?:)?[/\\]{2,}([^/\\]+)", lokasi)
        assert not asal or asal.group(1) in tamu.alamat, lokasi
        assert not lokasi.strip().lower().startswith("javascript")


def test_other_site_cannot_post_with_the_session(login, sql):
    """Without the token of the form, the cookie alone moves nothing."""
    pegawai = login("pegawai")
    assert pegawai.get("/asn/pernyataan").ok
    before = sql("SELECT count(*) FROM asn_pakta")
    for path, isian in (
        ("/asn/pernyataan/tanda", {"sandi": "demo", "setuju_1": "1"}),
        ("/asn/pernyataan/nanti", {}),
        ("/web/export/csv", {"data": "{}"}),
        ("/web/login/langkah", {"langkah": "sandi"}),
    ):
        jawab = pegawai.http.post(
            pegawai.server.url + path, data=isian, allow_redirects=False, timeout=60
        )
        assert jawab.status_code in (400, 403), path
    assert sql("SELECT count(*) FROM asn_pakta") == before


# -- pages and files -----------------------------------------------------------


def test_visitor_cannot_fetch_files_or_pictures_by_number(tamu, login, sql, orang):
    dokumen, lampiran = sql(
        "SELECT d.id, a.id FROM asn_dokumen d JOIN ir_attachment a"
        " ON a.res_model = 'asn.dokumen' AND a.res_id = d.id AND a.res_field = 'file'"
        " WHERE d.employee_id = %s ORDER BY d.id LIMIT 1",
        orang["fasilitator"],
    )[0]
    path = f"/web/content/asn.dokumen/{dokumen}/file"
    assert login("fasilitator").get(path).content.startswith(b"%PDF")
    for dicoba in (
        path,
        f"/web/content/{lampiran}",
        f"/web/content/{lampiran}?access_token=x",
        f"/web/content/{lampiran}/apa.pdf?download=1",
        "/report/pdf/asn_laporan.drh/1",
        "/asn/akses/pemegang.xlsx",
        "/asn/pernyataan/1/pdf",
    ):
        assert b"%PDF" not in tamu.get(tamu.alamat + dicoba, timeout=60).content
    foto = tamu.get(
        f"{tamu.alamat}/web/image/hr.employee/{orang['pegawai']}/image_1920", timeout=60
    )
    contoh = tamu.get(
        f"{tamu.alamat}/web/image/hr.employee/999999/image_1920", timeout=60
    )
    assert foto.content == contoh.content, "the same placeholder for everybody"


def test_visitor_cannot_walk_through_public_pages(tamu, login, sql, orang):
    kartu = login("pegawai").call("hr.employee", "action_kartu", [orang["pegawai"]])
    assert kartu
    token = sql(
        "SELECT token FROM asn_kartu WHERE employee_id = %s AND status = 'aktif'"
        " ORDER BY id DESC LIMIT 1",
        orang["pegawai"],
    )[0][0]
    nama = sql("SELECT name FROM hr_employee WHERE id = %s", orang["pegawai"])[0][0]
    assert nama in tamu.get(f"{tamu.alamat}/k/{token}", timeout=60).text
    jawab = set()
    for tebakan in (token[:-1] + "A", token[::-1], "1" * len(token), "A" * 32):
        if tebakan == token:
            continue
        halaman = tamu.get(f"{tamu.alamat}/k/{tebakan}", timeout=60)
        assert nama not in halaman.text
        jawab.add((halaman.status_code, len(halaman.text)))
    assert len(jawab) == 1
    assert tamu.get(f"{tamu.alamat}/k/1", timeout=60).status_code == 404


def test_visitor_cannot_reach_the_database_manager(tamu):
    assert tamu.get(tamu.alamat + "/web/login", timeout=60).ok
    isi = {"jsonrpc": "2.0", "method": "call", "params": {}}
    daftar = tamu.post(tamu.alamat + "/web/database/list", json=isi, timeout=60)
    assert "result" not in daftar.json()
