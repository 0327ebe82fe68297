from datetime import timedelta

from dateutil.relativedelta import relativedelta
from odoo import fields, models
from odoo.exceptions import AccessError, UserError

#: Days before the end on which holder and Administrator Sistem are reminded.
INGATKAN = (30, 7)


class AsnPemberianPeran(models.Model):
    """How an appointment ends: by date, early, revoked, or extended by another."""

    _inherit = "asn.pemberian.peran"

    def _periksa_pengakhir(self, cabut):
        """Refuse who may not end these.

        :param cabut: revocation, which is for Kepala Badan alone
        """
        self.check_access("read")
        if not all(b.can_cabut if cabut else b.can_akhiri for b in self):
            raise AccessError(
                self.env._(
                    "Kepala Badan revokes approved appointments; Administrator Sistem"
                    " and Kepala Badan end them early."
                )
            )

    def _akhiri(self, jenis, alasan, **surat):
        """End approved appointments at once, for a checked caller or the system.

        :param jenis: key of ``JENIS_AKHIR``
        :param alasan: reason, ten letters at least
        :param surat: ``nomor``, ``tanggal``, ``berkas``, ``nama`` of the letter;
            a revocation by Kepala Badan needs number and date
        :raise UserError: the reason or the letter is missing
        """
        alasan = (alasan or "").strip()
        if len(alasan) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        nomor, tanggal = (surat.get("nomor") or "").strip(), surat.get("tanggal")
        if jenis == "dicabut" and not (nomor and tanggal):
            raise UserError(self.env._("Fill in the number and date of the letter."))
        if tanggal and tanggal > self._hari_ini():
            raise UserError(self.env._("The date of the letter is in the future."))
        berkas = self._nilai_berkas(surat.get("berkas"), surat.get("nama"), "_akhir")
        self.lock_for_update()
        if any(b.state != "disetujui" for b in self):
            raise UserError(self.env._("This appointment is not in force any more."))
        # sudo: the caller was checked; the end is kept by guarded fields.
        beri_sudo = self.sudo()._mesin()
        beri_sudo.write(
            {
                "state": "dicabut" if jenis in ("dicabut", "tinjauan") else "berakhir",
                "jenis_akhir": jenis,
                "alasan_akhir": alasan,
                "berakhir_pada": fields.Datetime.now(),
                "diakhiri_oleh_id": self.env.uid,
                "nomor_surat_akhir": nomor or False,
                "tanggal_surat_akhir": tanggal or False,
                **berkas,
            }
        )
        beri_sudo._selaraskan()
        beri_sudo._kabari_akhir()

    def action_buka_akhir(self):
        """Open the dialog that ends the right early."""
        return self._dialog_akhir("lebih_dini")

    def action_buka_cabut(self):
        """Open the dialog in which Kepala Badan revokes the right."""
        return self._dialog_akhir("dicabut")

    def action_buka_lampir(self):
        """Open the dialog that files the letter afterwards."""
        return self._dialog_akhir("lampir")

    def _dialog_akhir(self, hasil):
        self.ensure_one()
        judul = {
            "lebih_dini": self.env._("End Early"),
            "dicabut": self.env._("Revoke"),
            "lampir": self.env._("File the Letter"),
        }
        return {
            "type": "ir.actions.act_window",
            "name": judul[hasil],
            "res_model": "asn.pemberian.akhir",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_pemberian_id": self.id, "default_hasil": hasil},
        }

    def action_perpanjang(self):
        """Write a new appointment that follows this one; it needs its own approval.

        :raise AccessError: for anybody but Administrator Sistem
        """
        self.ensure_one()
        self.check_access("read")
        if not self.can_perpanjang:
            raise AccessError(
                self.env._("Administrator Sistem extends approved appointments.")
            )
        if terbuka := self.penerus_ids.filtered(lambda b: b.state == "diajukan"):
            return terbuka[0]._buka()
        mulai = max(self.tanggal_selesai + timedelta(days=1), self._hari_ini())
        baru = self.create(
            {
                "user_id": self.user_id.id,
                "role_id": self.role_id.id,
                "jenis_dasar": self.jenis_dasar,
                "unit_ids": self.unit_ids.ids,
                "layanan_ids": self.layanan_ids.ids,
                "alasan": self.env._("Extension of %s", self.nomor_surat or "-"),
                "tanggal_mulai": mulai,
                "tanggal_selesai": mulai + relativedelta(years=1, days=-1),
            }
        )
        # sudo: the former appointment is one that the caller reads and extends.
        baru.sudo()._mesin().write({"sebelumnya_id": self.id})
        return baru._buka()

    def _buka(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def _kabari_akhir(self):
        """Tell the holders that their right has ended, and why."""
        label = dict(self._fields["jenis_akhir"]._description_selection(self.env))
        for beri in self:
            alasan = beri.alasan_akhir or label[beri.jenis_akhir]
            beri._kabari(
                beri.user_id,
                self.env._("Your right has ended: %s", beri.role_id.name),
                self.env._("Reason: %s", alasan),
            )

    def _ingatkan(self, hari_ini):
        """Remind holder and Administrator Sistem of ends in 30 and in 7 days."""
        dekat = self.search(
            [
                ("state", "=", "disetujui"),
                ("tanggal_selesai", ">=", hari_ini),
                ("tanggal_selesai", "<=", hari_ini + timedelta(days=max(INGATKAN))),
            ]
        ).filtered(lambda b: "disetujui" not in b.penerus_ids.mapped("state"))
        sistem = self.env.ref("asn_base.group_admin_sistem").all_user_ids
        for beri in dekat:
            sisa = (beri.tanggal_selesai - hari_ini).days
            batas = min(h for h in INGATKAN if sisa <= h)
            if beri.ingat_hari and beri.ingat_hari <= batas:
                continue
            beri._mesin().write({"ingat_hari": batas})
            beri._kabari(
                beri.user_id | sistem.filtered("active"),
                self.env._(
                    "%(who)s: the right %(role)s ends in %(days)d days",
                    who=beri.user_id.name,
                    role=beri.role_id.name,
                    days=sisa,
                ),
                self.env._(
                    "Write an extension if it is to go on. It needs a letter and the"
                    " approval of Kepala Badan."
                ),
            )

    def _kabari(self, users, judul, isi):
        """Leave a notification about one appointment."""
        self.message_notify(
            partner_ids=users.partner_id.ids,
            subject=judul,
            body=isi,
            email_layout_xmlid="mail.mail_notification_light",
        )
