"""LL-29-1, LL-29-2: an application reads shared data from the running server."""

import datetime
import time
from contextlib import closing

import pytest
import requests
from support.database import connect

TODAY = datetime.date.today()


class Consumer:
    """An application with its key, as the other side sees the interface."""

    def __init__(self, server, key):
        self.base = f"{server.url}/api/v1/"
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {key}"

    def get(self, path, status=200, **params):
        """Return the body of an answer that must have this status."""
        answer = self.http.get(self.base + path, params=params, timeout=60)
        assert answer.status_code == status, answer.text
        return answer.json()

    def follow(self, cursor):
        """Return all changes after a cursor, and the next cursor."""
        rows = []
        while True:
            page = self.get("perubahan", setelah=cursor, batas=100)
            rows += page["data"]
            cursor = page["kursor"]
            if page["lengkap"]:
                return rows, cursor

    def wait(self, cursor, person):
        """Return all changes up to one of this person, and the next cursor.

        A change is served once every older transaction has ended, of which the
        database may have its own, as when it counts the rows of a table.
        """
        rows, end = [], time.monotonic() + 60
        while time.monotonic() < end:
            more, cursor = self.follow(cursor)
            rows += more
            if any(row["id"] == person for row in more):
                return rows, cursor
            time.sleep(0.2)
        raise AssertionError(f"No change of {person}, but {rows}")


@pytest.fixture(scope="module")
def consumer(server, login, sql):
    """Return an application that may read NIP and grades of one unit."""
    admin = login("admin_sistem")
    number = admin.call(
        "asn.berbagi.konsumen",
        "create",
        [
            {
                "name": "e-Presensi",
                "instansi": "Dinas Komunikasi dan Informatika",
                "kontak_teknis": "teknis@contoh.go.id",
                "kontak_data": "data@contoh.go.id",
                "batas_menit": 1000,
            }
        ],
    )[0]
    unit = sql(
        "SELECT unit_id FROM hr_employee e JOIN res_users u ON u.id = e.user_id"
        " WHERE u.login = 'pegawai'"
    )[0][0]
    request = _request(admin, number, unit)
    admin.button("asn.permintaan.data", "action_ajukan", [request])
    _approve(login, request)
    action = admin.button("asn.berbagi.konsumen", "action_buat_kunci", [number])
    assert action["tag"] == "asn_berbagi.kunci"
    return Consumer(server, action["params"]["kunci"])


def _request(admin, number, unit):
    """Write down a data-use request for the application and return its id."""
    classes = admin.search(
        "asn.kelas.data",
        [("kode", "in", ["hr.employee.nip", "asn.riwayat.golongan.*"])],
    )
    values = {
        "penerima": "Dinas Komunikasi dan Informatika",
        "tujuan": "Mencocokkan pegawai pada presensi elektronik",
        "dasar_hukum": "Pasal 29",
        "kelas_ids": [(6, 0, classes)],
        "unit_ids": [(6, 0, [unit])],
        "tanggal_mulai": TODAY.isoformat(),
        "tanggal_selesai": (TODAY + datetime.timedelta(days=30)).isoformat(),
        "konsumen_id": number,
    }
    return admin.call("asn.permintaan.data", "create", [values])[0]


def _write(login, person, values):
    return login("admin_sistem").call("hr.employee", "write", [person], values)


def test_pages_hold_the_granted_units_and_fields_only(consumer, sql):
    me = consumer.get("saya")
    people = consumer.get("pegawai", hitung="true", batas=500)

    units = {unit["id"] for unit in me["unit"]}
    below = sql(
        "SELECT d.uuid_berbagi FROM hr_department d JOIN hr_department top"
        "  ON d.parent_path LIKE top.parent_path || '%%'"
        " WHERE top.uuid_berbagi = ANY(%s)",
        list(units),
    )
    assert {p["unit"]["id"] for p in people["data"]} <= {row[0] for row in below}
    assert people["jumlah"] == len(people["data"]) > 0
    assert all("nik" not in person for person in people["data"])
    consumer.get("pegawai", status=403, bidang="nik")


