from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnSuratPakta(models.Model):
    """The letter of a signed statement: the words signed inside the office's frame."""

    _inherit = "asn.surat"

    @api.model
    def _siapkan_pakta(self, pakta):
        """Draft the letter of a statement.

        The kind's template gives the frame; its paragraph ``{{ naskah }}`` gives
        way to the words of the text, which are clean HTML without merge fields.
        """
        jenis = self.env.ref(f"asn_akses.jenis_surat_{pakta.jenis}")
        waktu = fields.Datetime.context_timestamp(
            pakta.with_context(tz="Asia/Jakarta"), pakta.ditandatangani_pada
        )
        teks = pakta.teks_id
        nilai = {
            "naskah": "-",
            "peran": pakta.peran or "-",
            "versi": str(pakta.versi),
            "sidik": pakta.sha256,
            "waktu": waktu.strftime("%d-%m-%Y %H:%M WIB"),
            "sampai": format_panjang(pakta.berlaku_sampai),
            "dasar_hukum": teks.dasar_hukum or "-",
        }
        surat = self._siapkan(
            jenis,
            pakta,
            pakta.employee_id,
            pakta.employee_id,
            nilai,
            perihal=teks.judul,
        )
        # Both as plain text: a replacement inside Markup would be escaped.
        bingkai, naskah = str(jenis.template or ""), str(teks.isi or "")
        surat._tulis_mesin({"template": bingkai.replace("<p>{{ naskah }}</p>", naskah)})
        return surat
