import base64
import hashlib
import json
import logging

from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..domain import rantai

_logger = logging.getLogger(__name__)


class AsnJejakSegel(models.Model):
    """Retention: old rows leave for a file, and the chain goes on behind them."""

    _inherit = "asn.jejak.segel"

    @api.model
    def _cron_bersihkan(self):
        """Cut off what is older than the settings say, trace by trace.

        :return: number of rows
        """
        jumlah = 0
        for nama in self._daftar_jejak():
            if masa := self.env[nama]._kolom_masa:
                jumlah += self._pangkas(nama, self.env.company[masa])
        return jumlah

    @api.model
    def _pangkas(self, nama, bulan):
        """Cut rows older than some months off the beginning of a chain.

        They are verified first, then written into a file that hangs on the
        seal; a part of the chain that is broken stays as evidence.

        :param bulan: months, at least twelve
        :return: number of rows
        """
        self._cron_segel()
        jumlah = 0
        while bagian := self._pangkas_bagian(nama, max(int(bulan), 12)):
            jumlah += bagian
        self.env[nama].invalidate_model()
        return jumlah

    @api.model
    def _pangkas_bagian(self, nama, bulan):
        Model = self.env[nama]
        urut, sebelum = self._pangkal(nama)
        baris = self._baris_rantai(nama, urut)
        baris = baris[: self._banyak_tua(nama, baris, bulan)]
        if not baris:
            return 0
        pemeriksa = rantai.Pemeriksa(urut, sebelum)
        for satu in baris:
            pemeriksa.baris(*satu)
        if pemeriksa.temuan:
            _logger.error("%s: the chain is broken, nothing is cut off", nama)
            return 0
        isi = "".join(
            json.dumps({"urut": u, "hash": h, "isi": i}, ensure_ascii=False) + "\n"
            for u, h, i in baris
        ).encode()
        segel = self._tambah(
            nama,
            "pangkas",
            urut + 1,
            pemeriksa.urut,
            pemeriksa.sebelum,
            len(baris),
            hashlib.sha256(isi).hexdigest(),
        )
        self._lampirkan(segel, f"{Model._table}_{urut + 1}-{pemeriksa.urut}", isi)
        self.env.cr.execute(
            SQL(
                "DELETE FROM %s WHERE urut <= %s",
                SQL.identifier(Model._table),
                pemeriksa.urut,
            )
        )
        return len(baris)

    @api.model
    def _banyak_tua(self, nama, baris, bulan):
        """Return how many rows at the beginning are older than some months."""
        if not baris:
            return 0
        Model = self.env[nama]
        batas = fields.Datetime.now() - relativedelta(months=bulan, days=1)
        ((muda,),) = self.env.execute_query(
            SQL(
                "SELECT min(urut) FROM %s WHERE urut BETWEEN %s AND %s AND %s >= %s",
                SQL.identifier(Model._table),
                baris[0][0],
                baris[-1][0],
                SQL.identifier(Model._kolom_waktu),
                batas,
            )
        )
        if muda is None:
            return len(baris)
        return sum(urut < muda for urut, _hash, _isi in baris)

    @api.model
    def _lampirkan(self, segel, nama, isi):
        # sudo: the file belongs to the seal, which the system writes.
        self.env["ir.attachment"].sudo().create(
            {
                "name": f"{nama}.jsonl.txt",
                "datas": base64.b64encode(isi),
                "res_model": self._name,
                "res_id": segel,
            }
        )

    def action_unduh(self):
        """Download the rows that a cut took off, for the auditor."""
        self.ensure_one()
        self.check_access("read")
        # sudo: found by the seal, whose reading was checked.
        lampiran = (
            self.env["ir.attachment"]
            .sudo()
            .search([("res_model", "=", self._name), ("res_id", "=", self.id)], limit=1)
        )
        if not lampiran:
            raise UserError(self.env._("This seal has no file."))
        self.env["asn.jejak.ekspor"]._catat(
            self._name,
            self.jumlah,
            "persetujuan",
            self.env._("Rows that were cut off"),
            rincian=lampiran.name,
        )
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{lampiran.id}?download=true",
            "target": "self",
        }
