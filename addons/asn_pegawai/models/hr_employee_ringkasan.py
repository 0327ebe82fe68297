from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from .kelas_data import BAGIAN


class HrEmployee(models.Model):
    """The first page of a profile: where somebody stands and what comes next."""

    _inherit = "hr.employee"

    def get_ringkasan(self):
        """Return the start page of one profile, ready to draw.

        :return: ``{kelengkapan, kini, peristiwa, lain, cara}``
        :raise AccessError: when the profile may not be read
        """
        self.ensure_one()
        self.check_access("read")
        return {
            "cara": self._cara_isi(),
            "sendiri": self.user_id == self.env.user,
            "bertugas": self._masih_bertugas(),
            "kelengkapan": self._ringkas_kelengkapan(),
            "kini": self._ringkas_kini(),
            "peristiwa": self._daftar_peristiwa(),
            "lain": self._ringkas_lain(),
        }

    def get_mutu(self):
        """Return the contradictions in a profile, apart from the first page.

        :return: sentences, or ``None`` for who may not read them
        :raise AccessError: when the profile may not be read
        """
        self.ensure_one()
        self.check_access("read")
        return self._ringkas_mutu()

    def _ringkas_kelengkapan(self):
        kurang = self._unsur_kurang().get(self.id)
        kurang = kurang or self.env["asn.kelengkapan.unsur"]
        dapat = self._dapat_isi(kurang)
        pengisi = self._teks_pengisi()
        bagian = []
        for kode, label in self._label_bagian():
            bagian.append(
                {
                    "kode": kode,
                    "nama": label,
                    "persen": self[f"kelengkapan_{kode}"],
                    "kurang": [
                        {
                            "id": unsur.id,
                            "nama": unsur.display_name,
                            "target": unsur._target(),
                            "pengisi": pengisi[unsur.pengisi],
                            "dapat": unsur in dapat,
                        }
                        for unsur in kurang
                        if unsur.bagian == kode
                    ],
                }
            )
        return {"persen": self.kelengkapan, "bagian": bagian}

    def _ringkas_lain(self):
        """Return what else may be missing: ``{kunci, nama, teks, aksi}``.

        ``teks`` is empty where nothing is. Extended by other addons.
        """
        return []

    def _label_bagian(self):
        """Return ``(code, translated label)`` of the five groups."""
        medan = self.env["asn.kelengkapan.unsur"]._fields["bagian"]
        label = dict(medan._description_selection(self.env))
        return [(kode, label[kode]) for kode, _label in BAGIAN]

    def _teks_pengisi(self):
        medan = self.env["asn.kelengkapan.unsur"]._fields["pengisi"]
        return dict(medan._description_selection(self.env))

    def _dapat_isi(self, unsur):
        """Return those elements that the present user can supply.

        Extended by addons that take proposals or documents.
        """
        riwayat = unsur.filtered(lambda u: u.jenis == "riwayat")
        boleh = self._cara_isi_riwayat(riwayat.mapped("kode"))
        dapat = riwayat.filtered(lambda u: boleh[u.kode])
        if self._cara_isi() == "langsung":
            dapat |= unsur.filtered(lambda u: u.jenis == "medan")
        return dapat

    def _ringkas_kini(self):
        """Return the present position as ``{label, nilai, sub}`` lines."""
        _ = self.env._
        pangkat = self.golongan_id
        # The superior is a colleague: what the directory shows.
        atasan = self.env["hr.employee.public"].browse(self.parent_id.id)
        baris = [
            (_("Post (Jabatan)"), self.jabatan_id.display_name, self.tmt_jabatan),
            (_("Work Unit (Unit Kerja)"), self.unit_id.name, False),
            (_("Grade (Golongan)"), pangkat.display_name, self.tmt_golongan),
            (_("Length of service (masa kerja)"), self._teks_lama("masa_kerja"), False),
            (_("In the grade (MKG)"), self._teks_lama("mkg"), False),
            (_("Direct superior"), atasan.nama_lengkap, False),
        ]
        return [
            {
                "label": label,
                "nilai": nilai,
                "sub": _("since %s", format_panjang(tmt)) if tmt else "",
            }
            for label, nilai, tmt in baris
            if nilai
        ]

    def _teks_lama(self, awalan):
        tahun, bulan = self[f"{awalan}_tahun"], self[f"{awalan}_bulan"]
        if not (tahun or bulan):
            return ""
        return self.env._("%(y)s years %(m)s months", y=tahun, m=bulan)

    def _ringkas_mutu(self):
        """Return the contradictions, or ``None`` for who may not read them."""
        if not self._has_field_access(self._fields["anomali"], "read"):
            return None
        if not self._asn_rahasia_terbuka():
            return None
        return [baris for baris in (self.anomali or "").split("\n") if baris]
