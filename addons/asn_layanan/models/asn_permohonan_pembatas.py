from odoo import models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Eligibility and the checklist of documents (PRO-02, PRO-15)."""

    _inherit = "asn.permohonan"

    def _periksa_kelayakan(self, saat, blokir):
        """Run all rules with today's data and keep the answer per rule.

        :param saat: draft, submit or ttd
        :param blokir: raise when a rule that blocks fails
        :raise UserError: says why in words; its ``context`` names the rules
            (``aturan``) for other programs and for tests
        """
        gagal = self._uji_kelayakan(saat)
        if blokir and gagal:
            pertama = next(permohonan for permohonan in self if permohonan.id in gagal)
            galat = UserError(self._pesan_gagal(saat, gagal[pertama.id]))
            galat.context = {"aturan": [satu["kode"] for satu in gagal[pertama.id]]}
            raise galat
        return not gagal

    def _uji_kelayakan(self, saat):
        """Run all rules of these requests and keep the answer per rule.

        :return: ``{request id: answers of the rules that block it}``
        """
        hasil = self._nilai_aturan(saat)
        lama = self.hasil_periksa_ids.filtered(lambda h: h.saat in (saat, "draft"))
        lama._mesin().unlink()
        self.env["asn.permohonan.hasil.aturan"]._mesin().create(hasil)
        self.invalidate_recordset(["hasil_periksa_ids"])
        gagal = {}
        for satu in hasil:
            if satu["hasil"] == "gagal" and satu["keras"]:
                gagal.setdefault(satu["permohonan_id"], []).append(satu)
        return gagal

    def _nilai_aturan(self, saat):
        """Return the values of one result row per rule and request."""
        kelompok = self.grouped(lambda p: (p.versi_id, p._handler()._name))
        return [
            satu
            for (versi, nama), bagian in kelompok.items()
            for satu in bagian._nilai_aturan_versi(saat, versi, self.env[nama])
        ]

    def _nilai_aturan_versi(self, saat, versi, handler):
        """Return these rows for requests of one version and handler."""
        aturan = {a.kode: a for a in versi.aturan_ids}
        jawaban = handler._periksa_banyak(self)
        baris = []
        for nomor, jawab in jawaban.items():
            for kode, hasil, fakta, pesan, *_lain in jawab:
                milik = aturan.get(kode)
                baris.append(
                    {
                        "permohonan_id": nomor,
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
        """Bring drafts to today's version, unit and archive before submission."""
        for permohonan in self:
            versi = permohonan.layanan_id.versi_live_id
            if not versi:
                raise UserError(
                    self.env._(
                        "The service %s is not open yet.", permohonan.layanan_id.name
                    )
                )
            vals = {
                "versi_id": versi.id,
                "unit_id": permohonan.employee_id.unit_id.id,
                "pemohon_user_id": permohonan.employee_id.user_id.id,
            }
            vals = {k: v for k, v in vals.items() if permohonan[k].id != v}
            if vals:
                permohonan._mesin().write(vals)
        self._susun_berkas()

    def _susun_berkas(self):
        """Make the checklists: one row per document asked, filled from the archive."""
        # sudo: the checklist is the engine's
        semua = self.sudo()
        usang, kurang = semua.berkas_ids.browse(), []
        for permohonan in semua:
            syarat = permohonan.versi_id.persyaratan_ids._berlaku(permohonan)
            lama = permohonan.berkas_ids
            perlu = lama._nomor_diminta(syarat)
            lewat = lama.filtered(
                lambda b, p=perlu: (b.persyaratan_id, b.nomor_berkas) not in p
            )
            usang |= lewat
            ada = {(b.persyaratan_id, b.nomor_berkas) for b in lama - lewat}
            kurang += [
                {
                    "permohonan_id": permohonan.id,
                    "persyaratan_id": p.id,
                    "jenis_dokumen_id": p.jenis_dokumen_id.id,
                    "nomor_berkas": nomor,
                }
                for p, nomor in perlu
                if (p, nomor) not in ada
            ]
        usang._mesin().unlink()
        if kurang:
            usang._mesin().create(kurang)
        semua.invalidate_recordset(["berkas_ids"])
        semua.berkas_ids._isi_dari_arsip()

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
