from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL

from .asn_impor_simpan import polos


class AsnImpor(models.Model):
    """What of an import can be undone, and what rests on it by now."""

    _inherit = "asn.impor"

    @api.model
    def _model_bukan_pemakaian(self):
        """Return models whose rows about a person do not keep an import (hook).

        What comes with every person, what only notes that somebody looked, and the
        head of a unit, which follows from the riwayat.
        """
        return {"hr.version", "hr.department", "asn.impor.bekas", "asn.anomali"}

    def _rencana_tarik(self, jejak, ikut=None):
        """Return what an undoing of these rows takes back and what it leaves.

        :param jejak: the trail of one batch
        :param ikut: ``{model: riwayat ids}`` that go with them; those of the batch
        :return: ``riwayat`` {model: rows}, ``nilai`` [(employee, values)], ``orang``
            employees, ``jabatan`` post ids, ``tertinggal`` [(trail, key, details)]
        """
        hasil = {"riwayat": {}, "nilai": [], "tertinggal": []}
        milik = self._riwayat_jejak(jejak)
        for model, pasangan in milik.items():
            hasil["riwayat"][model] = self._riwayat_bebas(model, pasangan, hasil)
        for rekam in jejak:
            if "l" in rekam:
                self._rencana_nilai(rekam, hasil)
        if ikut is None:
            ikut = {m: {id_ for _r, id_ in isi} for m, isi in milik.items()}
        hasil["orang"] = self._orang_bebas(jejak, ikut, hasil)
        hasil["jabatan"] = [rekam["j"] for rekam in jejak if rekam.get("j")]
        return hasil

    @api.model
    def _riwayat_jejak(self, jejak):
        """Return ``{model: [(trail, row id)]}``."""
        hasil = defaultdict(list)
        for rekam in jejak:
            for model, ids in rekam.get("r", {}).items():
                hasil[model] += [(rekam, id_) for id_ in ids]
        return hasil

    @api.model
    def _riwayat_semua(self, bagian):
        """Return ``{model: ids}`` of every riwayat row that these batches made."""
        hasil = defaultdict(set)
        for satu in bagian:
            for model, pasangan in self._riwayat_jejak(satu._muat_jejak()).items():
                hasil[model] |= {id_ for _rekam, id_ in pasangan}
        return hasil

    def _riwayat_bebas(self, model, pasangan, hasil):
        """Return the rows of a model that may be voided; note the others."""
        # sudo: who may undo was checked; rows may be of any class and unit.
        Model = self.env[model].sudo()
        baris = Model.browse([id_ for _rekam, id_ in pasangan]).exists()
        status = {satu.id: satu.status for satu in baris}
        for rekam, id_ in pasangan:
            if status.get(id_) == "dikoreksi":
                hasil["tertinggal"].append((rekam, "tarik_dikoreksi", {}))
        return baris.filtered(lambda b: b.status == "sah")

    def _rencana_nilai(self, rekam, hasil):
        """Note which values of a person are still those that the import wrote."""
        # sudo: as above.
        pegawai = self.env["hr.employee"].sudo().browse(rekam["o"])
        kembali, berubah = {}, []
        for nama, sesudah in rekam["a"].items():
            if nama == "active":
                continue
            kini = polos(pegawai[nama])
            kini = kini.isoformat() if hasattr(kini, "isoformat") else kini
            if kini == sesudah:
                kembali[nama] = rekam["l"][nama]
            else:
                berubah.append(pegawai._fields[nama]._description_string(self.env))
        if kembali:
            hasil["nilai"].append((pegawai, kembali))
        if berubah:
            rincian = {"kolom": ", ".join(berubah)}
            hasil["tertinggal"].append((rekam, "tarik_berubah", rincian))

    def _orang_bebas(self, jejak, ikut, hasil):
        """Return the people of this import on whom nothing rests; note the others."""
        milik = {rekam["o"]: rekam for rekam in jejak if rekam.get("p")}
        # sudo: as above.
        pegawai = self.env["hr.employee"].sudo().browse(milik).exists()
        pegawai = pegawai.filtered("active")
        terpakai = self._orang_terpakai(pegawai, ikut)
        for satu in pegawai:
            user = satu.user_id
            if satu.id not in terpakai and user and user.id != milik[satu.id].get("u"):
                terpakai[satu.id] = user._description
            elif satu.id not in terpakai and user.login_date:
                terpakai[satu.id] = user._description
        for id_, apa in terpakai.items():
            hasil["tertinggal"].append((milik[id_], "tarik_terpakai", {"apa": apa}))
        return pegawai.filtered(lambda p: p.id not in terpakai)

    def _orang_terpakai(self, pegawai, ikut):
        """Return ``{employee id: what rests on the person}``."""
        self.env.flush_all()
        terpakai = {}
        riwayat = set(self.env["asn.riwayat.mixin"]._daftar_riwayat())
        for model, field in self._rujukan_pegawai():
            sisa = [id_ for id_ in pegawai.ids if id_ not in terpakai]
            if not sisa:
                break
            kolom = SQL.identifier(field)
            kueri = SQL(
                "SELECT DISTINCT %s FROM %s WHERE %s = ANY(%s)",
                kolom, SQL.identifier(self.env[model]._table), kolom, sisa,
            )  # fmt: skip
            if model == "hr.employee":
                kueri = SQL("%s AND active AND NOT id = ANY(%s)", kueri, sisa)
            elif model in riwayat:
                kueri = SQL(
                    "%s AND status IN ('draft', 'sah') AND NOT id = ANY(%s::int[])",
                    kueri, list(ikut.get(model, ())),
                )  # fmt: skip
            ada = [id_ for (id_,) in self.env.execute_query(kueri)]
            terpakai |= dict.fromkeys(ada, self._judul_jenis(model))
        return terpakai

    @api.model
    def _rujukan_pegawai(self):
        """Return ``(model, field)`` of every column that points to a person."""
        bukan = self._model_bukan_pemakaian()
        return [
            (nama, field.name)
            for nama in sorted(self.env.registry)
            if nama not in bukan
            and self.env[nama]._auto
            and not self.env[nama]._abstract
            and not self.env[nama]._transient
            for field in self.env[nama]._fields.values()
            if field.type == "many2one"
            and field.store
            and field.column_type
            and field.comodel_name == "hr.employee"
        ]
