from markupsafe import Markup, escape
from odoo import api, fields, models
from odoo.tools import format_date, format_datetime, html2plaintext

from ..domain.samaran import samarkan
from .samar import Samar

#: So many changes of a row stand in a list, and so many characters of a value.
_RINGKAS, _PANJANG, _PANJANG_RINGKAS = 3, 600, 40


class AsnJejakPerubahan(models.Model):
    """Changes in words: labels of fields, names of records, before and after."""

    _inherit = "asn.jejak.perubahan"

    nama_model = fields.Char("Kind of Data", compute="_compute_nama")
    nama_rekaman = fields.Char("Record", compute="_compute_nama")
    ringkas = fields.Char("What Changed", compute="_compute_ringkas")
    rincian = fields.Html("Changes", compute="_compute_rincian", sanitize=False)

    @api.depends("model", "res_id")
    @api.depends_context("lang")
    def _compute_nama(self):
        """Name the model and the record; one that is gone by what it was."""
        # sudo: names of models and of what changed, for who may read the trace.
        semua = self.sudo()
        nama = {}
        for model, baris in semua.grouped("model").items():
            if model in self.env:
                ada = semua.env[model].browse({b.res_id for b in baris}).exists()
                nama |= {(model, r.id): r.display_name for r in ada}
        for baris in semua:
            isi = {**(baris.sebelum or {}), **(baris.sesudah or {})}
            lama = isi.get("name") or isi.get("nomor") or isi.get("key")
            if isinstance(lama, dict):
                lama = baris._bahasa(lama)
            baris.nama_model = semua.env["ir.model"]._get(baris.model).name
            baris.nama_rekaman = (
                nama.get((baris.model, baris.res_id))
                or lama
                or (f"#{baris.res_id}" if baris.res_id else False)
            )

    @api.depends("nama_model", "nama_rekaman")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = f"{baris.nama_model}: {baris.nama_rekaman or '-'}"

    @api.depends("model", "aksi")
    @api.depends_context("lang", "uid")
    def _compute_ringkas(self):
        """Return the first changes on one line; confidential values masked."""
        for baris in self:
            beda = baris._beda(samar=True)
            bagian = []
            for label, lama, baru in beda[:_RINGKAS]:
                isi = (lama, baru) if baris.aksi == "ubah" else (baru or lama,)
                bagian.append(f"{label}: {' → '.join(map(self._pendek, isi))}")
            if len(beda) > _RINGKAS:
                bagian.append(f"+{len(beda) - _RINGKAS}")
            baris.ringkas = " · ".join(bagian)

    @api.depends("model", "aksi")
    @api.depends_context("lang", "uid")
    def _compute_rincian(self):
        """Return the changes as a table; open only for one row at a time."""
        samar = len(self) > 1
        for baris in self:
            isi = Markup().join(
                Markup("<tr><th>%s</th><td>%s</td><td>%s</td></tr>") % satu
                for satu in baris._beda(samar)
            )
            baris.rincian = (
                Markup(
                    '<div class="table-responsive"><table class="table table-sm'
                    ' o_asn_perubahan"><thead><tr>'
                    "<th>%s</th><th>%s</th><th>%s</th></tr></thead>"
                    "<tbody>%s</tbody></table></div>"
                )
                % (self.env._("Field"), self.env._("Before"), self.env._("After"), isi)
                if isi
                else escape(self.env._("Nothing of this row is kept."))
            )

    def _beda(self, samar):
        """Return ``[(label, before, after)]`` of one row, sorted by label.

        :param samar: confidential values are masked as in lists
        """
        self.ensure_one()
        # sudo: the columns are open to nobody; what a reader sees is decided here.
        baris_sudo = self.sudo()
        lama, baru = baris_sudo.sebelum or {}, baris_sudo.sesudah or {}
        Model = self.env[self.model] if self.model in self.env else None
        hasil = []
        for nama in {**lama, **baru}:
            field = Model._fields.get(nama) if Model is not None else None
            label = field._description_string(self.env) if field else nama
            tutup = field and not Model._has_field_access(field, "read")
            nilai = []
            for isi in (lama.get(nama), baru.get(nama)):
                teks = self._teks(field, isi)
                if teks and tutup:
                    teks = "•••"
                elif samar and isinstance(field, Samar):
                    teks = samarkan(teks, field.samar)
                nilai.append(teks)
            hasil.append((label, *nilai))
        return sorted(hasil)

    @api.model
    def _pendek(self, teks):
        if len(teks) <= _PANJANG_RINGKAS:
            return teks or "∅"
        return teks[:_PANJANG_RINGKAS] + "…"

    @api.model
    def _bahasa(self, isi):
        """Return a translated value in the reader's language."""
        return isi.get(self.env.lang) or isi.get("en_US") or next(iter(isi.values()))

    @api.model
    def _teks(self, field, nilai):
        """Return a stored value as people read it."""
        if nilai is None or nilai is False and (not field or field.type != "boolean"):
            return ""
        if isinstance(nilai, dict) and "sha256" in nilai:
            return self.env._(
                "(%(number)s characters, SHA-256 %(hash)s…)",
                number=nilai.get("panjang"),
                hash=nilai["sha256"][:12],
            )
        jenis = field.type if field else None
        if jenis == "boolean":
            return self.env._("Yes") if nilai else self.env._("No")
        if jenis in ("many2one", "many2many") and isinstance(nilai, int):
            # sudo: the name of what is pointed at, also when it is archived.
            lain = self.env[field.comodel_name].sudo().browse(nilai).exists()
            return lain.display_name if lain else f"#{nilai}"
        if jenis == "selection":
            return dict(field._description_selection(self.env)).get(nilai, str(nilai))
        if jenis == "date":
            return format_date(self.env, nilai)
        if jenis == "datetime":
            waktu = fields.Datetime.to_datetime(
                nilai.partition(".")[0].replace("T", " ")
            )
            return format_datetime(self.env, waktu)
        if isinstance(nilai, dict) and field is not None and field.translate:
            nilai = self._bahasa(nilai)
        if jenis == "html":
            nilai = html2plaintext(str(nilai))
        return str(nilai)[:_PANJANG]

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        if "rincian" in fnames and len(self) == 1 and not self.env.su:
            # Who reads what a person's data were has looked at that person.
            self.env["asn.jejak.akses"]._catat(
                self.employee_id.exists()._asn_orang_lain(), "riwayat", self._name
            )
        return hasil

    def action_buka_rekaman(self):
        """Open the record that changed; its own rights decide."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self.model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }

    @api.model
    def action_rekaman(self, model, res_id):
        """Open the changes of one record; the rights on the trace decide.

        :param model: name of a model whose changes are noted
        """
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("History of Changes (Riwayat Perubahan)"),
            "res_model": self._name,
            "views": [(False, "list"), (False, "kanban"), (False, "form")],
            "domain": [("model", "=", str(model)), ("res_id", "=", int(res_id))],
        }

    def action_transaksi(self):
        """Open everything that changed in the same step."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Changed in the Same Step"),
            "res_model": self._name,
            "views": [(False, "list"), (False, "form")],
            "domain": [
                ("transaksi", "=", self.transaksi),
                ("waktu", ">=", fields.Datetime.subtract(self.waktu, days=1)),
                ("waktu", "<=", fields.Datetime.add(self.waktu, days=1)),
            ],
        }
