from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

LANGKAH = [
    ("isian", "Answers (isian)"),
    ("dokumen", "Documents (dokumen)"),
    ("periksa", "Check and submit (periksa)"),
]
#: Days between the notice that a draft will go and its removal.
PAMIT_HARI = 7


class AsnPermohonan(models.Model):
    """A draft: filled in step by step, kept, and checked before it is sent (F49)."""

    _inherit = "asn.permohonan"

    langkah = fields.Selection(
        LANGKAH, "Step of the Draft", default="isian", copy=False
    )
    lembar_periksa = fields.Json("Check Your Answers", compute="_compute_lembar")
    halangan = fields.Text(
        "What Stops It",
        compute="_compute_halangan",
        compute_sudo=True,
        help="Conditions that no document fulfils, told before any is uploaded.",
    )
    umur_draf = fields.Integer(
        "Untouched for (days)", compute="_compute_umur_draf", compute_sudo=True
    )
    hapus_draf_pada = fields.Date(
        "Removed On", compute="_compute_umur_draf", compute_sudo=True
    )
    draf_diingatkan = fields.Date("Told That It Goes", readonly=True, copy=False)

    @api.depends("state", "langkah", "employee_id", "layanan_id")
    def _compute_lembar(self):
        """Return every answer, document and condition, with what is missing."""
        for permohonan in self:
            perlu = permohonan.id and permohonan.state in ("draft", "returned")
            permohonan.lembar_periksa = permohonan._susun_lembar() if perlu else False

    @api.depends("state", "langkah", "hasil_periksa_ids")
    def _compute_halangan(self):
        for permohonan in self:
            gagal = permohonan.hasil_periksa_ids.filtered(
                lambda h: (
                    h.saat == "draft"
                    and h.hasil == "gagal"
                    and h.keras
                    and h.kode != "UMUM-05"
                )
            )
            teks = [h._teks_sebab() or h.name for h in gagal]
            is_draf = permohonan.state == "draft" and permohonan.langkah == "dokumen"
            permohonan.halangan = "\n".join(teks) if is_draf else False

    def _susun_lembar(self):
        """Return the sections of the check page."""
        self.ensure_one()
        # sudo: who may read the draft sees what it will be judged by
        sudo = self.sudo()
        kurang = sudo._berkas_kurang()
        salah = {f"isian:p:{kode}": pesan for kode, pesan in self._galat_isian()}
        baru = {}
        for hasil in sudo.hasil_periksa_ids.sorted("id"):
            baru[hasil.kode] = hasil
        return {
            "isian": [
                {
                    "label": i["label"],
                    "nilai": i["nilai"],
                    "salah": salah.get(i["kunci"], ""),
                }
                for i in self._daftar_isian()
            ],
            "hasil": [
                {"label": label, "nilai": nilai}
                for label, nilai in self._handler()._hasil_dikabulkan(self)
            ],
            "dokumen": [
                {
                    "label": b.jenis_dokumen_id.name,
                    "nilai": b.dokumen_label or "",
                    "wajib": b.persyaratan_id.wajib != "opsional",
                    "kurang": b in kurang,
                }
                for b in sudo.berkas_ids
            ],
            "syarat": self._susun_syarat(baru.values()),
        }

    @api.model
    def _susun_syarat(self, hasil):
        """Return the answers of the rules; the same words are said once."""
        satu = {(h.name or h.kode, h.hasil, h._teks_sebab()): h for h in hasil}
        return [
            {
                "label": label,
                "hasil": nilai,
                "blokir": nilai == "gagal" and h.keras,
                "pesan": pesan,
            }
            for (label, nilai, pesan), h in satu.items()
        ]

    def action_lanjut(self):
        """Save the draft and go to the next step; the last one checks everything.

        :raises UserError: for a request that is no draft, and where an answer is
            missing or wrong
        """
        self.ensure_one()
        urutan = [kode for kode, _label in LANGKAH]
        kini = urutan.index(self.langkah or "isian")
        if not kini and (galat := self._galat_isian()):
            raise UserError("\n".join(pesan for _kode, pesan in galat))
        tujuan = urutan[min(kini + 1, len(urutan) - 1)]
        if tujuan == "dokumen" and not self.sudo().berkas_ids:  # sudo: only whether any
            tujuan = "periksa"
        return self.action_langkah(tujuan)

    def action_langkah(self, langkah):
        """Go to one step of the draft.

        :param langkah: ``isian``, ``dokumen`` or ``periksa``
        """
        self.ensure_one()
        if langkah not in dict(LANGKAH):
            raise UserError(self.env._("This step does not exist."))
        # Whose draft it is, and whether it still is one, is checked by both.
        if langkah != "isian":
            self.action_check()
        self.write({"langkah": langkah})
        return True

    def write(self, vals):
        """Touching a draft keeps it."""
        if not self._is_mesin():
            # sudo: the reminder is the engine's
            diingatkan = self.sudo().filtered("draf_diingatkan")
            if diingatkan:
                diingatkan._mesin().write({"draf_diingatkan": False})
        return super().write(vals)

    # ------------------------------------------------------------------
    # Old drafts
    # ------------------------------------------------------------------

    @api.model
    def _hari_draf(self):
        """Return after how many days without a change a draft goes; 0 is never."""
        # sudo: a setting of the office
        return self.env.company.sudo().asn_hari_draf

    @api.model
    def _domain_draf_tetap(self):
        """Return which drafts stay whatever their age: none, unless a module says."""
        return fields.Domain.FALSE

    @api.depends("state", "write_date", "draf_diingatkan")
    def _compute_umur_draf(self):
        sekarang = fields.Datetime.now()
        hari = self._hari_draf()
        tetap = self.filtered_domain(self._domain_draf_tetap())
        for permohonan in self:
            permohonan.umur_draf = permohonan.hapus_draf_pada = False
            if permohonan.state != "draft" or not permohonan.write_date:
                continue
            permohonan.umur_draf = (sekarang - permohonan.write_date).days
            if permohonan in tetap:
                continue
            if permohonan.draf_diingatkan:
                permohonan.hapus_draf_pada = permohonan.draf_diingatkan + timedelta(
                    PAMIT_HARI
                )
            elif hari:
                permohonan.hapus_draf_pada = permohonan.write_date.date() + timedelta(
                    hari
                )

    @api.model
    def _cron_draf(self):
        """Tell owners of old drafts that these will go, and remove those told before.

        Repeatable: a draft is told once and removed a week later, unless it was
        touched in between. With a setting of 0 drafts stay.
        """
        hari = self._hari_draf()
        if not hari:
            return
        hari_ini = self._tanggal(fields.Datetime.now())
        # sudo: a scheduled job of the machine
        Draf = self.sudo()
        draf = fields.Domain("state", "=", "draft") & ~self._domain_draf_tetap()
        pamit = hari_ini - timedelta(PAMIT_HARI)
        habis = Draf.search(draf & fields.Domain("draf_diingatkan", "<=", pamit))
        for satu in habis:
            satu._kabari_draf(
                satu.env._("A draft of %s was removed", satu.layanan_id.name),
                satu.env._("It had not been touched for a long time."),
                hubung=False,
            )
        habis.unlink()
        batas = fields.Datetime.now() - timedelta(hari - PAMIT_HARI)
        lama = Draf.search(
            draf
            & fields.Domain("draf_diingatkan", "=", False)
            & fields.Domain("write_date", "<", batas)
        )
        for satu in lama:
            satu._kabari_draf(
                satu.env._("Your draft of %s will be removed", satu.layanan_id.name),
                satu.env._(
                    "It goes on %s unless you open it and save something.",
                    format_panjang(hari_ini + timedelta(PAMIT_HARI)),
                ),
            )
        lama._mesin().write({"draf_diingatkan": hari_ini})

    def _kabari_draf(self, judul, isi, hubung=True):
        """Tell whoever filled in the draft."""
        self.env["asn.pemberitahuan"]._catat(
            [
                {
                    "user_id": self.pengaju_id.id,
                    "permohonan_id": self.id if hubung else False,
                    "judul": judul,
                    "isi": isi,
                    "jenis": "peringatan",
                }
            ]
        )
