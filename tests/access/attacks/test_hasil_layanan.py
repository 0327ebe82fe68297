"""What the services leave behind, for people it is not meant for.

Months of increments and lists for finance (pay!), the forecast and what-if, deferrals,
rosters, study reports, the leave ledger. Each attack stands beside the lawful use.
"""

import pytest
from support.serangan import boleh, hari, kosong, sandi, satu, tertolak

_SPEC = {"id": {}}


@pytest.fixture(scope="module")
def bulan(sql):
    """Return ``(list of a month, a person of it who was filed for)``."""
    return sql(
        "SELECT massal_id, id FROM asn_kgb_massal_baris"
        " WHERE permohonan_id IS NOT NULL ORDER BY id LIMIT 1"
    )[0]


@pytest.fixture
def belum(sql):
    """Return somebody of a month for whom nothing is filed, while the test lasts."""
    baris, permohonan = sql(
        "SELECT id, permohonan_id FROM asn_kgb_massal_baris"
        " WHERE permohonan_id IS NOT NULL ORDER BY id DESC LIMIT 1"
    )[0]
    ubah = (
        "UPDATE asn_kgb_massal_baris SET permohonan_id = %s WHERE id = %s RETURNING id"
    )
    sql(ubah, None, baris)
    yield [baris]
    sql(ubah, permohonan, baris)


@pytest.fixture(scope="module")
def hak(sql, orang):
    """Return an entitlement of ``pegawai``."""
    return sql(
        "SELECT id FROM asn_hak_layanan WHERE employee_id = %s ORDER BY id LIMIT 1",
        orang["pegawai"],
    )[0][0]


@pytest.fixture(scope="module")
def studi(sql):
    """Return ``(open report, person, login)`` of somebody who studies."""
    laporan, orang, nama = sql(
        "SELECT l.id, l.employee_id, u.login FROM asn_laporan_studi l"
        "  JOIN hr_employee e ON e.id = l.employee_id"
        "  JOIN res_users u ON u.id = e.user_id AND u.active"
        " WHERE l.state = 'belum' ORDER BY l.id LIMIT 1"
    )[0]
    sandi(sql, nama)
    return laporan, orang, nama


@pytest.fixture(scope="module")
def jadwal(sql):
    """Return ``(roster, person, login of the facilitator)``."""
    return sql(
        "SELECT j.id, j.employee_id, u.login FROM asn_jadwal_dinas j"
        "  JOIN res_users u ON u.id = j.create_uid ORDER BY j.id DESC LIMIT 1"
    )[0]


# -- months of increments and lists for finance ----------------------------------


def test_pay_of_a_month_is_for_officers_of_the_service(login, lain, bulan):
    massal, baris = bulan
    kolom = ["employee_id", "gaji_lama", "gaji_baru"]
    lihat = satu("asn.kgb.massal.baris", "read", [baris], kolom)
    (isi,) = boleh(login("admin_aplikasi"), lihat)
    assert isi[0]["gaji_baru"]
    boleh(login("pengawas"), lihat)
    for nama in (
        "pegawai",
        "pegawai2",
        "atasan",
        "fasilitator",
        "admin_utama",
        "monev",
    ):
        client = login(nama)
        _tanpa_bulan(client, massal, baris, kolom)
    _tanpa_bulan(lain, massal, baris, kolom)


def _tanpa_bulan(client, massal, baris, kolom):
    tertolak(
        client,
        satu("asn.kgb.massal.baris", "read", [baris], kolom),
        satu("asn.kgb.massal.baris", "web_read", [baris], {"gaji_baru": {}}),
        satu("asn.kgb.massal.baris", "export_data", [baris], kolom),
        satu("asn.kgb.massal.baris", "action_buka", [baris]),
        satu("asn.kgb.massal.baris", "action_tunda", [baris]),
        satu("asn.kgb.massal", "read", [massal], ["judul"]),
        satu("asn.kgb.massal", "create", {"bulan": "2031-01-01"}),
        *(
            satu("asn.kgb.massal", tombol, [massal])
            for tombol in ("action_periksa", "action_ajukan", "action_serah")
        ),
    )
    kosong(
        client,
        satu("asn.kgb.massal.baris", "search", [["gaji_baru", ">", 1]]),
        satu("asn.kgb.massal.baris", "name_search", ""),
        satu(
            "asn.kgb.massal.baris", "formatted_read_group", [], ["employee_id"],
            ["gaji_baru:max"],
        ),
        satu("asn.kgb.massal", "search", []),
    )  # fmt: skip


