from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi

JENIS_TINDAK = [
    ("koreksi", "Correction (ralat)"),
    ("penggantian", "Replacement (penggantian)"),
    ("pencabutan", "Revocation (pencabutan)"),
]


class AsnPermohonan(models.Model):
    """Correction, replacement and revocation of an issued product (PRO-16).

    A product is never edited. A new request that points to the old one
    (``asal_id``) goes through the same gate; its issue ends the old product,
    undoes the old effects and, unless it only revokes, makes its own: all in
    one transaction. Steps that such a request may skip have the condition
    ``[('jenis_tindak', '=', False)]``.
    """

    _inherit = "asn.permohonan"

    jenis_tindak = fields.Selection(
        JENIS_TINDAK, "Kind of Follow-up (Tindak Lanjut)", readonly=True, copy=False
    )
    asal_id = fields.Many2one(
        "asn.permohonan",
        "Original Request",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    alasan_tindak = fields.Text("Reason of the Follow-up", readonly=True, copy=False)
    tindak_ids = fields.One2many(
        "asn.permohonan", "asal_id", "Follow-ups", readonly=True, copy=False
    )
    can_tindak = fields.Boolean(compute="_compute_tindak")
    is_diganti = fields.Boolean(
        "Replaced (Diganti)",
        compute="_compute_tindak",
        help="Another product stands in the place of this one.",
    )
    kabar_tindak = fields.Char(
        "What Became of It", compute="_compute_tindak", compute_sudo=False
    )

    # Whatever happens at the same moment, one product is ended once.
    _satu_tindak = models.UniqueIndex(
        "(asal_id) WHERE asal_id IS NOT NULL"
        " AND state NOT IN ('rejected', 'cancelled')",
        "There is already a correction, replacement or revocation of this product.",
    )

    @api.depends_context("uid", "lang")
    @api.depends("state", "asal_id", "jenis_tindak", "tindak_ids.state")
    def _compute_tindak(self):
        """Only for the screen: ``action_tindak`` decides for itself."""
        user = self.env.user
        # sudo: follow-ups decide what the screen offers, not what may be read
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            jalan = sudo._tindak_berlaku()
            permohonan.can_tindak = (
                sudo.state in transisi.PRODUK and not jalan and sudo._boleh_tindak(user)
            )
            permohonan.is_diganti = (
                sudo.state == "revoked" and jalan.jenis_tindak != "pencabutan"
            )
            permohonan.kabar_tindak = permohonan._teks_tindak(sudo, jalan)

    def _teks_tindak(self, sudo, jalan):
        """Return the line about the other side of a follow-up."""
        jenis = dict(self._fields["jenis_tindak"]._description_selection(self.env))
        if sudo.state == "revoked":
            return self.env._(
                "This product is no longer in force: %(kind)s by request %(number)s.",
                kind=jenis.get(jalan.jenis_tindak, ""),
                number=jalan.nomor or "-",
            )
        if jalan:
            return self.env._(
                "%(kind)s in process: request %(number)s.",
                kind=jenis[jalan.jenis_tindak],
                number=jalan.nomor or self.env._("draft"),
            )
        if sudo.asal_id:
            return self.env._(
                "%(kind)s of the product of request %(number)s. Reason: %(reason)s",
                kind=jenis[sudo.jenis_tindak],
                number=sudo.asal_id.nomor,
                reason=sudo.alasan_tindak,
            )
        return False

    # ------------------------------------------------------------------
    # Beginning
    # ------------------------------------------------------------------

    def action_tindak(self, jenis, alasan):
        """Draft the correction, replacement or revocation of this product.

        For the applicant's side, the administrator of the service and the
        signer of the letter. The draft then goes through the steps as any
        request; nobody decides alone.

        :param jenis: ``koreksi``, ``penggantian`` or ``pencabutan``
        :param alasan: compulsory; it is printed in the letter of revocation
        :return: the action that opens the draft
        :raises UserError: when there is no product in force or a follow-up exists
        """
        self.ensure_one()
        self.check_access("read")
        alasan = self._alasan(alasan)
        if jenis not in dict(JENIS_TINDAK):
            raise UserError(self.env._("Choose correction, replacement or revocation."))
        # sudo: the engine makes the follow-up; who may ask is checked next
        asal = self.sudo()._berbahasa()
        asal._kunci()
        if not asal._boleh_tindak(self.env.user):
            raise AccessError(
                self.env._(
                    "Only the applicant's side, the administrator of the service and"
                    " the signer may start this."
                )
            )
        asal._pastikan_berlaku()
        if asal._tindak_berlaku():
            raise UserError(asal._teks_tindak(asal, asal._tindak_berlaku()))
        # The index on follow-ups must see how the earlier ones ended.
        asal.tindak_ids.flush_recordset()
        baru = asal._mesin().create(asal._nilai_tindak(jenis, alasan))
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": baru.id,
            "views": [(False, "form")],
        }

    def _nilai_tindak(self, jenis, alasan):
        """Return the values of the draft: the old answers, unless it revokes."""
        vals = {
            "layanan_id": self.layanan_id.id,
            "employee_id": self.employee_id.id,
            "pengaju_id": self.env.uid,
            "jenis_tindak": jenis,
            "asal_id": self.id,
            "alasan_tindak": alasan,
        }
        if jenis != "pencabutan":
            tanya = {
                t["kode"] for t in self.layanan_id.versi_live_id._data_pertanyaan()
            }
            jawaban = {k: v for k, v in self._jawaban().items() if k in tanya}
            if jawaban:
                vals["properti"] = jawaban
            for nama in set(self._handler()._kolom_isian()) - {"properti"}:
                vals[nama] = self._fields[nama].convert_to_write(self[nama], self)
        return vals

    def _boleh_tindak(self, user):
        """Tell whether a user may start a follow-up of this product."""
        self.ensure_one()
        return (
            self._boleh_mewakili(user) or user == self.surat_id.penandatangan_id.user_id
        )

    def _tindak_berlaku(self):
        """Return the follow-up that is in process or done, or none."""
        return self.tindak_ids.filtered(
            lambda t: t.state not in ("rejected", "cancelled")
        )[:1]

    def _pastikan_berlaku(self):
        """Refuse when the product of this request is not in force (any more)."""
        if self.state not in transisi.PRODUK:
            raise UserError(
                self.env._(
                    "Request %s has no product in force that could be corrected,"
                    " replaced or revoked.",
                    self.nomor or self.display_name,
                )
            )

    def write(self, vals):
        if not self._is_mesin() and self._TETAP & vals.keys():
            # sudo: what the request follows decides, whatever the caller may read
            if any(p.asal_id for p in self.sudo()):
                self._tolak_guarded(self._TETAP & vals.keys())
        return super().write(vals)

    # ------------------------------------------------------------------
    # On its way
    # ------------------------------------------------------------------

    def _handler(self):
        """A revocation has its own handler: it asks nothing and makes nothing."""
        if self.jenis_tindak == "pencabutan":
            return self.env["asn.layanan.pencabutan"]
        return super()._handler()

    def _susun_berkas(self):
        """A revocation needs no documents."""
        lain = self.filtered(lambda p: p.jenis_tindak != "pencabutan")
        return super(AsnPermohonan, lain)._susun_berkas()

    def _nilai_aturan(self, saat):
        """Rules of a first request inform; few still block a follow-up."""
        baris = super()._nilai_aturan(saat)
        keras = {p.id: p._handler()._KERAS_TINDAK for p in self.filtered("asal_id")}
        for satu in baris:
            nomor = satu["permohonan_id"]
            if nomor in keras and satu["kode"] not in keras[nomor]:
                satu["keras"] = False
        return baris

    def _periksa_kelayakan(self, saat, blokir):
        """The original must be in force, and nothing rest on it (PRO-16)."""
        for tindak in self.filtered("asal_id") if blokir else ():
            asal = tindak.asal_id
            asal._pastikan_berlaku()
            handler = asal._handler()
            if penerus := handler._penerus(asal):
                handler._tolak_disusul(penerus)
            handler._periksa_tindak(tindak)
        return super()._periksa_kelayakan(saat, blokir)

    def _jenis_surat(self):
        """Return the letter of revocation for a revocation."""
        if self.jenis_tindak == "pencabutan":
            return self.versi_id.jenis_surat_cabut_id or self.env.ref(
                "asn_layanan.jenis_surat_pencabutan"
            )
        return super()._jenis_surat()

    def _jenis_arsip(self):
        """File a letter of revocation under its own kind."""
        if self.jenis_tindak == "pencabutan":
            return self.env.ref("asn_layanan.jenis_dokumen_pencabutan")
        return super()._jenis_arsip()

    # ------------------------------------------------------------------
    # Effect
    # ------------------------------------------------------------------

    def _terbitkan_produk(self, user):
        """End the original first; a revocation needs no survey to be released."""
        for permohonan in self.filtered("asal_id"):
            permohonan._akhiri_asal(user)
        res = super()._terbitkan_produk(user)
        self.filtered(lambda p: p.jenis_tindak == "pencabutan")._serahkan(user)
        return res

    def _akhiri_asal(self, user):
        """End the product of the original and undo its effects, once.

        :raises UserError: when it is no longer in force
        """
        asal = self.asal_id
        asal._kunci()
        asal._pastikan_berlaku()
        cabut = self.jenis_tindak == "pencabutan"
        jenis = dict(self._fields["jenis_tindak"]._description_selection(self.env))
        alasan = self.env._(
            "%(kind)s by request %(number)s: %(reason)s",
            kind=jenis[self.jenis_tindak],
            number=self.nomor,
            reason=self.alasan_tindak,
        )
        hasil = "revoke" if cabut else "replace"
        asal._decide(hasil, "revoked", catatan=alasan, user=user)
        # A letter that the signer withdrew before stays as it is.
        asal.surat_id.filtered(lambda s: s.state == "issued")._cabut(
            alasan, pengganti=None if cabut else self.surat_id, dasar=self.surat_id
        )
        asal.dokumen_produk_id._cabut_mesin(alasan)
        handler = asal._handler()
        if cabut:
            handler._on_revoked(asal, self)
        else:
            handler._on_replaced(asal, self)
        asal._beritahu(hasil)

    def _judul_kabar(self):
        return {
            **super()._judul_kabar(),
            "revoke": self.env._("The product of request %(nomor)s was revoked"),
            "replace": self.env._("The product of request %(nomor)s was replaced"),
        }

    def _isi_kabar(self, peristiwa):
        if peristiwa in ("revoke", "replace"):
            return (self.keputusan_ids[-1:].catatan or "").replace("%", "%%")
        return super()._isi_kabar(peristiwa)

    def action_download(self):
        """Say that a revoked product is no longer given out."""
        self.ensure_one()
        self.check_access("read")
        if self.state == "revoked":
            raise UserError(self.kabar_tindak)
        return super().action_download()
