from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_pendek


class AsnRiwayatMixin(models.AbstractModel):
    """What the profile page shows of a riwayat row."""

    _inherit = "asn.riwayat.mixin"

    @api.model
    def _urutan_panel(self):
        """Return the order in which the profile lists these rows."""
        return self._order

    def _ringkas_panel(self):
        """Return these rows as the profile shows them, with their documents."""
        info = self._info_panel()
        return [{**satu, **info.get(satu["id"], {})} for satu in self._ringkas_baris()]

    def _ringkas_baris(self):
        """Return these rows in words, in order.

        Everything comes from fields that the present user may read; names of
        related records are fetched once for all rows.
        """
        kolom = [n for n in self._kolom_utama if n != "tmt" and self._terbaca(n)]
        status = dict(self._fields["status"]._description_selection(self.env))
        sumber = dict(self._fields["sumber"]._description_selection(self.env))
        hasil = []
        for baris in self:
            nilai = [(n, baris._nilai_ringkas(n)) for n in kolom]
            nilai = [(n, teks) for n, teks in nilai if teks]
            hasil.append(
                {
                    "id": baris.id,
                    "judul": nilai[0][1] if nilai else baris.display_name,
                    "rinci": [
                        {
                            "label": self._fields[n]._description_string(self.env),
                            "nilai": teks,
                        }
                        for n, teks in nilai[1:]
                    ],
                    "tmt": format_pendek(baris.tmt),
                    "nomor": baris.nomor_sk or "",
                    "tanggal_sk": format_pendek(baris.tanggal_sk),
                    "status": baris.status,
                    "status_nama": status[baris.status],
                    "sumber": sumber.get(baris.sumber, ""),
                    "koreksi": bool(baris.koreksi_dari_id),
                }
            )
        return hasil

    def _info_panel(self):
        """Return ``{row id: more to show}``; extended by other addons.

        ``dokumen``: ``{id, nama, status, url}`` of the paper that proves it.
        """
        return {}

    @api.model
    def _terbaca(self, nama):
        medan = self._fields.get(nama)
        return bool(medan) and self._has_field_access(medan, "read")

    def _nilai_ringkas(self, nama):
        """Return one value for a line without headings: bare numbers get a name."""
        teks, medan = self._nilai_panel(nama), self._fields[nama]
        bernama = medan.type not in ("integer", "float") or "gaji" in nama
        if not teks or bernama or nama.startswith("tahun"):
            return teks
        return f"{medan._description_string(self.env)}: {teks}"

    def _nilai_panel(self, nama):
        """Return one value as people read it."""
        self.ensure_one()
        medan, nilai = self._fields[nama], self[nama]
        if medan.type == "many2one":
            return nilai.display_name or ""
        if medan.type == "selection":
            return dict(medan._description_selection(self.env)).get(nilai, "")
        if medan.type == "date":
            return format_pendek(nilai)
        if medan.type == "boolean":
            return medan._description_string(self.env) if nilai else ""
        if medan.type in ("integer", "float", "monetary"):
            return self._angka_panel(nama, nilai)
        return str(nilai or "")

    @api.model
    def _angka_panel(self, nama, nilai):
        if not nilai:
            return ""
        if "gaji" in nama:
            return "Rp " + f"{nilai:,.0f}".replace(",", ".")
        if isinstance(nilai, float):
            return f"{nilai:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return str(nilai)

    def _titik_karier(self):
        """Return these rows as points or stretches of the career's time axis."""
        selesai = "tmt_selesai" if "tmt_selesai" in self._fields else None
        return [
            {
                "id": ringkas["id"],
                "model": self._name,
                "mulai": baris.tmt.isoformat(),
                "selesai": bool(selesai and baris[selesai])
                and baris[selesai].isoformat(),
                "judul": ringkas["judul"],
                "rinci": " · ".join(r["nilai"] for r in ringkas["rinci"]),
                "nomor": ringkas["nomor"],
                "tanggal": ringkas["tmt"],
            }
            for baris, ringkas in zip(self, self._ringkas_baris(), strict=True)
        ]
