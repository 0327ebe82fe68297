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
    def _rujukan(self, jenis):
        """Return ``(lists to look up in, order of the grades)`` for a kind of sheet.

        The lists of the roster, and those that only this kind of sheet names.
        """
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
        for model in {k.rujukan for k in jenis.kolom if k.rujukan in self.env}:
            hasil[model] = Rujukan()
            for satu in self.env[model].search([], limit=None):
                hasil[model].tambah(satu.id, *self._nama_lain(satu))
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
    def _referensi(self, jenis):
        """Return ``{list: (title, [(code, name)])}`` for a template of these kinds."""
        perlu = {k.rujukan for satu in jenis for k in satu.kolom if k.rujukan}
        khusus = {
            "golongan": lambda: self._kode_nama("asn.golongan"),
            "unit": lambda: [(u.kode, u.complete_name) for u in self._semua_unit()],
            "jabatan": lambda: [(j.kode, j.name) for j in self._semua_jabatan()],
        }
        model = {"unit": "hr.department", "jabatan": "hr.job", **_SEDERHANA}
        hasil = {}
        for nama in sorted(perlu):
            kode = model.get(nama, "asn.golongan" if nama == "golongan" else nama)
            isi = khusus.get(nama, lambda kode=kode: self._kode_nama(kode))()
            hasil[nama] = (self._judul_jenis(kode), isi)
        return hasil

    @api.model
    def _kode_nama(self, model):
        return [
            (satu.kode, satu.display_name)
            for satu in self.env[model].search([], limit=None)
        ]
