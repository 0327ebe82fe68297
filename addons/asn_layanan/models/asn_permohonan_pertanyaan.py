from collections import abc

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError, ValidationError

from ..domain import isian
from .asn_layanan_pertanyaan import MODEL_ORANG


class AsnPermohonan(models.Model):
    """The answers (isian) to the questions of the form."""

    _inherit = "asn.permohonan"

    pertanyaan = fields.Json(
        "Questions", compute="_compute_pertanyaan", compute_sudo=True
    )

    @api.depends("versi_id")
    def _compute_pertanyaan(self):
        for permohonan in self:
            permohonan.pertanyaan = permohonan.versi_id._data_pertanyaan()

    @api.model_create_multi
    def create(self, vals_list):
        # The version, and with it the form, is known after the creation only.
        masuk = [dict(self._isian_masuk(vals)) for vals in vals_list]
        jawaban = [vals.pop("properti", None) for vals in masuk]
        records = super().create(masuk)
        for permohonan, isi in zip(records, jawaban, strict=True):
            # sudo: the form is the same for whoever fills it in
            definisi = permohonan.sudo().versi_id.properti_definisi
            awal = {d["name"]: d["default"] for d in definisi if d.get("default")}
            awal.update(permohonan._jawaban_profil())
            if awal or isi:
                permohonan.properti = {**awal, **(isi or {})}
        return records

    def _jawaban_profil(self):
        """Return what the service fills in from the profile for a first request."""
        if self.asal_id or not self.employee_id or not self.versi_id:
            return {}
        tanya = {t["kode"] for t in self._isian_tampak()}
        jawaban = self._handler()._jawaban_awal(self)
        return {k: n for k, n in jawaban.items() if n and k in tanya}

    @api.onchange("layanan_id", "employee_id")
    def _onchange_jawaban_profil(self):
        """Show on the empty form what the profile holds already."""
        jawaban = self._jawaban() if self.versi_id else {}
        baru = {k: n for k, n in self._jawaban_profil().items() if not jawaban.get(k)}
        if baru:
            self.properti = {**jawaban, **baru}

    def write(self, vals):
        if "properti" not in vals:
            return super().write(vals)
        # sudo: the state decides, whatever the caller may read
        beku = any(p.state not in ("draft", "returned") for p in self.sudo())
        if beku and not self._is_mesin():
            raise AccessError(
                self.env._("The answers cannot be changed after the submission.")
            )
        res = super().write(self._isian_masuk(vals))
        # An answer may ask for another document.
        self._susun_berkas()
        return res

    @api.model
    def _isian_masuk(self, vals):
        """Return the values with plain answers.

        The web client sends the definition of each answer along; it is not the
        caller's to change and is left behind here.

        :raises ValidationError: when the answers are no answers at all
        """
        nilai = vals.get("properti")
        if not isinstance(nilai, list):
            if nilai and not isinstance(nilai, abc.Mapping):
                raise ValidationError(self.env._("These answers cannot be read."))
            return vals
        jawaban = {}
        for satu in nilai:
            if not isinstance(satu, dict) or not isinstance(satu.get("name"), str):
                raise ValidationError(self.env._("These answers cannot be read."))
            isi = satu.get("value")
            if satu.get("type") == "many2one" and isinstance(isi, list | tuple):
                isi = isi[0] if isi else False
            if "value" in satu and satu.get("type") != "separator":
                jawaban[satu["name"]] = isi
        return dict(vals, properti=jawaban)

    @api.constrains("properti")
    def _check_properti(self):
        """Refuse answers to questions that were not asked, and other forms."""
        for permohonan in self:
            # sudo: the form is the same for whoever fills it in
            versi = permohonan.sudo().versi_id
            tanya = {t["kode"]: t for t in versi._data_pertanyaan()}
            for kode, nilai in permohonan._jawaban().items():
                if isian.kosong(nilai):
                    continue
                if kode not in tanya:
                    raise ValidationError(
                        self.env._("There is no question %s on this form.", kode)
                    )
                try:
                    isian.bentuk(tanya[kode], nilai)
                except isian.IsianSalah as salah:
                    raise ValidationError(
                        permohonan._pesan_isian(tanya[kode], salah.sebab, salah.rinci)
                    ) from salah
                if tanya[kode]["jenis"] == "orang":
                    permohonan._periksa_orang(tanya[kode], nilai)

    def _periksa_orang(self, tanya, nilai):
        if not self.env[MODEL_ORANG].search_count([("id", "=", nilai)], limit=1):
            raise ValidationError(self._pesan_isian(tanya, "pilihan", ""))

    # ------------------------------------------------------------------
    # Reading
    # ------------------------------------------------------------------

    def _jawaban(self):
        """Return the answers as kept: ``{kode: value}``."""
        self.ensure_one()
        return dict(self.properti._values or {}) if self.versi_id else {}

    def _isian_tampak(self):
        """Return the questions that this request shows, as data."""
        self.ensure_one()
        # sudo: the form is the same for whoever reads it
        daftar = self.sudo().versi_id._data_pertanyaan()
        return isian.tampak(daftar, self._jawaban()) if daftar else []

    def _isian_terbaca(self):
        """Return the answers for a reader, in the order of the form.

        :return: list of ``{kode, label, jenis, teks, nilai, bagian}``; ``bagian``
            is the heading above; documents are on the checklist and not here
        """
        jawaban, bagian, hasil = self._jawaban(), "", []
        for tanya in self._isian_tampak():
            if tanya["jenis"] == "judul":
                bagian = tanya["label"]
                continue
            if tanya["jenis"] == "dokumen":
                continue
            nilai = jawaban.get(tanya["kode"])
            hasil.append(
                {
                    "kode": tanya["kode"],
                    "label": tanya["label"],
                    "jenis": tanya["jenis"],
                    "teks": self._isian_teks(tanya, nilai),
                    "nilai": nilai,
                    "bagian": bagian,
                }
            )
        return hasil

    def _isian_teks(self, tanya, nilai):
        if tanya["jenis"] == "orang" and nilai:
            # sudo: the name of a colleague is in everybody's directory
            return self.env[MODEL_ORANG].sudo().browse(nilai).exists().display_name
        return isian.terbaca(tanya, nilai)

    def _isian_surat(self):
        """Return the answers as merge values: in words, and raw as ``.._nilai``."""
        nilai = {f"isian_{t['kode']}": "-" for t in self.versi_id._data_pertanyaan()}
        for satu in self._isian_terbaca():
            nilai[f"isian_{satu['kode']}"] = satu["teks"] or "-"
            if satu["jenis"] == "tanggal" or satu["jenis"] in isian.ANGKA:
                nilai[f"isian_{satu['kode']}_nilai"] = satu["nilai"] or False
        return nilai

    # ------------------------------------------------------------------
    # At the submission
    # ------------------------------------------------------------------

    def _periksa_kelayakan(self, saat, blokir):
        for permohonan in self if saat == "submit" and blokir else ():
            permohonan._periksa_isian()
        return super()._periksa_kelayakan(saat, blokir)

    def _galat_isian(self):
        """Return ``[(kode, message)]`` of what is missing or wrong on the form.

        A revocation asks nothing but its reason.
        """
        if self.jenis_tindak == "pencabutan":
            return []
        # sudo: the form is the same for whoever fills it in
        daftar = self.sudo().versi_id._data_pertanyaan()
        tanya = {t["kode"]: t for t in daftar}
        salah = isian.periksa(daftar, self._jawaban(), fields.Date.context_today(self))
        return [
            (kode, self._pesan_isian(tanya[kode], sebab, rinci))
            for kode, sebab, rinci in salah
        ]

    def _periksa_isian(self):
        """Refuse a form that is not complete; drop answers that are not asked.

        :raises UserError: one line per question
        """
        self.ensure_one()
        if galat := self._galat_isian():
            raise UserError(
                self.env._(
                    "The form is not complete yet:\n%s",
                    "\n".join(f"• {pesan}" for _kode, pesan in galat),
                )
            )
        jawaban = self._jawaban()
        bersih = isian.bersih(self.versi_id._data_pertanyaan(), jawaban)
        if bersih != jawaban:
            self._mesin().write({"properti": bersih})

    def _pesan_isian(self, tanya, sebab, rinci):
        """Return in words what is wrong with one answer."""
        if hasattr(rinci, "strftime"):
            rinci = format_panjang(rinci)
        pesan = {
            "wajib": self.env._("please answer."),
            "minimum": self.env._("at least %s.", rinci),
            "maksimum": self.env._("at most %s.", rinci),
            "panjang": self.env._("at most %s characters.", rinci),
            "bulat": self.env._("a whole number, please."),
            "angka_besar": self.env._("the number is too large."),
            "tanggal": self.env._("a date, please."),
            "pilihan": self.env._("choose one of the answers given."),
            "karakter": self.env._("contains characters that cannot be printed."),
        }.get(sebab) or self.env._("this is no answer to the question.")
        return f"{tanya['label']}: {pesan}"
