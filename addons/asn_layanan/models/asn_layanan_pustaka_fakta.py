from odoo import api, models
from odoo.addons.asn_base.domain import masa_kerja
from odoo.tools import SQL


class AsnLayananPustaka(models.AbstractModel):
    """Facts of many people on a day, each read once for all rules of a run.

    On the present day they are the stored current values; on another day the
    newest valid riwayat whose TMT had come by then. People without any such row
    keep their present value: their history is not known, which is not empty.
    """

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _fakta(self, nama, orang, kasus):
        """Return a fact ``{employee id: value}``, read once per run."""
        kunci = (nama, orang._ids, kasus.pada)
        if kunci not in kasus.simpanan:
            kasus.simpanan[kunci] = getattr(self, f"_fakta_{nama}")(orang, kasus)
        return kasus.simpanan[kunci]

    @api.model
    def _baris_terbaru(self, model, kolom, orang, pada):
        """Return ``{employee id: (value, tmt)}`` of the newest valid rows by then.

        :param model: a riwayat
        :param kolom: the column to read, a name of this code and not of a caller
        """
        Riwayat = self.env[model]
        Riwayat.flush_model()
        definitif = SQL("TRUE")
        if "jenis_penugasan" in Riwayat._fields:
            definitif = SQL("jenis_penugasan = 'definitif'")
        self.env.cr.execute(
            SQL(
                """
                SELECT DISTINCT ON (employee_id) employee_id, %s, tmt FROM %s
                 WHERE employee_id = ANY(%s) AND status = 'sah' AND tmt <= %s AND %s
                 ORDER BY employee_id, tmt DESC, tanggal_sk DESC NULLS LAST, id DESC
                """,
                SQL.identifier(kolom),
                SQL.identifier(Riwayat._table),
                orang.ids,
                pada,
                definitif,
            )
        )
        return {
            orang_id: (nilai, tmt) for orang_id, nilai, tmt in self.env.cr.fetchall()
        }

    @api.model
    def _fakta_golongan(self, orang, kasus):
        """Return ``{employee id: (grade, tmt)}``."""
        Golongan = self.env["asn.golongan"].sudo()  # sudo: reference table
        hasil = {p.id: (p.golongan_id, p.tmt_golongan) for p in orang}
        if kasus.pada != self._hari_ini():
            lalu = self._baris_terbaru(
                "asn.riwayat.golongan", "golongan_id", orang, kasus.pada
            )
            hasil |= {i: (Golongan.browse(g), tmt) for i, (g, tmt) in lalu.items()}
        return hasil

    @api.model
    def _fakta_jabatan(self, orang, kasus):
        """Return ``{employee id: (post, tmt)}``."""
        Jabatan = self.env["hr.job"].sudo()  # sudo: reference table
        hasil = {p.id: (p.jabatan_id, p.tmt_jabatan) for p in orang}
        if kasus.pada != self._hari_ini():
            lalu = self._baris_terbaru(
                "asn.riwayat.jabatan", "jabatan_id", orang, kasus.pada
            )
            hasil |= {i: (Jabatan.browse(j), tmt) for i, (j, tmt) in lalu.items()}
        return hasil

    @api.model
    def _fakta_masa_kerja(self, orang, kasus):
        """Return ``{employee id: months of service}``; None without a first day."""
        potongan, tambahan = orang._asn_potongan_masa_kerja(self._hari_ini())
        hasil = {}
        for pegawai in orang:
            mulai = pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai
            if not mulai:
                hasil[pegawai.id] = None
                continue
            tahun, bulan = masa_kerja.masa_kerja(
                mulai,
                kasus.pada,
                potongan=potongan.get(pegawai.id, ()),
                tambahan_bulan=tambahan.get(pegawai.id, 0),
            )
            hasil[pegawai.id] = tahun * 12 + bulan
        return hasil

    @api.model
    def _bulan_sejak(self, tmt, pada):
        """Return the completed months since a date; None when it is not known."""
        return masa_kerja.bulan_penuh(tmt, pada) if tmt else None

    @api.model
    def _paling_sedikit(self, bulan, parameter):
        """Answer whether months reach the years and months of a rule."""
        if bulan is None:
            return "manual", self.env._("not recorded")
        perlu = (parameter["tahun"] or 0) * 12 + (parameter["bulan"] or 0)
        return ("lulus" if bulan >= perlu else "gagal"), self._lama_teks(bulan)
