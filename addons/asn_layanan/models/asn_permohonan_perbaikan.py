from odoo import fields, models
from odoo.exceptions import AccessError, UserError


class AsnPermohonan(models.Model):
    """Return per item and resubmission that keeps everything (F22)."""

    _inherit = "asn.permohonan"

    catatan_ids = fields.One2many(
        "asn.permohonan.catatan", "permohonan_id", "Items to Mend", readonly=True
    )
    catatan_terbuka_ids = fields.One2many(
        "asn.permohonan.catatan",
        "permohonan_id",
        "What Has to Be Mended",
        domain=[("state", "in", ("terbuka", "diperbaiki"))],
        readonly=True,
    )
    potret_kembali = fields.Json("As Returned", readonly=True, copy=False)

    def action_catatan(self, kunci, catatan=None):
        """Note what is wrong with one answer, or take the note back.

        The applicant is told when the request is returned.

        :param kunci: key of an answer, see ``_daftar_isian``
        :param catatan: what is wrong; empty removes the note
        :raises AccessError: for anybody whose turn it is not
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: notes are the engine's rows
        permohonan = self.sudo()
        if not permohonan._tugas_untuk(self.env.user):
            raise AccessError(
                self.env._("Only an official whose turn it is may note this.")
            )
        label = {i["kunci"]: i["label"] for i in permohonan._daftar_isian()}
        if kunci not in label:
            raise UserError(self.env._("This item is not part of the request."))
        permohonan._catatan_draf().filtered(
            lambda c: c.kunci == kunci
        )._mesin().unlink()
        if (catatan or "").strip():
            permohonan._tulis_catatan(kunci, label[kunci], catatan, "draf")
        return True

    def _tulis_catatan(self, kunci, label, catatan, state, berkas=None):
        """Write one note of an official."""
        return (
            self.env["asn.permohonan.catatan"]
            ._mesin()
            .create(
                {
                    "permohonan_id": self.id,
                    "kunci": kunci,
                    "label": label,
                    "catatan": self._alasan(catatan)[:500],
                    "berkas_id": berkas.id if berkas else False,
                    "state": state,
                    "dicatat_oleh_id": self.env.uid,
                }
            )
        )

    def _catat_per_berkas(self, reason, items):
        """Join the notes of the dialog and those of the desk; keep them by item."""
        items = self._gabung_catatan(self._baku_items(items))
        teks = super()._catat_per_berkas(reason, items)
        self.catatan_ids.filtered(lambda c: c.state == "draf")._mesin().unlink()
        lama = self.catatan_ids.filtered(lambda c: c.state != "beres")
        lama._mesin().write({"state": "beres"})
        for item in items:
            berkas = self.env["asn.permohonan.berkas"].browse(item.get("berkas_id"))
            self._tulis_catatan(
                item["kunci"], item["label"], item["catatan"], "terbuka", berkas
            )
        return teks

    def _baku_items(self, items):
        """Return the notes of a caller as ``{kunci, label, catatan, berkas_id}``.

        :raises UserError: when an item belongs to another request
        """
        if isinstance(items, dict):
            items = [{"berkas_id": int(k), "catatan": v} for k, v in items.items()]
        label = {i["kunci"]: i["label"] for i in self._daftar_isian()}
        nama = {b.id: b.jenis_dokumen_id.name for b in self.berkas_ids}
        hasil = []
        for item in items or []:
            berkas_id, kunci = item.get("berkas_id"), item.get("kunci")
            if (berkas_id and berkas_id not in nama) or (kunci and kunci not in label):
                raise UserError(self.env._("This item belongs to another request."))
            hasil.append(
                {
                    "kunci": f"berkas:{berkas_id}" if berkas_id else kunci or "lain",
                    "berkas_id": berkas_id or False,
                    "label": nama.get(berkas_id)
                    or label.get(kunci)
                    or str(item.get("label") or "-")[:120],
                    "catatan": item.get("catatan"),
                }
            )
        return hasil

    def _gabung_catatan(self, items):
        """Add what was found at the desk and is not in the dialog's notes."""
        ada = {i["kunci"] for i in items}
        for berkas in self.berkas_ids.filtered(
            lambda b: b.verdict == "tidak_ok" and b.catatan
        ):
            if f"berkas:{berkas.id}" not in ada:
                items.append(
                    {
                        "kunci": f"berkas:{berkas.id}",
                        "berkas_id": berkas.id,
                        "label": berkas.jenis_dokumen_id.name,
                        "catatan": berkas.catatan,
                    }
                )
        for catatan in self._catatan_draf():
            if catatan.kunci not in ada:
                items.append(
                    {
                        "kunci": catatan.kunci,
                        "berkas_id": False,
                        "label": catatan.label,
                        "catatan": catatan.catatan,
                    }
                )
        return items

    def _catatan_draf(self):
        """Return what the present user noted and did not tell yet."""
        return self.catatan_ids.filtered(
            lambda c: c.state == "draf" and c.dicatat_oleh_id.id == self.env.uid
        )

    def _setujui(self, tugas, user, note=None, cache=None):
        """What was noted is settled when the step approves."""
        # Only what was ever returned has notes that wait for an answer.
        kembali = self.filtered("potret_kembali")
        kembali.catatan_ids.filtered(lambda c: c.state != "beres")._mesin().write(
            {"state": "beres"}
        )
        return super()._setujui(tugas, user, note, cache)

    def _kembalikan(self, tugas, user, catatan, hari):
        """Keep how each request looked, to show only what changed afterwards."""
        for permohonan in self:
            permohonan._mesin().write({"potret_kembali": permohonan._potret()})
        return super()._kembalikan(tugas, user, catatan, hari)
