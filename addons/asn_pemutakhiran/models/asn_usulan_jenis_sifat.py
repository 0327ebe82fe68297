import hashlib
from typing import NamedTuple

from odoo import models

from ..domain.nilai import FOTO, TAMBAHAN

#: Types of additional questions that can be proposed.
_TIPE_TAMBAHAN = frozenset(
    {"char", "text", "integer", "float", "boolean", "date", "selection"}
)


class Sifat(NamedTuple):
    """What a question of a proposal is, wherever its field comes from."""

    nama: str
    tipe: str
    label: str
    bantuan: str = ""
    pilihan: tuple = ()
    rujukan: str = ""


class AsnUsulanJenis(models.Model):
    """Questions of one shape: fields, additional questions and the photograph."""

    _inherit = "asn.usulan.jenis"

    def _is_foto(self):
        return self._is_pribadi() and self.medan == FOTO

    def _is_tambahan(self):
        return self._is_pribadi() and self.medan == TAMBAHAN

    def _medan_tambahan(self):
        """Return ``{question: its definition}`` of the additional data.

        A question is named ``data_tambahan.<name>``, so that it is no field.
        """
        # sudo: which further questions there are is no secret
        perusahaan_sudo = self.env.company.sudo()
        return {
            f"{TAMBAHAN}.{satu['name']}": satu
            for satu in perusahaan_sudo.asn_data_tambahan_definition or []
            if satu.get("type") in _TIPE_TAMBAHAN
        }

    def _sifat(self, nama):
        """Return the ``Sifat`` of a question, or ``None`` when it is gone."""
        self.ensure_one()
        if self._is_tambahan():
            satu = self._medan_tambahan().get(nama)
            if satu is None:
                return None
            pilihan = tuple(tuple(p) for p in satu.get("selection") or ())
            return Sifat(nama, satu["type"], satu.get("string") or nama, "", pilihan)
        medan = self.env[self.model]._fields.get(nama)
        if medan is None:
            return None
        if self._is_foto():
            return Sifat(nama, "foto", self.env._("Photograph (pas foto)"))
        return Sifat(
            nama,
            medan.type,
            medan._description_string(self.env),
            medan._description_help(self.env) or "",
            tuple(medan._description_selection(self.env))
            if medan.type == "selection"
            else (),
            medan.comodel_name or "",
        )

    def _isi_rekam(self, rekam, nama):
        """Return the raw value of a question in a record.

        Of the photograph its checksum: enough to tell whether it is another one.
        """
        if self._is_foto():
            isi = rekam[FOTO]
            return hashlib.sha256(isi).hexdigest() if isi else False
        if self._is_tambahan():
            # Its items are what people read of a choice, not what is stored.
            return rekam[TAMBAHAN]._values.get(nama.partition(".")[2], False)
        return rekam[nama]

    def _nilai_profil(self, nilai, dokumen):
        """Return proposed values as the profile is written.

        :param nilai: ``{question: value}`` of this kind
        :param dokumen: the documents of the line, with all rights
        """
        if self._is_tambahan():
            isi = {nama.partition(".")[2]: v for nama, v in nilai.items()}
            return {TAMBAHAN: isi} if isi else {}
        if self._is_foto():
            foto = dokumen.filtered(lambda d: d.id == nilai.get(FOTO))
            return {FOTO: foto.file} if foto else {}
        return nilai

    def _foto_dari(self, dokumen):
        """Return the id of the picture among documents that is the photograph."""
        gambar = dokumen.filtered(
            lambda d: (
                d.jenis_id in self.jenis_dokumen_ids
                and (d.mimetype or "").startswith("image/")
            )
        )
        return gambar[:1].id
