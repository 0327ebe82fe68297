"""Every file of ``data/impor``, uploaded as the administrator does."""

import csv
import io
import sys
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from support.database import clone, query
from support.rpc import Client, RpcError, b64
from support.server import Server

BERKAS = Path(__file__).resolve().parents[2] / "data" / "impor"
_WAKTU = 300


@pytest.fixture(scope="module")
def nyata(settings, tmp_path_factory):
    """Serve a clone with scheduled jobs, which run the imports."""
    log = tmp_path_factory.mktemp("server") / "odoo.log"
    with clone(settings) as database:
        server = Server(settings, database, log, cron=1).start()
        try:
            yield server
        finally:
            server.stop()
        assert server.trouble() == []


@pytest.fixture(scope="module")
def admin(nyata):
    """Log in as the system administrator."""
    return Client(nyata, "admin_sistem")


def _unggah(client, isi, nama, **nilai):
    vals = {"file": b64(isi), "nama_file": nama, "buat_jabatan": True, **nilai}
    return client.save("asn.impor", vals)


def _baca(nama):
    return (BERKAS / nama).read_bytes()


def _satu(client, impor, *fields):
    return client.read("asn.impor", [impor], *fields)[0]


def _tunggu(client, impor):
    """Wait as a person who looks at the progress does."""
    akhir = time.monotonic() + _WAKTU
    while time.monotonic() < akhir:
        hasil = _satu(
            client, impor, "state", "jumlah_baru", "jumlah_sama", "kemajuan", "pesan"
        )
        if hasil["state"] != "berjalan":
            return hasil
        time.sleep(0.5)
    raise AssertionError(f"still running after {_WAKTU} s: {hasil}")


def _jumlah(client):
    return client.call("hr.employee", "search_count", [])


def test_bad_example_says_what_the_table_beside_it_says(admin):
    orang = _jumlah(admin)
    impor = _unggah(admin, _baca("contoh_buruk.xlsx"), "contoh_buruk.xlsx")

    admin.button("asn.impor", "action_periksa", [impor])

    masalah = admin.call(
        "asn.impor.masalah",
        "search_read",
        [["impor_id", "=", impor]],
        fields=["baris", "kolom", "judul", "tingkat", "kunci", "pesan"],
    )
    with (BERKAS / "contoh_buruk_harapan.csv").open(encoding="utf-8") as isi:
        harapan = sorted(tuple(satu.values()) for satu in csv.DictReader(isi))
    ada = sorted(
        (str(m["baris"]), m["kolom"], m["judul"], m["tingkat"], m["kunci"])
        for m in masalah
    )
    assert ada == harapan
    assert all(m["pesan"] and "%(" not in m["pesan"] for m in masalah)
    saran = [m["pesan"] for m in masalah if m["kunci"] == "kolom_tidak_dikenal_saran"]
    assert saran == ["Kolom tidak dikenal. Maksud Anda golongan?"]
    with pytest.raises(RpcError) as tolak:
        admin.button("asn.impor", "action_jalankan", [impor])
    assert tolak.value.kind == "UserError"
    assert _jumlah(admin) == orang


def test_good_example_twice(admin):
    orang = _jumlah(admin)
    isi = _baca("contoh_baik_1000.xlsx")
    for baru, sama in ((1000, 0), (0, 1000)):
        impor = _unggah(admin, isi, "contoh_baik_1000.xlsx")
        admin.button("asn.impor", "action_periksa", [impor])
        periksa = _satu(admin, impor, "jumlah_galat", "jumlah_baru", "jumlah_sama")
        assert periksa["jumlah_galat"] == 0
        assert (periksa["jumlah_baru"], periksa["jumlah_sama"]) == (baru, sama)
        admin.button("asn.impor", "action_jalankan", [impor])
        hasil = _tunggu(admin, impor)
        assert hasil["state"] == "selesai", hasil["pesan"]
        assert (hasil["jumlah_baru"], hasil["jumlah_sama"]) == (baru, sama)
        assert _jumlah(admin) == orang + 1000


def test_template_is_empty_but_understood(admin):
    for isi in (_baca("template.xlsx"), admin.get("/asn/impor/templat").content):
        impor = _unggah(admin, isi, "template.xlsx")
        admin.button("asn.impor", "action_periksa", [impor])
        hasil = _satu(admin, impor, "jumlah_baris", "jumlah_galat", "state")
        assert (hasil["jumlah_baris"], hasil["jumlah_galat"]) == (0, 0)
        with pytest.raises(RpcError):
            admin.button("asn.impor", "action_jalankan", [impor])


def _docx():
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
    return keluar.getvalue()


