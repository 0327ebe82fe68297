import base64
from datetime import timedelta

from odoo import fields, models

from ..skenario import dokumen as kertas

#: Papers that wait for a verifier: what is wrong with each, and how many.
_MENUNGGU = ["baik"] * 8 + [
    "nip_lain",
    "kosong",
    "tanggal_depan",
    "nomor_lain",
    "sama",
    "baik",
]


class AsnSkenarioArsip(models.AbstractModel):
    """Fills the digital archive of the scenario with small, real PDFs."""

    _name = "asn.skenario.arsip"
    _description = "Demo Scenario: Archive (Arsip)"

    def _muat(self, isi):
        """File decrees for everybody, and a queue for the verifiers."""
        orang = {o["id"]: o for o in isi["pegawai"] if o.get("nip")}
        pegawai = self.env["hr.employee"].browse(orang)
        for urutan, satu in enumerate(pegawai):
            self._dasar(satu, urutan)
        self._riwayat(pegawai)
        self._masa(pegawai)
        self._antrean(pegawai)

    def _surat(self, pegawai, judul, nomor, tanggal, baris=()):
        siapa = {"nama": pegawai.nama_lengkap, "nip": pegawai.nip}
        return kertas.surat(judul, nomor, tanggal, siapa, baris)

    def _arsip(self, pegawai, kode, judul, nomor=None, tanggal=None, **nilai):
        """File one verified paper and return it."""
        return self.env["asn.dokumen"]._arsipkan(
            pegawai,
            kode,
            self._surat(pegawai, judul, nomor, tanggal),
            f"{kode}_{pegawai.nip}.pdf",
            nomor=nomor,
            tanggal=tanggal,
            sumber="impor",
            **nilai,
        )

    def _dasar(self, pegawai, urutan):
        """File what everybody has; every fifth person lacks a paper or two."""
        for kode, judul, nomor, tanggal in (
            ("SK_CPNS", "Keputusan Pengangkatan CPNS", "no_sk_cpns", "tgl_sk_cpns"),
            ("SK_PNS", "Keputusan Pengangkatan PNS", "no_sk_pns", "tgl_sk_pns"),
            ("SK_PPPK", "Perjanjian Kerja PPPK", "no_perjanjian", "tgl_perjanjian"),
        ):
            if pegawai[nomor]:
                self._arsip(pegawai, kode, judul, pegawai[nomor], pegawai[tanggal])
        kartu = [("KTP", "Kartu Tanda Penduduk"), ("KK", "Kartu Keluarga")]
        kartu += [("NPWP", "Nomor Pokok Wajib Pajak"), ("KARPEG", "Kartu Pegawai")]
        for nomor, (kode, judul) in enumerate(kartu):
            if (urutan + nomor) % 5:
                self._arsip(pegawai, kode, judul)

    def _riwayat(self, pegawai):
        """File the decrees of the histories and link each to its row."""
        for model, kode, judul, nomor in (
            ("golongan", "SK_PANGKAT", "Keputusan Kenaikan Pangkat", "nomor_sk"),
            ("jabatan", "SK_JABATAN", "Keputusan Pengangkatan Jabatan", "nomor_sk"),
            ("pendidikan", "IJAZAH", "Ijazah", "nomor_ijazah"),
        ):
            semua = self.env[f"asn.riwayat.{model}"].search(
                [("employee_id", "in", pegawai.ids), ("status", "=", "sah")]
            )
            for urutan, baris in enumerate(semua):
                if urutan % 7 == 0 or not baris[nomor]:
                    continue
                tanggal = baris.tanggal_sk or baris.tmt
                dokumen = self._arsip(
                    baris.employee_id, kode, judul, baris[nomor], tanggal, tmt=baris.tmt
                )
                baris._mesin().write({"dokumen_id": dokumen.id})

    def _masa(self, pegawai):
        """File papers that expire soon or have expired."""
        hari_ini = fields.Date.context_today(self)
        for urutan, satu in enumerate(pegawai[5:29:3]):
            batas = hari_ini + timedelta(days=25 * urutan - 40)
            mulai = fields.Date.subtract(batas, years=5)
            self._arsip(
                satu,
                "SERTIFIKASI",
                "Sertifikat Keahlian Pengadaan",
                f"{700 + urutan}/LKPP/{mulai.year}",
                mulai,
                berlaku_sampai=batas,
            )

    def _antrean(self, pegawai):
        """File uploads that nobody has looked at yet, good and bad ones."""
        hari_ini = fields.Date.context_today(self)
        tahun = hari_ini.year - 1
        menunggu = self.env["asn.dokumen"]
        for urutan, cacat in enumerate(_MENUNGGU):
            satu, lain = pegawai[20 + urutan], pegawai[19 + urutan]
            nomor = f"{urutan + 1:03d}/SKP/{tahun}"
            tanggal = fields.Date.to_date(f"{tahun}-12-31")
            isi = self._surat(
                lain if cacat in ("nip_lain", "sama") else satu,
                "Evaluasi Kinerja Pegawai",
                "999/LAIN" if cacat == "nomor_lain" else nomor,
                tanggal,
                ["Predikat : Baik"],
            )
            if cacat == "kosong":
                isi = kertas.lembar_kosong()
            elif cacat == "sama":
                self._unggah(lain, isi, nomor, tanggal)
            elif cacat == "tanggal_depan":
                tanggal = hari_ini + timedelta(days=30)
            menunggu |= self._unggah(satu, isi, nomor, tanggal)
        menunggu._periksa_mesin()

    def _unggah(self, pegawai, isi, nomor, tanggal):
        """File a document as its holder does, not yet verified."""
        Dokumen = self.env["asn.dokumen"].with_user(pegawai.user_id)
        hasil = Dokumen.create(
            {
                "employee_id": pegawai.id,
                "jenis_id": self.env.ref("asn_arsip.jenis_dokumen_dok_kinerja").id,
                "file": base64.b64encode(isi),
                "nama_file": f"DOK_KINERJA_{pegawai.nip}_{tanggal}.pdf",
                "nomor": nomor,
                "tanggal": tanggal,
            }
        )
        return hasil.with_env(self.env)
