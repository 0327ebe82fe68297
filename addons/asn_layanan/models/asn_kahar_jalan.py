import base64

from odoo import fields, models
from odoo.addons.asn_pegawai.domain import impor_berkas
from odoo.addons.asn_pegawai.models.asn_impor_pesan import BERKAS
from odoo.exceptions import AccessError, UserError

from ..domain import kahar as aturan


class AsnKahar(models.Model):
    """Back-entry: dry run with a result per row, then one request per sound row."""

    _inherit = "asn.kahar"

    def action_periksa(self):
        """Read the spreadsheet and tell of each row whether it can be recorded.

        Nothing is recorded. Each sound row was tried whole and taken back.

        :raises UserError: when the file cannot be read
        """
        self.ensure_one()
        self.check_access("write")
        self._periksa_layanan()
        # sudo: rows are the engine's
        kahar = self.sudo()
        kahar.baris_ids.filtered(lambda b: b.state != "dicatat")._mesin().unlink()
        vals_list = []
        for nomor, isi in self._baca():
            vals_list.append(self._satu_baris(nomor, isi, vals_list))
        baris = kahar.env["asn.kahar.baris"]._mesin().create(vals_list)
        for satu in baris.filtered(lambda b: b.state == "siap"):
            kahar._coba(satu, catat=False)
        return True

    def action_catat(self):
        """Record every sound row as a request, each by itself.

        :raises UserError: as long as nobody else has confirmed the declaration
        :raises AccessError: for who confirmed it, and where the office asks for a
            third person also for who proposed it
        """
        self.ensure_one()
        self.check_access("write")
        self._periksa_layanan()
        # sudo: the engine records; who may is checked above
        kahar = self.sudo()
        self.lock_for_update()
        kahar._periksa_berlaku()
        self._periksa_pencatat()
        for satu in kahar.baris_ids.filtered(lambda b: b.state == "siap"):
            kahar._coba(satu, catat=True)
        return True

    def _periksa_layanan(self):
        """Only administrators of this very service record afterwards.

        :raises AccessError: for everybody else
        """
        user = self.env.user
        if (
            not user.has_group("asn_base.group_admin_aplikasi")
            or self.layanan_id not in user.layanan_ids
        ):
            raise AccessError(
                self.env._(
                    "Only an administrator of the service records what was handled on"
                    " paper."
                )
            )

    def _coba(self, baris, catat):
        """Record one row, or try and take it back; keep what was wrong."""
        vals = {"pesan": False}
        try:
            # Again: another administrator may have read the file.
            if pesan := self._pesan_sendiri(baris.employee_id):
                raise UserError(pesan)
            with self.env.cr.savepoint() as titik:
                permohonan = self.env["asn.permohonan"]._catat_manual(
                    self, baris, self.env.user
                )
                self.env.flush_all()
                if not catat:
                    titik.rollback()
        except (UserError, ValueError) as galat:
            vals = {"state": "galat", "pesan": str(galat)[:500]}
        else:
            if catat:
                vals = {"state": "dicatat", "permohonan_id": permohonan.id}
        self.env.invalidate_all(flush=False)
        baris._mesin().write(vals)

    # ------------------------------------------------------------------
    # Reading
    # ------------------------------------------------------------------

    def _baca(self):
        """Return ``[(row, {column: value})]`` of the uploaded spreadsheet."""
        isi = base64.b64decode(self.with_context(bin_size=False).file or b"")
        try:
            impor_berkas.periksa_berkas(isi, self.nama_file or "")
            return list(aturan.baca(impor_berkas.baca_lembar(isi), self._kolom()))
        except impor_berkas.BerkasDitolak as galat:
            raise UserError(
                str(BERKAS.get(galat.kunci, galat.kunci)) % galat.rincian
            ) from galat
        except ValueError as galat:
            raise UserError(
                self.env._("These columns are missing in the spreadsheet: %s", galat)
            ) from galat

    def _satu_baris(self, nomor, isi, sebelum):
        """Return the values of one row, with the first thing wrong in it."""
        vals = {
            "kahar_id": self.id,
            "nomor": nomor,
            "antrean": isi.get("antrean"),
            "nip": "".join(str(isi.get("nip") or "").split()),
            "putusan": aturan.PUTUSAN.get(str(isi.get("putusan") or "").lower()),
            "nomor_naskah": isi.get("nomor_naskah"),
            "pejabat": isi.get("pejabat"),
            "isian": {
                k: v.isoformat() if hasattr(v, "isoformat") else v
                for k, v in isi.items()
                if k.startswith("isian:") and v not in (None, "")
            },
            "state": "siap",
        }
        # sudo: the person is found by NIP, in whatever unit
        pegawai = (
            self.env["hr.employee"].sudo().search([("nip", "=", vals["nip"])], limit=1)
        )
        vals |= {"employee_id": pegawai.id, "nama": pegawai.name}
        try:
            for kunci in ("tanggal_ajuan", "tanggal_putusan"):
                vals[kunci] = aturan.tanggal(isi.get(kunci))
            pesan = self._masalah(vals, pegawai, sebelum)
        except ValueError as galat:
            pesan = self.env._("A date cannot be read: %s", galat)
        if pesan:
            vals |= {"state": "galat", "pesan": pesan}
        return vals

    def _masalah(self, vals, pegawai, sebelum):
        """Return what is wrong with a row, or None."""
        if not pegawai:
            return self.env._("No employee has this NIP.")
        if pesan := self._pesan_sendiri(pegawai):
            return pesan
        for kunci, nama, wajib in aturan.KOLOM:
            if wajib and not vals.get(kunci):
                return self.env._("This is missing: %s.", nama)
        kode = aturan.masalah_waktu(
            vals["tanggal_ajuan"],
            vals["tanggal_putusan"],
            self.mulai,
            self.selesai,
            self.env["asn.permohonan"]._tanggal(fields.Datetime.now()),
        )
        if kode:
            return {
                "di_luar_masa": self.env._("It was filed outside the force majeure."),
                "terbalik": self.env._("It was decided before it was filed."),
                "depan": self.env._("The decision lies in the future."),
            }[kode]
        return self._kembar(vals, sebelum)

    def _pesan_sendiri(self, pegawai):
        """Return the refusal to record a request of one's own, or None."""
        if pegawai.user_id == self.env.user:
            return self.env._("Nobody records a request of their own.")
        return None

    def _kembar(self, vals, sebelum):
        """Return why a row is recorded already, in the file or in the system."""
        for lain in sebelum:
            if (vals["antrean"] and lain["antrean"] == vals["antrean"]) or (
                lain["nomor_naskah"] == vals["nomor_naskah"]
            ):
                return self.env._("The same as row %s of this file.", lain["nomor"])
        # sudo: duplicates count in whatever scope they lie
        ada = self.sudo()._sudah_dicatat(vals)
        if ada:
            return self.env._("Already in the system: request %s.", ada.nomor)
        return None

    def _sudah_dicatat(self, vals):
        """Return the request with this letter, queue number, or person and day."""
        Permohonan = self.env["asn.permohonan"]
        layanan = ("layanan_id", "=", self.layanan_id.id)
        nomor = ("nomor_naskah", "=", vals["nomor_naskah"])
        ada = Permohonan.search([layanan, nomor], limit=1)
        if not ada and vals["antrean"]:
            ada = self.baris_ids.filtered(
                lambda b: b.state == "dicatat" and b.antrean == vals["antrean"]
            ).permohonan_id[:1]
        if ada:
            return ada
        hari = fields.Datetime.to_datetime(vals["tanggal_ajuan"])
        return Permohonan.search(
            [
                layanan,
                ("employee_id", "=", vals["employee_id"]),
                ("tanggal_ajuan", ">=", hari),
                ("tanggal_ajuan", "<", fields.Datetime.add(hari, days=1)),
            ],
            limit=1,
        )
