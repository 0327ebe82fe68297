from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain.berkas_gaji import Perubahan
from .asn_permohonan_kp import BERPERISTIWA

#: Kinds as decrees call them.
_SEBUTAN = {
    "reguler": "kenaikan pangkat reguler",
    "struktural": "kenaikan pangkat pilihan bagi pejabat struktural",
    "fungsional": "kenaikan pangkat pilihan bagi pejabat fungsional",
    "penyesuaian_ijazah": "kenaikan pangkat pilihan karena penyesuaian ijazah",
    "anumerta": "kenaikan pangkat anumerta",
    "pengabdian": "kenaikan pangkat pengabdian",
    "pengabdian_cacat": "kenaikan pangkat pengabdian karena cacat dalam dinas",
}
#: Why it is given, where it is not for merit.
_ALASAN = {
    "anumerta": "dinyatakan tewas dan memenuhi syarat",
    "pengabdian": "mencapai batas usia pensiun dan memenuhi syarat",
    "pengabdian_cacat": "dinyatakan cacat karena dinas dan memenuhi syarat",
}
_SYARAT = "memenuhi syarat dan dipandang cakap"
_PENERIMA = "Pegawai Negeri Sipil yang bersangkutan"
#: Schools whose name says the level of the education.
_SEKOLAH = ("sd", "mi", "smp", "mts", "sma", "smk", "ma", "stm", "smea", "paket")
#: Kinds in the list for finance; whatever is not here is by choice (pilihan).
_SINGKAT = {
    "reguler": "KP reguler",
    "anumerta": "KP anumerta",
    "pengabdian": "KP pengabdian",
    "pengabdian_cacat": "KP pengabdian",
}


