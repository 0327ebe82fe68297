from odoo import api, models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain.duk import TANPA_DIKLAT
from ..domain.kolom import MENURUT_KODE, Kolom
from .asn_keadaan import NAMA_UNIT, tingkat_sql

#: Employment statuses by what a list is about.
STATUS = {
    "pns": ["pns"],
    "pns_cpns": ["pns", "cpns"],
    "cpns": ["cpns"],
    "pppk": ["pppk", "pppk_paruh_waktu"],
    "semua": None,
}
_URUT = {
    "nama": "k.name, k.id",
    "nip": "k.nip, k.id",
    "unit": f"{NAMA_UNIT} NULLS LAST, k.name, k.id",
    "pensiun": "k.tmt_pensiun NULLS LAST, k.name, k.id",
    "usia": "k.tanggal_lahir NULLS LAST, k.name, k.id",
}
#: Order of the DUK: PP 15/1979, see ``domain.duk``. The last two only make the
#: order of equal people repeatable.
_DUK = (
    "gol.urutan DESC NULLS LAST",
    "k.tmt_golongan NULLS LAST",
    "d.tingkat",
    "d.tmt_tingkat NULLS LAST",
    "d.masa_kerja DESC",
    "d.tingkat_diklat",
    "d.tanggal_diklat NULLS LAST",
    "d.jam_diklat DESC",
    "COALESCE(pd.urutan_jenjang, 0) DESC",
    "k.tahun_lulus NULLS LAST",
    "k.tanggal_lahir NULLS LAST",
)
#: What the annex of the circular prints.
KOLOM_DUK = (
    "nama",
    "nip",
    "pangkat",
    "golongan",
    "tmt_golongan",
    "jabatan",
    "tmt_jabatan",
    "masa_kerja_tahun",
    "masa_kerja_bulan",
    "diklat",
    "tanggal_diklat",
    "jam_diklat",
    "pendidikan",
    "program_studi",
    "tahun_lulus",
    "usia",
)
_NOMOR = Kolom("nomor", "", "No.", 6, "tengah", "")


