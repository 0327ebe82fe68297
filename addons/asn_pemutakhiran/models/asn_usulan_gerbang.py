from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi


class AsnUsulan(models.Model):
    """The gate: the only place where a proposal changes state."""

    _inherit = "asn.usulan"

    def _kunci(self):
        """Lock this proposal until the end of the transaction and read it anew.

        A second verifier waits here; the server then repeats the call on fresh
        data, where it is told that the proposal has been decided.
        """
        self.ensure_one()
        self.flush_recordset()
        # A conflict is no error: the server repeats the call on fresh data.
        self.env.cr.execute(
            "SELECT id FROM asn_usulan WHERE id = %s FOR UPDATE",
            [self.id],
            log_exceptions=False,
        )
        if not self.env.cr.rowcount:
            raise UserError(self.env._("This proposal does not exist any more."))
        self.env["asn.usulan.baris"].invalidate_model()
        self.invalidate_recordset(flush=False)

    def _pindah(self, ke, tindakan, catatan=None, rincian=None, kapasitas=None, **vals):
        """Move this proposal and record it. Expects a locked, checked call.

        :param ke: state to go to
        :param tindakan: the act, see ``domain/transisi.py``
        :param rincian: outcome per line, kept in the history
        :param vals: further values to write with the state
        """
        self.ensure_one()
        dari = self.state
        if not transisi.boleh(dari, ke, tindakan):
            raise UserError(self._pesan_keadaan())
        vals["state"] = ke
        if ke in transisi.AKHIR:
            vals["tanggal_akhir"] = fields.Datetime.now()
        # sudo: nobody has rights to write proposals; the caller was checked
        self.sudo()._mesin().write(vals)
        self._catat_jejak(tindakan, dari, ke, catatan, rincian, kapasitas)

    def _catat_jejak(self, tindakan, dari, ke, catatan, rincian, kapasitas):
        # sudo: history is written by the machine only
        self.env["asn.usulan.jejak"].sudo()._mesin().create(
            {
                "usulan_id": self.id,
                "tindakan": tindakan,
                "dari": dari,
                "ke": ke,
                "user_id": self.env.uid,
                "nama": self.env.user.name,
                "kapasitas": kapasitas,
                "waktu": fields.Datetime.now(),
                "catatan": catatan,
                "rincian": rincian,
            }
        )

    def _label_keadaan(self, state=None):
        pilihan = dict(self._fields["state"]._description_selection(self.env))
        return pilihan[state or self.state]

    def _pesan_keadaan(self):
        """Say who brought this proposal where it is now, and what to do."""
        # sudo: name and time of the last act, told to somebody involved
        akhir = self.sudo().jejak_ids[-1:]
        waktu = fields.Datetime.context_timestamp(self, akhir.waktu or self.write_date)
        return self.env._(
            "This proposal is now “%(state)s” (%(who)s, %(when)s). Nothing was"
            " changed. Please reload the page.",
            state=self._label_keadaan(),
            who=akhir.nama or "-",
            when=waktu.strftime("%d-%m-%Y %H:%M"),
        )

    def _periksa_pemeriksa(self):
        """Return the stage at which the present user decides now.

        :raise AccessError: not for this user
        :raise UserError: it has been decided
        """
        tahap, sebab = self._tahap_untuk(self.env.user)
        if tahap:
            return tahap
        if sebab == "keadaan":
            raise UserError(self._pesan_keadaan())
        raise AccessError(
            {
                "pemilik": self.env._(
                    "Nobody verifies a proposal about their own data. Another"
                    " fasilitator or BKPSDM decides (PRF-U-06)."
                ),
                "pengusul": self.env._(
                    "You proposed this yourself. Another fasilitator or BKPSDM"
                    " verifies it (PRF-U-06)."
                ),
                "empat_mata": self.env._(
                    "You already verified this at the first look. Another officer"
                    " of BKPSDM decides now."
                ),
                "peran": self.env._(
                    "This proposal is verified by the fasilitator of the unit, and"
                    " then by BKPSDM where the kind asks for it."
                ),
            }[sebab]
        )
