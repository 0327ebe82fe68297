"""Pictures of the pages about people: profile, proposals, archive, lists, privacy."""

#: name, login, action, what to do there: ``(what, selector or text)``.
_LAYAR = (
    ("30-usulan-isi", "pegawai", "asn_pemutakhiran.asn_usulan_action_baru", ()),
    (
        "31-usulan-banding",
        "fasilitator",
        "asn_pemutakhiran.asn_usulan_action_periksa",
        (("click", ".o_data_row .o_data_cell, .o_kanban_record"),),
    ),
    (
        "32-konfirmasi",
        "pegawai",
        "asn_pemutakhiran.asn_pemutakhiran_peserta_action_saya",
        (("click", ".o_data_row .o_data_cell, .o_kanban_record"),),
    ),
    (
        "33-kampanye",
        "fasilitator",
        "asn_pemutakhiran.asn_pemutakhiran_peserta_action",
        (),
    ),
    ("34-meja-arsip", "admin_sistem", "asn_arsip.asn_dokumen_action_meja", ()),
    ("35-dokumen-kurang", "fasilitator", "asn_arsip.asn_dokumen_kurang_action", ()),
    ("36-anomali", "fasilitator", "asn_pegawai.asn_anomali_action", ()),
    (
        "37-duk",
        "admin_sistem",
        "asn_laporan.asn_daftar_duk_action",
        (("click", ".o_list_button_add, .o-kanban-button-new"),),
    ),
    ("38-statistik", "fasilitator", "asn_laporan.statistik_action", ()),
    ("39-siapa-melihat", "pegawai", "asn_audit.jejak_saya_action", ()),
    (
        "40-organisasi",
        "admin_sistem",
        "asn_pegawai.asn_perubahan_organisasi_action",
        (),
    ),
)


def potret_semua(juru):
    """Take every page about people.

    :param juru: a ``Juru`` of the program
    """
    juru.potret("20-profil", "pegawai", _profil)
    juru.potret("25-profil-riwayat", "pegawai", _riwayat)
    for nama, login, tindakan, langkah in _LAYAR:
        juru.potret(
            nama, login, lambda layar, t=tindakan, g=langkah: _buka(layar, t, g)
        )


def _buka(layar, tindakan, langkah):
    layar.action(tindakan)
    for cara, apa in langkah:
        getattr(layar.page, cara)(apa)


def _profil(layar):
    saya = layar.client.search("hr.employee", [("user_id", "=", layar.client.uid)])
    layar.record("hr.employee", saya[0])


def _riwayat(layar):
    _profil(layar)
    layar.page.click("a.nav-link[name='kualifikasi']")
    layar.page.wait("document.querySelector('.o_asn_panel_riwayat[data-status=siap]')")
