from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class AsnBeranda(models.AbstractModel):
    """The queues of an official in numbers: mine, my unit's, my services' (F61)."""

    _inherit = "asn.beranda"

    #: Further requests are not counted: "1000" already says enough.
    _PALING = 1000

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        if antrean := self._bagian_angka_layanan():
            bagian.append(antrean)
        return bagian

    @api.model
    def _bagian_angka_layanan(self):
        """Return tiles with what waits, is late and falls due, or nothing."""
        semua = self._layanan_saya()
        if not semua:
            return False
        isi = []
        for kunci, judul, aksi, domain in semua:
            jumlah, lewat, hari_ini = self._hitung_layanan(domain)
            ubin = [(judul, jumlah, "inbox", "primary")]
            if lewat or kunci == "tugas":
                teks = self.env._("%s: overdue", judul)
                ubin.append((teks, lewat, "clock-o", "danger"))
            if kunci == "tugas":
                teks = self.env._("Due today")
                ubin.append((teks, hari_ini, "calendar-check-o", "warning"))
            isi += [self._ubin_layanan(aksi, *satu) for satu in ubin]
        return {
            "key": "layanan_antrean",
            "judul": self.env._("Requests in numbers"),
            "jenis": "angka",
            "urutan": 12,
            "isi": isi,
        }

    @api.model
    def _layanan_saya(self):
        """Return ``(key, title, action, domain)`` of each queue of the user's roles."""
        user = self.env.user
        if not self.env["asn.permohonan"].has_access("read"):
            return []
        semua = []
        if self.env["asn.permohonan.tugas"].search_count(
            [("aktor_ids", "in", user.id)], limit=1
        ):
            semua.append(("tugas", self.env._("My tasks"), "is_tugas_saya"))
        if user.asn_unit_dipimpin_ids or user.asn_scope_unit_ids:
            semua.append(("unit", self.env._("My unit"), "is_unit_saya"))
        if user.layanan_ids:
            semua.append(("layanan", self.env._("My services"), "is_layanan_saya"))
        return [
            (
                kunci,
                judul,
                f"asn_layanan.asn_permohonan_action_{kunci}",
                [(medan, "=", True)],
            )
            for kunci, judul, medan in semua
        ]

    @api.model
    def _hitung_layanan(self, domain):
        """Return (waiting, overdue, due today) of a queue in one query."""
        Permohonan = self.env["asn.permohonan"]
        kini = fields.Datetime.now()
        besok = self.env.company.resource_calendar_id._asn_akhir_hari(
            fields.Date.context_today(Permohonan)
        )
        berjalan = Domain("state", "in", ("in_review", "approved"))
        query = Permohonan._search(Domain(domain) & berjalan, limit=self._PALING)
        tabel = Permohonan._table
        batas = Permohonan._field_to_sql(tabel, "batas_waktu", query)
        jeda = Permohonan._field_to_sql(tabel, "jeda_mulai", query)
        # While the clock stands nobody is late.
        batas = SQL("CASE WHEN %s IS NULL THEN %s END AS batas", jeda, batas)
        return self.env.execute_query(
            SQL(
                "SELECT count(*), count(*) FILTER (WHERE batas < %s),"
                " count(*) FILTER (WHERE batas >= %s AND batas <= %s) FROM (%s) q",
                kini,
                kini,
                besok,
                query.select(batas),
            )
        )[0]

    @api.model
    def _ubin_layanan(self, aksi, judul, nilai, ikon, warna):
        """Return one tile that leads to its list, filtered as it counts."""
        saring = {"danger": "lewat", "warning": "hari_ini"}.get(warna, "berjalan")
        tujuan = self.env["ir.actions.act_window"]._for_xml_id(aksi)
        tujuan["context"] = {"create": False, f"search_default_{saring}": 1}
        return {
            "judul": judul,
            "nilai": f"{nilai}+" if nilai == self._PALING else nilai,
            "ikon": f"fa-{ikon}",
            "warna": warna if nilai else "muted",
            "aksi": tujuan,
        }
