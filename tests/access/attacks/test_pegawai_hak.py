"""An ordinary employee wants rights: roles, appointments, statements.

Each attack stands beside the lawful use of the same door.
"""

import re

import pytest
from support.rpc import Client
from support.serangan import boleh, hari, kosong, sandi, satu, tertolak, tolak_dialog

_PALSU = (
    {},
    {"asn_mesin": True},
    {"asn_engine": True, "tracking_disable": True},
    {"install_mode": True, "import_file": True},
)


def _pengangkatan(user, role, layanan):
    return {
        "user_id": user,
        "role_id": role,
        "layanan_ids": [[6, 0, [layanan]]],
        "alasan": "Melayani layanan baru",
        "tanggal_mulai": hari(-1),
        "tanggal_selesai": hari(300),
    }


@pytest.fixture(scope="module")
def layanan(sql):
    """Return the service of leave."""
    return sql("SELECT id FROM asn_layanan WHERE code = 'cuti'")[0][0]


@pytest.fixture(scope="module")
def menunggu(sql):
    """Return the appointment that waits for its decision."""
    return sql(
        "SELECT id FROM asn_pemberian_peran WHERE state = 'diajukan' ORDER BY id"
    )[0][0]


@pytest.fixture(scope="module")
def pakta(sql, akun):
    """Return a signed statement of ``fasilitator`` that has a letter."""
    return sql(
        "SELECT id FROM asn_pakta WHERE user_id = %s AND surat_id IS NOT NULL",
        akun["fasilitator"],
    )[0][0]


# -- appointments --------------------------------------------------------------


def test_pegawai_cannot_write_an_appointment(login, akun, peran, layanan):
    pegawai = login("pegawai")
    isi = _pengangkatan(pegawai.uid, peran["admin_aplikasi"], layanan)
    biasa = {**isi, "user_id": akun["pegawai2"]}
    boleh(login("admin_sistem"), satu("asn.pemberian.peran", "create", biasa))
    for context in _PALSU:
        tertolak(
            pegawai,
            satu("asn.pemberian.peran", "create", isi, context=context),
            satu("asn.pemberian.peran", "web_save", [], isi, {"id": {}}),
            satu("asn.pemberian.peran", "name_create", "palsu", context=context),
        )


def test_pegawai_cannot_change_an_appointment(login, sql, akun, menunggu):
    boleh(
        login("admin_sistem"),
        satu("asn.pemberian.peran", "write", [menunggu], {"alasan": "Lebih jelas"}),
    )
    disetujui = sql(
        "SELECT id FROM asn_pemberian_peran WHERE user_id = %s", akun["fasilitator"]
    )[0][0]
    serangan = [
        satu("asn.pemberian.peran", "write", [beri], vals, context=context)
        for beri in (menunggu, disetujui)
        for vals in (
            {"user_id": akun["pegawai"]},
            {"state": "disetujui"},
            {"tanggal_selesai": hari(900)},
            {"unit_ids": [[6, 0, [2]]]},
        )
        for context in _PALSU[:2]
    ]
    tertolak(
        login("pegawai"),
        *serangan,
        satu("asn.pemberian.peran", "unlink", [menunggu]),
        satu("asn.pemberian.peran", "action_perpanjang", [disetujui]),
        satu("asn.pemberian.peran", "_setujui", [menunggu], "1", hari(0)),
    )


def test_admin_sistem_cannot_forge_an_approval(login, peran, akun, layanan, menunggu):
    admin = login("admin_sistem")
    isi = _pengangkatan(akun["pegawai2"], peran["admin_aplikasi"], layanan)
    boleh(admin, satu("asn.pemberian.peran", "create", isi))
    palsu = {
        "state": "disetujui",
        "nomor_surat": "800/1",
        "diputus_oleh_id": akun["kepala_badan"],
    }
    for context in _PALSU:
        default = {f"default_{n}": v for n, v in palsu.items()}
        tertolak(
            admin,
            satu("asn.pemberian.peran", "create", isi | palsu, context=context),
            satu("asn.pemberian.peran", "write", [menunggu], palsu, context=context),
            satu("asn.pemberian.peran", "create", isi, context=context | default),
        )


def test_pegawai_cannot_decide_an_appointment(login, menunggu):
    isi = {
        "pemberian_id": menunggu,
        "hasil": "tolak",
        "alasan": "Belum memenuhi syarat jabatan",
    }
    kepala = login("kepala_badan")
    dialog = kepala.call("asn.pemberian.putusan", "create", [isi])
    boleh(kepala, satu("asn.pemberian.putusan", "action_simpan", dialog))
    pegawai = login("pegawai")
    tertolak(
        pegawai,
        satu("asn.pemberian.putusan", "action_simpan", dialog),
        satu("asn.pemberian.putusan", "write", dialog, {"hasil": "setuju"}),
    )
    for client in (pegawai, login("admin_sistem")):
        tolak_dialog(client, "asn.pemberian.putusan", isi)


