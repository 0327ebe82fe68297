from collections import Counter, defaultdict

from odoo import api, models

from ..domain.impor_kolom import kunci as kunci_nama
from .asn_impor_banding import KUNCI_RIWAYAT

#: Current values of a person by the column of the history row they come from.
_KINI = {
    "golongan": {
        "golongan_id": "golongan_id",
        "tmt_golongan": "tmt",
        "mkg_sk_tahun": "mkg_tahun",
        "mkg_sk_bulan": "mkg_bulan",
    },
    "jabatan": {
        "jabatan_id": "jabatan_id",
        "unit_id": "unit_id",
        "tmt_jabatan": "tmt",
        "job_id": "jabatan_id",
        "department_id": "unit_id",
    },
    "pendidikan": {
        "pendidikan_id": "pendidikan_id",
        "program_studi": "program",
        "tahun_lulus": "tahun_lulus",
    },
    "gaji": {"gaji_pokok": "gaji_pokok", "tmt_gaji": "tmt"},
}


class AsnImpor(models.Model):
    """Rows of people: created or updated with the history that they tell."""

    _inherit = "asn.impor"

    def _simpan(self, bagian, ingat):
        """Create and update the people of these rows with their history.

        :param ingat: dict that keeps what all batches need, for one run of batches
        :return: counts, and the trail: per row its number ``b``, NIP ``n``, employee
            ``o``, result ``h``, riwayat ``r`` by model, values before ``l`` and after
            ``a``, account ``u``, new post ``j``, and ``p`` when the
            person is here through this import
        """
        hitung = Counter()
        ada = self._pegawai_ada(bagian)
        self._isi_jabatan_baru(bagian)
        riwayat_ada = self._riwayat_ada([p.id for p in ada.values()])
        baru = [satu for satu in bagian if satu["nip"] not in ada]
        pegawai_baru = self.env["hr.employee"]._asn_create_bulk(
            [self._vals_baru(satu) for satu in baru], kelengkapan=False
        )
        hitung["baru"] = len(baru)
        orang = dict(zip([s["nip"] for s in baru], pegawai_baru, strict=True))
        lembar = self._kunci_lembar(ingat)
        riwayat, jejak = defaultdict(list), []
        for satu in bagian:
            lama = ada.get(satu["nip"])
            pegawai = lama or orang[satu["nip"]]
            rekam = {"b": satu["baris"], "n": satu["nip"], "o": pegawai.id, "h": "baru"}
            tambahan = self._riwayat_baru(
                self._vals_riwayat(satu), riwayat_ada, pegawai.id
            )
            for jenis, baris in self._tanpa_lembar(satu, tambahan, lembar).items():
                riwayat[jenis] += [
                    (rekam, {**b, "employee_id": pegawai.id}) for b in baris
                ]
            if "jabatan_dibuat" in satu:
                rekam["j"] = satu["jabatan_dibuat"]
            if not lama or not lama.active:
                rekam["p"] = 1
            if lama:
                self._perbarui(lama, satu, rekam)
                rekam["h"] = "ubah" if "l" in rekam or tambahan else "sama"
                hitung[rekam["h"]] += 1
            jejak.append(rekam)
        semua = self.env["hr.employee"].union(*ada.values(), pegawai_baru)
        self._simpan_riwayat(riwayat, semua)
        if self.buat_akun:
            hitung["akun"] = self._buat_akun(semua, jejak)
        return hitung, jejak

    def _perbarui(self, pegawai, satu, rekam):
        """Update one person and note what was there before."""
        beda = self._beda(pegawai, self._vals_pegawai(satu))
        if not pegawai.active:
            # Taken back by an undone import: the person comes back.
            beda["active"] = True
            pegawai.work_contact_id.active = True
            # sudo: whom an import took back is nobody's to write.
            bekas = self.env["asn.impor.bekas"].sudo()
            bekas.search([("employee_id", "=", pegawai.id)]).unlink()
            if pegawai.user_id:
                pegawai.user_id.active = True
                rekam["u"] = pegawai.user_id.id
        if beda:
            rekam["l"] = {n: polos(pegawai[n]) for n in beda}
            pegawai._asn_write_bulk(beda)
            rekam["a"] = {n: polos(pegawai[n]) for n in beda}

    def _buat_akun(self, pegawai, jejak):
        """Create the missing accounts and note them in the trail."""
        users = pegawai._asn_buat_akun()
        milik = {user.employee_id.id: user.id for user in users}
        for rekam in jejak:
            if rekam["o"] in milik:
                rekam["u"] = milik[rekam["o"]]
        return len(users)

    def _kunci_lembar(self, ingat):
        """Return ``{kind: {(nip, *key)}}`` of the riwayat sheets of this file.

        What the roster tells about the present is often a row of such a sheet too,
        there with more details; it is recorded once, from the sheet.
        """
        if "kunci" not in ingat:
            ingat["kunci"] = hasil = {}
            for nama, kunci in KUNCI_RIWAYAT.items():
                kode = f"asn.riwayat.{nama}"
                bagian = self._bagian_jenis(kode)
                if bagian:
                    kolom = {k.medan: k.nama for k in self._jenis_impor(kode).kolom}
                    nama_kolom = ["nip", *(kolom[n] for n in kunci)]
                    hasil[nama] = {
                        tuple(satu.get(n) for n in nama_kolom)
                        for b in bagian
                        for satu in b._muat_isi()
                    }
        return ingat["kunci"]

    @api.model
    def _tanpa_lembar(self, satu, tambahan, lembar):
        """Return the new history rows without those that a sheet brings."""
        return {
            jenis: [
                b
                for b in baris
                if (satu["nip"], *(b[k] for k in KUNCI_RIWAYAT[jenis]))
                not in lembar.get(jenis, ())
            ]
            for jenis, baris in tambahan.items()
        }

    @api.model
    def _vals_baru(self, satu):
        vals = self._vals_pegawai(satu)
        if "kedudukan_hukum" not in vals:
            pppk = vals.get("status_pegawai", "").startswith("pppk")
            kode = "71" if pppk else "01"
            vals["kedudukan_hukum"] = self.env.ref(f"asn_base.kedudukan_{kode}").id
        return vals | self._vals_kini(satu)

    @api.model
    def _vals_kini(self, satu):
        """Return what the projection will find, so that it has nothing to write.

        Each later update of a person writes all her indexes again. Values that a
        future TMT holds back are left to the projection.
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        riwayat = self._vals_riwayat(satu)
        vals = {}
        for jenis, peta in _KINI.items():
            baris = riwayat.get(jenis, [{}])[-1]
            tetap = baris.get("jenis_penugasan", "definitif") == "definitif"
            if baris and tetap and baris.get("tmt", hari_ini) <= hari_ini:
                vals |= {nama: baris.get(asal) for nama, asal in peta.items()}
        if "golongan_id" in vals:
            vals["golongan_awal_id"] = riwayat["golongan"][0]["golongan_id"]
        return vals

    @api.model
    def _simpan_riwayat(self, riwayat, semua):
        """Record the history rows, then project and count everybody once.

        :param riwayat: ``{kind: [(trail of the row, values)]}``
        :param semua: the people of the batch
        """
        pegawai = set()
        for jenis in KUNCI_RIWAYAT:
            if not riwayat[jenis]:
                continue
            model = f"asn.riwayat.{jenis}"
            baru = self.env[model]._catat(
                [{**baris, "sumber": "impor"} for _rekam, baris in riwayat[jenis]],
                proyeksi=False,
            )
            for (rekam, baris), id_ in zip(riwayat[jenis], baru.ids, strict=True):
                rekam.setdefault("r", {}).setdefault(model, []).append(id_)
                pegawai.add(baris["employee_id"])
        # Both count the completeness again; once, at the end, is enough.
        semua._asn_tunda_kelengkapan()
        if pegawai:
            jenis = [nama for nama in KUNCI_RIWAYAT if riwayat[nama]]
            semua.browse(pegawai)._project_riwayat(jenis)
        semua._asn_tunda_kelengkapan()
        semua._kelengkapan_massal(semua.ids)

    def _isi_jabatan_baru(self, bagian):
        """Create the new posts that these rows name, once each.

        A managerial post belongs to its unit; any other is a post of the city
        that every unit may use.
        """
        perlu = [satu for satu in bagian if "jabatan_baru" in satu]
        if not perlu:
            return
        dikenal = {
            (kunci_nama(j.name), j.department_id.id): j.id
            for j in self._semua_jabatan()
        }
        jenis = self.env["asn.jenis.jabatan"].browse(
            {satu["jenis_jabatan"] for satu in perlu}
        )
        manajerial = set(jenis.filtered(lambda j: j.kelompok == "manajerial").ids)
        for satu in perlu:
            nama, jenis_id = satu["jabatan_baru"], satu["jenis_jabatan"]
            unit = satu["unit_kerja"] if jenis_id in manajerial else False
            if (kunci_nama(nama), unit) not in dikenal:
                # sudo: making posts is what the option of the import says.
                jabatan = self.env["hr.job"].sudo()
                baru = jabatan.create(
                    {
                        "name": nama,
                        "department_id": unit,
                        "jenis_jabatan_id": jenis_id,
                    }
                )
                satu["jabatan_dibuat"] = dikenal[kunci_nama(nama), unit] = baru.id
            satu["jabatan"] = dikenal[kunci_nama(nama), unit]


def polos(nilai):
    """Return a field's value as something that can be packed."""
    return nilai.id if isinstance(nilai, models.BaseModel) else nilai or False