def _bom():
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nomor in range(4):
            arsip.writestr(f"xl/{nomor}.xml", b"\0" * (90 * 1024 * 1024))
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("daftar.xlsx", lambda: b"<html><table></table></html>", "HTML"),
        ("daftar.xlsx", lambda: b"nip;nama\n1;Ratna\n", "CSV"),
        ("daftar.xlsx", lambda: b"%PDF-1.7", "PDF"),
        ("daftar.xlsx", _docx, "Word"),
        ("daftar.xlsx", _bom, "mengembang"),
        ("daftar.xlsm", lambda: _baca("template.xlsx"), "makro"),
        ("daftar.xlsx", lambda: b"PK\x03\x04" + b"\0" * 1000, "rusak"),
        ("daftar.xlsx", lambda: b"PK\x03\x04" + b"\0" * (50 * 1024 * 1024), "15"),
    ],
    ids=["html", "csv", "pdf", "docx", "bomb", "macro", "damaged", "50MB"],
)
def test_hostile_file_is_named_and_not_kept(admin, nama, isi, kata):
    sebelum = admin.search("asn.impor")
    with pytest.raises(RpcError) as tolak:
        _unggah(admin, isi(), nama)
    assert tolak.value.kind in ("UserError", "ValidationError")
    assert kata in tolak.value.message
    assert admin.search("asn.impor") == sebelum


def test_empty_file_is_refused_at_the_check(admin):
    impor = _unggah(admin, b"", "kosong.xlsx")
    with pytest.raises(RpcError) as tolak:
        admin.button("asn.impor", "action_periksa", [impor])
    assert tolak.value.kind == "UserError"


def test_nobody_else_imports(nyata, admin):
    impor = admin.search("asn.impor")[:1]
    for nama in ("pegawai", "fasilitator", "admin_aplikasi", "kepala_badan"):
        client = Client(nyata, nama)
        for metode in ("action_periksa", "action_jalankan", "action_batal"):
            assert client.refused("asn.impor", metode, impor).kind == "AccessError"
        client.refused("asn.impor", "create", [{"nama_file": "x.xlsx"}])
        assert client.get("/asn/impor/templat").status_code == 403
        assert client.get(f"/asn/impor/{impor[0]}/masalah").status_code == 403


def test_steps_cannot_be_forged(admin):
    impor = _unggah(admin, _baca("template.xlsx"), "template.xlsx")
    for vals in ({"state": "berjalan"}, {"posisi": 7}, {"jumlah_galat": 0}):
        assert admin.refused("asn.impor", "write", [impor], vals).kind == "AccessError"
    admin.refused("asn.impor", "create", [{"state": "selesai"}])
    konteks = {**admin.context, "default_state": "berjalan"}
    admin.refused("asn.impor", "create", [{"nama_file": "x"}], context=konteks)
    admin.refused("asn.impor", "read", [impor], ["hasil_baca"])
    for metode in ("_satu_giliran", "_tulis", "_bergilir", "_cron_jalankan"):
        admin.refused("asn.impor", metode, [impor])


def test_killed_in_the_middle_goes_on_after_restart(settings, nyata, admin):
    addon = Path(__file__).resolve().parents[2] / "addons" / "asn_pegawai"
    sys.path.insert(0, str(addon))
    try:
        contoh = import_module("domain.impor_contoh")
        templat = import_module("domain.impor_templat")
    finally:
        sys.path.remove(str(addon))
    baris = contoh.orang(2500, seed=77)
    impor = _unggah(admin, templat.isi(baris), "dua_ribu.xlsx", mode="baik")
    admin.button("asn.impor", "action_periksa", [impor])
    siap = _satu(admin, impor, "jumlah_siap")["jumlah_siap"]
    admin.button("asn.impor", "action_jalankan", [impor])
    akhir = time.monotonic() + _WAKTU
    while _satu(admin, impor, "posisi")["posisi"] < 500:
        assert time.monotonic() < akhir, "the scheduled job never started"
        time.sleep(0.05)

    nyata.kill()
    keadaan = "SELECT state, posisi FROM asn_impor WHERE id = %s"
    ((state, posisi),) = query(settings, nyata.database, keadaan, (impor,))
    assert state == "berjalan"
    assert 500 <= posisi < siap
    nyata.start()

    hasil = _tunggu(admin, impor)
    assert hasil["state"] == "selesai"
    nip = [satu["nip"] for satu in baris]
    ganda = """
        SELECT count(*), count(DISTINCT e.nip), count(DISTINCT r.id)
          FROM hr_employee e
          LEFT JOIN asn_riwayat_jabatan r ON r.employee_id = e.id AND r.status = 'sah'
         WHERE e.nip = ANY(%s)
    """
    ((orang, beda, riwayat),) = query(settings, nyata.database, ganda, (nip,))
    assert orang == beda == riwayat >= siap
