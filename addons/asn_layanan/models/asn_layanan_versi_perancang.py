import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

#: Part of the screen -> field of the version that holds it.
BAGIAN = {
    "pertanyaan": "pertanyaan_ids",
    "dokumen": "persyaratan_ids",
    "aturan": "aturan_ids",
    "tahap": "tahap_ids",
}
_IKON_TAHAP = {
    "pertimbangan": "fa-user",
    "periksa": "fa-search",
    "verifikasi": "fa-check-square-o",
    "validasi": "fa-check-circle-o",
    "eksternal": "fa-external-link",
    "ttd": "fa-pencil-square-o",
    "terbit": "fa-paper-plane-o",
}
_IKON_PERTANYAAN = {
    "teks": "fa-font",
    "teks_panjang": "fa-align-left",
    "bilangan": "fa-hashtag",
    "desimal": "fa-percent",
    "rupiah": "fa-money",
    "tanggal": "fa-calendar",
    "ya_tidak": "fa-toggle-on",
    "pilihan": "fa-dot-circle-o",
    "pilihan_ganda": "fa-check-square-o",
    "orang": "fa-user",
    "dokumen": "fa-paperclip",
    "judul": "fa-header",
}
#: Editor -> xml id of its form view.
_TAMPILAN = {
    "pertanyaan": "asn_layanan_pertanyaan_view_perancang",
    "dokumen": "asn_layanan_persyaratan_view_perancang",
    "aturan": "asn_layanan_aturan_view_perancang",
    "tahap": "asn_layanan_tahap_view_perancang",
    "umum": "asn_layanan_view_perancang_umum",
    "mandat": "asn_layanan_view_perancang_mandat",
    "periode": "asn_layanan_view_perancang_periode",
    "surat": "asn_layanan_versi_view_perancang_surat",
    "jendela": "asn_layanan_versi_view_perancang_jendela",
    "survei": "asn_layanan_versi_view_perancang_survei",
}


