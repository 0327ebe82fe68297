"""Officials turn their own power to their own use, or leave no trace.

Each attack stands beside the lawful use of the same door.
"""

import io
import zipfile

import pytest
from support.serangan import boleh, hari, kosong, satu, tertolak, tolak_dialog


def test_kepala_badan_cannot_review_herself(login, sql, akun):
    milik = sql(
        "SELECT id, peninjau_id FROM asn_tinjauan_akses_baris"
        " WHERE user_id = %s AND hasil = 'belum'",
        akun["kepala_badan"],
    )[0]
    orang_lain = sql(
        "SELECT id FROM asn_tinjauan_akses_baris WHERE hasil = 'belum'"
        " AND peninjau_id = %s AND user_id != %s ORDER BY id LIMIT 1",
        akun["kepala_badan"], akun["kepala_badan"],
    )[0][0]  # fmt: skip
    kepala = login("kepala_badan")
    boleh(kepala, satu("asn.tinjauan.akses.baris", "action_tetap", [orang_lain]))
    peninjau = sql("SELECT login FROM res_users WHERE id = %s", milik[1])[0][0]
    boleh(login(peninjau), satu("asn.tinjauan.akses.baris", "action_tetap", [milik[0]]))
    tertolak(
        kepala,
        satu("asn.tinjauan.akses.baris", "action_tetap", [milik[0]]),
        satu("asn.tinjauan.akses.baris", "action_tetap", [milik[0], orang_lain]),
        satu("asn.tinjauan.akses.baris", "write", [milik[0]], {"hasil": "tetap"}),
        satu("asn.tinjauan.akses.baris", "write", [milik[0]], {"peninjau_id": kepala.uid}),
        satu("asn.tinjauan.akses.baris", "unlink", [milik[0]]),
        satu("asn.tinjauan.akses.baris", "create", {"user_id": kepala.uid}),
    )  # fmt: skip


@pytest.mark.parametrize("nama", ["pegawai", "fasilitator", "admin_sistem", "atasan"])
def test_nobody_but_the_reviewer_reviews(login, sql, akun, nama):
    baris, tinjauan = sql(
        "SELECT id, tinjauan_id FROM asn_tinjauan_akses_baris WHERE hasil = 'belum'"
        " AND peninjau_id = %s AND user_id != %s ORDER BY id LIMIT 1",
        akun["kepala_badan"], akun["kepala_badan"],
    )[0]  # fmt: skip
    boleh(
        login("kepala_badan"), satu("asn.tinjauan.akses.baris", "action_tetap", [baris])
    )
    client = login(nama)
    tertolak(
        client,
        satu("asn.tinjauan.akses.baris", "action_tetap", [baris]),
        satu("asn.tinjauan.akses.baris", "write", [baris], {"hasil": "dicabut"}),
        satu("asn.tinjauan.akses", "write", [tinjauan], {"state": "selesai"}),
        satu("asn.tinjauan.akses", "unlink", [tinjauan]),
    )
    alamat = f"/asn/akses/tinjauan/{tinjauan}.xlsx"
    assert login("kepala_badan").get(alamat).content.startswith(b"PK")
    if nama != "admin_sistem":
        assert not client.get(alamat).content.startswith(b"PK")
        assert not client.get("/asn/akses/pemegang.xlsx").content.startswith(b"PK")
        tertolak(client, satu("asn.tinjauan.akses", "action_buka_tinjauan"))


def test_admin_cannot_reset_or_decide_the_own_factor(login, akun):
    admin = login("admin_sistem")
    isi = {
        "user_id": akun["pegawai2"],
        "alasan": "Ponsel hilang di pasar, datang membawa KTP",
        "bukti_diri": "tatap_muka",
    }
    boleh(admin, satu("asn.pemulihan.faktor", "create", isi))
    tertolak(
        admin,
        satu("asn.pemulihan.faktor", "create", isi | {"user_id": admin.uid}),
        satu("asn.pemulihan.faktor", "create", isi | {"state": "selesai"}),
        satu("asn.pemulihan.faktor", "create", isi | {"pengusul_id": akun["atasan"]}),
        satu("asn.pemulihan.faktor", "create", isi, context={"default_state": "selesai"}),
        satu("res.users", "_asn_reset_faktor", [admin.uid]),
    )  # fmt: skip


