import time

from odoo import api, fields, models
from odoo.fields import Domain

from ..domain import katalog, kursor, parameter
from ..domain.masalah import Masalah

#: Page cursors live a day, cursors of the feed as long as its rows.
_UMUR_UMPAN = 400 * 24 * 3600
#: Columns of a riwayat that are the engine's or lead elsewhere.
_TANPA = frozenset({"employee_id", "status", "koreksi_dari_id", "catatan"})


class AsnBerbagiBaca(models.AbstractModel):
    """The resources of the API: each method answers one of them.

    Rows and fields are limited here and nowhere else: the row domain of the
    request is part of every query, and only granted fields are read.
    """

    _name = "asn.berbagi.baca"
    _description = "Resources of the Data-Sharing API"

    # -- limits ------------------------------------------------------------

    @api.model
    def _cakupan(self, konteks):
        """Return the row domain of the approved request."""
        if konteks.izin.is_semua_unit:
            return Domain.TRUE
        return Domain("unit_id", "in", konteks.izin._unit_cakupan().ids)

    @api.model
    def _pilih_bidang(self, konteks, diminta):
        """Return the fields to answer.

        :raises Masalah: with the names of those that are not granted
        """
        if not diminta:
            return konteks.bidang
        kurang = [nama for nama in diminta if nama not in konteks.bidang]
        if kurang:
            raise Masalah(
                "cakupan_kurang",
                "Bidang ini tidak termasuk yang disetujui untuk aplikasi Anda.",
                [{"bidang": nama, "pesan": "Tidak disetujui."} for nama in kurang],
            )
        return list(dict.fromkeys(diminta))

    @api.model
    def _pegawai_sudo(self):
        # sudo: the row domain and the field list of the request take the place
        # of rules; whoever calls has no account
        return self.env["hr.employee"].sudo()

    @api.model
    def _satu(self, konteks, uid):
        """Return one person within the rows of the request.

        :raises Masalah: unknown and out of scope alike
        """
        domain = Domain("uuid_berbagi", "=", uid) & self._cakupan(konteks)
        orang = self._pegawai_sudo().search(domain, limit=1)
        if not orang:
            raise Masalah("tidak_ditemukan", "Tidak ada pegawai dengan id ini.")
        konteks.pegawai.add(orang.id)
        konteks.jumlah = 1
        return orang

    # -- cursors -----------------------------------------------------------

    @api.model
    def _kursor(self, posisi, ikatan):
        rahasia = self.env["asn.berbagi.kunci"]._rahasia()
        return kursor.buat(posisi, ikatan, rahasia, time.time())

    @api.model
    def _posisi(self, teks, ikatan, umur=kursor.UMUR):
        rahasia = self.env["asn.berbagi.kunci"]._rahasia()
        try:
            return kursor.baca(teks, ikatan, rahasia, time.time(), umur)
        except kursor.KursorUsang:
            raise self._masalah_usang() from None
        except kursor.KursorSalah:
            raise Masalah(
                "permintaan_tidak_sah",
                "Kursor ini bukan jawaban atas pertanyaan yang sama.",
            ) from None

    @api.model
    def _masalah_usang(self):
        return Masalah("kursor_usang", "Mulai lagi dari awal: muat semua data.")

    # -- people ------------------------------------------------------------

    @api.model
    def _saringan(self, isi):
        """Return the domain of the filters of ``/pegawai``."""
        domain = Domain.TRUE
        if "unit" in isi:
            # sudo: units are no secret, the outward id is closed to users
            unit = self.env["hr.department"].sudo()
            unit = unit.search([("uuid_berbagi", "=", isi["unit"])], limit=1)
            operator = "child_of" if isi.get("termasuk_subunit") else "="
            domain &= Domain("unit_id", operator, unit.id or 0)
        if "nip" in isi:
            # Numbers change: the present one and those before it.
            # sudo: only finds who is in the row domain anyway
            lama = self.env["asn.riwayat.nip"].sudo()
            lama = lama._search([("nip", "=", isi["nip"]), ("status", "=", "sah")])
            domain &= Domain("nip", "=", isi["nip"]) | Domain(
                "id", "in", lama.subselect("employee_id")
            )
        if "status" in isi:
            domain &= Domain("status_pegawai", "=", isi["status"])
        if "diubah_sejak" in isi:
            domain &= Domain("write_date", ">=", isi["diubah_sejak"])
        return domain

    @api.model
    def _pegawai(self, konteks, isi):
        bidang = self._pilih_bidang(konteks, isi.get("bidang"))
        ikatan = "|".join(
            [str(konteks.konsumen.id), str(konteks.izin.id)]
            + [f"{k}={isi[k]}" for k in sorted(isi) if k not in ("kursor", "batas")]
        )
        cakupan = self._cakupan(konteks) & self._saringan(isi)
        domain = cakupan
        if "kursor" in isi:
            domain &= Domain("id", ">", self._posisi(isi["kursor"], ikatan)[0])
        batas = isi.get("batas", parameter.BATAS_AWAL)
        Pegawai = self._pegawai_sudo()
        orang = Pegawai.search(domain, order="id", limit=batas + 1)
        lagi, orang = len(orang) > batas, orang[:batas]
        konteks.pegawai.update(orang.ids)
        konteks.jumlah = len(orang)
        jawab = {
            "data": self._baris(orang, bidang),
            "kursor_berikutnya": self._kursor([orang[-1:].id], ikatan)
            if lagi
            else None,
        }
        if isi.get("hitung"):
            jawab["jumlah"] = Pegawai.search_count(cakupan)
        return jawab

    @api.model
    def _satu_pegawai(self, konteks, isi, uid):
        bidang = self._pilih_bidang(konteks, isi.get("bidang"))
        return self._baris(self._satu(konteks, uid), bidang)[0]

    @api.model
    def _baris(self, orang, bidang):
        """Return people as JSON rows with just these fields."""
        dipilih = {nama: katalog.BIDANG[nama] for nama in bidang}
        orang.fetch(
            [b.asal for b in dipilih.values() if orang._fields[b.asal].store]
            + ["uuid_berbagi", "write_date"]
        )
        return [
            {
                "id": satu.uuid_berbagi,
                "diubah_pada": self._waktu(satu.write_date),
                **{nama: self._nilai(satu, b) for nama, b in dipilih.items()},
            }
            for satu in orang
        ]

    @api.model
    def _nilai(self, satu, bidang):
        isi = satu[bidang.asal]
        if bidang.tipe == "unit":
            return {"id": isi.uuid_berbagi, "nama": isi.name} if isi else None
        if bidang.tipe == "nama":
            return isi.name or None
        if bidang.tipe == "rujukan":
            return {"kode": isi.kode, "nama": isi.display_name} if isi else None
        return katalog.nilai(bidang, isi)

    @api.model
    def _waktu(self, waktu):
        return waktu.isoformat(timespec="milliseconds") + "Z" if waktu else None

    # -- riwayat -----------------------------------------------------------

    @api.model
    def _riwayat(self, konteks, _isi, uid, jenis):
        model = "asn.riwayat." + jenis.replace("-", ".")
        if model not in konteks.konsumen._riwayat(konteks.izin):
            raise Masalah(
                "cakupan_kurang",
                "Riwayat ini tidak termasuk yang disetujui untuk aplikasi Anda.",
            )
        orang = self._satu(konteks, uid)
        Riwayat = self.env[model].sudo()  # sudo: see _pegawai_sudo
        baris = Riwayat.search([("employee_id", "=", orang.id), ("status", "=", "sah")])
        konteks.jumlah = len(baris)
        konteks.bidang = self._kolom_riwayat(model)
        return {
            "data": [
                {nama: self._isi_riwayat(satu, nama) for nama in konteks.bidang}
                for satu in baris
            ]
        }

    @api.model
    def _kolom_riwayat(self, model):
        """Return the facts of a riwayat: its own stored columns, no documents."""
        dilarang = {"binary", "one2many", "many2many", "html", "properties"}
        return sorted(
            nama
            for nama, kolom in self.env[model]._fields.items()
            if kolom.store
            and nama not in models.MAGIC_COLUMNS
            and nama not in _TANPA
            and kolom.type not in dilarang
            and getattr(kolom, "comodel_name", None) not in ("res.users", "asn.dokumen")
            and not nama.startswith("disahkan_")
        )

    @api.model
    def _isi_riwayat(self, satu, nama):
        kolom, isi = satu._fields[nama], satu[nama]
        if kolom.type == "many2one":
            return isi.display_name or None
        if kolom.type in ("date", "datetime"):
            return isi.isoformat() if isi else None
        if kolom.type in ("integer", "float", "monetary", "boolean"):
            return isi
        return isi or None

    # -- units, references, feed -------------------------------------------

    @api.model
    def _unit(self, konteks, _isi):
        domain = Domain.TRUE
        if not konteks.izin.is_semua_unit:
            domain = Domain("id", "in", konteks.izin._unit_cakupan().ids)
        # sudo: names of units are public, the outward id is closed to users
        unit = self.env["hr.department"].sudo().search(domain, order="parent_path")
        konteks.jumlah = len(unit)
        return {
            "data": [
                {
                    "id": satu.uuid_berbagi,
                    "nama": satu.name,
                    "kode": satu.kode or None,
                    "jenis": satu.jenis_unit or None,
                    "induk": satu.parent_id.uuid_berbagi or None,
                }
                for satu in unit
            ]
        }

    @api.model
    def _referensi(self, konteks, _isi, nama):
        if nama not in katalog.REFERENSI:
            raise Masalah(
                "tidak_ditemukan",
                "Daftar rujukan: " + ", ".join(sorted(katalog.REFERENSI)) + ".",
            )
        # sudo: code lists are public
        Rujukan = self.env[katalog.REFERENSI[nama]].sudo()
        baris = Rujukan.search([])  # pylint: disable=no-search-all
        konteks.jumlah = len(baris)
        return {
            "data": [{"kode": satu.kode, "nama": satu.display_name} for satu in baris]
        }

    @api.model
    def _perubahan(self, konteks, isi):
        Umpan = self.env["asn.berbagi.perubahan"]
        ikatan, asal = f"umpan|{konteks.konsumen.id}", Umpan._asal()
        if "setelah" not in isi:
            # The beginning: load everything now, then ask from here.
            return {
                "data": [],
                "kursor": self._kursor([asal, *Umpan._ujung()], ikatan),
                "lengkap": True,
            }
        asal_dulu, *posisi = self._posisi(isi["setelah"], ikatan, _UMUR_UMPAN)
        if asal_dulu != asal:
            raise self._masalah_usang()
        batas = isi.get("batas", parameter.BATAS_AWAL)
        baris = Umpan._sesudah(posisi, batas)
        data = self._umpan(konteks, baris)
        konteks.jumlah = len(data)
        posisi = baris[-1]["posisi"] if baris else posisi
        return {
            "data": data,
            "kursor": self._kursor([asal, *posisi], ikatan),
            "lengkap": len(baris) < batas,
        }

    @api.model
    def _umpan(self, konteks, baris):
        """Return feed rows within the grant: names of fields, no values."""
        semua = konteks.izin.is_semua_unit
        unit = set() if semua else set(konteks.izin._unit_cakupan().ids)
        orang = self._pegawai_sudo().with_context(active_test=False)
        orang = orang.browse({b["employee_id"] for b in baris}).exists()
        kini = {satu.id: satu for satu in orang}
        nama = self._nama_kolom(konteks)
        data = []
        for satu in baris:
            pegawai = kini.get(satu["employee_id"])
            if not pegawai:
                continue
            bidang = [nama[k] for k in satu["kolom"] if k in nama]
            if "*" in satu["kolom"]:
                bidang = konteks.bidang
            jenis = self._jenis_perubahan(
                semua or pegawai.unit_id.id in unit,
                semua or satu["unit_lama"] in unit,
                pegawai.active,
            )
            if jenis is None or (
                jenis == "ubah" and not bidang and "unit_id" not in satu["kolom"]
            ):
                continue
            konteks.pegawai.add(pegawai.id)
            data.append(
                {
                    "id": pegawai.uuid_berbagi,
                    "jenis": jenis,
                    "bidang": bidang,
                    "waktu": self._waktu(satu["waktu"]),
                }
            )
        return data

    @api.model
    def _nama_kolom(self, konteks):
        """Return the outward names of the columns that the grant opens."""
        nama = {katalog.BIDANG[n].asal: n for n in konteks.bidang}
        for model in konteks.konsumen._riwayat(konteks.izin):
            jenis = model.removeprefix("asn.riwayat.").replace(".", "-")
            nama[f"riwayat:{model}"] = f"riwayat/{jenis}"
        return nama

    @api.model
    def _jenis_perubahan(self, di_dalam, dulu, aktif):
        """Return what a change means for a consumer, or ``None`` for nothing.

        :param di_dalam: the person is in the granted units now
        :param dulu: and was before the change
        """
        if di_dalam:
            return "ubah" if aktif else "hapus"
        return "keluar_cakupan" if dulu else None

    @api.model
    def _saya(self, konteks, _isi):
        izin = konteks.izin
        return {
            "aplikasi": konteks.konsumen.name,
            "permintaan": izin.nomor,
            "tujuan": izin.tujuan,
            "bidang": konteks.bidang,
            "riwayat": [
                m.removeprefix("asn.riwayat.").replace(".", "-")
                for m in konteks.konsumen._riwayat(izin)
            ],
            "semua_unit": izin.is_semua_unit,
            "unit": [
                {"id": u.uuid_berbagi, "nama": u.name}
                for u in (izin.unit_ids if not izin.is_semua_unit else ())
            ],
            "berlaku_sampai": fields.Date.to_string(izin.tanggal_selesai),
            "kunci_sampai": fields.Date.to_string(konteks.kunci.berlaku_sampai),
            "batas_menit": konteks.konsumen.batas_menit,
            "batas_hari": konteks.konsumen.batas_hari,
        }
