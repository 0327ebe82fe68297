from odoo import models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Letters, their refusal, and the product in the hands of the applicant."""

    _inherit = "asn.permohonan"

    def _jenis_surat(self):
        """Return the kind of letter that this request ends with (may be none)."""
        return self.versi_id.jenis_surat_id

    def _jenis_arsip(self):
        """Return the kind under which the letter is filed (may be none)."""
        return self.versi_id.jenis_dokumen_arsip_id

    def _surat_elektronik(self):
        """Tell whether the letter of this request is signed with a certificate."""
        jenis = self._jenis_surat()
        return bool(jenis) and jenis.mode_ttd in ("elektronik", "keduanya")

    def _aksi_ttd(self):
        """Return the dialog that asks the signer's passphrase."""
        return {
            "type": "ir.actions.client",
            "tag": "asn_surat.ttd",
            "params": {"model": self._name, "ids": self.ids, "method": "action_sign"},
        }

    def _rilis_produk(self):
        """Give letter and archive copy to the applicant."""
        self.surat_id._rilis()
        self.dokumen_produk_id._lepas()

    # ------------------------------------------------------------------
    # Refusal
    # ------------------------------------------------------------------

    def _sesudah_tolak(self, hasil, alasan):
        """Make the official letter, undo what was reserved, tell everybody."""
        self._surat_penolakan(hasil, alasan)
        handler = self._handler()
        if hasil == "defer":
            handler._on_deferred(self)
        else:
            handler._on_rejected(self)
        self._beritahu(hasil)

    def _surat_penolakan(self, hasil, alasan):
        """Create the official refusal letter with number, date and reason.

        Without a kind of letter on the service the office's general one is
        used. It is sealed by the office and not signed by a person.
        """
        versi = self.versi_id
        jenis = versi.jenis_surat_tolak_id
        if hasil == "defer":
            jenis = versi.jenis_surat_tangguh_id or jenis
        if not jenis:
            jenis = self.env.ref("asn_layanan.jenis_surat_penolakan")
        terakhir = self.keputusan_ids[-1:]
        nilai = {"dasar_hukum": self._dasar_penolakan()}
        nilai.update(self._handler()._nilai_surat(self))
        nilai.update(
            alasan_penolakan=alasan,
            tanggal_ajuan=self._tanggal(self.tanggal_ajuan),
            nama_layanan=self.layanan_id.name,
            nomor_permohonan=self.nomor,
            tahap_penolakan=terakhir.nama_tahap or self.tahap_id.name or "-",
            jabatan_penolak=terakhir.jabatan or "-",
        )
        penanda, pejabat = self.env["res.users"], self.env["hr.employee"]
        if versi.tolak_ditandatangani:
            penanda, pejabat = self._pejabat_penolakan()
        pejabat = pejabat or terakhir.aktor_employee_id or self._pejabat_kantor()
        if not pejabat:
            # Never a stuck request: the refusal stands, the letter is made later.
            self._peringatan(self.env._("%s: nobody to name on the letter", self.nomor))
            return
        surat = self.env["asn.surat"]._siapkan(
            jenis, self, self.employee_id, pejabat, nilai
        )
        self._mesin().write({"surat_tolak_id": surat.id})
        if penanda:
            self._minta_ttd_penolakan(penanda)
            return
        surat._terbitkan(tanda_tangan=False)
        surat._rilis()

    def _dasar_penolakan(self):
        """Return the regulations of the conditions that were not met (PRO-05)."""
        gagal = self.hasil_periksa_ids.filtered(lambda h: h.hasil == "gagal")
        return "; ".join(dict.fromkeys(filter(None, gagal.mapped("dasar_hukum"))))

    def _pejabat_kantor(self):
        """Return the official named below a letter that nobody signs in person."""
        penentu = self.env["asn.layanan.penentu"]
        ttd = self.versi_id.tahap_ids.filtered(lambda t: t.jenis == "ttd")[:1]
        aktor = penentu._aktor(ttd, self)[:1] if ttd else self.env["res.users"]
        pegawai = self._pegawai_dari(aktor)
        if pegawai or not self.unit_id:
            return pegawai
        return self.unit_id._perangkat_daerah()._kepala()

    # ------------------------------------------------------------------
    # Product and survey
    # ------------------------------------------------------------------

    def action_answer_survey(self, nilai_layanan, nilai_petugas, saran=None):
        """Answer the survey and release the product (PRO-09).

        :param nilai_layanan: 1 to 4, the service
        :param nilai_petugas: 1 to 4, the officers
        :param saran: optional suggestion
        """
        nilai = {str(nilai_layanan), str(nilai_petugas)}
        if not nilai <= {"1", "2", "3", "4"}:
            raise UserError(self.env._("Please answer both questions with 1 to 4."))
        permohonan = self._siap("survey")
        if permohonan.state == "done":
            return self._info_sudah(permohonan)
        if permohonan.state != "issued":
            raise UserError(
                self.env._("The survey can be answered once the product is issued.")
            )
        self.env["asn.permohonan.survei"].sudo()._mesin().create(  # sudo: engine row
            {
                "permohonan_id": permohonan.id,
                "nilai_layanan": str(nilai_layanan),
                "nilai_petugas": str(nilai_petugas),
                "saran": (saran or "").strip()[:2000] or False,
                "diisi_oleh_id": self.env.uid,
                "is_wakil": self.env.user != permohonan.pemohon_user_id,
            }
        )
        permohonan._decide("survey", "done", user=self.env.user)
        permohonan._rilis_produk()
        permohonan._beritahu("done")
        return True

    def action_download(self):
        """Return the download of the signed product, once it is released.

        :raises UserError: before the survey is answered, or without a product
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the product is released by the state and not by letter rights
        permohonan = self.sudo()
        surat = permohonan.surat_id
        if permohonan.state == "rejected":
            surat = permohonan.surat_tolak_id
        elif permohonan.state == "issued":
            raise UserError(
                self.env._(
                    "Please answer the survey first; the letter is then released."
                )
            )
        elif permohonan.state != "done":
            raise UserError(self.env._("There is no signed letter yet."))
        if not surat:
            raise UserError(self.env._("This request ended without a letter."))
        return self.env["asn.surat"].browse(surat.id).action_download()

    def action_preview_letter(self):
        """Show the letter as it would be signed now; for officials only.

        :raises AccessError: for the applicant before the release
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the preview needs the data of the applicant
        permohonan = self.sudo()
        wizard = self.env["asn.permohonan.pratinjau"].create(
            {
                "permohonan_id": self.id,
                "isi": permohonan._pratinjau_surat(self.env.user),
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Preview of the Letter"),
            "res_model": wizard._name,
            "res_id": wizard.id,
            "view_mode": "form",
            "target": "new",
        }

    def _pratinjau_surat(self, user):
        """Return the HTML of the letter, made and thrown away."""
        jenis = self._jenis_surat()
        if not jenis:
            raise UserError(self.env._("This service has no letter."))
        if user == self.pemohon_user_id and self.state != "done":
            raise UserError(
                self.env._(
                    "The letter is released once it is signed and the survey answered."
                )
            )
        if self.surat_id:
            return self.surat_id._preview_html()
        ttd = self.versi_id.tahap_ids.filtered(lambda t: t.jenis == "ttd")[:1]
        penentu = self.env["asn.layanan.penentu"]
        aktor = penentu._aktor(ttd, self)[:1] if ttd else self.env["res.users"]
        pegawai = self._pegawai_dari(aktor)
        wewenang = penentu._wewenang(ttd, self, aktor)
        # The draft stays: signing refreshes it with the data of that moment.
        return self._siapkan_surat(pegawai, [wewenang])._preview_html()
