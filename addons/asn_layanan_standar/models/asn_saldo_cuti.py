from collections import defaultdict
from datetime import date

from odoo import api, models
from odoo.tools import SQL

from ..domain import cuti
from ..domain.saldo import Aturan, FaktaTahun, hari_tangguh, hitung, kekurangan


class AsnSaldoCuti(models.AbstractModel):
    """Annual leave balances: read for many people at once, changed under a lock.

    Nothing is stored but the ledger. The days of a pending request are booked
    when it is submitted, so two requests can never use the same day twice.
    """

    _name = "asn.saldo.cuti"
    _description = "Leave Balances (Saldo Cuti)"

    @api.model
    def _hari_ini(self):
        """Return today in the city's time zone."""
        return self.env["hr.employee"]._asn_hari_ini()

    @api.model
    def _tahun_mulai(self):
        """Return the first year whose use the system knows for everybody."""
        return self._setelan("cuti_tahun_mulai") or self._hari_ini().year

    @api.model
    def _setelan(self, nama):
        """Return a leave setting of the office, as it holds on the present day."""
        Setelan = self.env["asn.setelan.cuti"]
        kolom = nama.removeprefix("cuti_")
        if kolom in Setelan._KOLOM:
            return Setelan._pada(self._hari_ini())[kolom]
        # sudo: settings are the same for everybody, the company record is not
        return self.env.company.sudo()[f"asn_{nama}"]

    @api.model
    def _segarkan(self, employees):
        """Forget balances shown for these people in this transaction."""
        employees.invalidate_recordset(
            [n for n in employees._fields if n.startswith("saldo_cuti_")]
        )

    # ---- facts ---------------------------------------------------------

    @api.model
    def _buku(self, employee_ids):
        """Return the sums of the ledger: ``{employee: {year: {column: days}}}``.

        Columns: ``pakai`` (taken and reserved), ``pesan`` (of that reserved),
        ``tangguh``, ``tambahan``, ``bawaan`` (None unless stated).
        """
        self.env["asn.saldo.cuti.mutasi"].flush_model()
        self.env.cr.execute(
            SQL(
                """
                SELECT employee_id, tahun,
                       COALESCE(-SUM(hari) FILTER (WHERE jenis IN
                         ('saldo_awal', 'pesan', 'lepas', 'pakai', 'kembali')), 0),
                       COALESCE(-SUM(hari) FILTER (WHERE jenis IN
                         ('pesan', 'lepas')), 0),
                       COALESCE(SUM(hari) FILTER (WHERE jenis = 'tangguh'), 0),
                       COALESCE(SUM(hari) FILTER (WHERE jenis = 'tambahan'), 0),
                       SUM(hari) FILTER (WHERE jenis = 'bawaan')
                  FROM asn_saldo_cuti_mutasi
                 WHERE employee_id = ANY(%s)
              GROUP BY employee_id, tahun""",
                list(employee_ids),
            )
        )
        buku = defaultdict(dict)
        for (
            employee_id,
            tahun,
            pakai,
            pesan,
            tangguh,
            tambahan,
            bawaan,
        ) in self.env.cr.fetchall():
            buku[employee_id][tahun] = {
                "pakai": pakai,
                "pesan": pesan,
                "tangguh": tangguh,
                "tambahan": tambahan,
                "bawaan": bawaan,
            }
        return buku

    @api.model
    def _orang(self, employees):
        """Return what the rules need to know of these people.

        :return: ``{id: {"status", "tmt", "kontrak": (from, to), "besar": {years}}}``
        """
        employees = employees.exists()
        # sudo: service dates are needed to count, whoever looks at the balance
        baris = employees.sudo().read(
            ["status_pegawai", "tmt_cpns", "tmt_kontrak_mulai", "tmt_kontrak_selesai"],
            load="",
        )
        awal = self._tmt_pertama([b["id"] for b in baris if not b["tmt_cpns"]])
        besar = self._tahun_cuti_besar(employees.ids)
        orang = {}
        for b in baris:
            tmt = b["tmt_cpns"] or min(
                filter(None, (b["tmt_kontrak_mulai"], awal.get(b["id"]))),
                default=None,
            )
            orang[b["id"]] = {
                "status": b["status_pegawai"] or "pns",
                "tmt": tmt,
                "kontrak": (b["tmt_kontrak_mulai"], b["tmt_kontrak_selesai"]),
                "besar": besar.get(b["id"], set()),
            }
        return orang

    @api.model
    def _tmt_kerja(self, employee):
        """Return the first day of continuous work of one person (CUTI-T-01)."""
        # sudo: service dates are needed to count, whoever looks at the balance
        pegawai = employee.sudo()
        if pegawai.tmt_cpns:
            return pegawai.tmt_cpns
        awal = self._tmt_pertama(employee.ids).get(employee.id)
        return min(filter(None, (pegawai.tmt_kontrak_mulai, awal)), default=None)

    @api.model
    def _tmt_pertama(self, employee_ids):
        """Return the first TMT of PPPK whose contract was renewed."""
        if not employee_ids:
            return {}
        # sudo: service dates are needed to count, whoever looks at the balance
        grup = (
            self.env["asn.riwayat.golongan"]
            .sudo()
            ._read_group(
                [("employee_id", "in", employee_ids), ("status", "=", "sah")],
                ["employee_id"],
                ["tmt:min"],
            )
        )
        return {employee.id: tmt for employee, tmt in grup}

    @api.model
    def _tahun_cuti_besar(self, employee_ids):
        """Return the years in which long leave was taken (CUTI-T-08)."""
        # sudo: service dates are needed to count, whoever looks at the balance
        rows = (
            self.env["asn.riwayat.cuti"]
            .sudo()
            .search_fetch(
                [
                    ("employee_id", "in", list(employee_ids)),
                    ("jenis_cuti", "=", "besar"),
                    ("status", "=", "sah"),
                ],
                ["employee_id", "tanggal_mulai", "tanggal_selesai"],
            )
        )
        tahun = defaultdict(set)
        for row in rows:
            tahun[row.employee_id.id] |= {
                t
                for t, __, __ in cuti.bagi_tahun(row.tanggal_mulai, row.tanggal_selesai)
            }
        return tahun

    # ---- balance -------------------------------------------------------

    @api.model
    def _siapkan(self, employees, sampai, pada=None, khusus=False):
        """Return ``{id: (facts per year, rules per year)}`` ready to fold."""
        pada = pada or self._hari_ini()
        buku = self._buku(employees.ids)
        tahun_mulai = self._tahun_mulai()
        potongan = self._potongan_bersama(sampai)
        jenis_untuk = self._jenis_untuk()
        hasil = {}
        for employee_id, orang in self._orang(employees).items():
            milik = buku.get(employee_id, {})
            awal = min([*milik, tahun_mulai, sampai])
            syarat = jenis_untuk(orang["status"], sampai)
            bulan = syarat.syarat_masa_kerja_bulan if syarat else 0
            fakta = {}
            for tahun in range(awal, max([*milik, sampai]) + 1):
                isi = milik.get(tahun, {})
                hari = pada if tahun == pada.year else date(tahun, 12, 31)
                fakta[tahun] = FaktaTahun(
                    pakai=isi.get("pakai", 0)
                    + potongan.get((orang["status"], tahun), 0),
                    tangguh=isi.get("tangguh", 0),
                    tambahan=isi.get("tambahan", 0),
                    bawaan=isi.get("bawaan"),
                    is_berhak=bool(syarat)
                    and cuti.is_bekerja_selama(orang["tmt"], hari, bulan),
                    is_cuti_besar=tahun in orang["besar"],
                    is_khusus=khusus and tahun == pada.year,
                )
            hasil[employee_id] = fakta, self._aturan(orang, jenis_untuk)
        return hasil

    @api.model
    def _jenis_untuk(self):
        """Return a cached ``(status, year) -> asn.jenis.cuti``."""
        JenisCuti = self.env["asn.jenis.cuti"]
        simpan = {}

        def cari(status, tahun):
            kunci = (status, tahun)
            if kunci not in simpan:
                simpan[kunci] = JenisCuti._untuk("tahunan", status, date(tahun, 12, 31))
            return simpan[kunci]

        return cari

    @api.model
    def _aturan(self, orang, jenis_untuk):
        def aturan(tahun):
            jenis = jenis_untuk(orang["status"], tahun)
            return jenis._aturan(*orang["kontrak"]) if jenis else Aturan(hak=0)

        return aturan

    @api.model
    def _potongan_bersama(self, sampai):
        """Return joint leave charged to PPPK, only if so set (CUTI-BS-04)."""
        if not self._setelan("cuti_bersama_kurangi_pppk"):
            return {}
        potongan = defaultdict(int)
        for libur in self.env["asn.hari.libur"].search(
            [("jenis", "=", "cuti_bersama"), ("tanggal", "<=", date(sampai, 12, 31))]
        ):
            if libur.tanggal.weekday() < 5:
                potongan["pppk", libur.tanggal.year] += 1
        return potongan

    @api.model
    def _hitung(self, employees, tahun, pada=None, khusus=False):
        """Return ``{employee id: SaldoTahun}`` of one year, set-based.

        :param pada: the day on which entitlement is judged (CUTI-T-01), today
            unless told; a request uses its first day
        :param khusus: count the quota of PPPK before one year (CUTI-K-05)
        """
        return {
            employee_id: semua[tahun]
            for employee_id, semua in self._hitung_semua(
                employees, tahun, pada, khusus
            ).items()
        }

    @api.model
    def _hitung_semua(self, employees, tahun, pada=None, khusus=False):
        """Return ``{employee id: {year: SaldoTahun}}`` up to ``tahun``."""
        siap = self._siapkan(employees, tahun, pada, khusus)
        return {
            employee_id: hitung(fakta, max([*fakta, tahun]), aturan)
            for employee_id, (fakta, aturan) in siap.items()
        }

    @api.model
    def _kekurangan(self, employee, per_tahun, pada=None, khusus=False):
        """Return ``{year: missing days}`` if these days were reserved now."""
        if not per_tahun:
            return {}
        fakta, aturan = self._siapkan(employee, max(per_tahun), pada, khusus)[
            employee.id
        ]
        return kekurangan(fakta, per_tahun, aturan)

    @api.model
    def _hari_tangguh(self, employee, tahun, hari, pada=None):
        """Return how many of ``hari`` days of a year may be deferred."""
        saldo = self._hitung(employee, tahun, pada)[employee.id]
        return hari_tangguh(saldo, hari)
