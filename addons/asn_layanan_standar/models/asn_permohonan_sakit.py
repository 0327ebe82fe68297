from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.fields import Domain
from odoo.tools import SQL

from ..domain import cuti_jenis
from .asn_permohonan import STATE_MENEMPATI

KEADAAN_SAKIT = [
    ("jalan", "Running"),
    ("dekat", "Nearing 12 months"),
    ("perpanjangan", "Extended, beyond 12 months"),
    ("dekat_akhir", "Nearing the last day"),
    ("habis", "Used up, to be examined (uzur)"),
]
#: A spell whose last day passed so long ago is over; until then more may be filed.
_HARI_MASIH = 14


class AsnPermohonan(models.Model):
    """How near a spell of illness is to its longest time (CUTI-S-03, CUTI-S-04).

    Spells are added up when a sick leave is filed (``awal_sakit``); the latest request
    of a spell stands for it.
    """

    _inherit = "asn.permohonan"

    sakit_keadaan = fields.Selection(
        KEADAAN_SAKIT,
        "How Far the Illness Is",
        compute="_compute_sakit_keadaan",
        search="_search_sakit_keadaan",
        compute_sudo=True,
    )
    sakit_batas = fields.Date(
        "Last Possible Day",
        compute="_compute_sakit_keadaan",
        compute_sudo=True,
        help="Of the present limit: 12 months, or 18 months after an extension.",
    )
    sakit_langkah = fields.Char(
        "What Follows", compute="_compute_sakit_keadaan", compute_sudo=True
    )

    @api.depends("awal_sakit", "tanggal_selesai", "jenis_cuti", "employee_id")
    def _compute_sakit_keadaan(self):
        for permohonan in self:
            awal, akhir = permohonan.awal_sakit, permohonan.tanggal_selesai
            jenis = permohonan._jenis_cuti() if awal and akhir else None
            if not jenis:
                permohonan.sakit_keadaan = permohonan.sakit_batas = False
                permohonan.sakit_langkah = False
                continue
            bulan, lebih = jenis.durasi_maks, jenis.perpanjangan_maks_bulan
            keadaan = cuti_jenis.keadaan_sakit(awal, akhir, bulan, lebih)
            if keadaan not in ("jalan", "dekat"):
                bulan += lebih
            permohonan.sakit_keadaan = keadaan
            permohonan.sakit_batas = cuti_jenis.akhir_maks(awal, bulan)
            permohonan.sakit_langkah = permohonan._langkah_sakit(keadaan, bool(lebih))

    def _langkah_sakit(self, keadaan, dapat_diperpanjang):
        """Return what the rules ask for next, ready to read."""
        batas = format_panjang(self.sakit_batas)
        if keadaan == "dekat":
            return self.env._(
                "Beyond %s only with the letter of the health examining team (CUTI-S-03)",
                batas,
            )
        if keadaan not in ("dekat_akhir", "habis"):
            return False
        if not dapat_diperpanjang:
            return self.env._("No leave after %s (CUTI-K-06)", batas)
        return self.env._(
            "Health examination before %s; who is unfit for every post: pension for"
            " infirmity (uzur), else released with waiting money (CUTI-S-04)",
            batas,
        )

    def _search_sakit_keadaan(self, operator, value):
        """Find spells of illness that are not over by how far they are."""
        if operator != "in":
            return NotImplemented
        cocok = self._sakit_berjalan().filtered(lambda p: p.sakit_keadaan in value)
        return Domain("id", "in", cocok.ids)

    @api.model
    def _sakit_berjalan(self):
        """Return the latest request of each spell that is not over."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        self.flush_model(
            ["employee_id", "jenis_cuti", "state", "awal_sakit", "tanggal_selesai"]
        )
        baris = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT ON (employee_id) id
                  FROM asn_permohonan
                 WHERE awal_sakit IS NOT NULL AND jenis_cuti = 'sakit'
                   AND state = ANY(%s) AND tanggal_selesai >= %s
                 ORDER BY employee_id, tanggal_selesai DESC, id DESC
                """,
                list(STATE_MENEMPATI),
                hari_ini - timedelta(days=_HARI_MASIH),
            )
        )
        return self.browse(nomor for (nomor,) in baris)
