"""How people try to use the service engine for what is not theirs.

Delegations, tasks, dialogs, follow-ups, the desk, the builder, force majeure and the
public status page. Each attack stands beside the lawful use of the same door.
"""

import datetime
import json

import pytest
import requests
from support import cuti
from support.rpc import Client, RpcError, b64

_TOLAK = ("AccessError", "UserError", "ValidationError")
#: Carried out without effect, or refused; no crash.
_BAIK = (None, *_TOLAK)


@pytest.fixture(scope="module")
def lain(server, login, sql):
    """Return a facilitator whose unit is another one than that of ``pegawai``."""
    name = sql(
        "SELECT u.login FROM res_users u JOIN res_groups_users_rel r ON r.uid = u.id"
        "  JOIN ir_model_data m ON m.res_id = r.gid AND m.model = 'res.groups'"
        "   AND m.module = 'asn_base' AND m.name = 'group_fasilitator'"
        " WHERE u.login != 'fasilitator' AND u.active ORDER BY u.id LIMIT 1"
    )[0][0]
    sql(
        "UPDATE res_users SET password = p.password FROM res_users p"
        " WHERE p.login = 'pegawai' AND res_users.login = %s",
        name,
    )
    return Client(server, name)


@pytest.fixture(scope="module")
def ajuan(login):
    """Return a request of ``pegawai`` that waits for the superior."""
    return cuti.submit(login("pegawai"), start=cuti.next_monday(20))


@pytest.fixture(scope="module")
def tugas(sql, ajuan):
    """Return the open task of that request."""
    return _tugas(sql, ajuan)


@pytest.fixture(scope="module")
def verifikasi(sql):
    """Return ``(task, request)`` at a step that several officials may take."""
    return sql(
        "SELECT t.id, t.permohonan_id FROM asn_permohonan_tugas t"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE t.state = 'open' ORDER BY 1 LIMIT 1"
    )[0]


@pytest.fixture(scope="module")
def live(sql):
    """Return the version of the leave service that is in force."""
    return sql(
        "SELECT v.id FROM asn_layanan_versi v JOIN asn_layanan l ON l.id = v.layanan_id"
        " WHERE l.code = 'cuti' AND v.state = 'live'"
    )[0][0]


def _tugas(sql, request):
    return sql(
        "SELECT id FROM asn_permohonan_tugas"
        " WHERE permohonan_id = %s AND state = 'open'",
        request,
    )[0][0]


def _tolak(client, model, method, *args, **kwargs):
    """Call and make sure that it is refused, not that it crashes."""
    error = client.refused(model, method, *args, **kwargs)
    assert error.kind in _TOLAK, (error.name, error.message)


def _coba(client, model, method, *args, **kwargs):
    """Call; return the kind of the refusal, or None when it was carried out."""
    try:
        client.call(model, method, *args, **kwargs)
    except RpcError as error:
        return error.kind
    return None


def _putusan(sql, request):
    return sql(
        "SELECT p.state, p.jumlah_keputusan FROM asn_permohonan p WHERE p.id = %s",
        request,
    )[0]


def _delegasi(client, kepada, **nilai):
    besok = datetime.date.today() + datetime.timedelta(days=1)
    return {
        "dari_id": client.uid,
        "kepada_id": kepada,
        "tanggal_mulai": besok.isoformat(),
        "tanggal_selesai": (besok + datetime.timedelta(days=3)).isoformat(),
        "dasar": "SP 800/1/2026",
        **nilai,
    }


# -- delegation ----------------------------------------------------------------


def test_delegation_of_somebody_else_refused(login, lain):
    atasan = login("atasan")
    for client in (login("pegawai"), lain):
        palsu = _delegasi(client, client.uid, dari_id=atasan.uid)
        _tolak(client, "asn.delegasi", "create", palsu)
        _tolak(client, "asn.delegasi", "web_save", [], palsu, specification={})
        _tolak(
            client,
            "asn.delegasi",
            "create",
            {k: v for k, v in palsu.items() if k != "dari_id"},
            context={**client.context, "default_dari_id": atasan.uid},
        )


