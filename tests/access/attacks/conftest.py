"""Fixtures of the attacks: one server and one city for all of them.

Attacks change nothing, so that they share it; what a lawful step changes is its own
person's or its own request's.
"""

import pytest
from support import cuti, serangan
from support.database import query
from support.formulir import browser
from support.rpc import Client
from support.server import serve


@pytest.fixture(scope="package")
def server(settings, tmp_path_factory):
    """Serve one clone of the demo scenario to all attacks."""
    with serve(settings, tmp_path_factory.mktemp("server") / "odoo.log") as server:
        yield server


@pytest.fixture(scope="package")
def login(server):
    """Return a function that logs in once per user."""
    clients = {}

    def _login(name):
        if name not in clients:
            clients[name] = Client(server, name)
        return clients[name]

    return _login


@pytest.fixture(scope="package")
def sql(settings, server):
    """Return a function that asks the database directly, past every rule."""

    def _sql(statement, *params):
        return query(settings, server.database, statement, params)

    return _sql


@pytest.fixture(scope="package")
def akun(sql):
    """Return ``{login: number of the account}``."""
    return dict(sql("SELECT login, id FROM res_users"))


@pytest.fixture(scope="package")
def orang(sql):
    """Return ``{login: number of the person}``."""
    return dict(
        sql(
            "SELECT u.login, e.id FROM hr_employee e JOIN res_users u"
            " ON u.id = e.user_id"
        )
    )


@pytest.fixture(scope="package")
def peran(sql):
    """Return ``{name: number of the role}``."""
    return {
        name.removeprefix("role_"): number
        for name, number in sql(
            "SELECT name, res_id FROM ir_model_data"
            " WHERE module = 'asn_base' AND model = 'res.users.role'"
        )
    }


@pytest.fixture(scope="package")
def lain(server, sql):
    """Return a facilitator whose unit is another one than that of ``pegawai``."""
    name = sql(
        "SELECT u.login FROM res_users u JOIN res_groups_users_rel r ON r.uid = u.id"
        "  JOIN ir_model_data m ON m.res_id = r.gid AND m.model = 'res.groups'"
        "   AND m.module = 'asn_base' AND m.name = 'group_fasilitator'"
        " WHERE u.login != 'fasilitator' AND u.active ORDER BY u.id LIMIT 1"
    )[0][0]
    serangan.sandi(sql, name)
    return Client(server, name)


@pytest.fixture(scope="package")
def ajuan(login):
    """Return a request of ``pegawai`` that waits for the superior."""
    return cuti.submit(login("pegawai"), start=cuti.next_monday(20))


@pytest.fixture(scope="package")
def tugas(sql, ajuan):
    """Return the open task of that request."""
    return serangan.tugas(sql, ajuan)


@pytest.fixture(scope="package")
def verifikasi(sql):
    """Return ``(task, request)`` at a step that several officials may take."""
    return sql(
        "SELECT t.id, t.permohonan_id FROM asn_permohonan_tugas t"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE t.state = 'open' ORDER BY 1 LIMIT 1"
    )[0]


@pytest.fixture(scope="package")
def live(sql):
    """Return the version of the leave service that is in force."""
    return sql(
        "SELECT v.id FROM asn_layanan_versi v JOIN asn_layanan l ON l.id = v.layanan_id"
        " WHERE l.code = 'cuti' AND v.state = 'live'"
    )[0][0]


@pytest.fixture
def tamu(server):
    """Return a browser that has never been here."""
    return browser(server)
