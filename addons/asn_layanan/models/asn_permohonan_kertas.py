import base64

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError, ValidationError

#: What may be told about the paper.
_RINCIAN = frozenset(["nama", "jumlah", "nomor_kertas", "catatan", "file", "nama_file"])


class AsnPermohonan(models.Model):
    """Products on paper: initials and signature by hand, print and hand-over.

    The electronic way stays the usual one; who works on paper records what
    happened, with the scan that proves it (KDR-10-2, KDR-11-1, KDR-12).
    """

    _inherit = "asn.permohonan"

    fisik_ids = fields.One2many(
        "asn.permohonan.fisik", "permohonan_id", "Paper", readonly=True, copy=False
    )
    can_initial = fields.Boolean(compute="_compute_can_kertas")
    can_paper = fields.Boolean(compute="_compute_can_kertas")

    @api.depends_context("uid")
    @api.depends("state", "surat_id", "tugas_ids.state", "tugas_ids.aktor_ids")
    def _compute_can_kertas(self):
        """Only for the buttons: every method checks for itself."""
        user = self.env.user
        # sudo: tasks decide which buttons show; the methods check again
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            validasi = sudo._tugas_terbuka().filtered(
                lambda t: t.tahap_id.jenis == "validasi" and user in t.aktor_ids
            )
            permohonan.can_initial = bool(validasi)
            permohonan.can_paper = (
                sudo.state in ("issued", "done")
                and bool(sudo.surat_id)
                and sudo.versi_id._is_petugas(user)
            )

    def action_initial_by_hand(self, tanggal, file, nama_file=None, note=None):
        """Approve a validation whose initials were written on paper (KDR-10-2).

        :param tanggal: day of the initials, ISO or date; not in the future
        :param file: base64 of the scan that shows them; compulsory
        :raises UserError: another kind of step, or no scan
        """
        permohonan, tugas = self._giliran()
        if not tugas:
            return self._info_sudah(permohonan)
        if tugas.tahap_id.jenis != "validasi":
            raise UserError(self.env._("Only a validation is initialled by hand."))
        fisik = permohonan._catat_fisik(
            "paraf",
            tanggal,
            nama=permohonan._jabatan_aktor(
                self.env.user, permohonan._pegawai_dari(self.env.user)
            ),
            file=file,
            nama_file=nama_file,
            catatan=note,
        )
        return self.action_approve(
            self.env._(
                "Initialled by hand on %(date)s. %(note)s",
                date=format_panjang(fisik.tanggal),
                note=(note or "").strip(),
            ).strip()
        )

    def action_record_paper(self, jenis, tanggal, **rincian):
        """Record that the product was printed, signed by hand or handed over.

        A signature by hand comes after a print (KDR-12-b), a hand-over after the
        survey (KDR-13-3).

        :param jenis: ``cetak``, ``ttd`` or ``serah``
        :param tanggal: the day it happened, ISO or date; not in the future
        :param rincian: ``nama`` (signer or receiver), ``jumlah`` (copies),
            ``nomor_kertas``, ``catatan``, ``file`` (base64), ``nama_file``
        :raises AccessError: for others than officers of the service
        :raises UserError: out of order, or twice where once is meant
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the officer of the service records, the engine writes
        permohonan = self.sudo()._berbahasa()
        permohonan._kunci()
        if not permohonan.versi_id._is_petugas(self.env.user):
            raise AccessError(
                self.env._("Only an administrator of this service records this.")
            )
        permohonan._periksa_urutan_fisik(jenis)
        if rincian.keys() - _RINCIAN:
            raise ValidationError(self.env._("Say what happened to the paper."))
        fisik = permohonan._catat_fisik(jenis, tanggal, **rincian)
        if jenis == "ttd":
            permohonan._arsipkan_pindaian(fisik)
        return True

    def _periksa_urutan_fisik(self, jenis):
        """Refuse what cannot have happened to the paper yet, or happened already."""
        ada = set(self.fisik_ids.mapped("jenis"))
        if jenis not in ("cetak", "ttd", "serah"):
            raise ValidationError(self.env._("Say what happened to the paper."))
        if not self.surat_id or self.state not in ("issued", "done"):
            raise UserError(self.env._("There is no letter to print yet."))
        if jenis == "ttd" and self.surat_id.cara_ttd != "basah":
            raise UserError(self.env._("This letter is signed electronically."))
        if jenis == "ttd" and "cetak" not in ada:
            raise UserError(
                self.env._("Record the print first; then the letter is signed by hand.")
            )
        if jenis == "ttd" and "ttd" in ada:
            raise UserError(self.env._("The signature by hand is already recorded."))
        if jenis == "serah" and self.state != "done":
            raise UserError(
                self.env._(
                    "The product is handed over once the applicant has answered the"
                    " survey."
                )
            )

    def _catat_fisik(
        self,
        jenis,
        tanggal,
        nama=None,
        jumlah=1,
        nomor_kertas=None,
        catatan=None,
        file=None,
        nama_file=None,
    ):
        """Add one row, checked; return it."""
        nama, nomor_kertas, catatan = (
            str(teks or "").strip() for teks in (nama, nomor_kertas, catatan)
        )
        if jenis in ("ttd", "serah") and not nama:
            raise ValidationError(self.env._("Write who signed or received it."))
        if jenis in ("paraf", "ttd") and not file:
            raise ValidationError(
                self.env._("Add the scan that shows the initials or the signature.")
            )
        if isinstance(jumlah, bool) or not isinstance(jumlah, int) or jumlah < 1:
            raise ValidationError(self.env._("At least one copy is printed."))
        return self.fisik_ids._mesin().create(
            {
                "permohonan_id": self.id,
                "jenis": jenis,
                "tanggal": self._tanggal_surat_wajar(tanggal, self._awal_fisik(jenis)),
                "nama": nama or False,
                "jumlah": jumlah,
                "nomor_kertas": nomor_kertas or False,
                "catatan": catatan or False,
                "oleh_id": self.env.uid,
                "waktu": fields.Datetime.now(),
                **self._vals_scan("fisik", file, nama_file),
            }
        )

    def _awal_fisik(self, jenis):
        """Return the first day on which this can have happened to the paper."""
        if jenis == "paraf":
            return self._tanggal(self.tanggal_ajuan)
        return max([self.surat_id.tanggal, *self.fisik_ids.mapped("tanggal")])

    def _arsipkan_pindaian(self, fisik):
        """File the scan of the signed paper as the product, instead of the draft."""
        jenis = self._jenis_arsip()
        if not jenis:
            return
        dokumen = self.env["asn.dokumen"]._arsipkan(
            self.employee_id,
            jenis.kode,
            base64.b64decode(fisik.with_context(bin_size=False).file_fisik),
            fisik.nama_file_fisik,
            nomor=self.surat_id.nomor,
            tanggal=self.surat_id.tanggal,
            ditahan=self.state != "done",
        )
        self._mesin().write({"dokumen_produk_id": dokumen.id})

    def action_download(self):
        """Give the scan of a letter that was signed by hand, once it is there."""
        # sudo: which file is the product is decided by the paper's history
        permohonan = self.sudo()
        ttd = permohonan.fisik_ids.filtered(lambda f: f.jenis == "ttd")
        if permohonan.state == "done" and ttd and permohonan.dokumen_produk_id:
            self.check_access("read")
            dokumen = permohonan.dokumen_produk_id.id
            return self.env["asn.dokumen"].browse(dokumen).action_download()
        return super().action_download()
