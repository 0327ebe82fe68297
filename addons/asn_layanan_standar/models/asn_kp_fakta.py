from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL


class AsnKp(models.AbstractModel):
    """What the histories say about many people, each kind read by one query."""

    _name = "asn.kp"
    _description = "Promotion in Rank (Kenaikan Pangkat)"

    @api.model
    def _baris_golongan(self, orang, tanpa):
        """Return ``{employee id: [(TMT, order, code, MKG years, months, kind)]}``.

        :param tanpa: ids of archived letters whose rows are left out
        """
        self.env["asn.riwayat.golongan"].flush_model()
        return self._per_orang(
            SQL(
                """
                SELECT r.employee_id, r.tmt, g.urutan, g.kode,
                       coalesce(r.mkg_tahun, 0), coalesce(r.mkg_bulan, 0), r.jenis_kp
                  FROM asn_riwayat_golongan r
                  JOIN asn_golongan g ON g.id = r.golongan_id AND g.jenis = 'pns'
                 WHERE r.employee_id = ANY(%s) AND r.status = 'sah'
                   AND (r.dokumen_id IS NULL OR r.dokumen_id <> ALL(%s))
                 ORDER BY r.employee_id, r.tmt, r.tanggal_sk NULLS FIRST, r.id
                """,
                orang.ids,
                tanpa,
            )
        )

    @api.model
    def _baris_jabatan(self, orang):
        """Return ``{employee id: [(TMT, level of the post)]}`` of definitive posts."""
        self.env["asn.riwayat.jabatan"].flush_model()
        return self._per_orang(
            SQL(
                """
                SELECT r.employee_id, r.tmt, j.sub_kelompok
                  FROM asn_riwayat_jabatan r
                  JOIN hr_job h ON h.id = r.jabatan_id
                  LEFT JOIN asn_jenis_jabatan j ON j.id = h.jenis_jabatan_id
                 WHERE r.employee_id = ANY(%s) AND r.status = 'sah'
                   AND r.jenis_penugasan = 'definitif'
                 ORDER BY r.employee_id, r.tmt, r.id
                """,
                orang.ids,
            )
        )

    @api.model
    def _baris_pak(self, orang):
        """Return ``{employee id: [(first day, last day, points, level)]}`` of PAK."""
        self.env["asn.riwayat.angka.kredit"].flush_model()
        return self._per_orang(
            SQL(
                """
                SELECT employee_id, periode_mulai, periode_selesai,
                       coalesce(kredit_total, 0), jenjang
                  FROM asn_riwayat_angka_kredit
                 WHERE employee_id = ANY(%s) AND status = 'sah'
                 ORDER BY employee_id, periode_selesai, id
                """,
                orang.ids,
            )
        )

    @api.model
    def _sudah_pindah(self, orang):
        """Return ids of those who came from another agency."""
        # sudo: only whether there is such a decree decides what is asked for
        kelompok = (
            self.env["asn.riwayat.pindah"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("arah", "=", "masuk"),
                ],
                ["employee_id"],
            )
        )
        return {pegawai.id for (pegawai,) in kelompok}

    @api.model
    def _studi(self, orang):
        """Return ``{employee id: [(level id, first year, last year, free, decree)]}``.

        Studies with permission (TB-12). ``free``: released from the post and
        graduated, so that no exam is asked (KP-I-03).
        """
        # sudo: whether a study was permitted decides, whoever asks
        studi = (
            self.env["asn.riwayat.tugas.belajar"]
            .sudo()
            .search_fetch(
                [("employee_id", "in", orang.ids), ("status", "=", "sah")],
                [
                    "employee_id",
                    "pendidikan_id",
                    "tanggal_mulai",
                    "tanggal_kembali",
                    "is_dibebaskan",
                    "hasil",
                    "nomor_sk",
                ],
            )
        )
        hasil = defaultdict(list)
        for satu in studi:
            hasil[satu.employee_id.id].append(
                (
                    satu.pendidikan_id.id,
                    satu.tanggal_mulai.year,
                    satu.tanggal_kembali and satu.tanggal_kembali.year,
                    satu.is_dibebaskan and satu.hasil == "lulus",
                    satu.nomor_sk or "-",
                )
            )
        return hasil

    @api.model
    def _diklat(self, orang):
        """Return ``{employee id: codes of leadership training}``."""
        # sudo: only whether the exam is still asked for is told
        kelompok = (
            self.env["asn.riwayat.diklat"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("kelompok", "=", "struktural"),
                ],
                ["employee_id", "jenis_diklat_id"],
            )
        )
        hasil = defaultdict(set)
        for pegawai, jenis in kelompok:
            hasil[pegawai.id].add(jenis.kode)
        return hasil

    @api.model
    def _dihargai(self, orang, kode):
        """Return ``{employee id: name}`` of who holds an award of certain kinds.

        :param kode: codes of the kinds, such as 308 for an invention of use to the
            state (KP-07)
        """
        # sudo: only whether the exam is still asked for is told
        kelompok = (
            self.env["asn.riwayat.penghargaan"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("jenis_penghargaan_id.kode", "in", kode),
                ],
                ["employee_id", "jenis_penghargaan_id"],
            )
        )
        return {pegawai.id: jenis.name for pegawai, jenis in kelompok}

    @api.model
    def _kredit_jenjang(self):
        """Return ``{level: {order of the grade: points to leave it}}``."""
        hasil = defaultdict(dict)
        for baris in self.env["asn.angka.kredit.jenjang"].search_fetch(
            [("golongan_dari_id", "!=", False)],
            ["jenjang", "golongan_dari_id", "kredit_pangkat"],
        ):
            hasil[baris.jenjang][baris.golongan_dari_id.urutan] = baris.kredit_pangkat
        return hasil

    @api.model
    def _per_orang(self, query):
        hasil = defaultdict(list)
        for orang_id, *baris in self.env.execute_query(query):
            hasil[orang_id].append(tuple(baris))
        return hasil
