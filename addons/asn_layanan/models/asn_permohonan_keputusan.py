from odoo import api, fields, models
from odoo.addons.asn_base.models.asn_penjaga_mixin import MESIN
from odoo.addons.asn_base.tetap import hanya_tambah
from odoo.exceptions import AccessError

from ..domain import rantai

HASIL = [
    ("submit", "Submitted (diajukan)"),
    ("send_out", "Sent to another body (dikirim ke instansi lain)"),
    ("approve", "Approved (disetujui)"),
    ("return", "Returned (dikembalikan)"),
    ("resubmit", "Submitted again (diajukan kembali)"),
    ("reject", "Rejected (ditolak)"),
    ("defer", "Deferred (ditangguhkan)"),
    ("sign", "Signed (ditandatangani)"),
    ("issue", "Issued (diterbitkan)"),
    ("cancel", "Withdrawn (dibatalkan)"),
    ("expire", "Deadline passed (kedaluwarsa)"),
    ("survey", "Survey answered (survei diisi)"),
    ("release", "Released (diserahkan)"),
    ("revoke", "Revoked (dicabut)"),
    ("replace", "Replaced (diganti)"),
    ("record", "Recorded from paper (dicatat)"),
]


class AsnPermohonanKeputusan(models.Model):
    """What was decided, by whom, in which post, when and from where (PRO-14).

    Rows are only added, by the engine. Nobody changes or deletes one: the ORM
    refuses and a trigger of the database refuses, too. Each row carries the
    hash of the row before, so a change behind the ORM is found.
    """

    _name = "asn.permohonan.keputusan"
    _inherit = "asn.penjaga.mixin"
    _description = "Decision on a Request"
    _order = "permohonan_id, id"
    _rec_name = "nama_tahap"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="restrict"
    )
    tugas_id = fields.Many2one("asn.permohonan.tugas", "Task", ondelete="restrict")
    tahap_id = fields.Many2one("asn.layanan.tahap", "Step", ondelete="restrict")
    nama_tahap = fields.Char("Step Name")
    aktor_user_id = fields.Many2one(
        "res.users", "Decided By", index=True, ondelete="restrict"
    )
    aktor_employee_id = fields.Many2one("hr.employee", "Employee", ondelete="restrict")
    nama_aktor = fields.Char("Name")
    jabatan = fields.Char("Post")
    kapasitas = fields.Char("Capacity")
    atas_nama = fields.Char(
        "On Behalf Of", help="The post in whose place the decision was taken."
    )
    dasar_wewenang = fields.Char(
        "Authority", help="Mandate or letter of delegation, as it was that day."
    )
    hasil = fields.Selection(HASIL, "Result", required=True)
    dari_state = fields.Char("From")
    ke_state = fields.Char("To")
    catatan = fields.Text("Note")
    lompatan = fields.Integer("Older Ones Passed Over", aggregator="sum")
    waktu = fields.Datetime("Time", required=True)
    alamat_ip = fields.Char("Network Address", groups="asn_base.group_admin_sistem")
    hash_sebelum = fields.Char("Hash Before", readonly=True)
    hash = fields.Char("Hash", readonly=True)

    _unik_rantai = models.Constraint(
        "UNIQUE (permohonan_id, hash_sebelum)",
        "Somebody else decided on this request at the same moment.",
    )

    #: Values that the hash covers where a row has them.
    _RANTAI_TAMBAHAN = ("atas_nama", "dasar_wewenang", "lompatan")

    def init(self):
        hanya_tambah(self.env.cr, "asn_keputusan", self._table)

    @api.model
    def _isi_rantai(self, vals):
        """Return the plain values of a row that its hash covers."""
        # Only where there are any: rows without keep the hash they have.
        tambahan = {n: vals[n] for n in self._RANTAI_TAMBAHAN if vals.get(n)}
        return tambahan | {
            "permohonan": vals["permohonan_id"],
            "tugas": vals["tugas_id"] or 0,
            "tahap": vals["tahap_id"] or 0,
            "nama_tahap": vals["nama_tahap"] or "",
            "user": vals["aktor_user_id"] or 0,
            "employee": vals["aktor_employee_id"] or 0,
            "nama": vals["nama_aktor"] or "",
            "jabatan": vals["jabatan"] or "",
            "kapasitas": vals["kapasitas"] or "",
            "hasil": vals["hasil"],
            "dari": vals["dari_state"] or "",
            "ke": vals["ke_state"] or "",
            "catatan": vals["catatan"] or "",
            "waktu": fields.Datetime.to_string(vals["waktu"]),
            "ip": vals["alamat_ip"] or "",
        }

    @api.model
    def _tambah(self, vals, sebelum):
        """Add one row to a chain; only for the engine.

        :param vals: complete values of the row without hashes
        :param sebelum: hash of the row before, or False for the first
        """
        return self._tambah_banyak([(vals, sebelum)])

    @api.model
    def _tambah_banyak(self, baris):
        """Add one row to each of several chains; only for the engine.

        :param baris: ``(vals, sebelum)`` as for one row, each of another chain
        """
        vals_list = []
        for vals, sebelum in baris:
            sebelum = sebelum or rantai.AWAL
            vals = dict(vals, hash_sebelum=sebelum)
            vals["hash"] = rantai.hitung(sebelum, self._isi_rantai(vals))
            vals_list.append(vals)
        return self._mesin().create(vals_list).with_env(self.env)

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.context.get("asn_mesin") is not MESIN:
            self._tolak_tetap()
        return super().create(vals_list)

    def write(self, vals):
        self._tolak_tetap()
        return super().write(vals)

    def unlink(self):
        self._tolak_tetap()
        return super().unlink()

    def _tolak_tetap(self):
        raise AccessError(
            self.env._(
                "Decisions are recorded by the engine and never changed or deleted."
            )
        )

    def _verify_chain(self):
        """Return the decisions whose hash chain is broken.

        Checks every request that these rows belong to, whole.
        """
        rusak = self.browse()
        self.env.flush_all()
        # sudo: the whole chain counts, not the part the caller reads
        semua = self.sudo().search(
            [("permohonan_id", "in", self.sudo().permohonan_id.ids)],
            order="permohonan_id, id",
        )
        for permohonan, baris in semua.grouped("permohonan_id").items():
            posisi = rantai.periksa(
                [
                    (k.hash_sebelum, k.hash, self._isi_rantai(k._nilai_rantai()))
                    for k in baris
                ]
            )
            rusak |= self.browse([baris[i].id for i in posisi])
            akhir = baris[-1]
            if (
                permohonan.hash_terakhir != akhir.hash
                or permohonan.jumlah_keputusan != len(baris)
            ):
                rusak |= self.browse(akhir.id)
        return rusak

    def _nilai_rantai(self):
        return {
            name: (
                self[name].id if self._fields[name].type == "many2one" else self[name]
            )
            for name in (
                "permohonan_id",
                "tugas_id",
                "tahap_id",
                "nama_tahap",
                "aktor_user_id",
                "aktor_employee_id",
                "nama_aktor",
                "jabatan",
                "kapasitas",
                "hasil",
                "dari_state",
                "ke_state",
                "catatan",
                "waktu",
                "alamat_ip",
                *self._RANTAI_TAMBAHAN,
            )
        }

    @api.model
    def _cron_periksa_rantai(self):
        """Verify the chains of requests touched in the last days; alert."""
        batas = fields.Datetime.subtract(fields.Datetime.now(), days=2)
        # sudo: a scheduled job of the machine
        baru = self.sudo().search([("waktu", ">=", batas)])
        rusak = baru._verify_chain() if baru else baru
        if rusak:
            rusak.permohonan_id._peringatan_rantai()
        return len(rusak)

    def _label_hasil(self):
        """Return the result of a decision in the reader's language."""
        if not self:
            return "-"
        return dict(self._fields["hasil"]._description_selection(self.env))[self.hasil]
