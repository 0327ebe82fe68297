import base64

from odoo import models
from odoo.exceptions import UserError

from ..domain import gladi


class AsnLayananGladi(models.TransientModel):
    """The result as a workbook that whoever rehearses may always have."""

    _inherit = "asn.layanan.gladi"

    def action_unduh(self):
        """Download the result; names only through the gate of exports.

        Where the gate refuses, people are rows of unit, grade and result.
        """
        self.ensure_one()
        self.check_access("read")
        kolom, baris, catatan = self._orang_bernama()
        if not kolom:
            kolom, baris, tanda = self._orang_tanpa_nama()
            catatan = [*catatan, tanda]
        kepala = [self.versi_id.name, self.pada.strftime("%d-%m-%Y"), *catatan]
        judul = self._judul_buku(list(filter(None, kepala)))
        isi = gladi.buku(judul, self.ringkasan or {}, kolom, baris)
        self.write(
            {
                "berkas": base64.b64encode(isi),
                "nama_berkas": f"gladi-{self.versi_id.layanan_id.code}.xlsx",
            }
        )
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/berkas"
            "?download=true&filename_field=nama_berkas",
            "target": "self",
        }

    def _judul_buku(self, kepala):
        """Return the names of sheets and columns."""
        return {
            "kepala": kepala,
            "ringkasan": self.env._("Summary"),
            "tahap": self.env._("Steps"),
            "orang": self.env._("People"),
            "aturan": [
                self.env._("Rule"),
                self.env._("Condition"),
                self.env._("Passes"),
                self.env._("Fails"),
                self.env._("For an officer"),
            ],
            "kolom_tahap": [
                self.env._("Step"),
                self.env._("Acts"),
                self.env._("People"),
            ],
        }

    def _orang_bernama(self):
        """Return columns and rows with names, where they are asked and allowed.

        :return: ``(columns, rows, lines)``; no columns when names stay inside
        """
        if not self.dengan_nama:
            return [], [], []
        jalur = ["employee_id/name", "employee_id/nip", "hasil", "alasan"]
        try:
            hasil = self.baris_ids.export_data(jalur)
        except UserError as galat:
            return [], [], [self.env._("Without names: %s", galat)]
        kolom = [
            self.env._("Name"),
            self.env._("NIP"),
            self.env._("Result"),
            self.env._("Why"),
        ]
        baris = [[str(sel or "") for sel in satu] for satu in hasil["datas"]]
        return kolom, baris, [hasil.get("tanda_air")]

    def _orang_tanpa_nama(self):
        """Return columns and rows of public facts: nobody is named.

        Rows are sorted by what they show, so that their order names nobody.
        """
        label = dict(self.baris_ids._fields["hasil"]._description_selection(self.env))
        rahasia = self.env._("a confidential condition")
        macet = self.env._("Would get stuck")
        baris = sorted(
            [
                satu.employee_id.unit_id.name or "",
                satu.employee_id.golongan_id.name or "",
                label[satu.hasil],
                macet if satu.tersangkut else "",
                gladi.alasan(satu.rincian or [], rahasia),
            ]
            for satu in self.baris_ids
        )
        kolom = [
            self.env._("Unit"),
            self.env._("Grade"),
            self.env._("Result"),
            self.env._("Steps"),
            self.env._("Why"),
        ]
        return kolom, baris, self._catat_unduh(["unit_id", "golongan_id"])

    def _catat_unduh(self, bidang):
        """Pass the gate of exports where there is one; return the watermark."""
        if "asn.jejak.ekspor" not in self.env:
            return ""
        Jejak = self.env["asn.jejak.ekspor"].with_context(asn_tujuan=self.display_name)
        return Jejak._gerbang(self.baris_ids.employee_id, bidang).tanda_air or ""
