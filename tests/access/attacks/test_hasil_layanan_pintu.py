"""Doors beside the form: imports, orders and groups of what services own.

Each attack stands beside the lawful use of the same door.
"""

import pytest
from support.serangan import TOLAK, boleh, hari, satu, tertolak

_BUKU = ["employee_id/.id", "tahun", "jenis", "hari", "tanggal", "keterangan"]


def _impor(client, model, kolom, baris):
    """Import one row; nothing may come of it."""
    ((galat, jawab),) = client.banyak([satu(model, "load", kolom, [baris])])
    assert galat in TOLAK if galat else not jawab["ids"], (model, galat, jawab)


def test_import_brings_nothing_that_a_service_decides(login, sql, orang):
    siapa = str(orang["pegawai"])
    serah, permohonan = sql(
        "SELECT gaji_serah_id, id FROM asn_permohonan"
        " WHERE gaji_serah_id IS NOT NULL LIMIT 1"
    )[0]
    layanan = sql("SELECT id FROM asn_layanan WHERE code = 'kgb'")[0][0]
    pintu = (
        ("asn.saldo.cuti.mutasi", _BUKU,
         [siapa, "2026", "kembali", "12", hari(0), "palsu"]),
        ("asn.hak.layanan",
         ["employee_id/.id", "layanan_id/.id", "kode", "langkah", "tanggal", "buka"],
         [siapa, str(layanan), "kgb", "99", hari(0), hari(0)]),
        ("asn.gaji.serah", ["bulan"], ["2031-01-01"]),
        ("asn.gaji.serah", [".id", "sha256"], [str(serah), "0"]),
        ("asn.kgb.penundaan", ["employee_id/.id", "permohonan_id/.id", "nomor_sk"],
         [siapa, str(permohonan), "palsu"]),
        ("asn.permohonan", [".id", "kgb_gaji_baru"], [str(permohonan), "9000000"]),
        ("asn.permohonan", [".id", "gaji_serah_id/.id"], [str(permohonan), ""]),
        ("asn.permohonan.kunci", ["employee_id/.id", "versi"], [siapa, "0"]),
    )  # fmt: skip
    for nama in ("pegawai", "fasilitator", "admin_aplikasi", "admin_sistem"):
        for satu_pintu in pintu:
            _impor(login(nama), *satu_pintu)
    # The roster is imported by the unit, never one's own.
    kolom, isi = ["employee_id/.id", "bulan", "hari"], ["2031-05-01", "1-5"]
    (jawab,) = boleh(
        login("fasilitator"), satu("asn.jadwal.dinas", "load", kolom, [[siapa, *isi]])
    )
    assert jawab["ids"], jawab
    sendiri = str(orang["fasilitator"])
    _impor(login("fasilitator"), "asn.jadwal.dinas", kolom, [sendiri, *isi])


@pytest.mark.parametrize(
    ("model", "kolom"),
    [("asn.permohonan", "kgb_gaji_baru"), ("asn.hak.layanan", "gaji_baru")],
)
def test_pay_is_told_by_no_order_group_or_export(login, model, kolom):
    """Who may not read it learns nothing from how rows are sorted or summed."""
    client = login("admin_utama")
    boleh(client, satu(model, "search", [], order="id"))
    boleh(login("pegawai"), satu(model, "search", [], order=f"{kolom} desc"))
    tertolak(
        client,
        satu(model, "search", [[kolom, ">", 1]]),
        satu(model, "search", [], order=f"{kolom} desc"),
        satu(model, "formatted_read_group", [], [kolom], ["__count"]),
        satu(model, "formatted_read_group", [], ["unit_id"], [f"{kolom}:max"]),
        satu(model, "web_search_read", [], {kolom: {}}),
    )


def test_deferral_of_an_increment_is_recorded_by_its_decree_alone(login, sql, orang):
    """It decides from when somebody is paid (KGB-08)."""
    permohonan, golongan = sql(
        "SELECT id, kgb_golongan_id FROM asn_permohonan"
        " WHERE kgb_golongan_id IS NOT NULL LIMIT 1"
    )[0]
    palsu = {
        "employee_id": orang["pegawai"], "permohonan_id": permohonan, "langkah": 6,
        "golongan_id": golongan, "tmt_semula": hari(0), "mulai": hari(0),
        "sampai": hari(300), "sebab": "kinerja",
    }  # fmt: skip
    boleh(login("admin_aplikasi"), satu("asn.kgb.penundaan", "search_count", []))
    for nama in ("pegawai", "fasilitator", "admin_aplikasi", "admin_sistem"):
        for context in ({}, {"asn_mesin": True, "import_file": True}):
            tertolak(
                login(nama),
                satu("asn.kgb.penundaan", "create", palsu, context=context),
                satu("asn.kgb.penundaan", "web_save", [], palsu, {}, context=context),
            )
