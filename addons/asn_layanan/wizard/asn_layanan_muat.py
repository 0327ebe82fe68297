import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import berkas_layanan


class _Batal(Exception):
    """Takes a trial back."""


class AsnLayananMuat(models.TransientModel):
    """A service loaded from a file: first shown with its problems, then a draft.

    Nothing of the file is run, no existing letter or service is changed, and what
    comes of it is always a draft.
    """

    _name = "asn.layanan.muat"
    _description = "Load a Service from a File"

    berkas = fields.Binary("File", required=True, attachment=False)
    nama_berkas = fields.Char("File Name")
    code = fields.Char("Code", help="Of a service that exists: a new version of it.")
    name = fields.Char("Service")
    temuan = fields.Json("Problems", readonly=True)
    pratinjau = fields.Json("Preview", readonly=True)
    is_diperiksa = fields.Boolean(readonly=True)
    is_siap = fields.Boolean("Can Be Loaded", readonly=True)

    def action_periksa(self):
        """Read the file and say what it would make and what is wrong with it."""
        self.ensure_one()
        self._pastikan_boleh()
        temuan, pratinjau, siap = [], {}, False
        try:
            data = self._baca()
        except UserError as salah:
            temuan = [self._masalah("", str(salah))]
        else:
            self.code = self.code or str(data["layanan"].get("code") or "")
            self.name = self.name or str(data["layanan"].get("name") or "")
            nilai, temuan = self._nilai(data)
            galat = [t for t in temuan if t["tingkat"] == "galat"]
            if not galat:
                pratinjau, lain = self._coba(nilai)
                temuan += lain
            siap = not any(t["tingkat"] == "galat" for t in temuan)
        self.write(
            {
                "temuan": temuan,
                "pratinjau": pratinjau,
                "is_diperiksa": True,
                "is_siap": siap,
            }
        )
        return self._buka()

    def action_muat(self):
        """Create the draft that the file describes and open it.

        :raises UserError: the file has problems
        """
        self.ensure_one()
        self._pastikan_boleh()
        nilai, temuan = self._nilai(self._baca())
        galat = [t for t in temuan if t["tingkat"] == "galat"]
        if galat:
            raise UserError(
                self.env._(
                    "The file cannot be loaded:\n%s",
                    "\n".join(f"• {t['tempat']}: {t['pesan']}" for t in galat[:20]),
                )
            )
        return self._buat(nilai)._buka_draf()

    def _buka(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Load a Service from a File"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _pastikan_boleh(self):
        self.env["asn.layanan"].check_access("create")
        self.env["asn.layanan.versi"].check_access("create")

    # ------------------------------------------------------------------

    def _baca(self):
        """Return the data of the file.

        :raises UserError: says why the file is not read
        """
        try:
            isi = base64.b64decode(self.berkas or b"", validate=True)
            return berkas_layanan.baca(isi)
        except binascii.Error as salah:
            raise UserError(self._pesan_berkas("bukan_teks", "")) from salah
        except berkas_layanan.BerkasSalah as salah:
            raise UserError(self._pesan_berkas(salah.kode, salah.tempat)) from salah

    def _pesan_berkas(self, kode, tempat):
        pesan = {
            "kosong": self.env._("The file is empty."),
            "terlalu_besar": self.env._("The file is larger than 1 MB."),
            "bukan_teks": self.env._("The file is no UTF-8 text."),
            "bukan_json": self.env._("The file is no JSON."),
            "kunci_ganda": self.env._("A name stands twice in one place."),
            "terlalu_dalam": self.env._("The file is nested too deeply."),
            "bukan_layanan": self.env._("The file describes no service."),
            "skema": self.env._(
                "The file is of a form that this version does not know."
            ),
            "kunci_asing": self.env._("The file holds something unknown."),
            "kurang": self.env._("Something is missing in the file."),
            "bentuk": self.env._("A value has the wrong form."),
            "terlalu_panjang": self.env._("A text is too long."),
            "terlalu_banyak": self.env._("A list is too long."),
        }[kode]
        return f"{pesan} ({tempat})" if tempat else pesan

    @api.model
    def _masalah(self, tempat, pesan, galat=True):
        return {
            "tempat": tempat,
            "pesan": pesan,
            "tingkat": "galat" if galat else "peringatan",
        }

    # ------------------------------------------------------------------

    def _coba(self, nilai):
        """Create the draft, look at it, and take everything back.

        :return: ``(preview, problems)``
        """
        pratinjau, temuan = {}, []
        try:
            with self.env.cr.savepoint():
                versi = self._buat(nilai)
                pratinjau = self._pratinjau(versi)
                temuan = [
                    self._masalah(t["bagian"], t["pesan"], galat=False)
                    for t in versi.get_temuan()
                ]
                raise _Batal
        except _Batal:
            self.env.invalidate_all(flush=False)
        except (UserError, AccessError) as salah:
            self.env.invalidate_all(flush=False)
            return {}, [self._masalah("", str(salah))]
        return pratinjau, temuan

    def _pratinjau(self, versi):
        return {
            "layanan": versi.layanan_id.name,
            "versi": versi.versi,
            "baru": len(versi.layanan_id.versi_ids) == 1,
            "bagian": [
                {
                    "judul": versi._fields[kolom]._description_string(self.env),
                    "isi": versi[kolom].mapped("display_name"),
                }
                for kolom in versi._kolom_bagian()
            ],
            "surat": versi._surat_semua().mapped("name"),
        }

    def _buat(self, nilai):
        """Create service, letters, mandates and the draft version."""
        Layanan = self.env["asn.layanan"]
        surat = self._buat_surat(nilai["surat"])
        for kolom, kode in nilai["surat_versi"].items():
            jenis = surat.get(kode) or self.env["asn.layanan.versi"]._dari_kode(
                "asn.jenis.surat", kode
            )
            nilai["versi"][kolom] = jenis.id
        layanan = Layanan.search([("code", "=", nilai["layanan"]["code"])])
        if not layanan:
            layanan = Layanan.create(nilai["layanan"])
            for vals in nilai["mandat"]:
                self.env["asn.layanan.mandat"].create(
                    {**vals, "layanan_id": layanan.id}
                )
        versi = self.env["asn.layanan.versi"].create(
            {
                **nilai["versi"],
                **{
                    kolom: [fields.Command.create(v) for v in daftar]
                    for kolom, daftar in nilai["bagian"].items()
                },
                "layanan_id": layanan.id,
                "versi": 0,
            }
        )
        self._sambung(versi, nilai["rujukan"])
        versi._sesudah_muat()
        return versi

    def _buat_surat(self, daftar):
        """Create the letters that do not exist yet; return ``{code: letter}``."""
        Jenis = self.env["asn.jenis.surat"]
        hasil = {}
        for vals in daftar:
            ada = Jenis.with_context(active_test=False).search(
                [("kode", "=", vals["kode"])], limit=1
            )
            hasil[vals["kode"]] = ada or Jenis.create(vals)
        return hasil

    def _sambung(self, versi, rujukan):
        """Fill in what points to another part of the same version."""
        for kolom, nomor, nama, kode in rujukan:
            baris = versi[kolom].sorted("id")[nomor]
            tujuan = self.env[baris._fields[nama].comodel_name].search(
                [("versi_id", "=", versi.id), ("kode", "=", kode)], limit=1
            )
            if tujuan:
                baris[nama] = tujuan
