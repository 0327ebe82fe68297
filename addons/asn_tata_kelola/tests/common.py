from odoo.addons.asn_audit.tests.common import AuditCommon


class TataKelolaCommon(AuditCommon):
    """The people of the audit tests, and a trouble report by one of them."""

    def lapor(self, pegawai=None, **nilai):
        """Report trouble as a person does from a page."""
        Lapor = self.sebagai(pegawai or self.ani, "asn.laporan.gangguan")
        return Lapor.create({"name": "Surat cuti tidak dapat diunduh", **nilai})

    def oleh(self, rekam, pegawai):
        """Return a record as another person sees it."""
        return rekam.with_user(pegawai.user_id)

    def pesan_kepada(self, pegawai, rekam):
        """Return the notices about a record in somebody's inbox."""
        return self.env["mail.message"].search(
            [
                ("model", "=", rekam._name),
                ("res_id", "=", rekam.id),
                ("notified_partner_ids", "in", pegawai.user_id.partner_id.ids),
            ]
        )
