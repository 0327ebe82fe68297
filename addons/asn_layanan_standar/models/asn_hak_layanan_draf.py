import logging

from dateutil.relativedelta import relativedelta
from odoo import SUPERUSER_ID, api, fields, models
from odoo.addons.asn_layanan.domain import transisi
from odoo.tools import SQL

_logger = logging.getLogger(__name__)
#: Drafts that are made and committed at once.
_SEKALI = 200
#: What is overdue for longer is a matter of the data and not of a draft.
_BULAN_LEWAT = 12
#: The next entitlement of each person and service, as far as no draft was made for it.
_SQL_JATUH_TEMPO = """
    SELECT h.id FROM (
           SELECT DISTINCT ON (h.employee_id, h.layanan_id) h.id, h.unit_id, h.tanggal,
                  h.draf_pada
             FROM asn_hak_layanan h
             JOIN asn_layanan l ON l.id = h.layanan_id AND l.is_draf_otomatis
            WHERE h.buka <= %(hari_ini)s
            ORDER BY h.employee_id, h.layanan_id, h.tanggal, h.id) h
     WHERE h.draf_pada IS NULL AND h.tanggal >= %(sejak)s
     ORDER BY h.unit_id, h.id
     LIMIT %(jumlah)s
"""


class AsnHakLayanan(models.Model):
    """Drafts that are ready when the time to file comes (services.md 5.3).

    An entitlement is looked at once: it then has its day, whether a draft was made
    or another request was running. Who deletes the draft is not given another one.
    """

    _inherit = "asn.hak.layanan"

    draf_pada = fields.Date(
        "Looked At for a Draft",
        readonly=True,
        help="When a draft was made, or found not to be needed.",
    )
    draf_id = fields.Many2one(
        "asn.permohonan",
        "Draft",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    is_berdraf = fields.Boolean(
        "Draft Ready",
        compute="_compute_is_berdraf",
        search="_search_is_berdraf",
        compute_sudo=True,
    )

    @api.depends("draf_id.state")
    def _compute_is_berdraf(self):
        """Tell that there is a draft to whoever may not read it."""
        for hak in self:
            hak.is_berdraf = hak.draf_id.state == transisi.DRAFT

    def _search_is_berdraf(self, operator, value):
        """Find what the mark says: a draft that was filed is none any more."""
        if operator != "in" or True not in value:
            return NotImplemented
        # sudo: that there is a draft is told on the row, as by the mark
        draf = self.env["asn.permohonan"].sudo()
        ada = draf._search(
            [("is_draf_siap", "=", True), ("state", "=", transisi.DRAFT)]
        )
        return [("draf_id", "in", ada)]

    @api.model
    def _cron_siapkan_draf(self):
        """Make the drafts that fell due, some at a time. Repeatable."""
        # sudo: a scheduled job of the machine
        Hak = self.sudo()
        Hak._lepas_draf()
        while giliran := Hak._draf_jatuh_tempo(_SEKALI):
            giliran._siapkan_draf()
            sisa = len(Hak._draf_jatuh_tempo(1000))
            self.env["asn.permohonan"]._catat_kemajuan(len(giliran), sisa)

    @api.model
    def _lepas_draf(self):
        """Let prepared drafts whose entitlement is gone age like any other.

        The person was promoted by another way, left, or the histories were mended.
        """
        draf = self.env["asn.permohonan"].search(
            [("is_draf_siap", "=", True), ("state", "=", transisi.DRAFT)]
        )
        berhak = self.search([("draf_id", "in", draf.ids)]).draf_id
        (draf - berhak)._mesin().write({"is_draf_siap": False})

    @api.model
    def _draf_jatuh_tempo(self, jumlah):
        """Return at most so many entitlements for which a draft falls due."""
        self.flush_model(["draf_pada"])
        self.env["asn.layanan"].flush_model(["is_draf_otomatis"])
        hari_ini = self._hari_ini()
        baris = self.env.execute_query(
            SQL(
                _SQL_JATUH_TEMPO,
                hari_ini=hari_ini,
                sejak=hari_ini - relativedelta(months=_BULAN_LEWAT),
                jumlah=jumlah,
            )
        )
        return self.browse(id_ for (id_,) in baris)

    def _siapkan_draf(self):
        """Make a draft for each of these, unless a request is running."""
        sibuk = {
            (orang.id, layanan.id)
            for orang, layanan in self.env["asn.permohonan"]._read_group(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("layanan_id", "in", self.layanan_id.ids),
                    ("state", "in", (transisi.DRAFT, *transisi.TERBUKA)),
                ],
                ["employee_id", "layanan_id"],
            )
        }
        perlu = self.filtered(
            lambda h: (h.employee_id.id, h.layanan_id.id) not in sibuk
        )
        draf = perlu._buat_draf()
        milik = {(d.employee_id.id, d.layanan_id.id): d.id for d in draf}
        self.write({"draf_pada": self._hari_ini()})
        for hak in perlu:
            hak.draf_id = milik.get((hak.employee_id.id, hak.layanan_id.id))
        self.env["asn.pemberitahuan"]._catat(
            draf._kabar_draf_siap() + self._kabar_fasilitator(draf)
        )
        return draf

    def _buat_draf(self):
        """Return the new drafts; who cannot have one does not stop the others."""
        Permohonan = self.env["asn.permohonan"]
        vals = [h._vals_draf() for h in self]
        try:
            with self.env.cr.savepoint():
                return Permohonan._mesin().create(vals).with_env(self.env)
        except Exception:
            if len(self) <= 1:
                _logger.exception("no draft for entitlement %s", self.ids)
                return Permohonan
        return Permohonan.union(*(satu._buat_draf() for satu in self))

    def _vals_draf(self):
        """Return the values of a draft in the name of the employee."""
        return {
            "layanan_id": self.layanan_id.id,
            "employee_id": self.employee_id.id,
            "pengaju_id": self.employee_id.user_id.id or SUPERUSER_ID,
            "is_draf_siap": True,
        }

    def _kabar_fasilitator(self, draf):
        """Return one notice for each fasilitator whose units have new drafts."""
        grup = self.env.ref("asn_base.group_fasilitator")
        fasilitator = self.env["res.users"].search(
            [("all_group_ids", "in", grup.ids), ("asn_unit_ids", "!=", False)]
        )
        vals_list = []
        for user in fasilitator:
            cakupan = user._asn_cakupan_unit()
            jumlah = sum(d.unit_id.id in cakupan for d in draf)
            if not jumlah:
                continue
            bahasa = self.with_context(lang=user.lang or draf._bahasa_kantor())
            vals_list.append(
                {
                    "user_id": user.id,
                    "res_model": self._name,
                    "judul": bahasa.env._(
                        "%s drafts were prepared in your units", jumlah
                    ),
                    "isi": bahasa.env._(
                        "The employees were told. You may go on with a draft from the"
                        " list of entitlements (Hak Layanan)."
                    ),
                    "jenis": "info",
                }
            )
        return vals_list
