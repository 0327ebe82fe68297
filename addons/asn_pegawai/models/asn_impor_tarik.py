from collections import Counter

import psycopg2
from odoo import api, fields, models
from odoo.exceptions import UserError

from .asn_impor_bagian import kemas

_BOLEH = ("selesai", "dibatalkan", "gagal")
_HITUNGAN = ("tarik_orang", "tarik_nilai", "tarik_riwayat", "tarik_tertinggal")
#: Rows of one batch that stay; more of them say nothing new.
TERTINGGAL_MAKS = 500


class AsnImpor(models.Model):
    """Undoing an import: everything it made is taken back, as far as nothing rests on it.

    Riwayat rows become ``batal`` with the reason, corrected rows are valid again,
    changed values get what was there before, people whom nobody uses are archived
    with their accounts. Nothing is deleted. Newest batch first, each with its result
    in one commit, so that a killed undoing goes on.
    """

    _inherit = "asn.impor"

    def action_pratinjau_tarik(self):
        """Count what an undoing would take back and what it must leave.

        :raise UserError: when the import left nothing behind
        """
        self.ensure_one()
        self.check_access("write")
        self._boleh_tarik()
        self._hapus_tertinggal()
        jumlah = Counter()
        bagian = self._bagian("selesai")
        ikut = self._riwayat_semua(bagian)
        for satu in bagian:
            rencana = self._rencana_tarik(satu._muat_jejak(), ikut)
            jumlah.update(self._hitung_rencana(rencana))
            self._catat_tertinggal(satu.lembar_id, rencana["tertinggal"])
            # Thousands of rows were looked at; the next batch looks at others.
            self.env.invalidate_all()
        self._tulis({"is_pratinjau": True, **{n: jumlah[n] for n in _HITUNGAN}})
        return True

    def action_batalkan_hasil(self):
        """Take back what this import made, in the background.

        :raise UserError: without a preview or a reason
        """
        self.ensure_one()
        self.check_access("write")
        self.lock_for_update()
        self._boleh_tarik()
        if not self.is_pratinjau:
            raise UserError(
                self.env._("Look at the preview first: it says what can be undone.")
            )
        if not (self.alasan_tarik or "").strip():
            raise UserError(
                self.env._("Say why the import is undone; the reason is kept.")
            )
        self._hapus_tertinggal()
        self._tulis(
            {
                "state": "menarik",
                **dict.fromkeys(_HITUNGAN, 0),
                "ditarik_oleh_id": self.env.uid,
                "pesan": False,
            }
        )
        self._picu()
        return True

    def _boleh_tarik(self):
        """Refuse an undoing of what left nothing or is still running."""
        if self.state not in _BOLEH or not self._bagian("selesai"):
            raise UserError(self.env._("This import left nothing that can be undone."))

    def _bergilir_tarik(self):
        """Undo batch by batch; return whether time is left."""
        while self.try_lock_for_update() and self.state == "menarik":
            bagian = self._bagian("selesai")
            if not bagian:
                self._selesai_tarik()
                return bool(self.env["ir.cron"]._commit_progress(1, remaining=0))
            self._tarik_bagian(bagian[-1])
            sisa = len(self._bagian("selesai"))
            if not self.env["ir.cron"]._commit_progress(1, remaining=sisa + 1):
                return False
            self.invalidate_recordset(["state"])
        return True

    def _selesai_tarik(self):
        self._tulis({"state": "ditarik", "ditarik_pada": fields.Datetime.now()})
        self._buang_isi()
        self._kabari(
            "warning", self.env._("The import of %s was undone.", self.nama_file)
        )

    def _tarik_bagian(self, bagian):
        """Undo one batch and keep what became of each row.

        People come last: by then their own history of this import is void.
        """
        jejak = bagian._muat_jejak()
        rencana = self._rencana_tarik(jejak)
        tertinggal = rencana["tertinggal"]
        for model, baris in rencana["riwayat"].items():
            self._tarik_riwayat(model, baris, jejak, tertinggal)
        for pegawai, nilai in rencana["nilai"]:
            pegawai._asn_write_bulk(nilai)
        self._tarik_orang(rencana["orang"], jejak)
        self._tarik_jabatan(rencana["jabatan"])
        sisa = {rekam["b"]: kunci for rekam, kunci, _isi in tertinggal}
        for rekam in jejak:
            if rekam["h"] in ("baru", "ubah"):
                rekam["t"] = sisa.get(rekam["b"], "ditarik")
            # What was there before is needed no more once it is there again.
            rekam.pop("l", None)
            rekam.pop("a", None)
        bagian.write({"status": "ditarik", "jejak": kemas(jejak)})
        self._catat_tertinggal(bagian.lembar_id, tertinggal)
        hitung = self._hitung_rencana(rencana)
        self._tulis({nama: self[nama] + jumlah for nama, jumlah in hitung.items()})

    @api.model
    def _hitung_rencana(self, rencana):
        """Return the counters of a plan."""
        return {
            "tarik_orang": len(rencana["orang"]),
            "tarik_nilai": len(rencana["nilai"]),
            "tarik_riwayat": sum(len(v) for v in rencana["riwayat"].values()),
            "tarik_tertinggal": len(rencana["tertinggal"]),
        }

    # -- taking back -----------------------------------------------------------

    def _tarik_riwayat(self, model, baris, jejak, tertinggal):
        """Void rows of one history and make the rows they corrected valid again."""
        try:
            with self.env.cr.savepoint():
                self._batalkan_baris(baris)
            return
        except (UserError, psycopg2.IntegrityError):
            milik = {id_: r for r in jejak for id_ in r.get("r", {}).get(model, ())}
        for satu in baris:
            try:
                with self.env.cr.savepoint():
                    self._batalkan_baris(satu)
            except (UserError, psycopg2.IntegrityError) as galat:
                rincian = {"sebab": str(galat)}
                tertinggal.append((milik[satu.id], "tarik_gagal", rincian))

    def _batalkan_baris(self, baris):
        if not baris:
            return
        mesin = baris._mesin()
        alasan = self.env._(
            "Import %(file)s was undone: %(reason)s",
            file=self.nama_file or "",
            reason=self.alasan_tarik or "",
        )
        for catatan in set(mesin.mapped("catatan")):
            sama = mesin.filtered(lambda b, catatan=catatan: b.catatan == catatan)
            isi = "\n".join(x for x in (catatan, alasan) if x)
            sama.write({"status": "batal", "catatan": isi})
        lama = mesin.koreksi_dari_id.filtered(lambda b: b.status == "dikoreksi")
        if lama:
            lama.write({"status": "sah"})
            lama._periksa_sah()
        if baris._jenis_proyeksi:
            baris.employee_id._project_riwayat([baris._jenis_proyeksi])

    def _tarik_orang(self, pegawai, jejak):
        """Archive people whom the import made, with account and contact."""
        if not pegawai:
            return
        pegawai._asn_write_bulk({"active": False})
        akun = {r["u"] for r in jejak if r.get("u") and r["o"] in pegawai._ids}
        # sudo: accounts and contacts that the import made with the person.
        users = self.env["res.users"].sudo().browse(akun)
        users.write({"active": False})
        kontak = pegawai.work_contact_id
        kontak.filtered(lambda k: not (k.user_ids - users)).write({"active": False})
        # sudo: whom an import took back is nobody's to write.
        bekas = self.env["asn.impor.bekas"].sudo()
        ada = bekas.search([("employee_id", "in", pegawai.ids)]).employee_id
        bekas.create(
            [{"employee_id": p.id, "impor_id": self.id} for p in pegawai - ada]
        )

    def _tarik_jabatan(self, jabatan_ids):
        """Archive posts that the import made and that nobody holds."""
        # sudo: making posts was what the option of the import said.
        jabatan = self.env["hr.job"].sudo().browse(jabatan_ids).exists()
        # sudo: posts may be held by people out of scope.
        riwayat = self.env["asn.riwayat.jabatan"].sudo()
        dipakai = riwayat.search(
            [("jabatan_id", "in", jabatan.ids), ("status", "in", ("draft", "sah"))]
        ).jabatan_id
        (jabatan - dipakai).write({"active": False})

    # -- what was left -----------------------------------------------------------

    def _hapus_tertinggal(self):
        # sudo: findings are written by nobody but the import.
        self.sudo().masalah_ids.filtered(lambda m: m.tingkat == "T").unlink()

    def _catat_tertinggal(self, lembar, tertinggal):
        """List the rows that stay, each with its reason."""
        # sudo: findings are written by nobody but the import.
        self.env["asn.impor.masalah"].sudo().create(
            [
                {
                    "impor_id": self.id,
                    "lembar_id": lembar.id,
                    "baris": rekam["b"],
                    "judul": "nip",
                    "nilai": rekam["n"],
                    "tingkat": "T",
                    "kunci": kunci,
                    "pesan": self._teks_masalah(kunci, rincian),
                }
                for rekam, kunci, rincian in tertinggal[:TERTINGGAL_MAKS]
            ]
        )
