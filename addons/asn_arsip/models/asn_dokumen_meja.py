from odoo import api, fields, models

#: Documents that the desk loads at once.
_ANTREAN = 200


class AsnDokumenMeja(models.Model):
    """What the verifier's desk shows: the queue, and one document of it.

    Read with the rights of the user; deciding is ``action_verify`` and
    ``action_refuse`` as everywhere.
    """

    _inherit = "asn.dokumen"

    @api.model
    def _domain_antrean(self):
        """Return the documents that wait for a verifier other than the holder."""
        return [
            ("status", "=", "belum"),
            ("is_terbaru", "=", True),
            ("employee_id.user_id", "!=", self.env.uid),
        ]

    @api.model
    def meja_antrean(self):
        """Return the first waiting documents and how many there are.

        :return: ``{"baris": [{id, mimetype}], "jumlah": int}``
        """
        if not self._pemeriksa():
            return {"baris": [], "jumlah": 0}
        domain = self._domain_antrean()
        antre = self.search(domain, order="id", limit=_ANTREAN)
        jumlah = len(antre)
        if jumlah == _ANTREAN:
            jumlah = self.search_count(domain)
        return {
            "baris": [{"id": d.id, "mimetype": d.mimetype} for d in antre],
            "jumlah": jumlah,
        }

    @api.model
    def meja_rinci(self, dokumen_id):
        """Return what was typed about one document and what the machine noticed.

        :param int dokumen_id: a document that the user may read
        :return: ``{jenis, pegawai, nip, menunggu, baris, temuan}``
        """
        dokumen = self.browse(int(dokumen_id))
        dokumen.check_access("read")
        # sudo: name and NIP of the holder of a readable document.
        pegawai_sudo = dokumen.employee_id.sudo()
        return {
            "jenis": dokumen.jenis_id.name,
            "pegawai": pegawai_sudo.name,
            "nip": pegawai_sudo.nip or "",
            "menunggu": dokumen.status_baca == "menunggu",
            "baris": dokumen._baris_meja(),
            "temuan": [
                {"id": t.id, "tingkat": t.tingkat, "uraian": t.uraian}
                for t in dokumen.temuan_ids
            ],
        }

    def _baris_meja(self):
        """Return the typed facts as label and text, empty ones left out."""
        _ = self.env._

        def tanggal(nilai):
            return nilai.strftime("%d-%m-%Y") if nilai else False

        baris = [
            (_("Number (nomor)"), self.nomor),
            (_("Document date (tanggal)"), tanggal(self.tanggal)),
            (_("Effective date (TMT)"), tanggal(self.tmt)),
            (_("Valid until (berlaku sampai)"), tanggal(self.berlaku_sampai)),
            (_("Pages (halaman)"), str(self.halaman)),
            (_("Uploaded by"), self.pengunggah_id.name),
            (
                _("Filed on"),
                tanggal(fields.Datetime.context_timestamp(self, self.create_date)),
            ),
            (_("Version (versi)"), str(self.versi) if self.versi > 1 else False),
            (_("Note (catatan)"), self.catatan),
        ]
        return [{"label": label, "nilai": nilai} for label, nilai in baris if nilai]
