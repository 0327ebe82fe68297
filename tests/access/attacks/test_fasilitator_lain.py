"""A fasilitator wants the people of another unit.

``fasilitator`` looks after the unit of ``pegawai``; ``lain`` after another one. What
the first may do is shown first, with the very same call where there is one.
"""

import pytest
from support import cuti
from support.serangan import boleh, hari, kosong, satu, tertolak, tolak_dialog


@pytest.fixture(scope="module")
def sasaran(orang):
    """Return a person whom ``fasilitator`` looks after and ``lain`` does not."""
    return orang["pegawai"]


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("read", [["nip", "tanggal_lahir"]]),
        ("web_read", [{"nip": {}, "parent_id": {"fields": {}}}]),
        ("get_ringkasan", []),
        ("get_karier", []),
        ("get_mutu", []),
        ("action_drh", []),
        ("action_open_dokumen", []),
        ("action_riwayat_perubahan", []),
    ],
    ids=lambda nilai: nilai if isinstance(nilai, str) else "",
)
def test_lain_cannot_open_a_profile(login, lain, sasaran, method, args):
    serangan = satu("hr.employee", method, [sasaran], *args)
    boleh(login("fasilitator"), serangan)
    # A window that opens on nothing gives nothing away.
    if method in ("action_open_dokumen", "action_riwayat_perubahan"):
        kosong(lain, satu("asn.dokumen", "search", [["employee_id", "=", sasaran]]))
    else:
        tertolak(lain, serangan)


@pytest.mark.parametrize(
    "model",
    [
        "asn.riwayat.gaji",
        "asn.riwayat.golongan",
        "asn.riwayat.jabatan",
        "asn.riwayat.keluarga",
        "asn.riwayat.hukuman",
        "asn.riwayat.pendidikan",
        "asn.dokumen",
        "asn.permohonan",
        "asn.riwayat.cuti",
    ],
)
def test_lain_cannot_reach_records_of_the_unit(login, lain, sql, sasaran, model):
    tabel = model.replace(".", "_")
    semua = [
        r[0] for r in sql(f"SELECT id FROM {tabel} WHERE employee_id = %s", sasaran)
    ]
    domain = [["employee_id", "=", sasaran]]
    fasilitator = login("fasilitator")
    tampak = fasilitator.search(model, domain, context={"active_test": False})
    if semua:
        assert tampak
        tertolak(
            lain,
            satu(model, "read", semua, ["create_date"]),
            satu(model, "web_read", semua, {"employee_id": {"fields": {"display_name": {}}}}),
            satu(model, "write", semua[:1], {"create_date": "2020-01-01"}),
            satu(model, "unlink", semua[:1]),
        )  # fmt: skip
    kosong(
        lain,
        satu(model, "search", domain),
        satu(model, "search_count", domain),
        satu(model, "name_search", "", domain),
        satu(model, "search", [["employee_id.user_id.login", "=", "pegawai"]]),
    )


def test_lain_cannot_verify_proposals_of_the_unit(login, lain, sql):
    fasilitator = login("fasilitator")
    (usulan, *_rest) = fasilitator.search("asn.usulan", [("state", "=", "diajukan")])
    boleh(
        fasilitator,
        satu("asn.usulan", "read", [usulan], ["state"]),
        satu("asn.usulan", "action_kembalikan", [usulan], "Mohon dilengkapi scan SK"),
    )
    before = sql("SELECT state FROM asn_usulan WHERE id = %s", usulan)
    tertolak(
        lain,
        satu("asn.usulan", "read", [usulan], ["state"]),
        satu("asn.usulan", "action_verifikasi", [usulan]),
        satu("asn.usulan", "action_kembalikan", [usulan], "Mohon dilengkapi scan SK"),
        satu("asn.usulan", "action_tolak", [usulan], "Tidak sesuai dengan SK"),
        satu("asn.usulan", "action_batal", [usulan]),
        satu("asn.usulan", "get_draf", [usulan]),
    )
    assert sql("SELECT state FROM asn_usulan WHERE id = %s", usulan) == before


def test_lain_cannot_propose_changes_for_the_unit(login, lain, sasaran):
    boleh(login("fasilitator"), satu("asn.usulan", "get_pilihan", sasaran))
    tertolak(
        lain,
        satu("asn.usulan", "get_pilihan", sasaran),
        satu("hr.employee", "action_usulkan", [sasaran]),
    )


