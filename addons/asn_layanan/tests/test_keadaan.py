"""A machine that does what it likes with the engine, and what must always hold.

``ASN_KEADAAN=200`` in the environment tries that many random histories; without
it a few, always the same ones.
"""

import os
from datetime import timedelta
from unittest.mock import patch

import hypothesis.strategies as st
from freezegun import freeze_time
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from ..domain import transisi
from .common import SANDI, LayananCommon

KASUS = int(os.environ.get("ASN_KEADAAN") or 0)
ORANG = (
    "pegawai",
    "pegawai2",
    "atasan",
    "penandatangan",
    "fasilitator",
    "admin_aplikasi",
    "rekan",
)
#: Results by which somebody decides a task.
PUTUSAN = ("approve", "sign", "return", "reject", "defer")
siapa = st.sampled_from(ORANG)
nomor = st.integers(0, 3)


class Keadaan(RuleBasedStateMachine):
    """Random people, orders, clocks and configuration on a small service."""

    uji = None

    def __init__(self):
        super().__init__()
        self.env = self.uji.env
        self.cr = self.env.cr
        self.titik = self.cr.savepoint()
        self.waktu = fields.Datetime.now().replace(microsecond=0)
        self.jam = freeze_time(self.waktu)
        self.beku = self.jam.start()
        self.ajuan = self.env["asn.permohonan"]
        self.batas_surat = max(self.env["asn.surat"].search([]).ids, default=0)

    def teardown(self):
        self.jam.stop()
        self.titik.rollback()
        self.titik.close(rollback=False)
        self.env.invalidate_all()
        self.env.registry.clear_all_caches()

    # ------------------------------------------------------------------

    def coba(self, fungsi, *isi):
        """Do something as a call over the network would: refused leaves nothing."""
        try:
            with self.cr.savepoint():
                fungsi(*isi)
                self.env.flush_all()
        except UserError:
            return False
        self.cr.precommit.run()
        self.env.flush_all()
        return True

    def pilih(self, ke, nama):
        return self.ajuan[ke % len(self.ajuan)].with_user(self.uji.u[nama])

    def tugas(self, permohonan, aksi, *isi):
        """Do something with the open task of a request, as its user."""
        tugas = permohonan.sudo()._tugas_terbuka()[:1]
        if tugas:
            self.coba(getattr(tugas.with_user(permohonan.env.user), aksi), *isi)

    ada = precondition(lambda self: self.ajuan)

    @precondition(lambda self: len(self.ajuan) < 4)
    @rule(nama=siapa)
    def ajukan(self, nama):
        draf = []

        def buat():
            draf.append(self.uji.buat_permohonan(nama))
            draf[0].action_submit()

        if self.coba(buat):
            self.ajuan |= draf[0].with_env(self.env)

    @ada
    @rule(ke=nomor, nama=siapa)
    def setujui(self, ke, nama):
        self.coba(self.pilih(ke, nama).action_approve)

    @ada
    @rule(ke=nomor)
    def setujui_yang_berhak(self, ke):
        permohonan = self.ajuan[ke % len(self.ajuan)]
        tugas = permohonan._tugas_terbuka()[:1]
        aktor = tugas.diklaim_oleh_id or tugas.aktor_ids[:1]
        if aktor:
            milik = permohonan.with_user(aktor)
            if tugas.tahap_id.jenis == "ttd":
                self.coba(milik.action_sign, SANDI)
            else:
                self.coba(milik.action_approve)

    @ada
    @rule(ke=nomor, nama=siapa)
    def tandatangani(self, ke, nama):
        self.coba(self.pilih(ke, nama).action_sign, SANDI)

    @ada
    @rule(ke=nomor, nama=siapa)
    def kembalikan(self, ke, nama):
        self.coba(self.pilih(ke, nama).action_return, "kurang")

    @ada
    @rule(ke=nomor)
    def ajukan_lagi(self, ke):
        permohonan = self.ajuan[ke % len(self.ajuan)]
        milik = permohonan.with_user(permohonan.pemohon_user_id)
        self.coba(milik.action_resubmit)

    @ada
    @rule(ke=nomor, nama=siapa, tolak=st.integers(0, 3))
    def tolak_atau_batal(self, ke, nama, tolak):
        milik = self.pilih(ke, nama)
        self.coba(milik.action_cancel if tolak else milik.action_reject, "tidak")

    @ada
    @rule(ke=nomor, nama=siapa)
    def klaim(self, ke, nama):
        self.tugas(self.pilih(ke, nama), "action_klaim")

    @ada
    @rule(ke=nomor, nama=siapa)
    def lepas(self, ke, nama):
        self.tugas(self.pilih(ke, nama), "action_lepas")

    @ada
    @rule(ke=nomor, nama=siapa, kepada=siapa)
    def alihkan(self, ke, nama, kepada):
        kepada = self.uji.u[kepada].id
        self.tugas(self.pilih(ke, nama), "action_alihkan", kepada, "alasan")

    @rule(dari=siapa, kepada=siapa, mulai=st.integers(0, 3), lama=st.integers(0, 5))
    def delegasikan(self, dari, kepada, mulai, lama):
        hari = self.env["hr.employee"]._asn_hari_ini() + timedelta(days=mulai)
        self.coba(
            self.env["asn.delegasi"].with_user(self.uji.u[dari]).create,
            {
                "dari_id": self.uji.u[dari].id,
                "kepada_id": self.uji.u[kepada].id,
                "tanggal_mulai": hari,
                "tanggal_selesai": hari + timedelta(days=lama),
                "dasar": "SP",
            },
        )

    @rule(nama=st.sampled_from(("admin_aplikasi", "rekan")))
    def ubah_peran(self, nama):
        user = self.uji.u[nama]
        baru = self.env["asn.layanan"] if user.layanan_ids else self.uji.layanan
        self.coba(user.write, {"layanan_ids": [(6, 0, baru.ids)]})

    @rule(nama=st.sampled_from(("atasan", "rekan", "pegawai2")))
    def ubah_kepala(self, nama):
        kepala = {"manager_id": self.uji.u[nama].employee_id.id}
        self.coba(self.uji.bidang_a.write, kepala)

    @rule(ada=st.booleans())
    def ubah_mandat(self, ada):
        kemarin = self.env["hr.employee"]._asn_hari_ini() - timedelta(days=1)
        batas = {"berlaku_sampai": False if ada else kemarin}
        self.coba(self.uji.layanan.mandat_ids.write, batas)

    @rule(hari=st.integers(1, 9))
    def waktu_berlalu(self, hari):
        self.beku.tick(timedelta(days=hari))
        for model, tugas in (
            ("asn.permohonan.tugas", "_cron_segarkan"),
            ("asn.permohonan", "_cron_kedaluwarsa"),
            ("asn.layanan.peringatan", "_cron_periksa"),
        ):
            getattr(self.env[model], tugas)()
        self.env.flush_all()

    # ------------------------------------------------------------------

    @invariant()
    def hanya_langkah_yang_dinyatakan(self):
        for k in self.ajuan.keputusan_ids:
            assert transisi.boleh(k.dari_state, k.ke_state, k.hasil), k.hasil

    @invariant()
    def tidak_memutus_perkara_sendiri_dan_tidak_dua_kali(self):
        for p in self.ajuan:
            putusan = p.keputusan_ids.filtered(lambda k: k.hasil in PUTUSAN)
            assert p.pemohon_user_id not in putusan.aktor_user_id
            for user, milik in putusan.grouped("aktor_user_id").items():
                assert len(milik.tahap_id) == 1, (user.login, milik.mapped("hasil"))
            tugas = putusan.mapped("tugas_id.id")
            assert len(tugas) == len(putusan), "two decisions on one task"

    @invariant()
    def rantai_utuh(self):
        if self.ajuan:
            assert not self.ajuan.keputusan_ids._verify_chain()

    @invariant()
    def nomor_tanpa_celah(self):
        self.cr.execute(
            "SELECT count(*) FROM (SELECT 1 FROM asn_surat WHERE nomor_urut > 0"
            " GROUP BY register_id, tahun HAVING max(nomor_urut) != count(*)"
            " OR count(DISTINCT nomor_urut) != count(*)) AS celah"
        )
        assert self.cr.fetchone() == (0,)

    @invariant()
    def akibat_tepat_sekali(self):
        terbit = self.ajuan.filtered(lambda p: p.state in ("issued", "done"))
        surat = self.env["asn.surat"].search(
            [
                ("id", ">", self.batas_surat),
                ("jenis_id", "=", self.uji.jenis_surat.id),
                ("state", "=", "issued"),
            ]
        )
        assert surat == terbit.surat_id
        assert len(surat) == len(terbit)
        assert len(terbit.dokumen_produk_id) == len(terbit)

    @invariant()
    def tidak_macet_diam_diam(self):
        Peringatan = self.env["asn.layanan.peringatan"]
        for p in self.ajuan:
            terbuka = p._tugas_terbuka()
            berjalan = p.state in ("in_review", "approved")
            assert bool(terbuka) == berjalan, p.state
            for tugas in terbuka:
                assert bool(tugas.aktor_ids) != tugas.tanpa_pelaku
                if tugas.tanpa_pelaku:
                    assert Peringatan.search_count(
                        [("kunci", "=", f"tugas:{tugas.id}"), ("state", "=", "open")]
                    ), "stuck and nobody was told"


