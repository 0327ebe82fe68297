import io

import xlsxwriter
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .asn_jenis_dokumen import KELAS

#: The number on the paper, by whatever name the riwayat calls it.
_NOMOR = ("nomor_sk", "nomor_ijazah", "nomor_surat", "nomor_sertifikat", "nomor")
#: Rows of one spreadsheet; more are asked for unit by unit.
BARIS_MAKS = 100_000


class AsnDokumenKurang(models.Model):
    """Documents that people should have and have not (dokumen kurang).

    Not stored: computed by the database from people, riwayat, documents and
    ``asn.dokumen.wajib``. A refused, withdrawn or expired document is none.
    """

    _name = "asn.dokumen.kurang"
    _description = "Missing document (dokumen kurang)"
    _auto = False
    _order = "unit_id, employee_id, urutan, id"
    _rec_name = "jenis_id"

    employee_id = fields.Many2one("hr.employee", "Person (pegawai)", readonly=True)
    nip = fields.Char("NIP", related="employee_id.nip", related_sudo=False)
    unit_id = fields.Many2one("hr.department", "Work Unit (unit kerja)", readonly=True)
    jenis_id = fields.Many2one("asn.jenis.dokumen", "Kind (jenis)", readonly=True)
    #: A column and no related field: see ``_sql_kolom``.
    kelas = fields.Selection(KELAS, "Class (kelas)", readonly=True)
    wajib_id = fields.Many2one("asn.dokumen.wajib", "Required by", readonly=True)
    urutan = fields.Integer(readonly=True, aggregator=None)
    jumlah = fields.Integer("Missing", readonly=True)
    is_milik_saya = fields.Boolean(
        "Mine", compute="_compute_is_milik_saya", search="_search_is_milik_saya"
    )

    @api.depends_context("uid")
    @api.depends("employee_id")
    def _compute_is_milik_saya(self):
        saya = self.env.user.employee_ids
        for kurang in self:
            kurang.is_milik_saya = kurang.employee_id in saya

    def _search_is_milik_saya(self, operator, value):
        """By the ids of the people: the database looks at them only."""
        if operator != "in" or True not in value:
            return NotImplemented
        return [("employee_id", "in", self.env.user.employee_ids.ids)]

    @property
    def _table_query(self):
        """Return one query for all requirements, with and without riwayat.

        Only the kinds that some requirement names: each of the others would be
        planned at every reading, for nothing.
        """
        bagian = [self._sql_tunggal()]
        for model, per_baris in self.env["asn.dokumen.wajib"]._riwayat_dipakai():
            buat = self._sql_per_baris if per_baris else self._sql_satu
            bagian.append(buat(model))
        return SQL(" UNION ALL ").join(bagian)

    @api.model
    def _sql_orang(self):
        """Return people joined with the requirements of their status."""
        return SQL(
            """
            hr_employee e JOIN asn_dokumen_wajib w ON w.active AND e.active
              AND CASE e.status_pegawai WHEN 'cpns' THEN w.untuk_cpns
                  WHEN 'pns' THEN w.untuk_pns
                  WHEN 'pppk' THEN w.untuk_pppk
                  WHEN 'pppk_paruh_waktu' THEN w.untuk_pppk ELSE FALSE END
              AND (w.status_perkawinan IS NULL
                   OR w.status_perkawinan = e.status_perkawinan)
              JOIN asn_jenis_dokumen j ON j.id = w.jenis_id
            """
        )

    @api.model
    def _sql_kolom(self, jumlah):
        """Return the columns of the result.

        What record rules ask for is a column of its own (unit, class): conditions on
        columns reach people before anything is looked up, those with a query inside
        (``jenis_id.kelas``, ``employee_id.user_id``) only when everybody's missing
        documents are worked out.
        """
        return SQL(
            "e.id::bigint * 10000 + w.id AS id, e.id AS employee_id,"
            " e.unit_id AS unit_id, w.jenis_id AS jenis_id, j.kelas AS kelas,"
            " w.id AS wajib_id, w.sequence AS urutan, %s AS jumlah",
            jumlah,
        )

    @api.model
    def _sql_ada(self, syarat=None):
        """Return whether the person has a document that serves a requirement."""
        return SQL(
            """
            EXISTS (SELECT 1 FROM asn_dokumen d
                     WHERE d.employee_id = e.id
                       AND d.jenis_id IN (
                           SELECT w.jenis_id UNION ALL
                           SELECT s.jenis_id FROM asn_dokumen_wajib_setara_rel s
                            WHERE s.wajib_id = w.id)
                       AND d.status IN ('sah', 'belum')
                       AND (d.berlaku_sampai IS NULL OR d.berlaku_sampai >= %s)
                       AND %s)
            """,
            fields.Date.context_today(self),
            syarat or SQL("TRUE"),
        )

    @api.model
    def _sql_tunggal(self):
        """Return requirements of one document, for everybody of a status."""
        return SQL(
            "SELECT %s FROM %s WHERE w.riwayat IS NULL AND NOT %s",
            self._sql_kolom(SQL("1")),
            self._sql_orang(),
            self._sql_ada(),
        )

    @api.model
    def _sql_satu(self, model):
        """Return requirements of one document where a riwayat has a valid row."""
        return SQL(
            "SELECT %s FROM %s WHERE w.riwayat = %s AND w.per_baris IS NOT TRUE"
            " AND EXISTS (SELECT 1 FROM %s r WHERE %s) AND NOT %s",
            self._sql_kolom(SQL("1")),
            self._sql_orang(),
            model,
            SQL.identifier(self.env[model]._table),
            self._sql_milik(),
            self._sql_ada(),
        )

    @api.model
    def _sql_milik(self):
        return SQL("r.employee_id = e.id AND r.status = 'sah'")

    @api.model
    def _sql_per_baris(self, model):
        """Return requirements of one document for each valid row of a riwayat."""
        Riwayat = self.env[model]
        tabel = SQL.identifier(Riwayat._table)
        nomor = [n for n in _NOMOR if n in Riwayat._fields and Riwayat._fields[n].store]
        isi = SQL(", ").join(
            SQL("nullif(trim(r.%s), '')", SQL.identifier(n)) for n in nomor
        )
        sama = SQL("d.kunci = lower(coalesce(%s))", isi) if nomor else SQL("FALSE")
        terhubung = SQL(
            "EXISTS (SELECT 1 FROM asn_dokumen t WHERE t.id = r.dokumen_id"
            " AND t.status IN ('sah', 'belum'))"
        )
        hitung = SQL(
            "(SELECT count(*)::int AS n FROM %s r WHERE %s AND NOT %s AND NOT %s)",
            tabel,
            self._sql_milik(),
            terhubung,
            self._sql_ada(sama),
        )
        return SQL(
            "SELECT %s FROM %s CROSS JOIN LATERAL %s h"
            " WHERE w.riwayat = %s AND w.per_baris AND h.n > 0",
            self._sql_kolom(SQL("h.n")),
            self._sql_orang(),
            hitung,
            model,
        )

    # -- what can be done with it -------------------------------------------

    def action_unggah(self):
        """Open the archive of the person, where the missing paper is filed."""
        self.ensure_one()
        return self.employee_id.action_open_dokumen()

    @api.model
    def action_xlsx(self, *_ids):
        """Open the spreadsheet of everything missing within the user's reach."""
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": "/asn/arsip/kurang.xlsx",
            "target": "download",
        }

    @api.model
    def _sebelum_ekspor(self, jumlah):
        """Called before a spreadsheet leaves the system (hook for the log)."""

    @api.model
    def _isi_xlsx(self):
        """Return the spreadsheet of what the present user may see.

        :raises UserError: when it is too large for one sheet
        """
        self.check_access("read")
        jumlah = self.search_count([], limit=BARIS_MAKS + 1)
        if jumlah > BARIS_MAKS:
            raise UserError(
                self.env._(
                    "More than %s rows are too many for one spreadsheet. Ask for it "
                    "unit by unit from the list.",
                    BARIS_MAKS,
                )
            )
        self._sebelum_ekspor(jumlah)
        simpan = io.BytesIO()
        with xlsxwriter.Workbook(
            simpan, {"in_memory": True, "strings_to_formulas": False}
        ) as buku:
            self._tulis_rinci(buku, self.search([]))  # pylint: disable=no-search-all
            self._tulis_rekap(buku)
        return simpan.getvalue()

    @api.model
    def _tulis_rinci(self, buku, semua):
        """Write one row per person and kind."""
        _ = self.env._
        kepala = [
            (_("Work Unit (unit kerja)"), 36),
            ("NIP", 22),
            (_("Name (nama)"), 32),
            (_("Kind (jenis)"), 44),
            (_("Missing"), 10),
        ]
        lembar = self._lembar(buku, _("Missing documents"), kepala)
        for nomor, baris in enumerate(semua, 1):
            pegawai = baris.employee_id
            isi = (
                baris.unit_id.name,
                pegawai.nip,
                pegawai.name,
                baris.jenis_id.name,
            )
            for kolom, nilai in enumerate(isi):
                lembar.write_string(nomor, kolom, nilai or "")
            lembar.write_number(nomor, 4, baris.jumlah)

    @api.model
    def _tulis_rekap(self, buku):
        """Write people and documents per unit, with the total."""
        _ = self.env._
        kepala = [
            (_("Work Unit (unit kerja)"), 44),
            (_("People"), 12),
            (_("Missing"), 12),
        ]
        lembar = self._lembar(buku, _("Per unit"), kepala)
        tebal = buku.add_format({"bold": True, "top": 1})
        grup = self._read_group(
            [], ["unit_id"], ["employee_id:count_distinct", "jumlah:sum"]
        )
        for nomor, (unit, orang, jumlah) in enumerate(grup, 1):
            lembar.write_string(nomor, 0, unit.name or "-")
            lembar.write_number(nomor, 1, orang)
            lembar.write_number(nomor, 2, jumlah)
        akhir = len(grup) + 1
        lembar.write_string(akhir, 0, _("Total"), tebal)
        for kolom in (1, 2):
            lembar.write_number(akhir, kolom, sum(g[kolom] for g in grup), tebal)

    @api.model
    def _lembar(self, buku, nama, kepala):
        """Return a sheet with a frozen head and sensible widths."""
        lembar = buku.add_worksheet(nama[:31])
        gaya = buku.add_format(
            {"bold": True, "bg_color": "#1F4E79", "font_color": "white", "border": 1}
        )
        for kolom, (judul, lebar) in enumerate(kepala):
            lembar.write_string(0, kolom, judul, gaya)
            lembar.set_column(kolom, kolom, lebar)
        lembar.freeze_panes(1, 0)
        lembar.repeat_rows(0)
        lembar.set_landscape()
        lembar.set_paper(14)
        lembar.fit_to_pages(1, 0)
        lembar.set_footer("&RHalaman &P dari &N")
        return lembar
