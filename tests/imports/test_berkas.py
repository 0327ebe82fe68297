"""Every file of ``data/impor``, uploaded as the administrator does."""

import csv
import io
import sys
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from support.database import query
from support.rpc import Client, RpcError, b64
from support.server import serve

BERKAS = Path(__file__).resolve().parents[2] / "data" / "impor"
_WAKTU = 300


@pytest.fixture(scope="module")
def nyata(settings, tmp_path_factory):
    """Serve a clone with scheduled jobs, which run the imports."""
    log = tmp_path_factory.mktemp("server") / "odoo.log"
    with serve(settings, log, cron=1) as server:
        yield server


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
    return _tunggu_selain(client, impor, "berjalan")


def _tunggu_selain(client, impor, state):
    akhir = time.monotonic() + _WAKTU
    while time.monotonic() < akhir:
        hasil = _satu(
            client, impor, "state", "jumlah_baru", "jumlah_sama", "kemajuan", "pesan"
        )
        if hasil["state"] != state:
            return hasil
        time.sleep(0.5)
    raise AssertionError(f"still running after {_WAKTU} s: {hasil}")


def _alat():
    """Return the modules that invent people and write workbooks."""
    addon = Path(__file__).resolve().parents[2] / "addons" / "asn_pegawai"
    sys.path.insert(0, str(addon))
    try:
        return import_module("domain.impor_contoh"), import_module(
            "domain.impor_templat"
        )
    finally:
        sys.path.remove(str(addon))


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


def test_example_with_histories_in_and_out_again(admin):
    """LL-12-2, LL-13-2: people with three histories from one workbook, then undone."""
    orang = _jumlah(admin)
    isi = _baca("contoh_riwayat.xlsx")
    impor = _unggah(admin, isi, "contoh_riwayat.xlsx")
    admin.button("asn.impor", "action_periksa", [impor])
    periksa = _satu(admin, impor, "jumlah_galat", "jumlah_baru", "jumlah_riwayat")
    assert (periksa["jumlah_galat"], periksa["jumlah_baru"]) == (0, 60)
    assert periksa["jumlah_riwayat"] == 60 * 4
    admin.button("asn.impor", "action_jalankan", [impor])
    assert _tunggu(admin, impor)["state"] == "selesai"
    assert _jumlah(admin) == orang + 60
    ulang = _unggah(admin, isi, "contoh_riwayat.xlsx")
    admin.button("asn.impor", "action_periksa", [ulang])
    assert _satu(admin, ulang, "jumlah_sama")["jumlah_sama"] == 60 * 5
    for apa in ("hasil", "ditolak", "masalah"):
        assert admin.get(f"/asn/impor/{impor}/{apa}").status_code == 200
    admin.button("asn.impor", "action_pratinjau_tarik", [impor])
    admin.call("asn.impor", "write", [impor], {"alasan_tarik": "hanya contoh"})
    admin.button("asn.impor", "action_batalkan_hasil", [impor])
    assert _tunggu_selain(admin, impor, "menarik")["state"] == "ditarik"
    assert _jumlah(admin) == orang


def test_template_is_empty_but_understood(admin):
    semua = admin.get("/asn/impor/templat/semua").content
    for isi in (
        _baca("template.xlsx"),
        admin.get("/asn/impor/templat").content,
        semua,
    ):
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
    isi = b"\0" * (90 * 1024 * 1024)
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nomor in range(9):
            arsip.writestr(f"xl/{nomor}.xml", isi)
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
        ("daftar.xlsx", lambda: b"PK\x03\x04" + b"\0" * (50 * 1024 * 1024), "40"),
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
        for metode in (
            "action_periksa",
            "action_jalankan",
            "action_batal",
            "action_pratinjau_tarik",
            "action_batalkan_hasil",
        ):
            assert client.refused("asn.impor", metode, impor).kind == "AccessError"
        client.refused("asn.impor", "create", [{"nama_file": "x.xlsx"}])
        assert client.get("/asn/impor/templat").status_code == 403
        for apa in ("masalah", "ditolak", "hasil"):
            assert client.get(f"/asn/impor/{impor[0]}/{apa}").status_code == 403


def test_steps_cannot_be_forged(admin):
    impor = _unggah(admin, _baca("template.xlsx"), "template.xlsx")
    for vals in ({"state": "berjalan"}, {"posisi": 7}, {"jumlah_galat": 0}):
        assert admin.refused("asn.impor", "write", [impor], vals).kind == "AccessError"
    admin.refused("asn.impor", "create", [{"state": "selesai"}])
    konteks = {**admin.context, "default_state": "berjalan"}
    admin.refused("asn.impor", "create", [{"nama_file": "x"}], context=konteks)
    bagian = admin.search("asn.impor.bagian")[:1]
    for medan in ("isi", "jejak"):
        admin.refused("asn.impor.bagian", "read", bagian, [medan])
    for metode in ("_satu_giliran", "_tulis", "_bergilir", "_cron_jalankan"):
        admin.refused("asn.impor", metode, [impor])


