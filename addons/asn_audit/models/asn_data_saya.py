import base64
import io
import json
import zipfile

from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain.data_saya import buku_kerja, nama_aman

#: Documents beyond this are packed by the scheduler and not while one waits.
_LANGSUNG_BYTE = 20 * 1024 * 1024
_SIMPAN_HARI = 7
#: What is no personal data, or comes as a file of its own.
_LEWAT = frozenset({"binary", "image", "one2many", "many2one_reference", "reference"})


class AsnDataSaya(models.Model):
    """A copy of everything about oneself, as UU 27/2022 gives a right to.

    A zip with JSON for machines, a workbook for people and the documents. Only
    the person sees the row and the file; the file goes after a week.
    """

    _name = "asn.data.saya"
    _inherit = "asn.penjaga.mixin"
    _description = "Copy of the Own Data (Data Saya)"
    _order = "create_date desc, id desc"
    _ENGINE_ROWS = True

    user_id = fields.Many2one(
        "res.users", "Account", required=True, readonly=True, index=True
    )
    state = fields.Selection(
        [
            ("menunggu", "Being packed (menunggu)"),
            ("siap", "Ready (siap)"),
            ("berakhir", "Deleted (berakhir)"),
        ],
        required=True,
        default="menunggu",
        readonly=True,
        index=True,
    )
    berkas = fields.Binary("File (berkas)", attachment=True, readonly=True)
    nama_berkas = fields.Char("File Name", readonly=True)
    ukuran = fields.Integer("Size (bytes)", readonly=True)
    kode_ekspor = fields.Char("Export Code", readonly=True)
    berlaku_sampai = fields.Datetime("Available Until", readonly=True)

    @api.depends("create_date")
    def _compute_display_name(self):
        for data in self:
            data.display_name = data.nama_berkas or self.env._("My data")

    @api.model
    def action_minta(self):
        """Pack the own data: at once, or by the scheduler when there is much.

        :return: the action that shows the result
        """
        pegawai = self.env.user.employee_id
        if not pegawai:
            raise UserError(self.env._("There is no employee record for your account."))
        # sudo: rows are made here only, for the present user and nobody else.
        minta = self.sudo()._mesin().create({"user_id": self.env.uid})
        ukuran = sum(self._dokumen(pegawai).mapped("ukuran"))
        if ukuran <= _LANGSUNG_BYTE:
            minta._kemas()
        else:
            # sudo: the scheduler belongs to the machine.
            self.env.ref("asn_audit.cron_data_saya").sudo()._trigger()
        return self._aksi()

    @api.model
    def _aksi(self):
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_audit.asn_data_saya_action"
        )
        return {**aksi, "target": "current"}

    @api.model
    def _dokumen(self, pegawai):
        """Return the person's own documents that she may read."""
        return self.env["asn.dokumen"].search(
            [("employee_id", "=", pegawai.id)], order="jenis_id, id"
        )

    def _kemas(self):
        """Pack the data of one person, with her own rights."""
        self.ensure_one()
        # sudo: the row's own account, whose rights are used from here on.
        saya = self.with_user(self.sudo().user_id)
        pegawai = saya.env.user.employee_id
        isi = {
            "profil": saya._baca(pegawai),
            **{m: saya._baca(saya._baris(m, pegawai)) for m in saya._model_saya()},
        }
        dokumen = saya._dokumen(pegawai)
        jejak = saya.env["asn.jejak.ekspor"]._catat(
            "data.saya",
            1,
            "persetujuan",
            self.env._("Right of the person to a copy of the own data"),
            rincian=", ".join(isi),
        )
        arsip = saya._zip(isi, dokumen, jejak.tanda_air)
        # sudo: the row is the system's; only its person reads it.
        self.sudo()._mesin().write(
            {
                "state": "siap",
                "berkas": base64.b64encode(arsip),
                "nama_berkas": f"data_saya_{fields.Date.today():%Y%m%d}.zip",
                "ukuran": len(arsip),
                "kode_ekspor": jejak.kode,
                "berlaku_sampai": fields.Datetime.now()
                + relativedelta(days=_SIMPAN_HARI),
            }
        )

    @api.model
    def _model_saya(self):
        """Return the models whose rows about a person belong into the copy."""
        return [
            *self.env["asn.riwayat.mixin"]._daftar_riwayat(),
            "asn.dokumen",
            "asn.jejak.akses",
            "asn.jejak.pertanyaan",
        ]

    @api.model
    def _baris(self, model, pegawai):
        Model = self.env[model]
        if not Model.has_access("read"):
            return Model
        return Model.search([("employee_id", "=", pegawai.id)], order="id")

    @api.model
    def _baca(self, records):
        """Return rows as plain values, with labels as keys."""
        Kelas = records._fields
        nama = [
            n
            for n, field in Kelas.items()
            if field.type not in _LEWAT
            and (field._module or "").startswith("asn_")
            and records._has_field_access(field, "read")
            and not n.startswith(("can_", "is_", "has_"))
            and n not in ("cari", "employee_id")
        ]
        if records._name == "hr.employee":
            nama = ["name", *nama]
        label = {n: Kelas[n]._description_string(self.env) for n in nama}
        hasil = []
        for baris in records:
            satu = {}
            for n in nama:
                nilai = Kelas[n].convert_to_export(baris[n], baris)
                satu[label[n]] = str(nilai) if nilai not in (False, None, "") else ""
            hasil.append(satu)
        return hasil

    @api.model
    def _zip(self, isi, dokumen, tanda):
        """Return the archive as bytes."""
        aliran = io.BytesIO()
        with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as arsip:
            arsip.writestr(
                "data.json", json.dumps(isi, ensure_ascii=False, indent=1).encode()
            )
            arsip.writestr("data.xlsx", buku_kerja(isi, tanda))
            arsip.writestr("BACA_SAYA.txt", tanda + "\n")
            for nomor, satu in enumerate(dokumen, 1):
                nama = nama_aman(satu.nama_unduh or f"dokumen_{satu.id}")
                arsip.writestr(
                    f"dokumen/{nomor:03d}_{nama}", base64.b64decode(satu.file or b"")
                )
        return aliran.getvalue()

    @api.model
    def _cron_kemas(self):
        """Pack what waits, one by one; a crash repeats only the last."""
        # sudo: a scheduled job of the machine
        for minta in self.sudo().search([("state", "=", "menunggu")]):
            minta._kemas()
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _cron_hapus(self):
        """Delete files whose week is over; the row stays as a record."""
        # sudo: a scheduled job of the machine
        lewat = self.sudo().search(
            [("state", "=", "siap"), ("berlaku_sampai", "<", fields.Datetime.now())]
        )
        lewat._mesin().write({"state": "berakhir", "berkas": False})
        return len(lewat)

    def action_unduh(self):
        """Download the file, for the person only."""
        self.ensure_one()
        if self.user_id != self.env.user:
            raise AccessError(self.env._("This is the data of somebody else."))
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/asn.data.saya/{self.id}/berkas?download=true"
            f"&filename={self.nama_berkas}",
            "target": "self",
        }
