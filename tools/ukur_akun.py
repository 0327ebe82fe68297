"""Measure the making of accounts in bulk; for Odoo's shell on a throw-away copy.

    make shell < tools/ukur_akun.py            (N=3000 people, or ASN_UKUR_AKUN)

Prints seconds and queries of each part and the memory of the process. It leaves the
people, their accounts and invitations in the database: never on a real one.
"""

import os
import resource
import time
from unittest.mock import patch

env = globals()["env"]
JUMLAH = int(os.environ.get("ASN_UKUR_AKUN", "3000"))
_HURUF = "abcdefghij"


def memori():
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def orang_baru():
    """Create people without an account, half of them with an e-mail address."""
    unit = env["hr.department"].search([("parent_id", "!=", False)], limit=1)
    return env["hr.employee"]._asn_create_bulk(
        [
            {
                "name": "Baru " + "".join(_HURUF[int(c)] for c in f"{n:04d}"),
                "nip": f"1999{1 + n // 1000:02d}172025031{n % 1000:03d}",
                "unit_id": unit.id,
                "work_email": f"baru{n}@contoh.go.id" if n % 2 else False,
            }
            for n in range(JUMLAH)
        ]
    )


def jalankan(massal):
    """Let the job make the accounts; print each step."""
    langkah, terakhir = [], [time.perf_counter()]

    def maju(cron, *_apa, **_saja):
        cron.env.cr.commit()
        kini = time.perf_counter()
        langkah.append(round(kini - terakhir[0], 2))
        terakhir[0] = kini
        return 1

    mulai, queries, ingatan = time.perf_counter(), env.cr.sql_log_count, memori()
    with patch.object(type(env["ir.cron"]), "_commit_progress", maju):
        env["asn.akun.massal"]._cron_jalan()
    detik = time.perf_counter() - mulai
    queries = env.cr.sql_log_count - queries
    print(f"accounts: {detik:.1f} s, {detik / JUMLAH * 1000:.1f} ms each")
    print(f"queries: {queries / JUMLAH:.2f} an account")
    print(f"memory: {ingatan} MB before, {memori()} MB at most")
    print(f"steps of 200 (s): {langkah}")
    massal.invalidate_recordset()
    print(f"{massal.state}: {massal.jumlah_dibuat} made, {massal.jumlah_masalah} not")


def main():
    """Make people, a batch of them, and their accounts."""
    petugas = env.ref("asn_base.group_admin_sistem").all_user_ids.filtered("active")[:1]
    orang = orang_baru()
    env.cr.commit()
    massal = env["asn.akun.massal"].with_user(petugas).create({"judul": "Ukur"})
    mulai = time.perf_counter()
    massal.sudo()._tambah(orang.ids)
    env.flush_all()
    print(f"list of {JUMLAH}: {time.perf_counter() - mulai:.1f} s")
    massal.action_mulai()
    env.cr.commit()
    jalankan(massal)


main()