def test_lain_cannot_file_for_the_unit(login, lain, sasaran):
    wakil = login("fasilitator")
    isi = cuti.values(
        wakil,
        start=cuti.next_monday(46),
        employee_id=sasaran,
        dasar_wakil="Telepon",
    )
    boleh(wakil, satu("asn.permohonan", "create", isi))
    tertolak(
        lain,
        satu("asn.permohonan", "create", isi),
        satu("asn.permohonan", "web_save", [], isi, {"employee_id": {}}),
        satu(
            "asn.permohonan", "create",
            {n: v for n, v in isi.items() if n != "employee_id"},
            context={"default_employee_id": sasaran},
        ),
    )  # fmt: skip


def test_lain_cannot_open_a_file_of_the_unit(login, lain, sql, orang):
    dokumen, lampiran = sql(
        "SELECT d.id, a.id FROM asn_dokumen d JOIN ir_attachment a"
        " ON a.res_model = 'asn.dokumen' AND a.res_id = d.id AND a.res_field = 'file'"
        " WHERE d.employee_id = %s ORDER BY d.id LIMIT 1",
        orang["fasilitator"],
    )[0]
    alamat = f"/web/content/asn.dokumen/{dokumen}/file"
    assert login("fasilitator").get(alamat).content.startswith(b"%PDF")
    for dicoba in (alamat, f"/web/content/{lampiran}", f"/web/image/{lampiran}"):
        assert b"%PDF" not in lain.get(dicoba).content


def test_lain_cannot_print_people_of_the_unit(login, lain, sasaran):
    alamat = f"/report/pdf/asn_laporan.drh/{sasaran}"
    assert login("fasilitator").get(alamat).content.startswith(b"%PDF")
    jawab = lain.get(alamat)
    assert b"%PDF" not in jawab.content


def test_lain_cannot_export_people_of_the_unit(login, lain, sasaran):
    publik = lain.search("hr.employee.public", [("id", "=", sasaran)])
    boleh(lain, satu("hr.employee.public", "export_data", publik, ["name"]))
    for kolom in ("nip", "gaji_pokok", "parent_id/nik"):
        tertolak(
            lain,
            satu("hr.employee", "export_data", [sasaran], [kolom]),
            satu(
                "hr.employee", "export_data", [sasaran], [kolom],
                context={"import_compat": False, "asn_permintaan_id": 1},
            ),
        )  # fmt: skip


def test_lain_cannot_read_or_write_the_log_of_a_profile(login, lain, sasaran):
    boleh(login("fasilitator"), satu("hr.employee", "read", [sasaran], ["nip"]))
    tertolak(
        lain,
        satu("hr.employee", "message_post", [sasaran], body="palsu"),
        satu("hr.employee", "activity_schedule", [sasaran]),
        satu("hr.employee", "read", [sasaran], ["message_ids"]),
    )
    kosong(
        lain,
        satu("mail.message", "search", [["model", "=", "hr.employee"], ["res_id", "=", sasaran]]),
    )  # fmt: skip


def test_lain_cannot_read_trouble_reports_of_the_unit(login, lain, sql, akun):
    lapor = sql(
        "SELECT id FROM asn_laporan_gangguan WHERE pelapor_id = %s ORDER BY id LIMIT 1",
        akun["pegawai"],
    )[0][0]
    lihat = satu("asn.laporan.gangguan", "read", [lapor], ["uraian"])
    boleh(login("fasilitator"), lihat)
    tertolak(
        lain,
        lihat,
        satu("asn.laporan.gangguan", "message_post", [lapor], body="palsu"),
        satu("asn.laporan.gangguan", "action_konfirmasi", [lapor]),
    )
    kosong(lain, satu("asn.laporan.gangguan", "search", [["id", "=", lapor]]))


