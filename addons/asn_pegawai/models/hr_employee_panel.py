from odoo import api, models, tools
from odoo.exceptions import AccessError, UserError

from .kelas_data import BAGIAN

#: Rows of one kind that the panel shows before it is asked for all.
_AWAL = 12
#: Rows of one kind that are ever sent at once.
_MAKS = 500


class HrEmployee(models.Model):
    """The riwayat of one person, group by group, for the profile page."""

    _inherit = "hr.employee"

    @api.model
    @tools.ormcache("model", "self.env.lang")
    def _nama_riwayat(self, model):
        """Return what people call a riwayat."""
        # sudo: the names of the kinds are no secret.
        return self.env["ir.model"].sudo()._get(model).name

    def get_riwayat(self, bagian, model=None):
        """Return the riwayat of one group of Pasal 11 (2), ready to draw.

        One search per kind that the user may read, whatever the number of
        rows; the rows obey their record rules.

        :param bagian: ``pribadi, kualifikasi, kompetensi, kinerja, pendukung``
        :param model: only this kind, with all of its rows
        :raise AccessError: when the profile may not be read
        """
        self.ensure_one()
        self.check_access("read")
        if bagian not in dict(BAGIAN):
            raise UserError(
                self.env._("There is no group “%s” in a profile.", str(bagian)[:40])
            )
        daftar = [
            nama
            for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat()
            if self.env[nama]._bagian == bagian and model in (None, nama)
        ]
        daftar = [nama for nama in daftar if self._riwayat_terbuka(nama)]
        isi = self._cara_isi_riwayat(daftar)
        jenis = [
            self._jenis_panel(nama, _MAKS if model else _AWAL, bool(isi[nama]))
            for nama in daftar
        ]
        return {
            "bagian": bagian,
            "jenis": jenis,
            "cara": self._cara_isi(),
            "menunggu": self._menunggu_panel(bagian),
        }

    def _menunggu_panel(self, bagian):
        """Return changes that wait for verification: ``{id, teks, aksi}``.

        Nothing here; addons that take proposals add theirs.
        """
        return []

    def _riwayat_terbuka(self, model):
        """Tell whether the user may read rows of this kind of this person.

        Where not, the kind is not shown at all: an empty list would say that
        nothing is recorded.
        """
        if not self.env[model].has_access("read"):
            return False
        domain = self.env["ir.rule"]._compute_domain(model, "read")
        # sudo: the rule is asked about a row that does not exist.
        contoh_sudo = self.env[model].sudo().new({"employee_id": self.id})
        return bool(contoh_sudo.filtered_domain(domain))

    def _jenis_panel(self, model, batas, boleh_tambah):
        Riwayat = self.env[model]
        semua = Riwayat.search(
            [("employee_id", "=", self.id)],
            order=Riwayat._urutan_panel(),
            limit=_MAKS + 1,
        )
        baris = semua[:batas]
        return {
            "model": model,
            "nama": self._nama_riwayat(model),
            "jumlah": len(semua),
            "baris": baris._ringkas_panel(),
            "boleh_tambah": boleh_tambah,
        }

    def _cara_isi(self):
        """Return how the present user fills in this profile.

        ``langsung``: types it, as an officer does. ``False``: not at all.
        Addons that take proposals add ``usul``.
        """
        self.ensure_one()
        return "langsung" if self.has_access("write") else False

    def _cara_isi_riwayat(self, daftar):
        """Return ``{model: how}`` for adding or correcting rows, else ``False``.

        Extended by addons that take proposals; the acts themselves check again.

        :param daftar: names of riwayat models
        """
        langsung = self._cara_isi() == "langsung"
        return {
            model: "langsung"
            if langsung and self.env[model].has_access("create")
            else False
            for model in daftar
        }

    def action_isi(self, target):
        """Return the action that opens where something is filled in.

        :param target: ``medan:<field>``, ``riwayat:<model>`` for a new row, or
            ``koreksi:<model>,<id>`` for a correction
        :raise UserError: when the target is unknown
        :raise AccessError: when the present user cannot fill it in
        """
        self.ensure_one()
        self.check_access("read")
        jenis, _titik, isi = str(target).partition(":")
        model, _koma, nomor = isi.partition(",")
        if jenis == "medan" and isi in self._fields:
            return self._aksi_isi_medan(isi)
        dikenal = model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        if jenis == "riwayat" and dikenal:
            return self._aksi_isi_riwayat(model)
        if jenis == "koreksi" and dikenal and nomor.isdigit():
            return self._aksi_koreksi(self.env[model].browse(int(nomor)).exists())
        raise UserError(
            self.env._(
                "“%s” is not part of a profile. Open the profile again.",
                str(target)[:80],
            )
        )

    def _tolak_isi(self):
        raise AccessError(
            self.env._(
                "You cannot change this profile yourself. Ask the fasilitator of"
                " the unit or BKPSDM."
            )
        )

    def _aksi_isi_medan(self, nama):
        """Return the action for one field: the profile itself for officers."""
        if self._cara_isi() != "langsung":
            self._tolak_isi()
        return {
            "type": "ir.actions.act_window",
            "name": self._fields[nama]._description_string(self.env),
            "res_model": "hr.employee",
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "current",
        }

    def _aksi_isi_riwayat(self, model):
        if not self._cara_isi_riwayat([model])[model]:
            self._tolak_isi()
        return {
            "type": "ir.actions.act_window",
            "name": self._nama_riwayat(model),
            "res_model": model,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_employee_id": self.id},
        }

    def _aksi_koreksi(self, baris):
        model = baris._name
        if baris.employee_id != self or not self._cara_isi_riwayat([model])[model]:
            self._tolak_isi()
        return baris.action_koreksi()