def test_own_delegation_cannot_become_anothers(login, sql):
    pegawai, atasan = login("pegawai"), login("atasan")
    milik = pegawai.save(
        "asn.delegasi", _delegasi(pegawai, login("pegawai2").uid), fields=["dasar"]
    )
    for vals in (
        {"dari_id": atasan.uid, "kepada_id": pegawai.uid},
        {"dari_id": atasan.uid},
    ):
        _tolak(pegawai, "asn.delegasi", "write", [milik], vals)
        _tolak(
            pegawai, "asn.delegasi", "web_save", [milik], vals, specification={"id": {}}
        )
    assert sql("SELECT dari_id FROM asn_delegasi WHERE id = %s", milik) == [
        (pegawai.uid,)
    ]
    pegawai.call("asn.delegasi", "unlink", [milik])


def test_delegation_is_ended_by_who_gave_it(login, lain):
    atasan, pegawai2 = login("atasan"), login("pegawai2")
    besok = _delegasi(atasan, pegawai2.uid)
    delegasi = atasan.save("asn.delegasi", besok, fields=["dasar"])
    assert delegasi in pegawai2.search("asn.delegasi")
    for client in (pegawai2, login("pegawai"), lain):
        _tolak(client, "asn.delegasi", "action_end", [delegasi])
        _tolak(client, "asn.delegasi", "write", [delegasi], {"dasar": "palsu"})
        _tolak(client, "asn.delegasi", "unlink", [delegasi])
    assert delegasi not in lain.search("asn.delegasi")
    atasan.call("asn.delegasi", "action_end", [delegasi])


# -- tasks ---------------------------------------------------------------------


def test_only_an_actor_takes_or_gives_back_a_task(login, lain, sql, verifikasi):
    tugas, permohonan = verifikasi
    petugas = login("admin_aplikasi")
    petugas.button("asn.permohonan.tugas", "action_klaim", [tugas])
    for client in (login("pegawai"), login("atasan"), lain):
        for method in ("action_klaim", "action_lepas"):
            _tolak(client, "asn.permohonan.tugas", method, [tugas])
            _tolak(client, "asn.permohonan", method, [permohonan])
    pemegang = "SELECT diklaim_oleh_id FROM asn_permohonan_tugas WHERE id = %s"
    assert sql(pemegang, tugas) == [(petugas.uid,)]
    petugas.button("asn.permohonan.tugas", "action_lepas", [tugas])
    assert sql(pemegang, tugas) == [(None,)]


def test_applicant_takes_nothing_over_from_the_official(login, sql, ajuan, tugas):
    pegawai, before = login("pegawai"), _putusan(sql, ajuan)
    _tolak(pegawai, "asn.permohonan.tugas", "action_klaim", [tugas])
    for user in (pegawai.uid, login("pegawai2").uid):
        _tolak(
            pegawai, "asn.permohonan.tugas", "action_alihkan", [tugas], user, "tolong"
        )
    assert _putusan(sql, ajuan) == before


def test_nobody_is_made_an_official_by_a_hand_over(login, sql, tugas):
    atasan = login("atasan")
    for user in (login("pegawai").uid, login("pegawai2").uid, 1, 999999, "1", None):
        _tolak(atasan, "asn.permohonan.tugas", "action_alihkan", [tugas], user, "libur")
    assert sql(
        "SELECT array_agg(user_id) FROM asn_permohonan_tugas_aktor_rel"
        " WHERE tugas_id = %s",
        tugas,
    ) == [([atasan.uid],)]


