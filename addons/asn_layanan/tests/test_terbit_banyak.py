import base64
from unittest.mock import patch

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_surat.galat import ErrorTTD
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon

#: Statements that a further letter of a part may cost, without its PDF.
ANGGARAN = 5


def _tanpa_pdf(surat, cara, penanda):
    """Issue a numbered letter without rendering it."""
    isi = base64.b64encode(pdf(f"surat {surat.id}"))
    surat._tulis_mesin({"state": "issued", "cara_ttd": cara, "pdf": isi})


@tagged("post_install", "-at_install")
class TestTerbitBanyak(LayananCommon, TransactionCase):
    """An official signs the letters of several people with one act."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pemohon = [f"pemohon_{huruf}" for huruf in "abcdefghijklmnop"]
        cls.tambah_banyak(
            *((nama, (), cls.bidang_a, cls.jab_pelaksana) for nama in cls.pemohon)
        )
        tahap = [cls._tahap(60, "ttd", "ttd", "penandatangan")]
        aturan = {"kode": "UMUM-03", "name": "sejenis", "keras": False}
        cls.langsung, _versi = cls.buat_layanan(
            "langsung", "Langsung", tahap, aturan_ids=[(0, 0, aturan)]
        )

    def ajukan_semua(self, jumlah, awal=0):
        """Return the requests of people, which wait for the signature."""
        semua = self.env["asn.permohonan"]
        for nama in self.pemohon[awal : awal + jumlah]:
            semua |= self.ajukan(nama, self.langsung)
        return semua

    def tandatangani(self, permohonan, catatan=None):
        """Sign through the dialog and return its rows."""
        Massal = self.env["asn.permohonan.massal"].with_user(self.u["penandatangan"])
        massal = Massal.with_context(active_ids=permohonan.ids).create(
            {"jenis": "sign", "catatan": catatan}
        )
        while massal.action_tandatangani(SANDI)["sisa"]:
            continue
        return massal.baris_ids

    def tanpa_pdf(self):
        return patch.object(type(self.env["asn.surat"]), "_bubuhi", _tanpa_pdf)

    def celah(self, permohonan):
        surat = permohonan.surat_id
        return surat.register_id._celah(surat[0].tahun)

    def test_signed_together_end_as_signed_singly(self):
        satu, *lain = self.ajukan_semua(3)
        satu.with_user(self.u["penandatangan"]).action_sign(SANDI, "Setuju")
        banyak = self.env["asn.permohonan"].union(*lain)
        baris = self.tandatangani(banyak, "Setuju")
        self.assertEqual(baris.mapped("hasil"), ["ok", "ok"])
        Kabar = self.env["asn.pemberitahuan"]
        for p in banyak:
            for nama in ("state", "fase", "jumlah_keputusan", "pelaku", "pelaku_buka"):
                with self.subTest(nama=nama):
                    self.assertEqual(p.sudo()[nama], satu.sudo()[nama])
            self.assertEqual(self.hasil(p), self.hasil(satu))
            self.assertFalse(p.keputusan_ids._verify_chain())
            for k, contoh in zip(p.keputusan_ids, satu.keputusan_ids, strict=True):
                for nama in ("kapasitas", "jabatan", "nama_tahap", "ke_state"):
                    self.assertEqual(k[nama], contoh[nama])
            self.assertEqual(p.keputusan_ids[1].catatan, "Setuju")
            self.assertEqual(p.keputusan_ids[-1].catatan, p.surat_id.nomor)
            self.assertEqual(
                p.tugas_ids.mapped("state"), satu.tugas_ids.mapped("state")
            )
            dokumen = p.dokumen_produk_id
            self.assertEqual(dokumen.employee_id, p.employee_id)
            self.assertEqual(dokumen.sha256, p.surat_id.sha256)
            self.assertEqual((dokumen.status, dokumen.ditahan), ("sah", True))
            kabar = Kabar.search_count([("permohonan_id", "=", p.id)])
            contoh = Kabar.search_count([("permohonan_id", "=", satu.id)])
            self.assertEqual(kabar, contoh)
        nomor = (satu | banyak).surat_id.sorted("id").mapped("nomor_urut")
        self.assertEqual(nomor, [1, 2, 3])

    def test_a_letter_that_fails_leaves_the_others(self):
        semua = self.ajukan_semua(7)
        rusak = semua[4]

        def bubuhi(surat, cara, penanda):
            if surat.res_id == rusak.id:
                raise ErrorTTD("rusak")
            _tanpa_pdf(surat, cara, penanda)

        with patch.object(type(self.env["asn.surat"]), "_bubuhi", bubuhi):
            baris = self.tandatangani(semua)
        self.assertEqual(baris.mapped("hasil"), [*["ok"] * 4, "gagal", "ok", "ok"])
        self.assertEqual(baris[4].pesan, "rusak")
        self.assertEqual(rusak.state, "approved")
        self.assertEqual(self.hasil(rusak), ["submit"])
        self.assertEqual(rusak._tugas_terbuka().aktor_ids, self.u["penandatangan"])
        self.assertFalse(rusak.surat_id or rusak.dokumen_produk_id)
        self.assertEqual(self.celah(semua), [])
        with self.tanpa_pdf():
            ulang = self.tandatangani(semua)
        self.assertEqual(
            ulang.mapped("hasil"), [*["sudah"] * 4, "ok", "sudah", "sudah"]
        )
        self.assertEqual(rusak.surat_id.nomor_urut, 7)
        for p in semua:
            self.assertEqual(self.hasil(p), ["submit", "sign", "issue"])

    def test_effects_of_all_or_of_none_of_one_request(self):
        semua = self.ajukan_semua(4)
        Handler = type(self.env["asn.layanan.handler"])
        efek = []

        def terbit(handler, permohonan):
            if semua[1] in permohonan:
                raise UserError("efek gagal")
            efek.append(permohonan.ids)

        with self.tanpa_pdf(), patch.object(Handler, "_on_issued", terbit):
            baris = self.tandatangani(semua)
        self.assertEqual(baris.mapped("hasil"), ["ok", "gagal", "ok", "ok"])
        berhasil = semua - semua[1]
        self.assertEqual(sorted(sum(efek, [])), berhasil.ids)
        self.assertEqual(set(berhasil.mapped("state")), {"issued"})
        self.assertEqual(
            (semua[1].state, self.hasil(semua[1])), ("approved", ["submit"])
        )
        self.assertEqual(self.celah(semua), [])
        arsip = self.env["asn.dokumen"].search([("jenis_id", "=", self.jenis_arsip.id)])
        self.assertEqual(arsip.employee_id, berhasil.employee_id)

    def test_requests_of_one_person_are_looked_at_one_after_the_other(self):
        satu = self.ajukan("pemohon_a", self.langsung)
        dua = self.ajukan("pemohon_a", self.langsung)
        lain = self.ajukan("pemohon_b", self.langsung)
        semua = satu | dua | lain
        self.assertEqual(
            [b.ids for b in semua._gelombang()], [(satu | lain).ids, dua.ids]
        )
        with self.tanpa_pdf():
            baris = self.tandatangani(semua)
        self.assertEqual(set(baris.mapped("hasil")), {"ok"})
        lama, baru = satu.dokumen_produk_id, dua.dokumen_produk_id
        self.assertEqual((baru.versi, baru.versi_sebelumnya_id), (2, lama))
        self.assertEqual((lama.is_terbaru, baru.is_terbaru), (False, True))
        self.assertEqual(self.celah(semua), [])

    def test_a_rule_that_fails_at_the_signature_is_told_by_its_row(self):
        semua = self.ajukan_semua(3)
        pegawai = semua[2].employee_id
        pegawai.sudo().kedudukan_hukum = self.env.ref("asn_base.kedudukan_92")
        with self.tanpa_pdf():
            baris = self.tandatangani(semua)
        self.assertEqual(baris.mapped("hasil"), ["ok", "ok", "gagal"])
        self.assertIn("diblokir oleh BKN", baris[2].pesan)

    def test_a_further_letter_costs_little(self):
        def biaya(jumlah, awal):
            semua = self.ajukan_semua(jumlah, awal)
            Massal = self.env["asn.permohonan.massal"]
            massal = (
                Massal.with_user(self.u["penandatangan"])
                .with_context(active_ids=semua.ids)
                .create({"jenis": "sign"})
            )
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            massal.action_tandatangani(SANDI)
            self.env.flush_all()
            return self.env.cr.sql_log_count - sebelum

        with self.tanpa_pdf():
            biaya(1, 0)
            sedikit, banyak = biaya(3, 1), biaya(9, 4)
        self.assertLessEqual((banyak - sedikit) / 6, ANGGARAN, f"{sedikit} to {banyak}")
