from odoo import fields, models
from odoo.exceptions import UserError


class AsnLayananVersi(models.Model):
    """The chain of a version for a chosen person, before anybody files."""

    _inherit = "asn.layanan.versi"

    def get_rantai(self, employee_id, jawaban=None):
        """Return where a request of this person would go, and how long it takes.

        Nothing is made. Conditions of steps see the answers of the preview.

        :param employee_id: id of a person the caller may read
        :param jawaban: ``{kode: answer}`` of the form in the preview
        :return: ``{"tahap": [...], "hari", "selesai"}``; dates as ``YYYY-MM-DD``
        """
        self.ensure_one()
        self.check_access("read")
        pegawai = self.env["hr.employee"].browse(employee_id).exists()
        if not pegawai:
            raise UserError(self.env._("Choose a person first."))
        pegawai.check_access("read")
        if not self.has_access("write"):
            raise UserError(
                self.env._("Only who builds services sees the chain of others.")
            )
        # sudo: who acts is not readable by everybody; the caller builds services
        pegawai, versi = pegawai.sudo(), self.sudo()
        nilai = {"properti": jawaban} if jawaban else None
        rantai = self.env["asn.layanan.penentu"]._rantai(pegawai, versi, nilai=nilai)
        return self._rantai_berwaktu(rantai)

    def _rantai_berwaktu(self, rantai):
        """Add days that pass until each step is done; parallel steps run at once."""
        kalender = self.env["asn.permohonan"]._kalender_kota()
        sekarang = fields.Datetime.now()
        hari, urutan, tingkat = 0, None, 0
        for satu in rantai:
            if satu["urutan"] != urutan:
                hari, tingkat, urutan = hari + tingkat, 0, satu["urutan"]
                satu["sejajar"] = False
            else:
                satu["sejajar"] = True
            tingkat = max(tingkat, satu["sla_hari"])
            satu["sampai"] = fields.Date.to_string(
                kalender._asn_tambah_hari_kerja(sekarang, hari + satu["sla_hari"])
            )
        total = hari + tingkat
        return {
            "tahap": rantai,
            "hari": total,
            "selesai": fields.Date.to_string(
                kalender._asn_tambah_hari_kerja(sekarang, total)
            ),
            "dilewati": self._tahap_dilewati(rantai),
        }

    def _tahap_dilewati(self, rantai):
        """Return the names of steps that this request does not pass."""
        lewat = {satu["tahap"] for satu in rantai}
        return [t.name for t in self.tahap_ids if t.id not in lewat]
