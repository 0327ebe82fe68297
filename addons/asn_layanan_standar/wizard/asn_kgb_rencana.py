import base64

from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN
from odoo.exceptions import UserError

from ..domain import berkas_gaji


class AsnKgbRencana(models.TransientModel):
    """The increments of a year by month and unit, as a workbook (rencana KGB).

    It reads the forecast with the rights of who asks: a fasilitator gets the units
    granted, BKPSDM all.
    """

    _name = "asn.kgb.rencana"
    _description = "Plan of Increments for a Year (Rencana KGB)"

    mulai = fields.Date(
        "From Month",
        required=True,
        default=lambda self: self._awal_bawaan(),
        help="First of twelve months.",
    )
    unit_id = fields.Many2one("hr.department", "Unit and Below")
    file = fields.Binary("File", readonly=True)
    nama_file = fields.Char("File Name", readonly=True)

    @api.model
    def _awal_bawaan(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return hari_ini.replace(month=1, day=1) + relativedelta(years=1)

    def _domain(self):
        """Return which entitlements the plan has."""
        awal = self.mulai.replace(day=1)
        domain = [
            ("layanan_id.code", "=", "kgb"),
            ("kode", "=", "kgb"),
            ("tanggal", ">=", awal),
            ("tanggal", "<", awal + relativedelta(years=1)),
        ]
        if self.unit_id:
            domain.append(("unit_id", "child_of", self.unit_id.id))
        return domain

    def action_lihat(self):
        """Open the plan as a table by unit and month, with the people behind it."""
        self.ensure_one()
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan_standar.rencana_kgb_action"
        )
        # The months are those of the dialog: no filter of the action cuts them off.
        return dict(aksi, domain=self._domain(), context={"hierarchical_naming": False})

    def action_unduh(self):
        """Make the workbook.

        :raises UserError: nothing is due in that year
        """
        self.ensure_one()
        hak = self.env["asn.hak.layanan"].search(self._domain())
        if not hak:
            raise UserError(self.env._("No increment is due in these twelve months."))
        awal = self.mulai.replace(day=1)
        akhir = awal + relativedelta(months=11)
        perusahaan = self.env.company
        isi = berkas_gaji.rencana(
            berkas_gaji.kop(
                perusahaan.asn_nama_daerah, perusahaan.name, perusahaan.asn_nama_badan
            ),
            ["RENCANA KENAIKAN GAJI BERKALA"],
            [
                ("Masa", f"{self._bulan(awal)} s.d. {self._bulan(akhir)}"),
                ("Unit Kerja", self.unit_id.name or "Semua"),
                ("Jumlah", f"{len(hak)} kenaikan"),
            ],
            self._baris(hak),
            self._rekap(hak, awal),
        )
        self.write(
            {
                "file": base64.b64encode(isi),
                "nama_file": f"rencana-kgb-{awal:%Y-%m}.xlsx",
            }
        )
        self._jejak(len(hak))
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file/{self.nama_file}"
            "?download=1",
            "target": "self",
        }

    def _bulan(self, hari):
        return f"{NAMA_BULAN[hari.month - 1]} {hari.year}"

    def _baris(self, hak):
        """Return one row per increment, by month and unit."""
        # sudo: rank and names of people whose forecast one may read; pay has been
        # read with the own right
        sudo = {h.id: h.sudo() for h in hak}
        urut = hak.sorted(
            lambda h: (
                h.tanggal,
                sudo[h.id].unit_id.name or "",
                sudo[h.id].employee_id.name,
                h.id,
            )
        )
        hasil = []
        for h in urut:
            orang = sudo[h.id].employee_id
            hasil.append(
                (
                    self._bulan(h.tanggal),
                    sudo[h.id].unit_id.name or "",
                    orang.nama_lengkap or orang.name,
                    orang.nip or "",
                    orang.golongan_id.kode or "",
                    f"{h.langkah} tahun",
                    h.gaji_lama,
                    h.gaji_baru,
                    h.selisih,
                    h.tanggal,
                    h.kurang or "",
                )
            )
        return hasil

    def _rekap(self, hak, awal):
        """Return people and rupiah by unit and month, with the heading above."""
        bulan = [awal + relativedelta(months=n) for n in range(12)]
        kepala = ["Unit Kerja", *(f"{b.month:02d}-{b.year}" for b in bulan)]
        kepala += ["Jumlah", "Tambahan Sebulan (Rp)"]
        # sudo: the name of a unit is no secret
        per_unit = hak.grouped(lambda h: h.unit_id.sudo().name or "-")
        baris = []
        for unit, milik in sorted(per_unit.items()):
            cacah = [
                len(milik.filtered(lambda h, b=b: h.tanggal.replace(day=1) == b))
                for b in bulan
            ]
            baris.append((unit, *cacah, len(milik), sum(milik.mapped("selisih"))))
        return kepala, baris

    def _jejak(self, jumlah):
        """Leave the trace of a list that goes out, where traces are kept."""
        if "asn.jejak.ekspor" in self.env:
            self.env["asn.jejak.ekspor"]._catat(
                "laporan.rencana_kgb", jumlah, "persetujuan", self.nama_file
            )
