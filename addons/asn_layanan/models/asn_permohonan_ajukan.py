from odoo import fields, models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Filing of one draft or of many, by the same rules.

    One draft is a set of one. Many share the lock, the rules, the resolver and the
    statements of the database; who may file each, and what each lacks, is asked of
    every one of them.
    """

    _inherit = "asn.permohonan"

    def _submit_banyak(self):
        """File these drafts as the present user, all of them or none.

        Whoever calls it for several puts it into a savepoint and files one by one,
        or part by part, where it fails.

        :raises UserError: for the first draft that cannot be filed, or is none
        :raises AccessError: when the user may not file one of them
        """
        permohonan = self._siap("submit")
        if bukan := permohonan.filtered(lambda p: p.state != "draft")[:1]:
            raise UserError(bukan._pesan_sudah_diputus(bukan.keputusan_ids[-1:]))
        permohonan._ajukan()

    def _ajukan(self):
        """File these locked sudo drafts; the filer was checked.

        Two who file for one person at once do it one after the other: the second is
        refused where only one request may be in process (UMUM-03).

        :raises UserError: when a rule that blocks fails or a document lacks
        """
        self.env["asn.permohonan.kunci"]._ambil(self.employee_id)
        for bagian in self._gelombang():
            bagian._ajukan_bersama()

    def _gelombang(self):
        """Return these in parts of one service in which nobody is named twice.

        Rules look at what else is in process, and what is issued changes facts: of
        two requests of one person the second is asked after the first was filed, or
        signed.
        """
        urutan, kelompok = {}, {}
        for permohonan in self:
            pegawai = permohonan.employee_id
            ke = urutan[pegawai] = urutan.get(pegawai, 0) + 1
            kunci = (ke, permohonan.layanan_id.id, permohonan._handler()._name)
            kelompok[kunci] = kelompok.get(kunci, self.browse()) | permohonan
        return [kelompok[kunci] for kunci in sorted(kelompok)]

    def _ajukan_bersama(self):
        """Check, number, freeze and open the first step of one part."""
        self._segarkan_draft()
        handler = self[:1]._handler()
        handler._check_submission_banyak(self)
        self._periksa_kelayakan("submit", blokir=True)
        cache = {}
        tahap = [permohonan._tingkat_berikut(-1) for permohonan in self]
        nomor = self.layanan_id._nomor_berikut(len(self))
        putusan = [
            permohonan._putusan_ajukan(satu, angka)
            for permohonan, satu, angka in zip(self, tahap, nomor, strict=True)
        ]
        self._decide_banyak("submit", putusan, self.env.user, cache)
        self._buka_tugas_banyak(tahap, cache)
        handler._on_submitted_banyak(self)
        self._beritahu("submit")

    def _putusan_ajukan(self, tahap, nomor):
        """Return the decision "submitted" of one draft, see ``_decide_banyak``.

        :param tahap: the steps that it goes to
        :param nomor: its number from now on
        """
        sekarang = fields.Datetime.now()
        ke, vals = self._tujuan(tahap)
        batas = self._kalender_kota()._asn_tambah_hari_kerja(
            sekarang, self.versi_id._sla_hari()
        )
        vals |= {
            "nomor": nomor,
            "pengaju_id": self.env.uid,
            "tanggal_ajuan": sekarang,
            "batas_waktu": batas,
        }
        return {"ke": ke, "vals": vals}
