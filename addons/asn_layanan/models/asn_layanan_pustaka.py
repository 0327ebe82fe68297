from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import ValidationError

from ..domain import pustaka

#: Groups in the order of the screen.
KELOMPOK = ("kepegawaian", "rekam_jejak", "dokumen", "permohonan", "lain")

#: Models whose codes are what people say: III/a and not Penata Muda.
_KODE_TERBACA = frozenset({"asn.golongan"})


class AsnLayananPustaka(models.AbstractModel):
    """The library of eligibility rules an administrator chooses from.

    A kind ``x`` has ``_uraian_x``, which describes it and its parameters as data,
    and ``_pustaka_x(orang, parameter, kasus)``, which answers for many people on
    one day with a number of queries that does not grow with them:
    ``{employee id: ('lulus'|'gagal'|'manual', fact)}``. A further addon adds kinds
    by extending ``_daftar_jenis`` and writing the two methods.
    """

    _name = "asn.layanan.pustaka"
    _description = "Library of Eligibility Rules"

    @api.model
    def _daftar_jenis(self):
        """Return the kinds in the order of the screen."""
        return []

    @api.model
    def _uraian(self, jenis):
        """Return the description of a kind, or None when there is none."""
        if jenis not in self._daftar_jenis():
            return None
        return getattr(self, f"_uraian_{jenis}")()

    @api.model
    def get_daftar(self):
        """Return every kind of rule with its parameters, for the screen.

        The library is the same for everybody and says nothing about anybody.

        :return: list of dicts, see ``domain/pustaka.py``
        """
        daftar = []
        label = self._label_kelompok()
        for jenis in self._daftar_jenis():
            data = self._uraian(jenis).sebagai_data()
            data["label_kelompok"] = label.get(data["kelompok"], data["kelompok"])
            daftar.append(data)
        return sorted(daftar, key=lambda d: KELOMPOK.index(d["kelompok"]))

    @api.model
    def _label_kelompok(self):
        return {
            "kepegawaian": self.env._("Employment"),
            "rekam_jejak": self.env._("Track record"),
            "dokumen": self.env._("Documents and data"),
            "permohonan": self.env._("Other requests"),
            "lain": self.env._("Free condition"),
        }

    # ------------------------------------------------------------------
    # Parameters
    # ------------------------------------------------------------------

    @api.model
    def _bersihkan(self, jenis, nilai):
        """Return the parameters of a rule, complete; codes are looked up.

        :raises ValidationError: says which parameter is wrong and how
        """
        uraian = self._uraian(jenis)
        if uraian is None:
            raise ValidationError(
                self.env._("There is no rule %s in the library.", jenis)
            )
        try:
            bersih = pustaka.bersihkan(uraian, nilai)
        except pustaka.ParameterSalah as salah:
            raise ValidationError(self._pesan_parameter(uraian, salah)) from salah
        return bersih

    @api.model
    def _kode_hilang(self, jenis, nilai):
        """Return ``[(label, code)]`` of records that do not exist here."""
        hilang = []
        for p in self._uraian(jenis).parameter:
            if p.jenis != pustaka.REKAMAN or not nilai.get(p.nama):
                continue
            isi = nilai[p.nama] if p.banyak else [nilai[p.nama]]
            ada = self._rekaman(p.model, isi)
            kolom = self._kolom_kode(p.model)
            hilang += [(p.label, k) for k in isi if k not in ada.mapped(kolom)]
        return hilang

    @api.model
    def _kolom_kode(self, model):
        return "code" if model == "asn.layanan" else "kode"

    @api.model
    def _rekaman(self, model, kode):
        """Return the records with these codes."""
        return self.env[model].search([(self._kolom_kode(model), "in", list(kode))])

    @api.model
    def _pesan_parameter(self, uraian, salah):
        label = {p.nama: p.label for p in uraian.parameter}
        alasan = {
            "tidak_dikenal": self.env._("is not known here"),
            "wajib": self.env._("must be given"),
            "bukan_angka": self.env._("must be a whole number"),
            "di_luar_batas": self.env._("is out of bounds"),
            "bukan_pilihan": self.env._("is none of the choices"),
            "bukan_teks": self.env._("must be text"),
            "terlalu_panjang": self.env._("is too long"),
        }
        return self.env._(
            "Rule %(rule)s: %(name)s %(problem)s.",
            rule=uraian.nama,
            name=label.get(salah.nama, salah.nama),
            problem=alasan[salah.kode],
        )

    @api.model
    def _kalimat(self, jenis, nilai):
        """Return a rule with its parameters in words."""
        uraian = self._uraian(jenis)
        if uraian is None:
            return ""
        return pustaka.isi_kalimat(uraian.kalimat, self._nilai_terbaca(uraian, nilai))

    @api.model
    def _nilai_terbaca(self, uraian, nilai):
        """Return the parameters as they are read: labels and names, not codes."""
        hasil = {}
        for p in uraian.parameter:
            isi = nilai.get(p.nama)
            if isi is None or isi == []:
                hasil[p.nama] = "–"
                continue
            daftar = isi if isinstance(isi, list) else [isi]
            if p.jenis == pustaka.PILIHAN:
                label = dict(p.pilihan)
                daftar = [label.get(x, x) for x in daftar]
            elif p.jenis == pustaka.REKAMAN and p.model not in _KODE_TERBACA:
                nama = {
                    r[self._kolom_kode(p.model)]: r.name
                    for r in self._rekaman(p.model, daftar)
                }
                daftar = [nama.get(x, x) for x in daftar]
            elif p.jenis == pustaka.YA_TIDAK:
                daftar = [self.env._("yes") if x else self.env._("no") for x in daftar]
            hasil[p.nama] = ", ".join(str(x) for x in daftar)
        return hasil

    # ------------------------------------------------------------------
    # Answers
    # ------------------------------------------------------------------

    @api.model
    def _jawab(self, aturan, orang, kasus):
        """Return the answer of one rule for many people.

        :param aturan: a rule that was chosen from the library
        :param orang: employees
        :param kasus: the day, and the request when there is one
        :return: ``{employee id: (result, fact)}``
        """
        # sudo: rules look at facts that neither applicant nor officer may read
        orang = orang.sudo()
        kena = orang.filtered(aturan._berlaku_status)
        hasil = dict.fromkeys(
            (orang - kena).ids,
            ("lulus", self.env._("not for this kind of employment")),
        )
        if kena:
            periksa = getattr(self, f"_pustaka_{aturan.pustaka}")
            hasil.update(periksa(kena, aturan._parameter_bersih(), kasus))
        return hasil

    @api.model
    def _hari_ini(self):
        return self.env["hr.employee"]._asn_hari_ini()

    @api.model
    def _tanggal_teks(self, tanggal):
        return format_panjang(tanggal) if tanggal else "-"

    @api.model
    def _lama_teks(self, bulan):
        tahun, sisa = divmod(max(bulan, 0), 12)
        return self.env._("%(years)s years %(months)s months", years=tahun, months=sisa)

    @api.model
    def _tambah(self, tanggal, **lama):
        return fields.Date.add(tanggal, **lama)