def test_validator_sees_of_a_month_what_was_filed(login, belum):
    lihat = satu("asn.kgb.massal.baris", "read", belum, ["gaji_baru"])
    boleh(login("admin_aplikasi"), lihat)
    for nama in ("pengawas", "administrator"):
        tertolak(login(nama), lihat)
        kosong(
            login(nama), satu("asn.kgb.massal.baris", "search", [["id", "in", belum]])
        )


def test_nobody_types_the_people_of_a_month(login, bulan, orang):
    massal, baris = bulan
    petugas = login("admin_aplikasi")
    boleh(petugas, satu("asn.kgb.massal", "action_periksa", [massal]))
    palsu = {"employee_id": orang["pegawai"], "hasil": "siap", "gaji_baru": 9_000_000}
    for nama in ("admin_aplikasi", "pengawas", "admin_sistem", "kepala_badan"):
        tertolak(
            login(nama),
            satu("asn.kgb.massal.baris", "create", palsu | {"massal_id": massal}),
            satu("asn.kgb.massal.baris", "write", [baris], {"gaji_baru": 9_000_000}),
            satu("asn.kgb.massal.baris", "unlink", [baris]),
            satu("asn.kgb.massal.baris", "web_save", [baris], {"hasil": "antre"}, _SPEC),
            satu("asn.kgb.massal", "write", [massal], {"baris_ids": [[0, 0, palsu]]}),
            satu("asn.kgb.massal", "write", [massal], {"baris_ids": [[1, baris, palsu]]}),
            satu("asn.kgb.massal", "write", [massal], {"is_antre": True}),
            satu(
                "asn.kgb.massal", "create", {"bulan": "2031-01-01"},
                context={"default_is_antre": True, "default_baris_ids": [[0, 0, palsu]]},
            ),
        )  # fmt: skip


def test_list_for_finance_is_closed_to_others_and_made_by_nobody(login, lain, sql):
    serah, nama_file = sql("SELECT id, nama_file FROM asn_gaji_serah LIMIT 1")[0]
    alamat = f"/web/content/asn.gaji.serah/{serah}/file/{nama_file}"
    petugas = login("admin_aplikasi")
    boleh(
        petugas,
        satu("asn.gaji.serah", "action_unduh", [serah]),
        satu("asn.gaji.serah", "write", [serah], {"penerima": "Siti", "tanggal_terima": hari(-1)}),
        satu("asn.gaji.serah.bulan", "create", {"bulan": "2031-01-01"}),
    )  # fmt: skip
    assert petugas.get(alamat).content.startswith(b"PK")
    for client in (
        lain,
        *map(login, ("pegawai", "atasan", "fasilitator", "pengawas", "admin_utama")),
    ):
        assert not client.get(alamat).content.startswith(b"PK")
        tertolak(
            client,
            satu("asn.gaji.serah", "read", [serah], ["file", "selisih"]),
            satu("asn.gaji.serah", "action_unduh", [serah]),
            satu("asn.gaji.serah", "action_terima", [serah]),
            satu("asn.gaji.serah.bulan", "create", {"bulan": "2031-01-01"}),
        )
    isi = sql("SELECT id FROM asn_permohonan WHERE gaji_serah_id = %s LIMIT 1", serah)
    tertolak(
        login("admin_utama"),
        satu("asn.permohonan", "read", [isi[0][0]], ["serah_gaji_baru"]),
    )
    for palsu in (
        {"file": "cGFsc3U="}, {"sha256": "0"}, {"diterima_pada": "2026-01-01 00:00:00"},
        {"permohonan_ids": [[5, 0, 0]]}, {"dicatat_oleh_id": petugas.uid},
    ):  # fmt: skip
        tertolak(
            petugas,
            satu("asn.gaji.serah", "write", [serah], palsu),
            satu("asn.gaji.serah", "create", {"bulan": "2031-01-01", **palsu}),
        )