def test_no_change_is_lost_and_transfers_are_told(consumer, login, sql):
    start = consumer.get("perubahan")
    person = consumer.get("pegawai", batas=1)["data"][0]
    number = sql("SELECT id FROM hr_employee WHERE uuid_berbagi = %s", person["id"])
    number = number[0][0]
    elsewhere = sql(
        "SELECT unit_id FROM hr_employee WHERE unit_id IS NOT NULL AND unit_id NOT IN"
        " (SELECT unit_id FROM hr_employee WHERE id = %s) ORDER BY id DESC LIMIT 1",
        number,
    )[0][0]

    _write(login, number, {"gelar_belakang": "M.Uji."})
    rows, cursor = consumer.wait(start["kursor"], person["id"])
    mine = [row for row in rows if row["id"] == person["id"]]
    told = {name for row in mine for name in row["bidang"]}
    assert {"gelar_belakang", "nama_lengkap"} <= told
    assert "M.Uji." not in str(rows)

    # A field that was not granted makes no row, before one that has to come.
    _write(login, number, {"no_kk": "1673010101200001"})
    sql("UPDATE hr_employee SET unit_id = %s WHERE id = %s", elsewhere, number)
    rows, cursor = consumer.wait(cursor, person["id"])
    assert [row["jenis"] for row in rows] == ["keluar_cakupan"]
    consumer.get(f"pegawai/{person['id']}", status=404)


def test_a_change_waits_for_the_older_one_that_is_still_open(
    consumer, server, settings, sql
):
    cursor = consumer.get("perubahan")["kursor"]
    late, early = (p["id"] for p in consumer.get("pegawai", batas=2)["data"])
    change = "UPDATE hr_employee SET gelar_depan = %s WHERE uuid_berbagi = %s"
    with closing(connect(settings, server.database)) as older:
        older.cursor().execute(change, ("Dr.", late))
        sql(change, "Ir.", early)

        # Served now, a cursor would pass over what the older one is about to tell.
        rows, cursor = consumer.follow(cursor)
        assert rows == []
        older.commit()

    rows, cursor = consumer.wait(cursor, early)
    assert [row["id"] for row in rows] == [late, early]
    assert consumer.follow(cursor)[0] == []


def test_a_forged_cursor_is_refused(consumer):
    cursor = consumer.get("perubahan")["kursor"]
    assert consumer.get("perubahan", status=400, setelah=cursor[:-3] + "abc")["kode"]
    assert consumer.get("pegawai", status=400, kursor=cursor)["kode"]


def test_the_person_sees_who_read_and_nobody_else_does(consumer, login, sql):
    person = consumer.get("pegawai", nip=_nip(sql, "pegawai"))["data"][0]
    consumer.get(f"pegawai/{person['id']}/riwayat/golongan")

    mine = login("pegawai").call(
        "asn.berbagi.akses", "search_read", [], ["nama_konsumen", "rute", "tujuan"]
    )
    assert {"riwayat", "pegawai"} <= {row["rute"] for row in mine}
    assert {row["nama_konsumen"] for row in mine} == {"e-Presensi"}
    assert login("monev").search("asn.berbagi.akses", []) == []


def test_revoking_closes_at_once(consumer, login):
    admin = login("admin_sistem")
    keys = admin.search("asn.berbagi.kunci", [("dicabut_pada", "=", False)])
    admin.button("asn.berbagi.kunci", "action_cabut", keys)
    assert consumer.get("saya", status=401)["kode"] == "kunci_tidak_sah"


def _nip(sql, login):
    return sql(
        "SELECT nip FROM hr_employee e JOIN res_users u ON u.id = e.user_id"
        " WHERE u.login = %s",
        login,
    )[0][0]


def _approve(login, request):
    """Record the approval of the PyB as Kepala Badan does."""
    kepala = login("kepala_badan")
    wizard = kepala.save(
        "asn.permintaan.putusan",
        {
            "permintaan_id": request,
            "hasil": "setuju",
            "nomor": "800/12/BKPSDM/2026",
            "tanggal": TODAY.isoformat(),
            "pyb": "Sekretaris Daerah",
        },
    )
    kepala.button("asn.permintaan.putusan", "action_simpan", [wizard])
