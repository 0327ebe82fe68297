from odoo import fields, models
from odoo.exceptions import UserError

#: In whose right a letter stands that nobody signs in person.
_SENDIRI = {"kapasitas": "definitif", "atas_nama": False}


class AsnPermohonan(models.Model):
    """Signing and issuing: one request or many, on the same way.

    All of it happens in one transaction, or nothing. Many share the lock of the
    register, the rows of the archive and of the histories, and the forecast; a
    letter is rendered and signed by itself.
    """

    _inherit = "asn.permohonan"

    def _tandatangani(self, tugas, user, passphrase, note=None, cache=None):
        """Sign these requests and issue those whose level is complete, or nothing.

        :param tugas: one signing task per request, in their order
        :param passphrase: of the signer's certificate; used once, never kept
        :param cache: what the resolver remembers, for many requests
        :raises UserError: a rule that fails, no mandate, a letter that fails
        """
        cache = {} if cache is None else cache
        self._periksa_kelayakan("ttd", blokir=True)
        pegawai = self._pegawai_dari(user)
        if not pegawai:
            raise UserError(
                self.env._(
                    "Your account is not linked to an employee, so you cannot sign."
                )
            )
        penentu = self.env["asn.layanan.penentu"]
        wewenang = {}
        for permohonan, satu in zip(self, tugas, strict=True):
            permohonan._pastikan_mandat(satu.tahap_id, user, cache)
            wewenang[permohonan] = penentu._wewenang(
                satu.tahap_id, permohonan, user, cache
            )
        self._tutup_tugas(tugas, "done", user)
        terbit = self.browse(
            p.id for p, t in zip(self, tugas, strict=True) if p._tingkat_selesai(t)
        )
        milik = terbit._buat_surat(pegawai, wewenang, passphrase)
        terbit._tutup_tugas(terbit._tugas_terbuka(), "skipped")
        putusan = [
            {
                "ke": "approved",
                "tugas": satu,
                "catatan": note,
                "vals": {"surat_id": milik[p].id} if p in milik else {},
            }
            for p, satu in zip(self, tugas, strict=True)
        ]
        self._decide_banyak("sign", putusan, user, cache)
        self._kabari_lanjut((self - terbit).tugas_ids & tugas)
        if terbit:
            terbit._terbitkan_produk(user)
        return True

    def _buat_surat(self, pegawai, wewenang, passphrase):
        """Sign the letters of these requests and return ``{request: letter}``."""
        if not self:
            return {}
        surat = self._siapkan_surat(pegawai, [wewenang[p] for p in self])
        surat._terbitkan(passphrase=passphrase)
        return dict(zip(self, surat, strict=True))

    def _terbitkan_tanpa_ttd(self, user):
        """Issue products whose steps ended without a personal signature.

        :param user: who took the last decision; nobody when the machine did
        """
        bersurat = self.filtered(lambda p: p._jenis_surat())
        kelompok = bersurat.grouped(lambda p: p._pejabat_kantor())
        for pejabat, sebagian in kelompok.items():
            surat = sebagian._siapkan_surat(pejabat, [_SENDIRI] * len(sebagian))
            surat._terbitkan(tanda_tangan=False)
            for permohonan, satu in zip(sebagian, surat, strict=True):
                permohonan._mesin().write({"surat_id": satu.id})
        self._terbitkan_produk(user)

    def _siapkan_surat(self, penandatangan, wewenang):
        """Draft the letters of these requests, or refresh the drafts they have.

        :param penandatangan: the employee named below them
        :param wewenang: capacity and post on whose behalf, one dict per request
        :return: the letters, in the order of the requests
        """
        return self.env["asn.surat"]._siapkan_banyak(
            [
                {
                    "jenis": permohonan._jenis_surat(),
                    "sumber": permohonan,
                    "employee": permohonan.employee_id,
                    "penandatangan": penandatangan,
                    "nilai": permohonan._handler()._nilai_surat(permohonan),
                    "kapasitas": hak["kapasitas"],
                    "atas_nama": hak["atas_nama"] or None,
                }
                for permohonan, hak in zip(self, wewenang, strict=True)
            ]
        )

    def _terbitkan_produk(self, user):
        """Record the issue, file the letters and let the handlers act."""
        sekarang = fields.Datetime.now()
        putusan = [
            {
                "ke": "issued",
                "catatan": permohonan.surat_id.nomor,
                "vals": {"tanggal_terbit": sekarang, "fase": "survei"},
            }
            for permohonan in self
        ]
        self._decide_banyak("issue", putusan, user)
        self._arsipkan_surat()
        for nama, kelompok in self.grouped(lambda p: p._handler()._name).items():
            self.env[nama]._on_issued(kelompok)
        self._beritahu("issue")

    def _arsipkan_surat(self):
        """File the letters in the archives of the applicants, once.

        They stay locked for the applicants until the survey is answered.
        """
        bersurat = self.filtered(lambda p: p.surat_id and p._jenis_arsip())
        berkas = [
            {
                "employee": permohonan.employee_id,
                "jenis_kode": permohonan._jenis_arsip().kode,
                "isi": permohonan.surat_id._pdf_byte(),
                "nama_file": permohonan.surat_id.nama_file,
                "nomor": permohonan.surat_id.nomor,
                "tanggal": permohonan.surat_id.tanggal,
            }
            for permohonan in bersurat
        ]
        dokumen = self.env["asn.dokumen"]._arsipkan_banyak(berkas, ditahan=True)
        for permohonan, satu in zip(bersurat, dokumen, strict=True):
            permohonan._mesin().write({"dokumen_produk_id": satu.id})

    def _serahkan(self, user):
        """Hand out issued products at once, without waiting for the survey.

        :param user: who decided so; None for the machine
        """
        terbit = self.filtered(lambda p: p.state == "issued")
        terbit._decide_banyak("release", [{"ke": "done"} for _satu in terbit], user)
        terbit._rilis_produk()
        return terbit
