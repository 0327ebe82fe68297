from odoo import api, fields, models
from odoo.exceptions import AccessError

JENIS_PENGALIHAN = [
    ("klaim", "Taken (diambil)"),
    ("lepas", "Given back (dilepas)"),
    ("alih", "Handed over (dialihkan)"),
    ("pindah", "Follows the post (mengikuti jabatan)"),
    ("benturan", "Goes to another official (dialihkan karena aturan)"),
]
#: What the applicant sees in the history, too.
TAMPAK = ("alih", "pindah", "benturan")


class AsnPermohonanPengalihan(models.Model):
    """How a task came to whom it went: claims, hand-overs, changes of a post.

    Also why the official who is usually asked was passed over (PRO-10). Rows
    are added by the engine and never changed.
    """

    _name = "asn.permohonan.pengalihan"
    _inherit = "asn.penjaga.mixin"
    _description = "Hand-over of a Task"
    _order = "id"
    _rec_name = "nama_tahap"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    tugas_id = fields.Many2one(
        "asn.permohonan.tugas", "Task", required=True, index=True, ondelete="cascade"
    )
    nama_tahap = fields.Char("Step")
    jenis = fields.Selection(JENIS_PENGALIHAN, "What", required=True)
    dari = fields.Char("From", help="Post, as it was called that day.")
    ke = fields.Char("To", help="Post, as it was called that day.")
    oleh_id = fields.Many2one("res.users", "By", ondelete="restrict")
    alasan = fields.Text("Reason")
    waktu = fields.Datetime("Time", required=True)

    @api.model
    def _tambah(self, tugas, jenis, dari=None, ke=None, alasan=False, user=None):
        """Add one row; ``dari`` and ``ke`` are users, ``user`` who did it."""
        sebelum, sesudah = self._jabatan(dari), self._jabatan(ke)
        if sebelum and sebelum == sesudah:
            # Two posts of one name are told apart by their units.
            sebelum = self._jabatan(dari, unit=True)
            sesudah = self._jabatan(ke, unit=True)
        return self._mesin().create(
            [
                {
                    "permohonan_id": tugas.permohonan_id.id,
                    "tugas_id": tugas.id,
                    "nama_tahap": tugas.tahap_id.name,
                    "jenis": jenis,
                    "dari": sebelum,
                    "ke": sesudah,
                    "oleh_id": user.id if user else False,
                    "alasan": alasan,
                    "waktu": fields.Datetime.now(),
                }
            ]
        )

    @api.model
    def _jabatan(self, users, unit=False):
        """Return the posts of users, a name where there is no post.

        :param unit: whether the unit is written behind each
        """
        nama = []
        for user in users or ():
            pegawai = user.employee_id
            satu = pegawai.jabatan_id.name or user.name
            tempat = pegawai.unit_id.name if unit else False
            nama.append(f"{satu} ({tempat})" if tempat else satu)
        return ", ".join(dict.fromkeys(nama)) or False

    def write(self, vals):
        self._tolak_tetap()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._tolak_tetap()

    def _tolak_tetap(self):
        raise AccessError(self.env._("The history of a task is never changed."))
