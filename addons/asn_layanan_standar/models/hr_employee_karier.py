from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.fields import Domain
from odoo.tools import SQL

from ..domain import pangkat

PEGAWAI = "base.group_system,hr.group_hr_user,asn_base.group_pegawai"
#: Months before the fourth year in rank from which the exam is looked for.
_BULAN_UJIAN = 12
_FUNGSIONAL = ["fungsional_keterampilan", "fungsional_keahlian"]


class HrEmployee(models.Model):
    """Who stands at a limit: lists that promotions, increments and leave ask for.

    Services dossier 3.11, 4.8 and 5.3. Each is a filter; nothing is stored.
    """

    _inherit = "hr.employee"

    is_batas_pendidikan = fields.Boolean(
        "Highest Rank of the Education Reached",
        compute="_compute_batas_karier",
        search="_search_batas_pendidikan",
        compute_sudo=True,
        groups=PEGAWAI,
        help="Regular promotion ends here until a higher education is recorded"
        " (KP-R-03).",
    )
    is_calon_ujian = fields.Boolean(
        "Service Exam Due (Ujian Dinas)",
        compute="_compute_batas_karier",
        search="_search_calon_ujian",
        compute_sudo=True,
        groups=PEGAWAI,
        help="In II/d or III/d, four years in rank are near, and neither a certificate"
        " nor an exemption is recorded (KP-07).",
    )
    is_kgb_maksimum = fields.Boolean(
        "Highest Step of Pay Reached",
        compute="_compute_batas_karier",
        search="_search_kgb_maksimum",
        compute_sudo=True,
        groups=PEGAWAI,
        help="No further increment until the next promotion (KGB-05).",
    )
    is_cuti_tangguh = fields.Boolean(
        "Deferred Leave to Be Used This Year",
        compute="_compute_batas_karier",
        search="_search_cuti_tangguh",
        compute_sudo=True,
        groups=PEGAWAI,
        help="Days deferred by decision lapse on 31 December (CUTI-T-06).",
    )

    def _compute_batas_karier(self):
        orang = self._origin
        if not orang:
            self.is_batas_pendidikan = self.is_calon_ujian = False
            self.is_kgb_maksimum = self.is_cuti_tangguh = False
            return
        batas = orang._di_batas_pendidikan()
        ujian = orang._calon_ujian()
        puncak = orang._di_puncak_gaji()
        tangguh = orang._bercuti_tangguh()
        for pegawai in self:
            nomor = pegawai._origin.id
            pegawai.is_batas_pendidikan = nomor in batas
            pegawai.is_calon_ujian = nomor in ujian
            pegawai.is_kgb_maksimum = nomor in puncak
            pegawai.is_cuti_tangguh = nomor in tangguh

    def _search_batas_pendidikan(self, operator, value):
        return self._cari_batas(operator, value, "_di_batas_pendidikan")

    def _search_calon_ujian(self, operator, value):
        return self._cari_batas(operator, value, "_calon_ujian")

    def _search_kgb_maksimum(self, operator, value):
        return self._cari_batas(operator, value, "_di_puncak_gaji")

    def _search_cuti_tangguh(self, operator, value):
        return self._cari_batas(operator, value, "_bercuti_tangguh")

    @api.model
    def _cari_batas(self, operator, value, metode):
        """Return the domain of who is (or is not) in a set of everybody's."""
        if operator != "in":
            return NotImplemented
        # sudo: ids are narrowed again by the reader's own rules
        cocok = getattr(self.sudo().browse(), metode)()
        return Domain("id", "in" if True in value else "not in", list(cocok))

    def _sql_milik(self):
        """Return the condition for these people; for everybody when there are none."""
        return SQL("e.id = ANY(%s)", self.ids) if self.ids else SQL("TRUE")

    def _di_batas_pendidikan(self):
        """Return ids of pelaksana who hold the highest rank of their education."""
        self.env.flush_all()
        tingkat = self.env["asn.pendidikan"].search([("kode", "in", ("S1", "D3"))])
        batas = {p.kode: p.golongan_tertinggi_id.urutan for p in tingkat}
        setara = self._parameter_kp("KP-R-03").get(
            "profesi_setara_s2", ["dokter", "apoteker"]
        )
        baris = self.env.execute_query(
            SQL(
                """
                SELECT e.id, g.urutan, t.urutan, p.kode, e.program_studi
                  FROM hr_employee e
                  JOIN asn_golongan g ON g.id = e.golongan_id
                  JOIN asn_pendidikan p ON p.id = e.pendidikan_id
                  JOIN asn_golongan t ON t.id = p.golongan_tertinggi_id
                  LEFT JOIN hr_job h ON h.id = e.jabatan_id
                  LEFT JOIN asn_jenis_jabatan j ON j.id = h.jenis_jabatan_id
                 WHERE e.active AND e.status_pegawai = 'pns' AND %s
                   AND coalesce(j.kelompok, '') <> 'manajerial'
                   AND NOT coalesce(j.sub_kelompok = ANY(%s), FALSE)
                   AND g.urutan >= least(t.urutan, %s)
                """,
                self._sql_milik(),
                _FUNGSIONAL,
                min(batas.values(), default=0),
            )
        )
        return {
            orang
            for orang, urutan, tertinggi, kode, program in baris
            if urutan
            >= pangkat.batas_pendidikan(
                (tertinggi, batas.get("S1"), batas.get("D3")), kode, program, setara
            )
        }

    def _calon_ujian(self):
        """Return ids of who needs the service exam for a promotion that is near."""
        layanan = self.env.ref("asn_layanan_standar.layanan_kenaikan_pangkat")
        versi = layanan.sudo().versi_live_id  # sudo: which version is in force
        aturan = versi.aturan_ids.filtered(lambda a: a.kode == "KP-07")
        if not aturan:
            return set()
        hari_ini = self._asn_hari_ini()
        sejak = tambah_bulan(hari_ini, _BULAN_UJIAN - pangkat.BULAN_PANGKAT["reguler"])
        milik = Domain("id", "in", self.ids) if self.ids else Domain.TRUE
        calon = self.search(
            milik
            & Domain("status_pegawai", "=", "pns")
            & Domain("golongan_id.kode", "in", ("II/d", "III/d"))
            & Domain("tmt_golongan", "<=", sejak)
        )
        handler = self.env["asn.layanan.handler.kenaikan_pangkat"]
        jawab = handler._orang_kp_07(versi, calon, aturan, Kasus(hari_ini, None))
        lampau = calon._di_batas_pendidikan() if calon else set()
        return {
            orang
            for orang, (hasil, __) in jawab.items()
            if hasil == "gagal" and orang not in lampau
        }

    @api.model
    def _parameter_kp(self, kode):
        """Return the parameters of a rule of promotions in force."""
        # sudo: numbers of a rule are no secret
        layanan = self.env.ref("asn_layanan_standar.layanan_kenaikan_pangkat").sudo()
        aturan = layanan.versi_live_id.aturan_ids.filtered(lambda a: a.kode == kode)
        return aturan._parameter() if aturan else {}

    def _di_puncak_gaji(self):
        """Return ids of PNS whose MKG has passed the last step of their grade."""
        self.env.flush_all()
        hari_ini = self._asn_hari_ini()
        baris = self.env.execute_query(
            SQL(
                """
                WITH puncak AS (
                    SELECT golongan_id, max(mkg_tahun) AS tahun
                      FROM asn_gaji_pokok
                     WHERE berlaku_mulai <= %(hari)s
                     GROUP BY golongan_id
                )
                SELECT e.id
                  FROM hr_employee e
                  JOIN puncak p ON p.golongan_id = e.golongan_id
                 WHERE e.active AND e.status_pegawai = 'pns' AND %(milik)s
                   AND coalesce(e.mkg_sk_tahun, 0) * 12 + coalesce(e.mkg_sk_bulan, 0)
                       + (extract(year FROM age(%(hari)s::date, e.tmt_golongan)) * 12
                          + extract(month FROM age(%(hari)s::date, e.tmt_golongan)))
                       >= p.tahun * 12
                   AND NOT EXISTS (
                       SELECT 1 FROM asn_hak_layanan k
                        WHERE k.employee_id = e.id AND k.kode = 'kgb')
                """,
                hari=hari_ini,
                milik=self._sql_milik(),
            )
        )
        return {nomor for (nomor,) in baris}

    def _bercuti_tangguh(self):
        """Return ids of who has days left that were deferred into this year."""
        Saldo = self.env["asn.saldo.cuti"]
        tahun = Saldo._hari_ini().year
        milik = Domain("employee_id", "in", self.ids) if self.ids else Domain.TRUE
        # sudo: only whether days are left is told
        mutasi = self.env["asn.saldo.cuti.mutasi"].sudo()
        orang = mutasi.search(
            milik & Domain("jenis", "=", "tangguh") & Domain("tahun", "=", tahun)
        ).employee_id
        rincian = Saldo._rincian(orang, tahun) if orang else {}
        return {nomor for nomor, satu in rincian.items() if satu["saldo"].sisa_tangguh}
