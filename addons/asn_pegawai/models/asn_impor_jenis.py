from odoo import api, models

from ..domain.impor_jenis import KUNCI, TIPE, alias, jenis_riwayat
from ..domain.impor_kolom import ROSTER, Kolom, kunci
from ..domain.riwayat import KOREKSI, NAMA, NIP

_ROSTER = ROSTER.kode
#: Fields of every riwayat that only the system fills.
_MESIN = frozenset(
    (
        "id display_name create_uid create_date write_uid write_date employee_id"
        " status sumber disahkan_oleh_id disahkan_pada koreksi_dari_id"
    ).split()
)
_TIPE = {
    "char": "teks",
    "text": "panjang",
    "date": "tanggal",
    "integer": "hitungan",
    "float": "desimal",
    "monetary": "uang",
    "boolean": "pilihan",
    "selection": "pilihan",
    "many2one": "rujukan",
}
_RUJUKAN = {
    "asn.golongan": "golongan",
    "hr.department": "unit",
    "hr.job": "jabatan",
    "asn.agama": "agama",
    "asn.kedudukan.hukum": "kedudukan",
    "asn.jenis.jabatan": "jenis_jabatan",
    "asn.pendidikan": "pendidikan",
}
_YA_TIDAK = {
    "ya": True, "y": True, "1": True, "benar": True, "true": True,
    "tidak": False, "t": False, "0": False, "salah": False, "false": False,
}  # fmt: skip