def test_admin_cannot_give_or_keep_a_role_alone(login, sql, akun, peran):
    """The own appointment is written by nobody for herself alone: Kepala Badan decides."""
    admin = login("admin_sistem")
    beri = sql(
        "SELECT id FROM asn_pemberian_peran WHERE user_id = %s AND state = 'disetujui'",
        admin.uid,
    )[0][0]
    boleh(admin, satu("asn.pemberian.peran", "read", [beri], ["tanggal_selesai"]))
    tertolak(
        admin,
        satu("asn.pemberian.peran", "write", [beri], {"tanggal_selesai": hari(4000)}),
        satu("asn.pemberian.peran", "unlink", [beri]),
        satu("res.users", "write", [admin.uid], {"role_line_ids": [[0, 0, {
            "role_id": peran["kepala_badan"],
        }]]}),
        satu("res.users.role.line", "create", {
            "user_id": admin.uid, "role_id": peran["admin_utama"],
        }),
    )  # fmt: skip


@pytest.mark.parametrize(
    "context",
    [
        {"tracking_disable": True},
        {"mail_notrack": True, "asn_tanpa_jejak": True},
        {"install_mode": True, "module": "asn_base"},
        {"bin_size": True, "prefetch_fields": False, "asn_mesin": True},
    ],
    ids=str,
)
def test_no_context_hides_a_look(login, sql, orang, context):
    """LL-17-1: a look is counted, whatever the caller says about it."""
    admin, person = login("admin_sistem"), orang["pegawai2"]

    def jumlah():
        return sql(
            "SELECT coalesce(sum(jumlah), 0) FROM asn_jejak_akses"
            " WHERE user_id = %s AND employee_id = %s",
            admin.uid, person,
        )[0][0]  # fmt: skip

    before = jumlah()
    admin.read("hr.employee", [person], "nik")
    assert jumlah() == before + 1
    admin.call(
        "hr.employee", "read", [person], ["nik"], context=admin.context | context
    )
    assert jumlah() == before + 2


@pytest.mark.parametrize("context", [{}, {"tracking_disable": True, "asn_mesin": True}])
def test_no_context_hides_a_change(login, sql, context):
    """LL-17-2: what an administrator changes is written down by the database."""
    admin = login("admin_sistem")
    jejak = (
        "SELECT count(*) FROM asn_jejak_perubahan"
        " WHERE model = 'asn.pemberian.peran' AND user_id = %s"
    )
    (beri,) = sql(
        "SELECT id FROM asn_pemberian_peran WHERE state = 'diajukan' LIMIT 1"
    )[0]
    before = sql(jejak, admin.uid)[0][0]
    admin.call(
        "asn.pemberian.peran", "write", [beri], {"alasan": f"Alasan {context}"},
        context=admin.context | context,
    )  # fmt: skip
    assert sql(jejak, admin.uid)[0][0] > before


@pytest.mark.parametrize("nama", ["admin_sistem", "kepala_badan", "admin_utama"])
def test_nobody_forges_changes_or_deletes_a_trace(login, sql, nama):
    """LL-17-2: not even who may read them all."""
    client = login(nama)
    boleh(login("kepala_badan"), satu("asn.jejak.masuk", "search", [], limit=1))
    for model in (
        "asn.jejak.akses",
        "asn.jejak.ekspor",
        "asn.jejak.masuk",
        "asn.jejak.perubahan",
        "asn.jejak.segel",
        "asn.jejak.tolak",
        "asn.jejak.peringatan",
        "asn.masuk.catatan",
        "asn.akun.penutupan",
        "asn.cadangan",
    ):
        tabel = model.replace(".", "_")
        baris = sql(f"SELECT id FROM {tabel} ORDER BY id DESC LIMIT 1")
        nomor = baris[0][0] if baris else 1
        for context in ({}, {"asn_mesin": True}, {"asn_mesin": {}, "su": True}):
            tertolak(
                client,
                satu(model, "create", {}, context=context),
                satu(
                    model, "write", [nomor], {"create_date": hari(-9)}, context=context
                ),
                satu(model, "web_save", [nomor], {"create_date": hari(-9)}, {"id": {}}),
                satu(model, "unlink", [nomor], context=context),
                satu(model, "copy", [nomor], context=context),
            )


