import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class AsnPermohonanBerkas(models.Model):
    """One document of the checklist of a request, and the finding on it.

    Rows are made by the engine. The applicant only puts a file in; it goes to
    the archive and the row points there, so it is never uploaded twice.
    """

    _name = "asn.permohonan.berkas"
    _inherit = "asn.penjaga.mixin"
    _description = "Document of a Request"
    _order = "permohonan_id, id"
    _rec_name = "jenis_dokumen_id"

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    persyaratan_id = fields.Many2one(
        "asn.layanan.persyaratan", "Requirement", ondelete="restrict"
    )
    jenis_dokumen_id = fields.Many2one(
        "asn.jenis.dokumen", "Document", required=True, ondelete="restrict"
    )
    wajib = fields.Selection(related="persyaratan_id.wajib")
    keterangan = fields.Char(related="persyaratan_id.keterangan")
    dokumen_id = fields.Many2one(
        "asn.dokumen", "In the Archive", index=True, ondelete="restrict"
    )
    dokumen_label = fields.Char("File", compute="_compute_dokumen", compute_sudo=True)
    dokumen_tersedia = fields.Boolean(compute="_compute_dokumen", compute_sudo=True)
    kedaluwarsa = fields.Boolean(
        "Too Old", compute="_compute_kedaluwarsa", compute_sudo=True
    )
    file = fields.Binary("Upload", compute="_compute_file", inverse="_inverse_file")
    nama_file = fields.Char(
        "File Name", compute="_compute_file", inverse="_inverse_file"
    )
    verdict = fields.Selection(
        [("belum", "Not checked"), ("ok", "In order"), ("tidak_ok", "Not in order")],
        "Finding",
        default="belum",
        required=True,
    )
    catatan = fields.Char("Note")
    diperiksa_oleh_id = fields.Many2one("res.users", "Checked By", ondelete="restrict")
    diperiksa_pada = fields.Datetime("Checked")

    _GUARDED = {
        "persyaratan_id": False,
        "jenis_dokumen_id": False,
        "permohonan_id": False,
        "dokumen_id": False,
        "verdict": "belum",
        "catatan": False,
        "diperiksa_oleh_id": False,
        "diperiksa_pada": False,
        "nomor_berkas": 1,
    }

    _satu_per_syarat = models.Constraint(
        "UNIQUE (permohonan_id, persyaratan_id, nomor_berkas)",
        "This document is already on the checklist of the request.",
    )

    @api.depends("dokumen_id")
    def _compute_dokumen(self):
        for berkas in self:
            berkas.dokumen_label = berkas.dokumen_id.display_name or False
            berkas.dokumen_tersedia = bool(berkas.dokumen_id)

    @api.depends("dokumen_id.tanggal", "persyaratan_id.umur_maks_bulan")
    def _compute_kedaluwarsa(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for berkas in self:
            bulan = berkas.persyaratan_id.umur_maks_bulan
            tanggal = berkas.dokumen_id.tanggal
            berkas.kedaluwarsa = bool(
                bulan
                and tanggal
                and tanggal < fields.Date.subtract(hari_ini, months=bulan)
            )

    def _compute_file(self):
        self.file = False
        self.nama_file = False

    def _inverse_file(self):
        """Nothing is kept here: ``write`` sends the file to the archive."""

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_mesin():
            self._tolak_guarded(["persyaratan_id"])
        return super().create(vals_list)

    def write(self, vals):
        if "file" in vals and not self._is_mesin():
            vals = dict(vals)
            isi, nama = vals.pop("file"), vals.pop("nama_file", None)
            for berkas in self:
                berkas._unggah(isi, nama)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_mesin(self):
        if not self._is_mesin():
            self._tolak_guarded(["persyaratan_id"])

    def _unggah(self, isi, nama):
        """File an upload in the archive and point to it.

        :param isi: base64 of the file; empty takes the present file off the list
        :raises UserError: when the archive refuses the file or it is too late
        """
        self.ensure_one()
        self.check_access("write")
        # sudo: the row points to documents the caller may not list
        berkas = self.sudo()
        if berkas.permohonan_id.state not in ("draft", "returned"):
            raise UserError(
                self.env._(
                    "Documents can be changed only before submission or when returned."
                )
            )
        if not isi:
            berkas._mesin().write({"dokumen_id": False, "verdict": "belum"})
            return
        berkas._periksa_unggahan(isi)
        dokumen = berkas._di_arsip(isi)
        if not dokumen:
            dokumen = self._arsip_tujuan().create(
                {
                    "employee_id": berkas.permohonan_id.employee_id.id,
                    "jenis_id": berkas.jenis_dokumen_id.id,
                    "file": isi,
                    "nama_file": nama or berkas.jenis_dokumen_id.kode,
                }
            )
        berkas._mesin().write(
            {"dokumen_id": dokumen.id, "verdict": "belum", "catatan": False}
        )
        if berkas.persyaratan_id.jumlah_maks > 1:
            berkas.permohonan_id._susun_berkas()

    def _arsip_tujuan(self):
        """Return the archive with the right by which the present user files in it.

        An officer of the service keeps nobody's archive; what he uploads with a request
        that he files on behalf goes there with the request, not yet verified.
        """
        user, arsip = self.env.user, self.env["asn.dokumen"]
        # sudo: whose request it is, and which services the user administers
        permohonan, tugas = self.sudo().permohonan_id, user.sudo().layanan_ids
        petugas = user.has_group("asn_base.group_admin_aplikasi")
        if petugas and permohonan.layanan_id in tugas and permohonan._diwakili(user):
            # sudo: the row of the request, which the user may write, stands for it
            return arsip.sudo()
        return arsip

    def _di_arsip(self, isi):
        """Return the archived document with the same content, if any."""
        try:
            mentah = base64.b64decode(isi or b"", validate=True)
        except ValueError:
            return self.env["asn.dokumen"]
        return self.env["asn.dokumen"].search(
            [
                ("employee_id", "=", self.permohonan_id.employee_id.id),
                ("jenis_id", "=", self.jenis_dokumen_id.id),
                ("sha256", "=", hashlib.sha256(mentah).hexdigest()),
                ("status", "!=", "ditolak"),
            ],
            limit=1,
        )

    def _isi_dari_arsip(self):
        """Attach the newest verified document of the kind where one exists.

        A correction or replacement does not rest on the product that it ends: where
        that is the newest, it takes what the first request rested on.
        """
        kosong = self.filtered(
            lambda b: not b.dokumen_id and b.persyaratan_id.dari_arsip
        )
        if not kosong:
            return
        sah = self.env["asn.dokumen"].search(
            [
                ("employee_id", "in", kosong.permohonan_id.employee_id.ids),
                ("jenis_id", "in", kosong.jenis_dokumen_id.ids),
                ("status", "=", "sah"),
                ("is_terbaru", "=", True),
                "|",
                ("berlaku_sampai", "=", False),
                ("berlaku_sampai", ">=", fields.Date.context_today(self)),
            ],
            order="tanggal desc, id desc",
        )
        for berkas in kosong:
            asal = berkas.permohonan_id.asal_id
            dipakai = berkas.permohonan_id.berkas_ids.dokumen_id
            dipakai |= asal.dokumen_produk_id
            cocok = sah.filtered(
                lambda d, b=berkas, dipakai=dipakai: (
                    d.employee_id == b.permohonan_id.employee_id
                    and d.jenis_id == b.jenis_dokumen_id
                    and d not in dipakai
                )
            )
            cocok = cocok or asal.berkas_ids.filtered(
                lambda a, b=berkas: (
                    a.jenis_dokumen_id == b.jenis_dokumen_id
                    and a.nomor_berkas == b.nomor_berkas
                    and a.dokumen_id.status == "sah"
                    and not a.kedaluwarsa
                )
            ).mapped("dokumen_id")
            if cocok:
                berkas._mesin().write({"dokumen_id": cocok[0].id})

    def _buka_kembali(self):
        """Let documents that were not in order be looked at again."""
        self.filtered(lambda b: b.verdict == "tidak_ok")._mesin().write(
            {"verdict": "belum"}
        )

    def action_verdict(self, verdict, catatan=None):
        """Record a finding on this document by an actor of the present step.

        :param verdict: ``ok`` or ``tidak_ok`` (then ``catatan`` is compulsory)
        """
        self.ensure_one()
        self.check_access("read")
        if verdict not in ("ok", "tidak_ok"):
            raise UserError(self.env._("Say whether the document is in order or not."))
        # sudo: the finding is the engine's to write
        berkas = self.sudo()
        if not berkas.permohonan_id._tugas_untuk(self.env.user):
            raise AccessError(
                self.env._("Only an official whose turn it is may judge documents.")
            )
        if verdict == "tidak_ok":
            catatan = berkas.permohonan_id._alasan(catatan)
        berkas._mesin().write(
            {
                "verdict": verdict,
                "catatan": catatan or False,
                "diperiksa_oleh_id": self.env.uid,
                "diperiksa_pada": fields.Datetime.now(),
            }
        )
        dokumen = self.env["asn.dokumen"].browse(berkas.dokumen_id.id)
        # Who verifies documents of this service need not keep the person's archive.
        boleh = dokumen and dokumen.has_access("write") and dokumen.can_verify
        if verdict == "ok" and boleh:
            dokumen.action_verify()
        return True

    def action_ok(self):
        """Find this document in order."""
        return self.action_verdict("ok")

    def action_buka_dokumen(self):
        """Open the file in the archive."""
        self.ensure_one()
        if not self.dokumen_tersedia:
            raise UserError(self.env._("No file has been added yet."))
        # sudo: only the id; opening it is checked by the archive
        dokumen = self.sudo().dokumen_id.id
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/asn.dokumen/{dokumen}/file?download=false",
            "target": "new",
        }
