"""An ordinary employee wants data: pay, files, traces, and what can be guessed.

Each attack stands beside the lawful use of the same door.
"""

import json

import pytest
from support import cuti
from support.serangan import boleh, hari, kosong, satu, tertolak, tolak_dialog


@pytest.fixture(scope="module")
def berkas(sql, orang):
    """Return ``(document, attachment)`` in the archive of ``fasilitator``."""
    return sql(
        "SELECT d.id, a.id FROM asn_dokumen d JOIN ir_attachment a"
        " ON a.res_model = 'asn.dokumen' AND a.res_id = d.id AND a.res_field = 'file'"
        " WHERE d.employee_id = %s ORDER BY d.id LIMIT 1",
        orang["fasilitator"],
    )[0]


# -- pay -----------------------------------------------------------------------


def test_pegawai_cannot_read_pay_of_a_colleague(login, sql, orang):
    pegawai = login("pegawai")
    milik, lain = (
        sql("SELECT id FROM asn_riwayat_gaji WHERE employee_id = %s", orang[nama])[0][0]
        for nama in ("pegawai", "pegawai2")
    )
    lihat = ["gaji_pokok"]
    (baris,) = boleh(pegawai, satu("asn.riwayat.gaji", "read", [milik], lihat))
    assert baris[0]["gaji_pokok"]
    bukan = [["employee_id", "=", orang["pegawai2"]]]
    tertolak(
        pegawai,
        satu("asn.riwayat.gaji", "read", [lain], lihat),
        satu("asn.riwayat.gaji", "export_data", [lain], lihat),
        satu("hr.employee", "read", [orang["pegawai2"]], lihat),
        satu("hr.employee", "get_riwayat", [orang["pegawai2"]], "gaji"),
        satu("hr.employee", "get_ringkasan", [orang["pegawai2"]]),
    )
    kosong(
        pegawai,
        satu("asn.riwayat.gaji", "search", bukan),
        satu("asn.riwayat.gaji", "search_count", [*bukan, ["gaji_pokok", ">", 1]]),
        satu(
            "asn.riwayat.gaji", "formatted_read_group", bukan, ["employee_id"],
            ["gaji_pokok:max"],
        ),
        satu("hr.employee", "search", [["id", "=", orang["pegawai2"]], ["gaji_pokok", ">", 1]]),
    )  # fmt: skip


@pytest.mark.parametrize(
    "vals",
    [
        {"kgb_gaji_baru": 99_000_000},
        {"kgb_tmt": "2026-01-01"},
        {"kgb_langkah": 32, "kgb_persen": 100},
        {"is_kgb_pertama": True, "kgb_golongan_id": 1},
    ],
    ids=lambda vals: next(iter(vals)),
)
def test_pegawai_cannot_type_the_own_increment(login, vals):
    pegawai = login("pegawai")
    isi = cuti.values(pegawai, start=cuti.next_monday(44))
    (draf,) = boleh(pegawai, satu("asn.permohonan", "create", isi))
    assert draf
    for context in ({}, {"asn_mesin": True}, {"import_file": True}):
        tertolak(
            pegawai,
            satu("asn.permohonan", "create", isi | vals, context=context),
            satu("asn.permohonan", "web_save", [], isi | vals, {"id": {}}),
        )


# -- files ---------------------------------------------------------------------


def test_pegawai_cannot_open_a_file_of_a_colleague(login, berkas):
    dokumen, lampiran = berkas
    alamat = (
        f"/web/content/asn.dokumen/{dokumen}/file",
        f"/web/content/{lampiran}",
        f"/web/content/{lampiran}?download=true",
        f"/web/image/{lampiran}",
        f"/web/content/ir.attachment/{lampiran}/datas",
    )
    pemilik, pegawai = login("fasilitator"), login("pegawai")
    assert pemilik.get(alamat[0]).content.startswith(b"%PDF")
    for satu_alamat in (*alamat, f"{alamat[1]}?access_token=palsu"):
        jawab = pegawai.get(satu_alamat)
        assert b"%PDF" not in jawab.content, satu_alamat
    tertolak(
        pegawai,
        satu("asn.dokumen", "read", [dokumen], ["file"]),
        satu("ir.attachment", "read", [lampiran], ["datas"]),
        satu("ir.attachment", "read", [lampiran], ["checksum", "store_fname"]),
        satu("ir.attachment", "generate_access_token", [lampiran]),
        satu("ir.attachment", "write", [lampiran], {"public": True}),
        satu("ir.attachment", "write", [lampiran], {"res_id": 1}),
    )
    kosong(pegawai, satu("ir.attachment", "search", [["id", "=", lampiran]]))


