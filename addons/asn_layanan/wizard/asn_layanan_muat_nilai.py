from odoo import fields, models

from ..models.asn_layanan_tahap import baca_domain


class AsnLayananMuat(models.TransientModel):
    """From the data of a file to values: known names, right types, what exists."""

    _inherit = "asn.layanan.muat"

    def _nilai(self, data):
        """Return (values to create, problems by place)."""
        temuan = []
        Versi = self.env["asn.layanan.versi"]
        bagian_model = Versi._kolom_bagian()
        nilai = {"bagian": {}, "rujukan": [], "mandat": [], "surat": []}
        nilai["layanan"] = self._vals("asn.layanan", data["layanan"], "layanan", temuan)
        for nama in ("code", "name"):
            nilai["layanan"][nama] = self[nama] or nilai["layanan"].get(nama)
        self._periksa_layanan(nilai["layanan"], temuan)
        versi = dict(data["versi"])
        nilai["surat_versi"] = self._surat_versi(versi, data, temuan)
        nilai["versi"] = self._vals("asn.layanan.versi", versi, "versi", temuan)
        for kolom, daftar in data["bagian"].items():
            if kolom not in bagian_model:
                temuan.append(
                    self._masalah(
                        f"bagian.{kolom}", self.env._("This part is not known here.")
                    )
                )
                continue
            nilai["bagian"][kolom] = self._vals_bagian(
                kolom, bagian_model[kolom], daftar, nilai["rujukan"], temuan
            )
        for nomor, satu in enumerate(data.get("mandat", []), 1):
            tempat = f"mandat[{nomor}]"
            nilai["mandat"].append(
                self._vals("asn.layanan.mandat", satu, tempat, temuan)
            )
        for nomor, satu in enumerate(data.get("surat", []), 1):
            nilai["surat"].append(self._vals_surat(satu, f"surat[{nomor}]", temuan))
        return nilai, temuan

    def _periksa_layanan(self, vals, temuan):
        try:
            self.env["asn.layanan"]._periksa_kode(vals["code"])
        except Exception as salah:
            temuan.append(self._masalah("layanan.code", str(salah)))
        if not vals["name"]:
            temuan.append(
                self._masalah("layanan.name", self.env._("The name is missing."))
            )

    def _surat_versi(self, versi, data, temuan):
        """Take the letters out of the version: they may come with the file."""
        dibawa = {s.get("kode") for s in data.get("surat", [])}
        hasil = {}
        Versi = self.env["asn.layanan.versi"]
        for nama, field in Versi._fields.items():
            if field.comodel_name != "asn.jenis.surat" or nama not in versi:
                continue
            kode = versi.pop(nama)
            if not kode:
                continue
            if not isinstance(kode, str):
                pesan = self.env._("The value has the wrong form.")
                temuan.append(self._masalah(f"versi.{nama}", pesan))
            elif kode in dibawa or Versi._dari_kode("asn.jenis.surat", kode):
                hasil[nama] = kode
            else:
                temuan.append(self._masalah_hilang(f"versi.{nama}", kode))
        return hasil

    def _vals_bagian(self, kolom, model, daftar, rujukan, temuan):
        hasil, kode_ada = [], set()
        sendiri = set(self.env["asn.layanan.versi"]._kolom_bagian().values())
        Model = self.env[model]
        for nomor, satu in enumerate(daftar):
            tempat = f"{kolom}[{nomor + 1}]"
            satu = dict(satu)
            for nama in list(satu):
                field = Model._fields.get(nama)
                if field is not None and field.comodel_name in sendiri:
                    if isinstance(kode := satu.pop(nama), str):
                        rujukan.append((kolom, nomor, nama, kode))
            kode = satu.get("kode")
            if kode and kode in kode_ada:
                pesan = self.env._("The code %s stands twice.", kode)
                temuan.append(self._masalah(f"{tempat}.kode", pesan))
            kode_ada.add(kode if isinstance(kode, str) else None)
            hasil.append(self._vals(model, satu, tempat, temuan))
        return hasil

    def _vals_surat(self, satu, tempat, temuan):
        satu = dict(satu)
        isian = satu.pop("isian", [])
        vals = self._vals("asn.jenis.surat", satu, tempat, temuan)
        if not vals.get("kode"):
            temuan.append(
                self._masalah(f"{tempat}.kode", self.env._("The code is missing."))
            )
            vals["kode"] = ""
        elif self.env["asn.layanan.versi"]._dari_kode("asn.jenis.surat", vals["kode"]):
            pesan = self.env._("The letter exists here and stays as it is.")
            temuan.append(self._masalah(tempat, pesan, galat=False))
        if not isinstance(isian, list) or not all(isinstance(i, dict) for i in isian):
            pesan = self.env._("The value has the wrong form.")
            temuan.append(self._masalah(f"{tempat}.isian", pesan))
            return vals
        vals["isian_ids"] = [
            fields.Command.create(
                self._vals("asn.jenis.surat.isian", i, f"{tempat}.isian[{n}]", temuan)
            )
            for n, i in enumerate(isian, 1)
        ]
        return vals

    # ------------------------------------------------------------------

    def _vals(self, model, data, tempat, temuan):
        """Return the values of one record; problems are added to ``temuan``."""
        Versi = self.env["asn.layanan.versi"]
        boleh = set(Versi._kolom_data(model))
        Model = self.env[model]
        vals = {}
        for nama, isi in data.items():
            di = f"{tempat}.{nama}"
            if nama in Model._fields and Versi._is_orang(
                Model._fields[nama].comodel_name
            ):
                pesan = self.env._("A person is not taken from a file.")
                temuan.append(self._masalah(di, pesan, galat=False))
                continue
            if nama not in boleh:
                pesan = self.env._("This field is not known here.")
                temuan.append(self._masalah(di, pesan))
                continue
            if isi is None:
                continue
            try:
                vals[nama] = self._satu_nilai(Model._fields[nama], isi)
            except LookupError as salah:
                temuan.append(self._masalah_hilang(di, str(salah.args[0])))
            except (ValueError, TypeError):
                pesan = self.env._("The value has the wrong form.")
                temuan.append(self._masalah(di, pesan))
        self._periksa_kondisi(Model, vals, tempat, temuan)
        if vals.get("penentu") == "pengguna":
            pesan = self.env._(
                "This step named a person, who does not travel with a file. Write a"
                " post (jabatan), a role or the superior there."
            )
            temuan.append(self._masalah(f"{tempat}.penentu", pesan))
        for nama in boleh:
            field = Model._fields[nama]
            if field.required and not field.default and not field.compute:
                if vals.get(nama) in (None, "", False):
                    pesan = self.env._("This is missing.")
                    temuan.append(self._masalah(f"{tempat}.{nama}", pesan))
        return vals

    def _masalah_hilang(self, tempat, kode):
        return self._masalah(tempat, self.env._("%s does not exist here.", kode))

    def _satu_nilai(self, field, isi):
        """Return a value for a field; ValueError when it has the wrong form,
        LookupError when it names nothing."""
        jenis = field.type
        if jenis in ("many2one", "many2many"):
            daftar = isi if jenis == "many2many" else [isi]
            ids = [self._satu_rujukan(field.comodel_name, kode) for kode in daftar]
            return [fields.Command.set(ids)] if jenis == "many2many" else ids[0]
        if jenis == "json":
            return isi
        harap = {"boolean": bool, "integer": int, "float": (int, float)}.get(jenis, str)
        if not isinstance(isi, harap) or (isinstance(isi, bool) and harap is not bool):
            raise ValueError(jenis)
        if jenis == "selection" and isi not in field.get_values(self.env):
            raise ValueError(isi)
        if jenis == "date":
            return fields.Date.to_date(isi)
        return isi

    def _satu_rujukan(self, model, kode):
        if not isinstance(kode, str):
            raise TypeError(kode)
        record = self.env["asn.layanan.versi"]._dari_kode(model, kode)
        if not record:
            raise LookupError(kode)
        return record.id

    def _periksa_kondisi(self, Model, vals, tempat, temuan):
        """Conditions are literal filters, and name what exists here by its code."""
        Versi = self.env["asn.layanan.versi"]

        def masuk(teks, model, kolom):
            try:
                teks = Versi._kondisi_masuk(teks, model)
                baca_domain(teks).validate(self.env[model])
            except LookupError as salah:
                temuan.append(
                    self._masalah_hilang(f"{tempat}.{kolom}", str(salah.args[0]))
                )
            except Exception as salah:
                pesan = self._pesan_kondisi(salah)
                temuan.append(self._masalah(f"{tempat}.{kolom}", pesan))
            return teks

        Versi._ubah_data(Model._name, vals, masuk)

    def _pesan_kondisi(self, salah):
        """Return why a condition is not taken over."""
        if isinstance(salah, ValueError) and str(salah) in self.env:
            return self.env._(
                "The condition names a row of another database (%s) that no code"
                " names. Write it anew after loading.",
                self.env["ir.model"]._get(str(salah)).name,
            )
        return self.env._("The condition cannot be read.")
