from odoo import api, models
from odoo.addons.asn_base.domain import nip
from odoo.addons.asn_base.domain.tanggal import format_panjang, format_pendek
from odoo.exceptions import UserError

from .daftar_usul import TIDAK_DIUSULKAN


class NominatifKp(models.AbstractModel):
    """Daftar nominatif usul kenaikan pangkat: who is proposed, by TMT and kind."""

    _name = "report.asn_layanan_standar.nominatif_kp"
    _description = "List of Promotion Proposals (Nominatif Usul Kenaikan Pangkat)"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return the lists, for requests the user may read.

        :raise AccessError: for requests of others, and where pay is hidden
        :raise UserError: nobody is proposed by these requests
        """
        daftar = self.env["asn.permohonan"].browse(docids)
        daftar.check_access("read")
        daftar._check_field_access(daftar._fields["kp_gaji_baru"], "read")
        # sudo: the list names rank, post and unit of those proposed, which who may
        # read the requests need not be able to read
        daftar_sudo = daftar.sudo().filtered(
            lambda p: p.kp_jenis and p.state not in TIDAK_DIUSULKAN
        )
        if not daftar_sudo:
            raise UserError(self.env._("None of these requests proposes a promotion."))
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public
        return {
            "doc_ids": docids,
            "doc_model": "asn.permohonan",
            "docs": daftar,
            "daerah": perusahaan.asn_nama_daerah or perusahaan.name,
            "tempat": perusahaan.asn_ibu_kota or "",
            "tanggal": format_panjang(self.env["hr.employee"]._asn_hari_ini()),
            "lembar": self._lembar(daftar_sudo),
        }

    def _lembar(self, daftar):
        """Return one list for each TMT and kind, oldest first."""
        bahasa = self.with_context(lang="id_ID").env
        label = dict(daftar._fields["kp_jenis"]._description_selection(bahasa))
        urut = daftar.sorted(
            lambda p: (p.kp_tmt, p.kp_jenis, -p.kp_golongan_id.urutan, p.id)
        )
        hasil = []
        for (tmt, jenis), kelompok in urut.grouped(
            lambda p: (p.kp_tmt, p.kp_jenis)
        ).items():
            hasil.append(
                {
                    "tmt": format_panjang(tmt),
                    "jenis": label[jenis],
                    "baris": [self._baris(p) for p in kelompok],
                }
            )
        return hasil

    def _baris(self, permohonan):
        pegawai = permohonan.employee_id
        lama, baru = permohonan.kp_golongan_lama_id, permohonan.kp_golongan_id
        return {
            "nama": pegawai.nama_lengkap or pegawai.name,
            "nip": nip.format(pegawai.nip) if pegawai.nip else "-",
            "lahir": format_pendek(pegawai.tanggal_lahir),
            "pendidikan": pegawai.pendidikan_id.name or "-",
            "jabatan": pegawai.jabatan_id.name or "-",
            "unit": pegawai.unit_id.name or "-",
            "lama": lama.kode or "-",
            "baru": baru.kode or "-",
            "mkg": f"{permohonan.kp_mkg_tahun} th {permohonan.kp_mkg_bulan} bl",
            "kredit": f"{permohonan.kp_kredit:.3f}".replace(".", ",")
            if permohonan.kp_jenis == "fungsional"
            else "",
            "gaji": f"{permohonan.kp_gaji_baru:,}".replace(",", "."),
            "pertek": permohonan.kp_pertek_nomor or "",
        }
