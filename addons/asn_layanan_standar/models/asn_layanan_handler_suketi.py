from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.fields import Domain

from ..domain import suketi

#: Months of validity unless the rule says otherwise (SUK-02).
_BULAN_BERLAKU = 3
_STATE_PROSES = ("in_review", "returned", "approved")


class AsnLayananHandlerSuketi(models.AbstractModel):
    """Employment certificates (surat keterangan): rules and the shortened path.

    Letters are in ``asn_layanan_handler_suketi_surat``. One request is one letter;
    further kinds asked at once become requests of their own.
    """

    _name = "asn.layanan.handler.suketi"
    _inherit = "asn.layanan.handler"
    _description = "Certificate Service (Layanan Surat Keterangan)"

    def _hari_ini(self):
        return self.env["hr.employee"]._asn_hari_ini()

    def _jawab(self, permohonan, kode):
        return permohonan._jawaban().get(kode) or ""

    def _domain_sejenis(self, permohonan):
        """Several certificates may wait side by side; SUK-03 keeps them apart."""
        return

    # ---- submission ----------------------------------------------------

    def _check_submission(self, permohonan):
        """Choose the path before the first step is opened (SUK-04)."""
        permohonan._mesin().write({"suketi_jalur": self._jalur(permohonan)})

    def _jalur(self, permohonan):
        versi = permohonan.versi_id
        aturan = {a.kode: a for a in versi.aturan_ids}
        boleh = aturan["SUK-04"]._parameter() if "SUK-04" in aturan else {}
        jenis = self._jawab(permohonan, "jenis")
        otomatis = (
            not permohonan.asal_id
            and jenis in boleh.get("langsung", ())
            and jenis not in suketi.TENTANG_HUKUMAN
            and self._aturan_suk_x_01(permohonan, None)[0] == "lulus"
        )
        if not otomatis:
            return False
        segel = self.env["asn.ttd.penyedia"]._untuk(permohonan.surat_id)._buka_segel()
        return suketi.jalur(otomatis, versi.dasar_penyederhanaan, segel)

    def _on_submitted(self, permohonan):
        """File the other kinds asked at once; issue what needs nobody."""
        jawaban = permohonan._jawaban()
        lain = [k for k in jawaban.get("jenis_lain") or () if k != jawaban["jenis"]]
        for jenis in lain:
            # As the one who files, with all the checks of a first request.
            baru = (
                self.env["asn.permohonan"]
                .sudo(False)
                .create(
                    {
                        "layanan_id": permohonan.layanan_id.id,
                        "employee_id": permohonan.employee_id.id,
                        "properti": {
                            "jenis": jenis,
                            "keperluan": jawaban["keperluan"],
                            "tujuan": jawaban.get("tujuan") or False,
                        },
                    }
                )
            )
            baru.action_submit()
        if permohonan.suketi_jalur == "langsung":
            permohonan._terbitkan_otomatis()

    def _kaitan(self, permohonan):
        """Name the other certificates that were asked for at once."""
        # sudo: found whatever the reader may see; shown by the reader's rights
        sudo = permohonan.sudo()
        hari = sudo.tanggal_ajuan and sudo._tanggal(sudo.tanggal_ajuan)
        lain = sudo.search(
            [
                ("employee_id", "=", sudo.employee_id.id),
                ("layanan_id", "=", sudo.layanan_id.id),
                ("id", "!=", sudo.id),
                ("asal_id", "=", False),
                ("state", "!=", "draft"),
            ]
        ).filtered(
            lambda p: (
                p._tanggal(p.tanggal_ajuan) == hari
                and suketi.keperluan_sama(
                    self._jawab(p, "keperluan"), self._jawab(sudo, "keperluan")
                )
            )
        )
        return [
            *super()._kaitan(permohonan),
            (permohonan.browse(lain.ids if hari else ()), self.env._("Asked at once")),
        ]

    # ---- rules ---------------------------------------------------------

    def _aturan_suk_01(self, permohonan, aturan):
        """A statement on discipline is true and nothing is open (SUK-01)."""
        jenis = self._jawab(permohonan, "jenis")
        if jenis not in suketi.TENTANG_HUKUMAN:
            return "lulus", False
        # sudo: discipline is closed; only whether the letter may say so is told
        Hukuman = self.env["asn.riwayat.hukuman"].sudo()
        milik = Domain("employee_id", "=", permohonan.employee_id._origin.id)
        kasus = Hukuman.search(milik & Domain("status", "=", "draft"))
        berat = Hukuman.search(
            milik
            & Domain(Hukuman._domain_tidak_dibatalkan())
            & Domain("tingkat", "in", ("S", "B"))
        )
        hari_ini = self._hari_ini()
        berjalan = berat.filtered(
            lambda h: not h.tanggal_selesai or h.tanggal_selesai >= hari_ini
        )
        hasil = suketi.periksa_hukuman(
            self._varian(permohonan), bool(berat), bool(berjalan), bool(kasus)
        )
        if hasil == "manual":
            return hasil, self.env._("confirm with the discipline team")
        return hasil, False

    def _varian(self, permohonan):
        """Return which statement on discipline is asked."""
        jenis = self._jawab(permohonan, "jenis")
        pernah = self._jawab(permohonan, "varian_hukuman").startswith("tidak_pernah")
        if jenis == "bebas_hukuman_disiplin" and pernah:
            return "tidak_pernah"
        return "tidak_sedang"

    def _aturan_suk_02(self, permohonan, aturan):
        """The purpose is named; it is printed (SUK-02)."""
        keperluan = self._jawab(permohonan, "keperluan").strip()
        return ("lulus" if keperluan else "gagal"), keperluan or False

    def _aturan_suk_03(self, permohonan, aturan):
        """A valid letter of this kind and purpose is offered instead (SUK-03)."""
        jenis = self._jawab(permohonan, "jenis")
        keperluan = self._jawab(permohonan, "keperluan")
        lain = permohonan.search(
            [
                ("employee_id", "=", permohonan.employee_id._origin.id),
                ("layanan_id", "=", permohonan.layanan_id.id),
                ("state", "in", (*_STATE_PROSES, "issued", "done")),
                ("id", "not in", (permohonan._origin | permohonan.asal_id).ids),
            ]
        )
        for satu in lain:
            if self._jawab(satu, "jenis") != jenis or not suketi.keperluan_sama(
                self._jawab(satu, "keperluan"), keperluan
            ):
                continue
            if satu.state in _STATE_PROSES:
                return "gagal", satu.nomor
            akhir = satu.surat_id.berlaku_sampai
            if not akhir or akhir >= self._hari_ini():
                return "gagal", self.env._(
                    "%(number)s, valid until %(day)s",
                    number=satu.surat_id.nomor or satu.nomor,
                    day=format_panjang(akhir) if akhir else "-",
                )
        return "lulus", False

    def _aturan_suk_04(self, permohonan, aturan):
        """Every certificate bears its code; say which path it takes (SUK-04)."""
        label = dict(
            permohonan._fields["suketi_jalur"]._description_selection(self.env)
        )
        return "lulus", label.get(permohonan.suketi_jalur, False)

    def _aturan_suk_x_01(self, permohonan, aturan):
        """The profile holds what the letter states; own rule.

        What no row can show is for the verifier to judge.
        """
        pegawai = permohonan.employee_id
        jenis = self._jawab(permohonan, "jenis")
        if jenis == "tidak_sedang_tugas_belajar":
            # sudo: only whether somebody studies is told
            studi = self.env["asn.riwayat.tugas.belajar"].sudo()
            studi = studi.search([("employee_id", "=", pegawai._origin.id)])
            hari = self._hari_ini()
            jalan = studi._jalan(hari).filtered(lambda s: s.tanggal_mulai <= hari)[:1]
            is_belajar = pegawai.kedudukan_hukum.kode == "03" or jalan
            fakta = jalan.display_name or pegawai.kedudukan_hukum.name
            return ("gagal" if is_belajar else "lulus"), fakta
        fakta = {
            "aktif_bekerja": pegawai.kedudukan_hukum.kelas in ("aktif", "aktif_khusus"),
            "status_kepegawaian": pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai,
            "masa_kerja": pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai,
            "pangkat_dan_jabatan": pegawai.golongan_id
            and pegawai.tmt_golongan
            and pegawai.jabatan_id
            and pegawai.tmt_jabatan,
            "kredit_bank": pegawai.tmt_pensiun or pegawai.tmt_kontrak_selesai,
            "susunan_keluarga": self._keluarga(pegawai)
            if jenis == "susunan_keluarga"
            else 1,
        }
        if jenis not in fakta:
            return "manual", False
        return ("lulus" if fakta[jenis] else "gagal"), False

    def _keluarga(self, pegawai):
        """Return the verified spouse and children of a person."""
        # sudo: the letter is for the person whose family it is
        return (
            self.env["asn.riwayat.keluarga"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", pegawai._origin.id),
                    ("status", "=", "sah"),
                    ("hubungan", "in", ("pasangan", "anak")),
                    ("tanggal_meninggal", "=", False),
                    ("tanggal_cerai", "=", False),
                ],
                order="hubungan desc, tanggal_nikah, tanggal_lahir, id",
            )
        )

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "SUK-01": self.env._(
                "The letter cannot say so: a punishment or an open case is recorded."
                " Please contact BKPSDM."
            ),
            "SUK-02": self.env._("Please name the purpose (keperluan)."),
            "SUK-03": self.env._(
                "There is a letter of this kind for this purpose already. Please use it."
            ),
            "SUK-X-01": self.env._(
                "Your profile lacks what the letter states, or says otherwise."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: kind and purpose."""
        label = {i["kode"]: i["teks"] for i in permohonan._isian_terbaca() if i["teks"]}
        if not label.get("jenis"):
            return super()._ringkasan(permohonan)
        return " · ".join(label[k] for k in ("jenis", "keperluan") if k in label)
