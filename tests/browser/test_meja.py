"""A verifier's day at the desk: twenty requests by keyboard, three by thumb."""

import base64
import time

import pytest
from support.angkat import angkat
from support.layar import Screen
from support.peramban import DESKTOP, PHONE
from support.rpc import Client

_PDF = base64.b64encode(
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/"
    b"Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 "
    b"200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 "
    b"00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n"
    b"%%EOF\n"
).decode()
_COUNT = "document.querySelector('.o_asn_mejav_hitung').innerText"


@pytest.fixture(scope="module")
def service(server):
    """Return a service with one step at the desk, which asks for a document."""
    utama = Client(server, "admin_utama")
    service = utama.call(
        "asn.layanan", "create", {"code": "meja", "name": "Surat Keterangan"}
    )
    version = utama.call("asn.layanan.versi", "create", _version(utama, service))
    utama.button("asn.layanan.versi", "action_publish", [version])
    angkat(server, "admin_aplikasi", "admin_aplikasi", layanan_ids=[service])
    return service


def _version(utama, service):
    """Return the values of a version with one step and one document."""
    kind = utama.search("asn.jenis.dokumen", [("kode", "=", "KTP")])[0]
    verification = utama.search("asn.layanan.tahap", [("jenis", "=", "verifikasi")])[:1]
    group = utama.read("asn.layanan.tahap", verification, "group_id")[0]["group_id"]
    step = {
        "kode": "periksa",
        "name": "Verifikasi",
        "jenis": "verifikasi",
        "penentu": "peran_layanan",
        "group_id": group[0],
    }
    # One person files twenty of them.
    soft = [
        {"kode": kode, "name": kode, "keras": False} for kode in ("UMUM-03", "UMUM-04")
    ]
    return {
        "layanan_id": service,
        "tahap_ids": [(0, 0, step)],
        "persyaratan_ids": [(0, 0, {"jenis_dokumen_id": kind})],
        "aturan_ids": [(0, 0, rule) for rule in soft],
    }


def _file(server, service, count):
    """Submit requests of ``pegawai``; return their ids."""
    pegawai, requests = Client(server, "pegawai"), []
    for _number in range(count):
        request = pegawai.call("asn.permohonan", "create", {"layanan_id": service})
        rows = pegawai.search(
            "asn.permohonan.berkas", [("permohonan_id", "=", request)]
        )
        pegawai.call(
            "asn.permohonan.berkas",
            "write",
            rows,
            {"file": _PDF, "nama_file": "ktp.pdf"},
        )
        pegawai.button("asn.permohonan", "action_submit", [request])
        requests.append(request)
    return requests


def _open(server, browser, service, size):
    screen = Screen(browser, server, "admin_aplikasi", size)
    screen.start()
    screen.action(
        "asn_layanan.asn_meja_verifikasi_action",
        additionalContext={"domain": [["layanan_id", "=", service]]},
    )
    screen.page.wait("document.querySelector('.o_asn_mejav_hitung')")
    return screen


def _press(page, key):
    page.evaluate(
        f"window.dispatchEvent(new KeyboardEvent('keydown', {{key: {key!r}}}))"
    )


def _left(page, number):
    page.wait(
        f"{_COUNT}.endsWith('/ {number}')"
        " && !document.querySelector('.o_asn_butir .text-success')"
        if number
        else "document.querySelector('.o_asn_mejav_kosong')"
    )


def test_twenty_requests_by_keyboard(server, browser, service):
    requests = _file(server, service, 20)
    screen = _open(server, browser, service, DESKTOP)
    page = screen.page
    try:
        _left(page, 20)
        begin = time.monotonic()
        for number in range(20, 2, -1):
            _press(page, "o")
            page.wait("document.querySelector('.o_asn_butir .text-success')")
            _press(page, "s")
            _left(page, number - 1)
        print(f"18 approved in {time.monotonic() - begin:.1f} s")
        _press(page, "t")
        page.fill("#asn_mejav_teks", "Tidak terbaca")
        page.click(".o_asn_mejav_kirim")
        page.wait("document.querySelector('.o_asn_butir .text-danger')")
        _press(page, "b")
        page.click(".o_asn_mejav_kirim")
        _left(page, 1)
        _press(page, "x")
        page.fill("#asn_mejav_teks", "Tidak memenuhi syarat")
        page.click(".o_asn_mejav_kirim")
        _left(page, 0)
        states = [
            r["state"] for r in screen.client.read("asn.permohonan", requests, "state")
        ]
        assert states == ["issued"] * 18 + ["returned", "rejected"]
        assert screen.problems() == []
    finally:
        screen.close()


def test_three_requests_by_thumb(server, browser, service):
    requests = _file(server, service, 3)
    screen = _open(server, browser, service, PHONE)
    page = screen.page
    try:
        for number in (2, 1, 0):
            page.click(".o_asn_mejav_ok")
            page.click(".o_asn_mejav_setuju")
            _left(page, number)
        states = {
            r["state"] for r in screen.client.read("asn.permohonan", requests, "state")
        }
        assert states == {"issued"}
        assert screen.problems() == []
    finally:
        screen.close()
