"""Fixtures of the attacks on the service engine."""

import pytest
from support import cuti, serangan
from support.rpc import Client


@pytest.fixture(scope="module")
def lain(server, login, sql):
    """Return a facilitator whose unit is another one than that of ``pegawai``."""
    name = sql(
        "SELECT u.login FROM res_users u JOIN res_groups_users_rel r ON r.uid = u.id"
        "  JOIN ir_model_data m ON m.res_id = r.gid AND m.model = 'res.groups'"
        "   AND m.module = 'asn_base' AND m.name = 'group_fasilitator'"
        " WHERE u.login != 'fasilitator' AND u.active ORDER BY u.id LIMIT 1"
    )[0][0]
    sql(
        "UPDATE res_users SET password = p.password FROM res_users p"
        " WHERE p.login = 'pegawai' AND res_users.login = %s",
        name,
    )
    return Client(server, name)


@pytest.fixture(scope="module")
def ajuan(login):
    """Return a request of ``pegawai`` that waits for the superior."""
    return cuti.submit(login("pegawai"), start=cuti.next_monday(20))


@pytest.fixture(scope="module")
def tugas(sql, ajuan):
    """Return the open task of that request."""
    return serangan.tugas(sql, ajuan)


@pytest.fixture(scope="module")
def verifikasi(sql):
    """Return ``(task, request)`` at a step that several officials may take."""
    return sql(
        "SELECT t.id, t.permohonan_id FROM asn_permohonan_tugas t"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE t.state = 'open' ORDER BY 1 LIMIT 1"
    )[0]


@pytest.fixture(scope="module")
def live(sql):
    """Return the version of the leave service that is in force."""
    return sql(
        "SELECT v.id FROM asn_layanan_versi v JOIN asn_layanan l ON l.id = v.layanan_id"
        " WHERE l.code = 'cuti' AND v.state = 'live'"
    )[0][0]
