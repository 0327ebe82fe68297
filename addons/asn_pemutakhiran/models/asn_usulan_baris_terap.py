from odoo import models
from odoo.exceptions import UserError, ValidationError

from ..domain import nilai as nilai_tools


class _Mundur(Exception):
    """Ends a trial without keeping anything."""


class AsnUsulanBaris(models.Model):
    """Putting accepted lines into the profile, and trying it before."""

    _inherit = "asn.usulan.baris"

    def _terapkan(self):
        """Write these lines into the profile, in the caller's transaction.

        Riwayat through ``_catat``, personal fields in one write per person.
        """
        pribadi = self.filtered(lambda b: b.tindakan == "ubah")
        for pegawai, baris in pribadi.grouped("employee_id").items():
            vals = {}
            for satu in baris:
                vals |= satu._nilai_pegawai(pegawai)
            # sudo: the verifier has no right on the employee; the decision was
            # checked and the fields are those of the table of kinds
            pegawai.sudo().write(vals)
        for baris in self - pribadi:
            vals = baris._nilai_tulis()
            vals["employee_id"] = baris.employee_id.id
            vals["sumber"] = "mandiri"
            vals["dokumen_id"] = baris.dokumen_ids[:1].id
            if baris.tindakan == "koreksi":
                vals["koreksi_dari_id"] = baris.asal_id
            # Without superuser rights: who decided is kept as who made it valid.
            Riwayat = self.env[baris.jenis_id.model].sudo(False)
            baru = Riwayat._catat([vals])
            baris._mesin().write({"hasil_id": baru.id})
        self._sahkan_dokumen()

    def _nilai_tulis(self):
        """Return the proposed values, only those that the kind asks today."""
        boleh = self.jenis_id._medan_isian()
        return {n: v for n, v in (self.nilai or {}).items() if n in boleh}

    def _nilai_pegawai(self, pegawai):
        """Return the proposed values as the profile of a person is written."""
        # sudo: documents of the line, and additional data that stay as they are
        vals = self.jenis_id._nilai_profil(self._nilai_tulis(), self.sudo().dokumen_ids)
        if nilai_tools.TAMBAHAN in vals:
            lama = pegawai.sudo()[nilai_tools.TAMBAHAN]  # sudo: same reason
            vals[nilai_tools.TAMBAHAN] = {
                **(lama._values or {}),
                **vals[nilai_tools.TAMBAHAN],
            }
        return vals

    def _sahkan_dokumen(self):
        """Verify the documents, as far as this verifier may: compared is compared."""
        dokumen = self.dokumen_ids.sudo(False)._filtered_access("read")
        dokumen.filtered("can_verify").action_verify()

    # -- before submitting -------------------------------------------------

    def _periksa_lengkap(self):
        """Refuse lines that a verifier would have to send back.

        :raise UserError: naming what is missing
        """
        for baris in self:
            jenis = baris.jenis_id
            baris._periksa_boleh()
            nilai = baris._nilai_lengkap()
            kurang = [n for n in jenis._wajib_isian() if not nilai.get(n)]
            if kurang:
                nama = ", ".join(sorted(jenis._sifat(n).label for n in kurang))
                raise UserError(self.env._("Fill in first: %(fields)s.", fields=nama))
            if baris._tanpa_perubahan():
                raise UserError(
                    self.env._(
                        "“%s”: the proposed value is the present one. Change it or"
                        " leave it out.",
                        jenis.name,
                    )
                )
            # sudo: documents of a class that the proposer may not read count
            dokumen_sudo = baris.sudo().dokumen_ids
            if jenis.wajib_dokumen and not dokumen_sudo:
                raise UserError(
                    self.env._(
                        "“%s” needs a document: choose one from the archive or take"
                        " a picture of it.",
                        jenis.name,
                    )
                )
            if any(d.status == "ditolak" for d in dokumen_sudo):
                raise UserError(
                    self.env._(
                        "A document that was refused proves nothing. Upload a better"
                        " one."
                    )
                )
            baris._periksa_kembar()

    def _nilai_lengkap(self):
        """Return the proposed values, completed as the riwayat completes them."""
        nilai = self._nilai_tulis()
        if self.tindakan == "ubah":
            return nilai
        nilai["employee_id"] = self.usulan_id.employee_id.id
        return self.env[self.jenis_id.model]._lengkapi(nilai)

    def _periksa_boleh(self):
        """Refuse kinds that are closed, or not for this proposer."""
        jenis = self.jenis_id
        cara = self.env["asn.usulan"]._periksa_pengusul(self.usulan_id.employee_id)
        jenis._periksa_terbuka(cara)
        if not self._asal_berlaku():
            raise UserError(
                self.env._(
                    "The row to be corrected is not the valid one any more. Start"
                    " the correction again from the present row."
                )
            )

    def _tanpa_perubahan(self):
        if self.tindakan == "baru":
            return False
        kini, nilai = self._kini(), self.nilai or {}
        return all(nilai_tools.sama(kini.get(n), v) for n, v in nilai.items())

    def _periksa_kembar(self):
        """Refuse a second proposal for what is already waiting."""
        if self.tindakan == "baru":
            return
        # sudo: a proposal that somebody else filed for this person counts
        kembar = self.sudo().search(
            [
                ("employee_id", "=", self.usulan_id.employee_id.id),
                ("jenis_id", "=", self.jenis_id.id),
                ("asal_id", "=", self.asal_id),
                ("usulan_id", "!=", self.usulan_id.id),
                ("usulan_id.state", "in", ("diajukan", "terverifikasi_opd")),
                ("keputusan", "in", ("menunggu", "diterima_opd")),
            ],
            limit=1,
        )
        if kembar:
            raise UserError(
                self.env._(
                    "“%(kind)s” already waits for verification in proposal"
                    " %(number)s. Withdraw that one or wait for its decision.",
                    kind=self.jenis_id.name,
                    number=kembar.usulan_id.nomor,
                )
            )

    def _coba(self):
        """Try to put these lines into the profile and take it all back.

        What the profile itself would refuse (a date, a number, an order of
        grades) is said to the proposer and not weeks later to the verifier.

        :raise UserError: the reason of the refusal
        """
        try:
            with self.env.cr.savepoint():
                self._terapkan_percobaan()
                raise _Mundur
        except _Mundur:
            return
        except ValidationError as salah:
            raise UserError(
                self.env._(
                    "The profile would not accept this: %s",
                    str(salah),
                )
            ) from salah

    def _terapkan_percobaan(self):
        pribadi = self.filtered(lambda b: b.tindakan == "ubah")
        vals = {}
        for baris in pribadi:
            vals |= baris._nilai_pegawai(baris.employee_id)
        if vals:
            pribadi.employee_id.write(vals)
        for baris in self - pribadi:
            self.env[baris.jenis_id.model]._catat(
                [
                    {
                        **baris._nilai_tulis(),
                        "employee_id": baris.usulan_id.employee_id.id,
                        "sumber": "mandiri",
                        "koreksi_dari_id": baris.asal_id or False,
                    }
                ],
                proyeksi=False,
            )
        self.env.flush_all()
