"""A service made on one screen, published, and filed by an employee."""

import pytest
from support.angkat import angkat
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE
from support.rpc import Client

_SAVED = "document.querySelector('.o_asn_keadaan[data-keadaan=tersimpan]')"
_BUILDER = "asn_layanan.perancang"


@pytest.fixture
def screen_of(server, browser):
    """Return a function that opens a screen; all are closed in the end."""
    opened = []

    def _screen_of(login, size):
        screen = Screen(browser, server, login, size)
        opened.append(screen)
        screen.start()
        return screen

    yield _screen_of
    for screen in opened:
        screen.close()


def _add(page, kind, label):
    """Add a question of a kind, write its label and wait until it is saved."""
    before = page.evaluate("document.querySelectorAll('.o_asn_baris').length")
    page.click(f"[data-palet={kind}]")
    page.wait(f"document.querySelectorAll('.o_asn_baris').length > {before}")
    page.wait("document.querySelector('.o_asn_terbuka div[name=name] input')")
    page.fill(".o_asn_terbuka div[name=name] input", label)
    page.wait(
        "[...document.querySelectorAll('.o_asn_lembar .o_asn_label')]"
        f".some((l) => l.textContent.includes('{label}')) && {_SAVED}"
    )


def _step(page, name):
    page.click(f"[data-langkah={name}]")
    page.wait(f"document.querySelector('[data-langkah={name}].active')")


def _start(designer):
    designer.action("asn_layanan.asn_layanan_baru_action")
    designer.page.fill(".modal div[name=name] input", "Surat Keterangan Uji Layar")
    designer.page.click(".modal button[name=action_buat]")
    designer.page.wait("document.querySelector('.o_asn_perancang')")


def _fill_parts(page):
    """Add questions, an optional document, a rule and a letter."""
    _add(page, "pilihan", "Keperluan surat")
    _add(page, "tanggal", "Dibutuhkan tanggal")
    _add(page, "teks_panjang", "Penjelasan singkat")
    _step(page, "dokumen")
    page.fill(".o_asn_tambah_dokumen input", "KTP")
    page.click_text("KTP", ".o-autocomplete--dropdown-item a")
    page.wait("document.querySelector('.o_asn_terbuka input[data-value=opsional]')")
    page.click(".o_asn_terbuka input[data-value=opsional]")
    _step(page, "aturan")
    page.click(".o_asn_pustaka")
    page.click(".modal [data-pustaka=masa_kerja]")
    page.wait("document.querySelector('.o_asn_baris')")
    _step(page, "surat")
    page.click(".o_asn_surat_baru")
    page.wait("document.querySelector('.o_asn_lengkapi')")


def _give_to_officer(server, service):
    angkat(server, "admin_aplikasi", "admin_aplikasi", layanan_ids=[service])


def _read_rehearsal(page):
    """Run the rehearsal on ten people; read the counts and where one would go."""
    page.fill("div[name=jumlah] input", "10")
    page.click("button[name=action_jalankan]")
    page.wait("document.querySelector('div[name=jumlah_orang]')?.innerText === '10'")
    # Of every rule how many pass: the one that was chosen is among them.
    assert "A-01" in page.text()
    page.click(".o_notebook [name=orang]")
    page.wait("document.querySelectorAll('div[name=baris_ids] .o_data_row').length")
    page.click("div[name=baris_ids] .o_data_row td[name=employee_id]")
    page.wait("document.querySelector('.modal div[name=rantai]')")
    assert "Verifikasi" in page.text()
    page.click(".modal .btn-close")
    page.wait("!document.querySelector('.modal')")


def _rehearse_and_publish(designer, version):
    page = designer.page
    _step(page, "tahap")
    page.wait("document.querySelectorAll('.o_asn_rantai li').length === 3")
    page.wait("!document.querySelector('.o_asn_rantai_kosong')")
    page.click(".o_asn_gladi")
    page.wait("document.querySelector('button[name=action_jalankan]')")
    _read_rehearsal(page)
    designer.action(
        {"type": "ir.actions.client", "tag": _BUILDER, "params": {"versi_id": version}}
    )
    page.click(".o_asn_terbitkan")
    page.wait("document.querySelector('.o_asn_salin_draf')")


def _file(person, service):
    page = person.page
    person.action(
        {
            "type": "ir.actions.act_window",
            "res_model": "asn.permohonan",
            "views": [[False, "form"]],
            "context": {"default_layanan_id": service},
        }
    )
    page.click("[data-kode=keperluan_surat] input")
    page.fill("[data-kode=penjelasan_singkat] textarea", "Untuk uji layar")
    for _step_of_draft in range(3):
        if page.exists("button[name=action_submit]"):
            break
        page.click("button[name=action_lanjut]")
    page.click("button[name=action_submit]")
    page.wait("!document.querySelector('button[name=action_submit]')")


def test_service_is_built_published_and_filed_by_clicks(server, screen_of):
    """F66 to F70, B20: from an empty page to the request of an employee."""
    designer = screen_of("admin_utama", DESKTOP)
    _start(designer)
    client = Client(server, "admin_utama")
    service = client.search("asn.layanan", [("code", "like", "keterangan_uji_lay")])[0]
    version = client.search("asn.layanan.versi", [("layanan_id", "=", service)])[0]
    _fill_parts(designer.page)
    _give_to_officer(server, service)
    _rehearse_and_publish(designer, version)
    state = client.read("asn.layanan.versi", [version], "state")[0]["state"]
    assert state == "live"
    problems = {"admin_utama": designer.problems()}

    person = screen_of("pegawai", DESKTOP)
    _file(person, service)
    problems["pegawai"] = person.problems()
    mine = Client(server, "pegawai")
    request = mine.search("asn.permohonan", [("layanan_id", "=", service)])
    row = mine.read("asn.permohonan", request, "state", "properti")[0]
    values = {a["name"]: a.get("value") for a in row["properti"]}
    assert row["state"] == "in_review"
    assert values["keperluan_surat"] == "pilihan_pertama"
    assert values["penjelasan_singkat"] == "Untuk uji layar"
    assert_clean(problems)


def test_builder_can_be_read_on_a_telephone(server, screen_of):
    """F67: every part opens at 390 px and nothing is wider than the screen."""
    client = Client(server, "admin_utama")
    version = client.search("asn.layanan.versi", [("state", "=", "live")])[0]
    phone = screen_of("admin_utama", PHONE)
    phone.action(
        {"type": "ir.actions.client", "tag": _BUILDER, "params": {"versi_id": version}}
    )
    phone.page.wait("document.querySelector('.o_asn_salin_draf')")
    problems = {}
    for name in ("umum", "pertanyaan", "tahap", "surat", "jendela", "periksa"):
        _step(phone.page, name)
        problems[name] = phone.problems()
    assert_clean(problems)
