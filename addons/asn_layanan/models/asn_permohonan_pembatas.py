from odoo import models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Eligibility and the checklist of documents (PRO-02, PRO-15)."""

    _inherit = "asn.permohonan"

    def _periksa_kelayakan(self, saat, blokir):
        """Run all rules with today's data and keep the answer per rule.

        :param saat: draft, submit or ttd
        :param blokir: raise when a rule that blocks fails
        """
        self.ensure_one()
        hasil = self._nilai_aturan(saat)
        Hasil = self.env["asn.permohonan.hasil.aturan"]
        lama = self.hasil_periksa_ids.filtered(lambda h: h.saat in (saat, "draft"))
        lama._mesin().unlink()
        Hasil._mesin().create(hasil)
        self.invalidate_recordset(["hasil_periksa_ids"])
        gagal = [h for h in hasil if h["hasil"] == "gagal" and h["keras"]]
        if blokir and gagal:
            raise UserError(self._pesan_gagal(saat, gagal))
        return not gagal

    def _nilai_aturan(self, saat):
        """Return the values of one result row per rule."""
        handler = self._handler()
        aturan = {a.kode: a for a in self.versi_id.aturan_ids}
        baris = []
        for kode, hasil, fakta, pesan, *_lain in handler._periksa(self):
            milik = aturan.get(kode)
            baris.append(
                {
                    "permohonan_id": self.id,
                    "aturan_id": milik.id if milik else False,
                    "kode": kode,
                    "name": milik.name if milik else handler._nama_aturan(kode),
                    "saat": saat,
                    "hasil": hasil,
                    "keras": milik.keras if milik else True,
                    "fakta": fakta,
                    "pesan": pesan if hasil != "lulus" else False,
                    "dasar_hukum": milik.dasar_hukum if milik else False,
                }
            )
        return baris

    def _perlu_fakta(self, hasil):
        """Tell whether the fact is not already said by the message."""
        return hasil["fakta"] and hasil["fakta"] not in (hasil["pesan"] or "")

    def _pesan_gagal(self, saat, gagal):
        baris = "\n".join(
            f"• {h['pesan'] or h['name']}"
            + (f" ({h['fakta']})" if self._perlu_fakta(h) else "")
            + f" [{h['kode']}]"
            for h in gagal
        )
        if saat == "ttd":
            return self.env._(
                "The letter cannot be signed, because a condition no longer holds:\n%s"
                "\nReturn or reject the request with this reason.",
                baris,
            )
        return self.env._("The request cannot be submitted yet:\n%s", baris)

    # ------------------------------------------------------------------
    # Documents
    # ------------------------------------------------------------------

    def _segarkan_draft(self):
        """Bring a draft to today's version, unit and archive before submission."""
        self.ensure_one()
        versi = self.layanan_id.versi_live_id
        if not versi:
            raise UserError(
                self.env._("The service %s is not open yet.", self.layanan_id.name)
            )
        vals = {
            "versi_id": versi.id,
            "unit_id": self.employee_id.unit_id.id,
            "pemohon_user_id": self.employee_id.user_id.id,
        }
        vals = {k: v for k, v in vals.items() if self[k].id != v}
        if vals:
            self._mesin().write(vals)
        self._susun_berkas()

    def _susun_berkas(self):
        """Make the checklist: one row per document asked, filled from the archive."""
        # sudo: the checklist is the engine's
        for permohonan in self.sudo():
            syarat = permohonan.versi_id.persyaratan_ids._berlaku(permohonan)
            lama = permohonan.berkas_ids
            perlu = lama._nomor_diminta(syarat)
            usang = lama.filtered(
                lambda b, p=perlu: (b.persyaratan_id, b.nomor_berkas) not in p
            )
            usang._mesin().unlink()
            ada = {(b.persyaratan_id, b.nomor_berkas) for b in lama - usang}
            kurang = [satu for satu in perlu if satu not in ada]
            if kurang:
                lama._mesin().create(
                    [
                        {
                            "permohonan_id": permohonan.id,
                            "persyaratan_id": p.id,
                            "jenis_dokumen_id": p.jenis_dokumen_id.id,
                            "nomor_berkas": nomor,
                        }
                        for p, nomor in kurang
                    ]
                )
            if perlu:
                permohonan.invalidate_recordset(["berkas_ids"])
                permohonan.berkas_ids._isi_dari_arsip()

    def _berkas_kurang(self):
        """Return the obligatory documents that are still missing or refused."""
        return self.berkas_ids.filtered(
            lambda b: (
                b.persyaratan_id.wajib != "opsional"
                and b.nomor_berkas <= b.persyaratan_id.jumlah_min
                and (
                    not b.dokumen_id
                    or b.dokumen_id.status == "ditolak"
                    or b.kedaluwarsa
                )
            )
        )
