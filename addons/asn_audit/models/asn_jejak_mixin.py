import logging

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL
from psycopg2 import Error

from .penunjuk import Penunjuk

_logger = logging.getLogger(__name__)

#: Roles as they are written into a trace, the farthest reaching first.
_PERAN = (
    "admin_sistem",
    "kepala_badan",
    "admin_utama",
    "admin_aplikasi",
    "validator",
    "penandatangan",
    "fasilitator",
    "pimpinan",
    "monev",
)

#: Function and triggers of one trace.
_PEMICU = """
CREATE OR REPLACE FUNCTION %(fungsi)s() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.%(waktu)s
           < (now() AT TIME ZONE 'UTC') - interval '1 year'
           AND EXISTS (
               SELECT 1 FROM asn_jejak_segel s
                WHERE s.jenis = 'pangkas' AND s.model = '%(model)s'
                  AND s.sampai >= OLD.urut) THEN
            RETURN OLD;
        END IF;
    ELSIF TG_OP = 'UPDATE' AND OLD.hash IS NULL THEN
        IF NEW.hash IS NULL AND NEW.urut IS NULL THEN
            IF %(boleh)s THEN
                RETURN NEW;
            END IF;
        ELSIF NEW.hash IS NOT NULL AND NEW.urut IS NOT NULL
              AND to_jsonb(NEW) - '{urut,hash}'::text[]
              = to_jsonb(OLD) - '{urut,hash}'::text[] THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '%(tabel)s: traces are never changed or deleted';
END $$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS %(fungsi)s ON %(tabel)s;
CREATE TRIGGER %(fungsi)s BEFORE UPDATE OR DELETE ON %(tabel)s
    FOR EACH ROW EXECUTE FUNCTION %(fungsi)s();
DROP TRIGGER IF EXISTS %(kosong)s ON %(tabel)s;
CREATE TRIGGER %(kosong)s BEFORE TRUNCATE ON %(tabel)s
    FOR EACH STATEMENT EXECUTE FUNCTION %(fungsi)s();
"""


class AsnJejakMixin(models.AbstractModel):
    """A trace: rows are added by the server and changed by nobody.

    The ORM refuses everybody, administrators included, and a trigger of the
    database refuses behind it. The sealing job (``asn.jejak.segel``) gives each
    row its place in a chain of hashes, once. Rows older than the retention are
    cut off the beginning of the chain; the database lets nothing go that is
    younger than a year or was not cut off by a seal.
    """

    _name = "asn.jejak.mixin"
    _description = "Trace (Jejak)"
    _log_access = False

    #: Column whose age decides whether a row may be cleaned up.
    _kolom_waktu = "waktu"
    #: SQL condition under which a row may change before it is sealed.
    _boleh_ubah = "FALSE"
    #: SQL condition under which a row has its last form and may be sealed.
    _siap_segel = "TRUE"
    #: Field of the company that says how many months rows are kept.
    _kolom_masa = "asn_retensi_jejak"

    urut = fields.Integer("Place in the Chain", readonly=True, aggregator=None)
    hash = fields.Char("Hash", readonly=True)

    _urut_uniq = models.UniqueIndex("(urut) WHERE urut IS NOT NULL")
    _belum_idx = models.Index("(id) WHERE urut IS NULL")

    def init(self):
        if self._abstract:
            return
        nama = f"{self._table}_tetap"
        self.env.cr.execute(
            SQL(
                _PEMICU,
                fungsi=SQL(nama),
                kosong=SQL(f"{self._table}_kosong"),
                waktu=SQL(self._kolom_waktu),
                boleh=SQL(self._boleh_ubah),
                model=SQL(self._name),
                tabel=SQL(self._table),
            )
        )

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        self._tolak_jejak()

    def write(self, vals):  # pylint: disable=method-required-super
        self._tolak_jejak()

    def unlink(self):  # pylint: disable=method-required-super
        self._tolak_jejak()

    @api.model
    def _tolak_jejak(self):
        raise AccessError(
            self.env._(
                "Traces (jejak) are written by the system only and are never changed"
                " or deleted, by nobody."
            )
        )

    def _fetch_query(self, query, fields):
        hasil = super()._fetch_query(query, fields)
        for field in fields:
            if isinstance(field, Penunjuk):
                field._lupakan(hasil)
        return hasil

    @api.model
    def _read_group_postprocess_groupby(self, groupby_spec, raw_values):
        field = self._fields.get(groupby_spec)
        if isinstance(field, Penunjuk):
            ada = field._yang_ada(self.env, filter(None, raw_values))
            raw_values = [nilai if nilai in ada else None for nilai in raw_values]
        return super()._read_group_postprocess_groupby(groupby_spec, raw_values)

    @api.model
    def _sesudah(self, tulis):
        """Write a trace of what failed, once this transaction has ended.

        In a transaction of its own, so that undoing the request does not undo
        the trace; and never disturbing the refusal itself.

        :param tulis: called with a cursor
        """
        registry, sudah = self.env.registry, []

        def jalan():
            if sudah:
                return
            sudah.append(True)
            try:
                with registry.cursor() as cr:
                    tulis(cr)
            except Error:
                _logger.warning("a trace could not be written", exc_info=True)

        self.env.cr.postrollback.add(jalan)
        self.env.cr.postcommit.add(jalan)

    @api.model
    def _peran_kini(self):
        """Return the roles of the present user as a text, for the trace."""
        user = self.env.user
        peran = [p for p in _PERAN if user.has_group(f"asn_base.group_{p}")]
        return ",".join(peran or ["pegawai"])

    @api.model
    def _label_peran(self, peran):
        """Return the names of roles as people know them."""
        nama = []
        for kode in (peran or "").split(","):
            grup = self.env.ref(f"asn_base.group_{kode}", raise_if_not_found=False)
            # sudo: what a role is called is no secret.
            nama.append(grup.sudo().name if grup else kode)
        return ", ".join(nama)

    @api.model
    def _label_apa(self, apa):
        """Return in words what was exported, printed or opened.

        :param apa: name of a model, or ``laporan.`` with the name of a print
        """
        jenis, _titik, laporan = (apa or "").partition(".")
        if jenis == "laporan":
            # sudo: names of prints are no secret.
            env = self.sudo().env
            pola = f"%.{laporan.rpartition('.')[2]}"
            cetak = env["ir.actions.report"]
            nama = cetak.search([("report_name", "=like", pola)], limit=1).name
            if not nama:
                kelas = env["asn.kelas.data"]
                nama = kelas.search([("kode", "=", apa)], limit=1).name
        else:
            # sudo: names of models are no secret.
            nama = self.env["ir.model"].sudo()._get(apa).name
        return nama or apa

    @api.model
    def _bersihkan(self, bulan):
        """Cut off rows older than a number of months, at least twelve.

        :return: number of rows
        """
        return self.env["asn.jejak.segel"]._pangkas(self._name, bulan)
