import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import isian as mesin_isian
from ..domain import nomor as mesin_nomor
from ..domain import pdf as mesin_pdf
from ..galat import ErrorSandi, ErrorTTD


class AsnSuratTerbit(models.Model):
    """Issuing, releasing and revoking letters."""

    _inherit = "asn.surat"

    def _preview_html(self):
        """Return the letter as it would be issued today, without a number."""
        self.ensure_one()
        # sudo: who may see the preview is decided by the caller (the request).
        surat = self.sudo()
        if surat.state != "draft":
            return surat.isi
        try:
            return surat.env["asn.surat.renderer"]._isi_surat(
                surat.jenis_id, surat._nilai_terbit(None, None), surat=surat
            )
        except mesin_isian.IsianSalah as salah:
            raise ErrorTTD(surat.jenis_id._pesan_isian(salah), salah.kode)

    def _preview_pdf(self):
        """Return the draft as PDF bytes, marked as a draft; an issued one as it is."""
        self.ensure_one()
        surat = self.sudo()  # sudo: same reason as in _preview_html.
        if surat.state != "draft":
            return surat._pdf_byte()
        return surat.env["asn.surat.renderer"]._pdf(
            surat._preview_html(),
            kertas=surat.jenis_id.kertas,
            draf=True,
            pias=surat.jenis_id._pias(),
        )

    def _terbitkan(self, passphrase=None, tanggal=None, tanda_tangan=True):
        """Number, render, sign and store letters, all of them or none.

        Any failure raises and, with the transaction, undoes everything: the letters
        stay drafts, their numbers are free again. Nothing is committed here.

        :param str passphrase: of the signer's certificate; never stored or logged
        :param date tanggal: date of the letters, today by default
        :param bool tanda_tangan: False for letters that no person signs; they get
            the office's seal where one is set up
        :return: True
        :raises ErrorSandi: when the passphrase is missing or wrong
        :raises ErrorTTD: for everything else that goes wrong
        """
        # sudo: the engine has checked who decides; see sudo.csv.
        semua = self.sudo()
        semua.lock_for_update()
        for surat in semua:
            if surat.state != "draft":
                raise ErrorTTD(
                    self.env._(
                        "This letter has already been issued (%s).", surat.nomor
                    ),
                    "sudah_terbit",
                )
        # Keys first: with a wrong passphrase nothing has to be rendered.
        cara = [surat._pilih_cara(passphrase, tanda_tangan) for surat in semua]
        semua._beri_nomor(tanggal or fields.Date.context_today(semua))
        for surat, (satu, penanda) in zip(semua, cara, strict=True):
            surat._bubuhi(satu, penanda)
        return True

    def _bubuhi(self, cara, penanda):
        """Render, sign and store this numbered letter.

        :param cara: way of signing
        :param penanda: the unlocked key, or None
        """
        cetakan = self._cetak(cara)
        pdf, info = cetakan.pdf, None
        if penanda:
            pdf = self._bubuhkan(penanda, cetakan, cara)
            info = penanda.info
        self._tulis_mesin(
            {
                "state": "issued",
                "cara_ttd": cara,
                "pdf": base64.b64encode(pdf),
                "pdf_asli": base64.b64encode(cetakan.pdf) if penanda else False,
                "sha256": hashlib.sha256(pdf).hexdigest(),
                "sha256_asli": hashlib.sha256(cetakan.pdf).hexdigest(),
                "halaman": cetakan.halaman,
                "ditandatangani_pada": fields.Datetime.now() if penanda else False,
                "sertifikat_subjek": info and info.subjek,
                "sertifikat_seri": info and info.nomor_seri,
            }
        )

    def _pilih_cara(self, passphrase, tanda_tangan):
        """Return the way of signing and the unlocked key, if one is needed."""
        penyedia = self.env["asn.ttd.penyedia"]._untuk(self)
        if not tanda_tangan:
            penanda = penyedia._buka_segel()
            return ("segel", penanda) if penanda else ("tanpa", None)
        if self.jenis_id.mode_ttd == "basah":
            return "basah", None
        if self.jenis_id.mode_ttd == "keduanya" and not passphrase:
            return "basah", None
        if not passphrase:
            raise ErrorSandi(
                self.env._("Please enter the passphrase of your certificate."),
                "sandi_kosong",
            )
        return "elektronik", penyedia._buka(self.penandatangan_id, passphrase)

    def _beri_nomor(self, tanggal):
        """Take the next numbers of the registers, one for each letter."""
        # The lowest register first, so that two who sign wait in line.
        kelompok = self.grouped(lambda surat: surat.jenis_id.register_id)
        for register in sorted(kelompok, key=lambda r: r.id):
            milik = kelompok[register]
            awal = register._ambil_nomor(tanggal.year, len(milik))
            for urut, surat in enumerate(milik, awal):
                surat._tulis_nomor(urut, tanggal)

    def _tulis_nomor(self, urut, tanggal):
        """Write the number of this letter, composed as its kind says."""
        jenis = self.jenis_id
        nomor = mesin_nomor.susun(
            jenis.pola_nomor,
            urut,
            tanggal,
            klasifikasi=jenis.klasifikasi,
            unit=self.unit_id.singkatan or self.unit_id.kode or "",
        )
        self._tulis_mesin(
            {
                "register_id": jenis.register_id.id,
                "tahun": tanggal.year,
                "nomor_urut": urut,
                "nomor": nomor,
                "tanggal": tanggal,
            }
        )

    def _nilai_terbit(self, nomor, tanggal):
        """Return all values with number and date; dots stand for a missing one."""
        nilai = self._nilai_terbaca()
        nilai["nomor"] = nomor or "........................"
        nilai["tanggal_surat"] = tanggal or fields.Date.context_today(self)
        return nilai

    def _cetak(self, cara):
        """Render the numbered letter and keep its text.

        :raises ErrorTTD: ``gagal_cetak`` or what is wrong with a value
        """
        Perender = self.env["asn.surat.renderer"]
        try:
            isi = Perender._isi_surat(
                self.jenis_id,
                self._nilai_terbit(self.nomor, self.tanggal),
                surat=self,
                cara=cara,
            )
            cetakan = Perender._cetak(
                isi,
                kertas=self.jenis_id.kertas,
                judul=self.display_name,
                pengenal=self._token_byte(),
                elektronik=cara in ("elektronik", "segel"),
                pias=self.jenis_id._pias(),
            )
        except mesin_isian.IsianSalah as salah:
            raise ErrorTTD(self.jenis_id._pesan_isian(salah), salah.kode)
        except mesin_pdf.GagalCetak as gagal:
            raise ErrorTTD(
                self.env._(
                    "The letter could not be made into a PDF (%s). Nothing has been "
                    "issued; please tell the system administrator.",
                    str(gagal)[:200],
                ),
                "gagal_cetak",
            )
        self._tulis_mesin({"isi": isi})
        return cetakan

    def _bubuhkan(self, penanda, cetakan, cara):
        """Return the signed PDF; the stamp says whether a person signed."""
        cap = None
        if cetakan.kotak:
            cap = self.env["asn.surat.renderer"]._cap(
                penanda.info.subjek, cara == "segel"
            )
        return (
            self.env["asn.ttd.penyedia"]
            ._untuk(self)
            ._bubuhkan(
                penanda,
                cetakan.pdf,
                kotak=cetakan.kotak,
                cap=cap,
                alasan=self.perihal,
                tempat=self.env.company.asn_ibu_kota,
            )
        )

    def _rilis(self):
        """Let the holders see and download their issued letters; repeatable."""
        # sudo: the holder, who may not write here, takes the product.
        return self.sudo()._tulis_mesin({"dirilis": True})

    def _cabut(self, alasan, pengganti=None, dasar=None):
        """Revoke issued letters; the public page says so from now on.

        :param str alasan: why
        :param pengganti: the letter that takes its place
        :param dasar: the letter by which it is revoked
        :raises UserError: without a reason, or for a letter that is not issued
        """
        alasan = (alasan or "").strip()
        if not alasan:
            raise UserError(self.env._("Please give the reason of the revocation."))
        surat = self.sudo()  # sudo: the caller has checked who may revoke.
        surat.lock_for_update()
        if any(satu.state != "issued" for satu in surat):
            raise UserError(self.env._("Only an issued letter can be revoked."))
        surat._tulis_mesin(
            {
                "state": "revoked",
                "alasan_cabut": alasan[:500],
                "dicabut_pada": fields.Datetime.now(),
                "dicabut_oleh_id": self.env.uid,
                "pengganti_id": pengganti.id if pengganti else False,
                "dasar_cabut_id": dasar.id if dasar else False,
            }
        )
        return True

    def action_revoke(self, reason):
        """Revoke letters that the present user has signed.

        :param str reason: why; kept with the letter
        :raises AccessError: for letters signed by others
        """
        self.check_access("read")
        for surat in self:
            # sudo: the signer's account decides.
            if surat.penandatangan_id.sudo().user_id != self.env.user:
                raise AccessError(
                    self.env._("Only the official who signed a letter revokes it.")
                )
        return self._cabut(reason)

    def action_download(self):
        """Open the signed PDF."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/asn.surat/{self.id}/pdf/{self.nama_file}?download=1",
            "target": "new",
        }

    def action_open_public(self):
        """Open the public verification page of this letter."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": self._alamat_publik(),
            "target": "new",
        }

    def _alamat_publik(self):
        """Return the address behind the QR code."""
        # sudo: the token has no reader but this page, the QR code and the letter.
        token = self.sudo().token
        return f"{self.get_base_url()}/v/{token}"

    def _pdf_byte(self):
        """Return the bytes of the issued PDF."""
        return base64.b64decode(self.with_context(bin_size=False).pdf or b"")

    def _token_byte(self):
        """Return a file identifier that is the letter's own and not its token."""
        return hashlib.sha256(b"asn.surat:" + self.token.encode()).digest()[:16]

    @api.model
    def _cari_token(self, token):
        """Return the issued letter behind a token, or none.

        :param str token: from the address; anything else than a token is none
        """
        if not isinstance(token, str) or not 20 <= len(token) <= 64:
            return self.browse()
        # sudo: visitors prove by the token that they hold the paper; sudo.csv.
        return self.sudo().search(
            [("token", "=", token), ("state", "!=", "draft")], limit=1
        )