def test_pegawai_cannot_plant_a_file_on_somebodys_record(login, ajuan, berkas):
    isi = {"name": "catatan.txt", "datas": "cGFsc3U=", "mimetype": "text/plain"}
    pegawai = login("pegawai")
    boleh(pegawai, satu("asn.permohonan", "read", [ajuan], ["state"]))
    for model, nomor in (("asn.dokumen", berkas[0]), ("hr.employee", 1)):
        sasaran = isi | {"res_model": model, "res_id": nomor}
        tertolak(
            pegawai,
            satu("ir.attachment", "create", sasaran),
            satu("ir.attachment", "create", sasaran | {"res_field": "file"}),
        )
    tertolak(
        login("pegawai2"),
        satu(
            "ir.attachment", "create",
            isi | {"res_model": "asn.permohonan", "res_id": ajuan},
        ),
    )  # fmt: skip


# -- governance and traces -----------------------------------------------------


def test_pegawai_cannot_touch_governance_records(login, sql):
    admin = login("admin_sistem")
    boleh(
        admin,
        *(satu(model, "search", []) for model in (
            "asn.risiko", "asn.aset.tik", "asn.kendali", "asn.pihak.ketiga", "asn.rilis",
        )),
    )  # fmt: skip
    for model in (
        "asn.risiko",
        "asn.aset.tik",
        "asn.kendali",
        "asn.pihak.ketiga",
        "asn.rilis",
        "asn.evaluasi.sistem",
        "asn.usulan.pengembangan",
        "asn.pelatihan.sistem",
        "asn.panduan",
    ):
        baris = sql(f"SELECT id FROM {model.replace('.', '_')} ORDER BY id LIMIT 1")
        nomor = baris[0][0] if baris else 1
        for nama in ("pegawai", "fasilitator"):
            tertolak(
                login(nama),
                satu(model, "create", {"name": "palsu"}),
                satu(model, "write", [nomor], {"active": False}),
                satu(model, "unlink", [nomor]),
            )
    tertolak(
        login("pegawai"),
        satu("asn.keadaan.sistem", "get_data"),
        satu("asn.aset.tik", "search", []),
        satu("asn.pihak.ketiga", "search", []),
        satu("asn.cadangan", "search", []),
    )


def test_pegawai_sees_only_own_traces_and_writes_none(login, orang):
    pegawai = login("pegawai")
    bukan = [["employee_id", "!=", orang["pegawai"]]]
    boleh(pegawai, satu("asn.jejak.akses", "search", []))
    boleh(login("kepala_badan"), satu("asn.jejak.akses", "search", bukan))
    kosong(
        pegawai,
        satu("asn.jejak.akses", "search", bukan),
        satu("asn.jejak.masuk", "search", [["user_id", "!=", pegawai.uid]]),
        satu("asn.jejak.ekspor", "search", [["user_id", "!=", pegawai.uid]]),
        *(
            satu(f"asn.jejak.{nama}", "search", [])
            for nama in ("perubahan", "segel", "tolak", "peringatan")
        ),
    )
    tertolak(
        pegawai,
        *(
            satu(f"asn.jejak.{nama}", "create", {"user_id": pegawai.uid})
            for nama in ("akses", "masuk", "ekspor", "perubahan", "segel", "tolak")
        ),
        satu("asn.jejak.unduh", "create", {}),
    )