@pytest.mark.parametrize("tabel", ["akses", "ekspor", "masuk", "perubahan", "tolak"])
def test_traces_cannot_be_changed_even_in_sql(login, sql, tabel):
    boleh(login("kepala_badan"), satu(f"asn.jejak.{tabel}", "search_count", []))
    baris = sql(f"SELECT max(id) FROM asn_jejak_{tabel}")[0][0]
    if not baris:
        return
    for perintah in (
        f"UPDATE asn_jejak_{tabel} SET user_id = 1 WHERE id = %s",
        f"DELETE FROM asn_jejak_{tabel} WHERE id = %s",
    ):
        with pytest.raises(Exception, match="jejak|trace|append|ubah|hapus"):
            sql(perintah, baris)


def test_admin_cannot_switch_the_watch_off(login, sql):
    admin = login("admin_sistem")
    boleh(admin, satu("asn.jejak.aturan", "search", []))
    (aturan,) = sql("SELECT id FROM asn_jejak_aturan ORDER BY id LIMIT 1")[0]
    cron = sql("SELECT id FROM ir_cron WHERE active ORDER BY id LIMIT 1")[0][0]
    tertolak(
        admin,
        satu("asn.jejak.aturan", "write", [aturan], {"abaikan": "name"}),
        satu("asn.jejak.aturan", "unlink", [aturan]),
        satu("ir.cron", "write", [cron], {"active": False}),
        satu("ir.rule", "write", [1], {"active": False}),
        satu("ir.model.access", "write", [1], {"perm_unlink": True}),
        satu("ir.actions.server", "create", {"name": "x", "state": "code", "model_id": 1}),
        satu("ir.ui.view", "create", {"name": "x", "arch": "<list/>"}),
    )  # fmt: skip


def test_auditors_file_is_not_made_by_others(login):
    for nama in ("admin_sistem", "kepala_badan"):
        boleh(login(nama), satu("asn.jejak.masuk", "search", [], limit=1))
    for nama in ("pegawai", "fasilitator", "atasan", "admin_utama"):
        tertolak(login(nama), satu("asn.jejak.unduh", "create", {}))


def test_requester_cannot_approve_the_own_data_request(login):
    isi = {
        "penerima": "Bagian Organisasi",
        "tujuan": "Penataan jabatan",
        "dasar_hukum": "UU 20/2023",
        "tanggal_mulai": hari(0),
        "tanggal_selesai": hari(30),
        "is_semua_unit": True,
    }
    kepala = login("kepala_badan")
    boleh(kepala, satu("asn.permintaan.data", "create", isi))
    milik = kepala.save("asn.permintaan.data", isi, fields=["state"])
    kelas = kepala.search("asn.kelas.data", limit=1)
    kepala.call("asn.permintaan.data", "write", [milik], {"kelas_ids": [[6, 0, kelas]]})
    kepala.call("asn.permintaan.data", "action_ajukan", [milik])
    setuju = {
        "permintaan_id": milik,
        "hasil": "setuju",
        "nomor": "800/9",
        "tanggal": hari(-1),
        "pyb": "Kepala",
    }
    for client in (kepala, login("admin_sistem")):
        tolak_dialog(client, "asn.permintaan.putusan", setuju)


