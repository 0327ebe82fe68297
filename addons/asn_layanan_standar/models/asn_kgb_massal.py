from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN
from odoo.addons.asn_layanan.domain import transisi
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL
from psycopg2 import OperationalError

#: People whose requests are filed in one transaction of the job.
BAGIAN = 100


class AsnKgbMassal(models.Model):
    """The increments of one month, of one unit or of all (KGB Sebulan).

    BKPSDM sees who is due and whether the request is ready, files for all who are,
    and decides in batches. It only gathers: each request is filed, checked, decided
    and issued as any other, by whoever is entitled to.
    """

    _name = "asn.kgb.massal"
    _inherit = "asn.penjaga.mixin"
    _description = "Increments of a Month (KGB Sebulan)"
    _order = "bulan desc, id desc"
    _rec_name = "judul"
    _GUARDED = {"is_antre": False, "diperiksa_pada": False}

    judul = fields.Char("Title", compute="_compute_judul", store=True)
    bulan = fields.Date(
        "Month (TMT)",
        required=True,
        default=lambda self: self._bulan_bawaan(),
        help="Increments of this month, and earlier ones that were not given yet.",
    )
    unit_id = fields.Many2one("hr.department", "Unit and Below", ondelete="restrict")
    is_antre = fields.Boolean("Filing", readonly=True, copy=False, index=True)
    diperiksa_pada = fields.Datetime("Checked", readonly=True, copy=False)
    baris_ids = fields.One2many("asn.kgb.massal.baris", "massal_id", "People")
    jumlah = fields.Integer("People in All", compute="_compute_jumlah")
    jumlah_belum = fields.Integer("Not Ready", compute="_compute_jumlah")
    jumlah_siap = fields.Integer("Ready", compute="_compute_jumlah")
    jumlah_antre = fields.Integer("To Be Filed", compute="_compute_jumlah")
    jumlah_gagal = fields.Integer("Filing Failed", compute="_compute_jumlah")
    jumlah_proses = fields.Integer("In Process", compute="_compute_jumlah")
    jumlah_terbit = fields.Integer("Issued", compute="_compute_jumlah")
    jumlah_giliran = fields.Integer("Waiting for Me", compute="_compute_giliran")
    kemajuan = fields.Float("Issued (%)", compute="_compute_jumlah")

    _satu_bulan = models.UniqueIndex(
        "(bulan, coalesce(unit_id, 0))",
        "There is already a list of this month and unit.",
    )

    @api.model
    def _bulan_bawaan(self):
        """Return the month whose notices are due now (KGB-07: two months before)."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return hari_ini.replace(day=1) + relativedelta(months=2)

    @api.depends("bulan", "unit_id")
    def _compute_judul(self):
        for massal in self:
            bulan = massal.bulan
            judul = f"KGB {NAMA_BULAN[bulan.month - 1]} {bulan.year}" if bulan else ""
            # sudo: the name of a unit is no secret
            unit = massal.unit_id.sudo().name
            massal.judul = f"{judul}, {unit}" if unit else judul

    @api.constrains("bulan")
    def _check_bulan(self):
        if any(massal.bulan.day != 1 for massal in self):
            raise ValidationError(self.env._("Choose the first day of a month."))

    @api.depends("baris_ids.hasil", "baris_ids.permohonan_id.state")
    def _compute_jumlah(self):
        Baris = self.env["asn.kgb.massal.baris"]
        Baris.flush_model()
        self.env["asn.permohonan"].flush_model(["state"])
        hitung = {}
        for nomor, hasil, state, cacah in self.env.execute_query(
            SQL(
                "SELECT b.massal_id, b.hasil, p.state, count(*)"
                "  FROM asn_kgb_massal_baris b"
                "  LEFT JOIN asn_permohonan p ON p.id = b.permohonan_id"
                " WHERE b.massal_id = ANY(%s) GROUP BY 1, 2, 3",
                list(self.ids),
            )
        ):
            milik = hitung.setdefault(nomor, {})
            keadaan = Baris._keadaan(hasil, state)
            milik[keadaan] = milik.get(keadaan, 0) + cacah
        for massal in self:
            milik = hitung.get(massal._origin.id, {})
            massal.jumlah = sum(milik.values())
            for nama in ("belum", "siap", "antre", "gagal", "proses", "terbit"):
                massal[f"jumlah_{nama}"] = milik.get(nama, 0)
            massal.kemajuan = (
                100.0 * massal.jumlah_terbit / massal.jumlah if massal.jumlah else 0.0
            )

    @api.depends_context("uid")
    @api.depends("baris_ids.permohonan_id.state")
    def _compute_giliran(self):
        for massal in self:
            massal.jumlah_giliran = len(massal._menunggu_saya())

    def _menunggu_saya(self):
        """Return the requests of this month that wait for the present user."""
        self.ensure_one()
        return self.env["asn.permohonan"].search(
            [
                ("id", "in", self.baris_ids.permohonan_id.ids),
                ("state", "in", transisi.TERBUKA),
                ("tugas_ids", "any", self._domain_tugas()),
            ]
        )

    def _domain_tugas(self):
        return [("state", "=", "open"), ("aktor_ids", "in", self.env.uid)]

    # ---- who is due, and is the request ready --------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        massal = super().create(vals_list)
        for satu in massal:
            satu._periksa_petugas()
        return massal

    def _periksa_petugas(self):
        """Refuse others than officers of the service.

        :raises AccessError: for everybody else
        """
        self.check_access("write")
        return self.env["asn.kgb"]._periksa_petugas()

    def action_periksa(self):
        """Work out who is due and what is missing; nothing is filed.

        Rows of who was filed for stay. Repeatable at any time.
        """
        self.ensure_one()
        self._periksa_petugas()
        self.lock_for_update()
        # sudo: rows are the engine's; which people they name follows from the unit
        # and the service, and the officer of the service may see all of them
        massal = self.sudo()
        hak = massal._hak()
        tetap = massal.baris_ids.filtered("permohonan_id")
        (massal.baris_ids - tetap)._mesin().unlink()
        orang = hak.employee_id - tetap.employee_id
        nilai = massal._nilai_baris(orang)
        massal.env["asn.kgb.massal.baris"]._mesin().create(nilai)
        massal._mesin().write({"diperiksa_pada": fields.Datetime.now()})
        return True

    def _hak(self):
        """Return the forecast rows of the month and of what is overdue."""
        akhir = self.bulan + relativedelta(months=1, days=-1)
        domain = [
            ("layanan_id.code", "=", "kgb"),
            ("kode", "=", "kgb"),
            ("tanggal", "<=", akhir),
        ]
        if self.unit_id:
            domain.append(("unit_id", "child_of", self.unit_id.id))
        return self.env["asn.hak.layanan"].search(domain)

    def _nilai_baris(self, orang):
        """Return one row per person, with the increment and why it is not ready.

        The rules answer for all at once; the same rules are asked at filing.
        """
        layanan = self.env["asn.layanan"].search([("code", "=", "kgb")])
        versi, hari_ini = layanan.versi_live_id, self.env["hr.employee"]._asn_hari_ini()
        handler = self.env["asn.layanan.handler.kgb"]
        jawaban = handler._periksa_orang(versi, orang, hari_ini)
        keras = set(versi.aturan_ids.filtered("keras").mapped("kode"))
        keras |= set(handler._kode_umum()) - set(versi.aturan_ids.mapped("kode"))
        hitung = self.env["asn.kgb"]._hitung(orang)
        jalan = self._berjalan(orang, layanan)
        akhir = self.bulan + relativedelta(months=1, days=-1)
        nilai = []
        for pegawai in orang.sorted("id"):
            hasil, permohonan = hitung[pegawai.id], jalan.get(pegawai.id)
            if not permohonan and (not hasil or hasil.tmt > akhir):
                # The forecast of last night is older than what was issued today.
                continue
            # Of what is under way the request itself tells how far it is.
            gagal = [] if permohonan else self._gagal(jawaban[pegawai.id], keras)
            pesan = self._pesan_belum(gagal)
            nilai.append(
                {
                    "massal_id": self.id,
                    "employee_id": pegawai.id,
                    "hasil": "belum" if pesan else "diajukan" if permohonan else "siap",
                    "pesan": pesan,
                    "bisa_tunda": handler._bisa_tunda({satu[0] for satu in gagal}),
                    "permohonan_id": permohonan,
                    **self._nilai_kgb(hasil),
                }
            )
        return nilai

    def _nilai_kgb(self, hasil):
        if not hasil:
            return {}
        return {
            "tmt": hasil.tmt,
            "golongan_id": hasil.golongan.id,
            "langkah": hasil.langkah,
            "gaji_lama": hasil.lama,
            "gaji_baru": hasil.baru,
        }

    def _berjalan(self, orang, layanan):
        """Return ``{employee id: request id}`` of increments in process."""
        terbuka = self.env["asn.permohonan"].search_fetch(
            [
                ("employee_id", "in", orang.ids),
                ("layanan_id", "=", layanan.id),
                ("state", "in", transisi.TERBUKA),
                ("kgb_jenis", "=", "berkala"),
            ],
            ["employee_id"],
        )
        return {p.employee_id.id: p.id for p in terbuka}

    def _gagal(self, jawaban, keras):
        """Return the answers for which a request would be refused."""
        return [
            satu
            for satu in jawaban
            if satu[:2] == ("UMUM-05", "manual")
            or (satu[1] == "gagal" and satu[0] in keras)
        ]

    def _pesan_belum(self, gagal):
        """Return why a request would be refused; empty when it is ready."""
        alasan = []
        for _kode, _nilai, fakta, pesan in gagal:
            teks = pesan or ""
            # Messages of the library already name the fact.
            if fakta and fakta not in teks:
                teks = f"{teks} ({fakta})" if teks else fakta
            alasan.append(teks)
        return " ".join(alasan)[:500] or False

    # ---- filing --------------------------------------------------------------

    def action_ajukan(self):
        """File for all who are ready, in the background; the page may be left.

        Who failed before is tried again.

        :raises UserError: nobody is ready
        """
        self.ensure_one()
        self._periksa_petugas()
        # sudo: rows are the engine's
        massal = self.sudo()
        baris = massal.baris_ids.filtered(lambda b: b.hasil in ("siap", "gagal"))
        if not baris:
            raise UserError(
                self.env._(
                    "Nobody is ready. Check first, then complete what is missing."
                )
            )
        baris._mesin().write(
            {"hasil": "antre", "pesan": False, "pengaju_id": self.env.uid}
        )
        massal._mesin().write({"is_antre": True})
        # sudo: asking for a run of the job is what the caller may do
        self.env.ref("asn_layanan_standar.ir_cron_kgb_massal").sudo()._trigger()
        return True

    @api.model
    def _cron_ajukan(self):
        """File what waits, part by part; each part is kept before the next."""
        # sudo: a scheduled job of the machine; each request is filed as its officer
        Baris = self.env["asn.kgb.massal.baris"].sudo()
        domain = [("hasil", "=", "antre")]
        while baris := Baris.search(domain, limit=BAGIAN, order="id"):
            try:
                baris._ajukan()
            except OperationalError:
                # Somebody filed for one of them in the same moment: once more, soon.
                self.env.cr.rollback()
                self.env.ref("asn_layanan_standar.ir_cron_kgb_massal")._trigger()
                break
            sisa = Baris.search_count(domain)
            baris.massal_id._tutup()
            if not self.env["ir.cron"]._commit_progress(len(baris), remaining=sisa):
                break

    def _tutup(self):
        """Mark lists in which nobody waits for filing any more."""
        for massal in self:
            if not massal.baris_ids.filtered(lambda b: b.hasil == "antre"):
                massal._mesin().write({"is_antre": False})

    # ---- decisions -----------------------------------------------------------

    def action_putuskan(self):
        """Open the dialog for several with what waits for the present user.

        :return: the dialog of the engine: approval, or signature where that is next
        :raises UserError: nothing waits for this user
        """
        self.ensure_one()
        self.check_access("read")
        menunggu = self._menunggu_saya()
        if not menunggu:
            raise UserError(self.env._("No request of this month waits for you."))
        # sudo: which kind of step it is decides which dialog opens, no more
        ttd = menunggu.sudo().filtered(lambda p: p.tahap_id.jenis == "ttd")
        ttd = ttd.with_env(self.env)
        jenis = "sign" if ttd == menunggu else "approve"
        pilih = menunggu if jenis == "sign" else menunggu - ttd
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan.asn_permohonan_massal_action"
        )
        aksi["context"] = {"active_ids": pilih.ids, "default_jenis": jenis}
        return aksi

    def action_lihat_baris(self):
        """Open the people of the month with what became of each."""
        self.ensure_one()
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan_standar.asn_kgb_massal_baris_action"
        )
        return dict(aksi, domain=[("massal_id", "=", self.id)])

    def action_serah(self):
        """Open the list of this month for the finance office, making it if needed."""
        self.ensure_one()
        self._periksa_petugas()
        return self.env["asn.gaji.serah"]._buka(self.bulan, self.unit_id)
