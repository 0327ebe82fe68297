"""A city with many years of requests: set-based SQL over the demo city's own.

What grows is the history. The requests that run are as many in the small world as
in the large one, since an office works off what comes in; so are those of the
people who log in here. Every tenth request of the history has its tasks and
decisions, and a sample of them has valid chains.
"""

from contextlib import closing

#: Requests that run, in every world.
BERJALAN = 2000
#: Every so many-th request of the history has tasks and decisions.
BERSEJARAH = 10
_SAMPEL = 100
_TETAP = {"id", "nomor", "employee_id", "pemohon_user_id", "pengaju_id", "unit_id",
          "surat_id", "surat_tolak_id", "dokumen_produk_id",
          "message_main_attachment_id"}  # fmt: skip
#: Days by which a finished request is older than the one it was copied from.
_UMUR = "((%(jumlah)s - p.n) %% 3000) * (NOT p.berjalan)::int"
_PETA = """
CREATE TEMP TABLE peta AS
SELECT nextval('asn_permohonan_id_seq')::int AS baru, c.lama, g.n,
       c.berjalan, c.berjalan OR g.n %% %(jarang)s = 0 AS sejarah, o.*
  FROM generate_series(1, %(jumlah)s) g (n)
  JOIN (SELECT id AS lama, state IN ('in_review', 'approved') AS berjalan,
               row_number() OVER w - 1 AS urut, count(*) OVER (PARTITION BY
               state IN ('in_review', 'approved')) AS banyak
          FROM asn_permohonan WHERE state IN ('in_review', 'approved', 'done')
        WINDOW w AS (PARTITION BY state IN ('in_review', 'approved') ORDER BY id)) c
    ON c.berjalan = (g.n > %(jumlah)s - %(berjalan)s) AND c.urut = g.n %% c.banyak
  JOIN (SELECT e.id AS orang, e.user_id AS akun, e.unit_id AS unit,
               row_number() OVER (ORDER BY e.id) - 1 AS ke, count(*) OVER () AS semua
          FROM hr_employee e JOIN res_users u ON u.id = e.user_id
         WHERE e.unit_id IS NOT NULL AND u.login ~ '^[0-9]+$') o
    ON o.ke = g.n %% o.semua
"""
_PERMOHONAN = """
INSERT INTO asn_permohonan (id, nomor, employee_id, pemohon_user_id, pengaju_id,
       unit_id, {kolom})
SELECT p.baru, 'BENCH/' || p.n, p.orang, p.akun, p.akun, p.unit, {nilai}
  FROM peta p JOIN asn_permohonan t ON t.id = p.lama ORDER BY p.baru
"""
_ANAK = """
INSERT INTO {tabel} (id, permohonan_id, {kolom})
SELECT nextval('{tabel}_id_seq'), p.baru, {nilai}
  FROM peta p JOIN {tabel} t ON t.permohonan_id = p.lama WHERE p.sejarah
 ORDER BY p.baru, t.id
"""
_TUGAS_BARU = """
CREATE TEMP TABLE peta_tugas AS
SELECT nextval('asn_permohonan_tugas_id_seq')::int AS baru, t.id AS lama,
       p.baru AS permohonan
  FROM peta p JOIN asn_permohonan_tugas t ON t.permohonan_id = p.lama
 WHERE p.sejarah ORDER BY p.baru, t.id
"""
_TUGAS = """
INSERT INTO asn_permohonan_tugas (id, permohonan_id, {kolom})
SELECT p.baru, p.permohonan, {nilai}
  FROM peta_tugas p JOIN asn_permohonan_tugas t ON t.id = p.lama
"""
_AKTOR = """
INSERT INTO asn_permohonan_tugas_aktor_rel (tugas_id, user_id)
SELECT p.baru, r.user_id
  FROM peta_tugas p JOIN asn_permohonan_tugas_aktor_rel r ON r.tugas_id = p.lama
"""
_KEPUTUSAN = """
INSERT INTO asn_permohonan_keputusan (id, permohonan_id, tugas_id, {kolom})
SELECT nextval('asn_permohonan_keputusan_id_seq'), p.baru, u.baru, {nilai}
  FROM peta p JOIN asn_permohonan_keputusan t ON t.permohonan_id = p.lama
  LEFT JOIN peta_tugas u ON u.permohonan = p.baru AND u.lama = t.tugas_id
 WHERE p.sejarah ORDER BY p.baru, t.id
"""