def test_dialog_names_candidates_only_to_who_may_hand_over(login, sql, verifikasi):
    tugas, permohonan = verifikasi
    petugas = login("admin_aplikasi")
    sql(
        "UPDATE res_users SET password = p.password FROM res_users p,"
        " asn_permohonan m WHERE p.login = 'pegawai' AND m.id = %s"
        " AND res_users.id = m.pemohon_user_id",
        permohonan,
    )
    pemohon = sql(
        "SELECT u.login FROM res_users u JOIN asn_permohonan m"
        " ON m.pemohon_user_id = u.id WHERE m.id = %s",
        permohonan,
    )[0][0]

    def calon(client):
        jawab = client.call(
            "asn.permohonan.alihkan",
            "onchange",
            [],
            {},
            [],
            {"tugas_id": {}, "calon_ids": {"fields": {}}},
            context={**client.context, "default_tugas_id": tugas},
        )
        return jawab["value"].get("calon_ids") or []

    assert calon(petugas)
    assert calon(Client(petugas.server, pemohon)) == []


# -- dialogs -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "nilai"),
    [
        ("asn.permohonan.putusan", {"jenis": "reject", "alasan": "rahasia"}),
        ("asn.permohonan.tindak", {"jenis": "koreksi", "alasan": "rahasia"}),
        ("asn.permohonan.lompatan", {"alasan": "rahasia"}),
        (
            "asn.permohonan.survei.isi",
            {"nilai_layanan": "4", "nilai_petugas": "4", "saran": "rahasia"},
        ),
    ],
)
def test_open_dialog_of_an_official_is_closed_to_others(
    login, lain, sql, ajuan, model, nilai
):
    atasan = login("atasan")
    dialog = atasan.save(model, {"permohonan_id": ajuan, **nilai}, fields=["id"])
    assert dialog in atasan.search(model)
    for client in (login("pegawai"), lain):
        assert dialog not in client.search(model)
        _tolak(client, model, "read", [dialog], ["permohonan_id"])
        _tolak(client, model, "write", [dialog], {"permohonan_id": ajuan})
        _tolak(client, model, "unlink", [dialog])


def test_no_row_is_smuggled_into_an_officials_bulk_dialog(login, sql, ajuan):
    atasan, pegawai = login("atasan"), login("pegawai")
    punya = cuti.submit(pegawai, start=cuti.next_monday(30))
    dialog = atasan.call(
        "asn.permohonan.massal",
        "create",
        {"jenis": "approve"},
        context={**atasan.context, "active_ids": [punya]},
    )
    milik = pegawai.call(
        "asn.permohonan.massal",
        "create",
        {"jenis": "approve"},
        context={**pegawai.context, "active_ids": [ajuan]},
    )
    (baris,) = pegawai.search(
        "asn.permohonan.massal.baris", [("massal_id", "=", milik)]
    )
    for method, args in (
        ("write", ([baris], {"massal_id": dialog})),
        ("create", ({"massal_id": dialog, "permohonan_id": ajuan},)),
    ):
        assert _coba(pegawai, "asn.permohonan.massal.baris", method, *args) in _BAIK
    _tolak(pegawai, "asn.permohonan.massal", "action_lanjutkan", [dialog])
    _tolak(pegawai, "asn.permohonan.massal", "action_putuskan", [dialog])
    before = _putusan(sql, ajuan)

    atasan.button("asn.permohonan.massal", "action_putuskan", [dialog])

    assert _putusan(sql, ajuan) == before
    assert _putusan(sql, punya)[1] == 2, "the official's own choice is decided"


@pytest.mark.parametrize("model", ["asn.permohonan.massal", "asn.permohonan.luar"])
def test_dialog_shows_nothing_of_a_request_one_may_not_read(login, lain, ajuan, model):
    nilai = {"nomor": "1"} if model.endswith("luar") else {}
    rinci = {"baris_ids": {"fields": {"ringkasan": {}}}}
    atasan = login("atasan")
    perintah = {**nilai, "baris_ids": [[0, 0, {"permohonan_id": ajuan}]]}
    tampak = atasan.call(model, "web_save", [], perintah, specification=rinci)
    assert tampak[0]["baris_ids"][0]["ringkasan"]
    for client in (login("pegawai2"), lain):
        _tolak(client, model, "web_save", [], perintah, specification=rinci)
        palsu = {**client.context, "default_baris_ids": perintah["baris_ids"]}
        assert _coba(client, model, "create", nilai, context=palsu) in _BAIK
        assert not client.search(f"{model}.baris", [("permohonan_id", "=", ajuan)])


