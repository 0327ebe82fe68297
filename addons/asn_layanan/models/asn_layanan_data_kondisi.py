import ast
import json

from odoo import api, models

from ..domain.pustaka import DOMAIN
from .asn_layanan_pertanyaan import MODEL_ORANG

#: In a file, what a condition compares with is named, and never numbered.
KODE, TANPA_KODE = "kode", "tanpa_kode"


class AsnLayananDataMixin(models.AbstractModel):
    """Conditions in a file: rows of this database are named by their codes.

    The number of a unit or post means another one elsewhere. Persons, and rows that
    no code names, stay at home: the file says so, and whoever loads it is told.
    """

    _inherit = "asn.layanan.data.mixin"

    def _ubah_data(self, model, data, ubah):
        """Change every condition in the data of a record.

        :param ubah: ``(condition, model it filters, column) -> condition``
        """
        if isinstance(data.get("kondisi"), str):
            data["kondisi"] = ubah(data["kondisi"], "asn.permohonan", "kondisi")
        if model != "asn.layanan.aturan" or not isinstance(data.get("parameter"), str):
            return
        Pustaka = self.env["asn.layanan.pustaka"]
        if data.get("pustaka") not in Pustaka._daftar_jenis():
            return
        try:
            nilai = json.loads(data["parameter"])
        except ValueError:
            return  # said by the constraint of the rule
        for parameter in Pustaka._uraian(data["pustaka"]).parameter:
            isi = nilai.get(parameter.nama) if isinstance(nilai, dict) else None
            if parameter.jenis == DOMAIN and isinstance(isi, str):
                nilai[parameter.nama] = ubah(isi, parameter.model, "parameter")
                data["parameter"] = json.dumps(nilai, sort_keys=True)

    def _kondisi_keluar(self, teks, model, _kolom=None):
        """Return a condition of this database as it stands in a file."""
        return self._ubah_kondisi(teks, model, self._satu_keluar)

    def _kondisi_masuk(self, teks, model):
        """Return a condition of a file with the rows of this database.

        :raises LookupError: a code that nothing here has
        :raises ValueError: it cannot be read, or names a row by number or not at all
        """
        return self._ubah_kondisi(teks, model, self._satu_masuk)

    # ------------------------------------------------------------------

    def _ubah_kondisi(self, teks, model, ubah):
        isi = ast.literal_eval((teks or "[]").strip())
        return repr([self._ubah_syarat(satu, model, ubah) for satu in isi])

    def _ubah_syarat(self, satu, model, ubah):
        """Return one condition with every row that it names changed."""
        if not isinstance(satu, list | tuple) or len(satu) != 3:
            return satu
        jalur, operator, nilai = satu
        tujuan = self._tujuan(model, jalur)
        if tujuan and isinstance(nilai, list | tuple):
            if operator in ("any", "not any"):
                nilai = [self._ubah_syarat(s, tujuan, ubah) for s in nilai]
            else:
                nilai = [ubah(tujuan, isi) for isi in nilai]
        elif tujuan:
            nilai = ubah(tujuan, nilai)
        return (jalur, operator, nilai)

    def _tujuan(self, model, jalur):
        """Return the model whose rows a path ends in, or None."""
        if not isinstance(jalur, str):
            return None
        for nama in jalur.split("."):
            if nama == "id":
                return model
            field = self.env[model]._fields.get(nama) if model else None
            if field is not None and field.type == "properties":
                kode = jalur.rpartition(".")[2]
                return MODEL_ORANG if kode in self._kode_orang() else None
            model = field.comodel_name if field is not None else None
        return model

    def _kode_orang(self):
        """Return the codes of the questions whose answer is a person."""
        return ()

    def _satu_keluar(self, model, isi):
        if isinstance(isi, bool) or not isinstance(isi, int):
            return isi
        record = self.env[model].browse(isi).exists()
        if record and self._kolom_kode(model) and not self._is_orang(model):
            if kode := self._kode_dari(record):
                return {KODE: kode}
        return {TANPA_KODE: model}

    def _satu_masuk(self, model, isi):
        if isinstance(isi, dict) and isinstance(isi.get(KODE), str):
            if self._kolom_kode(model) and not self._is_orang(model):
                if record := self._dari_kode(model, isi[KODE]):
                    return record.id
            raise LookupError(isi[KODE])
        if isinstance(isi, dict) or (
            isinstance(isi, int) and not isinstance(isi, bool)
        ):
            raise ValueError(model)
        return isi

    @api.model
    def _is_orang(self, model):
        """Tell whether rows of a model are persons, who do not travel with a file."""
        return model in ("res.users", "hr.employee", MODEL_ORANG, "res.partner")