def isi(sambungan, jumlah, lapor):
    """Enlarge the requests of a database with the demo city, in one transaction."""
    with closing(sambungan), sambungan, sambungan.cursor() as kursor:
        # Every reference is to a row that is there: no trigger has to look.
        kursor.execute("SET LOCAL session_replication_role = replica")
        angka = {"jumlah": jumlah, "berjalan": BERJALAN, "jarang": BERSEJARAH}
        kursor.execute(_PETA, angka)
        kursor.execute("CREATE INDEX ON peta (lama)")
        _salin(kursor, "asn_permohonan", _PERMOHONAN, _TETAP, angka, lapor)
        kursor.execute(_TUGAS_BARU)
        kursor.execute("CREATE INDEX ON peta_tugas (permohonan, lama)")
        milik = {"id", "permohonan_id", "tugas_id"}
        _salin(kursor, "asn_permohonan_tugas", _TUGAS, milik, None, lapor)
        kursor.execute(_AKTOR)
        _salin(kursor, "asn_permohonan_keputusan", _KEPUTUSAN, milik, None, lapor)
        for tabel in ("asn_permohonan_berkas", "asn_permohonan_hasil_aturan"):
            _salin(kursor, tabel, _ANAK, milik, None, lapor)


def _salin(kursor, tabel, perintah, tetap, angka, lapor):
    """Copy the rows of a table with all columns but those that differ."""
    kursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [tabel],
    )
    kolom = {f'"{k}"': jenis for k, jenis in kursor.fetchall() if k not in tetap}
    kursor.execute(
        perintah.format(
            tabel=tabel,
            kolom=", ".join(kolom),
            nilai=", ".join(_nilai(*satu, bool(angka)) for satu in kolom.items()),
        ),
        angka,
    )
    lapor(f"{tabel}: {kursor.rowcount}")


def _nilai(kolom, jenis, geser):
    """Return the value of a column; dates of finished requests lie further back."""
    if geser and jenis == "date":
        return f"t.{kolom} - {_UMUR}"
    if geser and jenis.startswith("timestamp"):
        return f"t.{kolom} - {_UMUR} * interval '1 day'"
    return f"t.{kolom}"


def rantai_sah(env, lapor):
    """Give a sample of the copies valid chains and check that they are."""
    Keputusan = env["asn.permohonan.keputusan"]
    env.cr.execute("SET LOCAL session_replication_role = replica")
    sampel = env["asn.permohonan"].search(
        [("nomor", "=like", "BENCH/%"), ("keputusan_ids", "!=", False)],
        order="id desc",
        limit=_SAMPEL,
    )
    for permohonan in sampel:
        _rantai_satu(env, permohonan)
    env.invalidate_all()
    rusak = sampel.keputusan_ids._verify_chain()
    if rusak:
        raise RuntimeError(f"{len(rusak)} broken links in the sample")
    lapor(f"valid chains: {len(sampel)}, {len(sampel.keputusan_ids)} decisions; "
          f"{Keputusan.search_count([])} decisions in all")  # fmt: skip


def _rantai_satu(env, permohonan):
    from odoo.addons.asn_layanan.domain import rantai

    sebelum, keputusan = rantai.AWAL, permohonan.keputusan_ids.sorted("id")
    for satu in keputusan:
        baru = rantai.hitung(sebelum, satu._isi_rantai(satu._nilai_rantai()))
        env.cr.execute(
            "UPDATE asn_permohonan_keputusan SET hash_sebelum = %s, hash = %s"
            " WHERE id = %s",
            [sebelum, baru, satu.id],
        )
        sebelum = baru
    env.cr.execute(
        "UPDATE asn_permohonan SET hash_terakhir = %s, jumlah_keputusan = %s"
        " WHERE id = %s",
        [sebelum, len(keputusan), permohonan.id],
    )
