from datetime import date
from unittest.mock import patch

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.tests import TransactionCase, tagged

from .test_kgb_massal import MassalCommon

#: Statements that a further person costs in each part, without PDF (60 are promised in
#: all).
ANGGARAN = {"periksa": 1, "ajukan": 1, "putuskan": 1, "terbit": 9}
_ISI = pdf("surat tanpa PDF")


@tagged("post_install", "-at_install")
class TestKgbAnggaran(MassalCommon, TransactionCase):
    """What the increments of a month cost the database, per person."""

    def banyak(self, jumlah, awal):
        """Return people of the unit whose increment is due and ready."""
        orang = self.env["hr.employee"]._asn_create_bulk(
            [
                {
                    "name": f"Orang {'abcdefghijklmnopqrstuvwxyz'[n % 26]}",
                    "nip": f"19850101201001{1 + n % 2}{n:03d}",
                    "tanggal_lahir": date(1985, 1, 1),
                    "unit_id": self.bidang_a.id,
                    "status_pegawai": "pns",
                    "tmt_cpns": date(2010, 1, 1),
                    "kedudukan_hukum": self.env.ref("asn_base.kedudukan_01").id,
                }
                for n in range(awal, awal + jumlah)
            ]
        )
        for pegawai in orang:
            self.golongan(pegawai, self.gol_iiib, date(2020, 4, 1))
            self.jabatan(pegawai, self.jab_pelaksana, self.bidang_a)
            self.gaji(pegawai, date(2024, 4, 1), 4, 3089300)
            self.siapkan(pegawai)
        self.env["asn.hak.layanan"]._segarkan(orang)
        return orang

    def jalankan(self, orang):
        """Return the statements of each part, from the check to the pay history."""
        massal = (
            self.env["asn.kgb.massal"]
            .with_user(self.u["pengusul"])
            .create({"bulan": "2026-04-01", "unit_id": self.bidang_a.id})
        )
        hasil = {}
        hasil["periksa"] = self.hitung(massal.action_periksa)
        self.assertEqual(
            massal.baris_ids.filtered(lambda b: b.hasil == "siap").employee_id & orang,
            orang,
        )
        massal.action_ajukan()
        hasil["ajukan"] = self.hitung(self.jalan)
        permohonan = massal.baris_ids.permohonan_id
        self.assertGreaterEqual(permohonan.employee_id, orang)
        for nama in ("fasilitator", "admin_aplikasi", "pengawas", "administrator"):
            Massal = self.env["asn.permohonan.massal"].with_user(self.u[nama])
            dialog = Massal.with_context(active_ids=permohonan.ids).create({})
            hasil[nama] = self.hitung(dialog.action_lanjutkan)
        hasil["terbit"] = self.hitung(lambda: self.terbit(permohonan))
        self.assertEqual(set(permohonan.mapped("state")), {"issued"})
        massal.sudo().baris_ids._mesin().unlink()
        massal.sudo()._mesin().unlink()
        return hasil

    def terbit(self, permohonan):
        """Sign all without rendering: number, archive, history, forecast."""

        def tanpa_pdf(surat, passphrase=None, tanggal=None, tanda_tangan=True):
            surat = surat.sudo()
            surat._beri_nomor(tanggal or date(2026, 3, 2))
            surat._tulis_mesin({"state": "issued", "cara_ttd": "basah"})
            return True

        Surat = type(self.env["asn.surat"])
        with (
            patch.object(Surat, "_terbitkan", tanpa_pdf),
            patch.object(Surat, "_pdf_byte", lambda surat: _ISI),
        ):
            Massal = self.env["asn.permohonan.massal"]
            dialog = (
                Massal.with_user(self.u["penandatangan"])
                .with_context(active_ids=permohonan.ids)
                .create({"jenis": "sign"})
            )
            while dialog.action_tandatangani("x")["sisa"]:
                continue

    def hitung(self, kerja):
        # Also what the making of the people left for the end of the transaction.
        self.env.cr.flush()
        self.env.invalidate_all()
        awal = self.env.cr.sql_log_count
        kerja()
        self.env.flush_all()
        return self.env.cr.sql_log_count - awal

    def test_a_further_person_costs_no_more_than_the_budget(self):
        """Checked, filed, decided, numbered and written back, without PDF."""
        self.jalankan(self.banyak(2, 100))
        sedikit = self.jalankan(self.banyak(4, 200))
        orang = self.banyak(16, 300)
        banyak = self.jalankan(orang)
        # What a further person costs: the fixed part is that of the list.
        selisih = {k: (banyak[k] - sedikit[k]) / 12 for k in banyak}
        for bagian, biaya in selisih.items():
            with self.subTest(bagian=bagian, biaya=biaya):
                self.assertLessEqual(biaya, ANGGARAN.get(bagian, ANGGARAN["putuskan"]))
