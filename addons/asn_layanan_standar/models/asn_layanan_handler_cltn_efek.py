from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain import cltn

#: Form -> kind of the history (SIASN) and legal position from then on.
_EFEK = {
    "pemberian": ("1", "02"),
    "perpanjangan": ("5", "13"),
    "pengaktifan": ("3", "01"),
}
#: Working days for the whole request unless the rule says otherwise (3.11).
_SLA_HARI = 30
_SEBUTAN = {
    "pemberian": "Cuti di Luar Tanggungan Negara",
    "perpanjangan": "Perpanjangan Cuti di Luar Tanggungan Negara",
    "pengaktifan": "Pengaktifan Kembali dari Cuti di Luar Tanggungan Negara",
}


class AsnLayananHandlerCuti(models.AbstractModel):
    """CLTN: what a decree changes and says (CUTI-L-06).

    The rows carry the decree as their document: whoever revokes it voids them,
    and what they corrected is valid again. Months on this leave are taken off by
    everything that reads ``asn.riwayat.cltn``: MKG, time in rank, KGB, pension
    service, medals.
    """

    _inherit = "asn.layanan.handler.cuti"

    # ---- effects -------------------------------------------------------

    def _on_submitted(self, permohonan):
        """Promise the longer time that BKN and the PPK need (3.11)."""
        res = super()._on_submitted(permohonan)
        if permohonan.jenis_cuti == "cltn" and permohonan.tanggal_ajuan:
            aturan = permohonan.versi_id.aturan_ids.filtered(
                lambda a: a.kode == "CUTI-L-05"
            )
            hari = aturan._parameter().get("sla_hari", _SLA_HARI)
            batas = permohonan._kalender_kota()._asn_tambah_hari_kerja(
                permohonan.tanggal_ajuan, hari
            )
            permohonan._mesin().write({"batas_waktu": batas})
        return res

    def _on_resubmitted(self, permohonan):
        """Count the dates again; the promised day stands, the pause was added."""
        batas = permohonan.batas_waktu
        res = super()._on_resubmitted(permohonan)
        if permohonan.jenis_cuti == "cltn":
            permohonan._mesin().write({"batas_waktu": batas})
        return res

    def _on_issued(self, permohonan):
        """Record the leave, its extension or the return with its post, once.

        No absence in the working calendar: who is released from the post has no
        working days.
        """
        cltn = permohonan.filtered(lambda p: p.jenis_cuti == "cltn")
        for satu in cltn:
            self._terbitkan_cltn(satu)
        return super()._on_issued(permohonan - cltn)

    def _terbitkan_cltn(self, permohonan):
        """Record one decree, once."""
        dasar = permohonan._kolom_sk()
        # sudo: the check must see rows outside the actor's scope
        Cltn = self.env["asn.riwayat.cltn"].sudo()
        if Cltn.search_count(
            [
                ("employee_id", "=", permohonan.employee_id.id),
                ("dokumen_id", "=", dasar["dokumen_id"]),
                ("nomor_sk", "=", dasar["nomor_sk"]),
                ("status", "=", "sah"),
            ],
            limit=1,
        ):
            return
        getattr(self, f"_terbit_{permohonan.cltn_bentuk}")(permohonan, dasar)
        self._catat_kedudukan(permohonan, dasar)

    def _terbit_pemberian(self, permohonan, dasar):
        """Record the leave and close the posts: they can be filled."""
        self._catat_cltn(permohonan, dasar)
        self._catat_riwayat(permohonan)
        self.env["asn.riwayat.jabatan"]._akhiri(
            permohonan.employee_id,
            permohonan.tanggal_mulai - timedelta(days=1),
            permohonan.dokumen_produk_id,
            dasar["nomor_sk"],
        )

    def _terbit_perpanjangan(self, permohonan, dasar):
        """Record the further year."""
        self._catat_cltn(permohonan, dasar)
        self._catat_riwayat(permohonan)

    def _terbit_pengaktifan(self, permohonan, dasar):
        """End the leave, shorten it if it ended early, and give the post."""
        self._akhiri_cltn(permohonan, dasar)
        self._catat_cltn(permohonan, dasar)
        jabatan = permohonan.cltn_jabatan_id
        if jabatan:
            unit = jabatan.department_id or permohonan.employee_id.unit_id
            self.env["asn.riwayat.jabatan"]._catat(
                [
                    {
                        **dasar,
                        "tmt": permohonan.cltn_tmt_aktif,
                        "jabatan_id": jabatan.id,
                        "unit_id": unit.id,
                    }
                ]
            )

    def _catat_cltn(self, permohonan, dasar):
        """Write the row of the history that the decree makes."""
        bkn = self._persetujuan_bkn(permohonan)
        kembali = permohonan._is_cltn("pengaktifan")
        self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    **dasar,
                    "jenis": _EFEK[permohonan.cltn_bentuk][0],
                    "tanggal_mulai": permohonan.cltn_tmt_aktif
                    if kembali
                    else permohonan.tanggal_mulai,
                    "tanggal_selesai": not kembali and permohonan.tanggal_selesai,
                    "alasan": permohonan.sebab_cuti_id.name,
                    "nomor_bkn": bkn.nomor_jawaban,
                    "tanggal_bkn": bkn.tanggal_jawaban,
                }
            ]
        )

    def _catat_kedudukan(self, permohonan, dasar):
        """Write the legal position; it counts from its day on."""
        kode = _EFEK[permohonan.cltn_bentuk][1]
        kembali = permohonan._is_cltn("pengaktifan")
        bkn = self._persetujuan_bkn(permohonan)
        self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    **dasar,
                    "tmt": permohonan.cltn_tmt_aktif
                    if kembali
                    else permohonan.tanggal_mulai,
                    "jenis_henti": "aktif" if kembali else "cltn",
                    "kedudukan_hukum_id": self.env["asn.kedudukan.hukum"]
                    .search([("kode", "=", kode)], limit=1)
                    .id,
                    "nomor_pertek": bkn.nomor_jawaban,
                    "tanggal_pertek": bkn.tanggal_jawaban,
                }
            ]
        )

    def _akhiri_cltn(self, permohonan, dasar):
        """Say in the rows of the leave since when the person is back.

        Service is counted again from that day, also when it lies before the end.
        """
        aktif = permohonan.cltn_tmt_aktif
        baris = permohonan._cltn_berjalan()
        koreksi = {"dokumen_id": dasar["dokumen_id"], "tanggal_aktif": aktif}
        if baris:
            # sudo: the history of the person, whatever the signer may read
            self.env["asn.riwayat.cltn"].sudo()._catat(
                [{**baris._salinan(), **koreksi, "koreksi_dari_id": baris.id}]
            )
        # sudo: the history of the person, whatever the signer may read
        cuti = (
            self.env["asn.riwayat.cuti"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", permohonan.employee_id.id),
                    ("jenis_cuti", "=", "cltn"),
                    ("status", "=", "sah"),
                    ("tanggal_mulai", "<", aktif),
                    ("tanggal_selesai", ">=", aktif),
                ],
                limit=1,
            )
        )
        if cuti:
            # sudo: the history of the person, whatever the signer may read
            self.env["asn.riwayat.cuti"].sudo()._catat(
                [
                    {
                        **cuti._salinan(),
                        "koreksi_dari_id": cuti.id,
                        "permohonan_id": permohonan.id,
                        "tanggal_selesai": aktif - timedelta(days=1),
                        "dokumen_id": dasar["dokumen_id"],
                    }
                ]
            )

    def _periksa_tindak(self, permohonan):
        """A leave that has begun ends by the way back, not by a revocation.

        Nor is anything undone to which an extension, a return or a further leave was
        added.

        :raise UserError: says which way fits
        """
        asal = permohonan.asal_id
        if asal.jenis_cuti != "cltn":
            return super()._periksa_tindak(permohonan)
        mulai = asal.cltn_tmt_aktif or asal.tanggal_mulai
        # sudo: the check must see rows outside the actor's scope
        lanjut = self.env["asn.riwayat.cltn"].sudo()._setelah(asal.employee_id, mulai)
        if lanjut:
            self._tolak_disusul(lanjut)
        if asal._is_cltn("pengaktifan") or asal.tanggal_mulai > self._hari_ini():
            return None
        tetap = permohonan.jenis_tindak == "koreksi" and all(
            permohonan[nama] == asal[nama]
            for nama in ("tanggal_mulai", "tanggal_selesai")
        )
        if not tetap:
            raise UserError(
                self.env._(
                    "The leave has begun. It ends by a request to be back on duty; a"
                    " correction keeps its dates."
                )
            )
        return None

    # ---- letters and texts ---------------------------------------------

    def _nilai_surat(self, permohonan):
        """Return the merge values of the three decrees and of the refusal."""
        if permohonan.jenis_cuti != "cltn":
            return super()._nilai_surat(permohonan)
        return {
            **self.env["asn.layanan.handler"]._nilai_surat(permohonan),
            **self._nilai_pegawai(permohonan),
            **self._nilai_cltn(permohonan),
            "nama_cuti": _SEBUTAN[permohonan.cltn_bentuk],
            "dasar_hukum": self._jenis(permohonan).dasar_surat or "-",
            "saldo_kembali": "",
            "batas_tangguh": "",
        }

    def _nilai_cltn(self, permohonan):
        """Return what only these decrees say."""
        pegawai = permohonan.employee_id
        sebab = permohonan.sebab_cuti_id.name or ""
        bkn, berjalan = self._persetujuan_bkn(permohonan), permohonan._cltn_berjalan()
        jabatan, selesai = permohonan.cltn_jabatan_id, permohonan.tanggal_selesai
        negara = permohonan.negara_tujuan_id.with_context(lang="id_ID").name
        return {
            "tmt_golongan": pegawai.tmt_golongan or "",
            "sebab": sebab[:1].lower() + sebab[1:],
            "alasan": permohonan.alasan or "",
            "lama": permohonan.lama or "",
            "satuan": self._satuan(permohonan),
            "tanggal_mulai": permohonan.tanggal_mulai or "",
            "tanggal_selesai": selesai or "",
            "alamat_cuti": permohonan.alamat_cuti or "",
            "negara_tujuan": negara if permohonan.di_luar_negeri else "",
            "batas_perpanjangan": cltn.batas_perpanjangan(selesai) if selesai else "",
            "batas_lapor": cltn.batas_lapor(selesai) if selesai else "",
            "nomor_bkn": bkn.nomor_jawaban or "",
            "tanggal_bkn": bkn.tanggal_jawaban or "",
            "nomor_cltn": berjalan.nomor_sk or "-",
            "tanggal_cltn": berjalan.tanggal_sk or "",
            "akhir_cltn": berjalan.tanggal_selesai or "",
            "tanggal_lapor": permohonan.cltn_tanggal_lapor or "",
            "tmt_aktif": permohonan.cltn_tmt_aktif or "",
            "jabatan_baru": jabatan.name or "",
            "unit_baru": jabatan.department_id.name or pegawai.unit_id.name or "",
            "atasan_jabatan": pegawai.parent_id.jabatan_id.name or "Atasan langsung",
        }

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: form, length, dates."""
        if not permohonan._is_cltn("perpanjangan", "pengaktifan"):
            return super()._ringkasan(permohonan)
        nama = _SEBUTAN[permohonan.cltn_bentuk]
        if permohonan._is_cltn("pengaktifan"):
            aktif = permohonan.cltn_tmt_aktif
            return f"{nama}, TMT {format_panjang(aktif)}" if aktif else nama
        teks = super()._ringkasan(permohonan)
        return teks.replace(_SEBUTAN["pemberian"], nama)

    def _keterangan(self, permohonan):
        """Say what the chosen form means before it is filed (CUTI-L-06 to L-08)."""
        if permohonan.jenis_cuti != "cltn":
            return super()._keterangan(permohonan)
        berjalan, baris = permohonan._cltn_berjalan(), []
        if berjalan:
            selesai = berjalan.tanggal_selesai
            baris.append(
                self.env._(
                    "CLTN running since %(start)s until %(end)s, decree %(number)s",
                    start=format_panjang(berjalan.tanggal_mulai),
                    end=format_panjang(selesai) or "-",
                    number=berjalan.nomor_sk or "-",
                )
            )
        if permohonan._is_cltn("pengaktifan"):
            return baris + self._keterangan_kembali(berjalan.tanggal_selesai)
        mulai, jenis = permohonan.tanggal_mulai, self._jenis(permohonan)
        if mulai and jenis:
            is_pertama = permohonan._is_cltn("pemberian")
            bulan = jenis.durasi_maks if is_pertama else jenis.perpanjangan_maks_bulan
            akhir = cltn.batas_akhir(mulai, bulan)
            baris.append(self.env._("Last possible day: %s", format_panjang(akhir)))
        return [
            *baris,
            self.env._("Released from the post, which can be filled; no income"),
            self.env._(
                "The time does not count for rank, increments (KGB), pension and medals"
            ),
            self.env._("Decided by the PPK himself after BKN agreed"),
        ]

    def _keterangan_kembali(self, selesai):
        """Return the lines about the report and the post."""
        baris = []
        if selesai:
            lapor = format_panjang(cltn.batas_lapor(selesai))
            baris.append(self.env._("Written report by %s at the latest", lapor))
        return [
            *baris,
            self.env._(
                "A vacant post is agreed with BKPSDM before; without one the PPK asks"
                " BKN for a placement elsewhere"
            ),
        ]
