import logging
from datetime import timedelta

from markupsafe import escape
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_pemutakhiran_peserta import BELUM_SELESAI

_logger = logging.getLogger(__name__)
_HARI_AKHIR = 3


class AsnPemutakhiran(models.Model):
    """A campaign from its start to the report."""

    _inherit = "asn.pemutakhiran"

    def _kunci(self):
        self.ensure_one()
        self.flush_recordset()
        self.env.cr.execute(
            "SELECT id FROM asn_pemutakhiran WHERE id = %s FOR UPDATE",
            [self.id],
            log_exceptions=False,
        )
        self.invalidate_recordset(flush=False)

    def _untuk_pengelola(self, *state):
        """Check and lock for who runs this campaign."""
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        self._periksa_pengelola()
        if self.state not in state:
            raise UserError(
                self.env._("The campaign is in another state now. Reload the page.")
            )

    def action_mulai(self):
        """Start the campaign for everybody who is in its units now.

        :raise AccessError: for anybody but the fasilitator of all its units
            and BKPSDM
        """
        self._untuk_pengelola("draft")
        if self.tanggal_selesai < self.env["hr.employee"]._asn_hari_ini():
            raise UserError(self.env._("The end of this campaign lies in the past."))
        # sudo: rows are the machine's; the caller was checked
        kampanye_sudo = self.sudo()
        jumlah = kampanye_sudo._daftarkan()
        if not jumlah:
            raise UserError(self.env._("Nobody of this kind works in these units."))
        kampanye_sudo._mesin().write(
            {
                "state": "berjalan",
                "dimulai_oleh_id": self.env.uid,
                "dimulai_pada": fields.Datetime.now(),
            }
        )
        return True

    def action_akhiri(self):
        """End a running campaign now."""
        self._untuk_pengelola("berjalan")
        # sudo: the state is the machine's; the caller was checked
        self.sudo()._mesin().write({"state": "selesai"})
        return True

    def action_batalkan(self):
        """Withdraw a request for a campaign; for who asked and who runs it."""
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if self.peminta_id != self.env.user:
            self._periksa_pengelola()
        if self.state != "draft":
            raise UserError(self.env._("A campaign that has started is ended instead."))
        # sudo: the state is the machine's; the caller was checked
        self.sudo()._mesin().write({"state": "dibatalkan"})
        return True

    def action_ingatkan(self):
        """Remind everybody of this campaign who is not complete."""
        self._untuk_pengelola("berjalan")
        # sudo: participants are kept by the machine; the caller was checked
        kampanye_sudo = self.sudo()
        kampanye_sudo._selaraskan()
        kampanye_sudo.peserta_ids._ingatkan()
        return True

    # -- report to the authorised official ---------------------------------

    def get_laporan(self):
        """Return the progress by unit, with the reader's rights (PRF-U-03).

        :return: list of rows, the total last
        """
        self.ensure_one()
        self.check_access("read")
        baris = {}
        for unit, state, jumlah in self.env["asn.pemutakhiran.peserta"]._read_group(
            [("pemutakhiran_id", "=", self.id)],
            ["unit_id", "state"],
            ["__count"],
        ):
            isi = baris.setdefault(unit.id, self._baris_laporan(unit.name or "-"))
            isi[state] += jumlah
        for unit, keputusan, jumlah in self._hitung_usulan():
            if unit in baris:
                kunci = {"diterima": "diterima", "ditolak": "ditolak"}
                baris[unit][kunci.get(keputusan, "menunggu")] += jumlah
        hasil = sorted(baris.values(), key=lambda b: b["unit"])
        total = self._baris_laporan(self.env._("All units"))
        for satu in hasil:
            for kunci in total.keys() - {"unit"}:
                total[kunci] += satu[kunci]
        hasil.append(total)
        for satu in hasil:
            # Who left without an answer owes none.
            satu["jumlah"] = satu["belum"] + satu["sebagian"] + satu["selesai"]
            satu["persen"] = round(satu["selesai"] * 100 / (satu["jumlah"] or 1), 1)
        return hasil

    @api.model
    def _baris_laporan(self, nama):
        return {
            "unit": nama,
            "belum": 0,
            "sebagian": 0,
            "selesai": 0,
            "keluar": 0,
            "diterima": 0,
            "ditolak": 0,
            "menunggu": 0,
        }

    def _hitung_usulan(self):
        """Return ``(unit id, decision, changes)`` of this campaign's proposals."""
        # Only numbers, shown for the units that the reader's own count shows.
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT p.unit_id, b.keputusan, count(*)
              FROM asn_usulan_baris b
              JOIN asn_usulan u ON u.id = b.usulan_id
              JOIN asn_pemutakhiran_peserta p ON p.id = u.peserta_id
             WHERE p.pemutakhiran_id = %s
               AND u.state NOT IN ('draft', 'dibatalkan')
             GROUP BY 1, 2
            """,
            [self.id],
        )
        return self.env.cr.fetchall()

    def action_laporkan(self):
        """Hand the result to Kepala Badan; the figures are kept as they are."""
        self._untuk_pengelola("berjalan", "selesai")
        if self.dilaporkan_pada and self.state != "selesai":
            raise UserError(
                self.env._("An interim report was handed in. Report again at the end.")
            )
        # sudo: the report counts everybody; the caller runs the campaign
        kampanye_sudo = self.sudo()
        if self.state == "berjalan":
            kampanye_sudo._selaraskan()
        kampanye_sudo._mesin().write(
            {
                "laporan": kampanye_sudo.get_laporan(),
                "dilaporkan_oleh_id": self.env.uid,
                "dilaporkan_pada": fields.Datetime.now(),
                "diteruskan_oleh_id": False,
                "diteruskan_pada": False,
            }
        )
        return True

    def action_teruskan(self):
        """Forward the report to the authorised official (PyB); Kepala Badan only.

        :raise AccessError: for anybody else
        """
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if not self.env.user.has_group("asn_base.group_kepala_badan"):
            raise AccessError(
                self.env._("The report goes to PyB through Kepala Badan (Pasal 19).")
            )
        if not self.dilaporkan_pada or self.diteruskan_pada:
            raise UserError(self.env._("There is no new report to forward."))
        # sudo: the mark is the machine's; the caller was checked
        self.sudo()._mesin().write(
            {
                "diteruskan_oleh_id": self.env.uid,
                "diteruskan_pada": fields.Datetime.now(),
            }
        )
        return True

    def action_unduh_laporan(self):
        """Download the report as a spreadsheet."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/asn/pemutakhiran/{self.id}/laporan",
            "target": "self",
        }

    def action_peserta(self):
        """Open the people of this campaign, the unfinished first."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "asn.pemutakhiran.peserta",
            "views": [(False, m) for m in ("list", "kanban", "pivot", "graph", "form")],
            "domain": [("pemutakhiran_id", "=", self.id)],
            "context": {"search_default_unit": 1, "hierarchical_naming": False},
        }

    # -- notices and scheduled work ----------------------------------------

    @api.model
    def _kirim_kabar(self, akun, judul, isi, rekam, tindakan):
        """Tell accounts something; in the notices where there are any, else by mail.

        :param akun: accounts, all of one language
        :param rekam: what to open
        :param tindakan: whether something is to be done
        """
        if not akun:
            return
        if "asn.pemberitahuan" in self.env:
            self.env["asn.pemberitahuan"]._catat(
                [
                    {
                        "user_id": satu.id,
                        "judul": judul,
                        "isi": isi,
                        "jenis": "tindakan" if tindakan else "info",
                        "res_model": rekam._name,
                        "res_id": rekam.id,
                    }
                    for satu in akun
                ]
            )
            return
        isi_html = "<br/>".join(str(escape(b)) for b in isi.splitlines())
        # sudo: mail is queued by the machine
        self.env["mail.mail"].sudo().create(
            [
                {
                    "subject": judul,
                    "body_html": f"<p>{isi_html}</p>",
                    "email_to": satu.email_formatted,
                    "auto_delete": True,
                }
                for satu in akun
                if satu.email
            ]
        )

    @api.model
    def _cron_harian(self):
        """Remind who is due and end the campaigns whose time is over."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: a scheduled job of the machine
        jalan = self.sudo().search([("state", "=", "berjalan")])
        for kampanye in jalan:
            kampanye._selaraskan()
            if kampanye.tanggal_selesai < hari_ini:
                kampanye._mesin().write({"state": "selesai"})
                continue
            if kampanye.tanggal_mulai > hari_ini:
                continue
            jumlah = kampanye._peserta_diingatkan(hari_ini)._ingatkan()
            _logger.info("%s: %s reminders", kampanye.name, jumlah)

    def _peserta_diingatkan(self, hari_ini):
        """Return who is to be reminded today."""
        self.ensure_one()
        Peserta = self.env["asn.pemutakhiran.peserta"]
        belum = [("pemutakhiran_id", "=", self.id), ("state", "in", BELUM_SELESAI)]
        if self.tanggal_selesai - hari_ini == timedelta(days=_HARI_AKHIR):
            return Peserta.search(belum)
        if not self.jeda_ingat:
            return Peserta
        batas = hari_ini - timedelta(days=self.jeda_ingat)
        pertama = (self.dimulai_pada or fields.Datetime.now()).date() <= batas
        tanpa = [("diingatkan_pada", "=", False)] if pertama else [(0, "=", 1)]
        lama = fields.Domain(tanpa) | fields.Domain("diingatkan_pada", "<=", batas)
        return Peserta.search(fields.Domain(belum) & lama)
