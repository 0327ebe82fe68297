"""An ordinary employee wants accounts: to close, open, read, link, recover them.

Each attack stands beside the lawful use of the same door.
"""

from support.serangan import boleh, kosong, satu, tertolak


def test_pegawai_cannot_close_or_open_accounts(login, akun):
    korban = akun["pegawai2"]
    buka = {"user_id": korban, "alasan": "Kembali dari cuti panjang"}
    boleh(
        login("admin_sistem"),
        satu("res.users", "action_archive", [korban]),
        satu("asn.akun.buka", "create", buka),
    )
    pegawai = login("pegawai")
    aturan = {"name": "x", "peristiwa": "pensiun", "tindakan": "tutup"}
    tertolak(
        pegawai,
        satu("res.users", "action_archive", [korban]),
        satu("res.users", "write", [korban], {"active": False}),
        satu("res.users", "unlink", [korban]),
        satu("asn.akun.buka", "create", buka),
        satu("asn.akun.aturan", "create", aturan),
        satu("asn.akun.penutupan", "create", {"user_id": korban}),
        satu("res.users", "create", {"name": "x", "login": "x"}),
    )


def test_pegawai_cannot_take_invitations_of_others(login, server, sql, akun):
    admin, pegawai = login("admin_sistem"), login("pegawai")
    massal = admin.save("asn.akun.massal", {"judul": "Undangan uji"}, fields=["judul"])
    boleh(admin, satu("asn.akun.massal", "read", [massal], ["judul"]))
    assert pegawai.get(f"/asn/akun/{massal}/slip").status_code == 404
    assert login("atasan").get(f"/asn/akun/{massal}/slip").status_code == 404
    mitra = sql("SELECT partner_id FROM res_users WHERE id = %s", akun["pegawai2"])
    tertolak(
        pegawai,
        satu("asn.akun.massal", "read", [massal], ["judul"]),
        satu("asn.akun.massal", "action_slip", [massal]),
        satu("asn.akun.massal", "action_kirim_ulang", [massal]),
        satu("asn.akun.massal", "create", {"judul": "x"}),
        satu("asn.akun.massal.baris", "search", []),
        satu("res.partner", "read", [mitra[0][0]], ["signup_type"]),
        satu("hr.employee", "action_akun_massal", [1]),
    )


def test_pegawai_cannot_read_secrets_of_accounts(login, akun):
    pegawai = login("pegawai")
    boleh(pegawai, satu("res.users", "read", [pegawai.uid], ["login", "name"]))
    rahasia = ("totp_secret", "asn_sesi_ke", "oauth_access_token")
    tertolak(
        pegawai,
        *(
            satu("res.users", "read", [user], [nama])
            for user in (pegawai.uid, akun["kepala_badan"])
            for nama in rahasia
        ),
    )
    kosong(
        pegawai,
        *(
            satu("res.users", "search", [[nama, "like", "%"], ["id", "!=", pegawai.uid]])
            for nama in ("totp_secret", "asn_sesi_ke", "oauth_uid")
        ),
        satu("asn.kode.pemulihan", "search", []),
        satu("asn.sandi.lama", "search", []),
        satu("asn.masuk.kunci", "search", []),
        satu("asn.masuk.catatan", "search", [["user_id", "!=", pegawai.uid]]),
    )  # fmt: skip


def test_pegawai_cannot_learn_the_name_of_an_account(login, sql, akun):
    """It is a NIP: a birthday, and the first half of a sign-in."""
    korban = akun["kepala_badan"]
    mitra = sql("SELECT partner_id FROM res_users WHERE id = %s", korban)[0][0]
    pegawai, cari = login("pegawai"), [["login", "=", "kepala_badan"]]
    nama = boleh(
        login("admin_sistem"),
        satu("res.users", "search", cari),
        satu("res.users", "name_search", "kepala_badan"),
        satu("res.users", "read", [korban], ["name", "login"]),
        satu("res.partner", "signup_get_auth_param", [mitra]),
    )[2][0]["name"]
    boleh(pegawai, satu("res.users", "read", [pegawai.uid], ["login"]))
    assert korban in dict(pegawai.call("res.users", "name_search", nama))
    assert korban in pegawai.search("res.users", [("name", "=", nama)])
    for client in (pegawai, login("pengawas"), login("admin_aplikasi")):
        kosong(client, satu("res.users", "name_search", "kepala_badan"))
        tertolak(
            client,
            satu("res.users", "read", [korban], ["login"]),
            satu("res.users", "web_read", [korban], {"login": {}}),
            satu("res.users", "search_count", cari),
            satu("res.users", "search_count", [["login", "like", "1990%"]]),
            satu("res.users", "search_read", [], ["name"], 0, 9, "login desc"),
            satu("res.users", "search_read", [], ["login"]),
            satu("res.users", "formatted_read_group", [], ["login"], ["__count"]),
            satu("res.users", "export_data", [korban], ["login"]),
            satu("hr.employee", "search_count", [["user_id.login", "=", "x"]]),
            satu("hr.employee.public", "search", [["user_id.login", "like", "1%"]]),
            satu("res.partner", "search_count", [["user_ids.login", "=", "x"]]),
            satu("res.partner", "signup_get_auth_param", [mitra]),
        )


def test_pegawai_cannot_link_single_sign_on_to_an_account(login, sql, orang):
    """Whoever could write NIP, login or subject would be signed in as somebody."""
    pegawai = login("pegawai")
    nip = sql("SELECT nip FROM hr_employee WHERE id = %s", orang["kepala_badan"])[0][0]
    boleh(pegawai, satu("res.users", "read", [pegawai.uid], ["name"]))
    tertolak(
        pegawai,
        satu("hr.employee", "write", [orang["pegawai"]], {"nip": nip}),
        satu("hr.employee", "write", [orang["kepala_badan"]], {"user_id": pegawai.uid}),
        *(
            satu("res.users", "write", [pegawai.uid], vals)
            for vals in (
                {"login": nip},
                {"oauth_uid": "s-1"},
                {"oauth_provider_id": 1},
                {"asn_akun_darurat": True},
            )
        ),
        satu("auth.oauth.provider", "create", {"name": "x"}),
        satu("auth.oauth.provider", "search", []),
        satu("ir.config_parameter", "set_param", "asn_masuk.longgar_demo", "1"),
        satu("ir.config_parameter", "get_param", "database.secret"),
    )


def test_pegawai_cannot_reset_a_second_factor(login, akun):
    isi = {
        "user_id": akun["pegawai2"],
        "alasan": "Ponsel hilang di pasar, datang membawa KTP",
        "bukti_diri": "tatap_muka",
    }
    admin = login("admin_sistem")
    boleh(admin, satu("asn.pemulihan.faktor", "create", isi))
    for client in (login("pegawai"), login("atasan"), login("fasilitator")):
        tertolak(
            client,
            satu("asn.pemulihan.faktor", "create", isi),
            satu("asn.pemulihan.faktor", "create", isi | {"user_id": client.uid}),
            satu("asn.pemulihan.faktor", "search", []),
            satu("res.users", "_asn_reset_faktor", [akun["pegawai2"]]),
        )
