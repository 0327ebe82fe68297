"""Submit, three decisions, issued without PDF, beside two approvals of stock leave."""

import datetime
import statistics
import time

from lingkungan import lapor

_PUTARAN = 60
_PEMANASAN = 5


def ukur(kerja):
    """Return seconds per decision (ours) and per approval (``hr_holidays``).

    Every call has a transaction of its own, as over HTTP; the two take turns.
    """
    with kerja.salinan("decision", "hr_holidays") as registry:
        kita, mereka = Kita(registry), Mereka(registry)
        waktu_kita, waktu_mereka = [], []
        for putaran in range(_PUTARAN + _PEMANASAN):
            ambil = putaran >= _PEMANASAN
            for pelaku, waktu in ((kita, waktu_kita), (mereka, waktu_mereka)):
                mulai = time.perf_counter()
                pelaku.jalan(putaran)
                if ambil:
                    waktu.append(time.perf_counter() - mulai)
            if putaran % 20 == 0:
                lapor(f"decision: {putaran} of {_PUTARAN + _PEMANASAN}")
    return {
        "ours_s": round(statistics.median(waktu_kita) / 3, 5),
        "peer_s": round(statistics.median(waktu_mereka) / 2, 5),
        "n": _PUTARAN,
    }


class _Pelaku:
    def __init__(self, registry):
        self.registry = registry
        with self.env() as env:
            self.siapkan(env)

    def env(self, uid=1):
        return _Transaksi(self.registry, uid)

    def cari(self, env, login):
        return env["res.users"].search([("login", "=", login)]).id


class _Transaksi:
    """One request's worth of environment: committed at the end."""

    def __init__(self, registry, uid):
        self.registry, self.uid = registry, uid

    def __enter__(self):
        from odoo import api

        self.cr = self.registry.cursor()
        return api.Environment(self.cr, self.uid, {"lang": "id_ID"})

    def __exit__(self, jenis, *_sisa):
        try:
            if jenis is None:
                self.cr.commit()
        finally:
            self.cr.close()


class Kita(_Pelaku):
    """A service of three steps without a letter, made as an administrator would."""

    def siapkan(self, env):
        layanan = env["asn.layanan"].create({"code": "bench", "name": "Uji kinerja"})
        versi = env["asn.layanan.versi"].create({"layanan_id": layanan.id})
        peran = ("admin_aplikasi", "validator")
        langkah = [("atasan", "pertimbangan", "atasan_langsung", False)]
        langkah += [
            (nama, jenis, "peran_layanan", env.ref(f"asn_base.group_{nama}").id)
            for nama, jenis in zip(peran, ("verifikasi", "validasi"), strict=True)
        ]
        env["asn.layanan.tahap"].create(
            [
                {
                    "versi_id": versi.id,
                    "sequence": 10 * urut,
                    "kode": kode,
                    "name": kode,
                    "jenis": jenis,
                    "penentu": penentu,
                    "group_id": grup,
                }
                for urut, (kode, jenis, penentu, grup) in enumerate(langkah, 1)
            ]
        )
        self.lengkapi(env, versi)
        versi.action_publish()
        self.petugas = [
            self.cari(env, nama) for nama in ("atasan", "admin_aplikasi", "pengawas")
        ]
        env["res.users"].browse(self.petugas).write({"layanan_ids": [(4, layanan.id)]})
        self.pegawai = self.cari(env, "pegawai")
        self.layanan = layanan.id

    def lengkapi(self, env, versi):
        """Add to the version what a measurement needs besides its steps."""

    def jalan(self, putaran):
        with self.env(self.pegawai) as env:
            permohonan = env["asn.permohonan"].create({"layanan_id": self.layanan}).id
        with self.env(self.pegawai) as env:
            env["asn.permohonan"].browse(permohonan).action_submit()
        for petugas in self.petugas:
            with self.env(petugas) as env:
                env["asn.permohonan"].browse(permohonan).action_approve()
        with self.env() as env:
            state = env["asn.permohonan"].browse(permohonan).state
            if state not in ("issued", "done"):
                raise RuntimeError(f"the request ended as {state}")


class Mereka(_Pelaku):
    """Stock leave with two approvals, by the same people."""

    def siapkan(self, env):
        self.pegawai = self.cari(env, "pegawai")
        self.atasan = self.cari(env, "atasan")
        self.petugas = self.cari(env, "admin_sistem")
        # Groups come from role lines here; a group given by hand would not stay.
        for peran, grup in (("pimpinan", "responsible"), ("admin_sistem", "manager")):
            env.ref(f"asn_base.role_{peran}").implied_ids += env.ref(
                f"hr_holidays.group_hr_holidays_{grup}"
            )
        pegawai = env["res.users"].browse(self.pegawai).employee_id
        pegawai.leave_manager_id = self.atasan
        self.id_pegawai = pegawai.id
        self.jenis = (
            env["hr.leave.type"]
            .create(
                {
                    "name": "Bench",
                    "requires_allocation": False,
                    "leave_validation_type": "both",
                }
            )
            .id
        )

    def jalan(self, putaran):
        hari = datetime.date(2031, 1, 6) + datetime.timedelta(days=7 * putaran)
        with self.env(self.pegawai) as env:
            cuti = (
                env["hr.leave"]
                .create(
                    {
                        "employee_id": self.id_pegawai,
                        "holiday_status_id": self.jenis,
                        "request_date_from": hari,
                        "request_date_to": hari + datetime.timedelta(days=1),
                    }
                )
                .id
            )
        for pejabat in (self.atasan, self.petugas):
            with self.env(pejabat) as env:
                env["hr.leave"].browse(cuti).action_approve()
        with self.env() as env:
            state = env["hr.leave"].browse(cuti).state
            if state != "validate":
                raise RuntimeError(f"the leave ended as {state}")
