import logging
import os

from odoo import api, fields, models
from odoo.tools import SQL

from ..domain import rantai

_logger = logging.getLogger(__name__)
#: Environment variable with the key of the seals; a database alone cannot forge one.
KUNCI_SEGEL = "ASN_JEJAK_KUNCI"
#: Rows that one seal covers at most, and that are read at once.
_BANYAK = 20_000
#: Advisory lock of the sealing job: "asnsegel".
_KUNCI_KERJA = 7020116101


class AsnJejakSegel(models.Model):
    """A seal: rows of one trace up to here have these hashes, on this day.

    Writers of traces do not wait for each other: they only add rows. The
    sealing job gives rows that have no place yet the next places, chains each
    over the one before, and closes with a seal, chained over the seal before.
    A seal of the kind ``pangkas`` says that rows up to a place were exported
    and cut off. With ``ASN_JEJAK_KUNCI`` in the server's environment a seal
    carries a keyed digest too. Seals themselves are traces: nobody changes one.

    Limits: rows younger than the last seal are protected by triggers only, and
    who owns both database and key can rebuild everything; anchors kept outside
    (:meth:`_jangkar`, the server's log) show that as well.
    """

    _name = "asn.jejak.segel"
    _inherit = "asn.jejak.mixin"
    _description = "Seal of a Trace (Segel Jejak)"
    _order = "urut desc"
    _rec_name = "urut"
    #: Nothing cuts seals off.
    _kolom_masa = None

    model = fields.Char("Trace", required=True, readonly=True)
    jenis = fields.Selection(
        [("segel", "Seal (segel)"), ("pangkas", "Cut off (pangkas)")],
        "Kind",
        required=True,
        readonly=True,
    )
    waktu = fields.Datetime("Time", required=True, readonly=True)
    dari = fields.Integer("From Place", required=True, readonly=True, aggregator=None)
    sampai = fields.Integer("To Place", required=True, readonly=True, aggregator=None)
    jumlah = fields.Integer("Rows", required=True, readonly=True, aggregator="sum")
    hash_baris = fields.Char("Hash of the Last Row", required=True, readonly=True)
    berkas_sha256 = fields.Char("SHA-256 of the File", readonly=True)
    tanda = fields.Char("Keyed Digest", readonly=True)
    nama_model = fields.Char("Which Trace", compute="_compute_nama_model")

    _model_idx = models.Index("(model, jenis, sampai)")

    @api.depends("model")
    def _compute_nama_model(self):
        for segel in self:
            # sudo: names of models are no secret.
            segel.nama_model = (
                self.env["ir.model"].sudo()._get(segel.model).name or segel.model
            )

    @api.model
    def _daftar_jejak(self):
        """Return the names of all traces that are chained."""
        return sorted(
            nama
            for nama, kelas in self.env.registry.items()
            if getattr(kelas, "_siap_segel", None)
            and not kelas._abstract
            and nama != self._name
        )

    # -- sealing -------------------------------------------------------------

    @api.model
    def _cron_segel(self):
        """Seal what is new in every trace; one job at a time.

        :return: number of rows
        """
        self.env.flush_all()
        self.env.cr.execute(SQL("SELECT pg_try_advisory_xact_lock(%s)", _KUNCI_KERJA))
        if not self.env.cr.fetchone()[0]:
            return 0
        jumlah = 0
        for nama in self._daftar_jejak():
            while baru := self._segel_bagian(nama):
                jumlah += baru
        if jumlah:
            kepala = self._kepala()
            # The line leaves the machine with the server's log: an anchor.
            _logger.info("asn.jejak.segel %s %s", *kepala)
        self.invalidate_model()
        return jumlah

    @api.model
    def _segel_bagian(self, nama):
        """Seal at most some thousand rows of one trace; return how many."""
        Model = self.env[nama]
        urut, sebelum = self._ujung(nama)
        baris = self.env.execute_query(
            SQL(
                "SELECT t.id, %s FROM %s t WHERE t.urut IS NULL AND %s"
                " ORDER BY t.id LIMIT %s",
                self._isi_sql(),
                SQL.identifier(Model._table),
                SQL(Model._siap_segel),
                _BANYAK,
            )
        )
        if not baris:
            return 0
        mata = rantai.sambung(sebelum, urut, [isi for _id, isi in baris])
        self.env.cr.execute(
            SQL(
                "UPDATE %s t SET urut = v.urut, hash = v.hash"
                " FROM unnest(%s::int[], %s::int[], %s::text[]) v(id, urut, hash)"
                " WHERE t.id = v.id",
                SQL.identifier(Model._table),
                [id_ for id_, _isi in baris],
                [u for u, _hash in mata],
                [h for _urut, h in mata],
            )
        )
        Model.invalidate_model(["urut", "hash"])
        self._tambah(nama, "segel", urut + 1, *mata[-1], len(mata))
        return len(mata)

    @api.model
    def _isi_sql(self):
        """Return the canonical text of a row ``t`` as SQL.

        Empty columns are left out, so that a column that an update adds does
        not change what older rows say.
        """
        return SQL(
            "(SELECT jsonb_object_agg(k.key, k.value)::text"
            " FROM jsonb_each(to_jsonb(t) - '{urut,hash}'::text[]) k"
            " WHERE k.value <> 'null'::jsonb)"
        )

    @api.model
    def _ujung(self, nama):
        """Return place and hash of the last sealed row of a trace."""
        rows = self.env.execute_query(
            SQL(
                "SELECT sampai, hash_baris FROM asn_jejak_segel"
                " WHERE model = %s AND jenis = 'segel' ORDER BY sampai DESC LIMIT 1",
                nama,
            )
        )
        return rows[0] if rows else (0, rantai.AWAL)

    @api.model
    def _pangkal(self, nama):
        """Return place and hash of the last row that was cut off."""
        rows = self.env.execute_query(
            SQL(
                "SELECT sampai, hash_baris FROM asn_jejak_segel"
                " WHERE model = %s AND jenis = 'pangkas' ORDER BY sampai DESC LIMIT 1",
                nama,
            )
        )
        return rows[0] if rows else (0, rantai.AWAL)

    @api.model
    def _kepala(self):
        """Return place and hash of the last seal."""
        rows = self.env.execute_query(
            SQL("SELECT urut, hash FROM asn_jejak_segel ORDER BY urut DESC LIMIT 1")
        )
        return rows[0] if rows else (0, rantai.AWAL)

    @api.model
    def _tambah(self, nama, jenis, dari, sampai, hash_baris, jumlah, berkas=None):
        """Write one seal and return its id."""
        urut, sebelum = self._kepala()
        nilai = {
            "model": nama,
            "jenis": jenis,
            "waktu": fields.Datetime.now(),
            "dari": dari,
            "sampai": sampai,
            "jumlah": jumlah,
            "hash_baris": hash_baris,
            "berkas_sha256": berkas,
        }
        isi = self._isi_segel(nilai)
        nilai |= {
            "urut": urut + 1,
            "hash": rantai.kait(sebelum, urut + 1, isi),
            "tanda": rantai.tanda(os.environ.get(KUNCI_SEGEL), f"{sebelum}\n{isi}"),
        }
        self.env.cr.execute(
            SQL(
                "INSERT INTO asn_jejak_segel (%s) VALUES %s RETURNING id",
                SQL(", ").join(SQL.identifier(n) for n in nilai),
                tuple(nilai.values()),
            )
        )
        return self.env.cr.fetchone()[0]

    @api.model
    def _isi_segel(self, nilai):
        """Return the canonical text of a seal."""
        return "|".join(
            [
                nilai["model"],
                nilai["jenis"],
                fields.Datetime.to_string(nilai["waktu"]),
                str(nilai["dari"]),
                str(nilai["sampai"]),
                str(nilai["jumlah"]),
                nilai["hash_baris"],
                nilai["berkas_sha256"] or "",
            ]
        )
