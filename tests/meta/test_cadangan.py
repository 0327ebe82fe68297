"""The backup command says truly what it wrote and what it found (LL-31-2-d).

PostgreSQL's programs are replaced by small ones that write what they were told.
"""

import hashlib
import importlib.util
import io
import json
import tarfile

import pytest
from conftest import ROOT

_spec = importlib.util.spec_from_file_location(
    "cadangkan", ROOT / "tools" / "cadangkan.py"
)
cadangkan = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cadangkan)

_PSQL = """#!/bin/sh
case "$*" in *relname*) echo hr_employee; echo res_users ;; *) cat "$ASN_BARIS" ;; esac
"""
_DUMP = "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ $1 != -f ] || echo isi > $2; shift; done\n"


@pytest.fixture
def mesin(tmp_path, monkeypatch):
    """Return a folder of data with one attachment; the programs are on the path."""
    program = tmp_path / "bin"
    program.mkdir()
    for name, text in (
        ("psql", _PSQL),
        ("pg_dump", _DUMP),
        ("pg_restore", "#!/bin/sh\n"),
        ("createdb", "#!/bin/sh\n"),
        ("dropdb", f"#!/bin/sh\necho $* >> {tmp_path}/dropdb.log\n"),
    ):
        (program / name).write_text(text)
        (program / name).chmod(0o755)
    (tmp_path / "baris").write_text("85\n")
    monkeypatch.setenv("PATH", f"{program}:/usr/bin:/bin")
    monkeypatch.setenv("ASN_BARIS", str(tmp_path / "baris"))
    name = hashlib.sha1(b"lampiran", usedforsecurity=False).hexdigest()
    store = tmp_path / "data" / "filestore" / "asn" / name[:2]
    store.mkdir(parents=True)
    (store / name).write_bytes(b"lampiran")
    (tmp_path / "ke").mkdir()
    return tmp_path


def _run(mesin, uji=True):
    return cadangkan.laksanakan("asn", mesin / "data", mesin / "ke", uji)


def test_good_backup_is_complete_and_its_restore_is_compared(mesin):
    hasil = _run(mesin)
    assert (hasil["hasil"], hasil["uji_pulih"]) == ("baik", "baik")
    assert hasil["rincian_uji"].startswith("2 tabel dan 1 berkas")
    assert cadangkan.periksa_sidik(mesin / "ke") == []
    assert json.dumps(hasil)
    assert "asn_uji_pulih" in (mesin / "dropdb.log").read_text().splitlines()[-1]


def test_failed_dump_is_a_failed_backup_with_its_message(mesin):
    (mesin / "bin" / "pg_dump").write_text("#!/bin/sh\necho penuh >&2; exit 1\n")
    hasil = _run(mesin)
    assert (hasil["hasil"], hasil["pesan"]) == ("gagal", "penuh")
    assert hasil["uji_pulih"] == "tidak"
    assert not (mesin / "ke" / "CHECKSUMS").exists()


def test_fewer_rows_or_a_failed_restore_fail_the_test_and_not_the_backup(mesin):
    (mesin / "bin" / "pg_restore").write_text("#!/bin/sh\necho 3 > $ASN_BARIS\n")
    hasil = _run(mesin)
    assert (hasil["hasil"], hasil["uji_pulih"]) == ("baik", "gagal")
    assert "KURANG hr_employee: 85 menjadi 3" in hasil["rincian_uji"]
    (mesin / "bin" / "pg_restore").write_text("#!/bin/sh\necho rusak >&2; exit 1\n")
    assert _run(mesin)["rincian_uji"] == "rusak"


def test_changed_file_and_broken_attachment_are_found(mesin):
    _run(mesin, uji=False)
    with (mesin / "ke" / "database.dump").open("a") as dump:
        dump.write("lebih")
    assert cadangkan.periksa_sidik(mesin / "ke") == ["database.dump"]
    with tarfile.open(mesin / "ke" / "filestore.tar.gz", "w:gz") as paket:
        anggota = tarfile.TarInfo("asn/aa/" + "a" * 40)
        anggota.size = 5
        paket.addfile(anggota, io.BytesIO(b"rusak"))
    assert cadangkan.periksa_lampiran(mesin / "ke") == (1, ["asn/aa/" + "a" * 40])
