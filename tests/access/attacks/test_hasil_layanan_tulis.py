"""What the services leave behind is written by them alone.

Rosters, study reports, the leave ledger, histories, and the columns of a request that
a service works out. Each attack stands beside the lawful use of the same door.
"""

import pytest
from support import cuti
from support.rpc import Client
from support.serangan import TOLAK, boleh, hari, kosong, sandi, satu, tertolak

_SPEC = {"id": {}}


@pytest.fixture(scope="module")
def studi(sql):
    """Return ``(open report, login of its person)``."""
    laporan, nama = sql(
        "SELECT l.id, u.login FROM asn_laporan_studi l"
        "  JOIN hr_employee e ON e.id = l.employee_id"
        "  JOIN res_users u ON u.id = e.user_id AND u.active"
        " WHERE l.state = 'belum' ORDER BY l.id LIMIT 1"
    )[0]
    sandi(sql, nama)
    return laporan, nama


# -- rosters ---------------------------------------------------------------------


def test_roster_is_kept_by_the_unit_and_never_by_oneself(login, lain, orang):
    """It decides how many days a leave costs (3.2)."""
    fasilitator, pegawai = login("fasilitator"), login("pegawai")
    isi = {"employee_id": orang["pegawai"], "bulan": "2031-03-01", "hari": "1-5"}
    sendiri = {**isi, "employee_id": orang["fasilitator"]}
    jadwal = fasilitator.save("asn.jadwal.dinas", isi)
    boleh(fasilitator, satu("asn.jadwal.dinas", "write", [jadwal], {"hari": "1-5, 8"}))
    boleh(pegawai, satu("asn.jadwal.dinas", "read", [jadwal], ["hari"]))
    tertolak(
        fasilitator,
        satu("asn.jadwal.dinas", "create", sendiri),
        satu("asn.jadwal.dinas", "web_save", [], sendiri, _SPEC),
        satu(
            "asn.jadwal.dinas", "write", [jadwal], {"employee_id": orang["fasilitator"]}
        ),
    )
    for client in (
        pegawai,
        login("pegawai2"),
        lain,
        login("atasan"),
        login("admin_aplikasi"),
    ):
        tertolak(
            client,
            satu("asn.jadwal.dinas", "create", {**isi, "bulan": "2031-04-01"}),
            satu("asn.jadwal.dinas", "write", [jadwal], {"hari": ""}),
            satu("asn.jadwal.dinas", "unlink", [jadwal]),
            satu(
                "asn.jadwal.dinas", "create", {"bulan": "2031-04-01"},
                context={"default_employee_id": orang["pegawai"]},
            ),
        )  # fmt: skip
    for client in (lain, login("pegawai2")):
        tertolak(client, satu("asn.jadwal.dinas", "read", [jadwal], ["hari"]))
        kosong(client, satu("asn.jadwal.dinas", "search", [["id", "=", jadwal]]))
    fasilitator.call("asn.jadwal.dinas", "unlink", [jadwal])


def test_duty_on_joint_leave_is_not_granted_to_oneself(login, lain, orang, sql):
    """Its days are added to the balance (CUTI-BS)."""
    fasilitator = login("fasilitator")
    libur = sql(
        "SELECT id FROM asn_hari_libur WHERE jenis = 'cuti_bersama'"
        " ORDER BY tanggal LIMIT 1"
    )[0][0]
    isi = {"employee_id": orang["pegawai"], "libur_id": libur, "dasar": "SP 800/1"}
    (tugas,) = boleh(fasilitator, satu("asn.cuti.bersama.tugas", "create", isi))
    assert tugas
    ada = sql("SELECT id FROM asn_cuti_bersama_tugas ORDER BY id LIMIT 1")[0][0]
    for client in (login("pegawai"), login("pegawai2"), lain):
        tertolak(
            client,
            satu("asn.cuti.bersama.tugas", "create", isi),
            satu("asn.cuti.bersama.tugas", "action_sahkan", [ada]),
            satu("asn.cuti.bersama.tugas", "action_batal", [ada]),
        )
    # The unit lists, its head confirms.
    tertolak(fasilitator, satu("asn.cuti.bersama.tugas", "action_sahkan", [ada]))


# -- study reports ---------------------------------------------------------------


_LAPORAN = {"catatan": "Semester berjalan lancar", "ipk": "3,50"}


