from collections import namedtuple

from odoo import api, models

from ..domain import satyalancana

#: What somebody may be proposed for: kind of award (empty record when none), first
#: day of the month of the proposal, months of service (-1 without TMT CPNS), whether
#: a lower grade is held.
Slks = namedtuple("Slks", "jenis usul bulan punya")


class AsnSlks(models.AbstractModel):
    """The long-service medal (SLKS) of many people, worked out at once."""

    _name = "asn.slks"
    _description = "Long-service Medal (Satyalancana Karya Satya)"

    @api.model
    def _hitung(self, orang, usul, tanpa_dokumen=None):
        """Return what each employee may be proposed for.

        :param orang: employees
        :param usul: first day of the month of the proposal
        :param tanpa_dokumen: an archived letter whose award is left out, for the
            correction of that letter
        :return: ``{employee id: Slks}``
        """
        # sudo: worked out by rule, whoever asks; callers show only own requests or
        # those of their task
        orang = orang.sudo()
        # sudo: kinds of award are the same for everybody
        Jenis = self.env["asn.jenis.penghargaan"].sudo()
        jenis = {
            j.masa_kerja_tahun: j for j in Jenis.search([("masa_kerja_tahun", ">", 0)])
        }
        # sudo: see above
        baris = (
            self.env["asn.riwayat.penghargaan"]
            .sudo()
            .search_fetch(
                [
                    ("employee_id", "in", orang.ids),
                    ("status", "=", "sah"),
                    ("jenis_penghargaan_id.masa_kerja_tahun", ">", 0),
                    (
                        "dokumen_id",
                        "not in",
                        tanpa_dokumen.ids if tanpa_dokumen else [],
                    ),
                ],
                ["employee_id", "jenis_penghargaan_id"],
            )
        )
        punya = {}
        for satu in baris:
            tahun = satu.jenis_penghargaan_id.masa_kerja_tahun
            punya.setdefault(satu.employee_id.id, set()).add(tahun)
        return {
            p.id: self._satu(p.tmt_cpns, usul, jenis, punya.get(p.id, ()))
            for p in orang
        }

    @api.model
    def _satu(self, tmt, usul, jenis, punya):
        kosong = self.env["asn.jenis.penghargaan"]
        if not tmt:
            return Slks(kosong, usul, -1, bool(punya))
        tahun = satyalancana.tingkat_usul(tmt, usul, punya)
        return Slks(
            jenis.get(tahun, kosong),
            usul,
            satyalancana.masa_kerja_bulan(tmt, usul),
            bool(punya),
        )
