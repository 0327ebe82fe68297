import base64

from odoo import api, fields, models

from ..domain import berkas_layanan


class AsnLayananVersi(models.Model):
    """A version as a file that another database can load."""

    _name = "asn.layanan.versi"
    _inherit = ["asn.layanan.versi", "asn.layanan.data.mixin"]

    berkas_ekspor = fields.Binary("As a File", compute="_compute_berkas_ekspor")

    def _compute_berkas_ekspor(self):
        for versi in self:
            isi = berkas_layanan.tulis(versi._sebagai_data())
            versi.berkas_ekspor = base64.b64encode(isi)

    @api.model
    def _kolom_bagian(self):
        """Return ``{field: model}`` of the parts a version consists of."""
        Bagian = self.env.registry["asn.layanan.bagian.mixin"]
        return {
            nama: field.comodel_name
            for nama, field in self._fields.items()
            if field.type == "one2many"
            and isinstance(self.env[field.comodel_name], Bagian)
        }

    def _surat_semua(self):
        """Return every kind of letter that this version uses."""
        self.ensure_one()
        surat = self.env["asn.jenis.surat"]
        for nama, field in self._fields.items():
            if field.type == "many2one" and field.comodel_name == surat._name:
                surat |= self[nama]
        return surat

    def _sebagai_data(self):
        """Return this version, its service, mandates and letters as plain data."""
        self.ensure_one()
        layanan = self.layanan_id
        surat = self._surat_semua()
        return {
            "format": berkas_layanan.FORMAT,
            "skema": berkas_layanan.SKEMA,
            "bahasa": self.env.lang or "en_US",
            "layanan": self._data_dari(layanan),
            "versi": self._data_dari(self),
            "bagian": {
                nama: [self._data_berkas(r) for r in self[nama]._isi_asli()]
                for nama in self._kolom_bagian()
            },
            "mandat": [self._data_berkas(m) for m in layanan.mandat_ids],
            "surat": [
                {
                    **self._data_dari(s),
                    "isian": [self._data_dari(i) for i in s.isian_ids],
                }
                for s in surat
            ],
        }

    def _data_berkas(self, record):
        """Return the content of a part as it may leave: a post instead of a person.

        A login would tell a stranger an account, and names nobody in another city.
        """
        data = {
            nama: isi
            for nama, isi in self._data_dari(record).items()
            if not self._is_orang(record._fields[nama].comodel_name)
        }
        self._ubah_data(record._name, data, self._kondisi_keluar)
        if data.get("penentu") == "pengguna":
            # sudo: which post somebody holds; only its code is written
            jabatan = record.user_id.sudo().employee_id.jabatan_id
            if jabatan.kode:
                data |= {"penentu": "jabatan", "jabatan_id": jabatan.kode}
        return data

    def _kode_orang(self):
        tanya = self.pertanyaan_ids.filtered(lambda p: p.jenis == "orang")
        return set(tanya.mapped("kode"))

    def action_unduh(self):
        """Download this version as a file."""
        self.ensure_one()
        self.check_access("read")
        nama = f"{self.layanan_id.code}-v{self.versi}.json"
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/berkas_ekspor"
            f"?download=true&filename={nama}",
            "target": "self",
        }

    def _buka_draf(self):
        """Return the action that opens this version."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def action_gladi(self):
        """Open a rehearsal of this version."""
        self.ensure_one()
        baru = self.env["asn.layanan.gladi"].create(
            {"versi_id": self.id, "layanan_id": self.layanan_id.id}
        )
        return baru._buka()

    def _sesudah_muat(self):
        """Called on a draft that was made from a file; parts may follow from others."""
