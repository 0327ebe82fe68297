from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL


class AsnPerubahanOrganisasi(models.Model):
    """How a change takes effect; each step leaves a trace for its undoing.

    The trace is a list of ``["tulis", model, id, before, after]``,
    ``["buat", model, id]``, ``["catat", row ids, employees before]``.
    """

    _inherit = "asn.perubahan.organisasi"

    def _terapkan(self):
        """Let the lines take effect in their order, all or none."""
        # sudo: the decision was checked; units, posts and riwayat of
        # everybody change with it.
        self_sudo = self.sudo()._mesin().with_context(tracking_disable=True)
        jejak = []
        for baris in self_sudo.baris_ids.sorted(lambda b: (b.sequence, b.id)):
            baris._periksa_keadaan()
            getattr(self_sudo, f"_terap_{baris.jenis}")(baris, jejak)
        self._setel(
            state="applied",
            diterapkan_pada=self.env.cr.now().replace(microsecond=0, tzinfo=None),
            galat=False,
            jejak=jejak,
        )

    # -- steps -------------------------------------------------------------

    def _tulis(self, rekam, vals, jejak):
        """Write values of one record and note what was there."""
        sebelum = self._nilai(rekam, vals)
        if "name" in vals:
            for kode, nama in self._semua_bahasa(vals.pop("name")).items():
                rekam.with_context(lang=kode).write({"name": nama})
            vals = {**vals, "name": None}
        rekam.write({n: v for n, v in vals.items() if n != "name"})
        jejak.append(
            ["tulis", rekam._name, rekam.id, sebelum, self._nilai(rekam, vals)]
        )

    def _semua_bahasa(self, nama):
        if isinstance(nama, dict):
            return nama
        return dict.fromkeys(self._bahasa(), nama)

    def _bahasa(self):
        """Return the languages of names: those in use, and the source language."""
        return {"en_US", *(kode for kode, _l in self.env["res.lang"].get_installed())}

    def _nilai(self, rekam, medan):
        hasil = {}
        for nama in medan:
            if nama == "name":
                hasil[nama] = {
                    kode: rekam.with_context(lang=kode).name
                    for kode in sorted(self._bahasa())
                }
            else:
                field = rekam._fields[nama]
                hasil[nama] = field.convert_to_write(rekam[nama], rekam)
        return hasil

    def _catat_nama_lama(self, baris, jejak, **vals):
        # sudo: rows of this model come from here only
        Nama_sudo = self.env["asn.nama.lama"].sudo()._mesin()
        lama = Nama_sudo.create(
            {
                "sampai": self._sehari_sebelum(),
                "baris_id": baris.id,
                "dasar": self.nomor_dasar,
                **vals,
            }
        )
        jejak.append(["buat", "asn.nama.lama", lama.id])

    def _bekukan(self, kolom, medan, rekam):
        """Put the present name into decrees that were stored without one."""
        self.env["asn.riwayat.jabatan"].flush_model([kolom, medan])
        self.env.cr.execute(
            SQL(
                "UPDATE asn_riwayat_jabatan SET %(kolom)s = %(nama)s"
                " WHERE %(medan)s = %(id)s AND %(kolom)s IS NULL",
                kolom=SQL.identifier(kolom),
                medan=SQL.identifier(medan),
                nama=rekam.name,
                id=rekam.id,
            )
        )
        self.env["asn.riwayat.jabatan"].invalidate_model([kolom], flush=False)

    def _pindahkan(self, pegawai, jejak, unit=None, jabatan=None):
        """Record a new row of the post history for each of these people.

        :param unit: new unit, or each one's own
        :param jabatan: function of an employee to the new post, or the own one
        """
        if not pegawai:
            return
        telat = pegawai.filtered(
            lambda p: p.tmt_jabatan and p.tmt_jabatan >= self.tanggal_berlaku
        )
        if telat:
            raise UserError(
                self.env._(
                    "%(person)s was appointed with TMT %(tmt)s, not before this"
                    " change takes effect. Correct that decree or the date first.",
                    person=telat[0].name,
                    tmt=telat[0].tmt_jabatan.strftime("%d-%m-%Y"),
                )
            )
        sebelum = [
            [p.id, p.unit_id.id, p.jabatan_id.id, str(p.tmt_jabatan or "")]
            for p in pegawai
        ]
        baris = self.env["asn.riwayat.jabatan"]._catat(
            [
                {
                    "employee_id": p.id,
                    "jabatan_id": (jabatan(p) if jabatan else p.jabatan_id).id,
                    "unit_id": (unit or p.unit_id).id,
                    "jenis_mutasi": "MU" if unit else "MJ",
                    "tmt": self.tanggal_berlaku,
                    "nomor_sk": self.nomor_dasar,
                    "tanggal_sk": self.tanggal_dasar,
                    "pejabat": self.pejabat,
                    "catatan": self.name,
                }
                for p in pegawai
            ],
            proyeksi=False,
        )
        jejak.append(["catat", baris.ids, sebelum])
        pegawai._project_riwayat(["jabatan"])

    # -- kinds -------------------------------------------------------------

    def _terap_ganti_nama(self, baris, jejak):
        unit = baris.unit_id
        self._bekukan("nama_unit", "unit_id", unit)
        self._catat_nama_lama(
            baris, jejak, unit_id=unit.id, nama=unit.name, singkatan=unit.singkatan
        )
        self._tulis(unit, {"name": baris.nama_baru.strip()} | self._ciri(baris), jejak)

    def _ciri(self, baris):
        """Return the other attributes that a line gives a unit."""
        vals = {
            "singkatan": baris.singkatan_baru,
            "kode": (baris.kode_baru or "").strip(),
            "jenis_unit": baris.jenis_unit,
        }
        return {nama: nilai for nama, nilai in vals.items() if nilai}

    def _terap_buat(self, baris, jejak):
        asal = baris.unit_id
        unit = self.env["hr.department"].create(
            {
                "name": baris.nama_baru.strip(),
                "parent_id": (baris.induk_id or asal.parent_id).id,
                "kalender_id": asal.kalender_id.id,
                **self._ciri(baris),
            }
        )
        jejak.append(["buat", "hr.department", unit.id])
        baris.unit_baru_id = unit
        if baris.nama_kepala:
            jabatan = self.env["hr.job"].create(
                {
                    "name": baris.nama_kepala.strip(),
                    "department_id": unit.id,
                    "is_kepala": True,
                }
            )
            jejak.append(["buat", "hr.job", jabatan.id])

    def _terap_pecah(self, baris, jejak):
        pegawai = baris._pegawai()
        self._bekukan("nama_unit", "unit_id", baris.unit_id)
        self._terap_buat(baris, jejak)
        for jabatan in baris.jabatan_pindah_ids:
            self._tulis(jabatan, {"department_id": baris.unit_baru_id.id}, jejak)
        self._pindahkan(pegawai, jejak, unit=baris.unit_baru_id)

    def _terap_gabung(self, baris, jejak):
        unit = baris.unit_id
        tujuan = baris.unit_tujuan_id or baris.baris_tujuan_id.unit_baru_id
        pegawai, kepala = baris._pegawai(), baris._jabatan_kepala()
        self._bekukan("nama_unit", "unit_id", unit)
        for jabatan in self._jabatan_unit(unit) - kepala:
            self._tulis(jabatan, {"department_id": tujuan.id}, jejak)
        self._pindahkan(
            pegawai,
            jejak,
            unit=tujuan,
            jabatan=lambda p: (
                baris.jabatan_kepala_id if p.jabatan_id in kepala else p.jabatan_id
            ),
        )
        for bawahan in self.env["hr.department"].search([("parent_id", "=", unit.id)]):
            self._tulis(bawahan, {"parent_id": tujuan.id}, jejak)
        self._catat_nama_lama(
            baris,
            jejak,
            unit_id=tujuan.id,
            asal_unit_id=unit.id,
            nama=unit.name,
            singkatan=unit.singkatan,
        )
        self._tutup_unit(unit, jejak)

    def _terap_pindah(self, baris, jejak):
        unit = baris.unit_id
        self._catat_nama_lama(
            baris,
            jejak,
            unit_id=unit.id,
            nama=unit.name,
            singkatan=unit.singkatan,
            induk_id=unit.parent_id.id,
        )
        self._tulis(unit, {"parent_id": baris.induk_id.id}, jejak)

    def _terap_tutup(self, baris, jejak):
        unit = baris.unit_id
        self._bekukan("nama_unit", "unit_id", unit)
        isi = baris._pegawai()
        bawahan = self.env["hr.department"].search([("parent_id", "=", unit.id)])
        if isi or bawahan:
            raise UserError(
                self.env._(
                    "%(unit)s is not empty: %(people)s people and %(units)s units"
                    " below it. Merge it into another unit instead, or move them"
                    " first.",
                    unit=unit.name,
                    people=len(isi),
                    units=len(bawahan),
                )
            )
        self._tutup_unit(unit, jejak)

    def _jabatan_unit(self, unit):
        return self.env["hr.job"].search([("department_id", "=", unit.id)])

    def _tutup_unit(self, unit, jejak):
        for jabatan in self._jabatan_unit(unit):
            self._tulis(jabatan, {"active": False, "is_kepala": False}, jejak)
        if unit.manager_id:
            self._tulis(unit, {"manager_id": False}, jejak)
        self._tulis(unit, {"active": False}, jejak)

    def _terap_ganti_nama_jabatan(self, baris, jejak):
        jabatan = baris.jabatan_id
        self._bekukan("nama_jabatan", "jabatan_id", jabatan)
        self._catat_nama_lama(baris, jejak, jabatan_id=jabatan.id, nama=jabatan.name)
        self._tulis(jabatan, {"name": baris.nama_baru.strip()}, jejak)

    def _terap_gabung_jabatan(self, baris, jejak):
        jabatan, tujuan = baris.jabatan_id, baris.jabatan_tujuan_id
        self._bekukan("nama_jabatan", "jabatan_id", jabatan)
        self._pindahkan(baris._pegawai(), jejak, jabatan=lambda _p: tujuan)
        self._catat_nama_lama(
            baris,
            jejak,
            jabatan_id=tujuan.id,
            asal_jabatan_id=jabatan.id,
            nama=jabatan.name,
        )
        self._tulis(jabatan, {"active": False}, jejak)