def test_study_report_is_answered_by_nobody_who_owes_it(server, studi):
    laporan, nama = studi
    pemilik = Client(server, nama)
    boleh(
        pemilik,
        satu("asn.laporan.studi", "read", [laporan], ["semester", "batas"]),
        satu("asn.laporan.studi", "write", [laporan], _LAPORAN),
    )
    for palsu in (
        {"state": "diterima"}, {"batas": hari(900)}, {"dokumen_id": 1},
        {"diterima_oleh_id": pemilik.uid}, {"tanggapan": "baik"}, {"semester": 9},
    ):  # fmt: skip
        mesin = {"asn_mesin": 1}
        tertolak(
            pemilik,
            satu("asn.laporan.studi", "write", [laporan], palsu),
            satu("asn.laporan.studi", "web_save", [laporan], _LAPORAN | palsu, _SPEC),
            satu("asn.laporan.studi", "write", [laporan], palsu, context=mesin),
        )
    tertolak(
        pemilik,
        satu("asn.laporan.studi", "action_terima", [laporan]),
        satu("asn.laporan.studi", "action_kembalikan", [laporan]),
        satu("asn.laporan.studi", "unlink", [laporan]),
    )


def test_study_report_is_filed_by_its_person(login, lain, server, studi):
    laporan, nama = studi
    tulis = satu("asn.laporan.studi", "write", [laporan], _LAPORAN)
    kirim = satu("asn.laporan.studi", "action_kirim", [laporan])
    boleh(Client(server, nama), tulis)
    for client in (lain, login("pegawai"), login("pegawai2")):
        lihat = satu("asn.laporan.studi", "read", [laporan], ["catatan"])
        tertolak(client, lihat, tulis, kirim)
        kosong(client, satu("asn.laporan.studi", "search", [["id", "=", laporan]]))
    # Nothing is filed yet that the office could accept.
    terima = satu("asn.laporan.studi", "action_terima", [laporan])
    for petugas in ("admin_aplikasi", "admin_sistem", "kepala_badan"):
        tertolak(login(petugas), tulis, kirim, terima)


# -- ledger and histories ----------------------------------------------------------


def test_leave_ledger_is_written_by_nobody(login, lain, orang):
    buku = login("pegawai").search("asn.saldo.cuti.mutasi")[:1]
    assert buku
    palsu = {
        "employee_id": orang["pegawai"], "tahun": 2026, "jenis": "kembali", "hari": 12,
        "tanggal": hari(0), "keterangan": "palsu",
    }  # fmt: skip
    lihat = satu("asn.saldo.cuti.mutasi", "read", buku, ["hari"])
    for nama in ("pegawai", "fasilitator", "admin_aplikasi", "admin_sistem"):
        boleh(login(nama), lihat)
        for context in ({}, {"asn_mesin": True, "import_file": True}):
            tertolak(
                login(nama),
                *(
                    satu("asn.saldo.cuti.mutasi", method, *args, context=context)
                    for method, *args in (
                        ("create", palsu),
                        ("write", buku, {"hari": 9}),
                        ("web_save", [], palsu, _SPEC),
                        ("unlink", buku),
                    )
                ),
                satu("asn.saldo.cuti.mutasi", "_catat", [palsu]),
            )
    tertolak(lain, lihat)


def test_opening_balance_is_not_entered_by_the_unit(login, lain, orang):
    awal = {"employee_id": orang["pegawai"], "keterangan": "Kartu cuti 2025"}
    (dialog,) = boleh(
        login("admin_aplikasi"), satu("asn.saldo.cuti.awal", "create", awal)
    )
    assert dialog
    for client in (lain, *map(login, ("pegawai", "fasilitator", "pengawas"))):
        tertolak(
            client,
            satu("asn.saldo.cuti.awal", "create", awal),
            satu("asn.permohonan.kunci", "create", {"employee_id": orang["pegawai"]}),
        )


@pytest.mark.parametrize(
    "model",
    ["asn.riwayat.cuti", "asn.riwayat.cltn", "asn.riwayat.tugas.belajar",
     "asn.riwayat.gaji", "asn.riwayat.golongan", "asn.riwayat.penghargaan",
     "asn.riwayat.pemberhentian"],
)  # fmt: skip
def test_what_a_decree_brought_is_changed_by_nobody(login, lain, sql, model):
    """A row that is sah is a legal fact; of whom it is may be read by scope."""
    tabel = model.replace(".", "_")
    baris, siapa = sql(f"SELECT id, employee_id FROM {tabel} ORDER BY id LIMIT 1")[0]
    boleh(login("admin_sistem"), satu(model, "read", [baris], ["employee_id"]))
    ubah = {"employee_id": siapa, "nomor_sk": "palsu"}
    for nama in (
        "pegawai",
        "fasilitator",
        "admin_aplikasi",
        "pengawas",
        "admin_sistem",
    ):
        tertolak(
            login(nama),
            satu(model, "write", [baris], {"employee_id": siapa, "tmt": "2020-01-01"}),
            satu(model, "unlink", [baris]),
            satu(model, "_catat", [ubah]),
            satu(model, "web_save", [baris], {"employee_id": siapa}, _SPEC),
        )
    for client in (login("pegawai"), lain):
        tertolak(
            client,
            satu(model, "create", {"employee_id": siapa}),
            satu(model, "create", {"employee_id": siapa, "status": "sah"}),
        )


