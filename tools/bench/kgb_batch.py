"""The increments of a month for 1,000 people: statements a person, without PDF.

The ratio is statements a person beside the 60 that are promised. What is counted: the
check of the month, filing on behalf, four decisions in batches, and the issue (number,
archive, pay history, forecast) with letters that are not rendered. A batch of 100
before says how the cost of a person grows with the batch.
"""

import datetime
import io
import time
from contextlib import contextmanager
from unittest.mock import patch

import pypdf
from lingkungan import lapor

_KECIL, _BESAR = 100, 1000
_JANJI = 60
_JENJANG = ("fasilitator", "admin_aplikasi", "pengawas", "administrator")
_DOKUMEN = ("SK_PANGKAT", "SK_KGB", "SKP_1")


def ukur(kerja):
    """Return statements a person of a large batch, and of a small one for growth."""
    with kerja.salinan("kgb") as registry:
        kantor = _Kantor(registry)
        kecil = _per_orang(kantor.sebulan(1, _KECIL), _KECIL)
        mulai = time.perf_counter()
        besar = _per_orang(kantor.sebulan(2, _BESAR), _BESAR)
        lama = time.perf_counter() - mulai
    seorang = sum(besar.values())
    return {
        "ours_s": round(seorang, 2),
        "peer_s": float(_JANJI),
        "n": _BESAR,
        "seconds": round(lama, 1),
        "queries": {nama: round(n, 2) for nama, n in besar.items()},
        "growth": round(seorang / sum(kecil.values()), 3),
    }


def _pdf(nomor):
    """Return a page that is like no other; the archive keeps equal files once."""
    tulis = pypdf.PdfWriter()
    tulis.add_blank_page(210, 297)
    tulis.add_metadata({"/Title": f"bench {nomor}"})
    isi = io.BytesIO()
    tulis.write(isi)
    return isi.getvalue()


def _per_orang(bagian, jumlah):
    return {nama: cacah / jumlah for nama, cacah in bagian.items()}


