from odoo import api, models
from odoo.tools import SQL

#: Classes of kedudukan hukum that are no longer, or not yet, in the service.
DI_LUAR = ("berhenti", "pensiun", "tidak_aktif", "belum_aktif")

_SEMUA_UNIT = (
    "hr.group_hr_user",
    "asn_base.group_kepala_badan",
    "asn_base.group_admin_utama",
    "asn_base.group_monev",
)

#: Level of a kind of post, as ``domain.duk.tingkat_jabatan`` counts it.
_TINGKAT = """CASE WHEN %(jj)s.kelompok IS NULL THEN 9000
     WHEN %(jj)s.kelompok = 'manajerial' THEN %(jj)s.sequence
     WHEN %(jj)s.sub_kelompok = 'fungsional_keahlian' THEN 1500 - %(jj)s.sequence
     WHEN %(jj)s.sub_kelompok = 'fungsional_keterampilan' THEN 2000 - %(jj)s.sequence
     ELSE 3000 END"""

#: Months of MKG in the decree of the present grade.
_MKG_SK = "COALESCE(e.mkg_sk_tahun, 0) * 12 + COALESCE(e.mkg_sk_bulan, 0)"

#: Kind of riwayat: table, further condition, order and the columns that a
#: person has on a date, with the employee's column where nothing is recorded.
_RIWAYAT = (
    (
        "g",
        "asn_riwayat_golongan",
        "TRUE",
        "r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC",
        {
            "golongan_id": ("r.golongan_id", "golongan_id"),
            "tmt_golongan": ("r.tmt", "tmt_golongan"),
            "mkg_sk": ("r.mkg_tahun * 12 + r.mkg_bulan", None),
        },
    ),
    (
        "j",
        "asn_riwayat_jabatan",
        "r.jenis_penugasan = 'definitif'",
        "r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC",
        {
            "jabatan_id": ("r.jabatan_id", "jabatan_id"),
            "unit_id": ("r.unit_id", "unit_id"),
            "tmt_jabatan": ("r.tmt", "tmt_jabatan"),
        },
    ),
    (
        "p",
        "(SELECT b.*, t.urutan_jenjang FROM asn_riwayat_pendidikan b"
        " JOIN asn_pendidikan t ON t.id = b.pendidikan_id)",
        "TRUE",
        "r.urutan_jenjang DESC, r.tahun_lulus DESC NULLS LAST, r.id DESC",
        {
            "pendidikan_id": ("r.pendidikan_id", "pendidikan_id"),
            "program_studi": ("r.program", "program_studi"),
            "tahun_lulus": ("NULLIF(r.tahun_lulus, 0)", "tahun_lulus"),
        },
    ),
)


def tingkat_sql(alias):
    """Return the SQL of the level of a kind of post."""
    return SQL(_TINGKAT % {"jj": alias})


#: Full name of a unit ``u``: core's ``complete_name`` is no column.
NAMA_UNIT = """(SELECT string_agg(COALESCE(a.name ->> 'id_ID', a.name ->> 'en_US'),
                                  ' / ' ORDER BY length(a.parent_path))
    FROM hr_department a WHERE a.id = ANY(
         string_to_array(trim(BOTH '/' FROM u.parent_path), '/')::int[]))"""


def bulan_penuh(mulai, sampai):
    """Return SQL for completed months, as ``masa_kerja.bulan_penuh`` counts them."""
    kasar = SQL(
        "((EXTRACT(YEAR FROM %(b)s) - EXTRACT(YEAR FROM %(a)s)) * 12"
        " + EXTRACT(MONTH FROM %(b)s) - EXTRACT(MONTH FROM %(a)s))::int",
        a=mulai,
        b=sampai,
    )
    return SQL(
        "(CASE WHEN %(b)s <= %(a)s THEN 0 ELSE %(k)s - (CASE WHEN"
        " %(a)s + make_interval(months => %(k)s) > %(b)s THEN 1 ELSE 0 END) END)",
        a=mulai,
        b=sampai,
        k=kasar,
    )


def masa_kerja(mulai, sampai, tambahan, tanpa):
    """Return SQL for months of service, as ``masa_kerja.masa_kerja`` counts them.

    :param tambahan: SQL of months that add to it: of the decree, or PMK
    :param tanpa: SQL of a ``datemultirange`` that does not count (CLTN), or NULL
    """
    return SQL(
        """CASE WHEN %(a)s IS NULL THEN NULL
                ELSE GREATEST(0, %(tambahan)s + %(lewat)s - CASE
             WHEN %(tanpa)s IS NULL OR %(b)s <= %(a)s THEN 0
             ELSE (SELECT COALESCE(sum(%(hilang)s), 0)::int FROM unnest(%(tanpa)s
                   * datemultirange(daterange(%(a)s, %(b)s))) AS t(rentang)) END) END""",
        tambahan=tambahan,
        lewat=bulan_penuh(mulai, sampai),
        tanpa=tanpa,
        a=mulai,
        b=sampai,
        hilang=bulan_penuh(SQL("lower(t.rentang)"), SQL("upper(t.rentang)")),
    )


