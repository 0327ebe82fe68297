from odoo import models

#: Lanes of the timeline: riwayat, icon, colour, and whether a row lasts until
#: the next one.
_JALUR = (
    ("golongan", "asn.riwayat.golongan", "fa-star", True),
    ("jabatan", "asn.riwayat.jabatan", "fa-briefcase", True),
    ("gaji", "asn.riwayat.gaji", "fa-money", True),
    ("pendidikan", "asn.riwayat.pendidikan", "fa-graduation-cap", False),
    ("penghargaan", "asn.riwayat.penghargaan", "fa-trophy", False),
    ("hukuman", "asn.riwayat.hukuman", "fa-gavel", False),
)
_MAKS = 200


class HrEmployee(models.Model):
    """The career on one time axis."""

    _inherit = "hr.employee"

    def get_karier(self):
        """Return the valid rows of a career as lanes of one time axis.

        Kinds that the user may not read have no lane. One search per lane.

        :return: ``{hari_ini, jalur: [{kunci, nama, ikon, titik: [...]}]}``
        :raise AccessError: when the profile may not be read
        """
        self.ensure_one()
        self.check_access("read")
        jalur = [
            self._jalur_karier(*satu)
            for satu in self._daftar_jalur()
            if self._riwayat_terbuka(satu[1])
        ]
        return {
            "hari_ini": self._asn_hari_ini().isoformat(),
            "jalur": [satu for satu in jalur if satu["titik"]],
        }

    def _daftar_jalur(self):
        """Return the lanes; extended by addons that bring riwayat."""
        return list(_JALUR)

    def _jalur_karier(self, kunci, model, ikon, berlanjut):
        Riwayat = self.env[model]
        kolom = [n for n in Riwayat._kolom_utama if Riwayat._terbaca(n)]
        umum = ["tmt", "nomor_sk", "tanggal_sk", "status", "sumber", "koreksi_dari_id"]
        umum += [nama for nama in ("tmt_selesai",) if nama in Riwayat._fields]
        baris = Riwayat.search_fetch(
            [
                ("employee_id", "=", self.id),
                ("status", "=", "sah"),
                ("tmt", "!=", False),
            ],
            [*kolom, *umum],
            order="tmt, id",
            limit=_MAKS,
        )
        titik = baris._titik_karier()
        if berlanjut:
            self._sambung(titik)
        return {
            "kunci": kunci,
            "nama": self._nama_riwayat(model),
            "ikon": ikon,
            "berlanjut": berlanjut,
            "titik": titik,
        }

    def _sambung(self, titik):
        """Let each row last until the next one begins."""
        for ini, nanti in zip(titik, titik[1:], strict=False):
            ini["selesai"] = ini["selesai"] or nanti["mulai"]
