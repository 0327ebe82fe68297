"""What every service promises about facts that change after a request (B5)."""

from datetime import timedelta

from freezegun import freeze_time
from odoo import fields


class KontrakFakta:
    """Part of ``KontrakLayanan``: a case of last year, asked again."""

    def fakta_kemudian(self, pegawai, hari):
        """Record what changes about a person in the year after; services may add."""
        self.golongan(pegawai, self.gol_iva, hari)
        self.jabatan(pegawai, self.jab_kepala_a, self.dinas_a, hari)
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            pegawai,
            tmt=hari,
            jenis_hukuman_id=self.env["asn.jenis.hukuman"]
            .search([("tingkat", "=", "B")], limit=1)
            .id,
        )
        self.contoh_riwayat(
            "asn.riwayat.pemberhentian",
            pegawai,
            tmt=hari,
            jenis_henti="1",
            kedudukan_hukum_id=self.env.ref("asn_base.kedudukan_98").id,
        )
        pegawai._project_riwayat()

    def test_last_years_case_asked_again_gives_last_years_answer(self):
        """B5, PRO-15: facts have a day; nothing of the look back stays."""
        permohonan = self.contoh()
        # What the issue records is recorded later than the filing.
        with freeze_time(fields.Datetime.now() + timedelta(hours=1)):
            self.jalankan(permohonan)
        pegawai, sudo = permohonan.employee_id, permohonan.sudo()
        dulu = {h.kode: h.hasil for h in sudo.hasil_periksa_ids if h.saat == "submit"}
        hari = self.env["hr.employee"]._asn_hari_ini() + timedelta(days=370)
        with freeze_time(f"{hari} 02:00:00"):
            self.fakta_kemudian(pegawai, hari)
            kini = {satu[0]: satu[1] for satu in sudo._handler()._periksa(sudo)}
            self.assertNotEqual({k: kini.get(k) for k in dulu}, dulu)
            beda, _waktu = sudo._beda_uji_ulang()
            self.assertFalse(beda)
            aksi = permohonan.with_user(self.u["admin_aplikasi"]).action_uji_ulang()
            self.assertEqual(aksi["params"]["type"], "success")
            self.assertEqual(
                (pegawai.golongan_id, pegawai.kedudukan_hukum.kode),
                (self.gol_iva, "98"),
            )
            self.assertEqual(permohonan.state, "issued")
