from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon

KONTEKS = (
    {},
    {"asn_mesin": True},
    {"asn_mesin": {}},
    {"asn_mesin": "MESIN"},
    {"asn_terbit": True},
    {"leave_fast_create": True},
    {"skip_validation_check": True},
    {"install_mode": True},
    {"import_file": True},
)
PALSU = (
    {"state": "issued"},
    {"fase": "selesai"},
    {"nomor": "PALSU-1"},
    {"pengaju_id": 1},
    {"unit_id": 1},
    {"pemohon_user_id": 1},
    {"versi_id": 1},
    {"tanggal_terbit": "2026-01-01 00:00:00"},
    {"surat_id": 1},
    {"hash_terakhir": "0"},
    {"tugas_ids": [(5, 0, 0)]},
    {"keputusan_ids": [(0, 0, {"hasil": "approve"})]},
    {"hasil_periksa_ids": [(5, 0, 0)]},
    {"survei_ids": [(0, 0, {"nilai_layanan": "4", "nilai_petugas": "4"})]},
)


@tagged("post_install", "-at_install")
class TestPenjaga(LayananCommon, TransactionCase):
    """Forged values by every route, as an employee, an administrator and in sudo."""

    def _potret(self, p):
        p.invalidate_recordset()
        return p.read(["state", "fase", "nomor", "versi_id", "unit_id", "pengaju_id"])

    def test_forged_values_at_creation_refused(self):
        for nama in ("pegawai", "admin_sistem"):
            for palsu in PALSU:
                # Every context with the state; one context with the rest.
                for konteks in KONTEKS if "state" in palsu else KONTEKS[:2]:
                    Permohonan = self.env["asn.permohonan"].with_user(self.u[nama])
                    with self.subTest(nama=nama, palsu=palsu, konteks=konteks):
                        with self.assertRaises(UserError):
                            Permohonan.with_context(**konteks).create(
                                {"layanan_id": self.layanan.id, **palsu}
                            )

    def test_forged_values_in_write_refused_also_in_sudo(self):
        p = self.ajukan()
        sebelum = self._potret(p)
        for record in (self.sebagai("pegawai", p), p, p.sudo()):
            for palsu in PALSU:
                for konteks in KONTEKS if "state" in palsu else KONTEKS[:2]:
                    with self.subTest(palsu=palsu, konteks=konteks, su=record.env.su):
                        with self.assertRaises(AccessError):
                            record.with_context(**konteks).write(palsu)
        self.assertEqual(self._potret(p), sebelum)

    def test_web_save_refused(self):
        p = self.buat_permohonan()
        with self.assertRaises(AccessError):
            p.web_save({"state": "issued"}, {})
        with self.assertRaises(AccessError):
            self.env["asn.permohonan"].with_user(self.u["pegawai"]).web_save(
                {"layanan_id": self.layanan.id, "state": "issued"}, {}
            )

    def test_defaults_of_the_context_refused(self):
        for nama, nilai in (
            ("state", "issued"),
            ("fase", "selesai"),
            ("nomor", "X"),
            ("pengaju_id", self.u["atasan"].id),
            ("jumlah_keputusan", 3),
        ):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.buat_permohonan().with_context(
                    **{f"default_{nama}": nilai}
                ).create({"layanan_id": self.layanan.id})

    def test_personal_default_refused(self):
        pegawai = self.u["pegawai"]
        self.env["ir.default"].with_user(pegawai).set(
            "asn.permohonan", "state", "issued", user_id=True
        )
        with self.assertRaises(AccessError):
            self.buat_permohonan()

    def test_import_cannot_set_the_state(self):
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        hasil = Permohonan.load(
            ["layanan_id/.id", "state"], [[str(self.layanan.id), "issued"]]
        )
        self.assertFalse(hasil["ids"])

    def test_copy_refused(self):
        with self.assertRaises(UserError):
            self.sebagai("pegawai", self.ajukan()).copy()

    def test_nested_rows_of_the_engine_refused(self):
        p = self.buat_permohonan()
        with self.assertRaises(AccessError):
            p.write(
                {
                    "berkas_ids": [
                        (
                            0,
                            0,
                            {
                                "verdict": "ok",
                                "jenis_dokumen_id": self.jenis_dokumen.id,
                            },
                        )
                    ]
                }
            )

    def test_rows_of_the_engine_closed_for_everybody(self):
        p = self.ajukan()
        self.terbitkan(p)
        self.sebagai("pegawai", p).action_answer_survey(4, 4)
        baris = [
            p.tugas_ids[:1],
            p.keputusan_ids[:1],
            p.hasil_periksa_ids[:1],
            p.survei_ids[:1],
        ]
        for record in baris:
            self.assertTrue(record)
            for siapa in (
                record.with_user(self.u["pegawai"]),
                record.with_user(self.u["admin_sistem"]),
                record.sudo(),
            ):
                with self.subTest(model=record._name, su=siapa.env.su):
                    with self.assertRaises(UserError):
                        siapa.write({"create_date": "2020-01-01 00:00:00"})
                    with self.assertRaises(UserError):
                        siapa.unlink()
                    with self.assertRaises(UserError):
                        siapa.create({"permohonan_id": p.id})

    def test_employee_and_service_fixed_after_submission(self):
        p = self.ajukan()
        lain, _versi = self.buat_layanan("lain", "Layanan Lain")
        for vals in (
            {"layanan_id": lain.id},
            {"employee_id": self.u["pegawai2"].employee_id.id},
        ):
            with self.assertRaises(AccessError):
                p.sudo().write(vals)

    def test_filing_for_a_colleague_refused(self):
        rekan = self.u["pegawai2"].employee_id
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", employee_id=rekan.id)
        p = self.buat_permohonan("pegawai")
        with self.assertRaises(AccessError):
            p.write({"employee_id": rekan.id})
        p = self.buat_permohonan("fasilitator", employee_id=rekan.id)
        self.assertEqual(p.pengaju_id, self.u["fasilitator"])

    def test_submitted_request_cannot_be_deleted(self):
        p = self.ajukan()
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).unlink()
        with self.assertRaises(UserError):
            p.sudo().unlink()
        self.buat_permohonan().unlink()

    def test_wrong_hands_refused_at_every_step(self):
        p = self.ajukan()
        for giliran in (
            "atasan",
            "fasilitator",
            "admin_aplikasi",
            "pengawas",
            "administrator",
            "penandatangan",
        ):
            for nama in self.u:
                if nama == giliran:
                    continue
                for metode, args in (
                    ("action_approve", ()),
                    ("action_return", ("coba",)),
                    ("action_reject", ("coba",)),
                    ("action_defer", ("coba",)),
                    ("action_sign", ("coba",)),
                ):
                    jumlah = p.jumlah_keputusan
                    record = self.sebagai(nama, p)
                    with self.subTest(giliran=giliran, nama=nama, metode=metode):
                        try:
                            hasil = getattr(record, metode)(*args)
                        except UserError:
                            hasil = None
                        # Only who decided last is answered with a notice.
                        if hasil:
                            self.assertEqual(hasil["tag"], "display_notification")
                            self.assertEqual(
                                p.keputusan_ids[-1:].aktor_user_id, self.u[nama]
                            )
                        self.assertEqual(p.jumlah_keputusan, jumlah)
            if giliran != "penandatangan":
                self.sebagai(giliran, p).action_approve()

    def test_colleague_sees_nothing(self):
        p = self.ajukan()
        rekan = self.u["pegawai2"]
        for record in (p, p.tugas_ids, p.keputusan_ids, p.hasil_periksa_ids):
            self.assertFalse(record.with_user(rekan).search([("id", "in", record.ids)]))
        with self.assertRaises(AccessError):
            p.with_user(rekan).read(["state"])