class AsnImpor(models.Model):
    """The kinds of sheet: the roster, and every riwayat with its model's fields."""

    _inherit = "asn.impor"

    @api.model
    def _daftar_jenis(self):
        """Return the codes of all kinds: the roster first."""
        return [_ROSTER, *self.env["asn.riwayat.mixin"]._daftar_riwayat()]

    @api.model
    def _pilihan_jenis(self):
        """Return the kinds as choices of a selection field."""
        return [
            (kode, self.env._("Personnel (Pegawai)") if kode == _ROSTER else
             self._judul_jenis(kode))
            for kode in self._daftar_jenis()
        ]  # fmt: skip

    @api.model
    def _judul_jenis(self, kode):
        # sudo: the translated name of a model is no secret.
        return self.env["ir.model"].sudo()._get(kode).name or kode

    @api.model
    def _jenis_impor(self, kode):
        """Return the :class:`Jenis` of a sheet; a riwayat's from its model."""
        if kode == _ROSTER:
            return ROSTER
        return jenis_riwayat(kode, self._kolom_riwayat(kode))

    @api.model
    def _semua_jenis(self):
        """Return the kinds that this user may import, in order."""
        return [
            self._jenis_impor(kode)
            for kode in self._daftar_jenis()
            if kode == _ROSTER or self.env[kode].has_access("create")
        ]

    @api.model
    def _medan_riwayat(self, kode):
        """Return the fields of a riwayat that a sheet may fill, in order."""
        return [
            field
            for nama, field in self.env[kode]._fields.items()
            if nama not in _MESIN
            and field.store
            and field.type in _TIPE
            and not field.related
            and not (field.compute and field.readonly)
            and not field.readonly
            and (field.type != "many2one" or self._dapat_dirujuk(field))
        ]

    @api.model
    def _dapat_dirujuk(self, field):
        """Return whether a sheet can name the record: by code, or a person by NIP."""
        model = field.comodel_name
        if model in _RUJUKAN or model == "hr.employee":
            return True
        return model.startswith("asn.") and "kode" in self.env[model]._fields

    @api.model
    def _kunci_riwayat(self, kode):
        """Return the columns that make two rows of one person the same row."""
        medan = {field.name for field in self._medan_riwayat(kode)}
        model = self.env[kode]
        nama = KUNCI.get(kode) or getattr(model, "_kolom_utama", None) or ("tmt",)
        kunci_medan = [n for n in nama if n in medan]
        if not kunci_medan:
            kunci_medan = ["tmt", "nomor_sk"]
        return tuple(kunci_medan)

    @api.model
    def _kolom_riwayat(self, kode):
        """Return the columns of a riwayat sheet."""
        kunci_medan = self._kunci_riwayat(kode)
        kolom = [
            Kolom(NIP, "NIP", "angka", "kunci", wajib=True, panjang=(18,), lebar=22,
                  catatan="18 angka, sel bertipe Teks", contoh="198503172010012003",
                  alias=ROSTER.per_nama["nip"].alias, medan="employee_id"),
            Kolom(NAMA, "Nama pegawai", "teks", "riwayat", lebar=28,
                  catatan="Hanya untuk dibaca", alias=("nama", "nama pegawai", "nama peserta", "namaPns")),
        ]  # fmt: skip
        medan = self._medan_riwayat(kode)
        utama = [f for nama in kunci_medan for f in medan if f.name == nama]
        for field in (*utama, *(f for f in medan if f not in utama)):
            satu = self._kolom_medan(kode, field, field in utama)
            if satu.nama not in (NIP, NAMA):
                kolom.append(satu)
            else:
                # A field of the riwayat itself is called like the person's.
                kolom.append(self._kolom_medan(kode, field, field in utama, "_riwayat"))
        kolom.append(
            Kolom(KOREKSI, "Koreksi dari", "teks", "riwayat", lebar=22,
                  catatan="Nomor SK riwayat yang diperbaiki, atau 'ya'")
        )  # fmt: skip
        return kolom

    @api.model
    def _kolom_medan(self, kode, field, utama, akhiran=""):
        """Return the column of one field."""
        indonesia = self.env(context={**self.env.context, "lang": "id_ID"})
        judul = field._description_string(indonesia)
        nama = field.name.removesuffix("_id") + akhiran
        tipe = TIPE.get((kode, field.name)) or self._tipe_medan(field)
        isi = {"tipe": tipe, "bagian": "kunci" if utama else "riwayat"}
        if tipe == "pilihan":
            isi |= self._isi_pilihan(field, indonesia)
        elif tipe == "rujukan":
            isi |= {"rujukan": _RUJUKAN.get(field.comodel_name, field.comodel_name),
                    "catatan": "Kode atau nama, lihat Referensi"}  # fmt: skip
        elif tipe == "pegawai":
            isi |= {"catatan": "NIP pegawai"}
        elif tipe == "teks" and getattr(field, "size", None):
            isi |= {"panjang": (field.size,)}
        return Kolom(
            nama,
            judul,
            wajib=bool(field.required and not field.default),
            alias=tuple(alias(kode, field.name, field.string, judul)),
            medan=field.name,
            lebar=30 if tipe in ("panjang", "rujukan") else 18,
            contoh={"tanggal": "2024-04-01", "tahun": "2024"}.get(tipe, ""),
            **isi,
        )

    @api.model
    def _tipe_medan(self, field):
        """Return the kind of column for a field."""
        if field.type == "many2one" and field.comodel_name == "hr.employee":
            return "pegawai"
        if field.type == "integer":
            if field.name.startswith(("tahun", "periode_tahun")):
                return "tahun"
            if "gaji" in field.name:
                return "uang"
        return _TIPE[field.type]

    @api.model
    def _isi_pilihan(self, field, indonesia):
        """Return accepted texts and offered texts of a selection or a boolean."""
        if field.type == "boolean":
            return {"pilihan": _YA_TIDAK, "daftar": ("Ya", "Tidak"),
                    "catatan": "Ya atau Tidak"}  # fmt: skip
        peta, daftar = {}, []
        for env in (indonesia, self.env(context={"lang": "en_US"})):
            for kode, teks in field._description_selection(env):
                dalam = teks[teks.find("(") + 1 :].rstrip(")") if "(" in teks else ""
                for nama in (kode, teks, teks.split(" (")[0], dalam):
                    if nama and kunci(nama):
                        peta.setdefault(kunci(nama), kode)
                if env is indonesia:
                    daftar.append(teks)
        return {"pilihan": peta, "daftar": tuple(daftar),
                "catatan": "Pilih dari daftar"}  # fmt: skip
