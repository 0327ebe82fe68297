"""How people try to use the screens around a request for what is not theirs.

Desk, builder, force majeure, alerts, notices, the public status page. Each attack stands beside the lawful use of the same door.
"""

import json

import pytest
import requests
from support import cuti
from support.rpc import Client, b64
from support.serangan import tolak

# -- desk and notes ------------------------------------------------------------


def test_desk_shows_only_what_one_may_read(login, lain, ajuan):
    atasan = login("atasan")
    assert ajuan in atasan.call("asn.permohonan", "meja_antrean")["ids"]
    assert atasan.call("asn.permohonan", "meja_rinci", [ajuan])["id"] == ajuan
    for client in (login("pegawai2"), lain):
        tolak(client, "asn.permohonan", "meja_rinci", [ajuan])
        tolak(client, "asn.permohonan", "get_rantai", [ajuan])
        antrean = client.call("asn.permohonan", "meja_antrean", [["id", "=", ajuan]])
        assert ajuan not in antrean["ids"]


def test_chain_of_a_request_names_posts_and_nobody(login, ajuan):
    rantai = login("pegawai").call("asn.permohonan", "get_rantai", [ajuan])
    pelaku = [satu for tahap in rantai for satu in tahap["aktor"]]
    assert [p for p in pelaku if p["jabatan"]]
    assert not [p for p in pelaku if p["nama"]]


def test_note_of_an_official_is_told_with_the_return_and_ticked_by_the_owner(
    login, lain, sql
):
    pegawai, atasan = login("pegawai"), login("atasan")
    ajuan = cuti.submit(pegawai, start=cuti.next_monday(38))
    kunci = atasan.call("asn.permohonan", "meja_rinci", [ajuan])["butir"][0]["kunci"]
    for client in (pegawai, login("pegawai2"), lain, login("pengawas")):
        tolak(client, "asn.permohonan", "action_catatan", [ajuan], kunci, "coba")
    atasan.call("asn.permohonan", "action_catatan", [ajuan], kunci, "Kurang jelas")
    domain = [("permohonan_id", "=", ajuan)]
    assert atasan.search("asn.permohonan.catatan", domain)
    assert not pegawai.search("asn.permohonan.catatan", domain)

    atasan.call("asn.permohonan", "action_return", [ajuan], "Mohon dilengkapi")
    (catatan,) = pegawai.search("asn.permohonan.catatan", domain)
    for client in (login("pegawai2"), lain, atasan):
        tolak(client, "asn.permohonan.catatan", "action_tandai", [catatan])
    tolak(pegawai, "asn.permohonan.catatan", "write", [catatan], {"state": "beres"})
    pegawai.button("asn.permohonan.catatan", "action_tandai", [catatan])
    state = "SELECT state FROM asn_permohonan_catatan WHERE id = %s"
    assert sql(state, catatan) == [("diperbaiki",)]


# -- builder -------------------------------------------------------------------


def test_chain_of_others_is_for_who_builds_services(login, lain, sql, live):
    (orang,) = login("pegawai").search(
        "hr.employee", [("user_id", "=", login("pegawai").uid)]
    )
    utama = login("admin_utama")
    rantai = utama.call("asn.layanan.versi", "get_rantai", [live], orang)["tahap"]
    assert any(satu["nama"] for tahap in rantai for satu in tahap["aktor"])
    for client in (login("pegawai"), login("atasan"), login("admin_aplikasi"), lain):
        tolak(client, "asn.layanan.versi", "get_rantai", [live], orang)