def test_plan_of_a_year_holds_the_own_units_only(login, lain, sql, orang):
    unit = sql("SELECT unit_id FROM hr_employee WHERE id = %s", orang["pegawai"])[0][0]
    fasilitator = login("fasilitator")
    milik = fasilitator.save("asn.kgb.rencana", {"unit_id": unit})
    (aksi,) = boleh(fasilitator, satu("asn.kgb.rencana", "action_lihat", [milik]))
    dilihat = satu("asn.hak.layanan", "search", aksi["domain"])
    kosong(lain, dilihat)
    curi = lain.save("asn.kgb.rencana", {"unit_id": unit, "mulai": hari(-200)})
    tertolak(
        lain,
        satu("asn.kgb.rencana", "read", [milik], ["file"]),
        satu("asn.kgb.rencana", "action_unduh", [milik]),
        # Nothing of that unit is in the forecast that she may read.
        satu("asn.kgb.rencana", "action_unduh", [curi]),
    )
    tertolak(login("pegawai"), satu("asn.kgb.rencana", "create", {"unit_id": unit}))


# -- the forecast ----------------------------------------------------------------


def test_entitlements_are_read_by_scope_and_written_by_nobody(login, lain, hak):
    pegawai = login("pegawai")
    lihat = satu("asn.hak.layanan", "read", [hak], ["uraian", "gaji_baru", "kurang"])
    boleh(pegawai, lihat)
    boleh(login("fasilitator"), lihat)
    for client in (lain, login("pegawai2"), login("monev"), login("pengawas")):
        tertolak(
            client,
            lihat,
            satu("asn.hak.layanan", "action_ajukan", [hak]),
            satu("asn.hak.layanan", "export_data", [hak], ["gaji_baru"]),
        )
        kosong(
            client,
            satu("asn.hak.layanan", "search", [["id", "=", hak]]),
            satu("asn.hak.layanan", "name_search", "", [["id", "=", hak]]),
            satu("asn.hak.layanan", "search_count", [["id", "=", hak], ["gaji_baru", ">=", 0]]),
        )  # fmt: skip
    tertolak(
        login("admin_utama"),
        satu("asn.hak.layanan", "read", [hak], ["gaji_baru"]),
        satu("asn.hak.layanan", "search", [["gaji_baru", ">", 1]]),
    )
    for nama in ("pegawai", "fasilitator", "admin_aplikasi", "admin_sistem"):
        tertolak(
            login(nama),
            satu("asn.hak.layanan", "write", [hak], {"tanggal": "2026-01-01"}),
            satu("asn.hak.layanan", "web_save", [hak], {"kesiapan": 100}, _SPEC),
            satu("asn.hak.layanan", "unlink", [hak]),
            satu("asn.hak.layanan", "create", {"employee_id": 1, "kode": "kgb"}),
        )


def test_what_if_asks_of_people_one_may_read(login, lain, orang):
    pegawai = login("pegawai")
    isi = {"employee_id": orang["pegawai"], "mkg_tahun": 30}
    spec = {"baris_ids": {"fields": {"gaji_andai": {}, "tanggal_kini": {}}}}
    milik = pegawai.save("asn.hak.andai", isi)
    boleh(pegawai, satu("asn.hak.andai", "onchange", [], isi, [], spec))
    for client in (lain, login("pegawai2")):
        tertolak(
            client,
            satu("asn.hak.andai", "create", isi),
            satu("asn.hak.andai", "web_save", [], isi, spec),
            satu("asn.hak.andai", "onchange", [], isi, ["employee_id"], spec),
            satu(
                "asn.hak.andai", "onchange", [], {}, [], spec,
                context={"default_employee_id": orang["pegawai"]},
            ),
            satu("asn.hak.andai", "read", [milik], ["baris_ids"]),
        )  # fmt: skip
        kosong(
            client,
            satu("asn.hak.andai.baris", "search", [["andai_id", "=", milik]]),
            satu("asn.hak.andai", "search", [["id", "=", milik]]),
        )


