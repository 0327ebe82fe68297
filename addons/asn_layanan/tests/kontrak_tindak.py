"""What every service promises when its product is revoked or replaced (B5)."""


class KontrakTindak:
    """Part of ``KontrakLayanan``: effects after the end equal those before.

    ``BEREFEK`` says that an issue leaves more behind than its document.
    """

    BEREFEK = True

    def jejak_berlaku(self, permohonan):
        """Return the effects in force: what a revocation must bring back."""
        pegawai = permohonan.employee_id
        hitung = {
            m: self.env[m].search_count(
                [("employee_id", "=", pegawai.id), ("status", "=", "sah")]
            )
            for m in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        }
        hitung["libur"] = self.env["resource.calendar.leaves"].search_count(
            [("resource_id", "=", pegawai.resource_id.id)]
        )
        return hitung

    def tindak(self, permohonan, jenis, **nilai):
        """Return the submitted follow-up of an issued request."""
        pegawai = permohonan.with_user(self.u["pegawai"])
        aksi = pegawai.action_tindak(jenis, "Ada kekeliruan")
        baru = self.env["asn.permohonan"].browse(aksi["res_id"])
        baru.with_user(self.u["pegawai"]).write(nilai)
        baru.with_user(self.u["pegawai"]).action_submit()
        return baru

    def test_revocation_brings_back_what_was_before_the_issue(self):
        permohonan = self.contoh()
        tugas = permohonan.tugas_ids.filtered(lambda t: t.state == "open")[:1]
        permohonan.with_user(self.u["pegawai"]).action_cancel("Pembanding")
        self.assertTrue(tugas)
        sebelum = self.jejak_berlaku(permohonan)
        permohonan = self.contoh()
        self.jalankan(permohonan)
        if self.BEREFEK:
            self.assertNotEqual(self.jejak_berlaku(permohonan), sebelum)
        cabut = self.tindak(permohonan, "pencabutan")
        self.jalankan(cabut)
        self.assertEqual((permohonan.state, cabut.state), ("revoked", "done"))
        self.assertEqual(self.jejak_berlaku(permohonan), sebelum)
        permohonan._handler()._on_revoked(permohonan.sudo(), cabut.sudo())
        self.assertEqual(self.jejak_berlaku(permohonan), sebelum, "repeatable")

    def test_replacement_leaves_the_effects_of_one_product(self):
        permohonan = self.contoh()
        self.jalankan(permohonan)
        sekali = self.jejak_berlaku(permohonan)
        ganti = self.tindak(permohonan, "penggantian")
        self.jalankan(ganti)
        self.assertEqual((permohonan.state, ganti.state), ("revoked", "issued"))
        self.assertEqual(self.jejak_berlaku(permohonan), sekali)

    def test_rejection_and_withdrawal_leave_nothing_behind(self):
        sebelum = self.jejak(
            self.buat_permohonan("pegawai", self.layanan, **self.vals_contoh())
        )
        permohonan = self.contoh()
        tugas = permohonan.tugas_ids.filtered(lambda t: t.state == "open")[:1]
        permohonan.with_user(tugas.aktor_ids[0]).action_reject("Alasan dinas")
        self.assertEqual(permohonan.surat_tolak_id.state, "issued")
        lain = self.contoh()
        lain.with_user(self.u["pegawai"]).action_cancel("Batal")
        self.assertEqual(self.jejak(permohonan), sebelum)
