from odoo import models

from ..domain import nilai as nilai_tools
from ..domain import transisi


class AsnUsulanBaris(models.Model):
    """One change, field by field."""

    _inherit = "asn.usulan.baris"

    def _susun_banding(self, terbuka):
        """Return this line as the comparison shows it.

        :param terbuka: whether a decision on it is due
        """
        self.ensure_one()
        selesai = self.keputusan in ("diterima", "ditolak")
        kini = self.lama or {} if selesai else self._kini()
        lama = self.lama if self.usulan_id.state in transisi.MENUNGGU else kini
        keputusan = dict(self._fields["keputusan"]._description_selection(self.env))
        tindakan = dict(self._fields["tindakan"]._description_selection(self.env))
        return {
            "id": self.id,
            "judul": self.jenis_id.name,
            "tindakan": self.tindakan,
            "tindakan_teks": tindakan[self.tindakan],
            "asal": self._teks_asal(),
            "bkpsdm": self.jenis_id.verifikator == "bkpsdm",
            "keputusan": self.keputusan,
            "keputusan_teks": keputusan[self.keputusan],
            "catatan": self.catatan or "",
            "terbuka": terbuka,
            "dilihat": nilai_tools.sidik(kini),
            "usang": terbuka and not self._segar(kini),
            "dokumen_ids": self.dokumen_ids.ids,
            "peringatan": self._peringatan() if terbuka else [],
            "medan": self._susun_medan_banding(kini, lama or {}),
        }

    def _segar(self, kini):
        """Tell whether the present values are those of the submission."""
        dulu = nilai_tools.sidik(self.lama or {})
        return self._asal_berlaku() and dulu == nilai_tools.sidik(kini)

    def _teks_asal(self):
        asal = self._asal() if self.tindakan == "koreksi" else False
        return self.jenis_id._ringkas_rekam(asal) if asal else ""

    def _susun_medan_banding(self, kini, lama):
        """Return old and new of each field, the changed ones marked."""
        nilai = self.nilai or {}
        hasil = []
        for nama in self.jenis_id._medan_isian():
            if nama not in nilai and not kini.get(nama):
                continue
            baru = nilai.get(nama, kini.get(nama))
            teks = self._teks(nama, kini), self._teks(nama, {nama: baru})
            if not any(teks):
                continue
            dulu = self._teks(nama, lama)
            hasil.append(
                {
                    "nama": nama,
                    "label": self.jenis_id._sifat(nama).label,
                    "foto": self._alamat_foto(nama, kini),
                    "lama": teks[0],
                    "baru": teks[1],
                    "beda": not nilai_tools.sama(kini.get(nama), baru),
                    # What it was when proposed, when it is another one today.
                    "dulu": dulu if dulu != teks[0] else "",
                }
            )
        return hasil

    def _alamat_foto(self, nama, kini):
        """Return where the present and the proposed photograph are, or ``False``."""
        if not self.jenis_id._is_foto():
            return False
        baru = (self.nilai or {}).get(nama)
        terbuka = self.keputusan not in ("diterima", "ditolak")
        pegawai = f"/web/image/hr.employee.public/{self.employee_id.id}/avatar_256"
        return {
            "lama": pegawai if terbuka and kini.get(nama) else "",
            "baru": f"/web/image/asn.dokumen/{baru}/file" if baru else "",
        }

    def _peringatan(self):
        """Return what a verifier should look at twice."""
        pesan = []
        if not self._asal_berlaku():
            pesan.append(
                self.env._("The row to be corrected is not the valid one any more.")
            )
        nomor = (self.nilai or {}).get("nomor_sk")
        if self.tindakan == "baru" and nomor:
            # sudo: an equal row counts, whoever may read it
            kembar = (
                self.env[self.jenis_id.model]
                .sudo()
                .search_count(
                    [
                        ("employee_id", "=", self.usulan_id.employee_id.id),
                        ("status", "=", "sah"),
                        ("nomor_sk", "=", nomor),
                    ],
                    limit=1,
                )
            )
            if kembar:
                pesan.append(
                    self.env._(
                        "There is already a valid row with decree number %s.", nomor
                    )
                )
        return pesan
