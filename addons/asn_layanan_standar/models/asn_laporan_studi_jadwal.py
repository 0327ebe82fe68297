from datetime import timedelta

from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import tugas_belajar as tb
from .asn_laporan_studi import TERBUKA

#: Days before the due day of the first reminder, and between two.
_HARI_SEBELUM, _HARI_ULANG = 14, 30


class AsnLaporanStudi(models.Model):
    """Which reports a study owes, and the daily reminders."""

    _inherit = "asn.laporan.studi"

    @api.model
    def _selaraskan(self, orang):
        """Bring the reports of people in step with their studies; repeatable.

        What was filed stays. No report is asked for that was due before the study
        was recorded here.

        :param orang: employees
        """
        # sudo: rows follow from decisions, whoever took them
        Laporan = self.sudo()._mesin()
        Laporan._pindahkan(Laporan.search([("employee_id", "in", orang.ids)]))
        Studi = self.env["asn.riwayat.tugas.belajar"].sudo()  # sudo: see above
        berlaku = Studi.search(
            [("employee_id", "in", orang.ids), ("status", "=", "sah")]
        )
        ada = Laporan.search([("employee_id", "in", orang.ids)]).grouped("riwayat_id")
        for studi in berlaku:
            Laporan._lengkapi_studi(studi, ada.get(studi, Laporan))

    def _pindahkan(self, laporan):
        """Let reports follow the row that now stands for their study."""
        pengganti = {
            r.koreksi_dari_id: r
            for r in self.env["asn.riwayat.tugas.belajar"].search(
                [
                    ("koreksi_dari_id", "!=", False),
                    ("employee_id", "in", laporan.employee_id.ids),
                    ("status", "in", ("sah", "dikoreksi")),
                ]
            )
        }
        for satu in laporan:
            studi = satu.riwayat_id
            while studi.status == "batal" and studi.koreksi_dari_id:
                studi = studi.koreksi_dari_id
            while studi in pengganti:
                studi = pengganti[studi]
            if studi.status != "sah" and satu.state == "belum":
                satu.unlink()
            elif studi != satu.riwayat_id:
                satu.write({"riwayat_id": studi.id})

    def _lengkapi_studi(self, studi, ada):
        """Make, move or drop the reports of one study."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        batas = tb.batas_laporan(
            studi.tanggal_mulai, studi.tanggal_selesai, studi.tanggal_kembali
        )
        punya = {laporan.semester: laporan for laporan in ada}
        baru = []
        for semester, hari in enumerate(batas, 1):
            laporan = punya.get(semester)
            if laporan:
                if laporan.state in TERBUKA and laporan.batas != hari:
                    laporan.write({"batas": hari})
            elif hari >= hari_ini:
                baru.append(
                    {
                        "riwayat_id": studi.id,
                        "employee_id": studi.employee_id.id,
                        "semester": semester,
                        "batas": hari,
                    }
                )
        self.create(baru)
        ada.filtered(lambda p: p.semester > len(batas) and p.state == "belum").unlink()

    # ---- reminders ---------------------------------------------------------

    @api.model
    def _cron_ingatkan(self):
        """Remind of reports that are due and of studies that end soon."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: the calendar of the office
        jatuh = self.sudo().search(
            [
                ("state", "in", TERBUKA),
                ("batas", "<=", hari_ini + timedelta(days=_HARI_SEBELUM)),
                "|",
                ("diingatkan_pada", "=", False),
                ("diingatkan_pada", "<=", hari_ini - timedelta(days=_HARI_ULANG)),
            ]
        )
        for laporan in jatuh:
            laporan._ingatkan(hari_ini)
        self.env["asn.riwayat.tugas.belajar"]._ingatkan_akhir(hari_ini)

    def _ingatkan(self, hari_ini):
        """Remind one person; when it is overdue, the head of the unit, too."""
        bahasa = self.with_context(lang=self.employee_id.user_id.lang)
        judul = bahasa.env._("Study report of semester %s is due", self.semester)
        if self.batas < hari_ini:
            judul = bahasa.env._(
                "Study report of semester %s is overdue", self.semester
            )
            self._kabari_kepala()
        bahasa._kabari(
            judul,
            bahasa.env._("Due on %s.", format_panjang(self.batas)),
            "tindakan",
        )
        self._mesin().write({"diingatkan_pada": hari_ini})

    def _kabari_kepala(self):
        kepala = self.employee_id.unit_id.manager_id.user_id
        if not kepala.active or kepala == self.employee_id.user_id:
            return
        bahasa = self.with_context(lang=kepala.lang).env
        self.env["asn.pemberitahuan"]._catat(
            [
                {
                    "user_id": kepala.id,
                    "judul": bahasa._(
                        "Study report of %(name)s is overdue",
                        name=self.employee_id.name,
                    ),
                    "isi": bahasa._("Due on %s.", format_panjang(self.batas)),
                    "jenis": "peringatan",
                }
            ]
        )