# -- many at once --------------------------------------------------------------


def test_bulk_dialog_gives_no_right_to_decide(login, sql, ajuan):
    pegawai, before = login("pegawai"), _putusan(sql, ajuan)
    for jenis in ("approve", "return"):
        dialog = pegawai.call(
            "asn.permohonan.massal",
            "create",
            {"jenis": jenis, "catatan": "coba"},
            context={**pegawai.context, "active_ids": [ajuan]},
        )
        pegawai.button("asn.permohonan.massal", "action_putuskan", [dialog])
        (baris,) = pegawai.call(
            "asn.permohonan.massal.baris",
            "search_read",
            [("massal_id", "=", dialog)],
            fields=["hasil", "pesan"],
        )
        assert baris["hasil"] == "gagal", baris
    tanda = pegawai.call(
        "asn.permohonan.massal",
        "create",
        {"jenis": "sign"},
        context={**pegawai.context, "active_ids": [ajuan]},
    )
    pegawai.call("asn.permohonan.massal", "action_tandatangani", [tanda], "demo")
    assert _putusan(sql, ajuan) == before


def test_external_answer_only_at_an_external_step(login, lain, sql, ajuan):
    before = _putusan(sql, ajuan)
    for client in (login("pegawai"), login("atasan"), lain):
        _tolak(
            client,
            "asn.permohonan",
            "action_external_sent",
            [ajuan],
            "1/2026",
            "2026-01-05",
        )
        _tolak(
            client,
            "asn.permohonan",
            "action_external_answered",
            [ajuan],
            "1/2026",
            "2026-01-05",
            "setuju",
        )
    assert _putusan(sql, ajuan) == before


# -- follow-ups and filing -----------------------------------------------------


def test_product_of_another_starts_no_follow_up(login, lain, sql):
    pegawai = login("pegawai")
    produk = sql(
        "SELECT id FROM asn_permohonan WHERE state = 'done' AND pemohon_user_id = %s",
        pegawai.uid,
    )[0][0]
    for client in (login("pegawai2"), login("atasan"), lain):
        _tolak(
            client, "asn.permohonan", "action_tindak", [produk], "pencabutan", "coba"
        )
        dialog = client.call(
            "asn.permohonan.tindak",
            "create",
            {"permohonan_id": produk, "jenis": "koreksi", "alasan": "coba"},
        )
        _tolak(client, "asn.permohonan.tindak", "action_mulai", [dialog])
    tindak = "SELECT count(*) FROM asn_permohonan WHERE asal_id = %s"
    assert sql(tindak, produk) == [(0,)]
    pegawai.call(
        "asn.permohonan", "action_tindak", [produk], "koreksi", "Salah tanggal"
    )
    assert sql(tindak, produk) == [(1,)]


def test_withdrawn_request_is_filed_again_by_its_owner(login, lain, sql):
    pegawai = login("pegawai")
    batal = sql(
        "SELECT id FROM asn_permohonan"
        " WHERE state = 'cancelled' AND pemohon_user_id = %s",
        pegawai.uid,
    )[0][0]
    for client in (login("pegawai2"), lain, login("pengawas")):
        _tolak(client, "asn.permohonan", "action_refile", [batal])
    ulang = "SELECT count(*) FROM asn_permohonan WHERE ulangan_dari_id = %s"
    assert sql(ulang, batal) == [(0,)]
    pegawai.call("asn.permohonan", "action_refile", [batal])
    assert sql(ulang, batal) == [(1,)]


