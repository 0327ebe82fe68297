from odoo import models


class AsnLayananVersi(models.Model):
    """What changes between two versions of a service."""

    _inherit = "asn.layanan.versi"

    def get_beda(self, lama_id=None):
        """Return what differs from another version, by default the one in force.

        :param lama_id: id of the version to compare with
        :return: list of ``{bagian, perubahan, nama, rincian}``; ``perubahan`` is
            ``tambah``, ``hapus`` or ``ubah``, ``rincian`` a list of ``{label, lama,
            baru}``
        """
        self.ensure_one()
        self.check_access("read")
        lama = self.browse(lama_id) if lama_id else self.layanan_id.versi_live_id
        lama.check_access("read")
        if not lama or lama == self:
            return []
        beda = []
        rincian = self._beda_rekaman(lama, self)
        if rincian:
            beda.append(self._baris_beda("umum", "ubah", self.name, rincian))
        for kolom, model in self._kolom_bagian().items():
            bagian = model.rpartition(".")[2]
            beda += self._beda_bagian(
                bagian, lama[kolom]._isi_asli(), self[kolom]._isi_asli()
            )
        return beda

    def _baris_beda(self, bagian, perubahan, nama, rincian=()):
        return {
            "bagian": bagian,
            "perubahan": perubahan,
            "nama": nama,
            "rincian": list(rincian),
        }

    def _beda_bagian(self, bagian, lama, baru):
        lama_per, baru_per = self._per_kunci(lama), self._per_kunci(baru)
        beda = []
        for kunci, record in baru_per.items():
            if kunci not in lama_per:
                beda.append(self._baris_beda(bagian, "tambah", record.display_name))
            elif rincian := self._beda_rekaman(lama_per[kunci], record):
                beda.append(
                    self._baris_beda(bagian, "ubah", record.display_name, rincian)
                )
        beda += [
            self._baris_beda(bagian, "hapus", record.display_name)
            for kunci, record in lama_per.items()
            if kunci not in baru_per
        ]
        return beda

    def _per_kunci(self, records):
        """Return ``{code: record}``; a second one with the same code is told apart."""
        hasil = {}
        for record in records:
            kode = record["kode"] if "kode" in record._fields else record.display_name
            nomor = 1
            while (kode, nomor) in hasil:
                nomor += 1
            hasil[kode, nomor] = record
        return hasil

    def _beda_rekaman(self, lama, baru):
        rincian = []
        for nama in self._kolom_data(baru._name):
            if self._nilai_data(lama, nama) == self._nilai_data(baru, nama):
                continue
            rincian.append(
                {
                    "label": baru._fields[nama]._description_string(self.env),
                    "lama": self._terbaca(lama, nama),
                    "baru": self._terbaca(baru, nama),
                }
            )
        return rincian
