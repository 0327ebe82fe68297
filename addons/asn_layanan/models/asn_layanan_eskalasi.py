from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError

#: Roles told of a rule, by receiver.
PERAN_PENERIMA = {
    "admin_layanan": "asn_base.group_admin_aplikasi",
    "kepala_badan": "asn_base.group_kepala_badan",
    "admin_sistem": "asn_base.group_admin_sistem",
}


class AsnLayananEskalasi(models.Model):
    """When somebody is reminded of a deadline, and who is told when it passes.

    Rules of a version replace those of the office, which name no version, for
    the same deadline. A rule fires once per deadline, or again every
    ``ulang_hari`` days up to ``ulang_maks`` times.
    """

    _name = "asn.layanan.eskalasi"
    _inherit = "asn.layanan.bagian.mixin"
    _description = "Reminder or Escalation"
    _order = "versi_id, acuan, hari, id"
    _rec_name = "uraian"
    _kunci_bawaan = ("versi_id", "acuan", "hari", "tahap_id")

    versi_id = fields.Many2one(
        "asn.layanan.versi",
        "Version",
        index=True,
        ondelete="cascade",
        help="Empty: for every service that has no own rules.",
    )
    tahap_id = fields.Many2one(
        "asn.layanan.tahap",
        "Only at Step",
        ondelete="cascade",
        domain="[('versi_id', '=', versi_id)]",
    )
    active = fields.Boolean(default=True)
    acuan = fields.Selection(
        [
            ("tugas", "Deadline of the step"),
            ("permohonan", "Deadline of the request"),
            ("perbaikan", "Time to complete a returned request"),
            ("eksternal", "Answer of another body"),
        ],
        "Deadline",
        required=True,
        default="tugas",
    )
    hari = fields.Integer(
        "Days",
        default=0,
        required=True,
        help="Negative: before the deadline. 0: on its day. Positive: after it.",
    )
    satuan = fields.Selection(
        [("kerja", "Working days"), ("kalender", "Calendar days")],
        "Counted In",
        default="kerja",
        required=True,
    )
    kepada = fields.Selection(
        [
            ("pelaku", "Who may act"),
            ("atasan", "Their superior"),
            ("kepala_unit", "Head of the applicant's regional body"),
            ("admin_layanan", "Administrators of the service"),
            ("kepala_badan", "Head of the agency (kepala badan)"),
            ("admin_sistem", "System administrators"),
            ("pemohon", "Applicant"),
        ],
        "Tell",
        required=True,
        default="pelaku",
    )
    ulang_hari = fields.Integer("Repeat Every", help="Days; 0 = never again.")
    ulang_maks = fields.Integer("At Most", default=1, help="Repetitions.")
    uraian = fields.Char("Rule", compute="_compute_uraian")

    @api.constrains("hari", "ulang_hari", "ulang_maks", "tahap_id", "versi_id")
    def _check_hari(self):
        for aturan in self:
            if not -60 <= aturan.hari <= 120:
                raise ValidationError(
                    self.env._("Days of a reminder are between -60 and 120.")
                )
            if not 0 <= aturan.ulang_hari <= 60 or not 0 <= aturan.ulang_maks <= 20:
                raise ValidationError(
                    self.env._(
                        "A reminder repeats every 0 to 60 days, at most 20 times."
                    )
                )
            if aturan.tahap_id and aturan.tahap_id.versi_id != aturan.versi_id:
                raise ValidationError(
                    self.env._("The step belongs to another version.")
                )

    @api.constrains("acuan", "kepada")
    def _check_kepada(self):
        for aturan in self:
            tanpa_pelaku = aturan.acuan == "perbaikan"
            if tanpa_pelaku and aturan.kepada in ("pelaku", "atasan"):
                raise ValidationError(
                    self.env._(
                        "While a request is returned, it waits for the applicant:"
                        " nobody else may act."
                    )
                )

    @api.depends("acuan", "hari", "satuan", "kepada")
    def _compute_uraian(self):
        for aturan in self:
            satuan = aturan._label("satuan").lower()
            if aturan.hari < 0:
                kapan = self.env._("%(n)s %(unit)s before", n=-aturan.hari, unit=satuan)
            elif aturan.hari:
                kapan = self.env._("%(n)s %(unit)s after", n=aturan.hari, unit=satuan)
            else:
                kapan = self.env._("on the day")
            aturan.uraian = (
                f"{aturan._label('acuan')} · {kapan} · {aturan._label('kepada')}"
            )

    def _label(self, nama):
        pilihan = dict(self._fields[nama]._description_selection(self.env))
        return pilihan.get(self[nama], "")

    def _jadwal(self, hari_ini, kalender):
        """Return which deadlines these rules speak of today.

        A rule speaks of every deadline from ``dari`` to ``sampai``; who was told
        before is for the caller to leave out.

        :param hari_ini: the local date
        :return: list of ``(rule, repetition, dari, sampai)``
        """
        hasil = []
        for aturan in self:
            kali = range(1 + (aturan.ulang_maks if aturan.ulang_hari else 0))
            for ke in kali:
                geser = aturan.hari + ke * aturan.ulang_hari
                sampai = aturan._tenggat_terakhir(hari_ini, geser, kalender)
                # A warning before a deadline is of no use after it.
                dari = hari_ini if geser < 0 else False
                hasil.append((aturan, ke, dari, sampai))
        return hasil

    def _tenggat_terakhir(self, hari_ini, geser, kalender):
        """Return the latest deadline of which this rule speaks today.

        :param geser: days after the deadline, negative before it
        """
        if self.satuan == "kalender":
            return hari_ini - timedelta(days=geser)
        dasar = hari_ini
        if geser > 0 and not kalender._asn_is_hari_kerja(hari_ini):
            # A day off is no working day after anything: count from the last one.
            dasar = kalender._asn_tambah_hari_kerja(hari_ini, -1)
        return kalender._asn_tambah_hari_kerja(dasar, -geser)
