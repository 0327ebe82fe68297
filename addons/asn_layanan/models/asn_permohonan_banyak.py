from odoo import fields, models
from odoo.addons.asn_surat.galat import ErrorSandi
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Decisions of officials on one request or on many, by the same rules.

    The public methods of ``_aksi`` decide on one request, the dialog for several
    on hundreds. Both come here with locked sudo requests and the task of each,
    so that many are not decided by other rules than one: they only share the
    lock, the resolver, and the statements of the database.
    """

    _inherit = "asn.permohonan"

    # ------------------------------------------------------------------
    # What a decision does
    # ------------------------------------------------------------------

    def _setujui(self, tugas, user, note=None, cache=None):
        """Approve one task of each request and go on where its level is complete.

        :param tugas: one task per request, in their order
        :param cache: what the resolver remembers, for many requests
        """
        cache = {} if cache is None else cache
        self._tutup_tugas(tugas, "done", user)
        lewat = self.env["asn.permohonan.tugas"]
        putusan, buka, terbit = [], [], self.browse()
        for permohonan, satu in zip(self, tugas, strict=True):
            ke, vals, berikut = permohonan.state, {}, satu.tahap_id.browse()
            if permohonan._tingkat_selesai(satu):
                lewat |= permohonan._tugas_terbuka()
                berikut = permohonan._tingkat_berikut(satu.sequence)
                ke, vals = permohonan._tujuan(berikut) if berikut else ("approved", {})
                terbit |= permohonan if not berikut else self.browse()
            putusan.append({"ke": ke, "tugas": satu, "catatan": note, "vals": vals})
            buka.append(berikut)
        self._tutup_tugas(lewat, "skipped")
        self._decide_banyak("approve", putusan, user, cache)
        self._buka_tugas_banyak(buka, cache)
        if terbit:
            terbit._terbitkan_tanpa_ttd(self.env.user)
        self._kabari_lanjut(tugas)

    def _kabari_lanjut(self, tugas):
        """Tell that these tasks were decided, where a request went on by it."""
        for tahap, kelompok in tugas.grouped("tahap_id").items():
            kelompok.permohonan_id._beritahu("approve", tahap=tahap)

    def _kembalikan(self, tugas, user, catatan, hari):
        """Return these requests to their applicants (PRO-04).

        :param tugas: one task per request, in their order
        :param catatan: what is missing, one text per request
        :param hari: working days to complete
        """
        sekarang = fields.Datetime.now()
        batas = self._tanggal(
            self._kalender_kota()._asn_tambah_hari_kerja(sekarang, hari)
        )
        lain = self.tugas_ids.filtered(lambda t: t.state == "open") - tugas
        self._tutup_tugas(lain, "skipped")
        self._tutup_tugas(tugas, "skipped", user)
        putusan = [
            {
                "ke": "returned",
                "tugas": satu,
                "catatan": teks,
                "vals": {
                    "tahap_id": satu.tahap_id.id,
                    "catatan_kembali": teks,
                    "batas_perbaikan": batas,
                    # A clock that stood already is settled first.
                    **permohonan._lanjut_jam(),
                    "jeda_mulai": sekarang,
                },
            }
            for permohonan, satu, teks in zip(self, tugas, catatan, strict=True)
        ]
        self._decide_banyak("return", putusan, user)
        for permohonan in self:
            permohonan._handler()._on_returned(permohonan)
        self._beritahu("return")

    # ------------------------------------------------------------------
    # Many at once
    # ------------------------------------------------------------------

    def _putuskan_massal(self, jenis, catatan=None, **pesan):
        """Decide on many requests; each succeeds or fails by itself.

        The rows are locked together, lowest id first. A request that cannot be
        decided by this user leaves the others alone and says why; one that this
        user already decided is told apart, so that a repetition does nothing.

        :param jenis: ``approve``, ``return`` or ``sign``
        :param catatan: the note for all; a return needs one
        :param pesan: of a return ``per_baris``: ``{request id: further note}``, and
            ``hari``: working days to complete, empty = the service's own; of a
            signature ``passphrase``, used once and never kept
        :return: ``{request id: (result, message)}`` with result one of
            ``ok, sudah, gagal``
        :raises ErrorSandi: wrong passphrase; then nothing is signed at all
        """
        hasil = {}
        terbaca = self.exists()._filtered_access("read")
        for lain in self - terbaca:
            hasil[lain.id] = ("gagal", self.env._("This request is not yours to see."))
        # sudo: actors decide on requests of which they may read only parts
        semua = terbaca.sudo()._berbahasa().sorted("id")
        if not semua:
            return hasil
        semua._kunci()
        semua._baca_orang(self.env.user)
        pesan["catatan"] = catatan
        # What is signed changes the facts of its person.
        bagian = semua._gelombang() if jenis == "sign" else [semua]
        for sebagian in bagian:
            hasil |= sebagian._putuskan_gelombang(jenis, pesan)
        return hasil

    def _putuskan_gelombang(self, jenis, pesan):
        """Decide on those of these locked requests whose turn it is."""
        cache, hasil = {}, {}
        self.env["asn.layanan.penentu"]._siapkan_keluarga(self.employee_id, cache)
        siap, tugas = self.browse(), self.tugas_ids.browse()
        for permohonan in self:
            try:
                satu = permohonan._giliran_massal(jenis, cache)
            except UserError as error:
                hasil[permohonan.id] = ("gagal", str(error))
                continue
            if satu:
                siap |= permohonan
                tugas += satu
            else:
                lama = permohonan._pesan_sudah_diputus(permohonan.keputusan_ids[-1:])
                hasil[permohonan.id] = ("sudah", lama)
        return hasil | siap._massal_atau_bagian(jenis, tugas, pesan, cache)

    def _giliran_massal(self, jenis, cache):
        """Return the task of the present user that a decision on many may decide."""
        izin = "boleh_kembalikan" if jenis == "return" else None
        tugas = self._giliran_terkunci(self.env.user, izin, cache)
        if tugas.tahap_id.jenis == "ttd" and jenis == "approve":
            raise UserError(
                self.env._("It waits for a signature, not for an approval.")
            )
        if jenis == "sign":
            self._pastikan_tahap_ttd(tugas)
        return tugas

    def _pastikan_tahap_ttd(self, tugas):
        """Refuse a signature where the present step asks for none."""
        if tugas and tugas.tahap_id.jenis != "ttd":
            raise UserError(
                self.env._("The present step of this request signs nothing.")
            )

    def _massal_atau_bagian(self, jenis, tugas, pesan, cache):
        """Decide on these together; where that fails, half by half to see which.

        What failed is undone first: no number is lost, and nobody's request rests on
        that of another.
        """
        if not self:
            return {}
        try:
            with self.env.cr.savepoint():
                self._putuskan_bersama(jenis, tugas, pesan, cache)
        except ErrorSandi:
            raise
        except UserError as error:
            if len(self) == 1:
                return {self.id: ("gagal", str(error))}
            tengah, hasil = len(self) // 2, {}
            for sisi in (slice(None, tengah), slice(tengah, None)):
                hasil |= self[sisi]._massal_atau_bagian(jenis, tugas[sisi], pesan, {})
            return hasil
        return dict.fromkeys(self.ids, ("ok", False))

    def _putuskan_bersama(self, jenis, tugas, pesan, cache):
        user, catatan = self.env.user, pesan["catatan"]
        if jenis == "approve":
            return self._setujui(tugas, user, catatan, cache)
        if jenis == "sign":
            sandi = pesan.get("passphrase")
            return self._tandatangani(tugas, user, sandi, catatan, cache)
        # The time to complete may differ from one service to another.
        kelompok = self.grouped(lambda p: p._hari_perbaikan(pesan.get("hari")))
        per_baris = pesan.get("per_baris") or {}
        for hari, sebagian in kelompok.items():
            milik = tugas.filtered(lambda t, s=sebagian: t.permohonan_id in s)
            catatan = [
                "\n".join(filter(None, (pesan["catatan"], per_baris.get(id_))))
                for id_ in sebagian.ids
            ]
            sebagian._kembalikan(milik, user, catatan, hari)
        return True
