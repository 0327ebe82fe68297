from dataclasses import replace

from odoo import api, models
from odoo.exceptions import ValidationError

from ..domain.saldo import hari_tangguh, hitung


class AsnSaldoCuti(models.AbstractModel):
    """Reserving, using, releasing and deferring the days of a request.

    All run inside the engine's transaction and hold the employee's lock.
    """

    _inherit = "asn.saldo.cuti"

    @api.model
    def _rincian(self, employees, tahun, pada=None, khusus=False, tanpa=0):
        """Return the balance as the national form shows it (3.1, field 5).

        :param tanpa: reserved days of ``tahun`` to leave out of the count, so that
            a request can show the balance before itself
        :return: ``{id: {"n2", "n1", "n", "pesan", "tersedia", "is_khusus",
            "saldo"}}``; ``n2``, ``n1`` and ``n`` are days still usable that come
            from those years, ``pesan`` those reserved by pending requests
        """
        pada = pada or self._hari_ini()
        siap = self._siapkan(employees, tahun, pada, khusus)
        buku = self._buku(employees.ids)
        hasil = {}
        for employee_id, (fakta, aturan) in siap.items():
            if tanpa:
                fakta[tahun] = replace(fakta[tahun], pakai=fakta[tahun].pakai - tanpa)
            saldo = hitung(fakta, max([*fakta, tahun]), aturan)[tahun]
            batas = aturan(tahun).bawaan_maks
            # Above what one year can hand over, carried days are of year N-2.
            n2 = max(0, saldo.sisa_bawaan - batas)
            hasil[employee_id] = {
                "n2": n2,
                "n1": saldo.sisa_bawaan - n2 + saldo.sisa_tangguh,
                "n": saldo.sisa_hak + saldo.sisa_tambahan,
                "pesan": buku.get(employee_id, {}).get(tahun, {}).get("pesan", 0)
                - tanpa,
                "tersedia": saldo.saldo,
                "is_khusus": bool(aturan(tahun).kuota_khusus)
                and not fakta[tahun].is_berhak,
                "saldo": saldo,
            }
        return hasil

    @api.model
    def _pesan(self, permohonan):
        """Reserve the days of a request, or adjust its reservation.

        :raise ValidationError: the balance does not cover them (CUTI-T-02)
        """
        pegawai = permohonan.employee_id
        self.env["asn.permohonan.kunci"]._ambil(pegawai)
        lama, baru = permohonan._hari_dipesan(), permohonan._hari_diminta()
        rows = []
        for tahun in sorted({*lama, *baru}):
            beda = baru.get(tahun, 0) - lama.get(tahun, 0)
            if beda:
                rows.append(
                    self._mutasi(
                        permohonan, "pesan" if beda > 0 else "lepas", tahun, -beda
                    )
                )
        self.env["asn.saldo.cuti.mutasi"]._catat(rows)
        kurang = self._kekurangan(
            pegawai,
            dict.fromkeys(baru, 0),
            permohonan.tanggal_mulai,
            bool(permohonan.alasan_khusus),
        )
        if kurang:
            raise ValidationError(self._teks_kurang(kurang))

    @api.model
    def _teks_kurang(self, kurang):
        """Say that the balance is not enough, and by how much."""
        return self.env._(
            "The leave balance (saldo cuti) is not enough: %s.",
            self._daftar_kurang(kurang),
        )

    @api.model
    def _daftar_kurang(self, kurang):
        """Return which year's balance lacks how many days."""
        return ", ".join(
            self.env._("%(days)s days short in %(year)s", days=h, year=str(t))
            for t, h in sorted(kurang.items())
        )

    @api.model
    def _mutasi(self, permohonan, jenis, tahun, hari):
        # Stored text: in the office's language, also when the scheduler books.
        self = self.with_context(lang="id_ID")
        nomor = permohonan.nomor or self.env._("draft")
        keterangan = {
            "pesan": self.env._("Reserved by request %s", nomor),
            "lepas": self.env._("Reservation of request %s released", nomor),
            "pakai": self.env._("Leave taken by request %s", nomor),
            "tangguh": self.env._("Deferred by decision on request %s", nomor),
            "kembali": self.env._(
                "Given back: request %s is no longer in force", nomor
            ),
        }[jenis]
        return {
            "employee_id": permohonan.employee_id.id,
            "permohonan_id": permohonan.id,
            "jenis": jenis,
            "tahun": tahun,
            "hari": hari,
            "keterangan": keterangan,
        }

    @api.model
    def _lepas(self, permohonan):
        """Give back what a request still has reserved; repeatable."""
        self.env["asn.permohonan.kunci"]._ambil(permohonan.employee_id)
        self.env["asn.saldo.cuti.mutasi"]._catat(
            [
                self._mutasi(permohonan, "lepas", tahun, hari)
                for tahun, hari in permohonan._hari_dipesan().items()
            ]
        )

    @api.model
    def _pakai(self, permohonan):
        """Turn the reservation of an issued request into use; repeatable."""
        self.env["asn.permohonan.kunci"]._ambil(permohonan.employee_id)
        rows = []
        for tahun, hari in permohonan._hari_dipesan().items():
            rows.append(self._mutasi(permohonan, "lepas", tahun, hari))
            rows.append(self._mutasi(permohonan, "pakai", tahun, -hari))
        self.env["asn.saldo.cuti.mutasi"]._catat(rows)

    @api.model
    def _kembalikan(self, permohonan):
        """Give back the days that an ended leave had used; repeatable (CUTI-08)."""
        self.env["asn.permohonan.kunci"]._ambil(permohonan.employee_id)
        self.env["asn.saldo.cuti.mutasi"]._catat(
            [
                self._mutasi(permohonan, "kembali", tahun, hari)
                for tahun, hari in permohonan._hari_terpakai().items()
            ]
        )

    @api.model
    def _tangguhkan(self, permohonan):
        """Release the request's days and book them for next year (CUTI-T-06).

        Only own days of the year of the first day are deferred: carried ones
        lapse on 31 December whatever is decided, and days that were asked from
        next year stay there anyway.

        :return: ``(year to use them in, days)``
        """
        self._lepas(permohonan)
        dasar = permohonan.tanggal_mulai
        tahun = dasar.year
        diminta = permohonan._per_tahun().get(tahun, 0)
        hari = self._hari_tangguh(permohonan.employee_id, tahun, diminta, dasar)
        if hari:
            self.env["asn.saldo.cuti.mutasi"]._catat(
                [self._mutasi(permohonan, "tangguh", tahun + 1, hari)]
            )
        return tahun + 1, hari

    @api.model
    def _hari_tangguh_dari(self, permohonan):
        """Return ``(year, days)`` that a deferral of this request would book.

        After the deferral: what was booked.
        """
        # sudo: the ledger of the request, whoever asks
        booked = permohonan.sudo().mutasi_cuti_ids.filtered(
            lambda m: m.jenis == "tangguh"
        )
        if booked:
            return booked[0].tahun, sum(booked.mapped("hari"))
        pegawai, pada = permohonan.employee_id, permohonan.tanggal_mulai
        fakta, aturan = self._siapkan(pegawai, pada.year, pada)[pegawai.id]
        ini = fakta[pada.year]
        dipesan = permohonan._hari_dipesan().get(pada.year, 0)
        fakta[pada.year] = replace(ini, pakai=ini.pakai - dipesan)
        saldo = hitung(fakta, max(fakta), aturan)[pada.year]
        diminta = permohonan._per_tahun().get(pada.year, 0)
        return pada.year + 1, hari_tangguh(saldo, diminta)
