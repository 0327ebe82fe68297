from odoo import models
from odoo.fields import Domain


class AsnLayananHandler(models.AbstractModel):
    """The common gates UMUM-01 to UMUM-07, for every service.

    A rule row of the service with the same code changes message, basis,
    parameters or whether it blocks.
    """

    _inherit = "asn.layanan.handler"

    #: Fields of the profile that a service needs (UMUM-04).
    _KOLOM_PROFIL = (
        "nip",
        "tanggal_lahir",
        "golongan_id",
        "tmt_golongan",
        "jabatan_id",
        "unit_id",
    )

    def _kode_umum(self):
        """Return the codes that hold without being written in the service."""
        return [f"UMUM-0{nomor}" for nomor in range(1, 7)]

    def _nama_aturan(self, kode):
        """Return the condition of a common rule in words."""
        return {
            "UMUM-01": self.env._("Legal status (kedudukan hukum) allows requests"),
            "UMUM-02": self.env._("The service is open to this kind of employee"),
            "UMUM-03": self.env._("No other request of this kind is in process"),
            "UMUM-04": self.env._("The profile data the service needs are filled in"),
            "UMUM-05": self.env._("All obligatory documents are attached"),
            "UMUM-06": self.env._("The data are not blocked by BKN"),
            "UMUM-07": self.env._("No disciplinary punishment is running"),
        }.get(kode, kode)

    def _pesan_aturan(self, kode):
        """Return the message of a common rule that failed."""
        return {
            "UMUM-01": self.env._(
                "Your legal status (kedudukan hukum) does not allow this request."
            ),
            "UMUM-02": self.env._(
                "This service is not available for your kind of employment."
            ),
            "UMUM-03": self.env._("A request of this kind is still in process."),
            "UMUM-04": self.env._("Complete and verify your profile data first."),
            "UMUM-05": self.env._("Obligatory documents are missing."),
            "UMUM-06": self.env._("Your personnel data are blocked by BKN."),
            "UMUM-07": self.env._("A disciplinary punishment is running."),
        }.get(kode, False)

    def _aturan_umum_01(self, permohonan, aturan):
        kedudukan = permohonan.employee_id.kedudukan_hukum
        parameter = aturan._parameter()
        boleh = kedudukan.boleh_ajukan_layanan or kedudukan.kode in parameter.get(
            "kecuali", ()
        )
        return ("lulus" if kedudukan and boleh else "gagal"), kedudukan.name or "-"

    def _aturan_umum_02(self, permohonan, aturan):
        pegawai = permohonan.employee_id
        label = dict(
            pegawai._fields["status_pegawai"]._description_selection(self.env)
        ).get(pegawai.status_pegawai, "-")
        boleh = permohonan.layanan_id._tersedia_untuk(pegawai)
        return ("lulus" if boleh else "gagal"), label

    def _banyak_umum_03(self, permohonan, aturan):
        domain = {p: self._domain_sejenis(p) for p in permohonan}
        semua = [Domain(satu) for satu in domain.values() if satu]
        lain = permohonan.search(Domain.OR(semua)) if semua else permohonan.browse()
        hasil = {p.id: ("lulus", False) for p in permohonan}
        for satu in permohonan.filtered(lambda p: p.employee_id in lain.employee_id):
            ada = domain[satu] and permohonan.search(domain[satu], limit=1)
            if ada:
                hasil[satu.id] = "gagal", ada.nomor
        return hasil

    def _domain_sejenis(self, permohonan):
        """Return the domain of competing open requests; None when allowed."""
        return [
            ("employee_id", "=", permohonan.employee_id.id),
            ("layanan_id", "=", permohonan.layanan_id.id),
            ("state", "in", ("in_review", "returned", "approved")),
            ("id", "!=", permohonan.id),
        ]

    def _aturan_umum_04(self, permohonan, aturan):
        pegawai = permohonan.employee_id
        kolom = aturan._parameter().get("kolom") or self._KOLOM_PROFIL
        kurang = [n for n in kolom if n in pegawai._fields and not pegawai[n]]
        if not kurang:
            return "lulus", False
        label = [pegawai._fields[n].get_description(self.env)["string"] for n in kurang]
        return "gagal", ", ".join(label)

    def _aturan_umum_05(self, permohonan, aturan):
        kurang = permohonan._berkas_kurang().jenis_dokumen_id.mapped("name")
        masalah = [*kurang, *permohonan.berkas_ids._salah()]
        return ("gagal", ", ".join(masalah)) if masalah else ("lulus", False)

    def _aturan_umum_06(self, permohonan, aturan):
        kedudukan = permohonan.employee_id.kedudukan_hukum
        return ("gagal" if kedudukan.kode == "92" else "lulus"), False

    def _banyak_umum_07(self, permohonan, aturan):
        """Punishment of the levels named in the parameter ``tingkat`` (a list)."""
        if "asn.riwayat.hukuman" not in self.env:
            return {p.id: ("manual", False) for p in permohonan}
        Hukuman = self.env["asn.riwayat.hukuman"]
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        domain = [
            *Hukuman._domain_tidak_dibatalkan(),
            ("employee_id", "in", permohonan.employee_id.ids),
            ("tmt", "<=", hari_ini),
            "|",
            # One without a length (a warning) runs on its own day only (2.3).
            ("tmt", "=", hari_ini),
            ("tanggal_selesai", ">=", hari_ini),
        ]
        if tingkat := aturan._parameter().get("tingkat"):
            domain.append(("tingkat", "in", tingkat))
        hukuman = Hukuman.search(domain)
        kena = hukuman.grouped("employee_id")
        return {
            p.id: ("gagal", kena[p.employee_id][:1].display_name)
            if p.employee_id in kena
            else ("lulus", False)
            for p in permohonan
        }
