from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import tugas_belajar as tb


class AsnLayananHandlerBelajar(models.AbstractModel):
    """The rules of a study that look at the filled-in form."""

    _inherit = "asn.layanan.handler.belajar"

    def _aturan_tb_04(self, permohonan, aturan):
        """The superior found that unit and post need it (TB-04)."""
        setuju = permohonan.keputusan_ids.filtered(
            lambda k: k.tahap_id.jenis == "pertimbangan" and k.hasil == "approve"
        )
        if setuju:
            return "lulus", self.env._("recommended by the superior")
        return "manual", self.env._("recommendation of the superior to come")

    def _aturan_tb_05(self, permohonan, aturan):
        """Accredited at least B or Baik Sekali; abroad recognised (TB-05)."""
        if not self._is_pemberian(permohonan):
            return "lulus", False
        if self._jawab(permohonan, "luar_negeri") == "ya":
            return "manual", self.env._("recognition of the university abroad")
        nilai = self._jawab(permohonan, "akreditasi")
        cukup = nilai in aturan._parameter().get("cukup", tb.AKREDITASI_CUKUP)
        return ("lulus" if cukup else "gagal"), nilai.replace("_", " ") or False

    def _aturan_tb_06(self, permohonan, aturan):
        """No remote class; outside office hours for who stays in post (TB-06)."""
        if not self._is_pemberian(permohonan):
            return "lulus", False
        cara = self._jawab(permohonan, "cara")
        hasil = tb.periksa_cara(cara, self._is_dibebaskan(permohonan))
        return hasil, cara.replace("_", " ") or False

    def _aturan_tb_07(self, permohonan, aturan):
        """Enough service is left after the study (TB-07, TB-08)."""
        if not self._is_pemberian(permohonan):
            return "lulus", False
        # sudo: the day of the pension decides, whoever files
        tmt = permohonan.sudo().employee_id.tmt_pensiun
        mulai = self._tanggal_jawab(permohonan, "mulai")
        semester = self._semester(permohonan)
        if not (tmt and mulai and semester):
            return "gagal", self.env._("start, length or retirement age not known")
        faktor = {**tb.FAKTOR, **aturan._parameter().get("faktor", {})}
        bentuk = tb.bentuk_sisa(
            self._is_dibebaskan(permohonan), self._is_mandiri(permohonan)
        )
        kali = faktor[bentuk]
        fakta = self.env._(
            "left %(left)s, needed %(needed)s",
            left=self._teks_lama(tb.sisa_dinas(mulai, semester, tmt)),
            needed=self._teks_lama(kali * semester * tb.BULAN_SEMESTER),
        )
        cukup = tb.is_sisa_cukup(mulai, semester, tmt, kali)
        return ("lulus" if cukup else "gagal"), fakta

    def _aturan_tb_09(self, permohonan, aturan):
        """Not longer than normal for the level (TB-09)."""
        tabel = aturan._parameter().get("semester", tb.LAMA)
        semester = self._semester(permohonan)
        hasil = tb.periksa_lama(tabel, self._jenjang(permohonan).kode, semester)
        return hasil, self.env._("%s semesters", semester)

    def _aturan_tb_10(self, permohonan, aturan):
        """Who is bound afterwards is told so before (TB-10)."""
        kali = self._kali_ikatan(permohonan, aturan)
        if not kali or not self._is_pemberian(permohonan):
            return "lulus", self.env._("no bound service")
        bulan = self._semester(permohonan) * tb.BULAN_SEMESTER * kali
        return "lulus", self.env._("bound service %s", self._teks_lama(bulan))

    def _kali_ikatan(self, permohonan, aturan):
        """Return how many times the length somebody is bound; 0 when not (TB-10)."""
        if not self._is_dibebaskan(permohonan) or self._is_mandiri(permohonan):
            return 0
        return self._faktor_ikatan(
            aturan, self._jawab(permohonan, "luar_negeri") == "ya"
        )

    def _faktor_ikatan(self, aturan, is_luar_negeri):
        parameter = aturan._parameter()
        nama = "faktor_luar_negeri" if is_luar_negeri else "faktor"
        return parameter.get(nama, 2)

    def _aturan_tb_x_01(self, permohonan, aturan):
        """The permission comes before the study (usual refusals of dossier 7)."""
        mulai = self._tanggal_jawab(permohonan, "mulai")
        if not self._is_pemberian(permohonan):
            return "lulus", False
        belum = bool(mulai) and mulai >= self._hari_ajuan(permohonan)
        return ("lulus" if belum else "gagal"), format_panjang(mulai) or False

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "TB-01": self.env._("Not long enough a PNS for a study with permission."),
            "TB-03": self.env._(
                "No study during a punishment, a suspension or a procedure."
            ),
            "TB-05": self.env._(
                "The programme must be accredited at least B or Baik Sekali."
            ),
            "TB-06": self.env._(
                "Remote classes are not permitted, and who stays in post studies"
                " outside office hours."
            ),
            "TB-07": self.env._(
                "Too little service is left between the end of the study and the"
                " pension."
            ),
            "TB-09": self.env._(
                "Longer than is permitted for this level, or the extension comes too"
                " late."
            ),
            "TB-11": self.env._(
                "Only one study at a time, after the waiting time since the last one."
            ),
            "TB-X-01": self.env._("Permission is asked before the study begins."),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: level, programme, university."""
        bagian = (
            self._jenjang(permohonan).kode,
            self._jawab(permohonan, "program"),
            self._jawab(permohonan, "perguruan_tinggi"),
        )
        return " · ".join(b for b in bagian if b) or super()._ringkasan(permohonan)