def test_filed_on_behalf_only_in_the_own_unit_and_answered_by_the_person(
    login, lain, sql
):
    wakil, pegawai2 = login("fasilitator"), login("pegawai2")
    orang = sql("SELECT id FROM hr_employee WHERE user_id = %s", pegawai2.uid)[0][0]
    isi = cuti.values(
        wakil,
        start=cuti.next_monday(34),
        employee_id=orang,
        dasar_wakil="Telepon",
    )
    for client in (login("pegawai"), lain):
        _tolak(client, "asn.permohonan", "create", isi)
        _tolak(client, "asn.permohonan", "create", {**isi, "pengaju_id": pegawai2.uid})
    ajuan = wakil.save("asn.permohonan", isi, fields=["state"])
    wakil.button("asn.permohonan", "action_submit", [ajuan])
    for client in (wakil, login("pegawai"), lain, login("atasan")):
        _tolak(client, "asn.permohonan", "action_setuju", [ajuan])
        _tolak(client, "asn.permohonan", "action_keberatan", [ajuan], "coba")
    setuju = "SELECT persetujuan FROM asn_permohonan WHERE id = %s"
    assert sql(setuju, ajuan) == [("menunggu",)]
    pegawai2.button("asn.permohonan", "action_setuju", [ajuan])
    assert sql(setuju, ajuan) == [("setuju",)]


@pytest.mark.parametrize(
    "vals",
    [
        {"asal_id": 3, "jenis_tindak": "pencabutan"},
        {"persetujuan": "setuju"},
        {"is_manual": True, "nomor_naskah": "1"},
        {"penolak_ttd_id": 1},
        {"ulangan_dari_id": 1},
        {"potret_kembali": {}},
        {"catatan_ids": [[0, 0, {"kunci": "x", "label": "x", "catatan": "x"}]]},
        {"eksternal_ids": [[0, 0, {"nomor_keluar": "1"}]]},
        {"perkiraan_selesai": "2026-01-01"},
        {"pelaku_buka": [1]},
    ],
    ids=lambda vals: next(iter(vals)),
)
def test_forged_engine_values_refused_with_any_context(login, sql, ajuan, vals):
    pegawai = login("pegawai")
    before = sql("SELECT to_jsonb(p) FROM asn_permohonan p WHERE id = %s", ajuan)
    draf = cuti.values(pegawai, start=cuti.next_monday(36), **vals)
    for context in ({}, {"asn_mesin": True}, {"asn_mesin": {}, "tracking_disable": 1}):
        _tolak(pegawai, "asn.permohonan", "write", [ajuan], vals, context=context)
        _tolak(pegawai, "asn.permohonan", "create", draf, context=context)
        default = {f"default_{nama}": nilai for nama, nilai in vals.items()}
        biasa = cuti.values(pegawai, start=cuti.next_monday(36))
        hasil = _coba(
            pegawai, "asn.permohonan", "create", biasa, context={**context, **default}
        )
        assert hasil in _BAIK
    assert (
        sql("SELECT to_jsonb(p) FROM asn_permohonan p WHERE id = %s", ajuan) == before
    )


# -- desk and notes ------------------------------------------------------------


