import base64
from datetime import date

from odoo import api, fields, models
from odoo.addons.asn_arsip.domain import berkas
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError, ValidationError


class AsnPermohonan(models.Model):
    """The step ``eksternal``: a letter goes out, the office waits for the answer.

    The clock of the office stands from the day of the letter to the day on which
    the answer is received (PRO-12). The step is decided by the answer and by
    nothing else.
    """

    _inherit = "asn.permohonan"

    eksternal_ids = fields.One2many(
        "asn.permohonan.eksternal",
        "permohonan_id",
        "Letters to Other Bodies",
        readonly=True,
        copy=False,
    )
    is_menunggu_luar = fields.Boolean(
        "Waiting Outside", compute="_compute_is_menunggu_luar", compute_sudo=True
    )
    can_send_out = fields.Boolean(compute="_compute_can_luar")
    can_answer = fields.Boolean(compute="_compute_can_luar")

    @api.depends("tugas_ids.state", "tugas_ids.menunggu_luar")
    def _compute_is_menunggu_luar(self):
        for permohonan in self:
            terbuka = permohonan._tugas_terbuka()
            permohonan.is_menunggu_luar = any(terbuka.mapped("menunggu_luar"))

    @api.depends_context("uid")
    @api.depends("tugas_ids.state", "tugas_ids.menunggu_luar", "tugas_ids.aktor_ids")
    def _compute_can_luar(self):
        """Only for the buttons: every method checks for itself."""
        user = self.env.user
        # sudo: tasks decide which buttons show; the methods check again
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            terbuka = sudo._tugas_terbuka()
            luar = terbuka.filtered(lambda t: t.tahap_id.jenis == "eksternal")
            milik = luar.filtered(lambda t: user in t.aktor_ids)
            permohonan.can_send_out = bool(
                milik.filtered(lambda t: not t.menunggu_luar)
            )
            permohonan.can_answer = bool(milik.filtered("menunggu_luar"))

    # ------------------------------------------------------------------
    # The letter out
    # ------------------------------------------------------------------

    def action_external_sent(
        self, nomor, tanggal, instansi=None, file=None, nama_file=None, hari=None
    ):
        """Record the letter that went to another body; the clock stops.

        :param nomor: number of the letter
        :param tanggal: its date, ISO or date; not in the future
        :param instansi: the body; empty = that of the step
        :param file: base64 of the scan, optional
        :param hari: working days until the answer; empty = those of the step
        :raises UserError: not an external step, or already sent
        """
        permohonan, tugas = self._giliran_luar()
        if tugas.menunggu_luar:
            raise UserError(
                self.env._("The letter of this request was already sent out.")
            )
        vals = permohonan._vals_surat_keluar(tugas.tahap_id, tanggal, instansi, hari)
        surat = permohonan.eksternal_ids._mesin().create(
            {
                "permohonan_id": permohonan.id,
                "tugas_id": tugas.id,
                "nomor_keluar": permohonan._teks_wajib(nomor),
                **vals,
                **permohonan._vals_scan("keluar", file, nama_file),
            }
        )
        akhir = permohonan._kalender_kota()._asn_akhir_hari(surat.batas_jawaban)
        tugas._mesin().write({"menunggu_luar": True, "batas_waktu": akhir})
        permohonan._decide(
            "send_out",
            permohonan.state,
            tugas,
            self.env._(
                "Letter %(number)s of %(date)s to %(body)s",
                number=surat.nomor_keluar,
                date=format_panjang(surat.tanggal_keluar),
                body=surat.instansi,
            ),
            self.env.user,
            **permohonan._hentikan_jam(surat.tanggal_keluar),
        )
        permohonan._beritahu("send_out")
        return True

    def _vals_surat_keluar(self, tahap, tanggal, instansi, hari):
        """Return date, body and expected answer of a letter, checked."""
        tanggal = self._tanggal_surat_wajar(tanggal)
        hari = tahap.sla_luar_hari if hari is None or hari is False else hari
        if isinstance(hari, bool) or not isinstance(hari, int) or not 0 <= hari <= 366:
            raise ValidationError(
                self.env._("The days until the answer are a number from 0 to 366.")
            )
        instansi = (instansi or tahap.instansi_luar or "").strip()
        if not instansi:
            raise ValidationError(self.env._("Say which body the letter went to."))
        return {
            "instansi": instansi,
            "tanggal_keluar": tanggal,
            "batas_jawaban": self._kalender_kota()._asn_tambah_hari_kerja(
                tanggal, hari
            ),
            "dikirim_oleh_id": self.env.uid,
        }

    def _hentikan_jam(self, tanggal):
        """Return the values that stop the clock when all open tasks wait outside."""
        terbuka = self._tugas_terbuka()
        if self.jeda_mulai or not all(terbuka.mapped("menunggu_luar")):
            return {}
        sekarang = fields.Datetime.now()
        hari_itu = self._kalender_kota()._asn_akhir_hari(tanggal)
        mulai = max(min(sekarang, hari_itu), max(terbuka.mapped("dibuka_pada")))
        return {"jeda_mulai": mulai}

    # ------------------------------------------------------------------
    # The answer
    # ------------------------------------------------------------------

    def action_external_answered(
        self,
        nomor,
        tanggal,
        hasil,
        catatan=None,
        diterima=None,
        file=None,
        nama_file=None,
    ):
        """Record the answer; the clock goes on and the step is decided by it.

        :param hasil: ``setuju`` goes on, ``lengkapi`` returns the request to the
            applicant, ``tolak`` refuses it; the last two need ``catatan``
        :param diterima: day of receipt; empty = today
        :raises UserError: no letter is out, or the step does not allow this answer
        """
        permohonan, tugas = self._giliran_luar()
        surat = permohonan.eksternal_ids.filtered(
            lambda s: s.tugas_id == tugas and s.state == "menunggu"
        )
        if not surat:
            raise UserError(self.env._("Record the letter that went out first."))
        if hasil not in dict(surat._fields["hasil"].selection):
            raise ValidationError(self.env._("Choose what the answer says."))
        if hasil != "setuju":
            catatan = self._alasan(catatan)
        diterima = permohonan._simpan_jawaban(
            surat,
            tanggal,
            diterima,
            {
                "nomor_jawaban": permohonan._teks_wajib(nomor),
                "hasil": hasil,
                "catatan": catatan or False,
                **permohonan._vals_scan("jawaban", file, nama_file),
            },
        )
        kalender = permohonan._kalender_kota()
        sampai = min(fields.Datetime.now(), kalender._asn_akhir_hari(diterima))
        if vals := permohonan._lanjut_jam(sampai):
            permohonan._mesin().with_context(tracking_disable=True).write(vals)
        tugas._mesin().write({"menunggu_luar": False})
        return self._putuskan_jawaban(surat, hasil, catatan)

    def _simpan_jawaban(self, surat, tanggal, diterima, vals):
        """Write the answer on its letter; return the day of receipt."""
        tanggal = self._tanggal_surat_wajar(tanggal, surat.tanggal_keluar)
        diterima = self._tanggal_surat_wajar(
            diterima or self._tanggal(fields.Datetime.now()), tanggal
        )
        surat._mesin().write(
            {
                "state": "dijawab",
                "tanggal_jawaban": tanggal,
                "diterima_pada": diterima,
                "dijawab_oleh_id": self.env.uid,
                "hari_menunggu": self._kalender_kota()._asn_jumlah_hari_kerja(
                    fields.Date.add(surat.tanggal_keluar, days=1), diterima
                ),
                **vals,
            }
        )
        return diterima

    def _putuskan_jawaban(self, surat, hasil, catatan):
        """Decide the step as the other body answered."""
        teks = self.env._(
            "Answer %(number)s of %(date)s from %(body)s: %(result)s.",
            number=surat.nomor_jawaban,
            date=format_panjang(surat.tanggal_jawaban),
            body=surat.instansi,
            result=dict(surat._fields["hasil"]._description_selection(self.env))[hasil],
        )
        teks = f"{teks} {catatan}" if catatan else teks
        if hasil == "setuju":
            return self.action_approve(teks)
        if hasil == "lengkapi":
            return self.action_return(teks)
        return self.action_reject(teks)

    # ------------------------------------------------------------------
    # Checks
    # ------------------------------------------------------------------

    def _giliran_luar(self):
        """Return (sudo request, external task) of the present user, locked."""
        permohonan, tugas = self._giliran()
        if tugas.tahap_id.jenis != "eksternal":
            raise UserError(
                self.env._("The present step of this request asks no other body.")
            )
        return permohonan, tugas

    def _periksa_luar(self, tugas):
        """Refuse to approve an external step that was not answered.

        :raises UserError: no letter, or no answer
        """
        if tugas.tahap_id.jenis != "eksternal":
            return
        surat = self.eksternal_ids.filtered(lambda s: s.tugas_id == tugas)[-1:]
        if surat.hasil != "setuju":
            raise UserError(
                self.env._(
                    "This step waits for another body: record the letter and its"
                    " answer instead."
                )
            )

    @api.model
    def _teks_wajib(self, teks):
        teks = (teks or "").strip() if isinstance(teks, str) else ""
        if not teks or len(teks) > 100:
            raise ValidationError(
                self.env._("Please give the number of the letter (nomor surat).")
            )
        return teks

    @api.model
    def _tanggal_surat_wajar(self, tanggal, paling_awal=None):
        """Return a date that is not in the future nor before another one."""
        try:
            tanggal = fields.Date.to_date(tanggal)
        except (ValueError, TypeError):
            tanggal = None
        if not isinstance(tanggal, date):
            raise ValidationError(self.env._("Please give the date."))
        if tanggal > self._tanggal(fields.Datetime.now()):
            raise ValidationError(self.env._("The date lies in the future."))
        if paling_awal and tanggal < paling_awal:
            raise ValidationError(
                self.env._(
                    "%(date)s is before %(earlier)s.",
                    date=format_panjang(tanggal),
                    earlier=format_panjang(paling_awal),
                )
            )
        return tanggal

    @api.model
    def _vals_scan(self, jenis, file, nama_file):
        """Return the values of a scan, checked by its content.

        :raises UserError: not a PDF or picture, harmful, or larger than 10 MB
        """
        if not file:
            return {}
        nama = (nama_file or f"{jenis}.pdf").strip().replace("/", "-")[-120:]
        try:
            berkas.periksa(base64.b64decode(file, validate=True), nama)
        except berkas.BerkasDitolak as tolak:
            pesan = self.env["asn.dokumen"]._pesan_tolak(tolak, nama)
            raise UserError(pesan) from tolak
        except (ValueError, TypeError) as error:
            raise UserError(self.env._("The scan cannot be read.")) from error
        return {f"file_{jenis}": file, f"nama_file_{jenis}": nama}
