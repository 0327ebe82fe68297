from odoo import models


class AsnPermohonan(models.Model):
    """The answers of a request as text: for the desk, the check page, changes.

    An item of a request has a key: ``isian:<field>``, ``isian:p:<question>`` or
    ``berkas:<id>``. Keys of answers stay the same when a request comes back.
    """

    _inherit = "asn.permohonan"

    def _daftar_isian(self):
        """Return the answers in the order of the form.

        :return: list of ``{"kunci", "label", "nilai", "wajib"}``; texts in the
            language of the context, an empty text where nothing was answered
        """
        self.ensure_one()
        hasil = []
        for nama in self._handler()._kolom_tampil(self):
            if nama == "properti":
                hasil += self._daftar_properti()
                continue
            info = self.fields_get([nama], ["string"])[nama]
            hasil.append(
                {
                    "kunci": f"isian:{nama}",
                    "label": info["string"],
                    "nilai": self._teks_kolom(nama),
                }
            )
        return hasil

    def _daftar_properti(self):
        """Return the answers to the questions of the service."""
        return [
            {
                "kunci": f"isian:p:{i['kode']}",
                "label": i["label"],
                "nilai": i["teks"] or "",
            }
            for i in self._isian_terbaca()
        ]

    def _teks_kolom(self, nama):
        """Return the value of a typed field as text."""
        field, nilai = self._fields[nama], self[nama]
        if field.type == "boolean":
            return self._ya_tidak(nilai)
        if field.relational:
            return ", ".join(nilai.mapped("display_name"))
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(nilai, "")
        if field.type in ("date", "datetime"):
            return self._waktu_teks(nilai)
        return str(nilai) if nilai or field.type in ("integer", "float") else ""

    def _ya_tidak(self, nilai):
        return self.env._("Yes") if nilai else self.env._("No")

    # ------------------------------------------------------------------
    # What changed since the request was returned
    # ------------------------------------------------------------------

    def _potret(self):
        """Return answers and documents as they are now, to compare later."""
        kantor = self.with_context(lang=self._bahasa_kantor())
        potret = {i["kunci"]: i["nilai"] for i in kantor._daftar_isian()}
        for berkas in self.berkas_ids:
            potret[f"berkas:{berkas.id}"] = berkas.dokumen_id.id or 0
        return potret

    def _perubahan(self):
        """Return what changed since the last return.

        :return: ``{key: {"lama", "baru"}}``; for documents ids, for answers texts;
            ``None`` when the request never was returned
        """
        self.ensure_one()
        if not self.potret_kembali:
            return None
        lama, baru = self.potret_kembali, self._potret()
        return {
            kunci: {"lama": lama.get(kunci), "baru": baru.get(kunci)}
            for kunci in {**lama, **baru}
            if (lama.get(kunci) or False) != (baru.get(kunci) or False)
        }