class AsnDaftar(models.Model):
    """What stands in a list: the query, from the scope of the user."""

    _inherit = "asn.daftar"

    def _kode_kolom(self):
        """Return the codes of the columns, in order."""
        self.ensure_one()
        if self.jenis == "duk":
            return list(KOLOM_DUK)
        return self.susunan_id.kolom_ids.mapped("kolom")

    def _unit_ids(self):
        self.ensure_one()
        if not self.unit_id:
            return None
        if not self.is_bawahan:
            return self.unit_id.ids
        return self.env["asn.keadaan"]._unit_dan_bawahan(self.unit_id)

    def _sql(self, kode, batas=None):
        """Return the query of the list: one, whatever the number of people.

        :param kode: columns of the catalogue
        :param batas: at most so many rows, for the preview
        """
        self.ensure_one()
        Keadaan = self.env["asn.keadaan"]
        keadaan = Keadaan._sql(
            self.tanggal,
            unit_ids=self._unit_ids(),
            batas=Keadaan._sql_terbaca(),
            status=STATUS[self.kelompok],
        )
        duk = self.urut == "duk"
        kunci = SQL(", ").join(SQL(satu) for satu in _DUK)
        return SQL(
            """WITH k AS MATERIALIZED (%(keadaan)s)
               SELECT %(seri)s AS seri, k.id AS pegawai_id, %(kolom)s
                 FROM k %(rujukan)s %(duk)s
                WHERE %(saringan)s
                ORDER BY %(urut)s %(batas)s""",
            keadaan=keadaan,
            seri=SQL(
                "count(*) OVER (PARTITION BY %s)",
                SQL(", ").join(
                    SQL(s.removesuffix(" NULLS LAST").removesuffix(" DESC"))
                    for s in _DUK
                ),
            )
            if duk
            else SQL("1"),
            kolom=self._sql_kolom(kode, self.tanggal),
            rujukan=self._sql_rujukan(self.tanggal),
            duk=self._sql_duk() if duk else SQL(),
            saringan=SQL(" AND ").join(self._saringan()),
            urut=SQL("%s, k.nip, k.id", kunci) if duk else SQL(_URUT[self.urut]),
            batas=SQL("LIMIT %s", batas) if batas else SQL(),
        )

    def _sql_duk(self):
        """Return the join that brings the keys of the DUK's order.

        Since when somebody holds a post of the present level: the first row of the
        last unbroken run of that level.
        """
        masa = "k.mkg_bulan" if self.dasar_masa_kerja == "mkg" else "k.masa_kerja_bulan"
        return SQL(
            """LEFT JOIN LATERAL (
                 SELECT min(c.tmt) AS tmt_tingkat FROM (
                   SELECT b.tmt, b.deret, max(b.deret) OVER () AS akhir FROM (
                     SELECT a.tmt, sum(a.ganti) OVER (ORDER BY a.urut) AS deret FROM (
                       SELECT r.tmt, row_number() OVER w AS urut,
                              CASE WHEN %(tingkat2)s = lag(%(tingkat2)s) OVER w
                                   THEN 0 ELSE 1 END AS ganti
                         FROM asn_riwayat_jabatan r
                         LEFT JOIN hr_job j2 ON j2.id = r.jabatan_id
                         LEFT JOIN asn_jenis_jabatan jj2 ON jj2.id = j2.jenis_jabatan_id
                        WHERE r.employee_id = k.id AND r.status = 'sah'
                          AND r.jenis_penugasan = 'definitif' AND r.tmt <= %(pada)s
                       WINDOW w AS (ORDER BY r.tmt, r.tanggal_sk NULLS FIRST, r.id)
                     ) a) b) c
                  WHERE c.deret = c.akhir
               ) d1 ON TRUE
               LEFT JOIN LATERAL (
                 SELECT %(tingkat)s AS tingkat, COALESCE(%(masa)s, 0) AS masa_kerja,
                        COALESCE(d1.tmt_tingkat, k.tmt_jabatan) AS tmt_tingkat,
                        COALESCE(dk.tingkat_diklat, %(terakhir)s) AS tingkat_diklat,
                        dk.tanggal_diklat, COALESCE(dk.jam_diklat, 0) AS jam_diklat
               ) d ON TRUE""",
            tingkat=tingkat_sql("jj"),
            tingkat2=tingkat_sql("jj2"),
            masa=SQL(masa),
            pada=self.tanggal,
            terakhir=TANPA_DIKLAT,
        )

    def _saringan(self):
        """Return the conditions of the filters; always at least one."""
        syarat = [SQL("TRUE")]
        if self.golongan_dari_id:
            syarat.append(
                SQL(
                    "gol.jenis = %s AND gol.urutan >= %s",
                    self.golongan_dari_id.jenis,
                    self.golongan_dari_id.urutan,
                )
            )
        if self.golongan_sampai_id:
            syarat.append(
                SQL(
                    "gol.jenis = %s AND gol.urutan <= %s",
                    self.golongan_sampai_id.jenis,
                    self.golongan_sampai_id.urutan,
                )
            )
        if self.kelompok_jabatan:
            syarat.append(SQL("jj.sub_kelompok = %s", self.kelompok_jabatan))
        if self.jenis_kelamin:
            syarat.append(SQL("k.jenis_kelamin = %s", self.jenis_kelamin))
        if self.pendidikan_dari_id:
            urutan = self.pendidikan_dari_id.urutan_jenjang
            syarat.append(SQL("pd.urutan_jenjang >= %s", urutan))
        if self.pensiun_sampai:
            syarat.append(SQL("k.tmt_pensiun <= %s", self.pensiun_sampai))
        umur = SQL("EXTRACT(YEAR FROM age(%s, k.tanggal_lahir))", self.tanggal)
        if self.usia_dari:
            syarat.append(SQL("%s >= %s", umur, self.usia_dari))
        if self.usia_sampai:
            syarat.append(SQL("%s <= %s", umur, self.usia_sampai))
        return syarat

    def _rekam(self, kode, batas=None):
        """Run the query; return rows as dictionaries."""
        self.env.flush_all()
        self.env.cr.execute(self._sql(kode, batas))
        return self.env.cr.dictfetchall()

    # -- the list as sheets -------------------------------------------------

    def _lembar(self, batas=None):
        """Return ``(sheets, ids of the people in them)``."""
        self.ensure_one()
        if self.jenis == "bezetting":
            return self._lembar_bezetting()
        kode = self._kode_kolom()
        self._periksa_kolom(kode)
        rekam = self._rekam(kode, batas)
        kolom = [_NOMOR, *(MENURUT_KODE[satu] for satu in kode)]
        seri = any(satu["seri"] > 1 for satu in rekam)
        catatan = [self._kalimat_jumlah(len(rekam))]
        if seri:
            catatan.append(
                "* Sama dalam semua unsur urutan; urutan di antara mereka menurut NIP."
            )
        lembar = xlsx.Lembar(
            nama="DUK" if self.jenis == "duk" else "Nominatif",
            kop=self.env["asn.laporan.cetak"]._kop(self.unit_id),
            judul=self._judul(),
            keterangan=self._keterangan(),
            kolom=[
                xlsx.Kolom(satu.judul, satu.lebar, satu.jenis, satu.induk)
                for satu in kolom
            ],
            baris=[
                (
                    f"{nomor}{'*' if satu['seri'] > 1 else ''}",
                    *(satu[k] for k in kode),
                )
                for nomor, satu in enumerate(rekam, 1)
            ],
            jumlah=self._jumlah(kode, rekam),
            catatan=catatan,
            ttd=self.env["asn.laporan.cetak"]._ttd(
                self.penandatangan_id, self.env["hr.employee"]._asn_hari_ini()
            ),
        )
        return [lembar], [satu["pegawai_id"] for satu in rekam]

    @api.model
    def _kalimat_jumlah(self, jumlah):
        return f"Jumlah: {jumlah:,} orang.".replace(",", ".")

    @api.model
    def _jumlah(self, kode, rekam):
        """Return the totals of columns of money, or nothing to add up."""
        if not rekam or "gaji_pokok" not in kode:
            return None
        total = sum(satu["gaji_pokok"] or 0 for satu in rekam)
        return ["", *("" if k != "gaji_pokok" else total for k in kode)]

    def _judul(self):
        """Return the headings of the list, in capitals."""
        nama = {
            "duk": "DAFTAR URUT KEPANGKATAN",
            "nominatif": "DAFTAR NOMINATIF",
            "bezetting": "BEZETTING PEGAWAI",
        }[self.jenis]
        siapa = {
            "pns": "PEGAWAI NEGERI SIPIL",
            "pns_cpns": "PEGAWAI NEGERI SIPIL DAN CALON PEGAWAI NEGERI SIPIL",
            "cpns": "CALON PEGAWAI NEGERI SIPIL",
            "pppk": "PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA",
            "semua": "APARATUR SIPIL NEGARA",
        }[self.kelompok]
        keadaan = f"KEADAAN {format_panjang(self.tanggal)}".upper()
        return [f"{nama} {siapa}", keadaan]

    def _keterangan(self):
        """Return what was chosen, as it is printed above the list."""
        hasil = []
        if self.unit_id:
            bawah = " dan unit di bawahnya" if self.is_bawahan else ""
            hasil.append(("Unit kerja", f"{self.unit_id.name}{bawah}"))
        if self.jenis == "nominatif":
            hasil.append(("Susunan", self.susunan_id.name or ""))
        dari, sampai = self.golongan_dari_id.kode, self.golongan_sampai_id.kode
        if dari or sampai:
            hasil.append(("Golongan", f"{dari or '...'} s.d. {sampai or '...'}"))
        if self.kelompok_jabatan:
            hasil.append(("Jabatan", self._label("kelompok_jabatan")))
        if self.usia_dari or self.usia_sampai:
            teks = f"{self.usia_dari or 0}-{self.usia_sampai or '...'} tahun"
            hasil.append(("Usia", teks))
        if self.pendidikan_dari_id:
            hasil.append(
                ("Pendidikan", f"paling rendah {self.pendidikan_dari_id.kode}")
            )
        if self.pensiun_sampai:
            hasil.append(("Pensiun sampai", format_panjang(self.pensiun_sampai)))
        return hasil

    def _label(self, nama):
        pilihan = dict(
            self.with_context(lang="id_ID")
            ._fields[nama]
            ._description_selection(self.with_context(lang="id_ID").env)
        )
        return pilihan.get(self[nama], "")