class AsnLayananVersi(models.Model):
    """What the builder screen (perancang layanan) reads and does.

    Nothing here raises rights: whoever may write a version builds it, others
    look. Every change goes through the parts' own create, write and unlink.
    """

    _inherit = "asn.layanan.versi"

    def action_rancang(self):
        """Open the builder on this version."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "asn_layanan.perancang",
            "name": self.name,
            "context": {"active_id": self.id, "active_model": self._name},
            "params": {"versi_id": self.id},
        }

    def action_salin_rancang(self):
        """Copy this version to a new draft and open the builder on it."""
        self.ensure_one()
        return self.copy({"versi": 0}).action_rancang()

    def get_perancang(self):
        """Return everything the builder shows, in one answer."""
        self.ensure_one()
        self.check_access("read")
        return {
            "versi": self._perancang_versi(),
            "bagian": {
                "pertanyaan": self._perancang_pertanyaan(),
                "dokumen": self._perancang_dokumen(),
                "aturan": self._perancang_aturan(),
                "tahap": self._perancang_tahap(),
            },
            "pertanyaan": self._data_pertanyaan(),
            "palet": {
                "pertanyaan": self._palet_pertanyaan(),
                "tahap": [
                    {k: p[k] for k in ("kunci", "label", "ikon")}
                    for p in self._palet_tahap()
                ],
            },
            "tampilan": self._perancang_tampilan(),
            "temuan": self._perancang_temuan(),
            "sidik": self.get_sidik()["sidik"],
        }

    @api.model
    def _perancang_tampilan(self):
        """Return the ids of the form views that edit the parts."""
        return {
            nama: self.env.ref(f"asn_layanan.{xml_id}").id
            for nama, xml_id in _TAMPILAN.items()
        }

    def _perancang_versi(self):
        layanan = self.layanan_id
        label = dict(self._fields["state"]._description_selection(self.env))
        return {
            "id": self.id,
            "name": self.name,
            "versi": self.versi,
            "state": self.state,
            "status": label[self.state],
            "layanan_id": layanan.id,
            "layanan": layanan.name,
            "ikon": layanan.ikon or "fa-file-text-o",
            "ubah": self.state == "draft" and self.has_access("write"),
            "boleh": self.has_access("write"),
            "draf_id": layanan.versi_ids.filtered(lambda v: v.state == "draft")[:1].id,
            "surat": self.jenis_surat_id.name or "",
            "hari": self._sla_hari(),
        }

    def _perancang_temuan(self):
        """Return the findings of a draft for who may mend them."""
        if self.state == "draft" and self.has_access("write"):
            return self.get_temuan()
        return []

    def _perancang_pertanyaan(self):
        label = dict(
            self.pertanyaan_ids._fields["jenis"]._description_selection(self.env)
        )
        baris = []
        for tanya in self.pertanyaan_ids.sorted(lambda p: (p.sequence, p.id)):
            rincian = [label[tanya.jenis]]
            if tanya.syarat_kode:
                rincian.append(self.env._("conditional"))
            baris.append(
                {
                    "id": tanya.id,
                    "judul": tanya.name,
                    "rincian": " · ".join(rincian),
                    "ikon": _IKON_PERTANYAAN[tanya.jenis],
                    "wajib": tanya.wajib,
                    "utama": tanya.jenis == "judul",
                }
            )
        return baris

    def _perancang_dokumen(self):
        label = dict(
            self.persyaratan_ids._fields["wajib"]._description_selection(self.env)
        )
        baris = []
        for syarat in self.persyaratan_ids.sorted(lambda p: (p.sequence, p.id)):
            rincian = [label[syarat.wajib]]
            if syarat.pertanyaan_kode:
                rincian.append(self.env._("asked by a question of the form"))
            elif syarat.dari_arsip:
                rincian.append(self.env._("taken from the archive when there"))
            baris.append(
                {
                    "id": syarat.id,
                    "judul": syarat.jenis_dokumen_id.name,
                    "rincian": " · ".join(rincian),
                    "ikon": "fa-paperclip",
                    "wajib": syarat.wajib == "wajib",
                    "terkunci": bool(syarat.pertanyaan_kode),
                }
            )
        return baris

    def _perancang_aturan(self):
        return [
            {
                "id": aturan.id,
                "judul": aturan.kalimat or aturan.name,
                "rincian": " · ".join(
                    t for t in (aturan.kode, aturan.dasar_hukum) if t
                ),
                "ikon": "fa-ban" if aturan.keras else "fa-info-circle",
                "wajib": aturan.keras,
            }
            for aturan in self.aturan_ids.sorted(lambda a: (a.sequence, a.id))
        ]

    def _perancang_tahap(self):
        label = dict(self.tahap_ids._fields["penentu"]._description_selection(self.env))
        baris, sebelum = [], None
        for tahap in self.tahap_ids.sorted(lambda t: (t.sequence, t.id)):
            pelaku = tahap.group_id.name or tahap.jabatan_id.name or tahap.user_id.name
            hari = self.env._("%s working days", tahap.sla_hari)
            rincian = [label[tahap.penentu], pelaku, hari]
            if tahap.kondisi and tahap.kondisi != "[]":
                rincian.append(self.env._("conditional"))
            baris.append(
                {
                    "id": tahap.id,
                    "judul": tahap.name,
                    "rincian": " · ".join(t for t in rincian if t),
                    "ikon": _IKON_TAHAP[tahap.jenis],
                    "sejajar": tahap.sequence == sebelum,
                }
            )
            sebelum = tahap.sequence
        return baris

    # ------------------------------------------------------------------
    # Two people at once
    # ------------------------------------------------------------------

    def get_sidik(self):
        """Return a mark that changes with every change, and who changed last.

        :return: ``{"sidik", "oleh", "saya", "menit"}``; ``menit`` since then
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: names of the colleagues who build the same service
        versi = self.sudo()
        semua = [versi, *(baris for nama in BAGIAN.values() for baris in versi[nama])]
        terakhir = max(semua, key=lambda r: (r.write_date, r._name, r.id))
        isi = "|".join(f"{r._name}:{r.id}:{r.write_date}" for r in semua)
        jeda = fields.Datetime.now() - terakhir.write_date
        return {
            "sidik": hashlib.sha256(isi.encode()).hexdigest()[:16],
            "oleh": terakhir.write_uid.name or "",
            "saya": terakhir.write_uid == self.env.user,
            "menit": int(jeda.total_seconds() // 60),
        }

    # ------------------------------------------------------------------
    # Parts
    # ------------------------------------------------------------------

    @api.model
    def _nama_bagian(self, bagian):
        if bagian not in BAGIAN:
            raise UserError(self.env._("There is no such part of a service."))
        return BAGIAN[bagian]

    def _satu_bagian(self, bagian, bagian_id):
        """Return one part of this version.

        :raises UserError: when it was taken away meanwhile
        """
        baris = self[self._nama_bagian(bagian)].filtered(lambda r: r.id == bagian_id)
        if not baris:
            raise UserError(
                self.env._("This part is not there any more: somebody took it away.")
            )
        return baris

    def action_bagian_tambah(self, bagian, nilai=None, setelah=None):
        """Add a part after another one and return its id.

        :param bagian: pertanyaan, dokumen, aturan or tahap
        :param nilai: values; ``{"palet": key}`` takes those of the palette
        :param setelah: id of the part before it; empty = at the end
        """
        self.ensure_one()
        nama = self._nama_bagian(bagian)
        nilai = dict(nilai or {})
        if kunci := nilai.pop("palet", None):
            nilai = {**self._nilai_palet(bagian, kunci), **nilai}
        urut = self[nama].sorted(lambda r: (r.sequence, r.id)).ids
        if bagian in ("aturan", "tahap") and nilai.get("kode"):
            nilai["kode"] = self._kode_bebas(nama, nilai["kode"])
        nilai.update(versi_id=self.id)
        nilai.setdefault("sequence", 10 * (len(urut) + 1))
        baru = self[nama].create(nilai)
        if setelah in urut:
            urut.insert(urut.index(setelah) + 1, baru.id)
            self.action_bagian_urut(bagian, urut)
        elif bagian == "tahap" and baru.jenis not in ("ttd", "terbit"):
            self._sebelum_ttd(baru, urut)
        return baru.id

    def _kode_bebas(self, nama, kode):
        """Return a code like this one that no part of the version has yet."""
        dipakai = set(self[nama].mapped("kode"))
        bebas, nomor = kode, 1
        while bebas in dipakai:
            nomor += 1
            bebas = f"{kode}_{nomor}"
        return bebas

    def _sebelum_ttd(self, baru, urut):
        """Put a new step before the signature, which stays the last."""
        penutup = self.tahap_ids.filtered(lambda t: t.jenis in ("ttd", "terbit"))
        if penutup:
            depan = [i for i in urut if i not in penutup.ids]
            belakang = [i for i in urut if i in penutup.ids]
            self.action_bagian_urut("tahap", [*depan, baru.id, *belakang])

    def action_bagian_salin(self, bagian, bagian_id):
        """Duplicate a part below itself and return the id of the copy."""
        asal = self._satu_bagian(bagian, bagian_id)
        nilai = asal.copy_data()[0]
        nilai.pop("sequence", None)
        if bagian == "pertanyaan":
            nilai.pop("kode", None)
        return self.action_bagian_tambah(bagian, nilai, asal.id)

    def action_bagian_hapus(self, bagian, bagian_id):
        """Take a part away and return its values, so that it can be put back.

        :raises UserError: for a document that a question asks for
        """
        baris = self._satu_bagian(bagian, bagian_id)
        if bagian == "dokumen" and baris.pertanyaan_kode:
            raise UserError(
                self.env._(
                    "A question of the form asks for this document: change that."
                )
            )
        nilai = baris.copy_data()[0]
        baris.unlink()
        return nilai

    def action_bagian_urut(self, bagian, urut):
        """Put the parts of this version in a new order.

        Steps that were parallel to the one above stay so while they follow it.

        :param urut: all ids of the part, in order
        """
        self.ensure_one()
        semua = self[self._nama_bagian(bagian)]
        if sorted(urut) != sorted(semua.ids):
            raise UserError(
                self.env._("The list has changed meanwhile. Please load it again.")
            )
        lama = {baris.id: baris.sequence for baris in semua}
        nomor, sebelum = 0, None
        for bagian_id in urut:
            sejajar = bagian == "tahap" and lama[bagian_id] == lama.get(sebelum)
            nomor += 0 if sejajar else 10
            if lama[bagian_id] != nomor:
                semua.browse(bagian_id).write({"sequence": nomor})
            sebelum = bagian_id
        return True

    def action_tahap_sejajar(self, tahap_id):
        """Let a step run beside the one above it, or after it again."""
        tahap = self._satu_bagian("tahap", tahap_id)
        urut = self.tahap_ids.sorted(lambda t: (t.sequence, t.id))
        letak = urut.ids.index(tahap.id)
        if not letak:
            raise ValidationError(self.env._("There is no step above this one."))
        atas = urut[letak - 1]
        if tahap.sequence == atas.sequence:
            for satu in urut[letak:]:
                satu.sequence += 10
        else:
            tahap.sequence = atas.sequence
        return True
