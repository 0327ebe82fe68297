from odoo.addons.asn_arsip.tests.common import ArsipCommon, pdf


class UsulanCommon(ArsipCommon):
    """Two fasilitator of one office, one of another, BKPSDM, and proposals."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.fas2 = cls.orang("fas2", ("fasilitator",), unit=cls.dinas_a)
        cls.fas2.user_id.asn_unit_ids = cls.dinas_a
        cls.fas_b = cls.orang("fas_b", ("fasilitator",), unit=cls.dinas_b)
        cls.fas_b.user_id.asn_unit_ids = cls.dinas_b
        cls.admin2 = cls.orang("adm2", ("admin_sistem",), unit=cls.dinas_b)
        cls.badan = cls.orang("badan", ("kepala_badan",), unit=cls.dinas_b)
        cls.utama = cls.orang("utama", ("admin_utama",), unit=cls.dinas_b)
        cls.monev = cls.orang("monev", ("monev",), unit=cls.dinas_b)
        cls.ani.write(
            {"status_pegawai": "pns", "no_hp": "081234567890", "kota": "Contoh"}
        )
        cls.budi.status_pegawai = "pns"

    def jenis(self, nama):
        """Return a kind by its personal field or its riwayat model."""
        cari = [("model", "=", nama)]
        if not nama.startswith("asn."):
            cari = [("model", "=", "hr.employee"), ("medan", "=", nama)]
        return self.env["asn.usulan.jenis"].search(cari)

    def baris(self, nama, nilai, asal=0, dokumen=()):
        """Return one line as the page sends it."""
        return {
            "jenis_id": self.jenis(nama).id,
            "asal_id": asal,
            "nilai": nilai if isinstance(nilai, dict) else {nama: nilai},
            "dokumen_ids": [d.id for d in dokumen],
        }

    def draf(self, oleh, *baris, pemegang=None, **lain):
        """Save a draft as a person does; return it with that person's rights."""
        data = {
            "employee_id": (pemegang or oleh).id,
            "baris": list(baris),
            **lain,
        }
        Usulan = self.sebagai(oleh, "asn.usulan")
        return Usulan.browse(Usulan.simpan(data))

    def ajukan(self, oleh, *baris, pemegang=None, **lain):
        """Save and submit a proposal."""
        usulan = self.draf(oleh, *baris, pemegang=pemegang, **lain)
        usulan.action_ajukan()
        return usulan

    def ganti_hp(self, nomor="081299990000", oleh=None, pemegang=None):
        """Return a submitted proposal for another telephone number."""
        return self.ajukan(
            oleh or self.ani,
            self.baris("no_hp", nomor),
            pemegang=pemegang or self.ani,
        )

    def pendidikan(self, **nilai):
        """Return the values of an education row with its decree."""
        tingkat = self.env["asn.pendidikan"].search([], limit=1)
        return {
            "pendidikan_id": tingkat.id,
            "sekolah": "Universitas Contoh",
            "program": "Administrasi Publik",
            "nomor_ijazah": "IJZ/1",
            "tanggal_lulus": "2015-08-01",
            "tahun_lulus": 2015,
            "tmt": "2015-08-01",
            "nomor_sk": "IJZ/1",
            "tanggal_sk": "2015-08-01",
            **nilai,
        }

    def ijazah(self, pemegang=None, isi="ijazah"):
        """File a diploma in the archive of a person."""
        return self.unggah(
            pemegang or self.ani,
            jenis=self.env.ref("asn_arsip.jenis_dokumen_ijazah"),
            isi=pdf(isi),
        )

    def putuskan(self, usulan, oleh, hasil="terima", catatan=""):
        """Decide all open lines as a verifier does from the screen."""
        baca = usulan.with_user(oleh.user_id)
        baca.invalidate_recordset(["banding"])
        keputusan = {
            str(b["id"]): {
                "hasil": hasil,
                "catatan": catatan,
                "dilihat": b["dilihat"],
            }
            for b in baca.banding["baris"]
            if b["terbuka"]
        }
        return baca.action_putuskan(keputusan)