def test_lain_cannot_move_people_into_own_reach(login, lain, sql, sasaran):
    asing = sql("SELECT unit_id FROM hr_employee WHERE id = %s", sasaran)[0][0]
    milik = lain.search("hr.employee", limit=2)
    boleh(lain, satu("hr.employee", "read", milik, ["nip"]))
    tertolak(
        lain,
        satu("hr.employee", "write", [sasaran], {"unit_id": asing}),
        satu("hr.employee", "write", [sasaran], {"department_id": asing}),
        satu("hr.employee", "write", milik, {"parent_id": sasaran}),
        satu("hr.department", "write", [asing], {"parent_id": False}),
        satu("hr.department", "write", [asing], {"fasilitator_ids": [[4, lain.uid]]}),
        satu("res.users", "write", [lain.uid], {"asn_unit_ids": [[4, asing]]}),
        satu("asn.riwayat.jabatan", "create", {"employee_id": sasaran}),
        satu("asn.perubahan.organisasi", "create", {"name": "x"}),
    )


def test_lain_cannot_extend_the_own_appointment(login, lain, sql):
    (beri, role) = sql(
        "SELECT id, role_id FROM asn_pemberian_peran"
        " WHERE user_id = %s AND state = 'disetujui'",
        lain.uid,
    )[0]
    boleh(lain, satu("asn.pemberian.peran", "read", [beri], ["tanggal_selesai"]))
    boleh(
        login("admin_sistem"), satu("asn.pemberian.peran", "action_perpanjang", [beri])
    )
    tertolak(
        lain,
        satu("asn.pemberian.peran", "action_perpanjang", [beri]),
        satu("asn.pemberian.peran", "write", [beri], {"tanggal_selesai": hari(2000)}),
        satu("asn.pemberian.peran", "write", [beri], {"unit_ids": [[6, 0, [2]]]}),
        satu(
            "res.users.role.line", "create",
            {"user_id": lain.uid, "role_id": role, "date_to": hari(2000)},
        ),
    )  # fmt: skip


def test_lain_cannot_propose_a_facilitator(login, lain, sql, orang):
    """Pasal 9 (2): the head of the unit proposes, and of that unit only."""
    unit, kepala = sql(
        "SELECT u.id, us.login FROM asn_usulan_fasilitator f"
        " JOIN hr_department u ON u.id = f.unit_id"
        " JOIN res_users us ON us.id = f.create_uid LIMIT 1"
    )[0]
    isi = {
        "unit_id": unit,
        "alasan": "Fasilitator lama pindah tugas",
        "tanggal_mulai": hari(2),
        "tanggal_selesai": hari(300),
        "calon_ids": [[0, 0, {"employee_id": orang["pegawai2"], "pernyataan": True}]],
    }
    boleh(login(kepala), satu("asn.usulan.fasilitator", "create", isi))
    for client in (lain, login("fasilitator"), login("pegawai"), login("atasan")):
        tertolak(client, satu("asn.usulan.fasilitator", "create", isi))
    (usulan,) = sql("SELECT id FROM asn_usulan_fasilitator ORDER BY id LIMIT 1")[0]
    palsu = {"state": "disetujui"}
    for client in (lain, login("atasan"), login("admin_sistem"), login(kepala)):
        tertolak(
            client,
            satu("asn.usulan.fasilitator", "write", [usulan], palsu),
            satu("asn.usulan.fasilitator", "create", isi | palsu),
        )


def test_head_cannot_approve_the_own_proposal(login, sql):
    usulan, kepala = sql(
        "SELECT f.id, u.login FROM asn_usulan_fasilitator f"
        " JOIN res_users u ON u.id = f.create_uid WHERE f.state = 'diajukan' LIMIT 1"
    )[0]
    putusan = {
        "usulan_id": usulan,
        "hasil": "tolak",
        "alasan": "Belum memenuhi syarat jabatan",
    }
    pemutus = login("kepala_badan")
    dialog = pemutus.call("asn.usulan.putusan", "create", [putusan])
    boleh(pemutus, satu("asn.usulan.putusan", "action_simpan", dialog))
    for nama in (kepala, "atasan", "admin_sistem", "pegawai"):
        tolak_dialog(login(nama), "asn.usulan.putusan", putusan)


def test_lain_cannot_issue_a_card_of_the_unit(login, lain, sasaran):
    boleh(login("pegawai"), satu("hr.employee", "action_kartu", [sasaran]))
    for client in (lain, login("fasilitator"), login("pegawai2")):
        tertolak(client, satu("hr.employee", "action_kartu", [sasaran]))