class AsnKeadaan(models.AbstractModel):
    """Who is in the service on a date, and in which grade, post and unit.

    One query that every list and every figure starts from, so that they agree
    with each other. Past dates come from the valid riwayat; people without any
    decided row keep what the profile says, as in the projection.
    """

    _name = "asn.keadaan"
    _description = "Personnel on a Date (Keadaan Pegawai)"

    @api.model
    def _sql(self, pada, unit_ids=None, batas=None, status=None):
        """Return the query of one row per person in the service on a date.

        :param pada: the date
        :param unit_ids: only people who were in these units then; None: all
        :param batas: SQL subquery of ids of employees, e.g. of the row scope
        :param status: employment statuses on that date; None: all
        """
        syarat = [SQL("e.status_pegawai IS NOT NULL"), self._sql_bertugas(pada)]
        if batas is not None:
            syarat.append(SQL("e.id IN %s", batas))
        luar = []
        if unit_ids is not None:
            luar.append(SQL("o.unit_id = ANY(%s)", list(unit_ids)))
        if status:
            luar.append(SQL("o.status = ANY(%s)", list(status)))
        if pada == self.env["hr.employee"]._asn_hari_ini():
            isi = self._sql_kini(pada, syarat)
        else:
            isi = self._sql_lampau(pada, syarat)
        return SQL(
            "SELECT * FROM (%s) o WHERE %s",
            isi,
            SQL(" AND ").join(luar) if luar else SQL("TRUE"),
        )

    @api.model
    def _sql_pribadi(self, pada):
        """Return the columns that do not come from a riwayat."""
        return SQL(
            """e.id, e.nip, e.name, e.nama_lengkap, e.jenis_kelamin, e.tanggal_lahir,
               e.tempat_lahir, e.agama, e.status_perkawinan, e.kedudukan_hukum,
               e.tmt_cpns, e.tmt_pns, e.tmt_pensiun, e.kelengkapan,
               CASE WHEN e.status_pegawai IN ('cpns', 'pns') AND e.tmt_pns > %(pada)s
                    THEN 'cpns'
                    WHEN e.status_pegawai = 'cpns' AND e.tmt_pns <= %(pada)s
                    THEN 'pns' ELSE e.status_pegawai END AS status,
               %(masa)s AS masa_kerja_bulan""",
            pada=pada,
            masa=masa_kerja(
                SQL("COALESCE(e.tmt_cpns, e.tmt_kontrak_mulai)"),
                SQL("%s::date", pada),
                tambahan=SQL("COALESCE(pm.bulan, 0)"),
                tanpa=SQL("cl.tanpa"),
            ),
        )

    @api.model
    def _sql_kini(self, pada, syarat):
        """Return the query for today: the projections say it already."""
        return SQL(
            """SELECT %(pribadi)s, e.golongan_id, e.tmt_golongan, e.jabatan_id,
                      e.unit_id, e.tmt_jabatan, e.pendidikan_id, e.program_studi,
                      NULLIF(e.tahun_lulus, 0) AS tahun_lulus,
                      %(mkg)s AS mkg_bulan
                 FROM %(dasar)s
                WHERE %(syarat)s""",
            pribadi=self._sql_pribadi(pada),
            mkg=masa_kerja(
                SQL("e.tmt_golongan"),
                SQL("%s::date", pada),
                tambahan=SQL(_MKG_SK),
                tanpa=SQL("cl.tanpa"),
            ),
            dasar=self._sql_dasar(pada),
            syarat=SQL(" AND ").join(syarat),
        )

    @api.model
    def _sql_lampau(self, pada, syarat):
        """Return the query for any date, from the valid riwayat."""
        kolom, gabung = [], []
        for alias, tabel, lagi, urut, isi in _RIWAYAT:
            gabung.append(self._sql_gabung(alias, tabel, lagi, urut, isi, pada))
            for nama, (_nilai, asal) in isi.items():
                lain = SQL("e.%s", SQL(asal)) if asal else SQL("NULL")
                if nama == "mkg_sk":
                    lain = SQL(_MKG_SK)
                kolom.append(
                    SQL(
                        "CASE WHEN %(alias)s.ada IS NULL THEN %(lain)s"
                        " ELSE %(alias)s.%(nama)s END AS %(nama)s",
                        alias=SQL(alias),
                        lain=lain,
                        nama=SQL(nama),
                    )
                )
        return SQL(
            """SELECT d.*, %(mkg)s AS mkg_bulan FROM (
               SELECT %(pribadi)s, %(kolom)s, cl.tanpa
                 FROM %(dasar)s
                 %(gabung)s
                WHERE %(syarat)s) d""",
            mkg=masa_kerja(
                SQL("d.tmt_golongan"),
                SQL("%s::date", pada),
                tambahan=SQL("COALESCE(d.mkg_sk, 0)"),
                tanpa=SQL("d.tanpa"),
            ),
            pribadi=self._sql_pribadi(pada),
            kolom=SQL(", ").join(kolom),
            dasar=self._sql_dasar(pada),
            gabung=SQL(" ").join(gabung),
            syarat=SQL(" AND ").join(syarat),
        )

    @api.model
    def _sql_gabung(self, alias, tabel, lagi, urut, isi, pada):
        """Return the join to the row of one riwayat that was current."""
        return SQL(
            """LEFT JOIN LATERAL (
                 SELECT TRUE AS ada, baris.* FROM (SELECT 1) satu LEFT JOIN LATERAL (
                   SELECT %(isi)s FROM %(tabel)s r
                    WHERE r.employee_id = e.id AND r.status = 'sah'
                      AND (r.tmt IS NULL OR r.tmt <= %(pada)s) AND %(lagi)s
                    ORDER BY %(urut)s LIMIT 1) baris ON TRUE
                  WHERE EXISTS (SELECT 1 FROM %(tabel)s r WHERE r.employee_id = e.id
                                   AND r.status <> 'draft')
               ) %(alias)s ON TRUE""",
            isi=SQL(", ").join(
                SQL("%s AS %s", SQL(nilai), SQL(nama))
                for nama, (nilai, _asal) in isi.items()
            ),
            tabel=SQL(tabel),
            pada=pada,
            lagi=SQL(lagi),
            urut=SQL(urut),
            alias=SQL(alias),
        )

    @api.model
    def _sql_dasar(self, pada):
        """Return the people with what adds to their service and what does not count.

        ``cl.tanpa``: days of CLTN, overlapping ones once, open ones without end;
        ``pm.bulan``: months of earlier service recognised by that date.
        """
        return SQL(
            """hr_employee e
               LEFT JOIN asn_kedudukan_hukum kh ON kh.id = e.kedudukan_hukum
               LEFT JOIN (SELECT r.employee_id, range_agg(daterange(r.tanggal_mulai,
                                 LEAST(r.tanggal_aktif, r.tanggal_selesai + 1))) AS tanpa
                            FROM asn_riwayat_cltn r
                           WHERE r.status = 'sah' AND r.jenis = ANY(%(jenis)s)
                           GROUP BY r.employee_id) cl ON cl.employee_id = e.id
               LEFT JOIN (SELECT r.employee_id, sum(r.tahun * 12 + r.bulan)::int AS bulan
                            FROM asn_riwayat_pmk r
                           WHERE r.status = 'sah' AND r.is_dinilai AND r.tmt <= %(pada)s
                           GROUP BY r.employee_id) pm ON pm.employee_id = e.id""",
            jenis=list(self.env["asn.riwayat.cltn"]._TANPA_MASA_KERJA),
            pada=pada,
        )

    @api.model
    def _sql_bertugas(self, pada):
        """Return the condition of being in the service on a date.

        Began: TMT CPNS or of the contract. Left: death, the pension of who is
        retired by now; who left without a date in the record counts as gone.
        """
        keluar = self._sql_keluar()
        return SQL(
            """COALESCE(e.tmt_cpns, e.tmt_kontrak_mulai, '-infinity') <= %(pada)s
               AND CASE WHEN e.active
                             AND COALESCE(kh.kelas, 'aktif') <> ALL(%(luar)s)
                        THEN COALESCE(e.tgl_meninggal, 'infinity') > %(pada)s
                        ELSE COALESCE(%(keluar)s, '-infinity') > %(pada)s END""",
            pada=pada,
            luar=list(DI_LUAR),
            keluar=keluar,
        )

    @api.model
    def _sql_keluar(self):
        """Return the first day on which somebody is no longer in the service."""
        return SQL(
            """LEAST(e.tgl_meninggal, COALESCE(
                 (SELECT max(r.tmt) FROM asn_riwayat_pemberhentian r
                    JOIN asn_kedudukan_hukum ak ON ak.id = r.kedudukan_hukum_id
                   WHERE r.employee_id = e.id AND r.status = 'sah'
                     AND ak.kelas = ANY(%s)),
                 CASE WHEN kh.kelas = 'pensiun' THEN e.tmt_pensiun END))""",
            list(DI_LUAR),
        )

    # -- scope -------------------------------------------------------------

    @api.model
    def _sql_terbaca(self):
        """Return the ids of people whose rows the present user may read."""
        Pegawai = self.env["hr.employee"].with_context(active_test=False)
        return Pegawai._search([]).subselect()

    @api.model
    def _unit_dan_bawahan(self, unit):
        """Return the ids of a unit and those below it, archived ones too."""
        Unit = self.env["hr.department"].with_context(active_test=False)
        return Unit.search([("id", "child_of", unit.ids)]).ids

    @api.model
    def _unit_cakupan(self):
        """Return the ids of units whose figures the user may see; None: all.

        Figures without names: who reads every profile, and the monev team, see the
        whole city; heads and facilitators see their own units and those below.
        """
        user = self.env.user
        if any(user.has_group(grup) for grup in _SEMUA_UNIT):
            return None
        return (user.asn_scope_unit_ids | user.asn_unit_dipimpin_ids).ids
