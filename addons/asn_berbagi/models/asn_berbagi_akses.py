import json
import uuid

from odoo import api, fields, models
from odoo.tools import SQL


class AsnBerbagiAkses(models.Model):
    """One call of a consumer, refused ones included (Pasal 29 (2)).

    Written through a transaction of its own, so that a failure does not take
    it along. Which people were in the answer stands in the column ``pegawai``
    (ids, found through ``employee_id``): each ASN sees the calls about
    herself, but not who else was in them.
    """

    _name = "asn.berbagi.akses"
    _inherit = "asn.jejak.mixin"
    _description = "Call of a Consumer (Akses API)"
    _order = "waktu desc, id desc"
    _rec_name = "nomor"

    nomor = fields.Char("Request Id", required=True, readonly=True)
    waktu = fields.Datetime("Time", required=True, readonly=True, index=True)
    konsumen_id = fields.Many2one(
        "asn.berbagi.konsumen",
        "Application",
        readonly=True,
        index=True,
        ondelete="restrict",
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
    )
    nama_konsumen = fields.Char("Read By", readonly=True)
    kunci_id = fields.Many2one(
        "asn.berbagi.kunci",
        "Key",
        readonly=True,
        ondelete="restrict",
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
    )
    permintaan_id = fields.Many2one(
        "asn.permintaan.data",
        "Data-Use Request",
        readonly=True,
        ondelete="restrict",
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
    )
    tujuan = fields.Char("Purpose", readonly=True)
    rute = fields.Char("Resource", required=True, readonly=True)
    parameter = fields.Char(
        "Parameters",
        readonly=True,
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
    )
    bidang = fields.Char("Fields", readonly=True)
    status = fields.Integer("HTTP Status", required=True, readonly=True)
    jumlah = fields.Integer("Rows", readonly=True, aggregator="sum")
    durasi_ms = fields.Integer("Duration (ms)", readonly=True, aggregator="avg")
    alamat_ip = fields.Char(
        "Network Address", readonly=True, groups="asn_base.group_admin_sistem"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        "About",
        store=False,
        search="_search_employee_id",
        groups="asn_base.group_pegawai",
    )

    _konsumen_idx = models.Index("(konsumen_id, waktu DESC)")

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env.cr.execute(
            "ALTER TABLE asn_berbagi_akses ADD COLUMN IF NOT EXISTS pegawai int[];"
            "CREATE INDEX IF NOT EXISTS asn_berbagi_akses_pegawai_idx"
            " ON asn_berbagi_akses USING gin (pegawai)"
        )

    @api.model
    def _search_employee_id(self, operator, value):
        """Find calls whose answer held one of these people, by id only."""
        if operator not in ("in", "="):
            return NotImplemented
        ids = [value] if isinstance(value, int) else [v for v in value or () if v]
        if any(not isinstance(satu, int) or isinstance(satu, bool) for satu in ids):
            return NotImplemented
        return [
            (
                "id",
                "in",
                SQL(
                    "(SELECT id FROM asn_berbagi_akses WHERE pegawai && %s::int[])",
                    ids,
                ),
            )
        ]

    @api.model
    def _catat(self, konteks, status, durasi_ms):
        """Store one call through a transaction of its own.

        :param konteks: what is known of the call, see ``asn.berbagi.api``
        """
        parameter = json.dumps(konteks.parameter, sort_keys=True)
        nilai = {
            "nomor": konteks.nomor,
            "waktu": fields.Datetime.now(),
            "konsumen_id": konteks.konsumen.id or None,
            "nama_konsumen": konteks.konsumen.name or None,
            "kunci_id": konteks.kunci.id or None,
            "permintaan_id": konteks.izin.id or None,
            "tujuan": (konteks.izin.tujuan or "")[:500] or None,
            "rute": konteks.rute,
            "parameter": parameter[:500] if konteks.parameter else None,
            "bidang": ",".join(konteks.bidang)[:1000] or None,
            "status": status,
            "jumlah": konteks.jumlah,
            "durasi_ms": durasi_ms,
            "alamat_ip": konteks.alamat,
            "pegawai": sorted(konteks.pegawai) or None,
        }
        with self.env.registry.cursor() as cr:
            cr.execute(
                SQL(
                    "INSERT INTO asn_berbagi_akses (%s) VALUES %s",
                    SQL(", ").join(SQL.identifier(n) for n in nilai),
                    tuple(nilai.values()),
                )
            )
            if konteks.kunci and status < 400:
                # Once an hour is enough to see whether a key is still used.
                cr.execute(
                    "UPDATE asn_berbagi_kunci SET dipakai_terakhir = now() AT TIME ZONE"
                    " 'UTC' WHERE id = %s AND coalesce(dipakai_terakhir, '-infinity')"
                    " < (now() AT TIME ZONE 'UTC') - interval '1 hour'",
                    [konteks.kunci.id],
                )

    @api.model
    def _nomor_baru(self):
        return str(uuid.uuid4())

    @api.model
    def _cron_bersihkan(self):
        """Delete calls older than two years and what the feed no longer serves."""
        self._bersihkan(24)
        self.env["asn.berbagi.perubahan"]._bersihkan()
