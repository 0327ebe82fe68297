from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnBeranda(models.AbstractModel):
    """The leave balance on the home page, and what one may file now."""

    _inherit = "asn.beranda"

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        pegawai = self.env.user.employee_id
        if pegawai and (hak := self._bagian_hak(pegawai)):
            bagian.append(hak)
        # sudo: which service is open is the same for everybody
        layanan = self.env["asn.layanan"].sudo().search([("code", "=", "cuti")])
        # sudo: the kind of employment decides whether there is annual leave
        status = pegawai.sudo().status_pegawai
        if not pegawai or not status or not layanan.versi_live_id:
            return bagian
        return [*bagian, self._bagian_saldo_cuti(pegawai)]

    @api.model
    def _bagian_saldo_cuti(self, pegawai):
        """Return the section with the balance of the present user."""
        tahun = self.env["asn.saldo.cuti"]._hari_ini().year
        return {
            "key": "saldo_cuti",
            "pribadi": True,
            "judul": self.env._("My annual leave (Saldo Cuti)"),
            "jenis": "angka",
            "urutan": 20,
            "isi": self._angka_saldo_cuti(pegawai, tahun),
            "aksi": "asn_layanan_standar.ajukan_cuti_action",
            "label_aksi": self.env._("Request leave (Ajukan cuti)"),
        }

    @api.model
    def _angka_saldo_cuti(self, pegawai, tahun):
        """Return the four figures of the section."""
        satu = self.env["asn.saldo.cuti"]._rincian(pegawai, tahun)[pegawai.id]
        saldo = satu["saldo"]
        hangus = saldo.sisa_tangguh + saldo.sisa_bawaan
        return [
            {
                "judul": self.env._("Available"),
                "nilai": satu["tersedia"],
                "keterangan": self.env._("working days in %s", str(tahun)),
                "warna": "success" if satu["tersedia"] else "muted",
                "ikon": "fa-calendar-check-o",
                "aksi": "asn_layanan_standar.saldo_cuti_saya_action",
            },
            {
                "judul": self.env._("Left of %s", str(tahun)),
                "nilai": satu["n"],
                "keterangan": self.env._(
                    "%s of them for duty on joint leave, until 31 December",
                    saldo.sisa_tambahan,
                )
                if saldo.sisa_tambahan
                else self.env._("own days of this year"),
            },
            {
                "judul": self.env._("From earlier years"),
                "nilai": satu["n1"] + satu["n2"],
                "keterangan": self.env._("lapse on 31 December")
                if hangus
                else self.env._("carried or deferred"),
                "warna": "warning" if hangus else "muted",
            },
            {
                "judul": self.env._("In process"),
                "nilai": satu["pesan"],
                "keterangan": self.env._("reserved by your requests"),
                "warna": "info" if satu["pesan"] else "muted",
            },
        ]

    @api.model
    def _bagian_hak(self, pegawai):
        """Return what the present user may file now; nothing when there is none."""
        hak = self.env["asn.hak.layanan"].search(
            [
                ("employee_id", "=", pegawai.id),
                ("keadaan", "in", ["lewat", "terbuka"]),
                ("layanan_id", "not in", self._layanan_berjalan(pegawai)),
            ]
        )
        if not hak:
            return False
        return {
            "key": "hak_layanan",
            "judul": self.env._("You may file now (Hak Saya)"),
            "jenis": "daftar",
            "urutan": 12,
            "isi": {
                "baris": [
                    {
                        "judul": satu.uraian,
                        "keterangan": self.env._("Missing: %s", satu.kurang)
                        if satu.kurang
                        else self.env._("All documents are in the archive"),
                        "tanggal": format_panjang(satu.tanggal),
                        "lencana": self._lencana_hak(satu),
                        "warna": "warning" if satu.kurang else "success",
                        "ikon": "fa-star-o",
                        "aksi": {
                            "type": "ir.actions.act_window",
                            "res_model": "asn.hak.layanan",
                            "res_id": satu.id,
                        },
                    }
                    for satu in hak[:5]
                ],
            },
            "aksi": "asn_layanan_standar.hak_saya_action",
            "label_aksi": self.env._("All entitlements"),
        }

    @api.model
    def _layanan_berjalan(self, pegawai):
        """Return the ids of the services that the person has already filed."""
        berjalan = self.env["asn.permohonan"].search(
            [
                ("employee_id", "=", pegawai.id),
                ("state", "in", ["in_review", "returned", "approved"]),
            ]
        )
        return berjalan.layanan_id.ids

    @api.model
    def _lencana_hak(self, hak):
        """Return the mark of an entitlement: its day is here, or that a draft was made."""
        if hak.keadaan == "lewat":
            return self.env._("Day Reached")
        return hak.is_berdraf and self.env._("Draft Ready")
