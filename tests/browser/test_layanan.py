"""Every named service by clicks: filed on a phone, verified at a desk.

A service is a row of ``SERVICES``: the demo city holds a draft of it that may be
submitted. Leave has a journey of its own to the signature (``test_perjalanan``).
"""

import pytest
from support.database import query
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

SERVICES = (
    "kenaikan_pangkat",
    "pensiun",
    "suketi",
    "satyalancana",
    "kartu",
    "basis_pendidikan",
    "kgb",
    "izin_belajar",
    "rekomendasi_tugas_belajar",
    "tugas_belajar",
)
_SUBMIT = "button[name='action_submit']"
_NEXT = "button[name='action_lanjut']"
_APPROVE = "button[name='action_approve']"
_VERIFIER = "admin_aplikasi"


@pytest.fixture(scope="module")
def drafts(settings, server):
    """Return ``{service: (request, login of whom it is for)}`` of the demo city."""
    # Most people of the city have an account and no password.
    query(
        settings,
        server.database,
        "UPDATE res_users SET password = p.password FROM res_users p"
        " WHERE p.login = 'pegawai' AND res_users.password IS NULL",
    )
    client = server.client("admin_sistem")
    found = {}
    for row in client.call(
        "asn.permohonan",
        "search_read",
        [("state", "=", "draft"), ("layanan_code", "in", SERVICES)],
        ["layanan_code", "pemohon_user_id"],
        order="id",
    ):
        user = client.read("res.users", [row["pemohon_user_id"][0]], "login")[0]
        found.setdefault(row["layanan_code"], (row["id"], user["login"]))
    return found


@pytest.mark.parametrize("code", SERVICES)
def test_service_is_filed_on_a_phone_and_verified_at_a_desk(
    server, browser, drafts, code
):
    request, login = drafts[code]
    problems = {}

    row = _file(server, browser, login, request, problems)
    assert row["state"] in ("in_review", "approved")
    assert row["nomor"]
    step = _to_the_desk(server, request)
    _approve(server, browser, request, problems)

    assert _open_task(server, request)["tahap_id"][0] != step
    assert_clean(problems)


def _file(server, browser, login, request, problems):
    """Submit a draft as its owner on a phone; return state and number."""
    screen = Screen(browser, server, login, PHONE)
    try:
        screen.start()
        screen.record("asn.permohonan", request)
        problems["opened"] = screen.problems()
        for _step in range(2):
            if screen.page.exists(_NEXT):
                screen.page.click(_NEXT)
        screen.page.wait("document.querySelector('.o_asn_lembar')")
        problems["looked over"] = screen.problems()
        screen.page.click(_SUBMIT)
        problems["submitted"] = screen.problems()
        return screen.client.read("asn.permohonan", [request], "state", "nomor")[0]
    finally:
        screen.close()


def _approve(server, browser, request, problems):
    """Approve a request as its verifier at a desk."""
    screen = Screen(browser, server, _VERIFIER, DESKTOP)
    try:
        screen.start()
        screen.record("asn.permohonan", request)
        problems["at the desk"] = screen.problems()
        screen.page.click(_APPROVE)
        problems["decided"] = screen.problems()
    finally:
        screen.close()


def _open_task(server, request):
    """Return step and actors of the task that waits."""
    return server.client("admin_sistem").call(
        "asn.permohonan.tugas",
        "search_read",
        [("permohonan_id", "=", request), ("state", "=", "open")],
        ["tahap_id", "aktor_ids"],
        limit=1,
    )[0]


def _to_the_desk(server, request):
    """Let others approve until the verifier is asked; return that step."""
    office = server.client("admin_sistem")
    for _step in range(4):
        task = _open_task(server, request)
        logins = {
            u["login"] for u in office.read("res.users", task["aktor_ids"], "login")
        }
        if _VERIFIER in logins:
            return task["tahap_id"][0]
        actor = server.client(
            min(logins, key=lambda login: (login[0].isdigit(), login))
        )
        actor.button("asn.permohonan", "action_approve", [request])
    raise AssertionError("the verifier is never asked")


def test_missing_answer_and_document_are_asked_for_where_they_belong(server, browser):
    """An employee with a phone: Next names the question, the card takes the file."""
    screen = Screen(browser, server, "pegawai", PHONE)
    page = screen.page
    kartu = screen.client.search("asn.layanan", [("code", "=", "kartu")])[0]
    try:
        screen.start()
        screen.action(
            {
                "type": "ir.actions.act_window",
                "res_model": "asn.permohonan",
                "views": [[False, "form"]],
                "context": {"default_layanan_id": kartu},
            }
        )
        page.click(_NEXT)
        page.wait("document.querySelector('.modal')?.innerText.includes('wajib')")
        page.click(".modal footer button")
        for question, answer in (("jenis", "Karpeg"), ("sebab", "Hilang")):
            page.click_text(answer, f"[data-kode={question}] label")
        page.click(_NEXT)
        missing = "document.querySelectorAll('.o_asn_berkas_belum').length"
        before = page.evaluate(missing)
        assert before
        page.click(".o_asn_berkas_belum .o_asn_berkas_unggah")
        page.wait("document.querySelector('.modal input[type=file]')")
        page.evaluate(_UPLOAD)
        page.wait(f"{missing} === {before - 1}")
        page.click(_NEXT)
        page.wait("document.querySelector('.o_asn_lembar .o_asn_lulus')")
        page.complaints = []  # the refusal above
        assert_clean({"check page": screen.problems()})
    finally:
        screen.close()


#: Puts a PDF into the open dialog, as the chooser of the telephone does.
_UPLOAD = """(() => {
    const isi = "%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\\n"
        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\\n"
        + "xref\\n0 4\\n0000000000 65535 f \\n0000000009 00000 n \\n"
        + "0000000052 00000 n \\n0000000101 00000 n \\n"
        + "trailer<</Size 4/Root 1 0 R>>\\nstartxref\\n164\\n%%EOF\\n";
    const berkas = new DataTransfer();
    berkas.items.add(new File([isi], "surat.pdf", { type: "application/pdf" }));
    const input = document.querySelector(".modal input[type=file]");
    input.files = berkas.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
})()"""
