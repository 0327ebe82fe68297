from odoo import api, fields, models
from odoo.tools import SQL

from .asn_kelengkapan_unsur import MEDAN
from .kelas_data import BAGIAN, TERBATAS

_KOLOM = ("kelengkapan", *(f"kelengkapan_{kode}" for kode, _label in BAGIAN))


class HrEmployee(models.Model):
    """How complete a profile is, by group, and what it lacks.

    Counted by SQL over the elements of ``asn.kelengkapan.unsur``, so that the
    same figures serve one person, a list and the whole city.
    """

    _inherit = "hr.employee"

    kelengkapan = fields.Integer(
        "Completeness (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    kelengkapan_pribadi = fields.Integer(
        "Personal Data (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    kelengkapan_kualifikasi = fields.Integer(
        "Qualification (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    kelengkapan_kompetensi = fields.Integer(
        "Competence (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    kelengkapan_kinerja = fields.Integer(
        "Performance (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    kelengkapan_pendukung = fields.Integer(
        "Supporting Data (%)",
        compute="_compute_kelengkapan",
        store=True,
        groups=TERBATAS,
        aggregator="avg",
    )
    data_kurang = fields.Text(
        "Missing Data", compute="_compute_data_kurang", groups=TERBATAS
    )

    @api.depends(*MEDAN)
    def _compute_kelengkapan(self):
        self.flush_recordset(list(MEDAN))
        for nama in self.env["asn.kelengkapan.unsur"]._aktif().mapped("kode"):
            if nama in self.env:
                self.env[nama].flush_model(["employee_id", "status", "tmt"])
        nilai = {}
        if ids := [i for i in self.ids if i]:
            self.env.cr.execute(self._kelengkapan_sql(ids))
            nilai = {baris[0]: baris[1:] for baris in self.env.cr.fetchall()}
        kosong = (0,) * len(_KOLOM)
        for pegawai in self:
            isi = nilai.get(pegawai._origin.id, kosong)
            for kolom, satu in zip(_KOLOM, isi, strict=True):
                pegawai[kolom] = satu

    @api.model
    def _kelengkapan_sql(self, ids=None):
        """Return the query of ``id`` and the figures of ``_KOLOM``."""
        unsur = self.env["asn.kelengkapan.unsur"]._aktif()
        hitung = [self._persen_sql(unsur)]
        for kode, _label in BAGIAN:
            hitung.append(
                self._persen_sql(unsur.filtered(lambda u, b=kode: u.bagian == b))
            )
        syarat = SQL("e.id = ANY(%s)", list(ids)) if ids is not None else SQL("TRUE")
        return SQL(
            "SELECT e.id, %s FROM hr_employee e WHERE %s",
            SQL(", ").join(hitung),
            syarat,
        )

    @api.model
    def _persen_sql(self, unsur):
        """Return the weighted share that is there; 100 where nothing is asked."""
        ada, perlu = [], []
        for satu in unsur:
            berlaku, terisi = satu._syarat()
            perlu.append(SQL("CASE WHEN %s THEN %s ELSE 0 END", berlaku, satu.bobot))
            ada.append(
                SQL(
                    "CASE WHEN %s AND %s THEN %s ELSE 0 END",
                    berlaku,
                    terisi,
                    satu.bobot,
                )
            )
        if not ada:
            return SQL("100")
        return SQL(
            "COALESCE(100 * (%s) / NULLIF(%s, 0), 100)",
            SQL(" + ").join(ada),
            SQL(" + ").join(perlu),
        )

    @api.model
    def _kelengkapan_massal(self, ids=None):
        """Count these people again, or everybody, by one statement."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "UPDATE hr_employee e SET (%(kolom)s) = ROW(%(baru)s)"
                " FROM (%(hitung)s) b(id, %(kolom)s)"
                " WHERE b.id = e.id AND (%(lama)s) IS DISTINCT FROM (%(baru)s)",
                kolom=SQL(", ").join(SQL.identifier(k) for k in _KOLOM),
                baru=SQL(", ").join(SQL.identifier("b", k) for k in _KOLOM),
                lama=SQL(", ").join(SQL.identifier("e", k) for k in _KOLOM),
                hitung=self._kelengkapan_sql(ids),
            )
        )
        self.invalidate_model(list(_KOLOM), flush=False)

    def _hitung_ulang_kelengkapan(self):
        """Count these people again when the transaction is written."""
        self.env.add_to_compute(self._fields["kelengkapan"], self)

    def _unsur_kurang(self):
        """Return ``{employee id: elements it lacks}`` by one query."""
        unsur = self.env["asn.kelengkapan.unsur"]._aktif()
        if not self.ids or not unsur:
            return {}
        self.env.flush_all()
        kurang = [
            SQL("(%s AND NOT (%s))", berlaku, terisi)
            for berlaku, terisi in (satu._syarat() for satu in unsur)
        ]
        self.env.cr.execute(
            SQL(
                "SELECT e.id, ARRAY[%s] FROM hr_employee e WHERE e.id = ANY(%s)",
                SQL(", ").join(kurang),
                self.ids,
            )
        )
        return {
            nomor: unsur.browse(
                u.id for u, tak_ada in zip(unsur, tanda, strict=True) if tak_ada
            )
            for nomor, tanda in self.env.cr.fetchall()
        }

    @api.depends("kelengkapan")
    @api.depends_context("lang")
    def _compute_data_kurang(self):
        kurang = self._unsur_kurang()
        for pegawai in self:
            unsur = kurang.get(pegawai._origin.id, ())
            pegawai.data_kurang = "\n".join(u.display_name for u in unsur)
