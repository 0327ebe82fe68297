from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan
from odoo.exceptions import UserError

from ..domain import cuti, kgb

#: Months before the increment in which it may be asked for (KGB-07: the notice is
#: issued two months before).
_BULAN_SEBELUM = 3
#: Shortest contract in months that has increments (KGB-K-01).
_BULAN_KONTRAK = 24
#: What a request decides: it is compared with the histories until the signature.
_DIPUTUSKAN = ("kgb_tmt", "kgb_golongan_id", "kgb_langkah", "kgb_gaji_baru")
#: What the letter names of the decree on which the present pay rests.
_DASAR_LAMA = ["pejabat", "tanggal_sk", "nomor_sk", "tmt", "mkg_tahun", "mkg_bulan"]


class AsnLayananHandlerKgb(models.AbstractModel):
    """Periodic increment of basic pay (KGB): rules, letter and effects.

    A rule answers for many people on a day, so that rehearsals and forecasts ask
    what a request asks.
    """

    _name = "asn.layanan.handler.kgb"
    _inherit = "asn.layanan.handler"
    _description = "Periodic Increment Service (Layanan KGB)"

    def _check_submission_banyak(self, permohonan):
        """Work out the increments of that day, of all at once."""
        permohonan._hitung_ulang_kgb()
        return super()._check_submission_banyak(permohonan)

    def _check_submission(self, permohonan):
        """Refuse what no table can pay.

        :raise UserError: there is no next step, or no pay table for its day
        """
        if permohonan.kgb_tmt and not permohonan.kgb_gaji_baru:
            raise UserError(
                self.env._(
                    "There is no pay table for %s. Ask BKPSDM to enter it.",
                    format_panjang(permohonan.kgb_tmt),
                )
            )

    # ---- rules ---------------------------------------------------------

    def _kgb(self, orang, kasus):
        """Return the next increments of people, kept for the length of one run."""
        produk = kasus.permohonan and kasus.permohonan.asal_id.dokumen_produk_id
        if "kgb" not in kasus.simpanan:
            kasus.simpanan["kgb"] = self.env["asn.kgb"]._hitung(orang, produk)
        return kasus.simpanan["kgb"]

    def _orang_kgb_02(self, versi, orang, aturan, kasus):
        """The MKG reaches the next step soon, in service (KGB-02, KGB-04, KGB-07)."""
        bulan = aturan._parameter().get("bulan_sebelum", _BULAN_SEBELUM)
        return {
            pegawai.id: self._jawab_saatnya(
                pegawai, self._kgb(orang, kasus)[pegawai.id], kasus.pada, bulan
            )
            for pegawai in orang
        }

    def _jawab_saatnya(self, pegawai, berikut, hari, bulan):
        if not berikut:
            # At the top KGB-05 says so.
            return "lulus", False
        akhir = self._setelah_dinas(pegawai, berikut.tmt)
        if akhir:
            return "gagal", akhir
        tmt, buka = berikut.tmt, tambah_bulan(berikut.tmt, -bulan)
        if hari >= buka:
            return "lulus", format_panjang(tmt)
        return "gagal", self.env._(
            "%(day)s, may be filed from %(open)s",
            day=format_panjang(tmt),
            open=format_panjang(buka),
        )

    def _setelah_dinas(self, pegawai, tmt):
        """Return why nothing is paid from a day on; False when it is in service."""
        if (pegawai.status_pegawai or "").startswith("pppk"):
            habis = pegawai.tmt_kontrak_selesai
            lewat = habis and tmt > habis
            return lewat and self.env._("contract until %s", format_panjang(habis))
        pensiun = pegawai.tmt_pensiun
        lewat = pensiun and tmt >= pensiun
        return lewat and self.env._("pension from %s", format_panjang(pensiun))

    def _orang_kgb_05(self, versi, orang, aturan, kasus):
        """There is a further step in the table of the grade (KGB-05)."""
        return {
            nomor: (
                ("lulus", self.env._("step of MKG %s years", berikut.langkah))
                if berikut
                else ("gagal", False)
            )
            for nomor, berikut in self._kgb(orang, kasus).items()
        }

    def _orang_kgb_k_01(self, versi, orang, aturan, kasus):
        """PPPK: contract longer than two years, and performance (KGB-K-01, K-02).

        The first increment of golongan V comes after one year and asks for the
        performance of that year only. Where contracts continue (KGB-K-04) they are
        counted together.
        """
        lanjut = self.env["asn.kgb"]._is_kontrak_lanjut()
        Pustaka = self.env["asn.layanan.pustaka"]
        predikat = aturan._parameter().get("predikat", ["sangat_baik", "baik"])
        hasil = {}
        for pegawai in orang:
            if not (pegawai.status_pegawai or "").startswith("pppk"):
                hasil[pegawai.id] = "lulus", False
                continue
            mulai, selesai = pegawai.tmt_kontrak_mulai, pegawai.tmt_kontrak_selesai
            if lanjut and mulai and pegawai.tmt_golongan:
                mulai = min(mulai, pegawai.tmt_golongan)
            if not cuti.is_lebih_dari(mulai, selesai, _BULAN_KONTRAK):
                hasil[pegawai.id] = "gagal", self.env._("contract of at most 2 years")
                continue
            berikut = self._kgb(orang, kasus)[pegawai.id]
            setahun = berikut and kgb.is_setahun(
                berikut.golongan.kode, berikut.langkah, berikut.pertama
            )
            hasil.update(
                Pustaka._pustaka_kinerja(
                    pegawai, {"predikat": predikat, "tahun": 1 if setahun else 2}, kasus
                )
            )
        return hasil

    def _kode_umum(self):
        """Facts may change while a request runs, whatever a version of the service says."""
        return [*super()._kode_umum(), "KGB-12"]

    def _nama_aturan(self, kode):
        """Return the condition of the rule that has no row, in words."""
        if kode == "KGB-12":
            return self.env._("Grade, step and pay are still those of the submission")
        return super()._nama_aturan(kode)

    def _orang_kgb_12(self, versi, orang, aturan, kasus):
        """What was worked out at the submission still holds (KGB-12, PRO-15).

        A promotion, a review of service or another increment that was recorded
        meanwhile is worked out anew when the request is returned. What was due before
        a promotion stays due.
        """
        hasil = dict.fromkeys(orang.ids, ("lulus", False))
        jalan = (kasus.permohonan or self.env["asn.permohonan"]).filtered(
            lambda p: p.kgb_tmt and p.state not in ("draft", "returned")
        )
        for permohonan, nilai in jalan._nilai_kgb_banyak():
            pegawai = permohonan.employee_id._origin
            if pegawai.tmt_golongan and pegawai.tmt_golongan > permohonan.kgb_tmt:
                continue
            beda = [
                permohonan._fields[n].get_description(self.env, ["string"])["string"]
                for n in _DIPUTUSKAN
                if permohonan._fields[n].convert_to_write(permohonan[n], permohonan)
                != nilai[n]
            ]
            if beda:
                hasil[pegawai.id] = "gagal", ", ".join(beda)
        return hasil

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "KGB-12": self.env._(
                "Grade, step or pay changed after the submission. Return the request, so"
                " that it is worked out again."
            ),
            "KGB-02": self.env._("The next increment (KGB) is not due yet."),
            "KGB-05": self.env._(
                "Your pay has reached the highest step of the grade. The next increment"
                " follows a promotion."
            ),
            "KGB-K-01": self.env._(
                "A PPPK has increments with a contract of more than two years and a"
                " performance of at least Baik."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: grade and day."""
        if not permohonan.kgb_tmt:
            return super()._ringkasan(permohonan)
        return self.env._(
            "KGB %(grade)s, from %(day)s",
            grade=permohonan.kgb_golongan_id.kode,
            day=format_panjang(permohonan.kgb_tmt),
        )

    def _wajib_orang(self, versi, orang):
        """Return the documents of the increment that comes next, conditions included."""
        syarat = versi.persyaratan_ids.filtered(lambda s: s.wajib != "opsional")
        nanti = self.env["asn.kgb"]._hitung(orang)
        Permohonan = self.env["asn.permohonan"]
        hasil = {}
        for pegawai in orang:
            # Never stored: what a request of hers would say of itself.
            maya = Permohonan.new({"employee_id": pegawai.id, "kgb_jenis": "berkala"})
            maya.update(maya._nilai_kgb(nanti.get(pegawai.id)))
            hasil[pegawai.id] = syarat._berlaku(maya)
        return hasil

    # ---- effects -------------------------------------------------------

    def _on_issued(self, permohonan):
        """Write the pay history, once; pay and its TMT follow by projection."""
        # sudo: the check must see rows outside the actor's scope
        ada = self.env["asn.riwayat.gaji"].sudo()
        punya = ada.search_fetch(
            [
                ("employee_id", "in", permohonan.employee_id.ids),
                ("tmt", "in", permohonan.mapped("kgb_tmt")),
                ("sumber", "=", "layanan"),
                ("status", "=", "sah"),
            ],
            ["employee_id", "tmt", "mkg_tahun", "golongan_id"],
        )
        # Two steps may be paid from one day after a long deferral.
        sudah = {(r.employee_id, r.tmt, r.mkg_tahun, r.golongan_id) for r in punya}
        baru = permohonan.filtered(
            lambda p: (
                p.jenis_tindak != "pencabutan"
                and (p.employee_id, p.kgb_tmt, p.kgb_langkah, p.kgb_golongan_id)
                not in sudah
            )
        )
        if baru:
            vals_list = [self._vals_gaji(satu) for satu in baru]
            self.env["asn.riwayat.gaji"]._catat(vals_list)

    def _vals_gaji(self, permohonan):
        """Return the pay row of one increment."""
        return {
            **permohonan._kolom_sk(),
            "golongan_id": permohonan.kgb_golongan_id.id,
            "tmt": permohonan.kgb_tmt,
            "mkg_tahun": permohonan.kgb_langkah,
            "mkg_bulan": 0,
            "gaji_pokok": permohonan.kgb_gaji_baru,
        }

    # ---- letter --------------------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the notice of the increment (5.3)."""
        pegawai = permohonan.employee_id
        lama = self._dasar_lama(permohonan)
        return {
            **super()._nilai_surat(permohonan),
            "karpeg": pegawai.no_karpeg or "",
            "dasar_gaji": self.env["asn.gaji.pokok"]._sebut_dasar(
                permohonan.kgb_golongan_id.id, permohonan.kgb_tmt
            ),
            "gaji_lama": permohonan.kgb_gaji_lama,
            "gaji_baru": permohonan.kgb_gaji_baru,
            "gaji_dibayarkan": kgb.dibayarkan(
                permohonan.kgb_gaji_baru, permohonan.kgb_persen or 100
            ),
            "persen": permohonan.kgb_persen if permohonan.kgb_persen == 80 else "",
            "golongan_kgb": permohonan.kgb_golongan_id.kode,
            "mkg_baru": f"{permohonan.kgb_langkah} tahun 0 bulan",
            "tmt_kgb": permohonan.kgb_tmt,
            "kgb_berikutnya": permohonan.kgb_berikutnya or "",
            "pejabat_lama": lama.pejabat or "-",
            "tanggal_lama": lama.tanggal_sk or "",
            "nomor_lama": lama.nomor_sk or "-",
            "tmt_lama": lama.tmt or "",
            "mkg_lama": f"{lama.mkg_tahun} tahun {lama.mkg_bulan} bulan",
        }

    def _dasar_lama(self, permohonan):
        """Return the decree on which the present pay rests: last pay or grade."""
        pegawai = permohonan.employee_id
        produk = permohonan.asal_id.dokumen_produk_id | permohonan.dokumen_produk_id
        for model in ("asn.riwayat.gaji", "asn.riwayat.golongan"):
            # sudo: the letter names it, whoever signs
            baris = (
                self.env[model]
                .sudo()
                .search_fetch(
                    [
                        ("employee_id", "=", pegawai.id),
                        ("status", "=", "sah"),
                        ("golongan_id", "=", permohonan.kgb_golongan_id.id),
                        ("dokumen_id", "not in", produk.ids),
                    ],
                    _DASAR_LAMA,
                    order="tmt desc, id desc",
                    limit=1,
                )
            )
            if baris:
                return baris
        return self.env["asn.riwayat.golongan"]
