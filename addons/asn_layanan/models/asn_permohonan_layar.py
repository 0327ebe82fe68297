from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang, format_waktu
from odoo.fields import Domain

from ..domain import transisi


class AsnPermohonan(models.Model):
    """What the screens show. Nothing here decides about access or state."""

    _inherit = "asn.permohonan"

    nama_pegawai = fields.Char(
        "Applicant", compute="_compute_pegawai", compute_sudo=True
    )
    nip = fields.Char("NIP", compute="_compute_pegawai", compute_sudo=True)
    jabatan_pegawai = fields.Char("Post", compute="_compute_pegawai", compute_sudo=True)
    unit_label = fields.Char("Unit", compute="_compute_pegawai", compute_sudo=True)
    ringkasan = fields.Char("Request", compute="_compute_ringkasan", compute_sudo=True)
    is_milik_saya = fields.Boolean(compute="_compute_can", search="_search_milik_saya")
    is_tugas_saya = fields.Boolean(
        "My Task", compute="_compute_can", search="_search_tugas_saya"
    )
    can_decide = fields.Boolean(compute="_compute_can")
    can_return = fields.Boolean(compute="_compute_can")
    can_reject = fields.Boolean(compute="_compute_can")
    can_defer = fields.Boolean(compute="_compute_can")
    can_sign = fields.Boolean(compute="_compute_can")
    can_edit = fields.Boolean(compute="_compute_can")
    can_cancel = fields.Boolean(compute="_compute_can")
    can_survey = fields.Boolean(compute="_compute_can")
    can_download = fields.Boolean(compute="_compute_can")
    can_preview = fields.Boolean(compute="_compute_can")
    posisi = fields.Char("Now With", compute="_compute_posisi", compute_sudo=True)
    batas_tugas = fields.Datetime(
        "Step Deadline", compute="_compute_posisi", compute_sudo=True
    )
    tanpa_pelaku = fields.Boolean(
        "Nobody Can Act",
        compute="_compute_posisi",
        compute_sudo=True,
        search="_search_tanpa_pelaku",
    )
    lini_masa = fields.Json("Timeline", compute="_compute_lini_masa", compute_sudo=True)
    surat_nomor = fields.Char(
        "Letter Number", compute="_compute_surat", compute_sudo=True
    )

    @api.depends("employee_id", "unit_id")
    def _compute_pegawai(self):
        for permohonan in self:
            pegawai = permohonan.employee_id
            permohonan.nama_pegawai = pegawai.nama_lengkap or pegawai.name
            permohonan.nip = pegawai.nip_tampil
            permohonan.unit_label = permohonan._label_unit()
            permohonan.jabatan_pegawai = pegawai.jabatan_id.name

    def _label_unit(self):
        """Return the unit and its regional body: "Seksi A · Dinas B"."""
        unit = self.unit_id
        induk = unit._perangkat_daerah() if unit else unit
        return " · ".join(u.name for u in (unit | induk) if u) or False

    @api.depends("layanan_id", "properti")
    def _compute_ringkasan(self):
        for permohonan in self:
            permohonan.ringkasan = (
                permohonan._handler()._ringkasan(permohonan)
                if permohonan.layanan_id
                else False
            )

    @api.depends("surat_id", "surat_tolak_id", "state")
    def _compute_surat(self):
        for permohonan in self:
            surat = (
                permohonan.surat_tolak_id
                if permohonan.state == "rejected"
                else permohonan.surat_id
            )
            permohonan.surat_nomor = surat.nomor if surat.state == "issued" else False

    @api.depends_context("uid")
    @api.depends("state", "tugas_ids.state", "tugas_ids.aktor_ids", "employee_id")
    def _compute_can(self):
        """Only for the buttons: every method checks for itself."""
        user = self.env.user
        # sudo: tasks decide which buttons show; the methods check again
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            state = sudo.state
            tugas = sudo.tugas_ids.filtered(
                lambda t: t.state == "open" and user in t._yang_memutus()
            )[:1]
            tahap = tugas.tahap_id
            milik = user in (sudo.pemohon_user_id | sudo.pengaju_id)
            wakil = milik or (sudo.employee_id and permohonan._boleh_mewakili(user))
            permohonan.is_milik_saya = milik
            permohonan.is_tugas_saya = bool(tugas)
            permohonan.can_decide = bool(tugas) and tahap.jenis != "ttd"
            permohonan.can_sign = bool(tugas) and tahap.jenis == "ttd"
            permohonan.can_return = tahap.boleh_kembalikan
            permohonan.can_reject = tahap.boleh_tolak
            permohonan.can_defer = tahap.boleh_tangguhkan
            permohonan.can_edit = wakil and state in ("draft", "returned")
            permohonan.can_cancel = milik and (
                (state, "cancelled") in transisi.TRANSISI and bool(permohonan.id)
            )
            permohonan.can_survey = wakil and state == "issued"
            surat = sudo.surat_tolak_id if state == "rejected" else sudo.surat_id
            permohonan.can_download = surat.state == "issued" and state in (
                "done",
                "rejected",
            )
            permohonan.can_preview = bool(
                sudo.versi_id.jenis_surat_id
                and user != sudo.pemohon_user_id
                and state in ("in_review", "approved", "issued")
            )

    @api.model
    def _search_milik_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        uid = self.env.uid
        return Domain("pemohon_user_id", "=", uid) | Domain("pengaju_id", "=", uid)

    @api.model
    def _search_tugas_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._domain_pelaku("pelaku_buka")

    @api.model
    def _search_tanpa_pelaku(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain(
            "tugas_ids", "any", [("state", "=", "open"), ("tanpa_pelaku", "=", True)]
        )

    @api.depends("state", "tugas_ids.state", "tugas_ids.aktor_ids")
    def _compute_posisi(self):
        for permohonan in self:
            terbuka = permohonan._tugas_terbuka()
            permohonan.tanpa_pelaku = any(t.tanpa_pelaku for t in terbuka)
            permohonan.batas_tugas = min(
                (t.batas_waktu for t in terbuka if t.batas_waktu), default=False
            )
            if permohonan.state == "returned":
                permohonan.posisi = self.env._("Applicant (to be completed)")
            elif terbuka:
                permohonan.posisi = ", ".join(
                    dict.fromkeys(permohonan._label_pelaku(t) for t in terbuka)
                )
            else:
                permohonan.posisi = False

    def _label_pelaku(self, tugas):
        """Return the post or body that acts, without private data."""
        if tugas.menunggu_luar:
            luar = self.eksternal_ids.filtered(lambda s: s.tugas_id == tugas)[-1:]
            return luar.instansi or tugas.tahap_id.name
        return self._label_users(tugas.aktor_ids, tugas.tahap_id)

    def _label_users(self, users, tahap):
        pegawai = users.employee_id
        jabatan = [j for j in dict.fromkeys(pegawai.mapped("jabatan_id.name")) if j]
        if len(users) == 1 and jabatan:
            return jabatan[0]
        if users:
            return tahap.name
        return self.env._("Nobody yet (the administrator was told)")

    @api.depends("state", "layanan_id", "employee_id", "jumlah_keputusan")
    def _compute_lini_masa(self):
        for permohonan in self:
            permohonan.lini_masa = (
                permohonan._susun_lini_masa() if permohonan.layanan_id else []
            )

    def _susun_lini_masa(self):
        """Return the steps as the applicant sees them: done, present, to come."""
        baris = [(k.waktu, self._baris_keputusan(k)) for k in self.keputusan_ids]
        baris += self._baris_pengalihan()
        baris = [isi for _waktu, isi in sorted(baris, key=lambda b: b[0])]
        if self.state == "returned":
            baris.append(
                {
                    "status": "berjalan",
                    "judul": self.env._("To be completed by the applicant"),
                    "pelaku": self.env._("Applicant"),
                    "batas": self._waktu_teks(self.batas_perbaikan),
                    "catatan": self.catatan_kembali or "",
                }
            )
        for tugas in self._tugas_terbuka():
            baris.append(
                {
                    "status": "berjalan",
                    "judul": tugas.tahap_id.name,
                    "pelaku": self._label_pelaku(tugas),
                    "waktu": self._waktu_teks(tugas.dibuka_pada),
                    "batas": self._waktu_teks(tugas.batas_waktu),
                    "kuorum": self._teks_kuorum(tugas),
                }
            )
        if self.state in ("draft", "in_review", "returned", "approved"):
            baris += self._baris_rencana()
        if self.state == "issued":
            baris.append(
                {
                    "status": "berjalan",
                    "judul": self.env._("Answer the survey, then take the letter"),
                    "pelaku": self.env._("Applicant"),
                }
            )
        return baris

    def _baris_keputusan(self, keputusan):
        gagal = keputusan.hasil in (
            "reject",
            "expire",
            "cancel",
            "defer",
            "revoke",
            "replace",
        )
        return {
            "status": "gagal" if gagal else "selesai",
            "hasil": keputusan.hasil,
            "judul": keputusan.nama_tahap or keputusan._label_hasil(),
            "label": keputusan._label_hasil(),
            "pelaku": keputusan.jabatan or "",
            "kapasitas": keputusan.kapasitas
            if keputusan.kapasitas not in (False, "definitif")
            else "",
            "atas_nama": (keputusan.atas_nama or "").replace("\n", ", "),
            "waktu": self._waktu_teks(keputusan.waktu),
            "catatan": keputusan.catatan or "",
        }

    def _baris_rencana(self):
        """Return the steps still to come and who will act there."""
        return [
            {
                "status": "menunggu",
                "judul": b["nama_tahap"],
                "pelaku": self._label_rantai(b),
                **self._wewenang_rantai(b["aktor"]),
                "hari": b["sla_hari"],
                "hari_luar": b["sla_luar_hari"],
                "kuorum": b["kuorum"],
                "catatan": b["alasan"],
                "kosong": b["kosong"],
            }
            for b in self._rantai_berikut()
        ]

    def _wewenang_rantai(self, aktor):
        """Return as what the one who will act does so, and for whom."""
        if len(aktor) != 1:
            return {"kapasitas": "", "atas_nama": ""}
        atas_nama = (aktor[0]["atas_nama"] or "").replace("\n", ", ")
        return {"kapasitas": aktor[0]["kapasitas"], "atas_nama": atas_nama}

    def _label_rantai(self, baris):
        if baris["kosong"]:
            return self.env._("Nobody yet (the administrator was told)")
        jabatan = list(dict.fromkeys(a["jabatan"] for a in baris["aktor"]))
        if len(baris["aktor"]) == 1:
            return jabatan[0]
        return baris["nama_tahap"]

    def _waktu_teks(self, waktu):
        if not waktu:
            return ""
        if hasattr(waktu, "hour"):
            lokal = fields.Datetime.context_timestamp(
                self.with_context(
                    tz=self.env.tz.zone if self.env.tz else "Asia/Jakarta"
                ),
                waktu,
            )
            return format_waktu(lokal)
        return format_panjang(waktu)
