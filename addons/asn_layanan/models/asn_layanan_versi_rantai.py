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
        rantai = self.sudo()._rantai_pegawai(pegawai.id, jawaban or {})
        return self._rantai_berwaktu(rantai)

    def _rantai_pegawai(self, employee_id, jawaban):
        """Return one row per step that a request of this person would pass."""
        # A request in memory: nothing of it reaches the database.
        permohonan = self.env["asn.permohonan"].new(
            {
                "layanan_id": self.layanan_id.id,
                "versi_id": self.id,
                "employee_id": employee_id,
                "properti": jawaban,
            }
        )
        penentu, cache, baris = self.env["asn.layanan.penentu"], {}, []
        urut = self.tahap_ids.sorted(lambda t: (t.sequence, t.id))
        for tahap in urut._berlaku(permohonan):
            aktor = penentu._aktor(tahap, permohonan, cache)
            baris.append(
                {
                    "tahap": tahap.id,
                    "nama_tahap": tahap.name,
                    "urutan": tahap.sequence,
                    "aktor": [
                        {
                            "nama": user.employee_id.nama_lengkap or user.name,
                            "jabatan": user.employee_id.jabatan_id.name or "",
                        }
                        for user in aktor
                    ],
                    "sla_hari": tahap.sla_hari,
                    "kosong": not aktor,
                }
            )
        return baris

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