@pytest.mark.parametrize("name", ["pegawai", "admin_aplikasi", "admin_sistem"])
def test_only_the_builder_builds(login, sql, live, name):
    client = login(name)
    isi = "SELECT count(*) FROM asn_layanan_versi", "SELECT count(*) FROM asn_layanan"
    before = [sql(satu) for satu in isi]
    tahap = sql("SELECT min(id) FROM asn_layanan_tahap WHERE versi_id = %s", live)[0][0]
    for method, args in (
        ("action_salin_rancang", []),
        ("action_bagian_tambah", ["tahap", {"palet": "atasan"}]),
        ("action_bagian_salin", ["tahap", tahap]),
        ("action_bagian_hapus", ["tahap", tahap]),
        ("action_tahap_sejajar", [tahap]),
        ("action_ambil_dari", [live, ["tahap"]]),
        ("action_buat_surat", []),
        ("action_gladi", []),
        ("get_temuan", []),
    ):
        tolak(client, "asn.layanan.versi", method, [live], *args)
    layanan = sql("SELECT id FROM asn_layanan WHERE code = 'cuti'")[0][0]
    tolak(client, "asn.layanan", "action_salin_layanan", [layanan], "Palsu", "palsu")
    tolak(client, "asn.layanan.baru", "create", {"name": "Palsu", "code": "palsu"})
    tolak(client, "asn.layanan.gladi", "create", {"versi_id": live})
    tolak(client, "asn.layanan.muat", "create", {"berkas": b64(b"{}")})
    assert [sql(satu) for satu in isi] == before
    if name != "admin_sistem":
        tolak(client, "asn.layanan.mandat.laporan", "create", {"layanan_id": layanan})


def test_version_in_force_is_closed_to_the_builder_too(login, sql, live):
    utama = login("admin_utama")
    tahap = sql("SELECT min(id) FROM asn_layanan_tahap WHERE versi_id = %s", live)[0][0]
    for method, args in (
        ("action_bagian_tambah", ["tahap", {"palet": "atasan"}]),
        ("action_bagian_hapus", ["tahap", tahap]),
        ("action_ambil_dari", [live, ["tahap"]]),
        ("action_buat_surat", []),
    ):
        tolak(utama, "asn.layanan.versi", method, [live], *args)
    aksi = utama.call("asn.layanan.versi", "action_salin_rancang", [live])
    draf = aksi["params"]["versi_id"]
    baru = utama.call(
        "asn.layanan.versi",
        "action_bagian_tambah",
        [draf],
        "tahap",
        {"palet": "kepala"},
    )
    tolak(utama, "asn.layanan.tahap", "write", [baru], {"versi_id": live})
    tolak(utama, "asn.layanan.versi", "action_bagian_hapus", [draf], "tahap", tahap)


