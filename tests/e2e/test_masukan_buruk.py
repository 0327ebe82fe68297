"""Bad input: one clear message in Indonesian, and nothing half-saved."""

import datetime

import pytest
from support import cuti
from support.rpc import RpcError, b64


def _submit(client, **changes):
    """Try to save and submit; return the refusal and the draft's id, if saved."""
    request = None
    try:
        request = cuti.draft(client, **changes)
        client.button("asn.permohonan", "action_submit", [request])
    except RpcError as error:
        return error, request
    raise AssertionError(f"accepted: {changes}")


def _monday(weeks):
    return cuti.next_monday(weeks)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {
                "tanggal_mulai": _monday(6).isoformat(),
                "tanggal_selesai": (_monday(6) - datetime.timedelta(1)).isoformat(),
            },
            ("sebelum", "selesai"),
        ),
        (
            {
                "tanggal_mulai": (_monday(6) + datetime.timedelta(5)).isoformat(),
                "tanggal_selesai": (_monday(6) + datetime.timedelta(6)).isoformat(),
            },
            ("hari kerja",),
        ),
        (
            {
                "tanggal_mulai": (_monday(0) - datetime.timedelta(28)).isoformat(),
                "tanggal_selesai": (_monday(0) - datetime.timedelta(27)).isoformat(),
            },
            ("mulai",),
        ),
        ({"days": 60}, ("saldo", "sisa", "melebihi")),
        ({"alasan": "   "}, ("alasan",)),
        ({"alamat_cuti": ""}, ("alamat",)),
    ],
    ids=["end-first", "weekend", "past", "too-many", "no-reason", "no-address"],
)
def test_bad_leave_refused_with_its_reason(login, sql, changes, words):
    pegawai = login("pegawai")
    before = sql("SELECT count(*), coalesce(sum(hari), 0) FROM asn_saldo_cuti_mutasi")

    error, request = _submit(pegawai, **changes)

    assert error.kind in ("UserError", "ValidationError"), error.debug
    assert any(word in error.message.lower() for word in words), error.message
    assert (
        sql("SELECT count(*), coalesce(sum(hari), 0) FROM asn_saldo_cuti_mutasi")
        == before
    )
    if request:
        assert pegawai.read("asn.permohonan", [request], "state")[0]["state"] == "draft"
        pegawai.call("asn.permohonan", "action_cancel", [request])


def test_overlapping_leave_refused(login):
    pegawai = login("pegawai")
    first = cuti.submit(pegawai, start=_monday(14), days=3)
    error, _request = _submit(pegawai, start=_monday(14), days=1)
    assert "bertumpuk" in error.message.lower() or "masih ada" in error.message.lower()
    pegawai.call("asn.permohonan", "action_cancel", [first], "Tidak jadi")


@pytest.mark.parametrize("method", ["action_return", "action_reject"])
@pytest.mark.parametrize("reason", ["", "   ", False])
def test_reason_is_compulsory(login, method, reason):
    pegawai = login("pegawai")
    request = cuti.submit(pegawai, start=_monday(18))
    error = login("atasan").refused("asn.permohonan", method, [request], reason)
    assert error.kind in ("UserError", "ValidationError")
    assert "alasan" in error.message.lower()
    pegawai.call("asn.permohonan", "action_cancel", [request], "Tidak jadi")


def test_wrong_passphrase_leaves_everything_as_it_was(login, sql, server):
    request = cuti.submit(login("pegawai"), start=_monday(28))
    cuti.approve_all(login, request)
    before = sql("SELECT count(*), max(nomor_urut) FROM asn_surat")

    error = login(cuti.SIGNER).refused(
        "asn.permohonan", "action_sign", [request], passphrase="salah-sekali-4711"
    )

    assert "frasa sandi" in error.message.lower(), error.message
    assert sql("SELECT count(*), max(nomor_urut) FROM asn_surat") == before
    assert sql("SELECT state FROM asn_permohonan WHERE id = %s", request) == [
        ("approved",)
    ]
    assert "salah-sekali-4711" not in server.log.read_text(errors="replace")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "kosong.pdf", ("kosong",)),
        (b"<html><script>alert(1)</script></html>", "sk.pdf", ("bukan",)),
        (b"MZ" + b"\0" * 4096, "foto.jpg", ("bukan",)),
        (b"%PDF-1.7\n" + b"0" * 50 * 1024 * 1024, "besar.pdf", ("mb", "besar")),
    ],
    ids=["0-byte", "html-as-pdf", "exe-as-jpg", "50-mb"],
)
def test_hostile_upload_refused_and_nothing_kept(login, sql, content, name, words):
    pegawai = login("pegawai")
    employee = pegawai.search("hr.employee", [("user_id", "=", pegawai.uid)])[0]
    kind = pegawai.search("asn.jenis.dokumen", [("kode", "=", "KK")])[0]
    before = sql("SELECT count(*) FROM asn_dokumen")
    files = sql("SELECT count(*) FROM ir_attachment")

    error = pegawai.refused(
        "asn.dokumen",
        "web_save",
        [],
        {
            "employee_id": employee,
            "jenis_id": kind,
            "file": b64(content),
            "nama_file": name,
        },
        specification={},
    )

    assert error.kind in ("UserError", "ValidationError"), error.debug
    assert any(word in error.message.lower() for word in words), error.message
    assert sql("SELECT count(*) FROM asn_dokumen") == before
    assert sql("SELECT count(*) FROM ir_attachment") == files


def test_wrong_nip_is_refused_with_its_rule(login, sql):
    officer = login("admin_sistem")
    employee = officer.search("hr.employee", [("nip", "!=", False)], limit=1)
    before = sql("SELECT nip FROM hr_employee WHERE id = %s", employee[0])
    for nip in ("12345", "19851317 201001 2 003", "198503172010012ABC"):
        error = officer.refused("hr.employee", "write", employee, {"nip": nip})
        assert error.kind in ("UserError", "ValidationError"), error.debug
        assert "nip" in error.message.lower()
    assert sql("SELECT nip FROM hr_employee WHERE id = %s", employee[0]) == before