def test_pegawai_cannot_read_appointments_of_others(login, akun, menunggu):
    lihat = satu("asn.pemberian.peran", "read", [menunggu], ["alasan"])
    boleh(login("kepala_badan"), lihat)
    pegawai = login("pegawai")
    tertolak(pegawai, lihat)
    orang_lain = [["user_id", "!=", pegawai.uid]]
    kosong(
        pegawai,
        satu("asn.pemberian.peran", "search", orang_lain),
        satu("asn.pemberian.peran", "search_count", orang_lain),
        satu("asn.pemberian.syarat", "search", [["pemberian_id", "=", menunggu]]),
        satu("asn.pemegang.peran", "search", []),
    )


def test_pegawai_cannot_give_herself_a_role(login, sql, peran):
    pegawai = login("pegawai")
    grup = sql(
        "SELECT res_id FROM ir_model_data WHERE module = 'asn_base'"
        " AND name = 'group_admin_sistem'"
    )[0][0]
    boleh(login("admin_sistem"), satu("res.users.role.line", "search_count", []))
    baris = {"user_id": pegawai.uid, "role_id": peran["admin_sistem"]}
    tertolak(
        pegawai,
        satu("res.users.role.line", "create", baris),
        satu("res.users.role", "write", [peran["pegawai"]], {"name": "x"}),
        satu("res.groups", "write", [grup], {"user_ids": [[4, pegawai.uid]]}),
        *(
            satu("res.users", "write", [pegawai.uid], {name: [[4, number]]})
            for name, number in (
                ("group_ids", grup),
                ("role_ids", peran["admin_sistem"]),
                ("company_ids", 1),
            )
        ),
        satu("res.users", "write", [pegawai.uid], {"role_line_ids": [[0, 0, baris]]}),
    )


def test_pegawai_cannot_widen_own_reach(login, layanan):
    pegawai = login("pegawai")
    boleh(pegawai, satu("res.users", "write", [pegawai.uid], {"tz": "Asia/Jakarta"}))
    unit = pegawai.read("hr.employee.public", pegawai.search(
        "hr.employee.public", [("user_id", "=", pegawai.uid)]
    ), "department_id")[0]["department_id"][0]  # fmt: skip
    for context in _PALSU:
        tertolak(
            pegawai,
            *(
                satu("res.users", "write", [pegawai.uid], vals, context=context)
                for vals in (
                    {"asn_unit_ids": [[6, 0, [unit]]]},
                    {"layanan_ids": [[6, 0, [layanan]]]},
                    {"employee_ids": [[6, 0, [1]]]},
                    {"share": False, "active": True, "login": "kepala"},
                )
            ),
            satu("hr.department", "write", [unit], {"manager_id": 1}, context=context),
            satu(
                "hr.department", "write", [unit],
                {"fasilitator_ids": [[4, pegawai.uid]]}, context=context,
            ),
        )  # fmt: skip


def test_admin_sistem_adds_no_role_past_an_appointment(login, sql, peran):
    """Not to an employee who heads no unit, and to herself never."""
    admin = login("admin_sistem")
    orang = sql(
        "SELECT u.id FROM res_users u WHERE u.active AND u.login ~ '^[0-9]'"
        " AND NOT EXISTS (SELECT FROM hr_department d JOIN hr_employee e"
        "  ON e.id = d.manager_id WHERE e.user_id = u.id)"
        " AND NOT EXISTS (SELECT FROM asn_pemberian_peran b WHERE b.user_id = u.id)"
        " ORDER BY 1 LIMIT 1"
    )[0][0]
    boleh(admin, satu("res.users.role.line", "search_count", [["user_id", "=", orang]]))
    tertolak(
        admin,
        *(
            satu(
                "res.users.role.line",
                "create",
                {"user_id": siapa, "role_id": peran[nama]},
            )
            for nama in ("penandatangan", "pimpinan", "monev", "kepala_badan")
            for siapa in (orang, admin.uid)
        ),
    )


def test_admin_sistem_cannot_grant_reach_past_an_appointment(login, akun, layanan):
    admin, user = login("admin_sistem"), akun["pegawai2"]
    boleh(admin, satu("res.users", "read", [user], ["login"]))
    tertolak(
        admin,
        satu("res.users", "write", [user], {"asn_unit_ids": [[6, 0, [2]]]}),
        satu("res.users", "write", [user], {"layanan_ids": [[6, 0, [layanan]]]}),
        satu("hr.department", "write", [2], {"fasilitator_ids": [[4, user]]}),
    )