def test_what_if_tells_no_pay_that_the_profile_hides(login, sql, orang):
    """An officer of a service reads the applicant's profile, not the pay of it."""
    petugas = login("admin_aplikasi")
    siapa = sql(
        "SELECT b.employee_id FROM asn_hak_layanan h JOIN asn_permohonan b"
        "  ON b.employee_id = h.employee_id AND b.state = 'in_review'"
        " JOIN hr_employee e ON e.id = b.employee_id"
        " WHERE h.gaji_baru > 0 ORDER BY 1 LIMIT 1"
    )[0][0]
    spec = {
        "baris_ids": {"fields": {"gaji_kini": {}, "gaji_andai": {}, "tanggal_kini": {}}}
    }
    (profil,) = boleh(
        petugas, satu("hr.employee", "read", [siapa], ["nip", "gaji_pokok"])
    )
    assert profil[0]["nip"]
    assert not profil[0]["gaji_pokok"]
    isi = {"employee_id": siapa}
    (jawab,) = boleh(petugas, satu("asn.hak.andai", "web_save", [], isi, spec))
    assert jawab[0]["baris_ids"]
    assert not any(b["gaji_kini"] or b["gaji_andai"] for b in jawab[0]["baris_ids"])
    isi = {"employee_id": orang["pegawai"]}
    (jawab,) = boleh(
        login("fasilitator"), satu("asn.hak.andai", "web_save", [], isi, spec)
    )
    assert any(b["gaji_kini"] for b in jawab[0]["baris_ids"])


# -- requests --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layanan", "kolom"),
    [
        ("kgb", "kgb_gaji_baru"),
        ("kenaikan_pangkat", "kp_gaji_lama"),
        ("pensiun", "pensiun_gaji"),
        ("cuti", "cuti_tersedia"),
        ("suketi", "nip"),
    ],
)
def test_unsaved_form_tells_nothing_of_others(login, lain, sql, orang, layanan, kolom):
    """What a form works out for somebody is for whoever may file for that person."""
    nomor = sql("SELECT id FROM asn_layanan WHERE code = %s", layanan)[0][0]
    isi = {"layanan_id": nomor, "employee_id": orang["pegawai"]}
    spec = {kolom: {}, "nama_pegawai": {}, "employee_id": {}, "layanan_id": {}}
    pegawai = login("pegawai")
    (jawab,) = boleh(pegawai, satu("asn.permohonan", "onchange", [], isi, [], spec))
    assert jawab["value"]["nama_pegawai"]
    boleh(login("fasilitator"), satu("asn.permohonan", "onchange", [], isi, [], spec))
    for client in (lain, login("pegawai2")):
        sendiri = {"layanan_id": nomor, "employee_id": orang[client.login]}
        tertolak(
            client,
            satu("asn.permohonan", "onchange", [], isi, [], spec),
            satu("asn.permohonan", "onchange", [], isi, ["employee_id"], spec),
            satu("asn.permohonan", "onchange", [], isi, ["layanan_id"], spec),
            satu(
                "asn.permohonan", "onchange", [], {}, [], spec,
                context={f"default_{n}": v for n, v in isi.items()},
            ),
        )  # fmt: skip
        selip = sendiri | {"tindak_ids": [[0, "x", isi]]}
        baris = {"tindak_ids": {"fields": spec}}
        _satu, jawab = boleh(
            client,
            satu("asn.permohonan", "onchange", [], sendiri, [], spec),
            satu("asn.permohonan", "onchange", [], selip, [], baris),
        )
        assert not jawab["value"].get("tindak_ids")
