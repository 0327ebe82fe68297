"""Take the pictures for docs/gambar, wide and narrow.

    python tools/gambar --conf ODOO.CONF --odoo COMMAND [--db TEMPLATE]
                        [--bagian perjalanan|lain|orang|perancang|akses ...] [--awal 34]

Works on a clone of a database that has the demo scenario; needs Chromium.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import akses
import orang

AKAR = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(AKAR / "tests"))
TUJUAN = AKAR / "docs" / "gambar"
BATAS_KB = 200


def lapor(teks):
    """Print one line of progress."""
    sys.stderr.write(teks + "\n")


class Juru:
    """Takes each picture in both widths.

    :param server: a running server of the tests
    :param browser: a running Chromium
    :param awal: take only pictures whose name begins so
    """

    def __init__(self, server, browser, awal=""):
        from support.peramban import DESKTOP, PHONE

        self.server = server
        self.browser = browser
        self.awal = awal
        self.ukuran = {"1366": DESKTOP, "390": PHONE}
        self.klien = {}

    def masuk(self, nama):
        """Return the HTTP client of a user, logged in once."""
        from support.rpc import Client

        if nama not in self.klien:
            self.klien[nama] = Client(self.server, nama)
        return self.klien[nama]

    def potret(self, nama, login, siapkan):
        """Take one picture per width.

        :param siapkan: called with the started screen; brings it to the place
        """
        from support.layar import Screen

        if not nama.startswith(self.awal):
            return
        for lebar, ukuran in self.ukuran.items():
            layar = Screen(self.browser, self.server, login, ukuran)
            try:
                layar.start()
                siapkan(layar)
                layar.page.settle(quiet=0.6)
                self.simpan(layar.page, nama, lebar)
            finally:
                layar.close()

    def halaman(self, nama, url):
        """Take a public page."""
        for lebar, ukuran in self.ukuran.items():
            page = self.browser.page(ukuran)
            page.goto(url)
            self.simpan(page, nama, lebar)
            page.close()

    def simpan(self, page, nama, lebar):
        """Write the file and refuse one that is too large for a repository."""
        berkas = TUJUAN / f"{nama}-{lebar}.png"
        page.screenshot(berkas)
        ukuran = berkas.stat().st_size // 1024
        lapor(f"  {berkas.name} {ukuran} kB")
        if ukuran > BATAS_KB:
            raise SystemExit(f"{berkas} is larger than {BATAS_KB} kB")


def perjalanan(juru):
    """Walk from the login page to the verified letter."""
    from support import cuti

    server = juru.server
    juru.halaman("01-masuk", f"{server.url}/web/login")
    juru.potret("02-beranda-pegawai", "pegawai", lambda layar: None)
    pegawai = juru.masuk("pegawai")
    nomor = cuti.draft(pegawai)
    _formulir(juru, "03-permohonan-draf", "pegawai", nomor)
    pegawai.button("asn.permohonan", "action_submit", [nomor])
    _formulir(juru, "04-permohonan-diajukan", "pegawai", nomor)
    juru.potret("05-beranda-atasan", "atasan", lambda layar: None)
    _formulir(juru, "06-keputusan-atasan", "atasan", nomor)
    cuti.approve_all(juru.masuk, nomor, until="admin_aplikasi")
    juru.potret("07-beranda-admin-aplikasi", "admin_aplikasi", lambda layar: None)
    _formulir(juru, "08-verifikasi", "admin_aplikasi", nomor)
    for nama in ("admin_aplikasi", "pengawas", "administrator"):
        juru.masuk(nama).button("asn.permohonan", "action_approve", [nomor])
    juru.potret("09-tanda-tangan", "penandatangan", lambda layar: _dialog(layar, nomor))
    cuti.sign(juru.masuk, nomor)
    _formulir(juru, "10-terbit-survei", "pegawai", nomor)
    pegawai.call("asn.permohonan", "action_answer_survey", [nomor], 4, 4, "Cepat.")
    _formulir(juru, "11-selesai", "pegawai", nomor)
    _surat(juru, nomor)


def lain(juru):
    """Take the screens beside the journey."""
    for nama, login, tindakan in (
        ("21-pegawai", "fasilitator", "asn_pegawai.hr_employee_action"),
        ("22-unit-kerja", "admin_sistem", "asn_pegawai.hr_department_struktur_action"),
        ("23-impor", "admin_sistem", "asn_pegawai.asn_impor_action"),
        ("24-permohonan-papan", "kepala_badan", "asn_layanan.asn_permohonan_action"),
    ):
        juru.potret(nama, login, lambda layar, t=tindakan: layar.action(t))


def perancang(juru):
    """Take the builder with a small service, and its form as an employee sees it."""
    klien = juru.masuk("admin_utama")
    juru.potret(
        "50-layanan-baru",
        "admin_utama",
        lambda layar: layar.action("asn_layanan.asn_layanan_baru_action"),
    )
    versi, layanan = _layanan_contoh(juru, klien)
    for nama, langkah in (
        ("51-perancang-pertanyaan", "pertanyaan"),
        ("52-perancang-tahap", "tahap"),
        ("53-perancang-periksa", "periksa"),
    ):
        juru.potret(
            nama, "admin_utama", lambda layar, k=langkah: _rancang(layar, versi, k)
        )
    klien.call("asn.layanan.versi", "action_publish", [versi])
    juru.potret(
        "54-formulir-layanan",
        "pegawai",
        lambda layar: layar.action(
            {
                "type": "ir.actions.act_window",
                "res_model": "asn.permohonan",
                "views": [[False, "form"]],
                "context": {"default_layanan_id": layanan},
            }
        ),
    )


def _layanan_contoh(juru, klien):
    """Make a service over RPC; return the ids of its draft and of itself."""
    from support.angkat import angkat

    nama = "Surat Keterangan Aktif Bekerja"
    wizard = klien.call("asn.layanan.baru", "create", {"name": nama})
    aksi = klien.button("asn.layanan.baru", "action_buat", [wizard])
    versi = aksi["params"]["versi_id"]
    tambah = ("asn.layanan.versi", "action_bagian_tambah", [versi], "pertanyaan")
    for isi in (
        {"palet": "judul", "name": "Keperluan"},
        {
            "palet": "pilihan",
            "name": "Untuk keperluan apa surat ini?",
            "pilihan": "Pengajuan kredit bank\nVisa\nBeasiswa anak\nLainnya",
            "wajib": True,
        },
        {"palet": "tanggal", "name": "Dibutuhkan paling lambat", "minimum": "hari_ini"},
        {
            "palet": "teks_panjang",
            "name": "Penjelasan",
            "bantuan": "Boleh dikosongkan.",
        },
    ):
        klien.call(*tambah, isi)
    klien.call("asn.layanan.versi", "action_buat_surat", [versi])
    layanan = klien.read("asn.layanan.versi", [versi], "layanan_id")[0]["layanan_id"][0]
    angkat(juru.server, "admin_aplikasi", "admin_aplikasi", layanan_ids=[layanan])
    return versi, layanan


def _rancang(layar, versi, langkah):
    layar.action(
        {
            "type": "ir.actions.client",
            "tag": "asn_layanan.perancang",
            "params": {"versi_id": versi},
        }
    )
    layar.page.click(f"[data-langkah={langkah}]")


def _formulir(juru, nama, login, nomor):
    juru.potret(nama, login, lambda layar: layar.record("asn.permohonan", nomor))


def _dialog(layar, nomor):
    layar.record("asn.permohonan", nomor)
    layar.page.click("button[name='action_approve'], button[name='action_sign']")
    layar.page.wait("document.querySelector('.modal')")
    # The dialog slides in.
    time.sleep(0.5)


def _surat(juru, nomor):
    """Take the letter's page and what the public sees when checking it."""
    from support.database import query

    token = query(
        juru.server.settings,
        juru.server.database,
        "SELECT s.token FROM asn_surat s JOIN asn_permohonan p ON p.surat_id = s.id"
        " WHERE p.id = %s",
        (nomor,),
    )[0][0]
    juru.halaman("13-periksa-surat", f"{juru.server.url}/v/{token}")
    pegawai = juru.masuk("pegawai")
    unduh = pegawai.button("asn.permohonan", "action_download", [nomor])
    isi = pegawai.get(unduh["url"]).content
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "surat.pdf"
        pdf.write_bytes(isi)
        subprocess.run(
            ["pdftoppm", "-png", "-r", "80", "-singlefile", pdf, TUJUAN / "12-surat"],
            check=True,
        )
    lapor("  12-surat.png")


