from odoo import api, fields, models
from odoo.tools import SQL
from psycopg2.errors import SerializationFailure

KANAL = [
    ("profil", "Profile (profil)"),
    ("riwayat", "History (riwayat)"),
    ("daftar", "List with personal data (daftar)"),
    ("dokumen", "Document (dokumen)"),
    ("unduh", "Download (unduh)"),
    ("cetak", "Print (cetak)"),
    ("ekspor", "Export (ekspor)"),
    ("api", "Other application (API)"),
]
#: Key of the queue in the transaction.
_ANTREAN = "asn_jejak_akses"
#: How often a trace is tried that another request gets in the way of.
_COBA = 4


class AsnJejakAkses(models.Model):
    """Who looked at whose personal data (UU 27/2022, Pasal 16-17).

    One row per user, person, channel, object, purpose and hour; it counts how
    often. Rows of one request are collected and written by one statement just
    before it commits. Who looks at the own data leaves no row.

    Rights: everybody reads the rows about the own data; Administrator Sistem
    and Kepala Badan read all; nobody writes.
    """

    _name = "asn.jejak.akses"
    _inherit = "asn.jejak.mixin"
    _description = "Access Trace (Jejak Akses)"
    _order = "terakhir desc, id desc"
    _rec_name = "employee_id"
    _kolom_waktu = "jam"
    # A row counts until its hour is over.
    _siap_segel = "t.jam < (now() AT TIME ZONE 'UTC') - interval '2 hours'"
    _boleh_ubah = (
        "NEW.jumlah > OLD.jumlah AND NEW.terakhir >= OLD.terakhir"
        " AND (NEW.id, NEW.user_id, NEW.employee_id, NEW.kanal, NEW.objek,"
        " NEW.tujuan, NEW.peran, NEW.jam, NEW.pertama) IS NOT DISTINCT FROM"
        " (OLD.id, OLD.user_id, OLD.employee_id, OLD.kanal, OLD.objek,"
        " OLD.tujuan, OLD.peran, OLD.jam, OLD.pertama)"
    )

    user_id = fields.Many2one(
        "res.users", "Looked At By", required=True, readonly=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", "Person", required=True, readonly=True, ondelete="restrict"
    )
    kanal = fields.Selection(KANAL, "Channel (Kanal)", required=True, readonly=True)
    objek = fields.Char("Object", required=True, readonly=True)
    tujuan = fields.Char("Purpose (Tujuan)", required=True, readonly=True)
    peran = fields.Char("Roles at the Time", required=True, readonly=True)
    jam = fields.Datetime("Hour", required=True, readonly=True)
    pertama = fields.Datetime("First", required=True, readonly=True)
    terakhir = fields.Datetime("Last", required=True, readonly=True)
    jumlah = fields.Integer("Times", required=True, readonly=True, aggregator="sum")

    nama_peran = fields.Char("Role", compute="_compute_keterangan")
    nama_objek = fields.Char("What", compute="_compute_keterangan")
    unit_pengguna = fields.Char("Office of the Visitor", compute="_compute_keterangan")
    pertanyaan_ids = fields.One2many("asn.jejak.pertanyaan", "jejak_id", "Questions")
    can_tanya = fields.Boolean(compute="_compute_can_tanya")

    _ember_uniq = models.UniqueIndex(
        "(employee_id, jam, user_id, kanal, objek, tujuan, peran)"
    )
    _pengguna_idx = models.Index("(user_id, jam)")
    _jam_idx = models.Index("(jam)")

    @api.depends("kanal", "objek", "user_id")
    @api.depends_context("lang")
    def _compute_keterangan(self):
        """Say in words what was looked at and in which role."""
        # sudo: where the visitor works is public; what a model is called, too.
        pengunjung = self.sudo().user_id.employee_ids
        unit = {p.user_id: p.unit_id.name for p in pengunjung if p.unit_id}
        for jejak in self:
            model = jejak.objek.partition(",")[0]
            nama = jejak.objek
            if model == "hr.employee":
                nama = self.env._("Personnel data")
            elif model in self.env or model.startswith("laporan."):
                nama = self._label_apa(model)
            jejak.nama_objek = nama or False
            jejak.nama_peran = self._label_peran(jejak.peran)
            jejak.unit_pengguna = unit.get(jejak.user_id) or False

    @api.depends("employee_id", "pertanyaan_ids")
    @api.depends_context("uid")
    def _compute_can_tanya(self):
        # sudo: which employee record is the user's own.
        saya = self.env.user.sudo().employee_ids
        for jejak in self:
            jejak.can_tanya = jejak.employee_id in saya and not jejak.pertanyaan_ids

    def action_tanya(self):
        """Open the dialog to question this visit."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Question This Visit"),
            "res_model": "asn.jejak.pertanyaan",
            "view_mode": "form",
            "views": [
                (
                    self.env.ref("asn_audit.asn_jejak_pertanyaan_view_form_tanya").id,
                    "form",
                )
            ],
            "target": "new",
            "context": {"default_jejak_id": self.id},
        }

    @api.model
    def _catat(self, pegawai, kanal, objek="", tujuan=""):
        """Note that the present user sees personal data of people.

        Costs nothing now; one statement writes the whole request's notes at
        its end. The system itself (``sudo`` without a person) is not noted.

        :param pegawai: ``hr.employee`` records or ids
        :param kanal: key of ``KANAL``
        :param objek: what exactly, as a model name or a report code
        :param tujuan: why, where somebody was asked
        """
        ids = pegawai if isinstance(pegawai, (list, tuple, set)) else pegawai.ids
        if not ids:
            return
        precommit = self.env.cr.precommit
        antrean = precommit.data.setdefault(_ANTREAN, {})
        if not antrean:
            # sudo: traces are the system's; only ids and role names are written.
            precommit.add(self.env(su=True)[self._name]._tulis_antrean)
        kunci = (self.env.uid, kanal, objek or "", (tujuan or "")[:500])
        antrean.setdefault((*kunci, self._peran_kini()), set()).update(ids)

    @api.model
    def _tulis_antrean(self, waktu=None):
        """Write what the transaction has collected, by one statement.

        :param waktu: when it was (UTC), for histories that are taken over
        """
        antrean = self.env.cr.precommit.data.pop(_ANTREAN, {})
        nilai = [
            (pengguna, pegawai, *lain)
            for (pengguna, *lain), ids in sorted(antrean.items())
            for pegawai in sorted(ids)
        ]
        if not nilai:
            return None
        if not self.env.cr.readonly:
            return self._tulis(self.env.cr, nilai, waktu)
        # A route that reads only: the trace goes through a transaction of its own.
        for kali in range(_COBA):
            try:
                with self.env.registry.cursor() as cr:
                    return self._tulis(cr, nilai, waktu)
            except SerializationFailure:
                # Another request of the same person wrote the same row just now.
                if kali == _COBA - 1:
                    raise
        return None

    @api.model
    def _tulis(self, cr, nilai, waktu):
        """Write rows of users, people and the rest of the key; count repeats."""
        cr.execute(
            SQL(
                """
                INSERT INTO asn_jejak_akses AS j
                    (user_id, employee_id, kanal, objek, tujuan, peran, jam,
                     pertama, terakhir, jumlah)
                SELECT v.user_id, v.employee_id, v.kanal, v.objek, v.tujuan, v.peran,
                       date_trunc('hour', k.kini), k.kini, k.kini, 1
                  FROM unnest(%s, %s, %s, %s, %s, %s)
                       AS v(user_id, employee_id, kanal, objek, tujuan, peran)
                 CROSS JOIN (SELECT date_trunc('second', coalesce(%s,
                                    clock_timestamp() AT TIME ZONE 'UTC')) AS kini) k
                 WHERE EXISTS (
                    SELECT 1 FROM hr_employee e WHERE e.id = v.employee_id
                       AND e.user_id IS DISTINCT FROM v.user_id)
                ON CONFLICT (employee_id, jam, user_id, kanal, objek, tujuan, peran)
                DO UPDATE SET jumlah = j.jumlah + 1,
                              terakhir = greatest(j.terakhir, EXCLUDED.terakhir)
                """,
                *[
                    SQL("%s::" + tipe, list(kolom))
                    for tipe, kolom in zip(
                        ("int[]", "int[]", "text[]", "text[]", "text[]", "text[]"),
                        zip(*nilai, strict=True),
                        strict=True,
                    )
                ],
                waktu,
            ),
            # Two requests at once: the server tries again, which is no error.
            log_exceptions=False,
        )
