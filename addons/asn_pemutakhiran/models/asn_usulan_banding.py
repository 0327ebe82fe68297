from odoo import api, fields, models

from ..domain import transisi


class AsnUsulan(models.Model):
    """What a verifier and a proposer see: old beside new, with documents."""

    _inherit = "asn.usulan"

    @api.depends_context("uid", "lang")
    @api.depends("state", "baris_ids.keputusan", "baris_ids.nilai")
    def _compute_banding(self):
        for usulan in self:
            # sudo: the lines of a readable proposal; documents are cut below
            usulan_sudo = usulan.sudo()
            terbuka = (
                usulan_sudo._baris_terbuka()
                if usulan.state in transisi.MENUNGGU
                else usulan_sudo.baris_ids.browse()
            )
            usulan.banding = {
                "giliran": usulan.giliran_saya,
                "baris": [
                    baris._susun_banding(baris in terbuka)
                    for baris in usulan_sudo.baris_ids
                ],
                "dokumen": usulan._susun_dokumen(),
                "jejak": usulan._susun_jejak(),
            }

    def _susun_dokumen(self):
        """Return the documents of all lines that the reader may open."""
        # sudo: which documents belong here; those not readable are named only
        semua = self.sudo().baris_ids.dokumen_ids
        baca = semua.sudo(False)._filtered_access("read")
        status = dict(semua._fields["status"]._description_selection(self.env))
        return [
            {
                "id": d.id,
                "nama": d.display_name if d in baca else d.jenis_id.name,
                "dapat": d in baca,
                "mimetype": d.mimetype if d in baca else "",
                "url": f"/web/content/asn.dokumen/{d.id}/file" if d in baca else "",
                "status": d.status,
                "status_teks": status[d.status],
                "temuan": [
                    {"id": t.id, "tingkat": t.tingkat, "uraian": t.uraian}
                    for t in d.temuan_ids
                ]
                if d in baca
                else [],
            }
            for d in (dok.sudo(False) if dok in baca else dok for dok in semua)
        ]

    def _susun_jejak(self):
        # sudo: the history of a readable proposal
        jejak = self.sudo().jejak_ids
        label = dict(jejak._fields["tindakan"]._description_selection(self.env))
        peran = dict(jejak._fields["kapasitas"]._description_selection(self.env))
        return [
            {
                "id": j.id,
                "judul": label[j.tindakan],
                "ke": self._label_keadaan(j.ke) if j.ke else "",
                "oleh": j.nama,
                "peran": peran.get(j.kapasitas, ""),
                "waktu": self._waktu_lokal(j.waktu),
                "catatan": j.catatan or "",
            }
            for j in jejak
        ]

    @api.model
    def _waktu_lokal(self, waktu):
        lokal = fields.Datetime.context_timestamp(self, waktu)
        return lokal.strftime("%d-%m-%Y %H:%M")
