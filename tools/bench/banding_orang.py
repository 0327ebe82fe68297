"""Our pages with 100,000 people beside the stock pages of ``hr`` with 100."""

import os

import formulir_orang
import halaman
import halaman_orang
import permintaan
from lingkungan import lapor

#: BENCH_N makes a quick look possible; the row says what n was.
JUMLAH = int(os.environ.get("BENCH_N") or 100_000)
PERAN = ("admin_sistem", halaman_orang.FASILITATOR)


def ukur_daftar(kerja, nama_halaman):
    """Measure lists in turns and return the row of the slowest of ours.

    The peer is a database with ``hr`` and what it installs by itself, 100 people
    with unit, post, manager, account and contact data, seen by an HR officer.

    :param nama_halaman: our pages, keys of ``halaman_orang.semua``
    """
    stok_xmlid = "hr.view_employee_tree"
    with kerja.dunia(JUMLAH) as kita, kerja.stok(_isi_stok) as mereka:
        peer = (
            halaman.Peramban(mereka, "admin", "en_US"),
            halaman.daftar(urut="name", xmlid=stok_xmlid),
        )
        rinci = {}
        for peran in PERAN:
            peramban = halaman.Peramban(kita, peran)
            semua = halaman_orang.semua(halaman_orang.contoh(kita, peran)[1])
            for nama in nama_halaman:
                hasil = halaman.bandingkan((peramban, semua[nama]), peer, prosesor=True)
                rinci[f"{peran}: {nama}"] = [round(satu, 5) for satu in hasil]
                lapor(f"list: {peran} {nama} {_teks(*hasil)}")
    return baris(rinci, JUMLAH)


def ukur_formulir(kerja):
    """Measure the page of one person beside the stock one, all requests of both."""
    with kerja.dunia(JUMLAH) as kita, kerja.stok(_isi_stok) as mereka:
        with mereka.cursor() as cr:
            cr.execute("SELECT min(id) FROM hr_employee WHERE name LIKE 'Orang 05%'")
            contoh = cr.fetchone()[0]
        klien = permintaan.Klien(mereka, "admin", "en_US")
        peer = (klien, formulir_orang.stok(klien, contoh))
        rinci, kueri = {}, {}
        for peran in PERAN:
            nomor = halaman_orang.contoh(kita, peran)[0]
            klien = permintaan.Klien(kita, peran)
            satu, lain = permintaan.bandingkan(
                (klien, formulir_orang.kita(klien, nomor)), peer
            )
            rinci[f"{peran}: form"] = [round(satu[0], 5), round(lain[0], 5)]
            kueri[peran] = [satu[1], lain[1]]
            lapor(f"form: {peran} {_teks(satu[0], lain[0])}; queries {kueri[peran]}")
    return {**baris(rinci, JUMLAH), "queries": kueri}


def _teks(ours, stock):
    return f"{ours * 1000:.1f} ms beside {stock * 1000:.1f} ms, {ours / stock:.2f}"


def baris(rinci, jumlah):
    """Return the row of the page with the highest ratio, with all pages in it.

    :param rinci: ``{name of the page: [ours, beside]}`` in seconds
    """
    terburuk = max(rinci, key=lambda kunci: rinci[kunci][0] / rinci[kunci][1])
    ours, lain = rinci[terburuk]
    return {
        "ours_s": ours,
        "peer_s": lain,
        "n": jumlah,
        "worst": terburuk,
        "pages": rinci,
    }


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
