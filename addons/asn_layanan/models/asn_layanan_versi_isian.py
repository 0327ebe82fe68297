from odoo import api, fields, models
from odoo.exceptions import AccessError

# Only this module holds the object: the definition comes from the questions.
_ISIAN = object()


class AsnLayananVersi(models.Model):
    """The questions of a version, and what is made from them."""

    _inherit = "asn.layanan.versi"

    pertanyaan_ids = fields.One2many(
        "asn.layanan.pertanyaan", "versi_id", "Questions", copy=True
    )
    properti_definisi = fields.PropertiesDefinition(copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        self._tolak_definisi(*vals_list)
        records = super().create(vals_list)
        # Also when nothing was asked: a default from elsewhere must not stay.
        records._selaraskan_isian()
        return records

    def write(self, vals):
        self._tolak_definisi(vals)
        return super().write(vals)

    def _tolak_definisi(self, *vals_list):
        if self.env.context.get("asn_isian") is not _ISIAN and any(
            "properti_definisi" in vals for vals in vals_list
        ):
            raise AccessError(
                self.env._("The form is made from its questions: change those.")
            )

    def _selaraskan_isian(self):
        """Make the definition of the answers and the lines of the checklist anew."""
        for versi in self.filtered(lambda v: v.state == "draft"):
            pertanyaan = versi.pertanyaan_ids.sorted(lambda p: (p.sequence, p.id))
            definisi = pertanyaan._definisi()
            if definisi != versi.properti_definisi:
                versi.with_context(asn_isian=_ISIAN).write(
                    {"properti_definisi": definisi}
                )
            versi._selaraskan_dokumen(
                pertanyaan.filtered(
                    lambda p: p.jenis == "dokumen" and p.jenis_dokumen_id
                )
            )

    def _selaraskan_dokumen(self, pertanyaan):
        """Keep exactly one line of the checklist per question for a document."""
        self.ensure_one()
        lama = self.persyaratan_ids.filtered("pertanyaan_kode")
        pakai = lama.browse()
        for tanya in pertanyaan:
            vals = {
                "jenis_dokumen_id": tanya.jenis_dokumen_id.id,
                "wajib": "wajib" if tanya.wajib else "opsional",
                "keterangan": tanya.name,
                "pertanyaan_kode": tanya.kode,
            }
            baris = lama.filtered(lambda p, t=tanya: p.pertanyaan_kode == t.kode)[:1]
            if not baris:
                baris = lama.create({"versi_id": self.id, "sequence": 1000, **vals})
            elif any(
                (baris[n].id if n == "jenis_dokumen_id" else baris[n]) != nilai
                for n, nilai in vals.items()
            ):
                baris.write(vals)
            pakai |= baris
        (lama - pakai).unlink()

    def _data_pertanyaan(self):
        """Return the questions in order, as plain data."""
        return [
            t._data()
            for t in self.pertanyaan_ids.sorted(lambda p: (p.sequence, p.id or 0))
        ]

    def _periksa_lengkap(self):
        self._selaraskan_isian()
        return super()._periksa_lengkap()

    def _temuan_pertanyaan(self):
        """Return what is wrong with the form, for the list before publishing."""
        self.ensure_one()
        temuan, sebelum = [], {}
        for tanya in self.pertanyaan_ids.sorted(lambda p: (p.sequence, p.id)):
            for pesan in tanya._kekurangan(sebelum):
                temuan.append(
                    {
                        "bagian": "pertanyaan",
                        "id": tanya.id,
                        "tingkat": "galat",
                        "tempat": tanya.name,
                        "pesan": pesan,
                    }
                )
            sebelum[tanya.kode] = tanya
        return temuan
