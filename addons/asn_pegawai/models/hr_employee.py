import re

from odoo import api, fields, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain import nik as nik_tools
from odoo.addons.asn_base.domain import nip as nip_tools
from odoo.addons.asn_base.domain import npwp as npwp_tools
from odoo.addons.asn_base.domain.teks import hanya_isi
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

_NORMAL = {
    "nip": nip_tools.normalize,
    "nip_lama": hanya_isi,
    "nik": nik_tools.normalize,
    "no_kk": nik_tools.normalize,
    "npwp": npwp_tools.normalize,
    "no_bpjs_kesehatan": hanya_isi,
    "kode_pos": hanya_isi,
    "name": nama_tools.rapikan,
    "no_karpeg": lambda teks: " ".join(teks.upper().split()),
}


def e164(nomor):
    """Return an Indonesian telephone number as ``+62...``.

    A number that is not Indonesian comes back without blanks only.
    """
    bersih = re.sub(r"[^\d+]", "", nomor)
    if bersih.startswith("0"):
        return "+62" + bersih[1:]
    if bersih.startswith("62"):
        return "+" + bersih
    return bersih


class HrEmployee(models.Model):
    """A civil servant: who writes, how values are kept, how people are found.

    Only officers (``hr.group_hr_user``) write here; everybody else proposes,
    and verified methods write. Projected values are typed by nobody.
    """

    _inherit = "hr.employee"

    cari = fields.Char(
        "Name or NIP",
        compute="_compute_cari",
        search="_search_cari",
        groups="asn_base.group_pegawai,hr.group_hr_user",
    )

    # Lists are in the order of names: with these columns most searches walk the
    # index alone, and not one page of the table for each person they pass.
    _nama_idx = models.Index(
        "(name, id) INCLUDE (nama_lengkap, company_id, unit_id, golongan_id, user_id)"
        " WHERE active IS TRUE"
    )
    _unit_idx = models.Index("(company_id, unit_id) WHERE active IS TRUE")
    _golongan_idx = models.Index("(company_id, golongan_id) WHERE active IS TRUE")
    _versi_idx = models.Index("(current_version_id)")
    _nip_uniq = models.UniqueIndex(
        "(nip) WHERE nip IS NOT NULL",
        "There is already an employee with this NIP, perhaps archived (PRF-NIP-09).",
    )
    _nik_uniq = models.UniqueIndex(
        "(nik) WHERE nik IS NOT NULL AND active IS TRUE",
        "There is already an active employee with this NIK (PRF-NIK-05).",
    )

    @api.model
    def _asn_hari_ini(self):
        """Return today's date where the city is, also inside a cron."""
        tz = self.env.company._asn_zona()
        return fields.Date.context_today(self.with_context(tz=tz))

    def _compute_display_name(self):
        # The name alone, and not the two hundred columns beside it.
        self.fetch(["name"])
        return super()._compute_display_name()

    def _compute_cari(self):
        self.cari = False

    @api.model
    def _domain_cari(self, teks):
        """Return the domain for what a person types to find somebody.

        Digits mean the beginning of a NIP, blanks allowed; anything else is
        part of the name. Both arms are served by an index.
        """
        digit = hanya_isi(teks)
        if digit.isdigit() and len(digit) >= 3:
            return Domain("nip", "=like", digit + "%")
        return Domain("nama_lengkap", "ilike", (teks or "").strip())

    def _search_cari(self, operator, value):
        if operator not in ("ilike", "=", "in"):
            return NotImplemented
        nilai = [value] if isinstance(value, str) else list(value or [])
        return Domain.OR(self._domain_cari(v) for v in nilai if v)

    @api.model
    def search_fetch(self, domain, field_names=None, offset=0, limit=None, order=None):
        nama = None if field_names is None else set(field_names)
        sempit = nama is not None and nama <= {"id", "name", "display_name"}
        if not limit or sempit or not self.browse().has_access("read"):
            return super().search_fetch(domain, field_names, offset, limit, order)
        # First who, then what of them: the first is answered by an index alone.
        orang = super().search_fetch(domain, [], offset, limit, order)
        orang.fetch(field_names)
        return orang

    @api.model
    def _search_display_name(self, operator, value):
        if (
            operator == "ilike"
            and isinstance(value, str)
            and value
            and self.browse().has_access("read")
        ):
            return self._domain_cari(value)
        return super()._search_display_name(operator, value)

    @api.model
    def _asn_normalkan(self, vals):
        """Return values as they are stored: numbers bare, phones in E.164."""
        hasil = dict(vals)
        for nama, ubah in _NORMAL.items():
            if isinstance(hasil.get(nama), str):
                hasil[nama] = ubah(hasil[nama]) or False
        for nama in ("no_hp", "no_telepon"):
            if hasil.get(nama):
                hasil[nama] = e164(hasil[nama])
        return hasil

    def _asn_tolak_proyeksi(self, vals):
        if self.env.su:
            return
        terlarang = self._PROYEKSI & vals.keys()
        if terlarang:
            nama = ", ".join(
                sorted(self._fields[n]._description_string(self.env) for n in terlarang)
            )
            raise AccessError(
                self.env._(
                    "Current values follow from the riwayat and are not typed:"
                    " %(fields)s. Record the decree in the riwayat instead.",
                    fields=nama,
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        # Before anything reads the values: core stumbles over a missing name.
        self.check_access("create")
        vals_list = [self._asn_normalkan(vals) for vals in vals_list]
        for vals in vals_list:
            self._asn_tolak_proyeksi(vals)
        # The key only says that no picture of initials is stored: one is
        # drawn whenever there is none, and storing costs ten attachments.
        hemat = self.with_context(asn_tanpa_avatar=True)
        pegawai = super(HrEmployee, hemat).create(vals_list).with_env(self.env)
        if not self.env.su:
            # Defaults of the context and of ir.default arrive only now.
            for orang in pegawai.sudo():  # sudo: projected fields of new rows
                terisi = {n: 1 for n in self._PROYEKSI if orang[n]}
                pegawai._asn_tolak_proyeksi(terisi)
        pegawai._asn_sinkron_inti()
        self.env["asn.anomali"]._tandai(pegawai)
        return pegawai

    def write(self, vals):
        vals = self._asn_normalkan(vals)
        self._asn_tolak_proyeksi(vals)
        res = super().write(vals)
        if self._INTI.keys() & vals.keys():
            self._asn_sinkron_inti()
        if "active" in vals:
            self._proyeksi_kepala(self.ids)
        if self._DIPERIKSA & vals.keys():
            self.env["asn.anomali"]._tandai(self)
        return res

    def _avatar_generate_svg(self):
        if self.env.context.get("asn_tanpa_avatar"):
            return False
        return super()._avatar_generate_svg()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_nip(self):
        if any(pegawai.nip for pegawai in self):
            raise UserError(
                self.env._(
                    "A civil servant with a NIP is never deleted. Archive the"
                    " employee or set the legal position (kedudukan hukum)."
                )
            )
