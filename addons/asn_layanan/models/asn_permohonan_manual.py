from datetime import datetime, time

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain import kahar as aturan


class AsnPermohonan(models.Model):
    """Requests handled on paper and recorded afterwards (PRO-13, B18)."""

    _inherit = "asn.permohonan"

    is_manual = fields.Boolean(
        "Recorded from Paper",
        readonly=True,
        copy=False,
        help="Handled on paper during force majeure: real dates, outside the"
        " statistics of time.",
    )
    kahar_id = fields.Many2one(
        "asn.kahar",
        "Force Majeure",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    nomor_naskah = fields.Char(
        "Number of the Paper Letter", readonly=True, copy=False, index="btree_not_null"
    )
    tanggal_naskah = fields.Date("Date of the Paper Letter", readonly=True, copy=False)
    pejabat_naskah = fields.Char("Decided on Paper By", readonly=True, copy=False)

    @api.model
    def _catat_manual(self, kahar, baris, user):
        """Record one paper request with its real dates and its effects.

        The chain of decisions says when and by whom it was entered; the fields
        say when it happened.

        :param kahar: the declared force majeure
        :param baris: ``asn.kahar.baris`` that was checked
        :param user: who records it
        :return: the request
        :raises UserError: when its effects cannot be recorded
        """
        Permohonan = self.with_context(
            mail_create_nolog=True, mail_create_nosubscribe=True
        )
        vals = self._nilai_manual(kahar, baris, user)
        permohonan = Permohonan._mesin().create(vals)
        permohonan = permohonan.with_env(self.env)
        handler = permohonan._handler()
        terbit = baris.putusan == "terbit"
        if terbit:
            handler._check_submission_banyak(permohonan)
        permohonan._decide(
            "record",
            "done" if terbit else "rejected",
            user=user,
            catatan=permohonan._teks_manual(baris),
            nomor=permohonan.layanan_id._nomor_berikut()[0],
            tanggal_ajuan=self._waktu_kantor(baris.tanggal_ajuan),
            tanggal_terbit=self._waktu_kantor(baris.tanggal_putusan)
            if terbit
            else False,
        )
        permohonan._mesin().write(
            {"tanggal_akhir": self._waktu_kantor(baris.tanggal_putusan)}
        )
        if terbit:
            handler._on_submitted_banyak(permohonan)
            handler._on_issued(permohonan)
        permohonan._beritahu("record")
        return permohonan

    @api.model
    def _nilai_manual(self, kahar, baris, user):
        """Return the values of the request of one row."""
        return {
            "layanan_id": kahar.layanan_id.id,
            "employee_id": baris.employee_id.id,
            "pengaju_id": user.id,
            "is_manual": True,
            "kahar_id": kahar.id,
            "nomor_naskah": baris.nomor_naskah,
            "tanggal_naskah": baris.tanggal_putusan,
            "pejabat_naskah": baris.pejabat,
            **self._nilai_dari_teks(kahar, baris.isian or {}),
        }

    def _teks_manual(self, baris):
        """Return the sentence of the history, with decree and real dates."""
        return self.env._(
            "Handled on paper during %(event)s (%(decree)s): filed %(filed)s, decided"
            " %(decided)s by %(who)s, letter %(letter)s.",
            event=baris.kahar_id.name,
            decree=baris.kahar_id.nomor_keputusan,
            filed=format_panjang(baris.tanggal_ajuan),
            decided=format_panjang(baris.tanggal_putusan),
            who=baris.pejabat,
            letter=baris.nomor_naskah,
        )

    @api.model
    def _waktu_kantor(self, tanggal):
        """Return noon of a day; the hour of a paper is not known."""
        return datetime.combine(tanggal, time(5))

    @api.model
    def _nilai_dari_teks(self, kahar, isian):
        """Return field values from the texts of a spreadsheet.

        :raises UserError: naming the column that cannot be read
        """
        vals, jawaban = {}, {}
        tanya = {
            t["kode"]: t for t in kahar.layanan_id.versi_live_id._data_pertanyaan()
        }
        for kunci, teks in isian.items():
            nama = kunci.removeprefix("isian:").removeprefix("p:")
            try:
                if kunci.startswith("isian:p:"):
                    if nama in tanya:
                        jawaban[nama] = aturan.jawaban(tanya[nama], teks)
                elif nama in self._handler_kolom(kahar):
                    vals[nama] = self._baca_kolom(nama, teks)
            except ValueError as galat:
                label = tanya.get(nama, {}).get("label") or nama
                raise UserError(
                    self.env._(
                        "%(column)s cannot be read: %(value)s", column=label, value=teks
                    )
                ) from galat
        if jawaban:
            vals["properti"] = jawaban
        return vals

    @api.model
    def _handler_kolom(self, kahar):
        """Return the typed fields of the form of a service."""
        return set(kahar.layanan_id._handler()._kolom_isian()) - {"properti"}

    def _baca_kolom(self, nama, teks):
        """Return the value of a typed field; ValueError when it has none."""
        field = self._fields[nama]
        if field.type == "date":
            return aturan.tanggal(teks)
        if field.type == "boolean":
            return aturan.ya_tidak(teks)
        if field.type == "selection":
            pilihan = field._description_selection(self.with_context(lang="id_ID").env)
            return aturan.pilih(pilihan, teks)
        if field.type == "many2one":
            temu = self.env[field.comodel_name].name_search(str(teks), [], "=ilike", 2)
            if len(temu) != 1:
                raise ValueError(teks)
            return temu[0][0]
        if field.type == "integer":
            return int(str(teks))
        return str(teks)

    def _judul_kabar(self):
        return {
            **super()._judul_kabar(),
            "record": self.env._("Your paper request was recorded as %(nomor)s"),
        }
