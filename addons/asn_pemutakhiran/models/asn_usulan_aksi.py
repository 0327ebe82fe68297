from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi

_CATATAN_MAKS = 1000


class AsnUsulan(models.Model):
    """What people do with a proposal. Each method checks its caller anew."""

    _inherit = "asn.usulan"

    def _untuk_pengurus(self):
        """Check and lock for who keeps this proposal.

        :raise AccessError: for everybody else
        """
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if not self._boleh_mengurus(self.env.user):
            raise AccessError(
                self.env._("This proposal is kept by its employee and its proposer.")
            )

    def action_ajukan(self):
        """Submit a draft or a returned proposal.

        :raise AccessError: for anybody but the employee and the proposer
        :raise UserError: when something is missing or would be refused anyway
        """
        self._untuk_pengurus()
        if self.state not in transisi.TERBUKA:
            raise UserError(self._pesan_keadaan())
        # sudo: nobody has rights to write proposals; the caller was checked
        usulan_sudo = self.sudo()
        terbuka = usulan_sudo.baris_ids.filtered(
            lambda b: b.keputusan in ("menunggu", "dikembalikan")
        )
        if not terbuka:
            raise UserError(
                self.env._("There is nothing to submit yet. Fill in a change first.")
            )
        terbuka.with_env(self.env)._periksa_lengkap()
        terbuka._coba()
        for baris in terbuka:
            baris._mesin().write(
                {
                    "keputusan": "menunggu",
                    "catatan": False,
                    "lama": baris._kini(),
                }
            )
        self._pindah(
            transisi.DIAJUKAN,
            "ajukan",
            kapasitas=self._boleh_mengusulkan(self.employee_id, self.env.user),
            tanggal_ajuan=fields.Datetime.now(),
            catatan_kembali=False,
            nomor=self.nomor or self._nomor_baru(),
            ringkasan=usulan_sudo._teks_ringkasan(),
        )
        if self.sudo().peserta_id:  # sudo: participation of the employee
            self._catat_kampanye()
        self._beritahu("ajukan")
        return True

    def _catat_kampanye(self):
        """Count this proposal as the person's word in the running campaign."""
        # sudo: participants are kept by the machine; the caller was checked
        usulan_sudo = self.sudo()
        peserta = usulan_sudo.peserta_id
        if peserta.pemutakhiran_id.state == "berjalan" and not self.diwakili:
            bagian = usulan_sudo.baris_ids.jenis_id.mapped("bagian")
            peserta._catat_konfirmasi(bagian, "usulan", usulan_sudo)

    def _nomor_baru(self):
        # sudo: drawing a number is the system's, the row was checked
        return self.env["ir.sequence"].sudo().next_by_code("asn.usulan")

    def action_batal(self):
        """Withdraw a proposal that has not been decided.

        :raise AccessError: for anybody but the employee and the proposer
        """
        self._untuk_pengurus()
        if self.state in transisi.AKHIR:
            raise UserError(self._pesan_keadaan())
        # sudo: lines already accepted stay what they are
        if any(b.keputusan == "diterima" for b in self.sudo().baris_ids):
            raise UserError(
                self.env._(
                    "Part of this proposal has been accepted and is in the profile."
                    " Complete the rest, or propose the opposite change."
                )
            )
        self._pindah(
            transisi.DIBATALKAN,
            "batal",
            kapasitas=self._boleh_mengusulkan(self.employee_id, self.env.user),
        )
        return True

    # -- verification ------------------------------------------------------

    def action_putuskan(self, keputusan):
        """Decide every open line of this proposal.

        :param keputusan: ``{line id: {"hasil": "terima|kembali|tolak",
            "catatan": reason, "dilihat": fingerprint of what was shown}}``
        :return: ``True``
        :raise AccessError: for who may not verify this
        :raise UserError: when a line is missing, stale or without its reason
        """
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        tahap = self._periksa_pemeriksa()
        # sudo: nobody has rights to write proposals; the caller was checked
        usulan_sudo = self.sudo()
        terbuka_sudo = usulan_sudo._baris_terbuka()
        putusan = self._baca_keputusan(keputusan, terbuka_sudo)
        rincian = []
        for baris in terbuka_sudo:
            hasil, catatan, dilihat = putusan[baris.id]
            rincian.append(baris._putuskan(tahap, hasil, catatan, dilihat))
        terbuka_sudo.filtered(lambda b: b.keputusan == "diterima")._terapkan()
        ke = transisi.keadaan(usulan_sudo.baris_ids.mapped("keputusan"))
        catatan = "\n".join(p[1] for p in putusan.values() if p[1]) or False
        self._pindah(
            ke,
            "putuskan",
            catatan=catatan,
            rincian=rincian,
            kapasitas=self._kapasitas(tahap),
            catatan_kembali=catatan if ke == transisi.DIKEMBALIKAN else False,
        )
        self._beritahu("putuskan")
        return True

    def _kapasitas(self, tahap):
        if tahap == "opd" and self.env.user.has_group("asn_base.group_fasilitator"):
            return "fasilitator"
        return "bkpsdm"

    def _baris_terbuka(self):
        """Return the lines that wait for a decision at the present stage."""
        menunggu = "diterima_opd" if self.state == transisi.OPD else "menunggu"
        return self.baris_ids.filtered(lambda b: b.keputusan == menunggu)

    def _baca_keputusan(self, keputusan, terbuka):
        """Return ``{line id: (result, note, fingerprint)}`` or say what is wrong."""
        if not isinstance(keputusan, dict):
            raise UserError(self.env._("Decide each line first."))
        hasil = {}
        for kunci, isi in keputusan.items():
            isi = isi if isinstance(isi, dict) else {}
            if not str(kunci).isdecimal() or isi.get("hasil") not in transisi.HASIL:
                raise UserError(self.env._("Accept, return or refuse each line."))
            catatan = isi.get("catatan") or ""
            dilihat = isi.get("dilihat") or ""
            if not isinstance(catatan, str) or not isinstance(dilihat, str):
                raise UserError(self.env._("The note must be text."))
            catatan = catatan.strip()[:_CATATAN_MAKS]
            if isi["hasil"] != "terima" and not catatan:
                raise UserError(
                    self.env._(
                        "Write why a line is returned or refused, so that the"
                        " employee knows what to do."
                    )
                )
            hasil[int(kunci)] = (isi["hasil"], catatan, dilihat)
        if set(hasil) != set(terbuka.ids):
            raise UserError(
                self.env._(
                    "The lines of this proposal have changed or are not all decided."
                    " Please reload the page."
                )
            )
        return hasil

    def _semua(self, hasil, catatan=""):
        """Decide all open lines the same way, each in its own transaction step."""
        for usulan in self:
            usulan.check_access("read")
            # sudo: only the numbers of the lines, the decision checks the caller
            terbuka = usulan.sudo()._baris_terbuka()
            usulan.action_putuskan(
                {b.id: {"hasil": hasil, "catatan": catatan} for b in terbuka}
            )
        return True

    def action_verifikasi(self):
        """Accept all open lines of these proposals.

        Lines whose present value has changed since the submission are refused
        here: they are decided one by one, seeing both.
        """
        return self._semua("terima")

    def action_kembalikan(self, alasan):
        """Return these proposals for completion.

        :param str alasan: what is missing
        """
        return self._semua("kembali", alasan)

    def action_tolak(self, alasan):
        """Refuse these proposals.

        :param str alasan: why
        """
        return self._semua("tolak", alasan)

    def action_berikutnya(self):
        """Open the next proposal that waits for the present user."""
        sisa = self.search(
            [("giliran_saya", "=", True), ("id", "not in", self.ids)],
            order="tanggal_ajuan, id",
            limit=1,
        )
        if not sisa:
            return self.env["ir.actions.act_window"]._for_xml_id(
                "asn_pemutakhiran.asn_usulan_action_periksa"
            )
        return sisa._aksi_buka()

    def _aksi_buka(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Verify"),
            "res_model": "asn.usulan",
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "current",
        }

    def action_ubah(self):
        """Open the page on which a draft or returned proposal is filled in."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.client",
            "tag": "asn_pemutakhiran.usulan",
            "name": self.env._("Propose a Change"),
            "params": {"usulan_id": self.id, "employee_id": self.employee_id.id},
        }
