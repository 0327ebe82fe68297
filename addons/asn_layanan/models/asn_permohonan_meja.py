from odoo import api, models
from odoo.fields import Domain

#: Tasks that the desk takes at once; it asks again when they are done.
_ANTREAN = 200


class AsnPermohonan(models.Model):
    """The verifier's desk: what waits, and one request with all that proves it.

    It only shows. Findings and decisions are the methods that every screen uses.
    """

    _inherit = "asn.permohonan"

    @api.model
    def meja_antrean(self, domain=None):
        """Return the requests that wait for the present user, the most urgent first.

        :param domain: filter of the worklist the desk was opened from
        :return: ``{"ids": [...], "jumlah": int}``; signatures are not desk work
        """
        Tugas = self.env["asn.permohonan.tugas"]
        saring = (
            Domain("state", "=", "open")
            & Domain("aktor_ids", "in", self.env.uid)
            & Domain("tahap_id.jenis", "!=", "ttd")
        )
        if domain:
            saring &= Domain("permohonan_id", "any", Domain(domain))
        tugas = Tugas.search(saring, order="batas_waktu, id", limit=_ANTREAN)
        jumlah = len(tugas)
        if jumlah == _ANTREAN:
            jumlah = Tugas.search_count(saring)
        return {"ids": list(dict.fromkeys(tugas.permohonan_id.ids)), "jumlah": jumlah}

    def meja_rinci(self):
        """Return one request as the desk shows it."""
        self.ensure_one()
        self.check_access("read")
        # sudo: the actor sees the request whole; documents by the archive's rules
        permohonan = self.sudo()
        tugas = permohonan._tugas_untuk(self.env.user)
        tahap = tugas.tahap_id
        return {
            "id": self.id,
            "nomor": permohonan.nomor or "",
            "layanan": permohonan.layanan_id.name,
            "ringkasan": permohonan.ringkasan or "",
            "pegawai": permohonan.nama_pegawai,
            "nip": permohonan.nip or "",
            "jabatan": permohonan.jabatan_pegawai or "",
            "unit": permohonan.unit_label or "",
            "tahap": tahap.name or "",
            "batas": permohonan._waktu_teks(tugas.batas_waktu),
            "umur": permohonan.umur or "",
            "dilihat": permohonan.jumlah_keputusan,
            "hari": permohonan.versi_id.batas_perbaikan_hari,
            "boleh": {
                "putus": bool(tugas) and tahap.jenis != "ttd",
                "kembali": tahap.boleh_kembalikan,
                "tolak": tahap.boleh_tolak,
                "tangguh": self.can_defer,
            },
            "diajukan_lagi": bool(permohonan.potret_kembali),
            "butir": self._butir_meja(permohonan),
            "aturan": permohonan._aturan_meja(),
            "riwayat": permohonan._riwayat_meja(),
        }

    def _riwayat_meja(self):
        """Return the decisions so far."""
        return [
            {
                "id": k.id,
                "hasil": k._label_hasil(),
                "pelaku": k.jabatan or "",
                "waktu": self._waktu_teks(k.waktu),
                "catatan": k.catatan or "",
            }
            for k in self.keputusan_ids
        ]

    def _butir_meja(self, permohonan):
        """Return answers and documents, each with its finding and its change."""
        ubah = permohonan._perubahan() or {}
        terbuka = permohonan.catatan_ids.filtered(
            lambda c: c.state in ("terbuka", "diperbaiki")
        )
        catatan = {c.kunci: c for c in terbuka | permohonan._catatan_draf()}
        butir = []
        for isian in permohonan._daftar_isian():
            if isian["nilai"] or isian["kunci"] in ubah or isian["kunci"] in catatan:
                butir.append(
                    self._satu_butir(isian, ubah, catatan) | {"jenis": "isian"}
                )
        for berkas in permohonan.berkas_ids:
            satu = {
                "kunci": f"berkas:{berkas.id}",
                "label": berkas.jenis_dokumen_id.name,
                "nilai": berkas.keterangan or "",
            }
            butir.append(
                self._satu_butir(satu, ubah, catatan)
                | self._berkas_meja(berkas)
                | {"jenis": "berkas", "berkas": berkas.id}
            )
        return butir

    def _satu_butir(self, satu, ubah, catatan):
        """Return what answers and documents have in common."""
        kunci = satu["kunci"]
        milik = catatan.get(kunci)
        minta = milik if milik and milik.state != "draf" else None
        return {
            "kunci": kunci,
            "label": satu["label"],
            "nilai": satu["nilai"],
            "verdict": "tidak_ok" if milik and milik.state == "draf" else "belum",
            "catatan": milik.catatan if milik and milik.state == "draf" else "",
            "berubah": kunci in ubah,
            "lama": ubah.get(kunci, {}).get("lama") or "",
            "diminta": minta.catatan if minta else "",
            "diperbaiki": bool(minta) and minta.state == "diperbaiki",
        }

    def _berkas_meja(self, berkas):
        """Return document, finding and what the machine noticed."""
        # Read with the actor's own rights: the archive decides what is shown.
        dokumen = self.env["asn.dokumen"].browse(berkas.dokumen_id.id)
        boleh = bool(dokumen) and dokumen.has_access("read")
        return {
            "dokumen": dokumen.id if boleh else False,
            "ada": bool(dokumen),
            "mimetype": dokumen.mimetype if boleh else "",
            "fakta": dokumen._baris_meja() if boleh else [],
            "temuan": [
                {"id": t.id, "tingkat": t.tingkat, "uraian": t.uraian}
                for t in (dokumen.temuan_ids if boleh else ())
            ],
            "kedaluwarsa": berkas.kedaluwarsa,
            "wajib": berkas.wajib != "opsional",
            "verdict": berkas.verdict,
            "catatan": berkas.catatan or "",
        }

    def _aturan_meja(self):
        """Return the newest answer of each eligibility rule, failures first."""
        baru = {}
        for hasil in self.hasil_periksa_ids.sorted("id"):
            baru[hasil.kode] = hasil
        urut = {"gagal": 0, "manual": 1, "lulus": 2}
        return [
            {
                "kode": h.kode,
                "nama": h.name or h.kode,
                "hasil": h.hasil,
                "fakta": h.fakta or "",
                "pesan": h.pesan or "",
                "dasar": h.dasar_hukum or "",
            }
            for h in sorted(baru.values(), key=lambda h: (urut[h.hasil], h.kode))
        ]
