import math

from odoo import api, fields, models
from odoo.tools import SQL

from ..domain import transisi
from .asn_layanan_tahap import baca_domain

#: Requests of one statement of the nightly job.
_SEKALI = 1000
_BERJALAN = (transisi.IN_REVIEW, transisi.APPROVED, transisi.RETURNED)


class AsnPermohonan(models.Model):
    """When a request will probably be finished, and how long it took (B9).

    Stored, so that lists and reports are cheap: written when the request moves
    and again every night. It is a forecast from what steps really take and no
    promise; the promise is ``batas_waktu``.
    """

    _inherit = "asn.permohonan"

    perkiraan_selesai = fields.Date("Expected", readonly=True, copy=False)
    perkiraan_lambat = fields.Date(
        "Expected at the Latest",
        readonly=True,
        copy=False,
        help="Eight of ten requests like this one are finished by this day.",
    )
    perkiraan_hari = fields.Integer(
        "Working Days Ahead", readonly=True, copy=False, aggregator="avg"
    )
    perkiraan_dasar = fields.Selection(
        [("nyata", "Real times"), ("janji", "Promised times")],
        "Forecast From",
        readonly=True,
        copy=False,
    )
    lama_hari = fields.Integer(
        "Days Used",
        readonly=True,
        copy=False,
        aggregator="avg",
        help="Working days of the office, without the days in which the request"
        " waited for the applicant or for another body.",
    )
    terlambat = fields.Boolean("Late", readonly=True, copy=False)

    def _read_group_select(self, aggregate_spec, query):
        """Average days over requests that were filed here, for the first time."""
        if aggregate_spec != "lama_hari:avg":
            return super()._read_group_select(aggregate_spec, query)
        kolom = {
            nama: self._field_to_sql(self._table, nama, query)
            for nama in ("lama_hari", "tanggal_ajuan", "is_manual", "jenis_tindak")
        }
        return SQL(
            "AVG(%(lama_hari)s) FILTER (WHERE %(tanggal_ajuan)s IS NOT NULL"
            " AND %(is_manual)s IS NOT TRUE AND %(jenis_tindak)s IS NULL)",
            **kolom,
        )

    # ------------------------------------------------------------------
    # At a move
    # ------------------------------------------------------------------

    def _transition_to(self, ke, **vals):
        """Keep forecast and days used in step with the state."""
        return super()._transition_to(ke, **{**self._vals_waktu(ke, vals), **vals})

    def _vals_waktu(self, ke, vals):
        """Return the times of a request that is about to move.

        :param ke: the state it goes to
        :param vals: what is written with it
        """
        if ke not in _BERJALAN:
            return self._vals_waktu_akhir()
        if ke == self.state and "tahap_id" not in vals:
            return {}
        tahap = self.env["asn.layanan.tahap"].browse(
            vals.get("tahap_id") or self.tahap_id.id
        )
        berlaku = self.versi_id.tahap_ids._berlaku(self)
        sisa = self._sisa_hari(tahap, berlaku)
        batas = self._batas_janji(
            vals.get("batas_waktu", self.batas_waktu), tahap, berlaku
        )
        return self._vals_perkiraan(ke, sisa, self._hari_ini(), batas)

    def _batas_janji(self, batas, kini, berlaku):
        """Return the day that promised times do not pass, or None.

        Days at another body are outside the promise: with such a step ahead it
        bounds nothing.
        """
        depan = (berlaku | kini).filtered(lambda t: t.sequence >= kini.sequence)
        if not batas or "eksternal" in depan.mapped("jenis"):
            return None
        return self._tanggal(fields.Datetime.to_datetime(batas))

    def _vals_waktu_akhir(self):
        """Return the times of a request that ends; what was late stays late."""
        if self.tanggal_terbit or not self.tanggal_ajuan:
            return {}
        sekarang = fields.Datetime.now()
        return {
            "lama_hari": self._hari_kantor(sekarang),
            "terlambat": self._is_terlambat(sekarang),
            "perkiraan_selesai": False,
            "perkiraan_lambat": False,
            "perkiraan_hari": 0,
            "perkiraan_dasar": False,
        }

    def _is_terlambat(self, sekarang):
        """Tell whether the office is past its deadline; not while the clock stands."""
        return bool(
            self.batas_waktu and not self.jeda_mulai and self.batas_waktu < sekarang
        )

    def _hari_kantor(self, sekarang):
        """Return the working days of the office up to a time (PRO-12)."""
        # The day of submission itself is day zero.
        hari = self._hari_di_antara(
            self._kalender_kota(),
            self.tanggal_ajuan,
            self.tanggal_terbit or self.tanggal_akhir or self.jeda_mulai or sekarang,
        )
        return max(hari - self.jeda_hari, 0)

    @api.model
    def _hari_ini(self):
        return self._tanggal(fields.Datetime.now())

    # ------------------------------------------------------------------
    # Arithmetic
    # ------------------------------------------------------------------

    def _sisa_hari(self, kini, berlaku, terpakai=0):
        """Return how many working days are ahead: (likely, late, from what).

        Steps beside each other count once, by the slowest.

        :param kini: the step at which the request stands
        :param berlaku: the steps that this request passes
        :param terpakai: working days the present step took already
        """
        peta = self.env["asn.layanan.durasi"]._peta(self.versi_id.id)
        tingkat = {}
        for tahap in berlaku | kini:
            if tahap.sequence >= kini.sequence:
                tingkat.setdefault(tahap.sequence, []).append(
                    peta.get(tahap.id, (0.0, 0.0, "janji"))
                )
        biasa = lambat = 0.0
        dasar = "nyata"
        for urutan, daftar in tingkat.items():
            median, p80 = (max(d[i] for d in daftar) for i in (0, 1))
            if urutan == kini.sequence and terpakai:
                # Past the usual time: the slow ones still say something.
                median = (median if terpakai < median else max(p80, median)) - terpakai
                median = max(median, 0.5)
                p80 = max(p80 - terpakai, median)
            biasa += median
            lambat += p80
            if any(d[2] == "janji" for d in daftar):
                dasar = "janji"
        return biasa, max(lambat, biasa), dasar

    def _vals_perkiraan(self, ke, sisa, hari_ini, batas=None):
        """Return the forecast as it is stored.

        :param batas: day that promised times do not pass, or None
        """
        biasa, lambat, dasar = sisa
        # Not today: the day may be a day off, and nothing is faster than a day.
        hari = max(math.ceil(biasa), 1)
        vals = {"perkiraan_hari": hari, "perkiraan_dasar": dasar}
        if ke == transisi.RETURNED:
            # Nobody knows when the applicant is ready.
            return dict(vals, perkiraan_selesai=False, perkiraan_lambat=False)
        tambah = self._kalender_kota()._asn_tambah_hari_kerja
        selesai = tambah(hari_ini, hari)
        akhir = tambah(hari_ini, max(math.ceil(lambat), hari))
        if dasar == "janji" and batas and batas > hari_ini:
            # Days of the steps may add up to more than the service promises in all.
            selesai, akhir = min(selesai, batas), min(akhir, batas)
        return dict(vals, perkiraan_selesai=selesai, perkiraan_lambat=akhir)

    # ------------------------------------------------------------------
    # Every night
    # ------------------------------------------------------------------

    @api.model
    def _cron_perkiraan(self):
        """Compute times of steps anew, then forecast all running requests."""
        self.env["asn.layanan.durasi"]._cron_hitung()
        # sudo: a scheduled job of the machine
        semua = self.sudo().search([("state", "in", _BERJALAN)], order="id")
        ids = semua.ids
        for awal in range(0, len(ids), _SEKALI):
            bagian = semua.browse(ids[awal : awal + _SEKALI])
            bagian._segarkan_perkiraan()
            self._catat_kemajuan(len(bagian), max(len(ids) - awal - _SEKALI, 0))

    def _segarkan_perkiraan(self):
        """Forecast these running requests; statements do not grow with them."""
        sekarang = fields.Datetime.now()
        hari_ini = self._hari_ini()
        kalender = self._kalender_kota()
        mulai = self._tahap_sejak()
        berlaku = self._tahap_berlaku()
        isi = []
        for p in self:
            sejak = mulai.get(p.id)
            dipakai = (
                self._hari_di_antara(kalender, sejak, sekarang)
                if sejak and p.state != transisi.RETURNED
                else 0
            )
            sisa = p._sisa_hari(p.tahap_id, berlaku[p.id], dipakai)
            batas = p._batas_janji(p.batas_waktu, p.tahap_id, berlaku[p.id])
            vals = p._vals_perkiraan(p.state, sisa, hari_ini, batas)
            vals["lama_hari"] = p._hari_kantor(sekarang) if p.tanggal_ajuan else 0
            vals["terlambat"] = p._is_terlambat(sekarang)
            if any((p[nama] or False) != (v or False) for nama, v in vals.items()):
                isi.append((p.id, vals))
        self._simpan_waktu(isi)

    def _tahap_sejak(self):
        """Return since when each request stands at its step: the oldest open task."""
        baris = self.env["asn.permohonan.tugas"]._read_group(
            [("permohonan_id", "in", self.ids), ("state", "=", "open")],
            ["permohonan_id"],
            ["dibuka_pada:min"],
        )
        return {permohonan.id: sejak for permohonan, sejak in baris}

    def _tahap_berlaku(self):
        """Return the steps that each request passes, condition by condition."""
        kosong = self.env["asn.layanan.tahap"]
        hasil = dict.fromkeys(self.ids, kosong)
        for versi, bagian in self.grouped("versi_id").items():
            tetap = versi.tahap_ids.filtered(lambda t: t.kondisi in (False, "[]"))
            for p in bagian:
                hasil[p.id] = tetap
            for tahap in versi.tahap_ids - tetap:
                for p in bagian.filtered_domain(baca_domain(tahap.kondisi)):
                    hasil[p.id] |= tahap
        return hasil

    def _simpan_waktu(self, isi):
        """Write forecasts in one statement, past the history of each row."""
        if not isi:
            return
        baris = SQL(", ").join(
            SQL(
                "(%s::int, %s::int, %s::text, %s::date, %s::date, %s::int, %s::bool)",
                id_,
                vals["perkiraan_hari"],
                vals["perkiraan_dasar"],
                vals["perkiraan_selesai"] or None,
                vals["perkiraan_lambat"] or None,
                vals["lama_hari"],
                vals["terlambat"],
            )
            for id_, vals in isi
        )
        self.env.cr.execute(
            SQL(
                """UPDATE asn_permohonan p
                      SET perkiraan_hari = v.hari, perkiraan_dasar = v.dasar,
                          perkiraan_selesai = v.selesai, perkiraan_lambat = v.lambat,
                          lama_hari = v.lama, terlambat = v.terlambat
                     FROM (VALUES %s)
                          AS v(id, hari, dasar, selesai, lambat, lama, terlambat)
                    WHERE p.id = v.id""",
                baris,
            )
        )
        self.invalidate_recordset(list(isi[0][1]))

    def _tutup_tugas(self, tugas, state, user=None):
        """Close tasks and keep how long each took, for reports by step and officer."""
        res = super()._tutup_tugas(tugas, state, user)
        kalender = self._kalender_kota()
        kelompok = tugas.grouped(
            lambda t: (
                self._hari_di_antara(kalender, t.dibuka_pada, t.ditutup_pada),
                bool(t.batas_waktu and t.batas_waktu < t.ditutup_pada),
            )
        )
        for (hari, lewat), beberapa in kelompok.items():
            if hari or lewat:
                beberapa._mesin().write({"lama_hari": hari, "terlambat": lewat})
        return res
