import base64

from odoo import api, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..domain import berkas, gambar
from ..domain.nama_berkas import kenali

#: Fields that the upload screen sends; everything else is ignored.
_ISIAN = ("employee_id", "jenis_id", "nomor", "tanggal", "tmt", "berlaku_sampai")
_ISIAN += ("catatan", "nama_file")
#: Names looked at in one call.
_NAMA_MAKS = 500


class AsnDokumenUnggah(models.Model):
    """Filing from the screens: one file, pictures of a camera, many by name.

    Everything ends in ``create`` with the rights of the user; nothing here may
    do more than the form.
    """

    _inherit = "asn.dokumen"

    @api.model
    def unggah_awal(self, employee_id=False, jenis_id=False, jenis_kode=False):
        """Say whose archive the upload screen fills and with which kind.

        :param int employee_id: whose archive is open; by default the own one
        :param int jenis_id: the kind asked for, or
        :param str jenis_kode: its code
        :return: ``{employee_id, pegawai, pilih_orang, jenis_id, jenis, domain_jenis}``
        """
        user = self.env.user
        luas = self._petugas_arsip() or bool(user.asn_scope_unit_ids)
        pegawai = self.env["hr.employee"].browse(_bulat(employee_id))
        pegawai = pegawai._filtered_access("read")
        if not pegawai and not luas:
            pegawai = user.employee_id
        boleh = self._domain_jenis_unggah()
        diminta = (
            ("id", "=", _bulat(jenis_id))
            if jenis_id
            else ("kode", "=", str(jenis_kode or ""))
        )
        jenis = self.env["asn.jenis.dokumen"].search([diminta, *boleh], limit=1)
        return {
            "employee_id": pegawai.id or False,
            "pegawai": pegawai.display_name if pegawai else "",
            "pilih_orang": luas,
            "jenis_id": jenis.id or False,
            "jenis": jenis.display_name if jenis else "",
            "domain_jenis": boleh,
        }

    @api.model
    def _domain_jenis_unggah(self):
        """Return the domain of the kinds that the present user may file.

        What the office or the system files itself is not offered to anybody else.
        """
        return [] if self._petugas_arsip() else [("unggah_mandiri", "=", True)]

    @api.model
    def unggah_kenali(self, nama_list, employee_id=False):
        """Say what the names of files tell: kind, person and date.

        Only people that the user may see are recognised, so that names of files
        do not become a way to ask who has which NIP.

        :param list nama_list: names, at most 500
        :param int employee_id: whose archive is open; used where a name has no NIP
        :return: per name ``{nama, nip, kode, jenis_id, jenis, employee_id, pegawai,
            tanggal, masalah}``; ids are False where nothing was recognised
        """
        nama_list = [str(n)[:300] for n in (nama_list or [])[:_NAMA_MAKS]]
        jenis = {
            j.kode: j for j in self.env["asn.jenis.dokumen"].search([], limit=1000)
        }
        temu = [kenali(nama, jenis.keys()) for nama in nama_list]
        orang = self._orang_menurut_nip({t.nip for t in temu if t.nip})
        Pegawai = self.env["hr.employee"]
        terbuka = Pegawai.browse(_bulat(employee_id))._filtered_access("read")
        hasil = []
        for nama, t in zip(nama_list, temu, strict=True):
            pegawai = orang.get(t.nip, Pegawai) if t.nip else terbuka
            hasil.append(self._baris_kenali(nama, t, jenis.get(t.kode), pegawai))
        return hasil

    @api.model
    def _orang_menurut_nip(self, nip):
        """Return ``{nip: employee}`` of those whose archive the user may fill."""
        Pegawai = self.env["hr.employee"]
        if not nip or not Pegawai.has_access("read"):
            return {}
        return {
            p.nip: p
            for p in Pegawai.search([("nip", "in", list(nip))])
            if self._boleh_mengisi(p)
        }

    @api.model
    def _boleh_mengisi(self, pegawai):
        """Tell whether the user may file for this person; the rules decide again."""
        user = self.env.user
        return (
            self.env.su
            or self._petugas_arsip()
            or pegawai.user_id == user
            or pegawai.unit_id in user.asn_scope_unit_ids
        )

    @api.model
    def _baris_kenali(self, nama, temu, jenis, pegawai):
        """Return one line of the screen of review."""
        masalah = []
        tertutup = jenis and not jenis.filtered_domain(self._domain_jenis_unggah())
        if tertutup:
            masalah.append(
                self.env._(
                    "%s is filed by the office itself. If this is another document,"
                    " choose its kind.",
                    jenis.name,
                )
            )
            jenis = None
        if temu.nip and not pegawai:
            masalah.append(
                self.env._("No person with NIP %s within your reach.", temu.nip)
            )
        elif not pegawai:
            masalah.append(self.env._("The name has no NIP: choose the person."))
        if not jenis and not tertutup:
            masalah.append(self.env._("The kind is not clear: choose it."))
        return {
            "nama": nama,
            "nip": temu.nip,
            "kode": temu.kode,
            "jenis_id": jenis.id if jenis else False,
            "jenis": jenis.name if jenis else "",
            "employee_id": pegawai.id or False,
            "pegawai": pegawai.display_name if pegawai else "",
            "tanggal": str(temu.tanggal) if temu.tanggal else False,
            "masalah": " ".join(masalah),
        }

    @api.model
    def unggah_satu(self, vals):
        """File one document and say what came of it; a bad file raises nothing.

        :param dict vals: ``employee_id, jenis_id, nomor, tanggal, tmt,
            berlaku_sampai, catatan, nama_file`` and either ``file`` (base64) or
            ``gambar``: list of ``{isi: base64, putar: 0|90|180|270}`` in page order
        :return: ``{"ok": bool, "id": int|False, "nama": str, "pesan": str}``
        """
        nama = str((vals or {}).get("nama_file") or "")
        try:
            with self.env.cr.savepoint():
                dokumen = self.create(self._nilai_unggah(vals or {}))
                # What the database refuses must be refused here, not at commit.
                self.env.flush_all()
        except AccessError:
            pesan = self.env._(
                "You may not file documents for this person. Choose somebody of your "
                "units, or yourself."
            )
            return {"ok": False, "id": False, "nama": nama, "pesan": pesan}
        except (UserError, ValidationError) as galat:
            return {"ok": False, "id": False, "nama": nama, "pesan": galat.args[0]}
        return {
            "ok": True,
            "id": dokumen.id,
            "nama": dokumen.display_name,
            "pesan": self.env._("Filed; now waiting for verification."),
        }

    @api.model
    def _nilai_unggah(self, vals):
        """Return the values of one upload, pictures joined into a PDF.

        :raises UserError: when something is missing or a picture is refused
        """
        nilai = {k: vals[k] for k in _ISIAN if vals.get(k)}
        jenis = self.env["asn.jenis.dokumen"].browse(_bulat(nilai.get("jenis_id")))
        if not jenis.exists():
            raise UserError(self.env._("Choose the kind of the document first."))
        nilai["jenis_id"] = jenis.id
        if "employee_id" in nilai:
            pegawai = self.env["hr.employee"].browse(_bulat(nilai["employee_id"]))
            if not pegawai.exists():
                raise UserError(self.env._("Choose the person of the document first."))
            nilai["employee_id"] = pegawai.id
        if vals.get("gambar"):
            isi, akhiran = self._gambar_jadi_berkas(
                jenis, vals["gambar"], nilai.get("nama_file")
            )
            pokok = (nilai.get("nama_file") or jenis.kode).rpartition(".")
            nilai["nama_file"] = f"{pokok[0] or pokok[2]}.{akhiran}"
            nilai["file"] = base64.b64encode(isi)
        else:
            nilai["file"] = vals.get("file")
        return nilai

    @api.model
    def _gambar_jadi_berkas(self, jenis, daftar, nama):
        """Return the file of pictures sent as base64, and its ending.

        One PDF; where the kind takes none (a photograph), the picture itself.

        :raises UserError: when one of them is refused
        """
        try:
            halaman = [
                (self._isi_byte(g.get("isi")), _bulat(g.get("putar")))
                for g in daftar[: gambar.HALAMAN_MAKS + 1]
            ]
            if jenis.izin_pdf:
                return gambar.jadi_pdf(halaman), "pdf"
            if len(halaman) > 1:
                raise UserError(
                    self.env._("%s is one picture. Remove the others.", jenis.name)
                )
            return gambar.jadi_jpeg(*halaman[0]), "jpg"
        except berkas.BerkasDitolak as tolak:
            raise UserError(
                self._pesan_tolak(tolak, nama or self.env._("of the camera"))
            )


def _bulat(nilai):
    """Return a number sent by a client as int; anything else is 0."""
    try:
        return int(nilai or 0)
    except (TypeError, ValueError):
        return 0