#: What can be asked for by name.
BAGIAN = {
    "perjalanan": perjalanan,
    "lain": lain,
    "orang": orang.potret_semua,
    "perancang": perancang,
    "akses": akses.potret_semua,
}


def main():
    """Start a server on a clone and take the pictures of the parts asked for."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument("--conf", default=str(AKAR / "var" / "odoo.conf"))
    argumen.add_argument("--odoo", default=str(AKAR / "var" / "bin" / "odoo-bin"))
    argumen.add_argument("--db", default=os.environ.get("ASN_UJI_DB", "asn"))
    argumen.add_argument("--awal", default="", help="only names that begin so")
    argumen.add_argument("--bagian", nargs="*", choices=BAGIAN, default=list(BAGIAN))
    pilihan = argumen.parse_args()
    os.environ["ASN_UJI_CONF"] = pilihan.conf
    os.environ["ASN_UJI_ODOO"] = pilihan.odoo
    os.environ["ASN_UJI_DB"] = pilihan.db
    from support.database import clone
    from support.peramban import Browser
    from support.server import Server
    from support.settings import Settings

    settings = Settings()
    TUJUAN.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    with (
        clone(settings, "asn_gambar") as database,
        tempfile.TemporaryDirectory() as log,
    ):
        server = Server(settings, database, Path(log) / "odoo.log").start()
        try:
            juru = Juru(server, browser, pilihan.awal)
            for nama in pilihan.bagian:
                BAGIAN[nama](juru)
        finally:
            server.stop()
            browser.close()


if __name__ == "__main__":
    main()
