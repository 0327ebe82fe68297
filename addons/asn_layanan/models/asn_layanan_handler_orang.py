from odoo import models

from ..domain import transisi
from ..domain.pustaka import Kasus


class AsnLayananHandler(models.AbstractModel):
    """Eligibility of people on a day, without a request.

    For rehearsals and forecasts: the same rules as at submission, asked for many
    people at once. A code ``UMUM-07`` is answered by ``_orang_umum_07`` when there
    is one. What needs the filled-in form is left to the request itself.
    """

    _inherit = "asn.layanan.handler"

    def _periksa_orang(self, versi, orang, pada):
        """Return what every rule answers for people on a day.

        :param versi: the version, also a draft
        :param orang: employees
        :param pada: the day
        :return: ``{employee id: [(rule id, result, fact, message)]}``; the result is
            ``formulir`` where only a filled-in request can tell
        """
        # sudo: rules look at facts that who rehearses may not read
        versi, orang = versi.sudo(), orang.sudo()
        kasus = Kasus(pada)
        hasil = {pegawai_id: [] for pegawai_id in orang.ids}
        aturan = {a.kode: a for a in versi.aturan_ids}
        for kode in dict.fromkeys([*self._kode_umum(), *aturan]):
            milik = aturan.get(kode, versi.aturan_ids.browse())
            jawab = self._jawab_orang(kode, milik, versi, orang, kasus)
            bagian = milik._bagian_pesan() if milik.pustaka else None
            tetap = False
            if not milik.pustaka:
                tetap = milik.pesan or self._pesan_aturan(kode)
            for pegawai_id, (nilai, fakta) in jawab.items():
                if nilai == "lulus":
                    pesan = False
                elif milik.pustaka:
                    pesan = milik._pesan_terisi(fakta, bagian)
                else:
                    pesan = tetap
                hasil[pegawai_id].append((kode, nilai, fakta, pesan))
        return hasil

    def _jawab_orang(self, kode, aturan, versi, orang, kasus):
        if aturan.pustaka:
            return self.env["asn.layanan.pustaka"]._jawab(aturan, orang, kasus)
        nama = kode.lower().replace("-", "_")
        periksa = getattr(self, f"_orang_{nama}", None)
        if periksa:
            return periksa(versi, orang, aturan, kasus)
        ada = hasattr(self, f"_aturan_{nama}")
        return dict.fromkeys(orang.ids, ("formulir" if ada else "manual", False))

    # ---- the common gates ------------------------------------------------

    def _orang_umum_01(self, versi, orang, aturan, kasus):
        kecuali = aturan._parameter().get("kecuali", ())
        hasil = {}
        for pegawai in orang:
            kedudukan = pegawai.kedudukan_hukum
            boleh = kedudukan.boleh_ajukan_layanan or kedudukan.kode in kecuali
            hasil[pegawai.id] = (
                "lulus" if kedudukan and boleh else "gagal",
                kedudukan.name or "-",
            )
        return hasil

    def _orang_umum_02(self, versi, orang, aturan, kasus):
        label = dict(orang._fields["status_pegawai"]._description_selection(self.env))
        return {
            p.id: (
                "lulus" if versi.layanan_id._tersedia_untuk(p) else "gagal",
                label.get(p.status_pegawai, "-"),
            )
            for p in orang
        }

    def _orang_umum_03(self, versi, orang, aturan, kasus):
        Permohonan = self.env["asn.permohonan"].sudo()  # sudo: competing requests
        contoh = Permohonan.new(
            {"employee_id": orang[:1].id, "layanan_id": versi.layanan_id.id}
        )
        if not self._domain_sejenis(contoh):
            return dict.fromkeys(orang.ids, ("lulus", False))
        terbuka = Permohonan.search_fetch(
            [
                ("employee_id", "in", orang.ids),
                ("layanan_id", "=", versi.layanan_id.id),
                ("state", "in", transisi.TERBUKA),
            ],
            ["employee_id", "nomor"],
        )
        kena = {p.employee_id.id: p.nomor for p in terbuka}
        return {
            i: ("gagal", kena[i]) if i in kena else ("lulus", False) for i in orang.ids
        }

    def _orang_umum_04(self, versi, orang, aturan, kasus):
        kolom = [
            n
            for n in aturan._parameter().get("kolom") or self._KOLOM_PROFIL
            if n in orang._fields
        ]
        label = {
            n: orang._fields[n].get_description(self.env, ["string"])["string"]
            for n in kolom
        }
        hasil = {}
        for pegawai in orang:
            kurang = [label[n] for n in kolom if not pegawai[n]]
            hasil[pegawai.id] = (
                ("gagal", ", ".join(kurang)) if kurang else ("lulus", False)
            )
        return hasil

    def _orang_umum_05(self, versi, orang, aturan, kasus):
        """Which obligatory documents the archive does not have yet."""
        wajib = self._wajib_orang(versi, orang)
        perlu = versi.persyaratan_ids.browse().union(*wajib.values()).jenis_dokumen_id
        # sudo: whether a document is there, never what is in it
        kelompok = (
            self.env["asn.dokumen"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", orang.ids),
                    ("jenis_id", "in", perlu.ids),
                    ("status", "=", "sah"),
                    ("is_terbaru", "=", True),
                ],
                ["employee_id", "jenis_id"],
            )
        )
        ada = {(pegawai.id, jenis.id) for pegawai, jenis in kelompok}
        hasil = {}
        for pegawai in orang:
            kurang = wajib[pegawai.id].jenis_dokumen_id.filtered(
                lambda j, p=pegawai: (p.id, j.id) not in ada
            )
            teks = ", ".join(kurang.mapped("name"))
            hasil[pegawai.id] = (
                ("manual", self.env._("still to be uploaded: %s", teks))
                if kurang
                else ("lulus", False)
            )
        return hasil

    def _wajib_orang(self, versi, orang):
        """Return ``{employee id: documents}`` that a request would have to bring (hook).

        Those with a condition only where the service knows the answer beforehand.
        """
        wajib = versi.persyaratan_ids.filtered(lambda s: s.wajib == "wajib")
        return {
            p.id: wajib.filtered(lambda s, p=p: s._berlaku_status(p)) for p in orang
        }

    def _orang_umum_06(self, versi, orang, aturan, kasus):
        return {
            p.id: ("gagal" if p.kedudukan_hukum.kode == "92" else "lulus", False)
            for p in orang
        }

    def _orang_umum_07(self, versi, orang, aturan, kasus):
        tingkat = aturan._parameter().get("tingkat") or ["R", "S", "B"]
        return self.env["asn.layanan.pustaka"]._pustaka_hukuman(
            orang, {"tingkat": tingkat, "tahun": 0}, kasus
        )
