"""The pages about people that are measured, and the words that are looked for."""

from itertools import combinations_with_replacement

import halaman

#: A fasilitator of the enlarged world, whose units grow with it.
FASILITATOR = "fasilitator_1"
#: Another one, whose units do not: so many people, of them so many of golongan III.
FASILITATOR_TETAP = "fasilitator_2"
_ORANG_TETAP, _GOLONGAN_TETAP = 500, 167
_UNIT_TETAP = (4, 5, 6)


def semua(nip):
    """Return ``{name: page}`` of what a role does with many people.

    :param nip: NIP of a person of the demo city
    """
    return {
        "list": halaman.daftar(),
        "search_name": halaman.daftar([("cari", "ilike", "pradana")]),
        "search_nip": halaman.daftar([("cari", "ilike", nip)]),
        "search_grade": halaman.daftar([("golongan_id.kode", "=like", "III/%")]),
        "group_unit": halaman.kelompok("unit_id"),
        "name_search": halaman.cari_nama("prad"),
        "hierarchy": halaman.susunan,
    }


def contoh(registry, peran):
    """Return id and NIP of the person with the longest history in a role's reach."""
    with registry.cursor() as cr:
        cr.execute(
            "SELECT e.id, e.nip FROM hr_employee e WHERE e.nip IS NOT NULL"
            " AND e.unit_id IN (SELECT unit_id FROM asn_unit_pengguna_rel r"
            "   JOIN res_users u ON u.id = r.user_id WHERE u.login = %s)"
            " ORDER BY e.tmt_cpns NULLS LAST, e.id LIMIT 1",
            [FASILITATOR if peran == "admin_sistem" else peran],
        )
        return cr.fetchone()


def samakan(registry):
    """Give ``FASILITATOR_TETAP`` units of the same size together in every world.

    :return: how many units, people, and people of golongan III she looks after
    """
    with registry.cursor() as cr:
        cr.execute(
            """
            SELECT array_agg(id ORDER BY id), orang, tiga FROM (
                SELECT d.id, count(*) AS orang,
                       count(*) FILTER (WHERE g.kode LIKE 'III/%') AS tiga
                  FROM hr_department d
                  JOIN hr_employee e ON e.unit_id = d.id AND e.active
             LEFT JOIN asn_golongan g ON g.id = e.golongan_id
                 WHERE NOT EXISTS (
                       SELECT FROM hr_department a WHERE a.parent_id = d.id)
              GROUP BY d.id) AS unit
              GROUP BY orang, tiga HAVING count(*) >= 6 ORDER BY orang, tiga
            """
        )
        jenis = cr.fetchall()
        pilihan = min(
            (p for n in _UNIT_TETAP for p in combinations_with_replacement(jenis, n)),
            key=_beda,
        )
        ids = _ambil(pilihan)
        cr.execute(
            "DELETE FROM asn_unit_pengguna_rel USING res_users u"
            " WHERE u.id = user_id AND u.login = %s",
            [FASILITATOR_TETAP],
        )
        cr.execute(
            "INSERT INTO asn_unit_pengguna_rel (user_id, unit_id)"
            " SELECT id, unnest(%s) FROM res_users WHERE login = %s",
            [ids, FASILITATOR_TETAP],
        )
        cr.commit()
    return len(ids), sum(p[1] for p in pilihan), sum(p[2] for p in pilihan)


def _beda(pilihan):
    """Return how far units are together from what she is to look after."""
    return abs(sum(p[1] for p in pilihan) - _ORANG_TETAP) + abs(
        sum(p[2] for p in pilihan) - _GOLONGAN_TETAP
    )


def _ambil(pilihan):
    """Return one unit of each kind, another one each time a kind comes again."""
    return [
        ids[pilihan[:n].count((ids, *lain))] for n, (ids, *lain) in enumerate(pilihan)
    ]
