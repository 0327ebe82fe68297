from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError, ValidationError

# Only this module holds the object, so a caller over RPC cannot put it in a
# context; ``_mesin`` is private and hands it to other server code.
_MESIN = object()

#: Parts of the profile in their legal order, Pasal 11 (2) a to e.
BAGIAN = ("pribadi", "kualifikasi", "kompetensi", "kinerja", "pendukung")
#: Classes of data, from open to specific personal data (UU 27/2022).
KELAS = ("umum", "terbatas", "rahasia", "spesifik")


class AsnRiwayatMixin(models.AbstractModel):
    """A dated legal fact about one civil servant (riwayat).

    Drafts are edited by officers. Once ``sah`` a row is never changed and
    never deleted, by nobody: a correction is a new row that points to the old
    one (``koreksi_dari_id``), which then becomes ``dikoreksi``. Services and
    imports add rows through ``_catat``.

    Who may do what: ``security/matrix.csv``. A concrete model points
    ``koreksi_dari_id`` at itself, describes itself by the class attributes
    below and, where current values follow from its rows, names its
    ``_jenis_proyeksi``. Whatever works on every riwayat asks
    ``_daftar_riwayat`` and keeps no list of its own.
    """

    _name = "asn.riwayat.mixin"
    _inherit = "asn.tampilan.mixin"
    _description = "History Row (Riwayat)"
    _tampilan_induk = "asn.riwayat.mixin"
    _kolom_batas = "tmt"
    _order = "tmt desc, tanggal_sk desc, id desc"
    _rec_name = "nomor_sk"

    #: Values that nobody sets except through ``_mesin``, and their start.
    _TERJAGA = {"status": "draft", "disahkan_oleh_id": False, "disahkan_pada": False}
    #: Sources that only server code may claim.
    _SUMBER_MESIN = frozenset({"layanan", "impor", "siasn"})
    #: Fields that a row needs before it may become ``sah``.
    _WAJIB_SAH = ("tmt", "nomor_sk", "tanggal_sk")
    #: Key of ``hr.employee._project_riwayat``, or nothing to project.
    _jenis_proyeksi = None
    #: Part of the profile (Pasal 11 (2)), one of ``BAGIAN``.
    _bagian = "pendukung"
    #: Place within the part.
    _urutan = 100
    #: Class of the data, one of ``KELAS``; decides which roles read the rows.
    _kelas = "terbatas"
    #: Names of scopes beyond those of the class; see ``ir_rule.py``.
    _cakupan_tambahan = ()
    #: Codes of ``asn.jenis.dokumen`` that prove a row.
    _jenis_dokumen = ()
    #: Who verifies a proposal last: ``fasilitator``, ``bkpsdm`` or, when rows
    #: come from services and officers only, ``None``.
    _usulan = "bkpsdm"
    #: Two to four fields that tell a row in one line.
    _kolom_utama = ("nomor_sk", "tmt")

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    tmt = fields.Date("TMT", index=True, help="Date from which the row takes effect.")
    nomor_sk = fields.Char("Decree No. (Nomor SK)")
    tanggal_sk = fields.Date("Decree Date (Tanggal SK)")
    pejabat = fields.Char("Signed By (Pejabat)")
    status = fields.Selection(
        [
            ("draft", "Draft"),
            ("sah", "Valid (sah)"),
            ("dikoreksi", "Corrected"),
            ("batal", "Void (batal)"),
        ],
        "Status",
        default="draft",
        required=True,
        copy=False,
        index=True,
    )
    sumber = fields.Selection(
        [
            ("layanan", "Service (layanan)"),
            ("impor", "Import"),
            ("mandiri", "Own proposal (mandiri)"),
            ("siasn", "SIASN"),
            ("manual_kahar", "Recorded by hand"),
        ],
        "Source",
        default="mandiri",
        required=True,
        copy=False,
    )
    catatan = fields.Text("Notes")
    # Each concrete model names itself as the comodel.
    koreksi_dari_id = fields.Many2one(
        "asn.riwayat.mixin",
        "Corrects",
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )
    disahkan_oleh_id = fields.Many2one(
        "res.users", "Made Valid By", readonly=True, copy=False
    )
    disahkan_pada = fields.Datetime("Made Valid On", readonly=True, copy=False)

    @api.model
    @tools.ormcache()
    def _daftar_riwayat(self):
        """Return the names of all concrete riwayat models.

        In the order of the profile: part, place within it, name.
        """
        registry = self.env.registry
        ada = [
            registry[nama]
            for nama in registry["asn.riwayat.mixin"]._inherit_children
            if not registry[nama]._abstract
        ]
        ada.sort(key=lambda m: (BAGIAN.index(m._bagian), m._urutan, m._name))
        return tuple(m._name for m in ada)

    def _mesin(self):
        """Return these records for server code that may write decided rows."""
        return self.with_context(asn_riwayat_mesin=_MESIN)

    def _dari_mesin(self):
        # Identity with a private object: a forged context never passes.
        return self.env.context.get("asn_riwayat_mesin") is _MESIN

    @api.depends("nomor_sk", "tmt")
    def _compute_display_name(self):
        for baris in self:
            tmt = baris.tmt.strftime("%d-%m-%Y") if baris.tmt else ""
            baris.display_name = " · ".join(x for x in (baris.nomor_sk, tmt) if x)

    # -- guards ------------------------------------------------------------

    def _tolak_terjaga(self, vals):
        for nama, awal in self._TERJAGA.items():
            if nama in vals and (vals[nama] or False) != awal:
                raise AccessError(
                    self.env._(
                        "The status of a riwayat row changes only through"
                        " validation (pengesahan)."
                    )
                )
        if vals.get("sumber") in self._SUMBER_MESIN:
            raise AccessError(
                self.env._("This source (sumber) is set by the system only.")
            )

    @api.model
    def _lengkapi(self, vals):
        """Return values completed from one another; extended per history."""
        return vals

    @api.model_create_multi
    def create(self, vals_list):
        mesin = self._dari_mesin()
        if not mesin:
            for vals in vals_list:
                self._tolak_terjaga(vals)
        records = super().create([self._lengkapi(dict(v)) for v in vals_list])
        if not mesin:
            # Again after create: defaults of the context or of ir.default
            # arrive only now.
            for baris in records:
                baris._tolak_terjaga(
                    {
                        nama: baris._fields[nama].convert_to_write(baris[nama], baris)
                        for nama in (*self._TERJAGA, "sumber")
                    }
                )
        return records

    def write(self, vals):
        if not self._dari_mesin():
            if any(status != "draft" for status in set(self.mapped("status"))):
                raise UserError(
                    self.env._(
                        "A valid (sah) riwayat row cannot be changed. Record a"
                        " correction, which keeps the old row."
                    )
                )
            self._tolak_terjaga(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        if any(status != "draft" for status in set(self.mapped("status"))):
            raise UserError(
                self.env._("A decided riwayat row cannot be deleted, only corrected.")
            )

    @api.constrains("koreksi_dari_id", "employee_id")
    def _check_koreksi_orang_sama(self):
        for baris in self:
            lama = baris.koreksi_dari_id
            if lama and lama.employee_id != baris.employee_id:
                raise ValidationError(
                    self.env._("A correction belongs to the same employee as its row.")
                )

    # -- decisions ---------------------------------------------------------

    def action_sahkan(self):
        """Make draft rows valid (sah) and project the current values.

        For personnel officers (``hr.group_hr_user``).

        :raise AccessError: for anybody else
        :raise UserError: when a row is no draft or lacks its decree
        """
        if not self.env.su and not self.env.user.has_group("hr.group_hr_user"):
            raise AccessError(
                self.env._("Only a personnel officer may make a riwayat row valid.")
            )
        self.check_access("write")
        self.lock_for_update()
        for baris in self:
            if baris.status != "draft":
                raise UserError(self.env._("Only a draft row can be made valid."))
            kurang = [n for n in self._WAJIB_SAH if not baris[n]]
            if kurang:
                nama = ", ".join(
                    self._fields[n]._description_string(self.env) for n in kurang
                )
                raise UserError(self.env._("Fill in first: %(fields)s.", fields=nama))
        self._sahkan()
        return True

    def _sahkan(self):
        """Make rows valid without asking who calls, then check and project."""
        # sudo: the caller was checked; corrected rows and the projection lie
        # beyond what an officer may write.
        baris_sudo = self.sudo()._mesin()
        baris_sudo.write(
            {
                "status": "sah",
                "disahkan_oleh_id": self.env.uid,
                "disahkan_pada": fields.Datetime.now(),
            }
        )
        baris_sudo._setelah_sah()

    def _setelah_sah(self, proyeksi=True):
        self.koreksi_dari_id.filtered(lambda r: r.status == "sah").write(
            {"status": "dikoreksi"}
        )
        self._periksa_sah()
        self.employee_id._hitung_ulang_kelengkapan()
        self.env["asn.anomali"]._tandai(self.employee_id)
        if proyeksi and self._jenis_proyeksi:
            self.employee_id._project_riwayat([self._jenis_proyeksi])

    def _periksa_sah(self):
        """Check valid rows of these employees against each other (hook)."""

    def _periksa_kembar(self, medan, saring=()):
        """Refuse two valid rows of one person that say the same thing twice.

        One query for any number of rows.

        :param medan: specifications as for ``_read_group``, e.g. ``tahun``
        :param saring: further domain
        """
        kembar = self._read_group(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("status", "=", "sah"),
                *saring,
            ],
            ["employee_id", *medan],
            having=[("__count", ">", 1)],
            limit=1,
        )
        if kembar:
            raise ValidationError(
                self.env._(
                    "%(employee)s already has a valid row of this kind for the same"
                    " period. Open that row and choose Correct (Koreksi) if it is"
                    " wrong.",
                    employee=kembar[0][0].name,
                )
            )

    @api.model
    def _catat(self, vals_list, proyeksi=True):
        """Record facts that are already decided, directly as ``sah``.

        The one way for services and imports. ``sumber`` defaults to
        ``layanan``. With ``koreksi_dari_id`` the row pointed to becomes
        ``dikoreksi``.

        :param vals_list: values as for ``create``
        :param proyeksi: ``False`` when the caller projects once at the end
        :return: the new rows, in the caller's environment
        """
        sekarang = fields.Datetime.now()
        bawaan = {
            "status": "sah",
            "sumber": "layanan",
            "disahkan_oleh_id": self.env.uid,
            "disahkan_pada": sekarang,
        }
        # sudo: services write facts their last actor may not write herself;
        # the engine has checked the decision.
        baris_sudo = self.sudo()._mesin().create([{**bawaan, **v} for v in vals_list])
        baris_sudo._setelah_sah(proyeksi)
        return self.browse(baris_sudo.ids)

    def _batalkan(self, alasan):
        """Void valid rows, for an engine that revokes its own product.

        What such a row corrected is valid again.

        :param alasan: reason, kept in the notes
        """
        # sudo: same as ``_catat``.
        for baris in self.sudo()._mesin():
            catatan = "\n".join(x for x in (baris.catatan, alasan) if x)
            baris.write({"status": "batal", "catatan": catatan})
            baris._pulihkan_terkoreksi()
        self.employee_id._hitung_ulang_kelengkapan()
        self.env["asn.anomali"]._tandai(self.employee_id)
        if self._jenis_proyeksi:
            self.employee_id._project_riwayat([self._jenis_proyeksi])

    def _pulihkan_terkoreksi(self):
        """Make the row that this void one corrected valid again, where it may be.

        It stays corrected when another valid row corrects it, too, or says the
        same thing for the same period.
        """
        lama = self.koreksi_dari_id
        if lama.status != "dikoreksi" or self.search_count(
            [("koreksi_dari_id", "=", lama.id), ("status", "=", "sah")], limit=1
        ):
            return
        try:
            with self.env.cr.savepoint():
                lama.write({"status": "sah"})
                lama._periksa_sah()
        except ValidationError:
            return

    def _salinan(self):
        """Return the values of this row as its own decree gave them.

        For engines that record a correction: status and source are those of the
        new row.
        """
        isi = self.copy_data()[0]
        return {
            nama: nilai
            for nama, nilai in isi.items()
            if nama not in self._TERJAGA and nama != "sumber"
        }

    def action_koreksi(self):
        """Open a new draft that corrects this valid row."""
        self.ensure_one()
        if self.status != "sah":
            raise UserError(self.env._("Only a valid (sah) row can be corrected."))
        baru = self.copy({"koreksi_dari_id": self.id})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Correct (Koreksi)"),
            "res_model": self._name,
            "res_id": baru.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
        }
