from datetime import date

from odoo import models

from ..domain import pendidikan, tugas_belajar

_GOLONGAN = {"D3": "II/c", "D4": "III/a", "S1": "III/a", "S2": "III/b", "S3": "III/c"}


class AsnLayananHandlerPendidikan(models.AbstractModel):
    """Education and titles (basis pendidikan): the rules.

    Effects and letter are in ``asn_layanan_handler_pendidikan_efek``.
    """

    _name = "asn.layanan.handler.basis_pendidikan"
    _inherit = ["asn.layanan.handler", "asn.layanan.luar.mixin"]
    _description = "Education and Titles Service (Layanan Basis Pendidikan)"

    # ---- answers -------------------------------------------------------

    def _jawab(self, permohonan, kode):
        return permohonan._jawaban().get(kode) or ""

    def _lulus_pada(self, permohonan):
        teks = self._jawab(permohonan, "tanggal_lulus")
        return date.fromisoformat(str(teks)) if teks else None

    def _jenjang(self, permohonan):
        """Return the level applied for, or an empty record."""
        kode = pendidikan.jenjang(
            self._jawab(permohonan, "jenis"),
            self._jawab(permohonan, "jenjang"),
            self._jawab(permohonan, "jenjang_sekolah"),
        )
        Pendidikan = self.env["asn.pendidikan"]
        if not kode:
            return Pendidikan
        return Pendidikan.search([("kode", "=", kode)], limit=1)

    def _tercatat(self, permohonan):
        """Return the recorded level; without what the corrected letter recorded."""
        # sudo: the education of the applicant decides, whoever looks
        baris = (
            self.env["asn.riwayat.pendidikan"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", permohonan.employee_id._origin.id),
                    ("status", "=", "sah"),
                    ("dokumen_id", "not in", permohonan.asal_id.dokumen_produk_id.ids),
                ]
            )
        )
        return baris.pendidikan_id.sorted("urutan_jenjang")[-1:]

    def _izin_tercatat(self, permohonan):
        """Return the number of the permission of this education, or nothing (TB-12)."""
        lulus, jenjang = self._lulus_pada(permohonan), self._jenjang(permohonan)
        # sudo: whether the study was permitted decides, whoever looks
        studi = self.env["asn.riwayat.tugas.belajar"].sudo()
        for satu in studi.search(
            [
                ("employee_id", "=", permohonan.employee_id._origin.id),
                ("status", "=", "sah"),
            ]
        ):
            akhir = satu.tanggal_kembali or None
            masa = [(satu.pendidikan_id.kode, satu.tanggal_mulai, akhir)]
            if lulus and tugas_belajar.is_berizin(masa, jenjang.kode, lulus):
                return satu.nomor_sk or satu.display_name
        return ""

    # ---- rules ---------------------------------------------------------

    def _aturan_pdk_01(self, permohonan, aturan):
        """The certificate is genuine: PDDikti or recognition, seen by an officer."""
        if self._jawab(permohonan, "jenis") == pendidikan.PENINGKATAN:
            return "manual", self.env._("compare with the original certificate")
        if self._jawab(permohonan, "luar_negeri") == "ya":
            return "manual", self.env._("recognition (penyetaraan) of a foreign degree")
        return "manual", self.env._("entry in PDDikti")

    def _aturan_pdk_02(self, permohonan, aturan):
        """The programme was accredited at the graduation (PDK-02)."""
        nilai = self._jawab(permohonan, "akreditasi")
        if self._jawab(permohonan, "jenis") != pendidikan.AKADEMIK or (
            self._jawab(permohonan, "luar_negeri") == "ya"
        ):
            return "lulus", False
        tidak = nilai == "tidak_terakreditasi"
        return ("gagal" if tidak else "lulus"), nilai.replace("_", " ") or False

    def _aturan_pdk_03(self, permohonan, aturan):
        """Study before appointment, or with permission (PDK-03)."""
        pegawai = permohonan.employee_id
        izin = self._jawab(permohonan, "nomor_izin").strip()
        izin = izin or self._izin_tercatat(permohonan)
        hasil = pendidikan.periksa_izin(
            self._lulus_pada(permohonan),
            pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai or None,
            self._jawab(permohonan, "saat_asn") == "ya",
            izin,
            aturan._parameter().get("tanpa_izin", "manual"),
        )
        return hasil, izin or False

    def _aturan_pdk_04(self, permohonan, aturan):
        """PNS outside functional posts: the grade fits the level (PDK-04)."""
        pegawai = permohonan.employee_id
        jenjang = self._jenjang(permohonan)
        if pegawai.status_pegawai != "pns" or not jenjang:
            return "lulus", False
        urutan = {
            g.kode: g.urutan
            for g in self.env["asn.golongan"].search([("jenis", "=", "pns")])
        }
        kode = pegawai.golongan_id.kode
        tabel = aturan._parameter().get("golongan", _GOLONGAN)
        hasil = pendidikan.periksa_golongan(
            tabel, jenjang.kode, kode, urutan, bool(pegawai.jenjang)
        )
        return hasil, f"{jenjang.kode}: {kode}" if hasil != "lulus" else False

    def _aturan_pdk_05(self, permohonan, aturan):
        """Not below the recorded level unless as additional education (PDK-05)."""
        tercatat = self._tercatat(permohonan)
        hasil = pendidikan.periksa_jenjang(
            self._jenjang(permohonan).urutan_jenjang,
            tercatat.urutan_jenjang,
            self._jawab(permohonan, "tambahan") == "ya",
        )
        return hasil, tercatat.name or False

    def _aturan_pdk_x_01(self, permohonan, aturan):
        """A title is named where there is one, and none with a school; own rule."""
        gelar = any(
            self._jawab(permohonan, k).strip()
            for k in ("gelar_depan", "gelar_belakang")
        )
        sekolah = self._jawab(permohonan, "jenis") == pendidikan.PENINGKATAN
        return ("lulus" if gelar != sekolah else "gagal"), False

    def _aturan_pdk_x_02(self, permohonan, aturan):
        """The name on the certificate is that of the profile; own rule."""
        nama = self._jawab(permohonan, "nama_ijazah")
        sama = pendidikan.memuat(permohonan.employee_id.name, nama)
        return ("lulus" if sama else "manual"), False if sama else nama

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "PDK-02": self.env._("The programme was not accredited at the graduation."),
            "PDK-03": self.env._(
                "Study during the service needs a study permission or assignment."
            ),
            "PDK-04": self.env._(
                "Your grade (golongan) is still below what this level asks of a PNS"
                " outside functional posts."
            ),
            "PDK-05": self.env._(
                "The level is below the recorded one. Choose additional education if"
                " it is meant so."
            ),
            "PDK-X-01": self.env._(
                "Write the title as on the certificate; a school certificate has none."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: level, programme, school."""
        bagian = (
            self._jenjang(permohonan).kode,
            self._jawab(permohonan, "program"),
            self._jawab(permohonan, "sekolah"),
        )
        return " · ".join(b for b in bagian if b) or super()._ringkasan(permohonan)
