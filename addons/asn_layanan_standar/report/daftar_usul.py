from odoo import api, models
from odoo.addons.asn_base.domain import nip
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

#: Who is not (any more) proposed stands in no list that goes out.
TIDAK_DIUSULKAN = ("draft", "cancelled", "rejected", "revoked")


class DaftarUsul(models.AbstractModel):
    """Letter of proposal with its list of names, for requests of one service.

    It is printed while the requests wait for another body: signed by the official
    whom the law names and recorded with its number as the letter that went out.
    """

    _name = "report.asn_layanan_standar.daftar_usul"
    _description = "Proposal List (Daftar Nominatif Usul)"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return what the list prints, for requests the user may read.

        :raises AccessError: for requests of others
        :raises UserError: requests of several services, or of one without a list
        """
        daftar = self.env["asn.permohonan"].browse(docids)
        daftar.check_access("read")
        # sudo: the list names rank and post, which who may read the request need
        # not be able to read
        daftar_sudo = daftar.sudo().filtered(lambda p: p.state not in TIDAK_DIUSULKAN)
        satu = len(daftar_sudo.layanan_id) == 1
        handler = daftar_sudo[0]._handler() if satu else None
        if not hasattr(handler, "_baris_usul"):
            raise UserError(
                self.env._(
                    "Choose requests of one service that proposes to another body."
                )
            )
        urut = daftar_sudo.sorted(lambda p: (p.unit_id.name or "", p.employee_id.name))
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public
        tahap = daftar_sudo[:1].versi_id.tahap_ids
        return {
            "doc_ids": docids,
            "doc_model": "asn.permohonan",
            "docs": daftar,
            "judul": handler._judul_usul(daftar_sudo),
            "kolom": handler._kolom_usul(),
            "baris": [self._baris(p, handler) for p in urut],
            "daerah": perusahaan.asn_nama_daerah or perusahaan.name,
            "tempat": perusahaan.asn_ibu_kota or "",
            "tujuan": tahap.filtered(lambda t: t.jenis == "eksternal")[
                :1
            ].instansi_luar,
            "tanggal": format_panjang(self.env["hr.employee"]._asn_hari_ini()),
        }

    def _baris(self, permohonan, handler):
        pegawai = permohonan.employee_id
        pangkat, kurung, kode = (pegawai.golongan_id.display_name or "-").rpartition(
            " ("
        )
        return {
            "nama": pegawai.nama_lengkap or pegawai.name,
            "nip": nip.format(pegawai.nip) if pegawai.nip else "-",
            # The grade in brackets is not broken at its stroke.
            "pangkat": pangkat,
            "golongan": f"{kurung.strip()}{kode}",
            "jabatan": pegawai.jabatan_id.name or "-",
            "unit": permohonan.unit_id.name or "-",
            "lain": handler._baris_usul(permohonan),
        }