def test_specimen_is_a_real_document(login, sql, live):
    utama = login("admin_utama")
    aksi = utama.call("asn.layanan.versi", "action_salin_rancang", [live])
    draf = aksi["params"]["versi_id"]
    jenis = sql("SELECT min(id) FROM asn_jenis_dokumen")[0][0]
    syarat = utama.call(
        "asn.layanan.persyaratan",
        "create",
        {"versi_id": draf, "jenis_dokumen_id": jenis},
    )
    for isi, nama in (
        (b"<html><script>alert(1)</script>", "contoh.pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "contoh.png"),
        (b"MZ\x90\x00", "contoh.exe"),
    ):
        tolak(
            utama,
            "asn.layanan.persyaratan",
            "write",
            [syarat],
            {"contoh": b64(isi), "contoh_nama": nama},
        )


# -- force majeure, alerts, notices --------------------------------------------


def test_force_majeure_is_declared_by_the_service_only(login, lain, sql):
    layanan = sql("SELECT id FROM asn_layanan WHERE code = 'cuti'")[0][0]
    isi = {
        "name": "Banjir",
        "layanan_id": layanan,
        "nomor_keputusan": "300/1/2026",
        "tanggal_keputusan": "2026-01-05",
        "mulai": "2026-01-05",
    }
    for client in (login("pegawai"), lain, login("admin_utama"), login("pengawas")):
        tolak(client, "asn.kahar", "create", isi)
    petugas = login("admin_aplikasi")
    kahar = petugas.save("asn.kahar", isi, fields=["name"])
    for vals in (
        {"baris_ids": [[0, 0, {"nomor": 1, "state": "siap"}]]},
        {"antrean_terakhir": 9},
        {"paket": b64(b"x")},
    ):
        tolak(petugas, "asn.kahar", "write", [kahar], vals)
    for method in ("action_periksa", "action_catat", "action_paket", "action_templat"):
        tolak(login("pegawai"), "asn.kahar", method, [kahar])


@pytest.mark.parametrize(
    "model",
    ["asn.layanan.peringatan", "asn.pemberitahuan.kiriman", "asn.layanan.gladi"],
)
def test_worklists_of_administrators_are_closed(login, lain, model):
    for client in (login("pegawai"), lain):
        tolak(client, model, "search_read", [], fields=["id"])
    if model != "asn.layanan.gladi":
        login("admin_sistem").search(model)


def test_choices_of_notices_are_the_persons_own(login, sql):
    pegawai, pegawai2 = login("pegawai"), login("pegawai2")
    pegawai.call("asn.pemberitahuan.pilihan", "action_pilihan")
    milik = pegawai.search("asn.pemberitahuan.pilihan")
    assert milik
    assert not set(milik) & set(pegawai2.search("asn.pemberitahuan.pilihan"))
    tolak(pegawai2, "asn.pemberitahuan.pilihan", "write", milik, {"aktif": False})
    for vals in ({"user_id": pegawai2.uid}, {"jenis": "info"}):
        tolak(pegawai, "asn.pemberitahuan.pilihan", "write", milik[:1], vals)


def test_no_push_to_an_address_inside(login, sql):
    pegawai = login("pegawai")
    kunci = pegawai.call("mail.push.device", "get_web_push_vapid_public_key")
    for alamat in (
        "https://127.0.0.1:8069/web",
        "https://127.0.0.1:8069\\@fcm.googleapis.com/x",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com/sah",
    ):
        pegawai.call(
            "mail.push.device",
            "register_devices",
            endpoint=alamat,
            keys={"p256dh": "x", "auth": "y"},
            vapid_public_key=kunci,
        )
    assert sql("SELECT endpoint FROM mail_push_device") == [
        ("https://fcm.googleapis.com/sah",)
    ]
    sql("DELETE FROM mail_push_device")


# -- without a login -----------------------------------------------------------


def test_visitor_calls_nothing(server, live, ajuan):
    """KDR-5-2-a, KDR-5-2-b, KDR-5-2-c: requests and files need a log-in."""
    nobody = Client(server)
    nobody.context = {}
    for model, method, args in (
        ("asn.permohonan", "meja_antrean", []),
        ("asn.permohonan", "meja_rinci", [[ajuan]]),
        ("asn.permohonan", "get_rantai", [[ajuan]]),
        ("asn.layanan.versi", "get_perancang", [[live]]),
        ("asn.layanan.versi", "get_rantai", [[live], 1]),
        ("asn.layanan.pustaka", "get_daftar", []),
        ("asn.delegasi", "search_read", [[]]),
        ("mail.push.device", "register_devices", []),
    ):
        error = nobody.refused(model, method, *args)
        assert error.kind == "SessionExpiredException", error
    isi = nobody.get(f"/web/content/asn.layanan.versi/{live}/berkas_ekspor")
    assert not isi.ok


def test_status_page_tells_a_visitor_nothing_but_the_step(server, sql, ajuan):
    def tanya(nomor, nip, **kwargs):
        return requests.post(
            f"{server.url}/cek/hasil",
            data={"nomor": nomor, "nip": nip},
            timeout=60,
            **kwargs,
        )

    nomor, nip, nama = sql(
        "SELECT p.nomor, e.nip, e.name FROM asn_permohonan p"
        "  JOIN hr_employee e ON e.id = p.employee_id WHERE p.id = %s",
        ajuan,
    )[0]
    sql("UPDATE res_company SET asn_cek_publik = false")
    assert tanya(nomor, nip[-8:]).status_code == 404
    sql("UPDATE res_company SET asn_cek_publik = true")
    try:
        benar = tanya(nomor, nip[-8:])
        assert benar.status_code == 200
        assert nomor in benar.text
        for rahasia in (nama, nip, "Keperluan keluarga", "Kenanga"):
            assert rahasia not in benar.text
        salah = {
            (jawab.status_code, jawab.text)
            for jawab in (
                tanya(nomor, "00000000"),
                tanya(nomor, "x" * 8),
                tanya("CUTI-2026-999999", nip[-8:]),
                tanya("' OR 1=1 --", "%"),
                tanya(None, None, files={"nomor": ("a.txt", json.dumps({}))}),
            )
        }
        assert len(salah) == 1
        assert salah.pop()[0] == 404
    finally:
        sql("UPDATE res_company SET asn_cek_publik = false")
