from collections import defaultdict

from odoo import api, fields, models
from odoo.addons.asn_base.domain import kontak
from odoo.addons.asn_base.domain.tanggal import format_pendek, umur

from ..domain import konsistensi
from ..domain.anomali import Golongan, masalah_golongan
from .kelas_data import RAHASIA


class HrEmployee(models.Model):
    """Where a profile contradicts itself (level W).

    ``_asn_temuan`` works on many people at once; what comes out depends on
    the riwayat that the caller may read. The nightly worklist is
    ``asn.anomali``.
    """

    _inherit = "hr.employee"

    #: Typed columns that findings look at; what is projected follows its riwayat.
    _DIPERIKSA = frozenset(
        {
            "name",
            "nip",
            "nik",
            "no_kk",
            "npwp",
            "tanggal_lahir",
            "jenis_kelamin",
            "status_pegawai",
            "kedudukan_hukum",
            "tmt_cpns",
            "tmt_pns",
            "tmt_kontrak_mulai",
            "no_hp",
            "kode_pos",
            "no_bpjs_kesehatan",
            "work_email",
            "status_perkawinan",
        }
    )

    anomali = fields.Text("Anomalies", compute="_compute_anomali", groups=RAHASIA)

    # Two readers of one person may learn different things.
    @api.depends_context("uid", "lang")
    @api.depends("nip", "nik", "no_kk", "npwp", "tanggal_lahir", "jenis_kelamin")
    def _compute_anomali(self):
        temuan = self._asn_temuan()
        pesan = self._asn_pesan_temuan()
        for pegawai in self:
            pegawai.anomali = "\n".join(
                self._asn_kalimat(pesan, *satu)
                for satu in temuan.get(pegawai._origin.id, ())
            )

    @api.model
    def _asn_kalimat(self, pesan, aturan, kunci, rinci):
        """Return the sentence for one finding."""
        teks = pesan[kunci]
        return f"{teks % rinci if '%s' in teks else teks} ({aturan})"

    def action_periksa_ulang(self):
        """Check these people again, for who may read their profile."""
        self.check_access("read")
        self.env["asn.anomali"]._perbarui(self)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _asn_temuan(self):
        """Return ``{employee id: [(rule id, key, detail)]}``, in a fixed order."""
        baris = self._asn_baris_temuan()
        kosong = {jenis: self.env[f"asn.riwayat.{jenis}"] for jenis in baris}
        beda = self._asn_gaji_beda()
        hasil = {}
        for pegawai in self:
            satu = [(a, k, "") for a, _t, k in pegawai._asn_masalah()]
            satu += pegawai._asn_temuan_kontak()
            ambil = {
                jenis: b.get(pegawai._origin.id, kosong[jenis])
                for jenis, b in baris.items()
            }
            satu += pegawai._asn_temuan_karier(ambil, pegawai in beda)
            satu += pegawai._asn_temuan_pribadi(ambil)
            hasil[pegawai._origin.id] = satu
        for orang, temuan in self._asn_temuan_lain().items():
            hasil[orang] += temuan
        return hasil

    def _asn_temuan_lain(self):
        """Return further findings of the same form; addons above add theirs."""
        return {}

    def _asn_baris_temuan(self):
        """Return ``{kind: {employee id: valid rows}}``, one read per kind."""
        medan = {
            "golongan": [
                "tmt",
                "golongan_id",
                "mkg_tahun",
                "mkg_bulan",
                "jenis_kp",
                "nomor_sk",
            ],
            "jabatan": ["tmt", "tmt_selesai", "jenis_penugasan", "nomor_sk"],
            "pendidikan": ["pendidikan_id", "tahun_lulus", "nomor_ijazah"],
            "gaji": ["nomor_sk"],
            "keluarga": ["hubungan", "nama", "is_kini", "nomor_izin"],
            "hukuman": ["tmt", "tanggal_selesai", "nomor_sk", "hasil_upaya"],
            "kinerja": ["tahun", "jenis"],
        }
        hasil = {}
        for jenis, nama in medan.items():
            baris = self.env[f"asn.riwayat.{jenis}"].search_fetch(
                [("employee_id", "in", self.ids), ("status", "=", "sah")],
                ["employee_id", *nama],
            )
            ids = defaultdict(list)
            for satu in baris:
                ids[satu.employee_id.id].append(satu.id)
            hasil[jenis] = {
                orang: baris.browse(milik).with_prefetch(baris._prefetch_ids)
                for orang, milik in ids.items()
            }
        return hasil

    def _asn_temuan_kontak(self):
        hasil = []
        if self.no_hp and kontak.problems_hp(self.no_hp):
            hasil.append(("PRF-HP-01", "hp", ""))
        if self.kode_pos and kontak.problems_kode_pos(self.kode_pos):
            hasil.append(("PRF-POS-01", "kode_pos", ""))
        if self.no_bpjs_kesehatan and kontak.problems_bpjs(self.no_bpjs_kesehatan):
            hasil.append(("PRF-BPJS-01", "bpjs", ""))
        if self.work_email and not self.work_email.endswith(".go.id"):
            hasil.append(("PRF-MAIL-01", "email_dinas", ""))
        return hasil

    # -- career ------------------------------------------------------------

    def _asn_temuan_karier(self, baris, gaji_beda):
        hari_ini = self._asn_hari_ini()
        hasil = self._asn_temuan_awal(baris)
        hasil += self._asn_temuan_golongan(baris["golongan"])
        aktif = self.kedudukan_hukum.kelas in ("aktif", "aktif_khusus")
        if aktif:
            hasil += konsistensi.jabatan(
                [
                    konsistensi.Jabatan(r.tmt, r.tmt_selesai, r.jenis_penugasan)
                    for r in baris["jabatan"]
                ],
                hari_ini,
            )
        hasil += self._asn_temuan_pangkat()
        if gaji_beda:
            hasil.append(("PRF-K-05", "gaji_beda", ""))
        if aktif and self.tmt_pensiun and self.tmt_pensiun <= hari_ini:
            hasil.append(
                ("PRF-K-12", "aktif_lewat_pensiun", format_pendek(self.tmt_pensiun))
            )
        if aktif and baris["kinerja"]:
            hasil += konsistensi.kinerja(
                {r.tahun for r in baris["kinerja"] if r.jenis == "tahunan"},
                self.tmt_cpns or self.tmt_kontrak_mulai,
                hari_ini,
            )
        for jenis, nomor in (
            ("jabatan", "nomor_sk"),
            ("gaji", "nomor_sk"),
            ("hukuman", "nomor_sk"),
            ("pendidikan", "nomor_ijazah"),
        ):
            hasil += konsistensi.sk_ganda(baris[jenis].mapped(nomor))
        return hasil

    def _asn_temuan_awal(self, baris):
        pertama = baris["golongan"].sorted("tmt")[:1]
        if not pertama or pertama.golongan_id.jenis != "pns":
            return []
        tahun = pertama.tmt.year
        saat_itu = baris["pendidikan"].filtered(
            lambda r: r.tahun_lulus and r.tahun_lulus <= tahun
        )
        tertinggi = saat_itu.pendidikan_id.sorted("urutan_jenjang")[-1:]
        return konsistensi.awal(
            pertama.tmt,
            self.tmt_cpns,
            pertama.golongan_id.urutan,
            tertinggi.golongan_awal_id.urutan,
        )

    def _asn_temuan_golongan(self, sah):
        baris = [
            Golongan(
                r.golongan_id.kode,
                r.tmt,
                r.mkg_tahun * 12 + r.mkg_bulan,
                r.jenis_kp,
                r.nomor_sk,
            )
            for r in sah
            if r.golongan_id.jenis == "pns"
        ]
        return [
            (aturan, kunci, format_pendek(tmt))
            for aturan, kunci, tmt in masalah_golongan(baris)
        ]

    def _asn_temuan_pangkat(self):
        golongan, jenis = self.golongan_id, self.jabatan_id.jenis_jabatan_id
        if golongan.jenis != "pns":
            return []
        return konsistensi.pangkat_jabatan(
            golongan.urutan,
            jenis.pangkat_terendah_id.urutan,
            jenis.pangkat_tertinggi_id.urutan,
            (jenis.kode or "").startswith("jf_"),
        )

    def _asn_gaji_beda(self):
        """Return those of these people whose pay is not that of the table."""
        bergaji = self.filtered(lambda p: p.tmt_golongan and p.gaji_pokok)
        hari_ini = self._asn_hari_ini()
        tabel = self.env["asn.gaji.pokok"]._cari_banyak(
            [(p.golongan_id, p.mkg_tahun, p.tmt_gaji or hari_ini) for p in bergaji]
        )
        benar = dict(zip(bergaji, tabel, strict=True))
        return bergaji.filtered(
            lambda p: benar[p] and benar[p].gaji_pokok != p.gaji_pokok
        )

    # -- person ------------------------------------------------------------

    def _asn_temuan_pribadi(self, baris):
        lahir, hari_ini = self.tanggal_lahir, self._asn_hari_ini()
        hasil = konsistensi.pendidikan(
            [
                konsistensi.Pendidikan(r.pendidikan_id.urutan_jenjang, r.tahun_lulus)
                for r in baris["pendidikan"]
            ],
            lahir.year if lahir else None,
        )
        keluarga = baris["keluarga"]
        hasil += konsistensi.keluarga(
            [
                konsistensi.Pasangan(r.nama, r.is_kini, bool(r.nomor_izin))
                for r in keluarga
                if r.hubungan == "pasangan"
            ],
            [
                r.tanggal_lahir
                for r in keluarga
                if r.hubungan == "anak" and r.status_anak in (False, "kandung")
            ],
            lahir,
            self.status_perkawinan,
        )
        # Who may not read the punishments learns nothing from their absence.
        if self.env.su or self._asn_baca_hukuman():
            hasil += konsistensi.hukuman(
                self.kedudukan_hukum.kode, bool(baris["hukuman"]._berlaku(hari_ini))
            )
        aktif = self.kedudukan_hukum.kelas in ("aktif", "aktif_khusus")
        if lahir and umur(lahir, hari_ini) > 70 and aktif:
            hasil.append(("PRF-K-12", "aktif_sangat_tua", ""))
        return hasil

    def _asn_baca_hukuman(self):
        """Tell whether the user would see a punishment of this person."""
        user = self.env.user
        return self.user_id == user or any(
            user.has_group(grup)
            for grup in ("hr.group_hr_user", "asn_base.group_kepala_badan")
        )
