from odoo import fields, models
from odoo.fields import Command
from odoo.tools import SQL

from ..domain import teks
from ..domain.temuan import Fakta, periksa, terberat

TINGKAT = [
    ("penting", "Look closely (penting)"),
    ("perhatian", "Attention (perhatian)"),
    ("info", "For information"),
    ("baik", "In order (baik)"),
]


class AsnDokumenPeriksa(models.Model):
    """The machine's look at a document before the verifier's.

    It writes down findings and refuses nothing: what to make of them is the
    decision of a person.
    """

    _inherit = "asn.dokumen"

    temuan_ids = fields.One2many(
        "asn.dokumen.temuan", "dokumen_id", "Findings (temuan)", readonly=True
    )
    tingkat_temuan = fields.Selection(
        TINGKAT, string="Gravest finding", readonly=True, copy=False
    )
    diperiksa_pada = fields.Datetime("Looked at on", readonly=True, copy=False)

    _sha_idx = models.Index("(sha256) INCLUDE (employee_id, jenis_id)")

    def _periksa_mesin(self, hasil_baca=None):
        """Compare documents with what is known and replace their findings.

        :param dict hasil_baca: ``{id: what the reader found}``; by default the
            files are read now
        """
        # sudo: findings are the machine's; whoever asks may not write them.
        dokumen_sudo = self.sudo()
        if hasil_baca is None:
            dokumen_sudo._baca_dan_periksa()
            return
        sama = dokumen_sudo._sama_di_tempat_lain()
        for dokumen in dokumen_sudo:
            baca = hasil_baca.get(dokumen.id, {})
            temuan = periksa(dokumen._fakta(baca, sama.get(dokumen.id, ())))
            dokumen._tulis_mesin(
                {
                    "teks": dokumen._teks_disimpan(baca),
                    "status_baca": "gagal" if baca.get("gagal") else "selesai",
                    "tingkat_temuan": terberat(temuan),
                    "diperiksa_pada": fields.Datetime.now(),
                    "temuan_ids": [
                        Command.clear(),
                        *(
                            Command.create(
                                {"kode": t.kode, "tingkat": t.tingkat, "nilai": t.nilai}
                            )
                            for t in temuan
                        ),
                    ],
                }
            )

    def _teks_disimpan(self, baca):
        """Return the words to keep; none of confidential kinds."""
        if self.kelas == "rahasia":
            return False
        return teks.kata(baca.get("teks")) or False

    def _fakta(self, baca, sama):
        """Return what the rules of ``domain/temuan.py`` want to know."""
        self.ensure_one()
        pegawai = self.employee_id
        return Fakta(
            hari_ini=fields.Date.context_today(self),
            nama=pegawai.name or "",
            nip=pegawai.nip or "",
            nip_lama=pegawai.nip_lama or "",
            tanggal_lahir=pegawai.tanggal_lahir or None,
            nomor=self.nomor or "",
            tanggal=self.tanggal or None,
            tmt=self.tmt or None,
            berlaku_sampai=self.berlaku_sampai or None,
            baca=baca,
            sama_orang_lain="orang" in sama,
            sama_jenis_lain="jenis" in sama,
            tanda_tangan=baca.get("tanda_tangan"),
        )

    def _sama_di_tempat_lain(self):
        """Return ``{id: {"orang", "jenis"}}`` for files that are elsewhere too."""
        if not self.ids:
            return {}
        self.flush_model(["sha256", "employee_id", "jenis_id"])
        self.env.cr.execute(
            SQL(
                """
                SELECT a.id, b.employee_id <> a.employee_id
                  FROM asn_dokumen a
                  JOIN asn_dokumen b ON b.sha256 = a.sha256 AND b.id <> a.id
                 WHERE a.id IN %s
                """,
                tuple(self.ids),
            )
        )
        sama = {}
        for nomor, orang_lain in self.env.cr.fetchall():
            sama.setdefault(nomor, set()).add("orang" if orang_lain else "jenis")
        return sama

    def action_periksa_ulang(self):
        """Look at these documents again, now: for those who verify."""
        self.check_access("read")
        self._check_peran_pemeriksa()
        self._periksa_mesin()
        return True
