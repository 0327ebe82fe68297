"""Our pages with 100,000 people beside the stock pages of ``hr`` with 100."""

import os

import halaman
import halaman_orang
from lingkungan import lapor

#: BENCH_N makes a quick look possible; the row says what n was.
JUMLAH = int(os.environ.get("BENCH_N") or 100_000)
PERAN = ("admin_sistem", halaman_orang.FASILITATOR)


def ukur(kerja, jenis, nama_halaman):
    """Measure in turns and return the row of the slowest of our pages.

    The peer is a database with ``hr`` and what it installs by itself, 100 people
    with unit, post, manager, account and contact data, seen by an HR officer.

    :param jenis: the stock page, ``list`` or ``form``
    :param nama_halaman: our pages, keys of ``halaman_orang.semua``
    """
    with kerja.dunia(JUMLAH) as kita, kerja.stok(_isi_stok) as mereka:
        peer = (
            halaman.Peramban(mereka, "admin", "en_US"),
            _halaman_stok(mereka, jenis),
        )
        rinci = {}
        for peran in PERAN:
            peramban = halaman.Peramban(kita, peran)
            semua = halaman_orang.semua(*halaman_orang.contoh(kita, peran))
            for nama in nama_halaman:
                ours, stock = halaman.bandingkan((peramban, semua[nama]), peer)
                rinci[f"{peran}: {nama}"] = [round(ours, 5), round(stock, 5)]
                lapor(f"{jenis}: {peran} {nama} {ours * 1000:.1f} ms"
                      f" beside {stock * 1000:.1f} ms")  # fmt: skip
    terburuk = max(rinci, key=lambda kunci: rinci[kunci][0] / rinci[kunci][1])
    ours, stock = rinci[terburuk]
    return {
        "ours_s": ours,
        "peer_s": stock,
        "n": JUMLAH,
        "worst": terburuk,
        "pages": rinci,
    }


def _halaman_stok(registry, jenis):
    if jenis == "list":
        return halaman.daftar(urut="name", xmlid="hr.view_employee_tree")
    with registry.cursor() as cr:
        cr.execute("SELECT min(id) FROM hr_employee WHERE name LIKE 'Orang 05%'")
        nomor = cr.fetchone()[0]
    return halaman.formulir(nomor, xmlid="hr.view_employee_form")


def _isi_stok(env):
    """Fill a stock database with 100 people as a city of that size has them."""
    unit = env["hr.department"].create([{"name": f"Unit {n}"} for n in range(10)])
    jabatan = env["hr.job"].create([{"name": f"Jabatan {n}"} for n in range(10)])
    user = (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            [{"name": f"Orang {n:03d}", "login": f"orang{n:03d}"} for n in range(100)]
        )
    )
    kepala = env["hr.employee"]
    for nomor, satu in enumerate(user):
        orang = env["hr.employee"].create(
            {
                "name": satu.name,
                "user_id": satu.id,
                "department_id": unit[nomor % 10].id,
                "job_id": jabatan[nomor % 10].id,
                "parent_id": kepala.id if nomor >= 10 else False,
                "work_email": f"{satu.login}@example.com",
                "work_phone": "0000",
                "birthday": "1985-03-17",
                "private_email": f"{satu.login}@example.org",
            }
        )
        if nomor < 10:
            kepala = orang
