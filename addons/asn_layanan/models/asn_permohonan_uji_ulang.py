from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError
from odoo.tools import SQL

from .hr_employee import Saat


class _Mundur(Exception):
    """Ends a look at an earlier day: nothing of it stays."""


class AsnPermohonan(models.Model):
    """Last year's case asked again gives last year's answer (PRO-15).

    Facts have a day from which they hold and a time at which they were recorded, so
    what was known on the day of filing can be put together again. It is done inside a
    savepoint that is always rolled back: the rules run as they are, on that day.
    """

    _inherit = "asn.permohonan"

    def action_uji_ulang(self):
        """Ask the rules again as of the filing and tell what differs.

        Only codes and results are told, which a reader of the request sees anyway.

        :raises UserError: no rule was asked at the filing
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: rules look at facts that the reader may not see
        beda, waktu = self.sudo()._beda_uji_ulang()
        pesan = (
            self.env._("These rules answer differently: %s", ", ".join(beda))
            if beda
            else self.env._("Every rule gives the answer it gave then.")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "title": self.env._("Facts as of %s", waktu),
                "message": pesan,
                "type": "warning" if beda else "success",
                "sticky": True,
            },
        }

    def _beda_uji_ulang(self):
        """Return ([rule that answers differently], text of the time of filing).

        What was left to a human then is left out: people have judged it since.
        """
        dulu = self.hasil_periksa_ids.filtered(lambda h: h.saat == "submit")
        if not dulu:
            raise UserError(self.env._("No rule was asked when this was filed."))
        waktu = max(dulu.mapped("waktu"))
        harap = {h.kode: h.hasil for h in dulu if h.hasil != "manual"}
        ulang = self._jawaban_pada(waktu)
        beda = [k for k, hasil in harap.items() if ulang.get(k, (None,))[0] != hasil]
        return beda, format_panjang(self._tanggal(waktu))

    def _jawaban_pada(self, waktu):
        """Return what the rules say of the facts that were recorded by a time.

        :param waktu: time in UTC; the rules run on its day in the city
        :return: ``{rule id: (result, fact)}``
        """
        jawaban = {}
        dulu = self.with_context(asn_saat=Saat(self._tanggal(waktu)))
        try:
            with self.env.cr.savepoint():
                dulu._mundur(waktu)
                for kode, hasil, fakta, *_lain in dulu._handler()._periksa(dulu):
                    jawaban[kode] = hasil, fakta
                raise _Mundur
        except _Mundur:
            self.env.invalidate_all(flush=False)
        return jawaban

    def _mundur(self, waktu):
        """Take the facts of the person back to a time; addons add their own."""
        self.env.flush_all()
        for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            self._mundur_riwayat(self.env[nama], waktu)
        self.env.cr.execute(
            SQL(
                """
                UPDATE asn_permohonan SET state = 'cancelled'
                 WHERE employee_id = %s AND id <> %s AND state <> 'draft'
                   AND coalesce(tanggal_ajuan, create_date) > %s
                """,
                self.employee_id.id,
                self.id,
                waktu,
            )
        )
        self.env.invalidate_all(flush=False)
        self.employee_id._project_riwayat()
        self.env.invalidate_all(flush=False)

    def _mundur_riwayat(self, model, waktu):
        """Void what was recorded later, and make valid what it corrected."""
        tabel = SQL.identifier(model._table)
        self.env.cr.execute(
            SQL(
                """
                UPDATE %(tabel)s SET status = 'batal'
                 WHERE employee_id = %(orang)s AND status IN ('sah', 'dikoreksi')
                   AND coalesce(disahkan_pada, create_date) > %(waktu)s
                RETURNING koreksi_dari_id
                """,
                tabel=tabel,
                orang=self.employee_id.id,
                waktu=waktu,
            )
        )
        lama = [nomor for (nomor,) in self.env.cr.fetchall() if nomor]
        self.env.cr.execute(
            SQL(
                """
                UPDATE %(tabel)s SET status = 'sah'
                 WHERE id = ANY(%(lama)s) AND status = 'dikoreksi'
                """,
                tabel=tabel,
                lama=lama,
            )
        )
