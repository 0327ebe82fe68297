"""Pictures of rights, signing in, traces and governance."""

#: name, login, action, selectors to click one after the other.
_LAYAR = (
    ("60-pemegang-hak", "kepala_badan", "asn_akses.asn_pemegang_peran_action", ()),
    (
        "61-pengangkatan",
        "kepala_badan",
        "asn_audit.asn_pemberian_peran_action",
        (".o_data_row .o_data_cell, .o_kanban_record",),
    ),
    ("63-keamanan-akun", "pegawai", "asn_masuk.keamanan_saya_action", ()),
    ("64-jejak", "kepala_badan", "asn_audit.asn_jejak_perubahan_action", ()),
    ("65-peta-risiko", "kepala_badan", "asn_tata_kelola.asn_risiko_peta_action", ()),
    (
        "66-keadaan-sistem",
        "admin_sistem",
        "asn_tata_kelola.asn_keadaan_sistem_action",
        (),
    ),
)


def potret_semua(juru):
    """Take every page about rights and safety.

    :param juru: a ``Juru`` of the program
    """
    for nama, login, tindakan, langkah in _LAYAR:
        juru.potret(
            nama, login, lambda layar, t=tindakan, g=langkah: _buka(layar, t, g)
        )
    juru.potret("68-tinjauan-akses", "kepala_badan", _tinjauan)
    juru.potret("67-lapor", "pegawai", lambda layar: layar.page.click(".o_asn_lapor"))
    if "62-pernyataan".startswith(juru.awal):
        _angkat(juru, "pegawai")
        _pernyataan(juru, "62-pernyataan", "pegawai")


def _buka(layar, tindakan, langkah):
    layar.action(tindakan)
    for pilih in langkah:
        layar.page.click(pilih)


def _tinjauan(layar):
    """Open this year's review and its rows, as the one who decides does."""
    layar.action("asn_akses.asn_tinjauan_akses_action")
    layar.page.click("button[name='action_buka_tinjauan']")
    layar.page.click("button[name='action_buka_baris']")


def _angkat(juru, login):
    """Appoint somebody to facilitator of the own unit, who then has to sign."""
    from support.angkat import angkat

    unit = juru.masuk("admin_sistem").call(
        "hr.employee", "search_read", [("user_id.login", "=", login)], ["unit_id"]
    )[0]["unit_id"][0]
    angkat(juru.server, login, "fasilitator", unit_ids=[unit])


def _pernyataan(juru, nama, login):
    """Take the page that stands before the web client until it is signed."""
    sesi = juru.masuk(login).http.cookies["session_id"]
    for lebar, ukuran in juru.ukuran.items():
        page = juru.browser.page(ukuran)
        page.cookie(juru.server.url, "session_id", sesi)
        page.goto(f"{juru.server.url}/asn/pernyataan")
        juru.simpan(page, nama, lebar)
        page.close()
