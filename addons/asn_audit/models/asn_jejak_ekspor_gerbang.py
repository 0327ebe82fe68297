from odoo import api, models
from odoo.exceptions import UserError

#: Where the transaction keeps the watermark of its export.
_TANDA = "asn_tanda_air"


class AsnJejakEkspor(models.Model):
    """The gate of exports: what may go out, and on which request."""

    _inherit = "asn.jejak.ekspor"

    @api.model
    def _kode_bidang(self, model, jalur):
        """Return the class codes of one export column, each step of its path.

        :param model: name of the exported model
        :param jalur: column as ``employee_id/nik`` or ``employee_id.nik``
        """
        hasil = []
        for nama in jalur.replace("/", ".").split("."):
            if nama in ("", "id"):
                # The database id and the external id say nothing by themselves.
                continue
            hasil.append(f"{model}.{nama}")
            field = self.env[model]._fields.get(nama)
            if field is None or not field.comodel_name:
                break
            model = field.comodel_name
        return hasil

    @api.model
    def _periksa(self, records, bidang):
        """Find the request that allows an export, or refuse it.

        Columns of class public are free for who may read them. With any other
        column the export needs an approved request that covers the columns
        and the units of the rows.

        :param records: what is exported
        :param bidang: paths of the columns
        :return: ``(class, request)``
        :raise AccessError: no request covers this
        """
        Kelas = self.env["asn.kelas.data"]
        kode = {k for jalur in bidang for k in self._kode_bidang(records._name, jalur)}
        tertutup = sorted(k for k in kode if Kelas._kelas(k) != "publik")
        if not tertutup:
            return "publik", self.env["asn.permintaan.data"]
        return "persetujuan", self.env["asn.permintaan.data"]._izin(
            tertutup,
            "persetujuan",
            unit=self._unit_dari(records, self._pegawai_dari(records)),
            permintaan=self._alasan_ekspor()[1],
        )

    @api.model
    def _gerbang(self, records, bidang):
        """Let an export through, or refuse it; the export is then recorded.

        :param records: what is exported
        :param bidang: paths of the columns
        :return: the row of the trace, or nothing for the system itself
        :raise AccessError: no request covers this
        """
        if self.env.su:
            return self.browse()
        kelas, permintaan = self._periksa(records, bidang)
        tujuan = self._alasan_ekspor()[0] or permintaan.tujuan
        if permintaan:
            lain = self._pegawai_dari(records)._asn_orang_lain()
            self.env["asn.jejak.akses"]._catat(
                lain,
                "ekspor",
                records._name,
                f"{permintaan.nomor}: {permintaan.tujuan}",
            )
        jejak = self._catat(
            records._name,
            len(records),
            kelas,
            tujuan,
            permintaan,
            rincian=", ".join(bidang),
        )
        self.env.cr.precommit.data[_TANDA] = jejak.tanda_air
        return jejak

    @api.model
    def _tanda_terakhir(self):
        """Return the watermark of the export that this transaction made."""
        return self.env.cr.precommit.data.get(_TANDA)

    @api.model
    def _alasan_ekspor(self):
        """Return the purpose and request that the export dialog was given.

        Both only narrow: the request is checked like any other.
        """
        tujuan = self.env.context.get("asn_tujuan")
        pilihan = self.env.context.get("asn_permintaan_id")
        if tujuan is not None and not isinstance(tujuan, str):
            tujuan = None
        permintaan = self.env["asn.permintaan.data"]
        if type(pilihan) is int and pilihan:
            permintaan = permintaan.search([("id", "=", pilihan)])
            if not permintaan:
                raise UserError(
                    self.env._("The data-use request that you chose does not exist.")
                )
        return (tujuan or "").strip(), permintaan

    @api.model
    def _pegawai_dari(self, records):
        """Return the people whose data rows are, of whatever model."""
        if records._name == "hr.employee":
            return records
        field = records._fields.get("employee_id")
        if field is not None and field.comodel_name == "hr.employee":
            return records.employee_id
        return self.env["hr.employee"]

    @api.model
    def _unit_dari(self, records, pegawai):
        """Return the units of the people in an export; ``None`` means all.

        Rows whose people or units are not known count as all units.
        """
        if not pegawai and records:
            return None
        # sudo: the units decide whether the export is covered, also where one reads
        # rows about people whose profile one does not
        unit = [satu.unit_id for satu in pegawai.sudo()]
        if not all(unit):
            return None
        return self.env["hr.department"].union(*unit)
