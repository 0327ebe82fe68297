"""From the form to the signed letter, through seven people's hands."""

import io

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pypdf import PdfReader
from support import cuti


def test_pegawai_gets_signed_letter_through_six_people(login, sql):
    pegawai = login("pegawai")
    pegawai.call("asn.permohonan", "get_views", [[False, "form"]])
    pegawai.call(
        "asn.permohonan", "onchange", [], {}, [], {"layanan_id": {}, "state": {}}
    )
    request = cuti.submit(pegawai, start=cuti.next_monday(6), days=3)
    assert _state(pegawai, request) == "in_review"

    for name in cuti.CHAIN:
        official = login(name)
        mine = official.search(
            "asn.permohonan.tugas",
            [
                ("permohonan_id", "=", request),
                ("state", "=", "open"),
                ("aktor_ids", "in", official.uid),
            ],
        )
        assert len(mine) == 1, f"{name} has no task"
        official.button("asn.permohonan", "action_approve", [request])
    assert _state(pegawai, request) == "approved"

    dialog = login(cuti.SIGNER).button("asn.permohonan", "action_approve", [request])
    assert dialog["tag"] == "asn_surat.ttd"
    cuti.sign(login, request)
    assert _state(pegawai, request) == "issued"
    assert _refused_download(pegawai, request)

    pegawai.call("asn.permohonan", "action_answer_survey", [request], 4, 3, "Cepat")
    assert _state(pegawai, request) == "done"
    pdf = _download(pegawai, request)

    _check_letter(pdf, pegawai, request)
    _check_effects(sql, request)
    _check_public_page(login, sql, request)


def _state(client, request):
    return client.read("asn.permohonan", [request], "state")[0]["state"]


def _refused_download(client, request):
    error = client.refused("asn.permohonan", "action_download", [request])
    return error.kind in ("UserError", "AccessError", "ValidationError")


def _download(client, request):
    action = client.button("asn.permohonan", "action_download", [request])
    assert action["type"] == "ir.actions.act_url"
    answer = client.get(action["url"])
    assert answer.ok
    assert answer.content.startswith(b"%PDF")
    return answer.content


def _check_letter(pdf, client, request):
    signature = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0]
    status = validate_pdf_signature(signature)
    assert status.intact
    assert status.valid
    assert status.coverage.name == "ENTIRE_FILE"
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "CUTI" in text.upper()
    name = client.read("asn.permohonan", [request], "employee_id")[0]["employee_id"][1]
    assert name.split(",")[0].split()[-1].upper() in text.upper()


def _check_effects(sql, request):
    (employee,) = sql("SELECT employee_id FROM asn_permohonan WHERE id = %s", request)
    leaves = sql(
        "SELECT lama FROM asn_riwayat_cuti WHERE employee_id = %s AND status = 'sah'"
        " AND tanggal_mulai = (SELECT tanggal_mulai FROM asn_permohonan WHERE id = %s)",
        employee[0],
        request,
    )
    assert [row[0] for row in leaves] == [3]
    absences = sql(
        "SELECT count(*) FROM resource_calendar_leaves l"
        "  JOIN hr_employee e ON e.resource_id = l.resource_id"
        "  JOIN asn_permohonan p ON p.employee_id = e.id AND p.id = %s"
        " WHERE (l.date_from AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Jakarta')::date"
        " = p.tanggal_mulai",
        request,
    )
    assert absences[0][0] == 1


def _check_public_page(login, sql, request):
    token, nomor = sql(
        "SELECT s.token, s.nomor FROM asn_surat s"
        " JOIN asn_permohonan p ON p.surat_id = s.id WHERE p.id = %s",
        request,
    )[0]
    visitor = type(login("pegawai"))(login("pegawai").server)
    page = visitor.get(f"/v/{token}")
    assert page.ok
    assert nomor in page.text
    wrong = visitor.get(f"/v/{token[:-2]}xx")
    assert nomor not in wrong.text
