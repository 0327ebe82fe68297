from odoo import api, models
from odoo.exceptions import MissingError

#: The greatest id of PostgreSQL.
_NOMOR_TERBESAR = 2**31 - 1


class IrActionsReport(models.Model):
    """Printing other people's data is an export (Pasal 20 (4))."""

    _inherit = "ir.actions.report"

    @api.model
    def _laporan_ada(self, reportname):
        """Return a report by its technical name, or by its id.

        :raises MissingError: there is none
        """
        try:
            return self._get_report(reportname)
        except ValueError:
            raise MissingError(self.env._("There is no report of this name.")) from None

    @api.model
    def _asn_gerbang(self, reportname, ids):
        """Let a print of records through, or refuse it; it is then recorded.

        Everybody prints the own data. Reports of class public are printed by
        who may read the records; others need an approved request.

        :param reportname: technical name, or id, of the report
        :param ids: ids of the records to print
        A report whose model has ``_catat_sendiri`` writes its own row, because
        the class of what it prints follows from who prints.

        :return: the row of the trace, or nothing
        :raises MissingError: the report, or one of the records, is not there
        """
        laporan = self._laporan_ada(reportname)
        if self.env.su or not laporan.model or laporan.model not in self.env:
            return self.env["asn.jejak.ekspor"]
        records = self.env[laporan.model].browse(ids)
        if max(ids, default=0) > _NOMOR_TERBESAR or records.exists() != records:
            raise MissingError(self.env._("What is to be printed is not there."))
        records.check_access("read")
        Ekspor = self.env["asn.jejak.ekspor"]
        lain = Ekspor._pegawai_dari(records)._asn_orang_lain()
        if not lain:
            return Ekspor
        kode = f"laporan.{laporan.report_name}"
        kelas = self.env["asn.kelas.data"]._kelas_laporan(kode)
        tujuan, pilihan = Ekspor._alasan_ekspor()
        permintaan = self.env["asn.permintaan.data"]._izin(
            kode, kelas, unit=Ekspor._unit_dari(records, lain), permintaan=pilihan
        )
        self.env["asn.jejak.akses"]._catat(lain, "cetak", kode, tujuan)
        Isi = self._get_rendering_context_model(laporan)
        if Isi is not None and getattr(Isi, "_catat_sendiri", False):
            return Ekspor
        return Ekspor._catat(
            kode, len(records), kelas, tujuan or permintaan.tujuan, permintaan
        )
