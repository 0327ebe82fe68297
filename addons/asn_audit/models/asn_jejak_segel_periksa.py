import hmac
import logging
import os
import re

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..domain import rantai
from .asn_jejak_segel import _BANYAK, KUNCI_SEGEL

_logger = logging.getLogger(__name__)
#: One fact of an anchor, however the lines were broken on the way.
_JANGKAR = re.compile(r"(asn\.[a-z.]+)\s+([1-9]\d*)\s+([0-9a-f]{64})\b")


class AsnJejakSegel(models.Model):
    """Verification of the traces: what was changed, taken out or put in."""

    _inherit = "asn.jejak.segel"

    @api.model
    def _periksa_semua(self, jangkar=None):
        """Verify every trace and the seals.

        :param jangkar: text of an anchor kept outside, or nothing
        :return: list of findings ``{model, jenis, dari, sampai}``; empty is good
        """
        self.env.flush_all()
        temuan = self._periksa_segel()
        for nama in self._daftar_jejak():
            temuan += self._periksa_jejak(nama)
        return temuan + self._periksa_jangkar(jangkar)

    @api.model
    def _cron_verifikasi(self):
        """Seal and verify everything; what is wrong becomes an alert.

        :return: number of findings
        """
        self._cron_segel()
        temuan = self._periksa_semua()
        if temuan:
            _logger.critical("traces were tampered with: %s", temuan[:5])
            self.env["asn.jejak.peringatan"]._lapor_rantai(temuan)
        return len(temuan)

    @api.model
    def _periksa_jejak(self, nama):
        """Verify the sealed rows of one trace, some thousand at a time."""
        pemeriksa = rantai.Pemeriksa(*self._pangkal(nama))
        segel = self._batas_segel(nama, pemeriksa.urut)
        lewat = pemeriksa.urut
        while baris := self._baris_rantai(nama, lewat):
            for urut, nilai, isi in baris:
                pemeriksa.baris(urut, nilai, isi)
                if urut in segel:
                    pemeriksa.batas(urut, segel[urut])
            lewat = baris[-1][0]
        pemeriksa.akhir(max([pemeriksa.urut if not segel else 0, *segel]))
        if not segel and pemeriksa.jumlah:
            pemeriksa.catat("sisip", 1, pemeriksa.urut)
        return [
            {"model": nama, "jenis": jenis, "dari": dari, "sampai": sampai}
            for jenis, dari, sampai in pemeriksa.temuan
        ] + self._terlambat(nama)

    @api.model
    def _batas_segel(self, nama, mulai):
        """Return ``{place: hash}`` of the ends of a trace's seals."""
        return dict(
            self.env.execute_query(
                SQL(
                    "SELECT sampai, hash_baris FROM asn_jejak_segel"
                    " WHERE model = %s AND jenis = 'segel' AND sampai > %s",
                    nama,
                    mulai,
                )
            )
        )

    @api.model
    def _baris_rantai(self, nama, lewat):
        """Return the next rows of a chain as ``(place, hash, canonical text)``."""
        return self.env.execute_query(
            SQL(
                "SELECT t.urut, t.hash, %s FROM %s t WHERE t.urut > %s"
                " ORDER BY t.urut LIMIT %s",
                self._isi_sql(),
                SQL.identifier(self.env[nama]._table),
                lewat,
                _BANYAK,
            )
        )

    @api.model
    def _terlambat(self, nama):
        """Return rows that claim to be days older than the seal before theirs.

        Sealing runs every few minutes, so such a row was put in later.
        """
        Model = self.env[nama]
        if Model._kolom_waktu != "waktu":
            return []
        rows = self.env.execute_query(
            SQL(
                """
                SELECT t.urut FROM asn_jejak_segel s
                  JOIN LATERAL (
                      SELECT p.waktu FROM asn_jejak_segel p
                       WHERE p.model = s.model AND p.jenis = 'segel'
                         AND p.sampai < s.dari ORDER BY p.sampai DESC LIMIT 1
                  ) p ON TRUE
                  JOIN %s t ON t.urut BETWEEN s.dari AND s.sampai
                 WHERE s.model = %s AND s.jenis = 'segel'
                   AND t.waktu < p.waktu - interval '2 days'
                 ORDER BY t.urut LIMIT %s
                """,
                SQL.identifier(Model._table),
                nama,
                rantai.MAKS_TEMUAN,
            )
        )
        return [
            {"model": nama, "jenis": "terlambat", "dari": urut, "sampai": urut}
            for (urut,) in rows
        ]

    @api.model
    def _periksa_segel(self):
        """Verify the chain of the seals, and their keyed digests."""
        pemeriksa = rantai.Pemeriksa()
        kunci = os.environ.get(KUNCI_SEGEL)
        kolom = [
            "model", "jenis", "waktu", "dari", "sampai", "jumlah", "hash_baris",
            "berkas_sha256", "urut", "hash", "tanda",
        ]  # fmt: skip
        semua = self.env.execute_query(
            SQL(
                "SELECT %s FROM asn_jejak_segel ORDER BY urut",
                SQL(", ").join(map(SQL.identifier, kolom)),
            )
        )
        for baris in semua:
            nilai = dict(zip(kolom, baris, strict=True))
            isi = self._isi_segel(nilai)
            harapan = rantai.tanda(kunci, f"{pemeriksa.sebelum}\n{isi}")
            pemeriksa.baris(nilai["urut"], nilai["hash"], isi)
            if (
                harapan
                and nilai["tanda"]
                and not hmac.compare_digest(harapan, nilai["tanda"])
            ):
                pemeriksa.catat("tanda", nilai["urut"])
        return [
            {"model": self._name, "jenis": jenis, "dari": dari, "sampai": sampai}
            for jenis, dari, sampai in pemeriksa.temuan
        ]

    # -- anchors ---------------------------------------------------------------

    @api.model
    def _jangkar(self):
        """Return the anchor of today: one line per fact, for keeping outside."""
        urut, nilai = self._kepala()
        # sudo: the name of the database's identity is no secret.
        kota = self.env["ir.config_parameter"].sudo().get_param("database.uuid")
        baris = [
            "JANGKAR JEJAK ASN TERPADU",
            f"waktu {fields.Datetime.to_string(fields.Datetime.now())} UTC",
            f"basisdata {kota}",
            f"{self._name} {urut} {nilai}",
        ]
        baris += [
            f"{nama} {ujung[0]} {ujung[1]}"
            for nama in self._daftar_jejak()
            if (ujung := self._ujung(nama))[0]
        ]
        isi = "\n".join(baris)
        return f"{isi}\nsha256 {rantai.kait('', 0, isi)}\n"

    @api.model
    def _periksa_jangkar(self, jangkar):
        """Compare an anchor kept outside with the chains as they are now.

        :raise UserError: when a text was given in which there is no anchor
        """
        temuan = []
        sah = {*self._daftar_jejak(), self._name}
        baris = [b for b in _JANGKAR.findall(jangkar or "") if b[0] in sah]
        if (jangkar or "").strip() and not baris:
            raise UserError(self.env._("There is no anchor in this text."))
        for nama, urut, nilai in baris:
            if nama != self._name and int(urut) <= self._pangkal(nama)[0]:
                continue
            ada = self.env.execute_query(
                SQL(
                    "SELECT hash FROM %s WHERE urut = %s",
                    SQL.identifier(self.env[nama]._table),
                    int(urut),
                )
            )
            if ada != [(nilai,)]:
                temuan.append(
                    {
                        "model": nama,
                        "jenis": "jangkar",
                        "dari": int(urut),
                        "sampai": int(urut),
                    }
                )
        return temuan
