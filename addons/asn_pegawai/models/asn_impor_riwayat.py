from collections import Counter, defaultdict

from odoo import api, models
from odoo.tools import float_compare

from ..domain.impor_kolom import kunci as rata
from ..domain.riwayat import KOREKSI, NIP

#: Said in the column of corrections when the key is the same.
_SAMA = frozenset({"ya", "y", "sama", "1"})


class AsnImpor(models.Model):
    """Rows of a riwayat sheet: compared with the history, recorded as decided.

    A row that is there already is unchanged. One with the same key and other values
    is refused, because a valid row is never changed; as a correction it becomes a
    new row that points to the old.
    """

    _inherit = "asn.impor"

    @api.model
    def _kolom_kunci(self, jenis):
        """Return the key columns of a riwayat sheet."""
        return tuple(
            k.nama for k in jenis.kolom if k.bagian == "kunci" and k.nama != NIP
        )

    @api.model
    def _kolom_bukti(self, jenis):
        """Return the columns without which a decided row is warned about."""
        wajib = self.env[jenis.kode]._WAJIB_SAH
        return tuple(k.nama for k in jenis.kolom if k.medan in wajib and not k.wajib)

    @api.model
    def _vals_medan(self, jenis, rekam, orang):
        """Return ``{field: value}`` of a row; people named by NIP become ids."""
        vals = {}
        for kolom in jenis.kolom:
            if kolom.nama not in rekam or not kolom.medan or kolom.nama == NIP:
                continue
            nilai = rekam[kolom.nama]
            if kolom.tipe == "pegawai":
                nilai = orang[nilai].id
            vals[kolom.medan] = nilai
        return vals

    @api.model
    def _orang_disebut(self, jenis, rekam):
        """Return ``{nip: employee}`` of everybody whom these rows name."""
        kolom = [k.nama for k in jenis.kolom if k.tipe == "pegawai"] + [NIP]
        nip = {satu[nama] for satu in rekam for nama in kolom if satu.get(nama)}
        # sudo: a NIP is unique over everybody, also people out of scope.
        pegawai = self.env["hr.employee"].sudo().with_context(active_test=False)
        ada = pegawai.search_fetch([("nip", "in", list(nip))], ["nip", "active"])
        return {satu.nip: satu for satu in ada}

    @api.model
    def _baris_ada(self, jenis, pegawai_ids):
        """Return ``{employee id: valid rows}``, read at once."""
        # sudo: the history of people out of scope, as for the roster.
        model = self.env[jenis.kode].sudo()
        medan = [k.medan for k in jenis.kolom if k.medan]
        ada = defaultdict(model.browse)
        domain = [("employee_id", "in", list(pegawai_ids)), ("status", "=", "sah")]
        kelompok = defaultdict(list)
        for baris in model.search_fetch(domain, medan):
            kelompok[baris.employee_id.id].append(baris.id)
        ada.update({id_: model.browse(ids) for id_, ids in kelompok.items()})
        return ada

    # -- what becomes of a row ----------------------------------------------

    @api.model
    def _nasib(self, jenis, rekam, vals, ada):
        """Return ``(what, old row, differing fields)`` for one row.

        ``what`` is baru, sama, koreksi, beda (refused) or hilang (the row to be
        corrected is not there).
        """
        model = self.env[jenis.kode]
        kunci = [k.medan for k in jenis.kolom if k.bagian == "kunci" and k.nama != NIP]
        sama = ada.browse()
        for baris in ada:
            if all(self._setara(baris, n, vals.get(n, False)) for n in kunci):
                sama = baris
                break
        beda = [n for n in vals if sama and not self._setara(sama, n, vals[n])]
        if sama and not beda:
            return "sama", sama, []
        minta = rekam.get(KOREKSI)
        if minta and rata(minta) not in _SAMA:
            lama = ada.filtered(lambda b: rata(minta) in self._nomor_baris(b))
            if len(lama) == 1:
                return "koreksi", lama, []
            return "hilang", model, []
        if sama and (minta or self.buat_koreksi):
            return "koreksi", sama, []
        if sama:
            return "beda", sama, beda
        return ("hilang", model, []) if minta else ("baru", model, [])

    @api.model
    def _nomor_baris(self, baris):
        """Return the flattened numbers that a row may be called by."""
        nama = {"nomor_sk", baris._rec_name} & baris._fields.keys()
        return {rata(baris[n]) for n in nama if isinstance(baris[n], str) and baris[n]}

    @api.model
    def _setara(self, baris, nama, nilai):
        """Return whether a stored value equals one of a sheet."""
        lama = baris[nama]
        if isinstance(lama, models.BaseModel):
            lama = lama.id
        if isinstance(lama, float):
            return not float_compare(lama, nilai or 0.0, precision_digits=4)
        return (lama or False) == (nilai or False)

    def _banding_riwayat(self, kode, rekam, ingat):
        """Compare riwayat rows with the database; see :meth:`_banding`."""
        jenis = self._jenis_impor(kode)
        orang = self._orang_disebut(jenis, rekam)
        baru = self._nip_baru(ingat)
        ada = self._baris_ada(jenis, [p.id for p in orang.values()])
        kelas, temuan = {}, []
        for satu in rekam:
            salah = self._orang_salah(jenis, satu, orang, baru)
            if salah:
                temuan.append((satu, *salah))
                continue
            if satu[NIP] not in orang:
                kelas[satu["baris"]] = "baru"
                continue
            vals = self._vals_medan(jenis, satu, orang)
            apa, _lama, beda = self._nasib(jenis, satu, vals, ada[orang[satu[NIP]].id])
            if apa in ("beda", "hilang"):
                temuan.append(self._temuan_nasib(jenis, satu, apa, beda))
                continue
            kelas[satu["baris"]] = "ubah" if apa == "koreksi" else apa
        if kode == "asn.riwayat.golongan":
            temuan += self._golongan_tak_urut(rekam, orang, ada, kelas)
        return kelas, temuan

    @api.model
    def _temuan_nasib(self, jenis, satu, apa, beda):
        """Return the finding for a row that cannot be recorded."""
        if apa == "hilang":
            return satu, KOREKSI, "koreksi_hilang"
        kolom = {k.medan: k.nama for k in jenis.kolom}
        nama = ", ".join(kolom[n] for n in beda)
        return satu, kolom[beda[0]], "riwayat_beda", "E", {"kolom": nama}

    @api.model
    def _orang_salah(self, jenis, satu, orang, baru):
        """Return ``(column, key)`` when somebody named is not there, or None."""
        for kolom in jenis.kolom:
            if kolom.nama != NIP and kolom.tipe != "pegawai":
                continue
            nip = satu.get(kolom.nama)
            if not nip:
                continue
            if nip in orang and not orang[nip].active and kolom.nama == NIP:
                if nip not in baru:
                    return kolom.nama, "nip_nonaktif"
            elif nip not in orang and (kolom.nama != NIP or nip not in baru):
                return kolom.nama, "nip_tidak_ada"
        return None

    def _nip_baru(self, ingat):
        """Return the NIPs that the roster of this file brings.

        Read once: the batches of the roster are compared before any other.
        """
        if "nip" not in ingat:
            bagian = self._bagian_jenis("roster")
            ingat["nip"] = {satu["nip"] for b in bagian for satu in b._muat_isi()}
        return ingat["nip"]

    def _bagian_jenis(self, kode):
        """Return the batches of all sheets of a kind."""
        # sudo: batches are nobody's to read, personal data lie in them.
        Bagian = self.env["asn.impor.bagian"].sudo()
        domain = [("impor_id", "=", self.id), ("lembar_id.jenis", "=", kode)]
        return [Bagian.browse(id_) for id_ in Bagian.search(domain).ids]

    def _golongan_tak_urut(self, rekam, orang, ada, kelas):
        """Yield grades that the history refuses (PRF-K-02), before anything is saved."""
        per_orang = defaultdict(list)
        for satu in rekam:
            if kelas.get(satu["baris"]) == "baru":
                per_orang[satu[NIP]].append(satu)
        for nip, baris in per_orang.items():
            vals = [{**satu, "golongan_id": satu["golongan"]} for satu in baris]
            lama = ada[orang[nip].id] if nip in orang else ()
            for _nama, kunci in self._golongan_bentrok(vals, lama):
                nama = "tmt" if kunci == "golongan_bentrok" else "golongan"
                yield baris[-1], nama, kunci

    # -- saving --------------------------------------------------------------

    def _simpan_baris_riwayat(self, kode, bagian):
        """Record rows of one riwayat sheet; return the counts and the trail."""
        jenis = self._jenis_impor(kode)
        orang = self._orang_disebut(jenis, bagian)
        ada = self._baris_ada(jenis, [p.id for p in orang.values()])
        hitung, jejak, catat = Counter(), [], []
        for satu in bagian:
            self._pastikan_orang(jenis, satu, orang)
            pegawai = orang[satu[NIP]]
            vals = self._vals_medan(jenis, satu, orang)
            apa, lama, beda = self._nasib(jenis, satu, vals, ada[pegawai.id])
            if apa in ("beda", "hilang"):
                self._gagalkan(self._temuan_nasib(jenis, satu, apa, beda))
            rekam = {"b": satu["baris"], "o": pegawai.id, "n": satu[NIP]}
            if apa == "sama":
                hitung["sama"] += 1
                jejak.append({**rekam, "h": "sama"})
                continue
            if apa == "koreksi":
                vals = self._vals_koreksi(jenis, lama, vals)
                rekam["k"] = lama.id
            catat.append({**vals, "employee_id": pegawai.id, "sumber": "impor"})
            jejak.append({**rekam, "h": "ubah" if apa == "koreksi" else "baru"})
            hitung["riwayat"] += 1
        baru = self._catat_baris(kode, catat)
        isi = iter(baru.ids)
        for satu in jejak:
            if satu["h"] != "sama":
                satu["r"] = {kode: [next(isi)]}
        return hitung, jejak

    @api.model
    def _catat_baris(self, kode, catat):
        """Record rows; project and count their people once."""
        model = self.env[kode]
        if not catat:
            return model
        baru = model._catat(catat, proyeksi=False)
        pegawai = self.env["hr.employee"].browse({v["employee_id"] for v in catat})
        pegawai._asn_tunda_kelengkapan()
        if model._jenis_proyeksi:
            pegawai._project_riwayat([model._jenis_proyeksi])
        pegawai._asn_tunda_kelengkapan()
        pegawai._kelengkapan_massal(pegawai.ids)
        return baru

    @api.model
    def _vals_koreksi(self, jenis, lama, vals):
        """Return the values of a correction: those of the old row, then the new."""
        medan = {k.medan for k in jenis.kolom if k.medan and k.nama != NIP}
        isi = {n: lama[n] for n in medan}
        isi = {
            n: nilai.id if isinstance(nilai, models.BaseModel) else nilai
            for n, nilai in isi.items()
        }
        return {**isi, **vals, "koreksi_dari_id": lama.id}

    def _pastikan_orang(self, jenis, satu, orang):
        salah = self._orang_salah(jenis, satu, orang, ())
        if salah:
            self._gagalkan((satu, *salah))