# -- columns and buttons of a request ----------------------------------------------


@pytest.mark.parametrize(
    "palsu",
    [
        {"kp_gaji_baru": 9_000_000}, {"kp_golongan_id": 17},
        {"pensiun_gaji": 9_000_000}, {"pensiun_taksiran": 9_000_000},
        {"slks_bulan": 400}, {"nomor_hasil": "K 1"}, {"gaji_serah_id": 1},
        {"krt_dicatat": True}, {"suketi_jalur": "langsung"}, {"is_draf_siap": True},
        {"mutasi_cuti_ids": [[0, 0, {"hari": 12}]]},
        {"riwayat_cuti_ids": [[0, 0, {"lama": 1}]]},
        {"delegasi_ids": [[0, 0, {"dasar": "palsu"}]]},
        {"hasil_periksa_ids": [[0, 0, {"kode": "UMUM-01", "hasil": "lulus"}]]},
        {"tindak_ids": [[0, 0, {"state": "issued"}]]},
    ],
    ids=lambda vals: next(iter(vals)),
)  # fmt: skip
def test_what_a_service_works_out_is_typed_by_nobody(login, palsu):
    pegawai = login("pegawai")
    isi = cuti.values(pegawai, start=cuti.next_monday(46))
    boleh(pegawai, satu("asn.permohonan", "create", isi))
    (nama,) = palsu
    for context in ({}, {"asn_mesin": True, "import_file": True}):
        tertolak(
            pegawai,
            satu("asn.permohonan", "create", isi | palsu, context=context),
            satu("asn.permohonan", "web_save", [], isi | palsu, _SPEC, context=context),
        )
    # A default of the context is refused, or worked out again.
    selip = {f"default_{nama}": palsu[nama]}
    ((galat, jawab),) = pegawai.banyak(
        [satu("asn.permohonan", "web_save", [], isi, {nama: {}}, context=selip)]
    )
    assert galat in TOLAK if galat else not jawab[0][nama]


def test_filed_request_is_changed_by_nobody(login, lain, ajuan):
    """Not by the applicant, who filled it in, and not by who decides."""
    boleh(login("pegawai"), satu("asn.permohonan", "read", [ajuan], ["tanggal_mulai"]))
    for vals in (
        {"tanggal_selesai": hari(900)}, {"cltn_bentuk": "pemberian"}, {"jenis_cuti": "besar"},
        {"cltn_tmt_aktif": hari(9)}, {"tb_unit_id": 1}, {"kp_jenis": "reguler"},
        {"pensiun_jenis": "aps"}, {"kgb_jenis": "istimewa"}, {"properti": []},
        {"berkas_ids": [[5, 0, 0]]},
    ):  # fmt: skip
        for client in (
            login("pegawai"),
            login("atasan"),
            login("admin_aplikasi"),
            lain,
        ):
            tertolak(
                client,
                satu("asn.permohonan", "write", [ajuan], vals),
                satu("asn.permohonan", "web_save", [ajuan], vals, _SPEC),
            )


@pytest.mark.parametrize(
    "tombol",
    ["action_uji_ulang", "action_formulir_cuti", "action_dpcp", "action_ajukan_gelar",
     "action_lanjut", "action_check", "action_download", "action_preview_letter"],
)  # fmt: skip
def test_buttons_of_a_request_are_not_for_strangers(login, lain, ajuan, tombol):
    pegawai = login("pegawai")
    if tombol in ("action_uji_ulang", "action_formulir_cuti"):
        boleh(pegawai, satu("asn.permohonan", tombol, [ajuan]))
        boleh(login("atasan"), satu("asn.permohonan", tombol, [ajuan]))
    for client in (lain, login("pegawai2"), login("monev")):
        tertolak(client, satu("asn.permohonan", tombol, [ajuan]))


def test_draft_of_a_colleague_is_neither_opened_nor_taken(login, lain, sql):
    """Not even one that the system prepared."""
    draf, siapa = sql(
        "SELECT p.id, u.login FROM asn_permohonan p"
        " JOIN res_users u ON u.id = p.pemohon_user_id AND u.active"
        " WHERE p.state = 'draft' AND p.pengaju_id = p.pemohon_user_id"
        " ORDER BY p.id LIMIT 1"
    )[0]
    sandi(sql, siapa)
    boleh(login(siapa), satu("asn.permohonan", "read", [draf], ["langkah"]))
    for client in (lain, login("atasan"), login("pengawas")):
        tertolak(
            client,
            satu("asn.permohonan", "read", [draf], ["langkah"]),
            satu("asn.permohonan", "action_langkah", [draf], "periksa"),
            satu("asn.permohonan", "action_submit", [draf]),
            satu("asn.permohonan", "unlink", [draf]),
        )
        kosong(client, satu("asn.permohonan", "search", [["id", "=", draf]]))
