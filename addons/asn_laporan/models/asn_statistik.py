from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..domain import penyamaran, statistik

_UMUR = "EXTRACT(YEAR FROM age(k.pada, k.tanggal_lahir))::int"
_PITA = "CASE {} ELSE 99 END".format(
    " ".join(f"WHEN u <= {batas} THEN {batas}" for batas in statistik.KELOMPOK_UMUR)
)
_GRUP = (
    "asn_base.group_pimpinan",
    "asn_base.group_fasilitator",
    "asn_base.group_kepala_badan",
    "asn_base.group_admin_utama",
    "asn_base.group_admin_sistem",
    "asn_base.group_monev",
)


class AsnStatistik(models.AbstractModel):
    """Figures about people: one query for all dimensions and both dates.

    Figures have the scope of units and no names. The monev team reads aggregates
    only: cells below five are hidden from it, and there is no way to the people.
    """

    _name = "asn.statistik"
    _description = "Statistics of Personnel (Statistik)"

    @api.model
    def get_data(self, unit_id=False, tanggal=False, kelompok="semua"):
        """Return the figures of a unit and those below on a date and a year before.

        :param unit_id: id of a unit in the user's scope; none: the whole scope
        :param tanggal: ISO date, today by default
        :param kelompok: ``semua``, ``pns`` (with CPNS) or ``pppk``
        :return: what the page draws: ``ringkas, tabel, unit, jalur, ...``
        :raise AccessError: role or unit outside of the scope
        """
        self._periksa_peran()
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        pada = fields.Date.to_date(tanggal) if tanggal else hari_ini
        if not pada or not 1950 <= pada.year <= hari_ini.year + 1:
            raise UserError(self.env._("Choose a date between 1950 and next year."))
        unit = self._unit(unit_id)
        isi = self._hitung(unit, pada, self._status(kelompok))
        samar = self._harus_samar()
        if samar:
            self._samarkan(isi)
        return {
            **isi,
            "samar": samar,
            "unit": {"id": unit.id, "nama": unit.name} if unit else False,
            "jalur": self._jalur(unit),
            "tanggal": pada.isoformat(),
            "tanggal_lalu": tambah_bulan(pada, -12).isoformat(),
            "kelompok": kelompok,
            "bisa_buka": not samar,
        }

    @api.model
    def _periksa_peran(self):
        user = self.env.user
        if not any(user.has_group(grup) for grup in _GRUP):
            raise AccessError(
                self.env._(
                    "The statistics (statistik) are for those who look after a unit or"
                    " report on the city. Published figures are on the page Data ASN."
                )
            )

    @api.model
    def _harus_samar(self):
        """Tell whether the user sees aggregates only."""
        user = self.env.user
        lain = [grup for grup in _GRUP if grup != "asn_base.group_monev"]
        return not any(user.has_group(grup) for grup in lain)

    @api.model
    def _status(self, kelompok):
        return {"pns": ["pns", "cpns"], "pppk": ["pppk", "pppk_paruh_waktu"]}.get(
            kelompok
        )

    @api.model
    def _unit(self, unit_id):
        """Return the unit asked for, once it is known to be in the scope."""
        Unit = self.env["hr.department"].with_context(active_test=False)
        cakupan = self.env["asn.keadaan"]._unit_cakupan()
        if not unit_id:
            if cakupan is None:
                return Unit.browse()
            # The top of an own tree, so that the page opens where it ends.
            puncak = Unit.browse(cakupan).filtered(
                lambda u: u.parent_id.id not in set(cakupan)
            )
            return puncak if len(puncak) == 1 else Unit.browse()
        unit = Unit.browse(int(unit_id)).exists()
        if not unit or (cakupan is not None and unit.id not in cakupan):
            raise AccessError(
                self.env._("You do not look after this unit. Choose one of yours.")
            )
        return unit

    @api.model
    def _jalur(self, unit):
        """Return the units above, down to the one shown, as far as in scope."""
        if not unit:
            return []
        cakupan = self.env["asn.keadaan"]._unit_cakupan()
        return [
            {"id": satu.id, "nama": satu.name}
            for satu in reversed(unit._leluhur())
            if cakupan is None or satu.id in cakupan
        ]

    # -- counting ------------------------------------------------------------

    @api.model
    def _hitung(self, unit, pada, status=None):
        """Return ``{"tabel": [...], "ringkas": {...}}`` for a unit and a date."""
        lalu = tambah_bulan(pada, -12)
        unit_ids, peta = self._peta_unit(unit)
        self.env.flush_all()
        self.env.cr.execute(self._sql(unit_ids, peta, (pada, lalu), status))
        angka = {}
        for tanggal, dimensi, kunci, jumlah, laki in self.env.cr.fetchall():
            satu = angka.setdefault(dimensi, {}).setdefault(kunci, [0, 0, 0])
            if tanggal == pada:
                satu[0], satu[2] = jumlah, laki
            else:
                satu[1] = jumlah
        total, total_lalu, _laki = angka.pop("semua", {}).get("semua", (0, 0, 0))
        return {
            "tabel": [
                self._tabel(dimensi, angka.get(dimensi, {}), total)
                for dimensi in statistik.DIMENSI
            ],
            "ringkas": {
                "jumlah": total,
                "lalu": total_lalu,
                "formasi": self._formasi(pada, unit_ids),
                "pensiun": self._pensiun(angka.get("pensiun", {}), pada),
            },
        }

    @api.model
    def _peta_unit(self, unit):
        """Return ``(unit ids or None, {unit: the group it is counted in})``."""
        Unit = self.env["hr.department"].with_context(active_test=False)
        cakupan = self.env["asn.keadaan"]._unit_cakupan()
        dom = [("id", "child_of", unit.ids)] if unit else []
        if cakupan is not None:
            dom = [*dom, ("id", "in", cakupan)]
        semua = Unit.search_read(dom, ["parent_path"])
        ada = {satu["id"] for satu in semua}
        peta = {}
        for satu in semua:
            jalur = [int(i) for i in (satu["parent_path"] or "").split("/") if i]
            dalam = [i for i in jalur if i in ada]
            # Below one unit its children are compared, else the tops of the trees
            # and, below a single top, what is directly under it.
            peta[satu["id"]] = dalam[1] if len(dalam) > 1 else dalam[0]
        return (None if not unit and cakupan is None else list(ada)), peta

    @api.model
    def _sql(self, unit_ids, peta, tanggal, status):
        return SQL(
            """WITH k AS MATERIALIZED (%(keadaan)s)
               SELECT k.pada, v.dimensi, v.kunci, count(*),
                      count(*) FILTER (WHERE k.jenis_kelamin = 'L')
                 FROM k
                 LEFT JOIN hr_job jab ON jab.id = k.jabatan_id
                 LEFT JOIN asn_jenis_jabatan jj ON jj.id = jab.jenis_jabatan_id
                 LEFT JOIN unnest(%(unit)s::int[], %(kelompok)s::int[])
                        AS pu(unit_id, kelompok) ON pu.unit_id = k.unit_id
                CROSS JOIN LATERAL (SELECT %(umur)s AS u) um
                CROSS JOIN LATERAL (VALUES
                      ('semua', 'semua'),
                      ('unit', pu.kelompok::text),
                      ('status', k.status),
                      ('golongan', k.golongan_id::text),
                      ('jenis_jabatan', jj.sub_kelompok),
                      ('pendidikan', k.pendidikan_id::text),
                      ('umur', (CASE WHEN u IS NULL THEN NULL ELSE %(pita)s END)::text),
                      ('jenis_kelamin', k.jenis_kelamin),
                      ('agama', k.agama::text),
                      ('pensiun', EXTRACT(YEAR FROM k.tmt_pensiun)::int::text)
                 ) v(dimensi, kunci)
                GROUP BY 1, 2, 3""",
            keadaan=self._sql_keadaan(unit_ids, tanggal, status),
            unit=list(peta),
            kelompok=list(peta.values()),
            umur=SQL(_UMUR),
            pita=SQL(_PITA),
        )

    @api.model
    def _sql_keadaan(self, unit_ids, tanggal, status):
        """Return the people of all dates, each row with its date."""
        return SQL(" UNION ALL ").join(
            SQL(
                "SELECT %s::date AS pada, t.id, t.unit_id, t.status, t.golongan_id,"
                " t.jabatan_id, t.pendidikan_id, t.tanggal_lahir, t.jenis_kelamin,"
                " t.agama, t.tmt_pensiun FROM (%s) t",
                satu,
                self.env["asn.keadaan"]._sql(satu, unit_ids=unit_ids, status=status),
            )
            for satu in tanggal
        )

    @api.model
    def _formasi(self, pada, unit_ids):
        """Return the formation and how much of it is filled, in one query."""
        keadaan = self.env["asn.keadaan"]._sql(pada, unit_ids=unit_ids)
        self.env.cr.execute(
            SQL(
                """WITH f AS (%(formasi)s), isi AS (
                     SELECT k.unit_id, k.jabatan_id, count(*) AS jumlah
                       FROM (%(keadaan)s) k GROUP BY 1, 2)
                   SELECT COALESCE(sum(f.jumlah), 0),
                          COALESCE(sum(LEAST(f.jumlah, COALESCE(isi.jumlah, 0))), 0)
                     FROM f LEFT JOIN isi ON isi.unit_id = f.unit_id
                                         AND isi.jabatan_id = f.jabatan_id""",
                formasi=self.env["asn.formasi"]._sql(pada, unit_ids),
                keadaan=keadaan,
            )
        )
        perlu, terisi = self.env.cr.fetchone()
        return {
            "perlu": int(perlu),
            "terisi": int(terisi),
            "persen": statistik.persen(int(terisi), int(perlu)),
        }

    @api.model
    def _pensiun(self, baris, pada):
        """Return how many people retire in the year of the date."""
        return baris.get(str(pada.year), (0, 0, 0))[0]

    # -- tables --------------------------------------------------------------

    @api.model
    def _tabel(self, dimensi, angka, total):
        """Return one table with names, in its natural order, shares of the total."""
        nama = self._nama(dimensi, [kunci for kunci in angka if kunci])
        baris = [
            {
                "kunci": kunci,
                "label": nama.get(kunci, statistik.TAK_TERCATAT),
                "jumlah": angka[kunci][0],
                "lalu": angka[kunci][1],
                "laki": angka[kunci][2],
                "perempuan": angka[kunci][0] - angka[kunci][2],
                "persen": statistik.persen(angka[kunci][0], total),
            }
            for kunci in [
                *(k for k in nama if k in angka),
                *(k for k in angka if not k),
            ]
        ]
        return {
            "kode": dimensi,
            "judul": statistik.DIMENSI[dimensi],
            "baris": baris,
            "jumlah": sum(satu["jumlah"] for satu in baris),
            "lalu": sum(satu["lalu"] for satu in baris),
        }

    @api.model
    def _nama(self, dimensi, kunci):
        """Return ``{key: name}`` in the natural order of a dimension."""
        if dimensi in statistik.TETAP:
            return statistik.TETAP[dimensi]
        if dimensi == "umur":
            urut = sorted(int(satu) for satu in kunci)
            return {str(k): statistik.nama_kelompok_umur(k) for k in urut}
        if dimensi == "pensiun":
            return {satu: satu for satu in sorted(kunci)}
        model, medan = {
            "unit": ("hr.department", "name"),
            "golongan": ("asn.golongan", "kode"),
            "pendidikan": ("asn.pendidikan", "kode"),
            "agama": ("asn.agama", "name"),
        }[dimensi]
        # sudo: names of references and of units are on every notice board.
        Model_sudo = self.env[model].sudo().with_context(active_test=False)
        semua = Model_sudo.search([("id", "in", [int(satu) for satu in kunci])])
        return {str(satu.id): satu[medan] for satu in semua}

    @api.model
    def _samarkan(self, isi):
        """Hide small cells of every table, and what would tell them by difference."""
        for tabel in isi["tabel"]:
            for kolom in ("jumlah", "lalu"):
                nilai = [satu[kolom] for satu in tabel["baris"]]
                if not penyamaran.total_aman(nilai):
                    tabel[kolom] = None
                samar = penyamaran.samarkan_deret(nilai)
                for satu, angka in zip(tabel["baris"], samar, strict=True):
                    satu[kolom] = angka
            for satu in tabel["baris"]:
                satu["laki"] = satu["perempuan"] = None
                if satu["jumlah"] is None:
                    satu["persen"] = None
        ringkas = isi["ringkas"]
        for kolom in ("jumlah", "lalu", "pensiun"):
            if 0 < ringkas[kolom] < penyamaran.BATAS:
                ringkas[kolom] = None
