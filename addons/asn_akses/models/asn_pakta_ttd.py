from odoo import api, fields, models
from odoo.addons.asn_base.pembatas import Pembatas
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

from .asn_pakta import BERSURAT, PENGINGAT

#: Wrong passwords of one account before signing pauses.
_PERCOBAAN = Pembatas("pernyataan.sandi", batas=5, detik=600)
_ARSIP = {"pakta": "PAKTA_INTEGRITAS", "keamanan": "PERNYATAAN_KEAMANAN"}


class AsnPaktaTtd(models.Model):
    """Signing: by the holder, with the own password, under the words shown."""

    _inherit = "asn.pakta"

    @api.model
    def _tandatangani(self, pilihan, sandi=None, frasa=None):
        """Sign texts as the present user and let the roles work at once.

        :param dict pilihan: SHA-256 of the text that was shown, by id of the text
        :param str sandi: the password of the account; needed for all but the terms
        :param str frasa: passphrase of the own certificate, if there is one
        :return: the signed statements
        :raise UserError: when a text is another one by now, the password is wrong,
            or nobody's profile goes with the account
        """
        user = self.env.user
        # sudo: what the signer is asked is not a matter of rights.
        teks_sudo = self.env["asn.pakta.teks"]._yang_berlaku()
        teks_sudo = teks_sudo.filtered(lambda t: t.id in pilihan)
        if len(teks_sudo) != len(pilihan) or any(
            t.sha256 != pilihan[t.id] or t._sidik() != t.sha256 for t in teks_sudo
        ):
            raise UserError(
                self.env._("The text was changed meanwhile. Please read it again.")
            )
        if any(t.jenis in BERSURAT for t in teks_sudo):
            self._periksa_penanda(user, sandi)
        # sudo: two clicks at once make one signature; accounts are administrators'.
        user.sudo().lock_for_update()
        boleh = set(user._asn_pernyataan_terbuka().ids)
        hasil = self.browse()
        for teks in teks_sudo:
            if teks.id in boleh:
                hasil |= self._tanda_satu(user, teks, frasa)
        # sudo: groups follow from the roles, whoever signs.
        user.sudo()._asn_terapkan_gerbang()
        return hasil

    @api.model
    def _bukti_penanda(self):
        """Return what stands for the password of who signs in without one.

        :return: ``segar``: a proof of identity was given just now; ``tautan``: pairs
            of words and address where to give one
        """
        return {"segar": False, "tautan": []}

    @api.model
    def _periksa_penanda(self, user, sandi):
        """Check that who signs is the person of the account."""
        if not user.sudo().employee_id:  # sudo: own profile or none.
            raise UserError(
                self.env._(
                    "This account belongs to no civil servant's profile, so it cannot"
                    " sign. Please ask Administrator Sistem."
                )
            )
        if not sandi and self._bukti_penanda()["segar"]:
            return
        jejak = user.id
        if not _PERCOBAAN.boleh(jejak):
            raise UserError(
                self.env._("Too many wrong passwords. Please wait ten minutes.")
            )
        kredensial = {"login": user.login, "password": sandi or "", "type": "password"}
        try:
            user._check_credentials(kredensial, {"interactive": True})
        except AccessDenied:
            _PERCOBAAN.catat(jejak)
            raise UserError(
                self.env._("The password is wrong. Nothing has been signed.")
            ) from None
        _PERCOBAAN.lupakan(jejak)

    @api.model
    def _tanda_satu(self, user, teks, frasa):
        """Write one signature and make its letter.

        The password was checked. A certificate that is ready is used; without
        one the office's seal stands for it.
        """
        vals = self._vals_pakta(user, teks)
        if request:
            vals["alamat_ip"] = request.httprequest.remote_addr
        # sudo: rows are the engine's; the signer was checked.
        pakta = self.sudo()._mesin().create(vals)
        if teks.jenis in BERSURAT:
            pakta._buat_surat(frasa)
        return pakta

    def _buat_surat(self, frasa=None):
        """Make the signed PDF of a statement and file it in the archive.

        :raise UserError: who has a certificate gave no passphrase, or a wrong one
        """
        self.ensure_one()
        orang = self.employee_id
        surat = self.env["asn.surat"]._siapkan_pakta(self)
        if self.env["res.users"]._asn_punya_sertifikat(orang):
            if not frasa:
                raise UserError(
                    self.env._("Please enter the passphrase of your certificate.")
                )
            surat._terbitkan(passphrase=frasa)
        else:
            surat._terbitkan(tanda_tangan=False)
        surat._rilis()
        dokumen = self.env["asn.dokumen"]._arsipkan(
            orang,
            _ARSIP[self.jenis],
            surat._pdf_byte(),
            surat.nama_file,
            nomor=surat.nomor,
            tanggal=surat.tanggal,
            berlaku_sampai=self.berlaku_sampai,
        )
        self._mesin().write({"surat_id": surat.id, "dokumen_id": dokumen.id})

    @api.model
    def _cron_gerbang(self):
        """Take what ended, give what begins, and remind before the end."""
        # sudo: a scheduled job of the machine.
        self.env["res.users"].sudo()._asn_selaraskan_gerbang()
        self.sudo()._ingatkan()  # sudo: see above.

    @api.model
    def _ingatkan(self):
        """Remind who still holds a guarded role, once for each of the days."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        batas = fields.Date.add(hari_ini, days=max(PENGINGAT))
        dekat = self.search(
            [
                ("jenis", "in", BERSURAT),
                ("berlaku_sampai", ">=", hari_ini),
                ("berlaku_sampai", "<=", batas),
            ]
        )
        sah = self._sah(dekat.user_id)
        wajib = dekat.user_id._asn_jenis_wajib()
        kabar, ditandai = [], {}
        for pakta in dekat:
            kunci = (pakta.user_id.id, pakta.jenis)
            sisa = (pakta.berlaku_sampai - hari_ini).days
            tahap = min(h for h in PENGINGAT if sisa <= h)
            terakhir = sah.get(kunci, {}).get("sampai") == pakta.berlaku_sampai
            if pakta.diingatkan and pakta.diingatkan <= tahap:
                continue
            if terakhir and pakta.jenis in wajib.get(pakta.user_id.id, ()):
                kabar.append(pakta._vals_pengingat(sisa))
                ditandai.setdefault(tahap, self.browse())
                ditandai[tahap] |= pakta
        self.env["asn.pemberitahuan"]._catat(kabar)
        for tahap, semua in ditandai.items():
            semua._mesin().write({"diingatkan": tahap})

    def _vals_pengingat(self, sisa):
        """Return the notice that a statement ends soon."""
        bahasa = self.with_context(lang=self.user_id.lang or "id_ID")
        return {
            "user_id": self.user_id.id,
            "jenis": "peringatan",
            "judul": bahasa.env._(
                "%(what)s ends in %(days)s days",
                what=self.teks_id.judul,
                days=sisa,
            ),
            "isi": bahasa.env._(
                "Sign it again on the page Pernyataan Saya. Your role stops working"
                " when it ends."
            ),
            "res_model": "asn.pakta",
            "res_id": self.id,
        }
