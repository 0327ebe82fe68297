from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_pendek

from ..domain import satyalancana

#: Month of the proposals unless the rule says otherwise (periods: [unsure]).
_BULAN_USUL = 8


class AsnLayananHandlerSatyalancana(models.AbstractModel):
    """Satyalancana Karya Satya (SLKS): rules, letter and the award in the history."""

    _name = "asn.layanan.handler.satyalancana"
    _inherit = ["asn.layanan.handler", "asn.layanan.luar.mixin"]
    _description = "Long-service Medal Service (Layanan Satyalancana)"

    # ---- rules ---------------------------------------------------------

    def _hitung_permohonan(self, permohonan):
        """Return the ``Slks`` of a request, by the parameters of its version."""
        pegawai = permohonan.employee_id._origin
        versi = permohonan.versi_id.sudo()  # sudo: the rules are no secret
        usul = satyalancana.bulan_usul(
            self.env["hr.employee"]._asn_hari_ini(), self._bulan_usul(versi)
        )
        produk = permohonan.asal_id.dokumen_produk_id
        hasil = self.env["asn.slks"]._hitung(pegawai, usul, produk)
        return hasil.get(pegawai.id) or self.env["asn.slks"]._satu(None, usul, {}, ())

    def _bulan_usul(self, versi):
        aturan = versi.aturan_ids.filtered(lambda a: a.kode == "SLK-01")
        return aturan._parameter().get("bulan_usul", _BULAN_USUL)

    def _slks(self, versi, orang, kasus):
        """Return the ``Slks`` of people, kept for the length of one run."""
        if "slks" not in kasus.simpanan:
            usul = satyalancana.bulan_usul(kasus.pada, self._bulan_usul(versi))
            produk = kasus.permohonan and kasus.permohonan.asal_id.dokumen_produk_id
            kasus.simpanan["slks"] = self.env["asn.slks"]._hitung(orang, usul, produk)
        return kasus.simpanan["slks"]

    def _orang_slk_01(self, versi, orang, aturan, kasus):
        """At least ten years from TMT CPNS to the month of the proposal (SLK-01)."""
        hasil = {}
        for nomor, satu in self._slks(versi, orang, kasus).items():
            if satu.bulan < 0:
                hasil[nomor] = "gagal", self.env._("TMT CPNS not recorded")
                continue
            tahun, bulan = divmod(satu.bulan, 12)
            fakta = self.env._(
                "%(years)s years %(months)s months", years=tahun, months=bulan
            )
            cukup = tahun >= satyalancana.TINGKAT[0]
            hasil[nomor] = ("lulus" if cukup else "gagal"), fakta
        return hasil

    def _orang_slk_02(self, versi, orang, aturan, kasus):
        """Never a moderate or heavy punishment in the whole service (SLK-02)."""
        tetap = self.env["asn.riwayat.hukuman"]._domain_tidak_dibatalkan()
        return self._orang_bersih(
            "asn.riwayat.hukuman", [*tetap, ("tingkat", "in", ("S", "B"))], orang
        )

    def _orang_slk_03(self, versi, orang, aturan, kasus):
        """Never on leave outside state responsibility (SLK-03)."""
        return self._orang_bersih("asn.riwayat.cltn", [], orang)

    def _orang_bersih(self, model, saring, orang):
        """Answer for people who must have no valid row of a history."""
        # sudo: only whether the rule holds is told
        kelompok = (
            self.env[model]
            .sudo()
            ._read_group(
                [("employee_id", "in", orang.ids), ("status", "=", "sah"), *saring],
                ["employee_id"],
            )
        )
        kena = {pegawai.id for (pegawai,) in kelompok}
        return {i: ("gagal" if i in kena else "lulus", False) for i in orang.ids}

    def _orang_slk_04(self, versi, orang, aturan, kasus):
        """A grade is reached that is not held yet (SLK-04, SLK-06, SLK-08)."""
        hasil = {}
        for nomor, satu in self._slks(versi, orang, kasus).items():
            # Below ten years SLK-01 says so.
            kurang = satu.bulan < satyalancana.TINGKAT[0] * 12
            hasil[nomor] = (
                ("lulus", satu.jenis.name or False)
                if satu.jenis or kurang
                else ("gagal", False)
            )
        return hasil

    def _orang_slk_07(self, versi, orang, aturan, kasus):
        """In service when proposed (SLK-07)."""
        boleh = ("aktif", "aktif_khusus")
        return {
            p.id: (
                "lulus" if p.kedudukan_hukum.kelas in boleh else "gagal",
                p.kedudukan_hukum.name or "-",
            )
            for p in orang
        }

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "SLK-01": self.env._(
                "Ten years of service from TMT CPNS are needed; recognised earlier"
                " service (PMK) does not count."
            ),
            "SLK-02": self.env._(
                "A moderate or heavy disciplinary punishment is recorded."
            ),
            "SLK-03": self.env._(
                "Leave outside state responsibility (CLTN) is recorded."
            ),
            "SLK-04": self.env._("The grade for your years of service was given."),
            "SLK-07": self.env._("Only who is in service is proposed."),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: medal and service."""
        if not permohonan.slks_jenis_id:
            return super()._ringkasan(permohonan)
        return f"{permohonan.slks_jenis_id.name} · {permohonan.slks_masa_kerja}"

    # ---- effects -------------------------------------------------------

    def _on_submitted(self, permohonan):
        """Keep the values of the day of submission."""
        permohonan._mesin()._compute_slks()

    def _on_resubmitted(self, permohonan):
        """Work them out again: histories may have changed meanwhile."""
        self._on_submitted(permohonan)

    def _on_issued(self, permohonan):
        """Write the awards with the decree of the President, once each."""
        # sudo: the check must see rows outside the actor's scope
        ada = self.env["asn.riwayat.penghargaan"].sudo()
        punya = ada.search_fetch(
            [
                ("employee_id", "in", permohonan.employee_id.ids),
                ("jenis_penghargaan_id", "in", permohonan.slks_jenis_id.ids),
                ("status", "=", "sah"),
            ],
            ["employee_id", "jenis_penghargaan_id"],
        )
        sudah = {(r.employee_id, r.jenis_penghargaan_id) for r in punya}
        baru = permohonan.filtered(
            lambda p: (p.employee_id, p.slks_jenis_id) not in sudah
        )
        if baru:
            self.env["asn.riwayat.penghargaan"]._catat(
                [self._vals_penghargaan(satu) for satu in baru]
            )

    def _vals_penghargaan(self, permohonan):
        """Return the row of one award."""
        jenis, keppres = permohonan.slks_jenis_id, self._dasar_luar(permohonan)
        piagam = permohonan.nomor_hasil
        return {
            "employee_id": permohonan.employee_id.id,
            "jenis_penghargaan_id": jenis.id,
            "nama": jenis.name,
            "pemberi": "Presiden Republik Indonesia",
            "pejabat": "Presiden Republik Indonesia",
            "nomor_sk": keppres["nomor"],
            "tanggal_sk": keppres["tanggal"],
            "tahun": keppres["tanggal"].year,
            "catatan": f"Piagam nomor {piagam}" if piagam else False,
            "dokumen_id": permohonan.dokumen_produk_id.id,
        }

    # ---- letter and list -------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the notice of the award."""
        keppres = self._dasar_luar(permohonan)
        return {
            **super()._nilai_surat(permohonan),
            "tanda_kehormatan": permohonan.slks_jenis_id.name or "-",
            "medali": permohonan._medali() or "-",
            "masa_kerja": permohonan.slks_masa_kerja,
            "nomor_keppres": keppres["nomor"],
            "tanggal_keppres": keppres["tanggal"],
            "nomor_piagam": permohonan.nomor_hasil or "",
        }

    def _judul_usul(self, permohonan):
        tahun = permohonan[:1].slks_usul.year
        return f"Usul Penganugerahan Satyalancana Karya Satya Tahun {tahun}"

    def _kolom_usul(self):
        return ["TMT CPNS", "Masa Kerja", "Tanda Kehormatan"]

    def _baris_usul(self, permohonan):
        tahun, bulan = divmod(permohonan.slks_bulan, 12)
        return [
            format_pendek(permohonan.employee_id.tmt_cpns) or "-",
            f"{tahun} tahun {bulan} bulan",
            f"{permohonan.slks_jenis_id.name} ({permohonan._medali()})",
        ]
