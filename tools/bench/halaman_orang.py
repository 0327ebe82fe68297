"""The pages about people that are measured, and the words that are looked for."""

import halaman

#: A fasilitator of the enlarged world: some hundreds of people among 10,000.
FASILITATOR = "fasilitator_1"


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
