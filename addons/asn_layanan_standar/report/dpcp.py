from odoo import api, models
from odoo.addons.asn_base.domain import nip
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_surat.domain import bentuk

from ..domain import pensiun

_HUBUNGAN_ANAK = {"kandung": "Kandung", "angkat": "Angkat", "tiri": "Tiri"}


class Dpcp(models.AbstractModel):
    """DPCP: data perorangan calon penerima pensiun, to be signed (services 6.5)."""

    _name = "report.asn_layanan_standar.dpcp"
    _description = "Data of a Candidate for a Pension (DPCP)"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return what the form prints, for requests the user may read.

        :raise AccessError: for requests of others, and where pay is hidden
        """
        daftar = self.env["asn.permohonan"].browse(docids)
        daftar.check_access("read")
        daftar._check_field_access(daftar._fields["pensiun_gaji"], "read")
        # sudo: the form holds pay and family of the applicant, whom it is printed for
        daftar_sudo = daftar.sudo()
        return {
            "doc_ids": docids,
            "doc_model": "asn.permohonan",
            "docs": daftar,
            "dpcp": [self._isi(p) for p in daftar_sudo if p.pensiun_jenis],
        }

    def _isi(self, permohonan):
        """Return the plain values of one form."""
        pegawai = permohonan.employee_id
        perusahaan = self.env.company.sudo()  # sudo: letterhead data is public
        badan = pegawai.unit_id._perangkat_daerah()
        keluarga = self.env["asn.riwayat.keluarga"].search(
            [("employee_id", "=", pegawai.id), ("status", "=", "sah")],
            order="urutan, tanggal_nikah, tanggal_lahir, id",
        )
        return {
            "nomor": permohonan.nomor or "",
            "instansi": f"Pemerintah {perusahaan.asn_nama_daerah or ''}",
            "tempat": perusahaan.asn_ibu_kota or "",
            "tanggal": format_panjang(self.env["hr.employee"]._asn_hari_ini()),
            "nama": pegawai.nama_lengkap or pegawai.name,
            "pribadi": self._pribadi(permohonan, pegawai),
            "pasangan": [
                self._pasangan(k) for k in keluarga if k.hubungan == "pasangan"
            ],
            "anak": [
                self._anak(k) for k in keluarga.filtered(lambda k: k.hubungan == "anak")
            ],
            "alamat": pegawai._asn_alamat_rumah() or "-",
            "alamat_pensiun": permohonan._jawaban().get("alamat_pensiun") or "-",
            "nip": nip.format(pegawai.nip) if pegawai.nip else "-",
            # The head of an office does not sign for having seen the own data.
            "pejabat": (
                bentuk.kepala_unit(badan.name, badan.jenis_unit)
                if badan.manager_id != pegawai
                else ""
            )
            or "Pejabat yang berwenang",
            "oleh_waris": permohonan.pensiun_jenis in pensiun.AHLI_WARIS,
        }

    def _pribadi(self, permohonan, pegawai):
        """Return the numbered facts of the person as ``[(label, value)]``."""
        masa = divmod(permohonan.pensiun_masa_kerja, 12)
        tmt = permohonan.pensiun_tmt
        return [
            ("Nama", pegawai.nama_lengkap or pegawai.name),
            ("NIP", nip.format(pegawai.nip) if pegawai.nip else "-"),
            ("Nomor Karpeg", pegawai.no_karpeg or "-"),
            (
                "Tempat, tanggal lahir",
                f"{pegawai.tempat_lahir or '-'}, {format_panjang(pegawai.tanggal_lahir)}",
            ),
            ("Jabatan", pegawai.jabatan_id.name or "-"),
            ("Unit kerja", pegawai.unit_id.name or "-"),
            (
                "Pangkat/gol. ruang, TMT",
                f"{pegawai.golongan_id.display_name or '-'},"
                f" {format_panjang(pegawai.tmt_golongan)}",
            ),
            ("Gaji pokok terakhir", bentuk.rupiah(permohonan.pensiun_gaji)),
            (
                "Masa kerja golongan",
                "{} tahun {} bulan".format(*permohonan._mkg_pensiun()),
            ),
            ("Masa kerja pensiun", f"{masa[0]} tahun {masa[1]} bulan"),
            ("Masa kerja sebelum CPNS (PMK)", self._pmk(pegawai)),
            ("CLTN", "Pernah" if permohonan.pensiun_ada_cltn else "Tidak pernah"),
            ("Pendidikan terakhir", pegawai.pendidikan_id.name or "-"),
            ("Mulai masuk PNS (TMT CPNS)", format_panjang(pegawai.tmt_cpns) or "-"),
            ("TMT pensiun", format_panjang(tmt) or "-"),
        ]

    def _pmk(self, pegawai):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        _potongan, tambahan = pegawai._asn_potongan_masa_kerja(hari_ini)
        tahun, bulan = divmod(tambahan.get(pegawai.id, 0), 12)
        return f"{tahun} tahun {bulan} bulan" if tahun or bulan else "-"

    def _pasangan(self, baris):
        keadaan = "Kawin"
        if baris.tanggal_cerai:
            keadaan = f"Cerai {format_panjang(baris.tanggal_cerai)}"
        elif baris.tanggal_meninggal:
            keadaan = f"Meninggal {format_panjang(baris.tanggal_meninggal)}"
        return {
            "nama": baris.nama,
            "lahir": format_panjang(baris.tanggal_lahir) or "-",
            "nikah": format_panjang(baris.tanggal_nikah) or "-",
            "karis": baris.no_karis_karsu or "-",
            "keadaan": keadaan,
        }

    def _anak(self, baris):
        keterangan = [_HUBUNGAN_ANAK.get(baris.status_anak, "Kandung")]
        if baris.is_kawin:
            keterangan.append("sudah kawin")
        if baris.is_kerja:
            keterangan.append("sudah berpenghasilan")
        if baris.sekolah:
            keterangan.append("sekolah/kuliah")
        return {
            "nama": baris.nama,
            "lahir": format_panjang(baris.tanggal_lahir) or "-",
            "orang_tua": baris.pasangan_id.nama or "-",
            "keterangan": ", ".join(keterangan),
        }