@tagged("post_install", "-at_install")
class TestKeadaan(LayananCommon, TransactionCase):
    """Whatever happens, in whatever order, the promises of the engine hold."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tambah_orang("rekan", ("admin_aplikasi",), cls.badan, cls.jab_pelaksana)
        verifikasi = dict(cls.vals_tahap()[2], sequence=20, kuorum="any")
        cls.layanan, cls.versi = cls.buat_layanan(
            "acak",
            "Acak",
            [
                cls.vals_tahap()[0],
                dict(verifikasi, kode="a", name="A"),
                dict(verifikasi, kode="b", name="B"),
                cls.vals_tahap()[-1],
            ],
        )
        for nama in ("admin_aplikasi", "rekan"):
            cls.u[nama].layanan_ids = cls.layanan
        for nama in ("atasan", "pegawai2"):
            cls.beri_sertifikat(nama)

    def test_promises_hold_in_random_histories(self):
        Renderer = type(self.env["asn.surat.renderer"])
        asli, simpanan = Renderer._cetak, []

        def sekali(renderer, *isi, **opsi):
            # What a page looks like is tested elsewhere; here one is enough.
            if not simpanan:
                simpanan.append(asli(renderer, *isi, **opsi))
            return simpanan[0]

        class Mesin(Keadaan):
            uji = self

        with patch.object(Renderer, "_cetak", sekali):
            run_state_machine_as_test(
                Mesin,
                settings=settings(
                    max_examples=KASUS or 8,
                    stateful_step_count=25,
                    derandomize=not KASUS,
                    deadline=None,
                    database=None,
                    phases=(Phase.generate,) if not KASUS else tuple(Phase),
                    suppress_health_check=list(HealthCheck),
                ),
            )
