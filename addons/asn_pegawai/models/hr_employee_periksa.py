import re

from odoo import api, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain import nik as nik_tools
from odoo.addons.asn_base.domain import nip as nip_tools
from odoo.addons.asn_base.domain import npwp as npwp_tools
from odoo.addons.asn_base.domain.tanggal import umur
from odoo.exceptions import ValidationError

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}")


class HrEmployee(models.Model):
    """Checks of the profile that stop a save (dossier profile 3, level E)."""

    _inherit = "hr.employee"

    def _asn_masalah(self, baru=False):
        """Return the problems of one profile's numbers.

        :param baru: comparisons that bind new entries are errors
        :return: list of ``(rule id, 'E' or 'W', key)``
        """
        self.ensure_one()
        lahir, kelamin = self.tanggal_lahir, self.jenis_kelamin
        hasil = list(nama_tools.problems(self.name))
        if self.nip:
            hasil += nip_tools.problems(
                self.nip,
                tanggal_lahir=lahir,
                jenis_kelamin=kelamin,
                tmt_cpns=self.tmt_cpns,
                tmt_pppk=self.tmt_kontrak_mulai,
                status_pegawai=self.status_pegawai,
                tmt_pns=self.tmt_pns,
                baru=baru,
            )
        if self.nik:
            hasil += nik_tools.problems(self.nik, lahir, kelamin)
        if self.no_kk:
            hasil += nik_tools.problems_kk(self.no_kk)
        if self.npwp:
            hasil += npwp_tools.problems(self.npwp, nik=self.nik)
        return hasil

    @api.model
    def _asn_pesan_masalah(self):
        """Return the text for each key of a problem."""
        _ = self.env._
        return {
            "nip_panjang": _("The NIP must have exactly 18 digits."),
            "nip_tanggal_lahir_tidak_nyata": _("The NIP does not begin with a date."),
            "nip_bulan_tidak_sah": _(
                "Digits 13-14 of the NIP must be a month (PNS) or 21 and above (PPPK)."
            ),
            "nip_kode_kelamin": _("Digit 15 of the NIP must be 1 or 2."),
            "nip_beda_tanggal_lahir": _("The NIP has another date of birth."),
            "nip_beda_jenis_kelamin": _("The NIP says another sex."),
            "nip_urut_nol": _("The NIP ends with the number 000."),
            "nip_beda_status": _("The NIP does not fit the employment status."),
            "nip_beda_tmt_cpns": _("The NIP has another TMT CPNS."),
            "nip_umur_cpns": _("Age at TMT CPNS is not between 18 and 35."),
            "nip_beda_tmt_pppk": _("The NI PPPK has another year of appointment."),
            "tmt_pns_sebelum_cpns": _("TMT PNS is before TMT CPNS."),
            "tmt_pns_tidak_lazim": _("TMT PNS is not 1 to 2 years after TMT CPNS."),
            "nik_panjang": _("The NIK must have exactly 16 digits."),
            "nik_urut_nol": _("The NIK ends with 0000."),
            "nik_tanggal_tidak_nyata": _("The NIK holds no real date."),
            "nik_beda_tanggal_lahir": _("The NIK has another date of birth."),
            "nik_beda_jenis_kelamin": _("The NIK says another sex."),
            "nik_provinsi": _("The NIK begins with an unknown province."),
            "kk_panjang": _("The family card number (KK) must have 16 digits."),
            "npwp_panjang": _("The NPWP must have 15 or 16 digits."),
            "npwp_beda_nik": _("A NPWP of 16 digits must equal the NIK."),
            "nama_kosong": _("The name is empty."),
            "nama_angka": _("The name contains digits."),
            "nama_gelar": _("The name contains titles; they have fields of their own."),
        }

    @api.constrains(
        "name",
        "nip",
        "nik",
        "no_kk",
        "npwp",
        "tanggal_lahir",
        "jenis_kelamin",
        "tmt_cpns",
        "tmt_pns",
        "tmt_kontrak_mulai",
        "status_pegawai",
    )
    def _check_asn_nomor(self):
        """PRF-NIP, PRF-NIK, PRF-KK, PRF-NPWP, PRF-NAMA at level E."""
        baru = not self._asn_dari_massal()
        pesan = None
        for pegawai in self.sudo():  # sudo: numbers the writer may not read
            if not pegawai._asn_diperiksa():
                continue
            for aturan, tingkat, kunci in pegawai._asn_masalah(baru):
                if tingkat == "E":
                    pesan = pesan or self._asn_pesan_masalah()
                    # Translated where the texts are; the rule id is a name.
                    # pylint: disable-next=translation-required
                    raise ValidationError(f"{pesan[kunci]} ({aturan})")

    def _asn_diperiksa(self):
        """Only a person with a number of a civil servant has a profile."""
        return bool(self.nip or self.nik or self.status_pegawai)

    @api.constrains("tanggal_lahir")
    def _check_tanggal_lahir(self):
        hari_ini = self._asn_hari_ini()
        for pegawai in self:
            lahir = pegawai.tanggal_lahir
            if lahir and umur(lahir, hari_ini) < 17:
                raise ValidationError(
                    self.env._("A civil servant is at least 17 years old.")
                )

    @api.constrains("tmt_kontrak_mulai", "tmt_kontrak_selesai")
    def _check_kontrak(self):
        for pegawai in self:
            mulai, selesai = pegawai.tmt_kontrak_mulai, pegawai.tmt_kontrak_selesai
            if mulai and selesai and selesai < mulai:
                raise ValidationError(
                    self.env._("The contract (perjanjian kerja) ends before it starts.")
                )

    @api.constrains("email_pribadi", "work_email")
    def _check_email(self):
        """PRF-MAIL-01: valid form."""
        for pegawai in self.sudo():  # sudo: the address may be closed to the writer
            for alamat in (pegawai.email_pribadi, pegawai.work_email):
                if alamat and not _EMAIL.fullmatch(alamat):
                    raise ValidationError(
                        self.env._("%(mail)s is not an e-mail address.", mail=alamat)
                    )