def test_force_majeure_needs_a_second_person(login, sql):
    """LL-9-3: who proposes the declaration does not confirm it."""
    layanan = sql("SELECT id FROM asn_layanan WHERE code = 'cuti'")[0][0]
    petugas = login("admin_aplikasi")
    kahar = petugas.save(
        "asn.kahar",
        {
            "name": "Banjir di pusat data",
            "layanan_id": layanan,
            "nomor_keputusan": "300/2/2026",
            "tanggal_keputusan": hari(-3),
            "mulai": hari(-3),
        },
        fields=["state"],
    )
    petugas.button("asn.kahar", "action_usulkan", [kahar])
    boleh(login("kepala_badan"), satu("asn.kahar", "action_tetapkan", [kahar]))
    tertolak(
        petugas,
        satu("asn.kahar", "action_tetapkan", [kahar]),
        satu("asn.kahar", "write", [kahar], {"state": "berlaku"}),
        satu("asn.kahar", "action_catat", [kahar]),
    )
    for nama in ("pegawai", "fasilitator", "admin_sistem"):
        tertolak(login(nama), satu("asn.kahar", "action_tetapkan", [kahar]))


def test_officials_cannot_read_pay_they_do_not_need(login, orang):
    """Class rahasia: the administrator of services decides without it."""
    domain = [["employee_id", "=", orang["pegawai2"]]]
    (ada,) = boleh(
        login("fasilitator"), satu("asn.riwayat.gaji", "search_count", domain)
    )
    assert ada
    for nama in ("admin_aplikasi", "admin_utama", "pengawas"):
        kosong(
            login(nama),
            satu("asn.riwayat.gaji", "search", domain),
        )  # fmt: skip


def test_officials_cannot_read_or_find_out_confidential_columns(login, sql):
    """UU 27/2022 Pasal 16 (2): the profile of an applicant comes without class rahasia."""
    petugas = login("admin_aplikasi")
    pemohon, gaji, hp = sql(
        "SELECT e.id, e.gaji_pokok, e.no_hp FROM hr_employee e"
        " WHERE e.gaji_pokok > 0 AND e.no_hp IS NOT NULL AND e.user_id != %s"
        " AND e.id = ANY(%s) ORDER BY e.id LIMIT 1",
        petugas.uid,
        petugas.search("hr.employee", [["user_id", "!=", petugas.uid]]),
    )[0]
    admin = login("admin_sistem")
    baca = satu("hr.employee", "read", [pemohon], ["nip", "gaji_pokok", "no_hp"])
    (milik,) = boleh(admin, baca)
    assert (milik[0]["gaji_pokok"], milik[0]["no_hp"]) == (gaji, hp)
    (jawab,) = boleh(petugas, baca)
    assert jawab[0]["nip"] == milik[0]["nip"]
    assert (jawab[0]["gaji_pokok"], jawab[0]["no_hp"]) == (False, False)
    orang = ["id", "=", pemohon]
    cocok = [
        satu("hr.employee", "search_count", [orang, ["gaji_pokok", ">=", batas]])
        for batas in (1, gaji, gaji + 1)
    ]
    assert boleh(admin, *cocok) == [1, 1, 0]
    assert boleh(petugas, *cocok) == [0, 0, 0]
    tertolak(petugas, satu("hr.employee", "export_data", [pemohon], ["gaji_pokok"]))


def test_text_of_a_person_never_becomes_a_formula(login, sql, akun):
    """A name that begins like a formula stays text in the officer's file."""
    kepala = login("kepala_badan")
    tinjauan, baris = sql(
        "SELECT tinjauan_id, id FROM asn_tinjauan_akses_baris ORDER BY id LIMIT 1"
    )[0]
    palsu = '=HYPERLINK("https://jahat.example","klik")'
    sql("UPDATE asn_tinjauan_akses_baris SET cakupan = %s WHERE id = %s", palsu, baris)
    isi = kepala.get(f"/asn/akses/tinjauan/{tinjauan}.xlsx").content
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        lembar = [buku.read(n).decode() for n in buku.namelist() if "sheet" in n]
        teks = "".join(buku.read(n).decode() for n in buku.namelist() if "String" in n)
    assert "HYPERLINK" in teks or any("HYPERLINK" in satu for satu in lembar)
    assert not [satu for satu in lembar if "<f>" in satu]
