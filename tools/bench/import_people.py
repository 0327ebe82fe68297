"""Import 10,000 people with their riwayat, beside stock loading of bare names."""

import os
import time

from lingkungan import lapor

#: BENCH_N makes a quick look possible; the row says what n was.
_JUMLAH = int(os.environ.get("BENCH_N") or 10_000)


def ukur(kerja):
    """Return seconds for the whole import and for ``hr.employee.load()``.

    Both start from a fresh clone of one template, one after the other. Ours reads
    the spreadsheet, checks every row, creates people with golongan, jabatan,
    pendidikan and gaji, projects the current values and commits in batches.
    """
    lapor(f"import_people: stock load of {_JUMLAH} names")
    with kerja.salinan("import_peer") as registry:
        mereka = muat_stok(registry, _JUMLAH)
    lapor(f"import_people: stock took {mereka:.0f} s; ours")
    with kerja.salinan("import_kita") as registry:
        kita = _impor(registry)
    return {"ours_s": round(kita, 2), "peer_s": round(mereka, 2), "n": _JUMLAH}


def muat_stok(registry, jumlah):
    """Return seconds for loading so many bare names the stock way."""
    from odoo import SUPERUSER_ID, api

    baris = [[f"Pegawai Uji {nomor:05d}"] for nomor in range(jumlah)]
    with registry.cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {})
        mulai = time.perf_counter()
        hasil = env["hr.employee"].load(["name"], baris)
        cr.commit()
        lama = time.perf_counter() - mulai
        if len(hasil["ids"] or []) != jumlah:
            raise RuntimeError(f"stock load failed: {hasil['messages'][:3]}")
    return lama


def _impor(registry):
    from odoo import SUPERUSER_ID, api
    from odoo.addons.asn_pegawai.domain import impor_contoh, impor_templat

    with registry.cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {"lang": "id_ID"})
        Impor = env["asn.impor"]
        baris = impor_contoh.orang(_JUMLAH, seed=7, gaji=Impor._tabel_gaji())
        isi = impor_templat.isi(baris)
        buat_unit(env, {satu["unit_kerja"] for satu in baris})
        Pegawai = env["hr.employee"].with_context(active_test=False)
        ada = Pegawai.search_count([])
        mulai = time.perf_counter()
        Impor._impor_berkas(isi, "kinerja.xlsx", buat_jabatan=True)
        cr.commit()
        lama = time.perf_counter() - mulai
        baru = Pegawai.search_count([]) - ada
        if baru != _JUMLAH:
            raise RuntimeError(f"{baru} people were imported instead of {_JUMLAH}")
    return lama


def buat_unit(env, kode):
    """Create the units of the invented roster that the template lacks."""
    Unit = env["hr.department"]
    ada = set(Unit.search([("kode", "in", list(kode))]).mapped("kode"))
    Unit.create([{"name": f"Unit {k}", "kode": k} for k in sorted(kode - ada)])
    env.cr.commit()
