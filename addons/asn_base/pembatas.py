"""Limit how often something happens, whichever process it happens in.

The counts stand in one unlogged table (``asn.pembatas``): every worker and every
server of the database sees the same, and a refusal outlives the transaction that it
refuses. A crash of the database empties it.
"""

import hashlib
import ipaddress
import threading

from odoo.http import request
from odoo.modules.registry import Registry
from odoo.tools import SQL
from psycopg2.errors import SerializationFailure

#: Tries to count while others count the same key; who floods is refused after them.
_COBA_MAKS = 5


class Pembatas:
    """At most ``batas`` events of one key within ``detik`` seconds.

    :param nama: names the limit; two limits never share their counts
    """

    def __init__(self, nama, batas, detik):
        self.nama = nama
        self.batas = batas
        self.detik = detik

    def boleh(self, kunci):
        """Tell whether one more event is allowed; does not count it."""
        perintah = SQL(
            """SELECT count(*) FROM asn_pembatas, unnest(waktu) AS w
               WHERE kunci = %s AND w > statement_timestamp() - %s * interval '1 s'""",
            self._sidik(kunci),
            self.detik,
        )
        return self._jalankan(perintah)[0] < self.batas

    def catat(self, kunci):
        """Count one event, also beyond the limit."""
        self._hitung(kunci, paksa=True)

    def coba(self, kunci):
        """Count one event when it is allowed, and tell whether it was."""
        return self._hitung(kunci, paksa=False)

    def lupakan(self, kunci=None):
        """Forget one key, or everything of this limit."""
        pola = f"{self.nama}:%" if kunci is None else self._sidik(kunci)
        self._jalankan(
            SQL("DELETE FROM asn_pembatas WHERE kunci LIKE %s RETURNING 1", pola)
        )

    def _hitung(self, kunci, paksa):
        """Add an event in one statement; return whether it was added."""
        perintah = SQL(
            """
            INSERT INTO asn_pembatas AS ada (kunci, waktu, sampai)
            VALUES (%(kunci)s, ARRAY[statement_timestamp()],
                    statement_timestamp() + %(detik)s * interval '1 s')
            ON CONFLICT (kunci) DO UPDATE SET (waktu, sampai) = (
                SELECT CASE WHEN count(*) < %(batas)s OR %(paksa)s
                            THEN array_append(array_agg(w ORDER BY w),
                                              statement_timestamp())
                            ELSE array_agg(w ORDER BY w) END,
                       statement_timestamp() + %(detik)s * interval '1 s'
                  FROM (SELECT w FROM unnest(ada.waktu) AS w
                         WHERE w > statement_timestamp() - %(detik)s * interval '1 s'
                         ORDER BY w DESC LIMIT %(batas)s) AS sisa)
            RETURNING waktu[cardinality(waktu)] = statement_timestamp()
            """,
            kunci=self._sidik(kunci),
            detik=self.detik,
            batas=self.batas,
            paksa=paksa,
        )
        hasil = self._jalankan(perintah)
        return bool(hasil and hasil[0])

    def _sidik(self, kunci):
        """Return the key as it is stored: of one length, the address not legible."""
        return f"{self.nama}:{hashlib.sha256(str(kunci).encode()).hexdigest()[:32]}"

    def _jalankan(self, perintah):
        """Run one statement in a transaction of its own; None when all tries failed.

        The caller's transaction may be rolled back, the count may not.
        """
        nama_db = (
            request.db
            if request
            else getattr(threading.current_thread(), "dbname", None)
        )
        for _kali in range(_COBA_MAKS):
            try:
                with Registry(nama_db).cursor() as cr:
                    cr.execute(perintah, log_exceptions=False)
                    return cr.fetchone()
            except SerializationFailure:
                continue
        return None


def alamat():
    """Return the visitor's address as limits count it.

    One household or office has a /64 of IPv6: each of its addresses counts for all.
    """
    teks = request.httprequest.remote_addr or "-"
    try:
        satu = ipaddress.ip_address(teks)
    except ValueError:
        return teks
    if satu.version == 6 and satu.ipv4_mapped:
        return str(satu.ipv4_mapped)
    if satu.version == 6:
        return str(ipaddress.ip_network((satu, 64), strict=False))
    return teks
