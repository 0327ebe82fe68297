"""An update of the software on the database of a city that works with an older one."""

import os
import re
import subprocess

import pytest
from support.database import clone, query

_GANGGUAN = re.compile(r"^\S+ \S+ \d+ (?:WARNING|ERROR|CRITICAL) .*$", re.MULTILINE)
#: What a release after the city's brought for leave, a service in force: a step and a
#: rule. The city's release had others in their places.
_BARU = {
    "asn_layanan_tahap": "tahap_cuti_cltn_bkn",
    "asn_layanan_aturan": "aturan_cuti_cuti_l_09",
}
_TETAP = {
    "versions": "SELECT id, state, write_date FROM asn_layanan_versi ORDER BY id",
    "steps": "SELECT id, versi_id, kode, write_date FROM asn_layanan_tahap ORDER BY id",
    "rules": "SELECT id, versi_id, kode, write_date FROM asn_layanan_aturan ORDER BY id",
    "documents": "SELECT id, versi_id, write_date FROM asn_layanan_persyaratan"
    " ORDER BY id",
    "requests": "SELECT id, state, versi_id, nomor FROM asn_permohonan ORDER BY id",
    "decisions": "SELECT id, hash FROM asn_permohonan_keputusan ORDER BY id",
    "letters": "SELECT id, nomor, state FROM asn_surat ORDER BY id",
    "histories": "SELECT id, status, write_date FROM asn_riwayat_golongan ORDER BY id",
}


@pytest.fixture(scope="module")
def tanya(settings):
    """Return a function that asks the database of a city with an older release."""
    with clone(settings) as database:

        def _tanya(statement, *params):
            return query(settings, database, statement, params)

        for tabel, nama in _BARU.items():
            _tanya(
                f"WITH lama AS (DELETE FROM ir_model_data WHERE name = %s"
                f" AND module = 'asn_layanan_standar' RETURNING res_id)"
                f" UPDATE {tabel} SET kode = kode || '_lama'"
                f" WHERE id IN (SELECT res_id FROM lama)",
                nama,
            )
        _tanya.database = database
        yield _tanya


@pytest.fixture(scope="module")
def pembaruan(settings, tanya):
    """Update as docs/operasi.md says; return what was before, and the log."""
    dulu = {nama: tanya(statement) for nama, statement in _TETAP.items()}
    selesai = subprocess.run(
        [*settings.launcher, "-c", settings.conf, "-d", tanya.database]
        + ["-u", "asn_base", "--no-http", "--stop-after-init"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ,
    )
    assert selesai.returncode == 0, selesai.stdout[-3000:]
    return dulu, selesai.stdout


def test_update_passes_and_its_log_is_clean(pembaruan):
    assert _GANGGUAN.findall(pembaruan[1]) == []
    assert "asn_terpadu" in pembaruan[1]


def test_update_changes_nothing_that_is_in_use(pembaruan, tanya):
    """Only the draft of what is new has come; everything else is as it was."""
    for nama, dulu in pembaruan[0].items():
        kini = tanya(_TETAP[nama])
        assert set(dulu) <= set(kini), nama
    baru = tanya(
        "SELECT v.id, v.state, l.code FROM asn_layanan_versi v"
        " JOIN asn_layanan l ON l.id = v.layanan_id ORDER BY v.id"
    )[len(pembaruan[0]["versions"]) :]
    assert [(state, kode) for _id, state, kode in baru] == [("draft", "cuti")]


def test_what_is_new_for_a_service_in_force_waits_in_a_draft(pembaruan, tanya):
    for tabel, nama in _BARU.items():
        isi = tanya(
            f"SELECT v.state, l.code FROM {tabel} b JOIN ir_model_data d"
            " ON d.res_id = b.id AND d.name = %s AND d.module = 'asn_layanan_standar'"
            " JOIN asn_layanan_versi v ON v.id = b.versi_id"
            " JOIN asn_layanan l ON l.id = v.layanan_id",
            nama,
        )
        assert isi == [("draft", "cuti")], tabel