def _lembar_cuti(nip, tahun):
    """Return the rows of a leave sheet: one a year for each person."""
    return [
        {
            "nip": satu,
            "jenis_cuti": "tahunan",
            "tanggal_mulai": f"{nomor}-06-02",
            "tanggal_selesai": f"{nomor}-06-03",
            "lama": 2,
            "nomor_surat": f"850/{nomor}",
        }
        for nomor in tahun
        for satu in nip
    ]


def _buku(baris, cuti):
    _contoh, templat = _alat()
    return templat.buku(
        [
            ("Pegawai", templat.kolom_terisi(templat.ROSTER, baris), baris),
            ("Riwayat cuti", list(cuti[0]), cuti),
        ]
    )


def _tunggu_sampai(client, impor, nama, batas):
    """Wait until a counter of the import is that high."""
    akhir = time.monotonic() + _WAKTU
    while _satu(client, impor, nama)[nama] < batas:
        assert time.monotonic() < akhir, "the scheduled job never started"
        time.sleep(0.05)


def _nyalakan(settings, server):
    """Start the server again and wake its scheduler, which else looks once a minute."""
    server.start()
    query(
        settings,
        "postgres",
        "SELECT pg_notify('cron_trigger', %s)",
        (server.database,),
    )


def test_killed_in_the_middle_goes_on_after_restart(settings, nyata, admin):
    """LL-12-2, LL-12-3: everything lies in the one database, the file included.

    People and histories of one file, the server killed in between; nothing local is
    needed to go on.

    First while people are created, then while riwayat are recorded, and once more
    while everything is undone. A batch has 500 rows, so each of the three has some
    batches behind it and some before it.
    """
    contoh, _templat = _alat()
    # Another test of this file may have brought one of them: then he is not new.
    ada = query(settings, nyata.database, "SELECT nip FROM hr_employee", ())
    baris = [s for s in contoh.orang(1100, seed=77) if (s["nip"],) not in ada]
    cuti = _lembar_cuti([s["nip"] for s in baris], range(2022, 2024))
    impor = _unggah(admin, _buku(baris, cuti), "seribu.xlsx", mode="baik")
    admin.button("asn.impor", "action_periksa", [impor])
    periksa = _tunggu_selain(admin, impor, "memeriksa")
    assert periksa["state"] == "diperiksa", periksa["pesan"]
    siap = _satu(admin, impor, "jumlah_siap")["jumlah_siap"]
    assert siap > 1000 * 3
    admin.button("asn.impor", "action_jalankan", [impor])
    keadaan = "SELECT state, posisi FROM asn_impor WHERE id = %s"
    for batas in (500, len(baris) + 500):
        _tunggu_sampai(admin, impor, "posisi", batas)
        nyata.kill()
        ((state, posisi),) = query(settings, nyata.database, keadaan, (impor,))
        assert state == "berjalan"
        assert batas <= posisi < siap
        _nyalakan(settings, nyata)

    hasil = _tunggu(admin, impor)
    assert hasil["state"] == "selesai"
    nip = [satu["nip"] for satu in baris]
    ganda = """
        SELECT count(DISTINCT e.id), count(DISTINCT e.nip), count(DISTINCT r.id),
               count(DISTINCT c.id)
          FROM hr_employee e
          LEFT JOIN asn_riwayat_jabatan r ON r.employee_id = e.id AND r.status = 'sah'
          LEFT JOIN asn_riwayat_cuti c ON c.employee_id = e.id AND c.status = 'sah'
         WHERE e.nip = ANY(%s)
    """
    ((orang, beda, jabatan, cuti_ada),) = query(settings, nyata.database, ganda, (nip,))
    assert orang == beda == jabatan
    assert orang + cuti_ada == siap
    _tarik_dan_mati(settings, nyata, admin, impor, nip)


def _tarik_dan_mati(settings, nyata, admin, impor, nip):
    """Undo the import and kill the server on the way; it goes on and ends the same."""
    admin.button("asn.impor", "action_pratinjau_tarik", [impor])
    pratinjau = _satu(admin, impor, "tarik_orang", "tarik_riwayat")
    admin.call("asn.impor", "write", [impor], {"alasan_tarik": "berkas yang salah"})
    admin.button("asn.impor", "action_batalkan_hasil", [impor])
    _tunggu_sampai(admin, impor, "tarik_riwayat", 500)
    nyata.kill()
    separuh = "SELECT state, tarik_riwayat FROM asn_impor WHERE id = %s"
    ((state, sudah),) = query(settings, nyata.database, separuh, (impor,))
    assert state == "menarik"
    assert 500 <= sudah < pratinjau["tarik_riwayat"]
    _nyalakan(settings, nyata)
    hasil = _tunggu_selain(admin, impor, "menarik")
    assert hasil["state"] == "ditarik", hasil["pesan"]
    kini = _satu(admin, impor, "tarik_orang", "tarik_riwayat", "tarik_tertinggal")
    assert kini.pop("tarik_tertinggal") == 0
    assert kini == pratinjau
    sisa = """
        SELECT count(*) FILTER (WHERE e.active), count(c.id)
          FROM hr_employee e
          LEFT JOIN asn_riwayat_cuti c ON c.employee_id = e.id AND c.status = 'sah'
         WHERE e.nip = ANY(%s)
    """
    assert query(settings, nyata.database, sisa, (nip,)) == [(0, 0)]