# -- statements ----------------------------------------------------------------


def test_pegawai_cannot_forge_or_change_a_statement(login, sql, pakta):
    boleh(login("fasilitator"), satu("asn.pakta", "read", [pakta], ["nama", "sha256"]))
    before = sql("SELECT to_jsonb(p) FROM asn_pakta p WHERE id = %s", pakta)
    isi = before[0][0]
    palsu = {n: isi[n] for n in ("teks_id", "jenis", "versi", "nama", "sha256")}
    for client in (login("pegawai"), login("fasilitator"), login("admin_sistem")):
        tertolak(
            client,
            satu("asn.pakta", "create", palsu | {"user_id": client.uid}),
            satu("asn.pakta", "write", [pakta], {"berlaku_sampai": hari(900)}),
            satu("asn.pakta", "unlink", [pakta]),
            satu("asn.pakta", "_tandatangani", {}, "demo"),
        )


def test_pegawai_cannot_read_anothers_statement(login, pakta):
    alamat = f"/asn/pernyataan/{pakta}/pdf"
    assert login("fasilitator").get(alamat).content.startswith(b"%PDF")
    for client in (login("pegawai"), login("atasan")):
        assert client.get(alamat).status_code == 404
        tertolak(
            client,
            satu("asn.pakta", "read", [pakta], ["nama"]),
            satu("asn.pakta", "action_unduh", [pakta]),
        )
        kosong(client, satu("asn.pakta", "search", [["user_id", "!=", client.uid]]))


def test_pegawai_cannot_sign_for_somebody_else(login, server, sql):
    """The page signs for the account of the session, whatever is posted."""
    nama = sql(
        "SELECT u.login FROM asn_pemberian_peran b JOIN res_users u"
        " ON u.id = b.user_id WHERE b.nomor_surat = '800.1/131/BKPSDM'"
    )[0][0]
    sandi(sql, nama)
    calon = Client(server, nama)
    halaman = calon.get("/asn/pernyataan").text
    teks = dict(re.findall(r'name="(teks_\d+)"[^>]*value="(\w+)"', halaman))
    assert teks

    pegawai = login("pegawai")
    lembar = pegawai.get("/asn/pernyataan").text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', lembar)
    token = token and token.group(1)
    before = sql("SELECT count(*) FROM asn_pakta")
    isi = {
        **teks,
        **{n.replace("teks", "setuju"): "1" for n in teks},
        "user_id": calon.uid,
        "uid": calon.uid,
        "sandi": "demo",
        "csrf_token": token or re.search(r'csrf_token: "(\w+)"', pegawai.get("/odoo").text).group(1),
    }  # fmt: skip
    pegawai.http.post(server.url + "/asn/pernyataan/tanda", data=isi, timeout=60)
    assert sql("SELECT count(*) FROM asn_pakta") == before


def test_role_without_statement_gives_nothing(login, server, sql):
    siapa, unit = sql(
        "SELECT u.login, r.unit_id FROM asn_pemberian_peran b JOIN res_users u"
        " ON u.id = b.user_id JOIN asn_pemberian_unit_rel r ON r.pemberian_id = b.id"
        " WHERE b.nomor_surat = '800.1/131/BKPSDM'"
    )[0]
    sandi(sql, siapa)
    calon = Client(server, siapa)
    assert len(login("fasilitator").search("hr.employee")) > 1
    milik = calon.search("hr.employee", [("user_id", "=", calon.uid)])
    assert calon.search("hr.employee") == milik
    kosong(
        calon,
        satu("asn.usulan", "search", [["employee_id", "not in", milik]]),
        satu("hr.employee", "search", [["unit_id", "child_of", unit], ["id", "not in", milik]]),
    )  # fmt: skip


def test_pegawai_cannot_publish_or_change_statement_texts(login, sql):
    teks = sql("SELECT id FROM asn_pakta_teks WHERE state = 'berlaku' LIMIT 1")
    teks = teks or sql("SELECT id FROM asn_pakta_teks ORDER BY id LIMIT 1")
    nomor = teks[0][0]
    boleh(
        login("admin_sistem"),
        satu("asn.pakta.teks", "action_versi_baru", [nomor]),
    )
    for client in (login("pegawai"), login("fasilitator")):
        tertolak(
            client,
            satu("asn.pakta.teks", "action_versi_baru", [nomor]),
            satu("asn.pakta.teks", "action_terbitkan", [nomor]),
            satu("asn.pakta.teks", "write", [nomor], {"isi": "<p>bebas</p>"}),
            satu("asn.pakta.teks", "unlink", [nomor]),
        )
