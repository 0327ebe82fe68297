from collections import defaultdict

from odoo import api, models

from ..domain.impor_kolom import KOLOM, ROSTER

_NAMA_FIELD = {"nama": "name", "email": "email_pribadi", "email_dinas": "work_email"}
_PEGAWAI = {
    kolom.nama: _NAMA_FIELD.get(kolom.nama, kolom.nama)
    for kolom in KOLOM
    if kolom.bagian == "pegawai"
}
#: What makes two rows of a history the same row.
KUNCI_RIWAYAT = {
    "golongan": ("golongan_id", "tmt"),
    "jabatan": ("jabatan_id", "unit_id", "tmt", "jenis_penugasan"),
    "pendidikan": ("pendidikan_id", "tahun_lulus"),
    "gaji": ("golongan_id", "tmt", "gaji_pokok"),
}


class AsnImpor(models.Model):
    """Rows of a roster beside what the database already has."""

    _inherit = "asn.impor"

    @api.model
    def _vals_pegawai(self, rekam):
        """Return the columns of a row that are fields of the person."""
        return {field: rekam[nama] for nama, field in _PEGAWAI.items() if nama in rekam}

    @api.model
    def _vals_riwayat(self, rekam):
        """Return ``{kind: [values]}`` of the history rows that a row tells.

        What a riwayat sheet of the same file tells itself is left to that sheet.
        """
        hasil = defaultdict(list)
        if rekam.get("golongan"):
            hasil["golongan"] = self._vals_golongan(rekam)
        if rekam.get("jabatan") and rekam.get("unit_kerja"):
            hasil["jabatan"].append(
                {
                    "jabatan_id": rekam["jabatan"],
                    "unit_id": rekam["unit_kerja"],
                    "tmt": rekam["tmt_jabatan"],
                    "jenis_penugasan": rekam.get("jenis_penugasan", "definitif"),
                    "tmt_selesai": rekam.get("tmt_selesai_jabatan", False),
                    "nomor_sk": rekam.get("no_sk_jabatan", False),
                    "tanggal_sk": rekam.get("tgl_sk_jabatan", False),
                }
            )
        if rekam.get("pendidikan_terakhir"):
            hasil["pendidikan"].append(
                {
                    "pendidikan_id": rekam["pendidikan_terakhir"],
                    "program": rekam.get("program_studi", False),
                    "sekolah": rekam.get("nama_sekolah", False),
                    "nomor_ijazah": rekam.get("nomor_ijazah", False),
                    "tanggal_lulus": rekam.get("tgl_lulus", False),
                    "tahun_lulus": rekam["tahun_lulus"],
                }
            )
        if rekam.get("gaji_pokok"):
            hasil["gaji"].append(self._vals_gaji(rekam))
        return hasil

    @api.model
    def _vals_golongan(self, rekam):
        awal, kini = rekam.get("golongan_awal"), rekam["golongan"]
        baris = []
        if awal and awal != kini:
            baris.append(
                {
                    "golongan_id": awal,
                    "tmt": rekam["tmt_cpns"],
                    "jenis_kp": "cpns",
                    "nomor_sk": rekam.get("no_sk_cpns", False),
                    "tanggal_sk": rekam.get("tgl_sk_cpns", False),
                }
            )
        pertama = rekam["tmt_golongan"] in (
            rekam.get("tmt_cpns"),
            rekam.get("tmt_kontrak_mulai"),
        )
        baris.append(
            {
                "golongan_id": kini,
                "tmt": rekam["tmt_golongan"],
                "mkg_tahun": rekam.get("mkg_tahun", 0),
                "mkg_bulan": rekam.get("mkg_bulan", 0),
                "jenis_kp": "cpns" if pertama else False,
                "nomor_sk": rekam.get("no_sk_golongan", False),
                "tanggal_sk": rekam.get("tgl_sk_golongan", False),
            }
        )
        return baris

    @api.model
    def _vals_gaji(self, rekam):
        mulai = rekam["tmt_golongan"]
        tmt = rekam.get("tmt_gaji") or mulai
        # The roster tells MKG at the TMT of the grade; pay may be newer.
        lewat = (tmt.year - mulai.year) * 12 + tmt.month - mulai.month
        bulan = rekam.get("mkg_tahun", 0) * 12 + rekam.get("mkg_bulan", 0) + lewat
        mkg_tahun, mkg_bulan = divmod(max(bulan, 0), 12)
        return {
            "golongan_id": rekam["golongan"],
            "tmt": tmt,
            "gaji_pokok": rekam["gaji_pokok"],
            "mkg_tahun": mkg_tahun,
            "mkg_bulan": mkg_bulan,
        }

    @api.model
    def _pegawai_ada(self, rekam):
        """Return ``{nip: employee}`` of the people who are already there."""
        # sudo: numbers are unique over everybody, also people out of scope.
        pegawai = self.env["hr.employee"].sudo().with_context(active_test=False)
        ada = pegawai.search_fetch(
            [("nip", "in", [satu["nip"] for satu in rekam])],
            ["active", *_PEGAWAI.values()],
        )
        return {satu.nip: satu for satu in ada}

    @api.model
    def _riwayat_ada(self, pegawai):
        """Return ``{kind: {employee id: [rows]}}`` of valid rows, read at once."""
        hasil = {}
        for jenis, kunci in KUNCI_RIWAYAT.items():
            # sudo: as above.
            model = self.env[f"asn.riwayat.{jenis}"].sudo()
            hasil[jenis] = defaultdict(list)
            domain = [("employee_id", "in", pegawai), ("status", "=", "sah")]
            kolom = {"employee_id", *kunci, *({"jenis_kp"} & model._fields.keys())}
            for baris in model.search_fetch(domain, list(kolom)) if pegawai else ():
                hasil[jenis][baris.employee_id.id].append(baris)
        return hasil

    @api.model
    def _beda(self, pegawai, vals):
        """Return the values that differ from what the person has."""
        hasil = {}
        for nama, nilai in pegawai._asn_normalkan(vals).items():
            lama = pegawai[nama]
            lama = lama.id if isinstance(lama, models.BaseModel) else lama
            if (lama or False) != (nilai or False):
                hasil[nama] = nilai
        return hasil

    @api.model
    def _riwayat_baru(self, vals_riwayat, ada, pegawai_id):
        """Return the history rows that the person does not have yet."""
        hasil = {}
        for jenis, baris in vals_riwayat.items():
            kunci = KUNCI_RIWAYAT[jenis]
            punya = {
                tuple(
                    satu[k].id if isinstance(satu[k], models.BaseModel) else satu[k]
                    for k in kunci
                )
                for satu in ada[jenis].get(pegawai_id, ())
            }
            baru = [v for v in baris if tuple(v[k] for k in kunci) not in punya]
            if baru:
                hasil[jenis] = baru
        return hasil

    # -- check against the database -----------------------------------------

    def _banding(self, jenis, rekam, ingat):
        """Compare sound rows of a sheet with the database.

        :param jenis: code of the kind of sheet
        :param ingat: see :meth:`_langkah_periksa`
        :return: ``({row: 'baru' | 'ubah' | 'sama'}, [(row, column, key, level,
            details)])``
        """
        if jenis == ROSTER.kode:
            return self._banding_roster(rekam)
        return self._banding_riwayat(jenis, rekam, ingat)

    def _banding_roster(self, rekam):
        """Compare rows of people; see :meth:`_banding`."""
        ada = self._pegawai_ada(rekam)
        riwayat = self._riwayat_ada([p.id for p in ada.values()])
        ditarik = self._pernah_ditarik(ada.values())
        temuan = list(self._nomor_dipakai(rekam))
        kelas = {}
        for satu in rekam:
            pegawai = ada.get(satu["nip"])
            if not pegawai:
                kelas[satu["baris"]] = "baru"
                continue
            if not pegawai.active and pegawai not in ditarik:
                temuan.append((satu, "nip", "nip_nonaktif"))
            vals_riwayat = self._vals_riwayat(satu)
            baru = self._riwayat_baru(vals_riwayat, riwayat, pegawai.id)
            temuan += [
                (satu, *isi)
                for isi in self._golongan_bentrok(
                    baru.get("golongan", ()), riwayat["golongan"][pegawai.id]
                )
            ]
            berubah = baru or satu.get("jabatan_baru") or not pegawai.active
            berubah = berubah or self._beda(pegawai, self._vals_pegawai(satu))
            kelas[satu["baris"]] = "ubah" if berubah else "sama"
        return kelas, temuan

    @api.model
    def _pernah_ditarik(self, pegawai):
        """Return those people who were archived because their import was undone.

        They come back with the next import instead of being refused.
        """
        nonaktif = [p.id for p in pegawai if not p.active]
        # sudo: whom an import took back is nobody's to read.
        Bekas = self.env["asn.impor.bekas"].sudo()
        return Bekas.search([("employee_id", "in", nonaktif)]).employee_id

    @api.model
    def _nomor_dipakai(self, rekam):
        """Yield rows whose NIK or office address somebody else has."""
        # sudo: numbers are unique over everybody, also people out of scope.
        pegawai = self.env["hr.employee"].sudo()
        for nama, field, kunci in (
            ("nik", "nik", "nik_dipakai"),
            ("email_dinas", "work_email", "email_dipakai"),
        ):
            nilai = [satu[nama] for satu in rekam if satu.get(nama)]
            punya = pegawai.search_fetch([(field, "in", nilai)], ["nip", field])
            pemilik = {satu[field]: satu.nip for satu in punya}
            for satu in rekam:
                lain = pemilik.get(satu.get(nama), satu["nip"])
                if lain != satu["nip"]:
                    yield satu, nama, kunci

    @api.model
    def _golongan_bentrok(self, baru, ada):
        """Yield grades that the history refuses (PRF-K-02)."""
        Golongan = self.env["asn.golongan"]
        urut = [
            (b.tmt, b.golongan_id, False, b.jenis_kp in ("pmk", "hukuman")) for b in ada
        ]
        tmt_ada = {satu[0] for satu in urut}
        for vals in baru:
            if vals["tmt"] in tmt_ada:
                awal = vals.get("jenis_kp") == "cpns" and len(baru) > 1
                yield "golongan_awal" if awal else "tmt_golongan", "golongan_bentrok"
                return
            urut.append(
                (vals["tmt"], Golongan.browse(vals["golongan_id"]), True, False)
            )
        urut.sort(key=lambda satu: satu[0])
        for (_t, lama, dari, _b), (_tmt, kini, ke, bebas) in zip(
            urut, urut[1:], strict=False
        ):
            turun = lama.jenis == kini.jenis and kini.urutan < lama.urutan
            if turun and (dari or ke) and not bebas:
                yield "golongan", "golongan_turun"
                return
