import secrets

from odoo import api, fields, models
from odoo.http import request
from odoo.tools import SQL

#: Letters that nobody mixes up when a code is read from paper.
_HURUF = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class AsnJejakEkspor(models.Model):
    """What left the system as a file or on paper (Pasal 17 and 20).

    Written by ``_catat`` before the file is handed out; ``kode`` is printed in
    the file, so that a copy found somewhere leads back to this row. Everybody
    reads the own rows; Administrator Sistem and Kepala Badan read all; nobody
    changes one.
    """

    _name = "asn.jejak.ekspor"
    _inherit = "asn.jejak.mixin"
    _description = "Export Trace (Jejak Ekspor)"
    _order = "waktu desc, id desc"
    _rec_name = "kode"

    kode = fields.Char("Code", required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users",
        "Exported By",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    peran = fields.Char("Roles at the Time", required=True, readonly=True)
    waktu = fields.Datetime("Time", required=True, readonly=True, index=True)
    apa = fields.Char("What", required=True, readonly=True)
    nama_apa = fields.Char("Kind of Data", compute="_compute_nama_apa")
    rincian = fields.Char("Details", readonly=True)
    jumlah = fields.Integer("Rows", required=True, readonly=True)
    kelas = fields.Selection(
        [("publik", "Public (publik)"), ("persetujuan", "On approval (persetujuan)")],
        "Class (Kelas)",
        required=True,
        readonly=True,
    )
    tujuan = fields.Char("Purpose (Tujuan)", readonly=True)
    permintaan_id = fields.Many2one(
        "asn.permintaan.data",
        "Data-Use Request",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    alamat_ip = fields.Char(
        "Network Address", readonly=True, groups="asn_base.group_admin_sistem"
    )
    tanda_air = fields.Char("Watermark", compute="_compute_tanda_air")

    _kode_uniq = models.UniqueIndex("(kode)")

    @api.depends("apa")
    @api.depends_context("lang")
    def _compute_nama_apa(self):
        for ekspor in self:
            ekspor.nama_apa = self._label_apa(ekspor.apa)

    @api.depends("kode", "waktu", "user_id", "tujuan", "permintaan_id")
    def _compute_tanda_air(self):
        """Return the line that every exported file carries."""
        for jejak in self:
            waktu = fields.Datetime.context_timestamp(
                jejak.with_context(tz="Asia/Jakarta"), jejak.waktu
            )
            # sudo: name of the own account and number of the approved request.
            jejak_sudo = jejak.sudo()
            bagian = [
                self.env._(
                    "Export code %(code)s, by %(user)s on %(time)s",
                    code=jejak.kode,
                    user=jejak_sudo.user_id.name,
                    time=waktu.strftime("%d-%m-%Y %H:%M"),
                )
            ]
            if jejak_sudo.permintaan_id:
                bagian.append(
                    self.env._("request %s", jejak_sudo.permintaan_id.display_name)
                )
            if jejak.kelas == "persetujuan":
                bagian.append(
                    self.env._("not to be handed on without permission (Pasal 17)")
                )
            jejak.tanda_air = "; ".join(bagian)

    @api.model
    def _catat(self, apa, jumlah, kelas, tujuan, permintaan=None, rincian=None):
        """Record an export or a print and return its row.

        The row's ``kode`` and ``tanda_air`` are the watermark of the file.

        :param apa: what, as a report code or a model name
        :param jumlah: number of rows or people
        :param kelas: ``publik`` or ``persetujuan``
        :param tujuan: purpose in the user's words, or of the request
        :param permintaan: the approved ``asn.permintaan.data``, if any
        :param rincian: further details, such as the columns
        """
        kode = "EKS-" + "".join(secrets.choice(_HURUF) for _i in range(8))
        alamat = request.httprequest.remote_addr if request else None
        nilai = {
            "kode": kode,
            "user_id": self.env.uid,
            "peran": self._peran_kini(),
            "waktu": fields.Datetime.now(),
            "apa": apa[:200],
            "rincian": (rincian or "")[:2000] or None,
            "jumlah": jumlah,
            "kelas": "publik" if kelas in ("publik", "umum") else "persetujuan",
            "tujuan": (tujuan or "")[:500] or None,
            "permintaan_id": permintaan.id if permintaan else None,
            "alamat_ip": alamat,
        }
        self.env.cr.execute(
            SQL(
                "INSERT INTO asn_jejak_ekspor (%s) VALUES %s RETURNING id",
                SQL(", ").join(SQL.identifier(n) for n in nilai),
                tuple(nilai.values()),
            )
        )
        return self.browse(self.env.cr.fetchone()[0])