def test_desk_shows_only_what_one_may_read(login, lain, ajuan):
    atasan = login("atasan")
    assert ajuan in atasan.call("asn.permohonan", "meja_antrean")["ids"]
    assert atasan.call("asn.permohonan", "meja_rinci", [ajuan])["id"] == ajuan
    for client in (login("pegawai2"), lain):
        _tolak(client, "asn.permohonan", "meja_rinci", [ajuan])
        _tolak(client, "asn.permohonan", "get_rantai", [ajuan])
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
        _tolak(client, "asn.permohonan", "action_catatan", [ajuan], kunci, "coba")
    atasan.call("asn.permohonan", "action_catatan", [ajuan], kunci, "Kurang jelas")
    domain = [("permohonan_id", "=", ajuan)]
    assert atasan.search("asn.permohonan.catatan", domain)
    assert not pegawai.search("asn.permohonan.catatan", domain)

    atasan.call("asn.permohonan", "action_return", [ajuan], "Mohon dilengkapi")
    (catatan,) = pegawai.search("asn.permohonan.catatan", domain)
    for client in (login("pegawai2"), lain, atasan):
        _tolak(client, "asn.permohonan.catatan", "action_tandai", [catatan])
    _tolak(pegawai, "asn.permohonan.catatan", "write", [catatan], {"state": "beres"})
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
        _tolak(client, "asn.layanan.versi", "get_rantai", [live], orang)


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
        _tolak(client, "asn.layanan.versi", method, [live], *args)
    layanan = sql("SELECT id FROM asn_layanan WHERE code = 'cuti'")[0][0]
    _tolak(client, "asn.layanan", "action_salin_layanan", [layanan], "Palsu", "palsu")
    _tolak(client, "asn.layanan.baru", "create", {"name": "Palsu", "code": "palsu"})
    _tolak(client, "asn.layanan.gladi", "create", {"versi_id": live})
    _tolak(client, "asn.layanan.muat", "create", {"berkas": b64(b"{}")})
    assert [sql(satu) for satu in isi] == before
    if name != "admin_sistem":
        _tolak(client, "asn.layanan.mandat.laporan", "create", {"layanan_id": layanan})


def test_version_in_force_is_closed_to_the_builder_too(login, sql, live):
    utama = login("admin_utama")
    tahap = sql("SELECT min(id) FROM asn_layanan_tahap WHERE versi_id = %s", live)[0][0]
    for method, args in (
        ("action_bagian_tambah", ["tahap", {"palet": "atasan"}]),
        ("action_bagian_hapus", ["tahap", tahap]),
        ("action_ambil_dari", [live, ["tahap"]]),
        ("action_buat_surat", []),
    ):
        _tolak(utama, "asn.layanan.versi", method, [live], *args)
    aksi = utama.call("asn.layanan.versi", "action_salin_rancang", [live])
    draf = aksi["params"]["versi_id"]
    baru = utama.call(
        "asn.layanan.versi",
        "action_bagian_tambah",
        [draf],
        "tahap",
        {"palet": "kepala"},
    )
    _tolak(utama, "asn.layanan.tahap", "write", [baru], {"versi_id": live})
    _tolak(utama, "asn.layanan.versi", "action_bagian_hapus", [draf], "tahap", tahap)


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
        _tolak(
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
        _tolak(client, "asn.kahar", "create", isi)
    petugas = login("admin_aplikasi")
    kahar = petugas.save("asn.kahar", isi, fields=["name"])
    for vals in (
        {"baris_ids": [[0, 0, {"nomor": 1, "state": "siap"}]]},
        {"antrean_terakhir": 9},
        {"paket": b64(b"x")},
    ):
        _tolak(petugas, "asn.kahar", "write", [kahar], vals)
    for method in ("action_periksa", "action_catat", "action_paket", "action_templat"):
        _tolak(login("pegawai"), "asn.kahar", method, [kahar])


@pytest.mark.parametrize(
    "model",
    ["asn.layanan.peringatan", "asn.pemberitahuan.kiriman", "asn.layanan.gladi"],
)
def test_worklists_of_administrators_are_closed(login, lain, model):
    for client in (login("pegawai"), lain):
        _tolak(client, model, "search_read", [], fields=["id"])
    if model != "asn.layanan.gladi":
        login("admin_sistem").search(model)


def test_choices_of_notices_are_the_persons_own(login, sql):
    pegawai, pegawai2 = login("pegawai"), login("pegawai2")
    pegawai.call("asn.pemberitahuan.pilihan", "action_pilihan")
    milik = pegawai.search("asn.pemberitahuan.pilihan")
    assert milik
    assert not set(milik) & set(pegawai2.search("asn.pemberitahuan.pilihan"))
    _tolak(pegawai2, "asn.pemberitahuan.pilihan", "write", milik, {"aktif": False})
    for vals in ({"user_id": pegawai2.uid}, {"jenis": "info"}):
        _tolak(pegawai, "asn.pemberitahuan.pilihan", "write", milik[:1], vals)


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
