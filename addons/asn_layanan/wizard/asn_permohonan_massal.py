from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

#: Requests decided in one transaction; signing takes longer.
BAGIAN = 50
BAGIAN_TTD = 10


class AsnPermohonanMassal(models.TransientModel):
    """Approve, return or sign several requests at once, with a result per row.

    Rows without a result are what is left to do: the dialog works through them
    part by part, each in a transaction of its own. Whatever ends it in between,
    the next click goes on there and decides nothing twice.
    """

    _name = "asn.permohonan.massal"
    _description = "Decide on Several Requests"

    jenis = fields.Selection(
        [("approve", "Approve"), ("return", "Return"), ("sign", "Sign")],
        "Decision",
        required=True,
        default="approve",
    )
    catatan = fields.Text("Note")
    hari = fields.Integer("Working Days to Complete")
    baris_ids = fields.One2many("asn.permohonan.massal.baris", "massal_id", "Requests")
    dilewati = fields.Integer("Left Out", readonly=True)
    is_selesai = fields.Boolean("Done", compute="_compute_jumlah")
    jumlah = fields.Integer("Number of Requests", compute="_compute_jumlah")
    berhasil = fields.Integer("Decided", compute="_compute_jumlah")
    sisa = fields.Integer("Waiting", compute="_compute_jumlah")
    is_melompat = fields.Boolean(
        "Passes Over Older Ones", compute="_compute_is_melompat"
    )

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        for massal in self:
            baris = massal.baris_ids
            massal.jumlah = len(baris)
            massal.berhasil = len(baris.filtered(lambda b: b.hasil == "ok"))
            massal.sisa = len(baris.filtered(lambda b: not b.hasil))
            massal.is_selesai = bool(baris) and not massal.sisa

    @api.depends("baris_ids.lompatan")
    def _compute_is_melompat(self):
        for massal in self:
            massal.is_melompat = any(massal.baris_ids.mapped("lompatan"))

    @api.model
    def default_get(self, fields):
        vals = super().default_get(fields)
        ids = self.env.context.get("active_ids") or []
        # Naming a request here shows its summary: only what one may read.
        dipilih = self.env["asn.permohonan"].browse(ids).exists()
        terbaca = dipilih._filtered_access("read").sorted("id")
        vals["dilewati"] = len(ids) - len(terbaca)
        vals["baris_ids"] = [Command.create({"permohonan_id": i}) for i in terbaca.ids]
        return vals

    def action_putuskan(self):
        """Start with the rows that wait; many of them with a progress bar.

        :raises UserError: when a return has no reason
        """
        self.ensure_one()
        self._periksa_alasan()
        if self.jenis == "sign":
            return self._aksi_klien("asn_layanan.ttd_massal")
        if self.sisa > self._bagian():
            return self._aksi_klien("asn_layanan.massal")
        self.action_lanjutkan()
        return self.action_hasil()

    def action_lanjutkan(self):
        """Decide on the next rows that wait; commits with the call.

        :return: ``{"sisa": rows left, "jumlah": all}``
        """
        self.ensure_one()
        self._periksa_alasan()
        if self.jenis == "sign":
            raise UserError(self.env._("Signing needs your passphrase."))
        baris = self._kunci_baris(self._bagian())
        baris._catat_hasil(
            baris.permohonan_id._putuskan_massal(
                self.jenis,
                (self.catatan or "").strip(),
                per_baris={
                    b.permohonan_id.id: (b.catatan or "").strip() for b in baris
                },
                hari=self.hari or None,
            )
        )
        return {"sisa": self.sisa, "jumlah": self.jumlah}

    def action_tandatangani(self, passphrase=None):
        """Sign the next letters that wait with one passphrase, which is not kept.

        :raises ErrorSandi: at the first letter, when the passphrase is wrong
        :return: ``{"sisa": rows left, "jumlah": all}``
        """
        self.ensure_one()
        if self.jenis != "sign":
            raise UserError(self.env._("These requests are not to be signed."))
        baris = self._kunci_baris(self._bagian())
        baris._catat_hasil(
            baris.permohonan_id._putuskan_massal(
                "sign", (self.catatan or "").strip() or None, passphrase=passphrase
            )
        )
        return {"sisa": self.sisa, "jumlah": self.jumlah}

    def action_hasil(self):
        """Show the result of every row."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "name": self.env._("Result"),
        }

    def _bagian(self):
        """Return how many requests one transaction decides."""
        return BAGIAN_TTD if self.jenis == "sign" else BAGIAN

    def _kunci_baris(self, jumlah):
        """Return the next rows that wait; a second window waits its turn."""
        self.check_access("write")
        self.flush_recordset()
        self.lock_for_update()
        self.baris_ids.invalidate_recordset()
        return self.baris_ids.filtered(lambda b: not b.hasil)[:jumlah]

    def _periksa_alasan(self):
        """Refuse a return in which some applicant would not be told why."""
        tanpa = self.baris_ids.filtered(
            lambda b: not b.hasil and not (b.catatan or "").strip()
        )
        if self.jenis == "return" and tanpa and not (self.catatan or "").strip():
            raise UserError(
                self.env._(
                    "Please give a reason for all, or one for each of these requests: %s",
                    ", ".join(tanpa[:5].mapped("permohonan_id.display_name")),
                )
            )

    def _aksi_klien(self, tag):
        return {
            "type": "ir.actions.client",
            "tag": tag,
            "params": {"id": self.id, "jumlah": self.jumlah, "sisa": self.sisa},
        }
