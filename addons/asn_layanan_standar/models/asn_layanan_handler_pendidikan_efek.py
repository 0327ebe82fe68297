from odoo import models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain.tanggal import format_pendek

from ..domain import pendidikan


class AsnLayananHandlerPendidikan(models.AbstractModel):
    """Education and titles: what the issue leaves behind, and the letter.

    The education, the title and with them the ceiling of the regular promotion
    change; grade and pay do not (PDK-07, PDK-08).
    """

    _inherit = "asn.layanan.handler.basis_pendidikan"

    # ---- effects -------------------------------------------------------

    def _on_issued(self, permohonan):
        """Write the history and put the title to the name, once."""
        for satu in permohonan.filtered(lambda p: not p.pdk_dicatat):
            self._terbitkan_pendidikan(satu)

    def _terbitkan_pendidikan(self, permohonan):
        """Write what one request leaves behind."""
        self._catat_pendidikan(permohonan)
        pegawai = permohonan.employee_id
        lama = pegawai.gelar_depan, pegawai.gelar_belakang
        depan, belakang = self._gelar_baru(permohonan, *lama)
        # sudo: the service writes the profile, whoever signs
        pegawai.sudo().write(
            {"gelar_depan": depan or False, "gelar_belakang": belakang or False}
        )
        permohonan._mesin().write(
            {
                "pdk_dicatat": True,
                "pdk_depan_lama": lama[0] or False,
                "pdk_belakang_lama": lama[1] or False,
            }
        )

    def _catat_pendidikan(self, permohonan):
        """Write the rows of the history; the last education follows from them."""
        dasar = self._dasar_luar(permohonan)
        lulus = self._lulus_pada(permohonan)
        nomor = self._jawab(permohonan, "nomor_ijazah")
        program = self._jawab(permohonan, "program")
        bersama = {
            "employee_id": permohonan.employee_id.id,
            "dokumen_id": permohonan.dokumen_produk_id.id,
            "catatan": f"Persetujuan {dasar['nomor']} tanggal {dasar['tanggal']:%d-%m-%Y}",
        }
        self.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    **bersama,
                    "pendidikan_id": self._jenjang(permohonan).id,
                    "program": program,
                    "sekolah": self._jawab(permohonan, "sekolah"),
                    "nomor_ijazah": nomor,
                    "nomor_sk": nomor,
                    "tanggal_lulus": lulus,
                    "gelar_depan": self._jawab(permohonan, "gelar_depan") or False,
                    "gelar_belakang": self._jawab(permohonan, "gelar_belakang")
                    or False,
                }
            ]
        )
        if self._jawab(permohonan, "jenis") == pendidikan.PROFESI:
            self.env["asn.riwayat.profesi"]._catat(
                [
                    {
                        **bersama,
                        "profesi": program,
                        "institusi": self._jawab(permohonan, "sekolah"),
                        "nomor_sk": nomor,
                        "tanggal_sk": lulus,
                    }
                ]
            )

    def _gelar_baru(self, permohonan, depan, belakang):
        """Return (before, after): the titles with the new one."""
        return (
            pendidikan.tambah_gelar(
                depan, self._jawab(permohonan, "gelar_depan"), di_depan=True
            ),
            pendidikan.tambah_gelar(
                belakang, self._jawab(permohonan, "gelar_belakang")
            ),
        )

    def _on_revoked(self, permohonan, tindak):
        """Void the history, and take off the title that this product put on."""
        res = super()._on_revoked(permohonan, tindak)
        if not permohonan.pdk_dicatat:
            return res
        # sudo: the service wrote it, whoever revokes
        pegawai = permohonan.employee_id.sudo()
        depan, belakang = pegawai.gelar_depan, pegawai.gelar_belakang
        for kode, di_depan in (("gelar_depan", True), ("gelar_belakang", False)):
            satu = self._jawab(permohonan, kode)
            lama = (
                permohonan.pdk_depan_lama if di_depan else permohonan.pdk_belakang_lama
            )
            if not satu or pendidikan.memuat(lama, satu, di_depan):
                continue
            if di_depan:
                depan = pendidikan.buang_gelar(depan, satu, True)
            else:
                belakang = pendidikan.buang_gelar(belakang, satu)
        pegawai.write(
            {"gelar_depan": depan or False, "gelar_belakang": belakang or False}
        )
        permohonan._mesin().write({"pdk_dicatat": False})
        return res

    # ---- letter and list -------------------------------------------------

    def _nama_lama_baru(self, permohonan):
        """Return the name before and after, also for a correction of the letter."""
        pegawai, asal = permohonan.employee_id, permohonan.asal_id
        gelar = pegawai.gelar_depan, pegawai.gelar_belakang
        if asal.pdk_dicatat:
            gelar = asal.pdk_depan_lama, asal.pdk_belakang_lama
        elif permohonan.pdk_dicatat:
            gelar = permohonan.pdk_depan_lama, permohonan.pdk_belakang_lama
        depan, belakang = self._gelar_baru(permohonan, *gelar)
        return (
            nama_tools.lengkap(gelar[0], pegawai.name, gelar[1]),
            nama_tools.lengkap(depan, pegawai.name, belakang),
        )

    def _nilai_surat(self, permohonan):
        """Return the merge values of the letter on the recorded education."""
        dasar = self._dasar_luar(permohonan)
        lama, baru = self._nama_lama_baru(permohonan)
        return {
            **super()._nilai_surat(permohonan),
            "nama_lama": lama,
            "nama_baru": baru,
            "pendidikan_lama": self._tercatat(permohonan).name or "-",
            "pendidikan_baru": self._jenjang(permohonan).name or "-",
            "program": self._jawab(permohonan, "program") or "-",
            "sekolah": self._jawab(permohonan, "sekolah") or "-",
            "nomor_ijazah": self._jawab(permohonan, "nomor_ijazah") or "-",
            "tanggal_lulus": self._lulus_pada(permohonan) or "",
            "nomor_persetujuan": dasar["nomor"],
            "tanggal_persetujuan": dasar["tanggal"],
        }

    def _judul_usul(self, permohonan):
        return "Usul Pencantuman Gelar dan Peningkatan Pendidikan"

    def _kolom_usul(self):
        return ["Pendidikan / Program Studi", "Ijazah", "Nama Menjadi"]

    def _baris_usul(self, permohonan):
        lulus = self._lulus_pada(permohonan)
        return [
            f"{self._jenjang(permohonan).kode or '-'}, {self._jawab(permohonan, 'program')},"
            f" {self._jawab(permohonan, 'sekolah')}",
            f"{self._jawab(permohonan, 'nomor_ijazah')},"
            f" {format_pendek(lulus) if lulus else '-'}",
            self._nama_lama_baru(permohonan)[1],
        ]
