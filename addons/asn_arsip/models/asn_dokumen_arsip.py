import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

#: Who may verify, each within the rows that the record rules leave them.
_PEMERIKSA = (
    "asn_base.group_fasilitator",
    "asn_base.group_admin_aplikasi",
    "asn_base.group_admin_sistem",
)


class AsnDokumenArsip(models.Model):
    """Verification of documents, and filing by the system itself."""

    _inherit = "asn.dokumen"

    def action_verify(self):
        """Mark documents as compared with the original (sah).

        :raises AccessError: for the holder, outside the scope, or without the role
        :raises UserError: for documents that have been decided on
        """
        self._check_pemeriksa()
        self._tulis_mesin(
            {
                "status": "sah",
                "diverifikasi_oleh_id": self.env.uid,
                "diverifikasi_pada": fields.Datetime.now(),
                "alasan_tolak": False,
            }
        )
        return True

    def action_refuse(self, reason=None):
        """Refuse documents with a reason; without one, ask for it.

        :param str reason: told to the holder
        """
        if reason is None:
            return self._buka_massal("tolak", self.env._("Refuse documents"))
        self._check_pemeriksa()
        alasan = (reason or "").strip()
        if not alasan:
            raise UserError(self.env._("Please give the reason of the refusal."))
        self._tulis_mesin(
            {
                "status": "ditolak",
                "diverifikasi_oleh_id": self.env.uid,
                "diverifikasi_pada": fields.Datetime.now(),
                "alasan_tolak": alasan[:500],
            }
        )
        self._kabari_putusan()
        return True

    def action_download(self):
        """Open the file in a new tab under its archive name."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/asn.dokumen/{self.id}/file/{self.nama_unduh}"
            "?download=1",
            "target": "new",
        }

    def _check_pemeriksa(self):
        """Refuse everybody who may not decide on these documents."""
        self.check_access("read")
        self.lock_for_update()
        for dokumen in self:
            if alasan := dokumen._alasan_tidak_boleh():
                raise AccessError(alasan)
            if dokumen.status != "belum":
                raise UserError(
                    self.env._("%s has already been decided on.", dokumen.display_name)
                )

    @api.model
    def _pemeriksa(self):
        """Tell whether the present user has a role that verifies documents."""
        return any(self.env.user.has_group(grup) for grup in _PEMERIKSA)

    def _check_peran_pemeriksa(self):
        """Refuse users without a role that verifies."""
        if not self._pemeriksa():
            raise AccessError(
                self.env._("Only a fasilitator or an administrator verifies documents.")
            )

    def _alasan_tidak_boleh(self):
        """Return why the present user may not decide on this one, or None."""
        self.ensure_one()
        if not self._pemeriksa():
            return self.env._(
                "Only a fasilitator or an administrator verifies documents."
            )
        # sudo: whose record it is decides, also where it cannot be read.
        if self.employee_id.sudo().user_id == self.env.user:
            return self.env._("Nobody verifies their own documents.")
        return None

    @api.model
    def _arsipkan(
        self,
        employee,
        jenis_kode,
        isi,
        nama_file,
        nomor=None,
        tanggal=None,
        tmt=None,
        berlaku_sampai=None,
        sumber="layanan",
        status="sah",
        ditahan=False,
    ):
        """File bytes that the system itself vouches for; repeatable.

        :param employee: the holder
        :param str jenis_kode: code of ``asn.jenis.dokumen``
        :param bytes isi: the file
        :param str nama_file: name with the right extension
        :param str nomor: number of the document
        :param date tanggal: date of the document
        :param date tmt: date from which it takes effect
        :param date berlaku_sampai: last day of validity; by default that of the kind
        :param str sumber: ``layanan``, ``impor``, ``siasn`` or ``unggah``
        :param str status: ``sah`` or ``belum``
        :param bool ditahan: hide it from the holder until ``_lepas``
        :return: the ``asn.dokumen`` now holding these bytes
        :raises UserError: when the file is refused
        """
        berkas = {
            "employee": employee,
            "jenis_kode": jenis_kode,
            "isi": isi,
            "nama_file": nama_file,
            "nomor": nomor,
            "tanggal": tanggal,
            "tmt": tmt,
            "berlaku_sampai": berlaku_sampai,
        }
        return self._arsipkan_banyak([berkas], sumber, status, ditahan)

    @api.model
    def _arsipkan_banyak(self, berkas, sumber="layanan", status="sah", ditahan=False):
        """File the bytes of many documents; see ``_arsipkan``.

        :param berkas: one dict per document, with the names of its arguments
        :return: the documents now holding these bytes, in the same order
        """
        # sudo: services file on behalf of people who may not verify; sudo.csv.
        Arsip = self.sudo()
        Jenis = Arsip.env["asn.jenis.dokumen"]
        kode = {satu["jenis_kode"] for satu in berkas}
        jenis = {satu: Jenis._by_kode(satu) for satu in sorted(kode)}
        semua = [Arsip._vals_arsip(jenis, **satu) for satu in berkas]
        ada = Arsip._kembar([tiga for tiga, _vals in semua])
        sah = Arsip._nilai_sah() if status == "sah" else {}
        if sah:
            belum = Arsip.union(*ada.values()).filtered(lambda d: d.status != "sah")
            belum._tulis_mesin(dict(sah, alasan_tolak=False))
        # The same file twice is one document.
        baru = {tiga: vals for tiga, vals in semua if tiga not in ada}
        if baru:
            terjaga = {"sumber": sumber, "status": status, "ditahan": ditahan} | sah
            dokumen = Arsip._simpan(list(baru.values()), **terjaga)
            ada |= dict(zip(baru, dokumen, strict=True))
        return Arsip.browse([ada[tiga].id for tiga, _vals in semua])

    @api.model
    def _vals_arsip(self, jenis, employee, jenis_kode, isi, nama_file, **lain):
        """Return ``((employee id, kind id, sha256), values)`` of one file.

        :param jenis: ``{code: kind}``
        """
        vals = {
            "employee_id": employee.id,
            "jenis_id": jenis[jenis_kode].id,
            "file": base64.b64encode(isi or b""),
            "nama_file": nama_file,
            **lain,
        }
        sidik = hashlib.sha256(isi or b"").hexdigest()  # _simpan looks at the file
        return (vals["employee_id"], vals["jenis_id"], sidik), vals

    def _lepas(self):
        """Show documents that were held back to their holders; repeatable."""
        # sudo: the holder, who may not write here, takes the product.
        return self.sudo()._tulis_mesin({"ditahan": False})

    @api.model
    def _nilai_sah(self):
        """Return the values of a document verified by the present act."""
        return {
            "status": "sah",
            "diverifikasi_oleh_id": self.env.uid,
            "diverifikasi_pada": fields.Datetime.now(),
        }

    @api.model
    def _isi(self, dokumen):
        """Return the bytes of a document that the caller may read."""
        dokumen.ensure_one()
        dokumen.check_access("read")
        return base64.b64decode(dokumen.with_context(bin_size=False).file or b"")
