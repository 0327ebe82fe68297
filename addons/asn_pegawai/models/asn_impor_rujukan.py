from odoo import api, models

from ..domain.impor_rujukan import Rujukan

_SEDERHANA = {
    "agama": "asn.agama",
    "kedudukan": "asn.kedudukan.hukum",
    "jenis_jabatan": "asn.jenis.jabatan",
    "pendidikan": "asn.pendidikan",
}


class AsnImpor(models.Model):
    """What the columns of a roster may refer to, read once per check."""

    _inherit = "asn.impor"

    @api.model
    def _rujukan(self):
        """Return ``(lists to look up in, order of the grades)``."""
        hasil = {nama: Rujukan() for nama in _SEDERHANA}
        for nama, model in _SEDERHANA.items():
            for satu in self.env[model].search([], limit=None):
                hasil[nama].tambah(satu.id, *self._nama_lain(satu))
        urutan = {}
        hasil["golongan_pns"], hasil["golongan_pppk"] = Rujukan(), Rujukan()
        for golongan in self.env["asn.golongan"].search([], limit=None):
            urutan[golongan.id] = golongan.urutan
            nama = [golongan.kode, golongan.kode_siasn, golongan.display_name]
            if golongan.jenis == "pns":
                nama += [golongan.name, f"{golongan.kode} {golongan.name}"]
            hasil[f"golongan_{golongan.jenis}"].tambah(golongan.id, *nama)
        hasil["unit"] = Rujukan()
        for unit in self._semua_unit():
            nama = (unit.kode, unit.name, unit.singkatan, unit.complete_name)
            hasil["unit"].tambah(unit.id, *nama)
        hasil["jabatan"] = Rujukan()
        for jabatan in self._semua_jabatan():
            konteks = jabatan.department_id.id or None
            # A code belongs to one post, whatever the unit.
            hasil["jabatan"].tambah(jabatan.id, jabatan.kode)
            hasil["jabatan"].tambah(jabatan.id, jabatan.name, konteks=konteks)
        return hasil, urutan

    @api.model
    def _nama_lain(self, rujukan):
        """Return code, name and SIASN code, also without its leading zero."""
        kode = [rujukan.kode, getattr(rujukan, "kode_siasn", None)]
        if rujukan._name == "asn.jenis.jabatan":
            # One SIASN code stands for many kinds here.
            kode = [rujukan.kode]
        nama = [*kode, rujukan.name]
        return nama + [k.lstrip("0") for k in kode if k and k.startswith("0")]

    @api.model
    def _semua_unit(self):
        return self.env["hr.department"].search([], limit=None)

    @api.model
    def _semua_jabatan(self):
        return self.env["hr.job"].search_fetch([], ["kode", "name", "department_id"])

    @api.model
    def _referensi(self):
        """Return ``{title: [(code, name)]}`` for the template."""
        golongan = self.env["asn.golongan"].search([], limit=None)
        return {
            self.env._("Grade (Golongan)"): [(g.kode, g.name) for g in golongan],
            self.env._("Education (Pendidikan)"): self._kode_nama("asn.pendidikan"),
            self.env._("Religion (Agama)"): self._kode_nama("asn.agama"),
            self.env._("Legal position"): self._kode_nama("asn.kedudukan.hukum"),
            self.env._("Kind of post"): self._kode_nama("asn.jenis.jabatan"),
            self.env._("Unit (Unit kerja)"): [
                (u.kode, u.complete_name) for u in self._semua_unit()
            ],
            self.env._("Post (Jabatan)"): [
                (j.kode, j.name) for j in self._semua_jabatan()
            ],
        }

    @api.model
    def _kode_nama(self, model):
        return [
            (satu.kode, satu.name) for satu in self.env[model].search([], limit=None)
        ]