class AsnLayananHandlerKenaikanPangkat(models.AbstractModel):
    """Promotion in rank (KP): what a decree changes, and what it says."""

    _inherit = "asn.layanan.handler.kenaikan_pangkat"
    _KERAS_TINDAK = frozenset({"UMUM-05", "KP-02"})

    def _kolom_isian(self):
        """Kind, event and TMT; the rest follows."""
        return ["kp_jenis", "kp_tanggal_peristiwa", "kp_tmt", *super()._kolom_isian()]

    def _kolom_tampil(self, permohonan):
        """Leave the event out where there is none."""
        lewat = set()
        if permohonan.kp_jenis not in BERPERISTIWA:
            lewat.add("kp_tanggal_peristiwa")
        return [n for n in self._kolom_isian() if n not in lewat]

    def _hasil_dikabulkan(self, permohonan):
        """Return the new rank with its service and pay."""
        if not permohonan.kp_golongan_id:
            return super()._hasil_dikabulkan(permohonan)
        return [
            (self.env._("From"), format_panjang(permohonan.kp_tmt)),
            (self.env._("Grade before"), permohonan.kp_golongan_lama_id.display_name),
            (self.env._("New grade"), permohonan.kp_golongan_id.display_name),
            (
                self.env._("Service in the grade (MKG)"),
                self.env._(
                    "%(years)s years %(months)s months",
                    years=permohonan.kp_mkg_tahun,
                    months=permohonan.kp_mkg_bulan,
                ),
            ),
            *self._gaji_dikabulkan(permohonan, "kp_gaji_lama", "kp_gaji_baru"),
        ]

    def _check_submission(self, permohonan):
        """Refuse what no table can pay.

        :raise UserError: there is no pay table for the new grade on its day
        """
        permohonan._mesin()._compute_kp()
        if permohonan.kp_golongan_id and not permohonan.kp_gaji_baru:
            raise UserError(
                self.env._(
                    "There is no pay table for %(grade)s on %(day)s. Ask BKPSDM to"
                    " enter it.",
                    grade=permohonan.kp_golongan_id.kode,
                    day=format_panjang(permohonan.kp_tmt),
                )
            )

    def _on_submitted(self, permohonan):
        """Keep the values of the day of submission."""
        permohonan._mesin()._compute_kp()

    def _on_resubmitted(self, permohonan):
        """Work them out again: histories may have changed meanwhile (KP-10)."""
        self._on_submitted(permohonan)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: grades and day."""
        if not permohonan.kp_golongan_id:
            return super()._ringkasan(permohonan)
        return self.env._(
            "Promotion %(old)s to %(new)s, from %(day)s",
            old=permohonan.kp_golongan_lama_id.kode,
            new=permohonan.kp_golongan_id.kode,
            day=format_panjang(permohonan.kp_tmt),
        )

    # ---- effects -------------------------------------------------------------

    def _periksa_tindak(self, permohonan):
        """A promotion on which a later grade or increment rests is not taken back.

        A correction that keeps grade and TMT leaves the increments of the grade.
        """
        asal = permohonan.asal_id
        kolom = ("kp_golongan_id", "kp_tmt")
        tetap = all(permohonan[nama] == asal[nama] for nama in kolom)
        lain = [
            ("employee_id", "=", asal.employee_id.id),
            ("status", "=", "sah"),
            ("dokumen_id", "!=", asal.dokumen_produk_id.id),
        ]
        # sudo: the check must see rows outside the actor's scope
        Golongan = self.env["asn.riwayat.golongan"].sudo()
        lanjut = Golongan.search([*lain, ("tmt", ">", asal.kp_tmt)], limit=1)
        if not lanjut and not tetap:
            milik = [
                ("golongan_id", "=", asal.kp_golongan_id.id),
                ("tmt", ">", asal.kp_tmt),
            ]
            # sudo: as above
            lanjut = (
                self.env["asn.riwayat.gaji"].sudo().search([*lain, *milik], limit=1)
            )
        if lanjut:
            self._tolak_disusul(lanjut)
        return super()._periksa_tindak(permohonan)

    def _on_issued(self, permohonan):
        """Write grade and pay, once; current values, KGB and KP follow from them."""
        # sudo: the check must see rows outside the actor's scope
        ada = self.env["asn.riwayat.golongan"].sudo()
        punya = ada.search_fetch(
            [
                ("employee_id", "in", permohonan.employee_id.ids),
                ("tmt", "in", permohonan.mapped("kp_tmt")),
                ("sumber", "=", "layanan"),
                ("status", "=", "sah"),
            ],
            ["employee_id", "tmt"],
        )
        sudah = {(r.employee_id, r.tmt) for r in punya}
        baru = permohonan.filtered(
            lambda p: (
                p.jenis_tindak != "pencabutan"
                and (p.employee_id, p.kp_tmt) not in sudah
            )
        )
        if not baru:
            return
        umum = {satu: self._vals_kp(satu) for satu in baru}
        self.env["asn.riwayat.golongan"]._catat(
            [
                {
                    **umum[satu],
                    "jenis_kp": satu.kp_jenis,
                    "nomor_pertek": satu.kp_pertek_nomor,
                    "tanggal_pertek": satu.kp_pertek_tanggal,
                }
                for satu in baru
            ]
        )
        self.env["asn.riwayat.gaji"]._catat(
            [{**umum[satu], "gaji_pokok": satu.kp_gaji_baru} for satu in baru]
        )

    def _perubahan_gaji(self, permohonan):
        """Return the promotion as finance takes it over."""
        if not permohonan.kp_golongan_id:
            return super()._perubahan_gaji(permohonan)
        keputusan = permohonan._kolom_sk() | self._keppres(permohonan)
        return Perubahan(
            jenis="kp",
            sebutan=_SINGKAT.get(permohonan.kp_jenis, "KP pilihan"),
            golongan_lama=permohonan.kp_golongan_lama_id,
            golongan_baru=permohonan.kp_golongan_id,
            mkg=self._mkg_teks(permohonan.kp_mkg_tahun, permohonan.kp_mkg_bulan),
            gaji_lama=permohonan.kp_gaji_lama,
            gaji_baru=permohonan.kp_gaji_baru,
            persen=100,
            tmt=permohonan.kp_tmt,
            nomor=keputusan["nomor_sk"],
            tanggal=keputusan["tanggal_sk"],
            berikutnya=None,
        )

    def _vals_kp(self, permohonan):
        """Return the columns that grade and pay of one promotion share."""
        return {
            **permohonan._kolom_sk(),
            **self._keppres(permohonan),
            "golongan_id": permohonan.kp_golongan_id.id,
            "tmt": permohonan.kp_tmt,
            "mkg_tahun": permohonan.kp_mkg_tahun,
            "mkg_bulan": permohonan.kp_mkg_bulan,
        }

    def _keppres(self, permohonan):
        """Return number, date and official of the President's decree, if it is his."""
        if not permohonan.kp_keppres_nomor:
            return {}
        return {
            "nomor_sk": permohonan.kp_keppres_nomor,
            "tanggal_sk": permohonan.kp_keppres_tanggal,
            "pejabat": "Presiden Republik Indonesia",
        }

    # ---- letter --------------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the decree (4.8)."""
        pegawai = permohonan.employee_id
        lama, baru = permohonan.kp_golongan_lama_id, permohonan.kp_golongan_id
        tahun, bulan = divmod(permohonan.kp_mkg_lama, 12)
        return {
            **super()._nilai_surat(permohonan),
            "jenis_kp": _SEBUTAN.get(permohonan.kp_jenis, "kenaikan pangkat"),
            **self._alasan(permohonan),
            "pertek_nomor": permohonan.kp_pertek_nomor or "",
            "pertek_tanggal": permohonan.kp_pertek_tanggal or "",
            "keppres_nomor": permohonan.kp_keppres_nomor or "",
            "keppres_tanggal": permohonan.kp_keppres_tanggal or "",
            "pendidikan": self._pendidikan(pegawai),
            "pangkat_lama": f"{lama.pangkat}, {lama.kode}" if lama else "-",
            "tmt_lama": self._tmt_lama(permohonan),
            "mkg_lama": self._mkg_teks(tahun, bulan),
            "gaji_lama": permohonan.kp_gaji_lama,
            "pangkat_baru": f"{baru.pangkat}, {baru.kode}" if baru else "-",
            "tmt_baru": permohonan.kp_tmt,
            "mkg_baru": self._mkg_teks(
                permohonan.kp_mkg_tahun, permohonan.kp_mkg_bulan
            ),
            "gaji_baru": permohonan.kp_gaji_baru,
            "angka_kredit": self._kredit_teks(permohonan),
            "dasar_gaji": self.env["asn.gaji.pokok"]._sebut_dasar(
                baru.id, permohonan.kp_tmt
            ),
            "karpeg": pegawai.no_karpeg or "",
        }

    def _alasan(self, permohonan):
        """Return why it is given and who gets the original: the heirs of the dead."""
        jenis = permohonan.kp_jenis
        wafat = jenis == "pengabdian" and permohonan.kp_tanggal_peristiwa
        alasan = _ALASAN.get(jenis, _SYARAT)
        if wafat:
            alasan = "meninggal dunia dan memenuhi syarat"
        ahli_waris = wafat or jenis == "anumerta"
        return {
            "alasan_kp": alasan,
            "penerima_asli": f"ahli waris {_PENERIMA}" if ahli_waris else _PENERIMA,
        }

    def _pendidikan(self, pegawai):
        program = pegawai.program_studi or ""
        jenjang = pegawai.pendidikan_id.name or ""
        awal = program.lower().partition(" ")[0]
        if awal and awal in (jenjang.lower().split(" ")[0], *_SEKOLAH):
            return program
        return " ".join(x for x in (jenjang, program) if x) or "-"

    def _mkg_teks(self, tahun, bulan):
        return f"{tahun} tahun {bulan} bulan"

    def _kredit_teks(self, permohonan):
        if permohonan.kp_jenis != "fungsional":
            return ""
        return f"{permohonan.kp_kredit:.3f}".replace(".", ",")

    def _tmt_lama(self, permohonan):
        hasil = permohonan._hitung_kp(permohonan.kp_tmt) if permohonan.kp_tmt else None
        return hasil.pangkat.tmt if hasil else ""
