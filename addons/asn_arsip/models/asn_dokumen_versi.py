from odoo import api, models
from odoo.exceptions import UserError


class AsnDokumenVersi(models.Model):
    """Rows of the archive and the versions before them, many of one act."""

    _inherit = "asn.dokumen"

    def _simpan_berantai(self, vals_list):
        """Create checked rows, each in the place of the version before it.

        Of two files of one kind for one person the second is filed after the first
        and thus is its newer version.
        """
        dokumen, tunggu = {}, dict(enumerate(vals_list))
        while tunggu:
            kini = {}
            for nomor, vals in tunggu.items():
                kini.setdefault(self._milik(vals), nomor)
            ambil = {nomor: tunggu.pop(nomor) for nomor in kini.values()}
            baru = self._simpan_bersama(list(ambil.values()))
            dokumen |= dict(zip(ambil, baru, strict=True))
        return self.union(*(dokumen[nomor] for nomor in sorted(dokumen)))

    @api.model
    def _milik(self, vals):
        """Return (employee id, kind id) of the values of a row."""
        pegawai_id = vals.get("employee_id", self.env.user.employee_id.id)
        return pegawai_id, vals["jenis_id"]

    def _simpan_bersama(self, vals_list):
        """Create rows of which no two are of one person and kind.

        :raises UserError: when the archive already holds one of the files
        """
        milik = [self._milik(vals) for vals in vals_list]
        sidik = [vals["sha256"] for vals in vals_list]
        kembar = self._kembar([(*m, s) for m, s in zip(milik, sidik, strict=True)])
        for satu in kembar.values():
            raise UserError(
                self.env._(
                    "The archive already holds this very file (%(name)s, version "
                    "%(version)s, filed on %(date)s). Nothing needs to be uploaded.",
                    name=satu.display_name,
                    version=satu.versi,
                    date=satu.create_date.strftime("%d-%m-%Y"),
                )
            )
        kunci = [vals["kunci"] for vals in vals_list]
        lama = self._terbaru([(*m, k) for m, k in zip(milik, kunci, strict=True)])
        siap = []
        for m, vals in zip(milik, vals_list, strict=True):
            if dulu := lama.get((*m, vals["kunci"])):
                vals = dict(vals, versi=dulu.versi + 1, versi_sebelumnya_id=dulu.id)
            siap.append(vals)
        if lama:
            # sudo: an earlier version may be of a class this uploader cannot read.
            diganti = self.union(*lama.values()).sudo()
            diganti._tulis_mesin({"is_terbaru": False})
            diganti.flush_recordset(["is_terbaru"])
        return self._buat_mesin(siap)

    @api.model
    def _kembar(self, berkas):
        """Return the documents that already hold these bytes.

        :param berkas: ``(employee id, kind id, sha256)`` of each file
        :return: ``{(employee id, kind id, sha256): document}``
        """
        return self._cari_tiga(berkas, "sha256")

    @api.model
    def _terbaru(self, berkas):
        """Return the newest versions that files of these keys would follow.

        :param berkas: ``(employee id, kind id, version key)`` of each file
        :return: ``{(employee id, kind id, version key): document}``
        """
        return self._cari_tiga(berkas, "kunci", [("is_terbaru", "=", True)])

    @api.model
    def _cari_tiga(self, berkas, kolom, saring=()):
        """Find documents by person, kind and a further column, by one query."""
        # sudo: an earlier version may be of a class this uploader cannot read.
        ada = self.sudo().search(
            [
                ("employee_id", "in", [pegawai for pegawai, *_ in berkas]),
                ("jenis_id", "in", [jenis for _, jenis, _ in berkas]),
                (kolom, "in", [nilai for *_, nilai in berkas]),
                *saring,
            ]
        )
        hasil = {(d.employee_id.id, d.jenis_id.id, d[kolom]): d for d in ada}
        return {tiga: d for tiga, d in hasil.items() if tiga in set(berkas)}
