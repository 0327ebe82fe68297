from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from .asn_laporan_studi import TERBUKA


class AsnBeranda(models.AbstractModel):
    """The own study on the home page: report, end, bound service (dossier 7)."""

    _inherit = "asn.beranda"

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        pegawai = self.env.user.employee_id
        baris = self._baris_studi(pegawai) if pegawai else []
        if not baris:
            return bagian
        return [
            *bagian,
            {
                "key": "studi",
                "pribadi": True,
                "judul": self.env._("My study (Tugas dan Izin Belajar)"),
                "jenis": "daftar",
                "urutan": 13,
                "isi": {"baris": baris},
                "aksi": "asn_layanan_standar.asn_laporan_studi_action",
                "label_aksi": self.env._("Study reports"),
            },
        ]

    @api.model
    def _baris_studi(self, pegawai):
        """Return the lines: overdue and next report, end of the study, the bond."""
        hari_ini = pegawai._asn_hari_ini()
        laporan = self.env["asn.laporan.studi"].search(
            [("employee_id", "=", pegawai.id), ("state", "in", TERBUKA)],
            order="batas",
        )
        lewat = laporan.filtered("is_terlambat")
        baris = [self._baris_laporan(satu) for satu in lewat | (laporan - lewat)[:1]]
        # sudo: the own studies, which everybody sees in the own profile
        studi = pegawai.sudo().env["asn.riwayat.tugas.belajar"]
        for satu in studi.search(
            [("employee_id", "=", pegawai.id), ("status", "=", "sah")]
        )._jalan(hari_ini):
            baris.append(self._baris_akhir(satu, hari_ini))
        ikatan = studi._ikatan_berjalan(pegawai).get(pegawai.id)
        if ikatan and ikatan >= hari_ini:
            baris.append(
                {
                    "judul": self.env._("Bound service after the study"),
                    "keterangan": self.env._("until this day"),
                    "tanggal": format_panjang(ikatan),
                    "warna": "info",
                    "ikon": "fa-link",
                }
            )
        return baris

    @api.model
    def _baris_laporan(self, laporan):
        """Return the line of a report that is still owed."""
        terlambat = laporan.is_terlambat
        return {
            "judul": laporan.display_name,
            "keterangan": self.env._("Report to be filed"),
            "tanggal": format_panjang(laporan.batas),
            "lencana": terlambat and self.env._("Overdue"),
            "warna": "danger" if terlambat else "warning",
            "ikon": "fa-file-text-o",
            "aksi": {
                "type": "ir.actions.act_window",
                "res_model": "asn.laporan.studi",
                "res_id": laporan.id,
            },
        }

    @api.model
    def _baris_akhir(self, studi, hari_ini):
        """Return the line of the last permitted day of a study."""
        lewat = studi.tanggal_selesai < hari_ini
        return {
            "judul": studi.display_name,
            "keterangan": self.env._("the return to duty is overdue")
            if lewat
            else self.env._("last permitted day of the study"),
            "tanggal": format_panjang(studi.tanggal_selesai),
            "lencana": lewat and self.env._("Overdue"),
            "warna": "danger" if lewat else "info",
            "ikon": "fa-graduation-cap",
        }
