"""How people try to use decisions and requests for what is not theirs.

Delegations, tasks, dialogs, many at once, follow-ups. Each attack stands beside the lawful use of the same door.
"""

import datetime

import pytest
from support import cuti
from support.rpc import Client
from support.serangan import BAIK, coba, putusan, tolak, tolak_dialog


def _delegasi(client, kepada, **nilai):
    # Two days: after midnight in the city it is still yesterday in UTC.
    lusa = datetime.date.today() + datetime.timedelta(days=2)
    return {
        "dari_id": client.uid,
        "kepada_id": kepada,
        "tanggal_mulai": lusa.isoformat(),
        "tanggal_selesai": (lusa + datetime.timedelta(days=3)).isoformat(),
        "dasar": "SP 800/1/2026",
        **nilai,
    }


# -- delegation ----------------------------------------------------------------


def test_delegation_of_somebody_else_refused(login, lain):
    atasan = login("atasan")
    for client in (login("pegawai"), lain):
        palsu = _delegasi(client, client.uid, dari_id=atasan.uid)
        tolak(client, "asn.delegasi", "create", palsu)
        tolak(client, "asn.delegasi", "web_save", [], palsu, specification={})
        tolak(
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
        tolak(pegawai, "asn.delegasi", "write", [milik], vals)
        tolak(
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
        tolak(client, "asn.delegasi", "action_end", [delegasi])
        tolak(client, "asn.delegasi", "write", [delegasi], {"dasar": "palsu"})
        tolak(client, "asn.delegasi", "unlink", [delegasi])
    assert delegasi not in lain.search("asn.delegasi")
    atasan.call("asn.delegasi", "action_end", [delegasi])


# -- tasks ---------------------------------------------------------------------


def test_only_an_actor_takes_or_gives_back_a_task(login, lain, sql, verifikasi):
    tugas, permohonan = verifikasi
    petugas = login("admin_aplikasi")
    petugas.button("asn.permohonan.tugas", "action_klaim", [tugas])
    for client in (login("pegawai"), login("atasan"), lain):
        for method in ("action_klaim", "action_lepas"):
            tolak(client, "asn.permohonan.tugas", method, [tugas])
            tolak(client, "asn.permohonan", method, [permohonan])
    pemegang = "SELECT diklaim_oleh_id FROM asn_permohonan_tugas WHERE id = %s"
    assert sql(pemegang, tugas) == [(petugas.uid,)]
    petugas.button("asn.permohonan.tugas", "action_lepas", [tugas])
    assert sql(pemegang, tugas) == [(None,)]


def test_applicant_takes_nothing_over_from_the_official(login, sql, ajuan, tugas):
    pegawai, before = login("pegawai"), putusan(sql, ajuan)
    tolak(pegawai, "asn.permohonan.tugas", "action_klaim", [tugas])
    for user in (pegawai.uid, login("pegawai2").uid):
        tolak(
            pegawai, "asn.permohonan.tugas", "action_alihkan", [tugas], user, "tolong"
        )
    assert putusan(sql, ajuan) == before


def test_nobody_is_made_an_official_by_a_hand_over(login, sql, tugas):
    atasan = login("atasan")
    for user in (login("pegawai").uid, login("pegawai2").uid, 1, 999999, "1", None):
        tolak(atasan, "asn.permohonan.tugas", "action_alihkan", [tugas], user, "libur")
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
        tolak(client, model, "read", [dialog], ["permohonan_id"])
        tolak(client, model, "write", [dialog], {"permohonan_id": ajuan})
        tolak(client, model, "unlink", [dialog])


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
        assert coba(pegawai, "asn.permohonan.massal.baris", method, *args) in BAIK
    tolak(pegawai, "asn.permohonan.massal", "action_lanjutkan", [dialog])
    tolak(pegawai, "asn.permohonan.massal", "action_putuskan", [dialog])
    before = putusan(sql, ajuan)

    atasan.button("asn.permohonan.massal", "action_putuskan", [dialog])

    assert putusan(sql, ajuan) == before
    assert putusan(sql, punya)[1] == 2, "the official's own choice is decided"


@pytest.mark.parametrize("model", ["asn.permohonan.massal", "asn.permohonan.luar"])
def test_dialog_shows_nothing_of_a_request_one_may_not_read(login, lain, ajuan, model):
    nilai = {"nomor": "1"} if model.endswith("luar") else {}
    rinci = {"baris_ids": {"fields": {"ringkasan": {}}}}
    atasan = login("atasan")
    perintah = {**nilai, "baris_ids": [[0, 0, {"permohonan_id": ajuan}]]}
    tampak = atasan.call(model, "web_save", [], perintah, specification=rinci)
    assert tampak[0]["baris_ids"][0]["ringkasan"]
    for client in (login("pegawai2"), lain):
        tolak(client, model, "web_save", [], perintah, specification=rinci)
        palsu = {**client.context, "default_baris_ids": perintah["baris_ids"]}
        assert coba(client, model, "create", nilai, context=palsu) in BAIK
        assert not client.search(f"{model}.baris", [("permohonan_id", "=", ajuan)])


# -- many at once --------------------------------------------------------------


def test_bulk_dialog_gives_no_right_to_decide(login, sql, ajuan):
    pegawai, before = login("pegawai"), putusan(sql, ajuan)
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
    assert putusan(sql, ajuan) == before


def test_external_answer_only_at_an_external_step(login, lain, sql, ajuan):
    before = putusan(sql, ajuan)
    for client in (login("pegawai"), login("atasan"), lain):
        tolak(
            client,
            "asn.permohonan",
            "action_external_sent",
            [ajuan],
            "1/2026",
            "2026-01-05",
        )
        tolak(
            client,
            "asn.permohonan",
            "action_external_answered",
            [ajuan],
            "1/2026",
            "2026-01-05",
            "setuju",
        )
    assert putusan(sql, ajuan) == before


# -- follow-ups and filing -----------------------------------------------------


def test_product_of_another_starts_no_follow_up(login, lain, sql):
    pegawai = login("pegawai")
    produk = sql(
        "SELECT id FROM asn_permohonan WHERE state = 'done' AND pemohon_user_id = %s",
        pegawai.uid,
    )[0][0]
    for client in (login("pegawai2"), login("atasan"), lain):
        tolak(client, "asn.permohonan", "action_tindak", [produk], "pencabutan", "coba")
        dialog = {"permohonan_id": produk, "jenis": "koreksi", "alasan": "coba"}
        tolak_dialog(client, "asn.permohonan.tindak", dialog, "action_mulai")
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
        tolak(client, "asn.permohonan", "action_refile", [batal])
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
        tolak(client, "asn.permohonan", "create", isi)
        tolak(client, "asn.permohonan", "create", {**isi, "pengaju_id": pegawai2.uid})
    ajuan = wakil.save("asn.permohonan", isi, fields=["state"])
    wakil.button("asn.permohonan", "action_submit", [ajuan])
    for client in (wakil, login("pegawai"), lain, login("atasan")):
        tolak(client, "asn.permohonan", "action_setuju", [ajuan])
        tolak(client, "asn.permohonan", "action_keberatan", [ajuan], "coba")
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
        tolak(pegawai, "asn.permohonan", "write", [ajuan], vals, context=context)
        tolak(pegawai, "asn.permohonan", "create", draf, context=context)
        default = {f"default_{nama}": nilai for nama, nilai in vals.items()}
        biasa = cuti.values(pegawai, start=cuti.next_monday(36))
        hasil = coba(
            pegawai, "asn.permohonan", "create", biasa, context={**context, **default}
        )
        assert hasil in BAIK
    assert (
        sql("SELECT to_jsonb(p) FROM asn_permohonan p WHERE id = %s", ajuan) == before
    )
