import logging

from dateutil.relativedelta import relativedelta
from odoo import models
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)
#: Where the increments of those who are due end, one after the other: of one person
#: several, because who withdrew, was refused or lost the product may file again.
_AKHIR = (
    ("cancelled", "draft"),
    ("done",),
    ("issued",),
    ("revoked", "tunda"),
    ("rejected", "approved"),
    ("langkah 1",),
    ("returned",),
    ("langkah 2",),
)


class AsnSkenarioKgb(models.AbstractModel):
    """Increments of those who are due, a deferral, months and the list for finance."""

    _name = "asn.skenario.kgb"
    _inherit = "asn.skenario.layanan"
    _description = "Demo Scenario: Increments (KGB)"

    def _muat(self, isi):
        """Drive the increments of who is due into every state."""
        orang = {o["id"]: o for o in isi["pegawai"]}
        antre = [orang[i] for i in self._jatuh_tempo() if i in orang]
        for nomor, semua in enumerate(_AKHIR):
            while antre:
                satu = antre.pop(0)
                if all(self._coba(satu, akhir, nomor) for akhir in semua):
                    break
        self._muat_bulan()

    def _jatuh_tempo(self):
        """Return who may file now, the next one first."""
        Hak = self.env["asn.hak.layanan"]
        Hak._segarkan()
        hak = Hak.search(
            [("kode", "=", "kgb"), ("keadaan", "in", ("lewat", "terbuka"))],
            order="tanggal desc, id",
        )
        return list(dict.fromkeys(hak.employee_id.ids))

    def _coba(self, satu, akhir, nomor):
        """Tell whether a person's increment came to where its story ends."""
        try:
            with self.env.cr.savepoint():
                if akhir == "tunda":
                    self._sampai(self._usul_tunda(satu), "issued", nomor)
                else:
                    self._sampai(self._draf(satu, "kgb", {}), akhir, nomor)
        except (UserError, LookupError) as error:
            _logger.info("Kota Contoh: kgb %s %s: %s", satu["kode"], akhir, error)
            return False
        return True

    def _usul_tunda(self, satu):
        """Return the deferral that BKPSDM proposes for a person."""
        petugas = self.env["res.users"].search([("login", "=", "admin_aplikasi")])
        draf = (
            self.env["asn.permohonan"]
            .with_user(petugas)
            .create(
                {
                    "layanan_id": self.env.ref("asn_layanan_standar.layanan_kgb").id,
                    "employee_id": satu["id"],
                    "kgb_jenis": "penundaan",
                    "kgb_tunda_sebab": "kinerja",
                    "kgb_tunda_bulan": 6,
                    "kgb_tunda_alasan": "target kinerja tahun lalu belum tercapai"
                    " dan pembinaan masih berjalan",
                    "dasar_wakil": "Usul kepala perangkat daerah",
                }
            )
        )
        return self._lengkapi(draf)

    def _muat_bulan(self):
        """Check two months and make the list for finance of the nearer one."""
        petugas = self.env["res.users"].search([("login", "=", "admin_aplikasi")])
        awal = self.env["hr.employee"]._asn_hari_ini().replace(day=1)
        Massal = self.env["asn.kgb.massal"].with_user(petugas)
        for bulan in (4, 2):
            massal = Massal.create({"bulan": awal + relativedelta(months=bulan)})
            massal.action_periksa()
        try:
            with self.env.cr.savepoint():
                massal.action_serah()
        except UserError as error:
            _logger.info("Kota Contoh: serah kgb: %s", error)
