from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan
from odoo.tools import SQL

from ..domain import peristiwa

_BERJALAN = frozenset({"aktif", "aktif_khusus", "dibatasi", False})


class HrEmployee(models.Model):
    """What comes next in a career, from dates already on record."""

    _inherit = "hr.employee"

    def _masih_bertugas(self):
        """Tell whether this person is in service, as far as is known."""
        self.ensure_one()
        return (
            self.active
            and self.status_hidup in ("hidup", False)
            and self.kedudukan_hukum.kelas in _BERJALAN
        )

    def _peristiwa_berikut(self):
        """Return the next events of one person, unordered; addons add theirs.

        Only fields and rows that the present user may read are looked at.

        :return: dictionaries ``key, judul, tanggal`` (a date), ``rinci``,
            ``ikon`` and optionally ``warna`` and ``aksi``
        """
        self.ensure_one()
        if not self._masih_bertugas():
            return []
        ada = self._peristiwa_dari_riwayat()
        # What is decided is no longer a possibility.
        mungkin = [] if "_peristiwa_naik" in ada else self._peristiwa_pangkat()
        return [
            *self._peristiwa_gaji(),
            *mungkin,
            *self._peristiwa_akhir(),
            *self._peristiwa_pengabdian(),
            *(satu for metode in ada for satu in getattr(self, metode)()),
        ]

    def _peristiwa_dari_riwayat(self):
        """Return the methods whose riwayat has rows that may give an event.

        Most people have none of them: one look spares four searches.
        """
        cari = {
            "_peristiwa_naik": (
                "asn.riwayat.golongan",
                SQL("r.tmt > %s", self._asn_hari_ini()),
            ),
            "_peristiwa_penugasan": (
                "asn.riwayat.jabatan",
                SQL("r.jenis_penugasan <> 'definitif' AND r.tmt_selesai IS NOT NULL"),
            ),
            "_peristiwa_anak": ("asn.riwayat.keluarga", SQL("r.is_tunjangan")),
            "_peristiwa_hukuman": (
                "asn.riwayat.hukuman",
                SQL("r.tanggal_selesai IS NOT NULL"),
            ),
            "_peristiwa_sertifikat": (
                "asn.riwayat.sertifikasi",
                SQL("r.berlaku_sampai IS NOT NULL"),
            ),
        }
        kolom = []
        for model, syarat in cari.values():
            self.env[model].flush_model()
            kolom.append(
                SQL(
                    "EXISTS (SELECT FROM %s r WHERE r.employee_id = %s"
                    " AND r.status = 'sah' AND %s)",
                    SQL.identifier(self.env[model]._table),
                    self.id,
                    syarat,
                )
            )
        (baris,) = self.env.execute_query(SQL("SELECT %s", SQL(", ").join(kolom)))
        return [metode for metode, ada in zip(cari, baris, strict=True) if ada]

    def _daftar_peristiwa(self):
        """Return the next events as the profile page draws them, soonest first."""
        hari_ini = self._asn_hari_ini()
        hasil = []
        for satu in sorted(self._peristiwa_berikut(), key=lambda p: p["tanggal"]):
            tanggal = satu["tanggal"]
            lewat = tanggal < hari_ini
            warna = "danger" if lewat else "muted"
            if not lewat and (tanggal - hari_ini).days <= 90:
                warna = "warning"
            hasil.append(
                {
                    "ikon": "fa-calendar",
                    "warna": warna,
                    "rinci": "",
                    "aksi": False,
                    **satu,
                    "tanggal": format_panjang(tanggal),
                    "jarak": self._teks_jarak(tanggal, hari_ini),
                    "lewat": lewat,
                }
            )
        return hasil

    def _teks_jarak(self, tanggal, hari_ini):
        _ = self.env._
        tahun, bulan, hari = peristiwa.jarak(tanggal, hari_ini)
        if hari < 0:
            return _("has passed")
        if tahun:
            return _("in %s years", tahun)
        if bulan:
            return _("in %s months", bulan)
        if hari == 0:
            return _("today")
        return _("tomorrow") if hari == 1 else _("in %s days", hari)

    def _peristiwa_gaji(self):
        if not self._has_field_access(self._fields["tmt_gaji"], "read"):
            return []
        if not self._asn_rahasia_terbuka().tmt_gaji:
            return []
        return [
            {
                "key": "kgb",
                "judul": self.env._("Periodic increment (KGB)"),
                "tanggal": peristiwa.kgb_berikut(self.tmt_gaji),
                "rinci": self.env._(
                    "two years after the pay of %s", format_panjang(self.tmt_gaji)
                ),
                "ikon": "fa-money",
            }
        ]

    def _peristiwa_pangkat(self):
        golongan = self.golongan_id
        if not self.tmt_golongan or golongan.jenis != "pns" or self._di_puncak():
            return []
        fungsional = bool(self.jenjang)
        rinci = (
            self.env._("if the angka kredit suffice")
            if fungsional
            else self.env._("at the earliest, if the conditions are met")
        )
        return [
            {
                "key": "kp",
                "judul": self.env._(
                    "Possible promotion to %s", golongan.berikutnya_id.kode
                ),
                "tanggal": peristiwa.kp_tercepat(self.tmt_golongan, fungsional),
                "rinci": rinci,
                "ikon": "fa-star-o",
                "warna": "info",
            }
        ]

    def _peristiwa_naik(self):
        """Promotions whose decree is there and whose TMT is to come."""
        baris = self.env["asn.riwayat.golongan"].search(
            [
                ("employee_id", "=", self.id),
                ("status", "=", "sah"),
                ("tmt", ">", self._asn_hari_ini()),
            ],
            order="tmt",
            limit=3,
        )
        return [
            {
                "key": f"naik-{satu.id}",
                "judul": self.env._("Promotion to %s", satu.golongan_id.kode),
                "tanggal": satu.tmt,
                "rinci": self.env._("decided: %s", satu.nomor_sk or "-"),
                "ikon": "fa-star",
                "warna": "success",
            }
            for satu in baris
        ]

    def _di_puncak(self):
        """Tell whether no regular promotion follows in the present post."""
        golongan = self.golongan_id
        jenis = self.jabatan_id.jenis_jabatan_id
        batas = [jenis.pangkat_tertinggi_id]
        if jenis.sub_kelompok == "pelaksana":
            batas.append(self.pendidikan_id.golongan_tertinggi_id)
        return not golongan.berikutnya_id or any(
            b and b.jenis == "pns" and golongan.urutan >= b.urutan for b in batas
        )

    def _peristiwa_akhir(self):
        hasil = []
        if self.tmt_pensiun:
            hasil.append(
                {
                    "key": "pensiun",
                    "judul": self.env._("Pension (TMT pensiun)"),
                    "tanggal": self.tmt_pensiun,
                    "rinci": self.env._("retirement age %s years", self.bup_tahun),
                    "ikon": "fa-flag-checkered",
                }
            )
        if self.tmt_kontrak_selesai and self.status_pegawai in (
            "pppk",
            "pppk_paruh_waktu",
        ):
            hasil.append(
                {
                    "key": "kontrak",
                    "judul": self.env._("Contract ends"),
                    "tanggal": self.tmt_kontrak_selesai,
                    "rinci": self.no_perjanjian or "",
                    "ikon": "fa-file-text-o",
                }
            )
        return hasil

    def _peristiwa_pengabdian(self):
        if self.status_pegawai not in ("pns", "cpns") or not self.tmt_cpns:
            return []
        berikut = peristiwa.slks_berikut(self.tmt_cpns, self._asn_hari_ini())
        if not berikut or self._punya_medali(*berikut):
            return []
        return [
            {
                "key": "slks",
                "judul": self.env._("%s years of service", berikut[1]),
                "tanggal": berikut[0],
                "rinci": self.env._("satyalancana karya satya may be proposed"),
                "ikon": "fa-trophy",
            }
        ]

    def _punya_medali(self, tanggal, tahun):
        """Tell whether the medal of these years was given before its day.

        Proposals are made up to a year ahead; nobody else is looked up.
        """
        return tanggal <= tambah_bulan(self._asn_hari_ini(), 12) and bool(
            self.env["asn.riwayat.penghargaan"].search_count(
                [
                    ("employee_id", "=", self.id),
                    ("status", "=", "sah"),
                    ("jenis_penghargaan_id.masa_kerja_tahun", ">=", tahun),
                ],
                limit=1,
            )
        )

    def _peristiwa_penugasan(self):
        hari_ini = self._asn_hari_ini()
        baris = self.env["asn.riwayat.jabatan"].search(
            [
                ("employee_id", "=", self.id),
                ("status", "=", "sah"),
                ("jenis_penugasan", "!=", "definitif"),
                ("tmt_selesai", ">=", hari_ini),
            ],
            order="tmt_selesai",
            limit=3,
        )
        return [
            {
                "key": f"penugasan-{satu.id}",
                "judul": self.env._("Acting assignment ends"),
                "tanggal": satu.tmt_selesai,
                "rinci": satu.jabatan_id.display_name,
                "ikon": "fa-exchange",
            }
            for satu in baris
        ]

    def _peristiwa_anak(self):
        """Children in the allowance list who reach 21, or 25 as students."""
        hari_ini = self._asn_hari_ini()
        baris = self.env["asn.riwayat.keluarga"].search(
            [
                ("employee_id", "=", self.id),
                ("status", "=", "sah"),
                ("hubungan", "=", "anak"),
                ("is_tunjangan", "=", True),
                ("tanggal_lahir", "!=", False),
            ],
            limit=20,
        )
        hasil = []
        for anak in baris:
            for tahun in peristiwa.TAHUN_ANAK:
                tanggal = peristiwa.genap(anak.tanggal_lahir, tahun, hari_ini)
                if tanggal:
                    hasil.append(
                        {
                            "key": f"anak-{anak.id}",
                            "judul": self.env._(
                                "%(name)s turns %(age)s", name=anak.nama, age=tahun
                            ),
                            "tanggal": tanggal,
                            "rinci": self.env._(
                                "the child allowance ends, except for students"
                            )
                            if tahun == peristiwa.TAHUN_ANAK[0]
                            else self.env._("the child allowance ends"),
                            "ikon": "fa-child",
                        }
                    )
                    break
        return hasil

    def _peristiwa_hukuman(self):
        Hukuman = self.env["asn.riwayat.hukuman"]
        baris = Hukuman.search(
            [
                *Hukuman._domain_tidak_dibatalkan(),
                ("employee_id", "=", self.id),
                ("tanggal_selesai", ">=", self._asn_hari_ini()),
            ],
            limit=5,
        )
        return [
            {
                "key": f"hukuman-{satu.id}",
                "judul": self.env._("Disciplinary punishment ends"),
                "tanggal": satu.tanggal_selesai,
                "rinci": satu.jenis_hukuman_id.name,
                "ikon": "fa-gavel",
            }
            for satu in baris
        ]

    def _peristiwa_sertifikat(self):
        """Certificates that end within the year or ended in the last one."""
        hari_ini = self._asn_hari_ini()
        baris = self.env["asn.riwayat.sertifikasi"].search_fetch(
            [
                ("employee_id", "=", self.id),
                ("status", "=", "sah"),
                ("berlaku_sampai", ">=", tambah_bulan(hari_ini, -12)),
            ],
            ["berlaku_sampai"],
            order="berlaku_sampai",
            limit=5,
        )
        return [
            {
                "key": f"sertifikat-{satu.id}",
                "judul": self.env._("Certificate expires"),
                "tanggal": satu.berlaku_sampai,
                "rinci": satu.display_name,
                "ikon": "fa-certificate",
            }
            for satu in baris
        ]