class _Kantor:
    """A unit of the demo city whose people are due in two months, one after another."""

    def __init__(self, registry):
        self.registry = registry
        self.nomor = 0
        with self.env() as env:
            hari_ini = env["hr.employee"]._asn_hari_ini()
            self.awal_bulan = hari_ini.replace(day=1)
            self._petugas(env)

    @contextmanager
    def env(self, uid=1):
        from odoo import api

        with self.registry.cursor() as cr:
            yield api.Environment(cr, uid, {"lang": "id_ID"})
            cr.commit()

    def _petugas(self, env):
        """Give the officials of the demo city the service; who files verifies not."""
        Akun = env["res.users"]
        kgb = env["asn.layanan"].search([("code", "=", "kgb")])
        self.uid = {n: Akun.search([("login", "=", n)]).id for n in _JENJANG}
        self.unit = Akun.browse(self.uid["fasilitator"]).asn_unit_ids[:1].id
        petugas = env.ref("asn_base.group_admin_aplikasi").all_user_ids.filtered(
            "active"
        )
        pengusul = petugas.filtered(lambda u: u.id not in self.uid.values())[:1]
        self.uid["pengusul"] = pengusul.id
        Akun.browse(self.uid.values()).write({"layanan_ids": [(4, kgb.id)]})

    # -- people ------------------------------------------------------------------

    def _orang(self, env, bulan, jumlah):
        """Make people whose increment falls into a month: grade, post, pay, papers."""
        golongan = env.ref("asn_base.golongan_pns_iii_b")
        jabatan = env["hr.job"].search([("jenis_jabatan_id", "!=", False)], limit=1)
        orang = env["hr.employee"]._asn_create_bulk(
            [self._profil(env) for _satu in range(jumlah)]
        )
        tmt = bulan.replace(year=bulan.year - 2)
        umum = {"nomor_sk": "BENCH", "tanggal_sk": tmt, "tmt": tmt}
        pangkat = {"golongan_id": golongan.id, "mkg_tahun": 4}
        isi = {
            "golongan": pangkat,
            "jabatan": {"jabatan_id": jabatan.id, "unit_id": self.unit},
            "gaji": {**pangkat, "gaji_pokok": 3089300},
        }
        for nama, nilai in isi.items():
            env[f"asn.riwayat.{nama}"]._catat(
                [{"employee_id": p, **umum, **nilai} for p in orang.ids]
            )
        env["asn.dokumen"]._arsipkan_banyak(
            [
                {
                    "employee": pegawai,
                    "jenis_kode": kode,
                    "isi": _pdf(10 * pegawai.id + urut),
                    "nama_file": f"{kode}.pdf",
                }
                for pegawai in orang
                for urut, kode in enumerate(_DOKUMEN)
            ]
        )
        env["asn.hak.layanan"]._segarkan(orang)
        lapor(f"kgb_batch: {jumlah} people")
        return orang.ids

    def _profil(self, env):
        self.nomor += 1
        hari, urut = divmod(self.nomor, 900)
        lahir = datetime.date(1985, 1, 1) + datetime.timedelta(days=hari)
        huruf = "".join(chr(97 + int(angka)) for angka in f"{self.nomor:04d}")
        return {
            "name": f"Bench {huruf}",
            "nip": f"{lahir:%Y%m%d}2010011{urut:03d}",
            "tanggal_lahir": lahir,
            "unit_id": self.unit,
            "status_pegawai": "pns",
            "tmt_cpns": datetime.date(2010, 1, 1),
            "kedudukan_hukum": env.ref("asn_base.kedudukan_01").id,
        }

    # -- a month -----------------------------------------------------------------

    def sebulan(self, ke, jumlah):
        """Return the statements of each part of one month's batch.

        :param ke: how many months ahead
        """
        bulan = (self.awal_bulan + datetime.timedelta(days=31 * ke)).replace(day=1)
        with self.env() as env:
            self.orang = self._orang(env, bulan, jumlah)
        hasil = {"check": self._periksa(bulan), "file": self._ajukan()}
        for nama in _JENJANG:
            hasil[nama] = self._putuskan(nama)
        hasil["issue"] = self._terbit()
        lapor(f"kgb_batch: {jumlah} issued")
        return hasil

    def _periksa(self, bulan):
        with self.env(self.uid["pengusul"]) as env:
            nilai = {"bulan": bulan, "unit_id": self.unit}
            massal = env["asn.kgb.massal"].create(nilai)
            massal.action_periksa()
            self.massal = massal.id
            cacah = _jumlah(env)
            massal.action_ajukan()
            return cacah

    def _ajukan(self):
        """File as the scheduler does; all must be filed."""
        Cron = self.registry["ir.cron"]
        with (
            self.env() as env,
            patch.object(Cron, "_commit_progress", lambda *a, **k: 60),
        ):
            env["asn.kgb.massal"]._cron_ajukan()
            cacah = _jumlah(env)
            baris = env["asn.kgb.massal.baris"].search(
                [("massal_id", "=", self.massal), ("employee_id", "in", self.orang)]
            )
            _tolak_gagal("file", baris, "diajukan")
            self.ids = baris.permohonan_id.ids
            return cacah

    def _putuskan(self, nama):
        with self.env(self.uid[nama]) as env:
            return self._dialog(env, nama, "approve", "action_lanjutkan")

    def _terbit(self):
        """Number, file and write back all letters, none of them rendered."""
        with self.env() as env:
            tugas = env["asn.permohonan"].browse(self.ids[0]).tugas_ids
            aktor = tugas.filtered(lambda t: t.state == "open").aktor_ids[:1].id

        def tanpa_pdf(surat, passphrase=None, tanggal=None, tanda_tangan=True):
            surat = surat.sudo()
            surat._beri_nomor(tanggal or datetime.date.today())
            surat._tulis_mesin({"state": "issued", "cara_ttd": "basah"})
            return True

        Surat = self.registry["asn.surat"]
        with (
            patch.object(Surat, "_terbitkan", tanpa_pdf),
            patch.object(Surat, "_pdf_byte", lambda surat: _pdf(surat.id)),
            self.env(aktor) as env,
        ):
            return self._dialog(env, "issue", "sign", "action_tandatangani", "x")

    def _dialog(self, env, nama, jenis, metode, *argumen):
        """Decide on all in the dialog for several; return its statements."""
        Massal = env["asn.permohonan.massal"].with_context(active_ids=self.ids)
        dialog = Massal.create({"jenis": jenis})
        while getattr(dialog, metode)(*argumen)["sisa"]:
            continue
        _tolak_gagal(nama, dialog.baris_ids, "ok")
        return _jumlah(env)


def _tolak_gagal(bagian, baris, baik):
    """Stop the measurement when anybody was left out.

    :raises RuntimeError: with the reason of the first
    """
    gagal = baris.filtered(lambda b: b.hasil != baik)
    if gagal or not baris:
        raise RuntimeError(f"{bagian}: {len(gagal)} failed: {gagal[:1].pesan}")


def _jumlah(env):
    """Return the statements of a transaction, with what its end would still run."""
    env.cr.flush()
    return env.cr.sql_log_count
