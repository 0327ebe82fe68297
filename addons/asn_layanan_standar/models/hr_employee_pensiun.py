from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan
from odoo.fields import Domain

from ..domain.pensiun import BULAN_PEMBERITAHUAN

PEGAWAI = "base.group_system,hr.group_hr_user,asn_base.group_pegawai"
#: Legal positions after which nothing of the service goes on.
_SELESAI = ("pensiun", "berhenti")
#: States of a request whose decree is issued.
_TERBIT = frozenset({"issued", "done"})
#: Requests of a person that end with the service.
_TERBUKA = ("draft", "in_review", "returned", "approved")


class HrEmployee(models.Model):
    """The way to the pension: the list, the notices and the end of open matters."""

    _inherit = "hr.employee"

    pensiun_keadaan = fields.Selection(
        [
            ("terlambat", "Beyond the retirement age"),
            ("terbit", "Decree issued"),
            ("proses", "In process"),
            ("perlu", "To be proposed"),
            ("nanti", "Later"),
        ],
        "Pension Proposal",
        compute="_compute_pensiun_keadaan",
        search="_search_pensiun_keadaan",
        compute_sudo=True,
        groups=PEGAWAI,
    )
    pensiun_ada_dpcp = fields.Boolean(
        "DPCP Filed",
        compute="_compute_pensiun_keadaan",
        search="_search_pensiun_ada_dpcp",
        compute_sudo=True,
        groups=PEGAWAI,
    )
    pensiun_tmt_sk = fields.Date(
        "Ends by Decree",
        compute="_compute_pensiun_keadaan",
        compute_sudo=True,
        groups=PEGAWAI,
        help="When the service ends by a decree that is issued, also before the"
        " retirement age.",
    )
    pensiun_diberitahukan = fields.Date(
        "Told of the Pension",
        groups="base.group_system",
        copy=False,
        help="The TMT of the pension that the last notice named.",
    )

    @api.depends("tmt_pensiun", "kedudukan_hukum.kelas")
    def _compute_pensiun_keadaan(self):
        """State of the proposal of many people, by two queries."""
        hari_ini = self._asn_hari_ini()
        batas = tambah_bulan(hari_ini, 15)
        permohonan = self.env["asn.permohonan"]._read_group(
            [("employee_id", "in", self.ids), *self._domain_usul_pensiun()],
            ["employee_id", "state"],
            ["pensiun_tmt:max"],
        )
        keadaan, tmt_sk = {}, {}
        for pegawai, state, akhir in permohonan:
            keadaan.setdefault(pegawai.id, set()).add(state)
            if state in _TERBIT:
                tmt_sk[pegawai.id] = akhir
        dpcp = self.env["asn.dokumen"]._read_group(
            [
                ("employee_id", "in", self.ids),
                ("jenis_id.kode", "=", "DPCP"),
                ("status", "in", ("sah", "belum")),
            ],
            ["employee_id"],
        )
        ada = {pegawai.id for (pegawai,) in dpcp}
        for pegawai in self:
            tmt, punya = pegawai.tmt_pensiun, keadaan.get(pegawai._origin.id, set())
            pegawai.pensiun_ada_dpcp = pegawai._origin.id in ada
            pegawai.pensiun_tmt_sk = tmt_sk.get(pegawai._origin.id, False)
            if punya & _TERBIT:
                pegawai.pensiun_keadaan = "terbit"
            elif tmt and tmt <= hari_ini and not pegawai._asn_sudah_berhenti():
                pegawai.pensiun_keadaan = "terlambat"
            elif punya:
                pegawai.pensiun_keadaan = "proses"
            else:
                pegawai.pensiun_keadaan = "perlu" if tmt and tmt <= batas else "nanti"

    def _domain_usul_pensiun(self):
        """Return which requests are proposals of a pension that live."""
        return [
            ("pensiun_jenis", "not in", (False, "mpp")),
            ("state", "not in", ("rejected", "cancelled", "revoked", "draft")),
        ]

    def _search_pensiun_ada_dpcp(self, operator, value):
        """Find by whether the DPCP lies in the archive."""
        if operator != "in":
            return NotImplemented
        # sudo: only whether there is one is told, of people one may read
        dokumen = self.env["asn.dokumen"].sudo()
        ada = dokumen.search(
            [("jenis_id.kode", "=", "DPCP"), ("status", "in", ("sah", "belum"))]
        ).employee_id
        return Domain("id", "in" if True in value else "not in", ada.ids)

    def _search_pensiun_keadaan(self, operator, value):
        """Find by the state of the proposal: people near the pension or proposed."""
        if operator not in ("in", "="):
            return NotImplemented
        dicari = set(value) if operator == "in" else {value}
        batas = tambah_bulan(self._asn_hari_ini(), 15)
        dekat = self.sudo().search(  # sudo: narrowed again by the reader's own rules
            [("tmt_pensiun", "!=", False), ("tmt_pensiun", "<=", batas)]
        )
        # sudo: as above
        usul = self.env["asn.permohonan"].sudo().search(self._domain_usul_pensiun())
        # An own request, or that of heirs, comes long before the retirement age.
        diusulkan = usul.employee_id
        cocok = (dekat | diusulkan).filtered(lambda p: p.pensiun_keadaan in dicari)
        domain = Domain("id", "in", cocok.ids)
        if "nanti" in dicari:
            jauh = Domain("tmt_pensiun", ">", batas)
            domain |= jauh & Domain("id", "not in", diusulkan.ids)
        return domain

    def _asn_sudah_berhenti(self):
        """Tell whether this person has left the service."""
        self.ensure_one()
        return self.kedudukan_hukum.kelas in _SELESAI

    # ---- where to find the person --------------------------------------

    def _asn_terbaca(self, nama):
        """Return a field of the profile; empty where the reader may not see it."""
        field = self._fields[nama]
        return self[nama] if self._has_field_access(field, "read") else False

    def _asn_alamat_rumah(self):
        """Return the home address in one line, else the one on the KTP."""
        self.ensure_one()
        jalan = self._asn_terbaca("alamat_domisili")
        if not jalan:
            return self._asn_terbaca("alamat_ktp")
        kota = " ".join(
            bagian for k in ("kota", "kode_pos") if (bagian := self._asn_terbaca(k))
        )
        rinci = [self._asn_terbaca(k) for k in ("kelurahan", "kecamatan")]
        return ", ".join(bagian for bagian in (jalan, *rinci, kota) if bagian)

    # ---- notices -------------------------------------------------------

    @api.model
    def _cron_beritahu_pensiun(self):
        """Tell who retires within a year, and the head of the unit, once (6.3)."""
        hari_ini = self._asn_hari_ini()
        # sudo: the calendar of the office
        orang = self.sudo().search(
            [
                ("tmt_pensiun", ">", hari_ini),
                ("tmt_pensiun", "<=", tambah_bulan(hari_ini, BULAN_PEMBERITAHUAN)),
                ("status_pegawai", "=", "pns"),
            ]
        )
        baru = orang.filtered(
            lambda p: (
                p.pensiun_diberitahukan != p.tmt_pensiun and not p._asn_sudah_berhenti()
            )
        )
        self.env["asn.pemberitahuan"]._catat(
            [kabar for pegawai in baru for kabar in pegawai._kabar_pensiun()]
        )
        for pegawai in baru:
            pegawai.pensiun_diberitahukan = pegawai.tmt_pensiun

    def _kabar_pensiun(self):
        """Return the notices about one person's pension."""
        self.ensure_one()
        penerima = self.user_id | self.unit_id.manager_id.user_id
        kabar = []
        for user in penerima.filtered("active"):
            bahasa = self.with_context(lang=user.lang).env
            kabar.append(
                {
                    "user_id": user.id,
                    "judul": bahasa._(
                        "%(name)s retires on %(day)s",
                        name=self.name,
                        day=format_panjang(self.tmt_pensiun),
                    ),
                    "isi": bahasa._(
                        "Please check the profile and the family data, print the DPCP"
                        " and file the request for the pension."
                    ),
                    "jenis": "peringatan",
                }
            )
        return kabar

    # ---- end of the service --------------------------------------------

    def _project_riwayat(self, jenis=None):
        """Also end what is open when somebody leaves the service (section 13)."""
        berubah = super()._project_riwayat(jenis)
        if not jenis or "pemberhentian" in jenis:
            berubah._asn_akhiri_permohonan()
        return berubah

    def _asn_akhiri_permohonan(self):
        """Withdraw the open requests of those who left, but for their pension."""
        # sudo: the office ends them, whoever recorded the decree
        berhenti = self.sudo().filtered(lambda p: p._asn_sudah_berhenti())
        if not berhenti:
            return
        # sudo: requests of theirs, in whatever scope
        terbuka = (
            self.env["asn.permohonan"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", berhenti.ids),
                    ("state", "in", _TERBUKA),
                    ("pensiun_jenis", "=", False),
                    ("jenis_tindak", "=", False),
                ]
            )
        )
        for permohonan in terbuka:
            permohonan._akhiri_karena_berhenti()

    @api.depends("kedudukan_hukum.kelas")
    def _compute_saldo_cuti(self):
        """Nobody who left has leave: the balance is void (section 13)."""
        berhenti = self.filtered(lambda p: p._asn_sudah_berhenti())
        res = super(HrEmployee, self - berhenti)._compute_saldo_cuti()
        kolom = [
            nama
            for nama, field in self._fields.items()
            if field.compute == "_compute_saldo_cuti"
        ]
        for pegawai in berhenti:
            pegawai.update(dict.fromkeys(kolom, 0))
        return res
