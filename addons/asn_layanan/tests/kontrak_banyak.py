"""What every service promises when requests of several people go together."""

#: Columns of a history that differ between people, or say when a row was written.
_SENDIRI = {
    "id",
    "employee_id",
    "permohonan_id",
    "dokumen_id",
    "koreksi_dari_id",
    "nomor_sk",
    "nomor_surat",
    "catatan",
    "display_name",
    "write_date",
    "create_date",
    "disahkan_pada",
}


class KontrakBanyak:
    """Part of ``KontrakLayanan``: many at once end as one after the other."""

    def kembaran(self, *nama):
        """Return people with the profile, histories and archive of ``pegawai``."""
        asal = self.u["pegawai"].employee_id
        users = self.tambah_banyak(
            *((satu, (), asal.unit_id, asal.jabatan_id) for satu in nama)
        )
        semua = self.env["hr.employee"].union(
            *(user.with_context(active_test=False).employee_ids for user in users)
        )
        kolom = [
            f.name
            for f in asal._fields.values()
            if f._module and f._module.startswith("asn_") and f.store
            if f.copy and not (f.compute or f.related or f.type.endswith("2many"))
            if f.name not in ("nip", "nik")
        ]
        for urut, pegawai in enumerate(semua):
            vals = {n: asal._fields[n].convert_to_write(asal[n], asal) for n in kolom}
            pegawai.write({**vals, "nip": f"{asal.nip[:15]}{900 + urut}"})
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            self._salin_riwayat(model, asal, semua)
        Dokumen = self.env["asn.dokumen"]
        milik = [("employee_id", "=", asal.id), ("is_terbaru", "=", True)]
        Dokumen._arsipkan_banyak(
            [
                {
                    "employee": pegawai,
                    "jenis_kode": dokumen.jenis_id.kode,
                    "isi": Dokumen._isi(dokumen),
                    "nama_file": dokumen.nama_file,
                }
                for dokumen in Dokumen.search(milik)
                for pegawai in semua
            ]
        )
        return semua

    def _salin_riwayat(self, model, asal, semua):
        """Give people the valid rows of another one instead of their own."""
        Riwayat = self.env[model]
        milik = [("status", "=", "sah"), ("employee_id", "in", semua.ids)]
        Riwayat.search(milik)._batalkan("uji")
        sah = Riwayat.search([("status", "=", "sah"), ("employee_id", "=", asal.id)])
        Riwayat._catat(
            [
                {
                    **baris._salinan(),
                    "employee_id": pegawai.id,
                    "dokumen_id": False,
                    "sumber": baris.sumber,
                }
                for pegawai in semua
                for baris in sah.sorted("id")
            ]
        )

    def lengkapi(self, draf):
        """Put in what a draft asks for and the archive does not hold."""

    def ditinggalkan(self, permohonan):
        """Return what the rules said and the issue wrote, without whose it is."""
        hasil = permohonan.hasil_periksa_ids
        jejak = {"aturan": sorted((h.kode, h.hasil) for h in hasil)}
        pegawai = permohonan.employee_id
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            baris = self.env[model].search([("employee_id", "=", pegawai.id)])
            kolom = [
                f.name
                for f in baris._fields.values()
                if f.store and f.column_type and f.name not in _SENDIRI
            ]
            # A number that nobody else gave is made of that of the request.
            jejak[model] = sorted(
                str([satu[n] for n in kolom]).replace(permohonan.nomor[-6:], "")
                for satu in baris.sudo()
            )
        return jejak

    def test_filed_and_issued_together_ends_as_one_after_the_other(self):
        """Without steps and letters: those are the engine's (see its own tests)."""
        nama = [f"kembar_{huruf}" for huruf in "abcd"]
        orang = self.kembaran(*nama)
        isi = self.vals_contoh()
        Permohonan = self.env["asn.permohonan"]
        draf = Permohonan.create(
            [
                {"layanan_id": self.layanan.id, "employee_id": satu.id, **isi}
                for satu in orang
            ]
        )
        for lain in draf:
            self.lengkapi(lain)
        satu, banyak = draf[:1], draf[1:]
        satu.action_submit()
        banyak._submit_banyak()
        handler = satu._handler()
        for bagian in (satu, banyak):
            handler._on_issued(bagian)
        self.env.invalidate_all()
        contoh = self.ditinggalkan(satu)
        for lain in banyak:
            for kunci, nilai in self.ditinggalkan(lain).items():
                with self.subTest(kunci=kunci):
                    self.assertEqual(nilai, contoh[kunci])
