"""What every service shows: its letter, and its form to every reader."""


class KontrakLayar:
    """Part of ``KontrakLayanan``: letter and form."""

    #: Statements that opening the form may cost.
    ANGGARAN_FORMULIR = 140

    def test_letter_renders(self):
        permohonan = self.contoh()
        isi = permohonan.sudo()._pratinjau_surat(self.u["admin_aplikasi"])
        self.assertIn(permohonan.employee_id.name, isi)

    def test_form_opens_for_every_reader_within_budget(self):
        permohonan = self.contoh()
        for nama in (
            "pegawai",
            "atasan",
            "fasilitator",
            "admin_aplikasi",
            "admin_sistem",
        ):
            record = permohonan.with_user(self.u[nama])
            models = record.get_view(view_type="form")["models"]
            kolom = {n: {} for n in models["asn.permohonan"]}
            record.web_read(kolom)
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            record.web_read(kolom)
            with self.subTest(nama=nama):
                self.assertLessEqual(
                    self.env.cr.sql_log_count - awal, self.ANGGARAN_FORMULIR
                )
