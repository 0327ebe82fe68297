from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError

#: Types of field that can be typed into a proposal.
_TIPE = frozenset(
    {
        "char",
        "text",
        "date",
        "integer",
        "float",
        "monetary",
        "selection",
        "many2one",
        "boolean",
    }
)
#: Fields of a riwayat row that are the system's.
_BUKAN_ISIAN = frozenset(
    {
        "employee_id",
        "status",
        "sumber",
        "disahkan_oleh_id",
        "disahkan_pada",
        "koreksi_dari_id",
        "dokumen_id",
        "catatan",
        "active",
        "company_id",
    }
)
#: What a proposal may point to: lists that everybody reads, never people's rows.
_RUJUKAN_TERTUTUP = frozenset({"hr.employee", "res.users", "res.partner"})
#: What an administrator may decide about a kind.
_DAPAT_DIATUR = frozenset(
    {
        "pengusul",
        "verifikator",
        "wajib_dokumen",
        "jenis_dokumen_ids",
        "sequence",
        "active",
    }
)


class AsnUsulanJenis(models.Model):
    """What may be proposed: one row per riwayat kind and per personal field.

    The rows come with the product: personal fields from the edit column of
    the profile dossier, riwayat from the classes themselves. An administrator
    decides who verifies last, who may propose and whether a document is
    needed; nobody opens a field that has no row here.
    """

    _name = "asn.usulan.jenis"
    _description = "Kind of Proposal (jenis usulan)"
    _order = "bagian, sequence, id"

    name = fields.Char(compute="_compute_name")
    model = fields.Char("Model", required=True, readonly=True)
    medan = fields.Char("Field", readonly=True)
    bagian = fields.Selection(
        [
            ("pribadi", "Personal data"),
            ("kualifikasi", "Qualification (kualifikasi)"),
            ("kompetensi", "Competence (kompetensi)"),
            ("kinerja", "Performance (kinerja)"),
            ("pendukung", "Supporting data (pendukung)"),
        ],
        "Group (bagian)",
        required=True,
        readonly=True,
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean("Open", default=True)
    pengusul = fields.Selection(
        [
            ("mandiri", "The ASN or the fasilitator"),
            ("fasilitator", "The fasilitator only"),
        ],
        "Proposed By",
        required=True,
        default="mandiri",
    )
    verifikator = fields.Selection(
        [
            ("fasilitator", "Fasilitator"),
            ("bkpsdm", "Fasilitator, then BKPSDM"),
        ],
        "Verified By",
        required=True,
        default="bkpsdm",
    )
    wajib_dokumen = fields.Boolean("Needs a Document", default=True)
    jenis_dokumen_ids = fields.Many2many(
        "asn.jenis.dokumen", string="Documents That Prove It"
    )

    _unik = models.UniqueIndex(
        "(model, COALESCE(medan, ''))", "This kind of proposal exists already."
    )

    @api.depends("model", "medan")
    @api.depends_context("lang")
    def _compute_name(self):
        # sudo: the names of kinds of data are no secret; read all at once
        Model = self.env["ir.model"].sudo()
        riwayat = {
            j.model for j in self if not j.medan and j.model in self.env.registry
        }
        nama = {
            m.model: m.name for m in Model.browse([Model._get_id(n) for n in riwayat])
        }
        for jenis in self:
            medan = None
            if jenis.medan and jenis.model in self.env.registry:
                medan = self.env[jenis.model]._fields.get(jenis.medan)
            if medan is not None and jenis._is_foto():
                jenis.name = jenis._sifat(jenis.medan).label
            elif medan is not None:
                jenis.name = medan._description_string(self.env)
            else:
                jenis.name = nama.get(jenis.model, jenis.model)

    @api.depends("name")
    def _compute_display_name(self):
        for jenis in self:
            jenis.display_name = jenis.name

    @api.model_create_multi
    def create(self, vals_list):
        # Only the installation adds rows: a row opens a field.
        if not self.env.su:
            raise AccessError(self.env._("Kinds of proposal come with the product."))
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        tetap = set(vals) - _DAPAT_DIATUR
        if tetap and not self.env.su:
            raise AccessError(
                self.env._(
                    "Of a kind of proposal you may change who proposes and verifies,"
                    " the documents, the order and whether it is open."
                )
            )
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.model
    def _sinkron(self):
        """Add a row for each riwayat kind that may be proposed; keep the others.

        Called at installation and update; what an administrator chose stays.
        """
        # sudo: runs at installation
        Jenis = self.sudo().with_context(active_test=False)
        ada = set(Jenis.search([("medan", "=", False)]).mapped("model"))
        Dokumen = self.env["asn.jenis.dokumen"].with_context(active_test=False)
        baru = []
        for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            Riwayat = self.env[nama]
            if nama in ada or not Riwayat._usulan:
                continue
            dokumen = Dokumen.search([("kode", "in", list(Riwayat._jenis_dokumen))])
            baru.append(
                {
                    "model": nama,
                    "bagian": Riwayat._bagian,
                    "sequence": 100 + Riwayat._urutan,
                    "verifikator": Riwayat._usulan,
                    "jenis_dokumen_ids": [fields.Command.set(dokumen.ids)],
                }
            )
        Jenis.create(baru)
        # sudo: runs at installation; an update keeps what was chosen
        data = self.env["ir.model.data"].sudo()
        data.search(
            [("module", "=", "asn_pemutakhiran"), ("model", "=", self._name)]
        ).noupdate = True

    # -- what a kind asks --------------------------------------------------

    def _is_pribadi(self):
        return self.model == "hr.employee"

    def _tertutup_fasilitator(self):
        """Tell whether a fasilitator may not even read rows of this kind."""
        self.ensure_one()
        if self._is_pribadi():
            return False
        aturan = self.env["ir.rule"]._asn_aturan_riwayat(self.model)
        return "asn_base.group_fasilitator" not in {grup for _n, grup, _d in aturan}

    def _medan_isian(self):
        """Return the names of the fields that this kind asks, in order."""
        self.ensure_one()
        Model = self.env[self.model]
        if self._is_pribadi():
            # A projection follows from a riwayat, whatever the table says.
            terlarang = Model._PROYEKSI
            if self._is_tambahan():
                return list(self._medan_tambahan())
            return [self.medan] if self.medan not in terlarang else []
        utama = list(Model._kolom_utama)
        semua = sorted(Model._fields.values(), key=lambda m: m._sequence)
        isian = [m.name for m in semua if self._boleh_isian(Model, m)]
        return [n for n in utama if n in isian] + [n for n in isian if n not in utama]

    @api.model
    def _boleh_isian(self, Model, medan):
        if (
            medan.name in _BUKAN_ISIAN
            or medan.name in Model._TERJAGA
            or medan.name in models.MAGIC_COLUMNS
            or medan.type not in _TIPE
            or not medan.store
            or medan.readonly
            or medan.compute
        ):
            return False
        if medan.type != "many2one":
            return True
        return medan.comodel_name not in _RUJUKAN_TERTUTUP and not (
            medan.comodel_name.startswith(("asn.riwayat.", "asn.dokumen", "asn.usulan"))
        )

    def _wajib_isian(self):
        """Return the names of the fields that may not stay empty."""
        self.ensure_one()
        Model = self.env[self.model]
        if self._is_pribadi():
            # Nobody takes the photograph away by a proposal.
            return {self.medan} if self._is_foto() else set()
        wajib = {n for n in self._medan_isian() if Model._fields[n].required}
        return wajib | (set(Model._WAJIB_SAH) & set(self._medan_isian()))

    def _nilai_rekam(self, rekam):
        """Return the values of a record as a proposal keeps them."""
        hasil = {}
        for nama in self._medan_isian():
            isi = self._isi_rekam(rekam, nama)
            tipe = self._sifat(nama).tipe
            if tipe == "many2one":
                isi = isi.id
            elif tipe == "date" and isi:
                isi = fields.Date.to_string(fields.Date.to_date(isi))
            hasil[nama] = isi if tipe == "boolean" else (isi or False)
        return hasil

    @api.model
    @tools.ormcache("cara")
    def _kunci_terbuka(self, cara):
        """Return the fields and riwayat that may be proposed in one way.

        Kept until a kind changes: every profile page asks for it.
        """
        Usulan = self.env["asn.usulan"]
        return frozenset(
            satu.medan or satu.model
            for satu in self.search([])
            if Usulan._terbuka_untuk(satu, cara)
        )

    def _periksa_terbuka(self, cara):
        """Refuse a kind that is closed, or not for this way of proposing.

        :param cara: ``mandiri`` or ``fasilitator``
        """
        self.ensure_one()
        if not self.active or not self._medan_isian():
            raise UserError(
                self.env._(
                    "“%s” is not changed by a proposal. It follows from a service or"
                    " a decree; ask BKPSDM.",
                    self.name,
                )
            )
        if self.pengusul == "fasilitator" and cara != "fasilitator":
            raise AccessError(
                self.env._(
                    "“%s” is proposed by the fasilitator of the unit.", self.name
                )
            )
        if cara == "fasilitator" and self._tertutup_fasilitator():
            raise AccessError(
                self.env._("“%s” is proposed by the employee alone.", self.name)
            )
