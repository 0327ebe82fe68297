import base64

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..domain import kahar as aturan


class AsnKahar(models.Model):
    """A declared force majeure for one service, and its package (B18, PRO-13).

    While the system cannot be used the office works with printed forms and queue
    numbers; afterwards what was decided on paper is entered from a spreadsheet,
    with its real dates, and stays outside the statistics of time.
    """

    _name = "asn.kahar"
    _inherit = "asn.penjaga.mixin"
    _description = "Force-Majeure Package (Paket Kahar)"
    _order = "mulai desc, id desc"

    name = fields.Char("Event", required=True)
    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, index=True, ondelete="restrict"
    )
    nomor_keputusan = fields.Char("Decree of the Declaration", required=True)
    tanggal_keputusan = fields.Date("Date of the Decree", required=True)
    mulai = fields.Date("From", required=True)
    selesai = fields.Date("Until")
    jumlah_formulir = fields.Integer("Forms to Print", default=25)
    antrean_terakhir = fields.Integer("Last Queue Number", readonly=True, copy=False)
    paket = fields.Binary("Package (PDF)", attachment=True, readonly=True, copy=False)
    nama_paket = fields.Char(readonly=True, copy=False)
    templat = fields.Binary("Template", attachment=True, readonly=True, copy=False)
    nama_templat = fields.Char(readonly=True, copy=False)
    file = fields.Binary("Spreadsheet (.xlsx)", attachment=True, copy=False)
    nama_file = fields.Char("File Name", copy=False)
    baris_ids = fields.One2many(
        "asn.kahar.baris", "kahar_id", "Rows", readonly=True, copy=False
    )
    jumlah_siap = fields.Integer("Ready", compute="_compute_jumlah")
    jumlah_galat = fields.Integer("With Problems", compute="_compute_jumlah")
    jumlah_dicatat = fields.Integer("Recorded", compute="_compute_jumlah")

    _GUARDED = {
        "state": "draf",
        "diusulkan_oleh_id": False,
        "diusulkan_pada": False,
        "ditetapkan_oleh_id": False,
        "ditetapkan_pada": False,
        "antrean_terakhir": 0,
        "paket": False,
        "nama_paket": False,
        "templat": False,
        "nama_templat": False,
        "baris_ids": [],
    }
    _masa = models.Constraint(
        "CHECK (selesai IS NULL OR selesai >= mulai)",
        "The force majeure ends before it begins.",
    )

    @api.depends("baris_ids.state")
    def _compute_jumlah(self):
        for kahar in self:
            state = kahar.baris_ids.mapped("state")
            kahar.jumlah_siap = state.count("siap")
            kahar.jumlah_galat = state.count("galat")
            kahar.jumlah_dicatat = state.count("dicatat")

    @api.constrains("jumlah_formulir")
    def _check_jumlah(self):
        for kahar in self:
            if not 1 <= kahar.jumlah_formulir <= 500:
                raise ValidationError(self.env._("Print 1 to 500 forms at a time."))

    def write(self, vals):
        if {"layanan_id"} & vals.keys() and any(k.baris_ids for k in self):
            raise UserError(
                self.env._("The service cannot change once rows were read.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_kosong(self):
        if any(b.state == "dicatat" for b in self.baris_ids):
            raise UserError(
                self.env._("A package with recorded requests is kept for good.")
            )

    # ------------------------------------------------------------------
    # Files
    # ------------------------------------------------------------------

    def _kolom(self):
        """Return the columns of the spreadsheet: ``(key, title, obligatory)``."""
        Permohonan = self.env["asn.permohonan"].with_context(lang="id_ID")
        kolom = set(self.layanan_id._handler()._kolom_isian()) - {"properti"}
        info = Permohonan.fields_get(sorted(kolom), ["string"]) if kolom else {}
        isian = [
            (f"isian:{nama}", satu["string"].partition(" (")[0], False)
            for nama, satu in sorted(
                info.items(), key=lambda kolom: Permohonan._fields[kolom[0]]._sequence
            )
        ]
        # sudo: the form is the same for whoever prints it
        tanya = self.sudo().layanan_id.versi_live_id._data_pertanyaan()
        isian += [
            (f"isian:p:{t['kode']}", t["label"], False)
            for t in tanya
            if t["jenis"] not in ("judul", "dokumen", "orang")
        ]
        return [*aturan.KOLOM, *isian]

    def action_templat(self):
        """Make the empty spreadsheet of this service and download it."""
        self.ensure_one()
        self.check_access("write")
        judul = f"{self.layanan_id.name} - {self.name} ({self.nomor_keputusan})"
        self._mesin().write(
            {
                "templat": base64.b64encode(aturan.templat(judul, self._kolom())),
                "nama_templat": f"kahar_{self.layanan_id.code}.xlsx",
            }
        )
        return self._unduh("templat", self.nama_templat)

    def action_paket(self):
        """Print what waits, blank forms and queue numbers with QR codes."""
        self.ensure_one()
        self.check_access("write")
        pdf = self._cetak_paket()
        self._mesin().write(
            {
                "paket": base64.b64encode(pdf),
                "nama_paket": f"paket_kahar_{self.layanan_id.code}.pdf",
                "antrean_terakhir": self.antrean_terakhir + self.jumlah_formulir,
            }
        )
        return self._unduh("paket", self.nama_paket)

    def _unduh(self, kolom, nama):
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/{kolom}/{nama}?download=1",
            "target": "new",
        }

    def _cetak_paket(self):
        """Return the PDF of the package."""
        awal = self.antrean_terakhir
        html = self.env["ir.qweb"]._render(
            "asn_layanan.paket_kahar",
            {
                "kahar": self,
                "menunggu": self._menunggu(),
                "kolom": [
                    nama for kunci, nama, _w in self._kolom() if kunci != "putusan"
                ],
                "formulir": [
                    {
                        "kode": kode,
                        "qr": self.env["asn.surat.renderer"]._qr_gambar(kode),
                    }
                    for kode in (
                        aturan.kode_antrean(self.id, awal + nomor)
                        for nomor in range(1, self.jumlah_formulir + 1)
                    )
                ],
            },
            minimal_qcontext=True,
        )
        return self.env["asn.surat.renderer"]._pdf(
            str(html), kertas="f4", judul=self.name
        )

    def _menunggu(self):
        """Return the open requests of the service, the oldest first."""
        return self.env["asn.permohonan"].search(
            [
                ("layanan_id", "=", self.layanan_id.id),
                ("state", "in", ("in_review", "returned", "approved")),
            ],
            order="tanggal_ajuan, id",
            limit=500,
        )
