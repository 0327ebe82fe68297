from odoo import models
from odoo.exceptions import UserError

from .asn_layanan_pertanyaan import JENIS_PERTANYAAN
from .asn_layanan_versi_perancang import _IKON_PERTANYAAN, _IKON_TAHAP

#: Key, kind, resolver, role and working days of the usual steps.
_PALET_TAHAP = (
    ("atasan", "pertimbangan", "atasan_langsung", None, 1),
    ("fasilitator", "periksa", "peran_unit", "group_fasilitator", 1),
    ("verifikasi", "verifikasi", "peran_layanan", "group_admin_aplikasi", 2),
    ("validasi", "validasi", "peran_layanan", "group_validator", 1),
    ("kepala", "validasi", "kepala_unit", None, 1),
    ("eksternal", "eksternal", "peran_layanan", "group_admin_aplikasi", 5),
    ("ttd", "ttd", "penandatangan", None, 2),
)


class AsnLayananVersi(models.Model):
    """What the builder offers to add, ready to use."""

    _inherit = "asn.layanan.versi"

    def _palet_pertanyaan(self):
        label = dict(
            self.env["asn.layanan.pertanyaan"]
            ._fields["jenis"]
            ._description_selection(self.env)
        )
        return [
            {"kunci": jenis, "label": label[jenis], "ikon": _IKON_PERTANYAAN[jenis]}
            for jenis, _label in JENIS_PERTANYAAN
        ]

    def _palet_tahap(self):
        """Return the usual steps: who acts, how long, what may be decided."""
        label = self._label_palet()
        return [
            self._satu_palet(kunci, label[kunci], jenis, penentu, grup, hari)
            for kunci, jenis, penentu, grup, hari in _PALET_TAHAP
        ]

    def _label_palet(self):
        return {
            "atasan": self.env._("Consideration of the direct superior"),
            "fasilitator": self.env._("Check by the facilitator of the unit"),
            "verifikasi": self.env._("Verification at the personnel agency"),
            "validasi": self.env._("Validation by an official"),
            "kepala": self.env._("Consideration of the head of the unit"),
            "eksternal": self.env._("Waiting for another body"),
            "ttd": self.env._("Signature"),
        }

    def _satu_palet(self, kunci, label, jenis, penentu, grup, hari):
        nilai = {"kode": kunci, "name": label, "jenis": jenis, "penentu": penentu}
        nilai["sla_hari"] = hari
        if grup:
            nilai["group_id"] = self.env.ref(f"asn_base.{grup}").id
        return {
            "kunci": kunci,
            "label": label,
            "ikon": _IKON_TAHAP[jenis],
            "nilai": nilai,
        }

    def _nilai_palet(self, bagian, kunci):
        """Return the values of an entry of the palette.

        :raises UserError: when there is no such entry
        """
        if bagian == "tahap":
            for satu in self._palet_tahap():
                if satu["kunci"] == kunci:
                    return dict(satu["nilai"])
        if bagian == "pertanyaan" and kunci in dict(JENIS_PERTANYAAN):
            nilai = {"jenis": kunci, "name": self._nama_pertanyaan(kunci)}
            if kunci in ("pilihan", "pilihan_ganda"):
                nilai["pilihan"] = self.env._("First choice\nSecond choice")
            return nilai
        raise UserError(self.env._("There is no such entry to add."))

    def _nama_pertanyaan(self, jenis):
        """Return the label with which a new question starts."""
        return {
            "judul": self.env._("New section"),
            "dokumen": self.env._("Document to attach"),
            "tanggal": self.env._("Date"),
            "orang": self.env._("Name of the person"),
            "rupiah": self.env._("Amount"),
        }.get(jenis) or self.env._("New question")

    # ------------------------------------------------------------------
    # From another service
    # ------------------------------------------------------------------

    def action_ambil_dari(self, asal_id, bagian):
        """Copy parts of another version to the end of this draft.

        :param asal_id: id of the version to copy from
        :param bagian: list of pertanyaan, dokumen, aturan, tahap
        :return: how many parts were added
        """
        self.ensure_one()
        self.check_access("write")
        self._pastikan_draft()
        asal = self.browse(asal_id)
        asal.check_access("read")
        jumlah = 0
        for nama in bagian:
            kolom = self._nama_bagian(nama)
            ada = set(self[kolom].mapped("kode")) if nama != "dokumen" else set()
            for baris in asal[kolom].sorted(lambda r: (r.sequence, r.id)):
                if nama == "dokumen" and (
                    baris.pertanyaan_kode
                    or baris.jenis_dokumen_id in self.persyaratan_ids.jenis_dokumen_id
                ):
                    continue
                if nama != "dokumen" and baris.kode in ada:
                    continue
                nilai = baris.copy_data()[0]
                nilai.pop("sequence", None)
                self.action_bagian_tambah(nama, nilai)
                jumlah += 1
        return jumlah

    # ------------------------------------------------------------------
    # Letter
    # ------------------------------------------------------------------

    def action_buat_surat(self):
        """Make a letter kind for this service with its answers and choose it.

        :return: id of the letter kind
        """
        self.ensure_one()
        self._pastikan_draft()
        Jenis = self.env["asn.jenis.surat"]
        kode = self.layanan_id.code.upper()
        nomor = 1
        while Jenis.with_context(active_test=False).search_count(
            [("kode", "=", kode)], limit=1
        ):
            nomor += 1
            kode = f"{self.layanan_id.code.upper()}_{nomor}"
        jenis = Jenis.create(
            {
                "kode": kode,
                "name": self.layanan_id.name,
                "judul": self.layanan_id.name,
                "klasifikasi": "800",
                "isian_ids": [(0, 0, i) for i in self._isian_surat_kurang(None)],
            }
        )
        jenis.template = self._templat_awal()
        self.jenis_surat_id = jenis
        return jenis.id

    def action_lengkapi_isian_surat(self):
        """Tell the letter kind of the answers that it does not know yet.

        :return: how many merge fields were added
        """
        self.ensure_one()
        jenis = self.jenis_surat_id
        kurang = self._isian_surat_kurang(jenis)
        if kurang:
            jenis.write({"isian_ids": [(0, 0, i) for i in kurang]})
        return len(kurang)

    def _isian_surat_kurang(self, jenis):
        """Return the values of merge fields for answers a letter lacks."""
        ada = set(jenis.isian_ids.mapped("kode")) if jenis else set()
        dasar = {
            "nomor_permohonan": self.env._("Number of the request"),
            "nama_layanan": self.env._("Name of the service"),
        }
        for tanya in self._data_pertanyaan():
            if tanya["jenis"] not in ("judul", "dokumen"):
                dasar[f"isian_{tanya['kode']}"] = tanya["label"]
        return [
            {"kode": kode, "name": name}
            for kode, name in dasar.items()
            if kode not in ada
        ]

    def _templat_awal(self):
        """Return a first wording: who, and every answer in a table."""
        return self.env["ir.qweb"]._render(
            "asn_layanan.templat_surat_awal",
            {
                "jawaban": [
                    (t["label"], f"{{{{ isian_{t['kode']} }}}}")
                    for t in self._data_pertanyaan()
                    if t["jenis"] not in ("judul", "dokumen")
                ]
            },
        )