def test_pegawai_cannot_forge_a_request_for_data(login, akun):
    pegawai = login("pegawai")
    isi = {
        "penerima": "Bagian Organisasi",
        "tujuan": "Penataan jabatan",
        "dasar_hukum": "UU 20/2023",
        "tanggal_mulai": hari(0),
        "tanggal_selesai": hari(30),
    }
    boleh(pegawai, satu("asn.permintaan.data", "create", isi))
    milik = pegawai.save("asn.permintaan.data", isi, fields=["state"])
    palsu = (
        {"pemohon_id": akun["atasan"]},
        {"state": "disetujui"},
        {"nomor_persetujuan": "800/9", "pyb": "Kepala"},
    )
    tertolak(
        pegawai,
        *(satu("asn.permintaan.data", "create", isi | v) for v in palsu),
        *(satu("asn.permintaan.data", "write", [milik], v) for v in palsu),
        satu("asn.permintaan.data", "_setujui", [milik], "1", hari(0), "x"),
        satu("asn.permintaan.data", "create", isi, context={"default_state": "disetujui"}),
    )  # fmt: skip
    setuju = {
        "permintaan_id": milik,
        "hasil": "setuju",
        "nomor": "800/9",
        "tanggal": hari(-1),
        "pyb": "Kepala",
    }
    tolak_dialog(pegawai, "asn.permintaan.putusan", setuju)


# -- guessing ------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["nik", "no_hp", "rekening_nomor", "npwp"])
def test_order_and_groups_are_no_oracle(login, nama):
    """LL-13-1: what is masked is neither sorted nor grouped by, over any path."""
    for siapa in ("fasilitator", "admin_sistem"):
        client = login(siapa)
        boleh(client, satu("hr.employee", "search", [], order="name desc"))
        tertolak(
            client,
            satu("hr.employee", "search", [], order=f"{nama} desc"),
            satu("hr.employee", "search_read", [], ["id"], order=f"{nama}"),
            satu("hr.employee", "formatted_read_group", [], [nama], ["__count"]),
            satu("hr.employee", "formatted_read_group", [], [], [f"{nama}:max"]),
            satu("hr.employee", "web_read_group", [], [nama]),
            satu("hr.employee", "search", [[nama, "=like", "1%"]]),
            satu("res.users", "search", [[f"employee_id.{nama}", "=like", "1%"]]),
        )


@pytest.mark.parametrize(
    "context",
    [{"active_test": False}, {"bin_size": True}, {"prefetch_fields": False},
     {"lang": "id_ID", "allowed_company_ids": [1, 2]}, {"uid": 1, "su": True}],
    ids=str,
)  # fmt: skip
def test_no_context_shows_more_people(login, orang, context):
    pegawai = login("pegawai")
    context = pegawai.context | context
    bukan = [["id", "!=", orang["pegawai"]]]
    (milik,) = boleh(
        pegawai, satu("hr.employee", "search", [["id", "=", orang["pegawai"]]])
    )
    assert milik
    kosong(
        pegawai,
        satu("hr.employee", "search", bukan, context=context),
        satu("hr.version", "search", [["employee_id", "!=", milik[0]]], context=context),
        satu("asn.riwayat.gaji", "search", [["employee_id", "!=", milik[0]]], context=context),
    )  # fmt: skip
    tertolak(
        pegawai,
        satu("hr.employee", "read", [orang["pegawai2"]], ["nik"], context=context),
    )


def test_private_fields_of_versions_are_not_exported(login, sql, orang):
    (versi,) = sql(
        "SELECT current_version_id FROM hr_employee WHERE id = %s", orang["pegawai2"]
    )[0]
    publik = login("pegawai").search("hr.employee.public", limit=2)
    boleh(login("pegawai"), satu("hr.employee.public", "export_data", publik, ["name"]))
    for nama in ("pegawai", "atasan", "admin_aplikasi"):
        tertolak(
            login(nama),
            *(
                satu("hr.version", "export_data", [versi], [kolom])
                for kolom in ("private_street", "ssnid", "wage", "marital")
            ),
            satu("hr.version", "read", [versi], ["private_street"]),
        )


def test_names_of_accounts_tell_no_login(login, sql):
    pegawai = login("pegawai")
    (temuan,) = boleh(pegawai, satu("res.users", "name_search", "a", [], "ilike", 80))
    teks = json.dumps(temuan)
    masuk = [
        row[0] for row in sql("SELECT login FROM res_users WHERE login ~ '^[0-9]{18}$'")
    ]
    assert masuk
    assert not [m for m in masuk if m in teks]
