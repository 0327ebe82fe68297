from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from .asn_pemutakhiran_peserta import BELUM_SELESAI


class AsnBeranda(models.AbstractModel):
    """Campaigns and proposals on the home page."""

    _inherit = "asn.beranda"

    _BARIS_USULAN = 5

    def _pintasan(self):
        """Add the tile that opens the own proposal page."""
        ubin = super()._pintasan()
        if self.env.user.employee_id:
            ubin.append(
                self._ubin(
                    self.env._("Update My Data"),
                    self.env._("Propose a change with its document"),
                    "fa-pencil-square-o",
                    "asn_pemutakhiran.asn_usulan_action_baru",
                    12,
                )
            )
        return ubin

    def _bagian(self):
        """Add the running campaign, own proposals and the worklist."""
        bagian = super()._bagian()
        pegawai = self.env.user.employee_id
        if pegawai:
            bagian += self._bagian_kampanye(pegawai)
            bagian += self._bagian_usulan_saya()
        bagian += self._bagian_antrean()
        return bagian

    def _bagian_kampanye(self, pegawai):
        peserta = self.env["asn.pemutakhiran.peserta"].search(
            [
                ("employee_id", "=", pegawai.id),
                ("pemutakhiran_id.state", "=", "berjalan"),
                ("state", "in", BELUM_SELESAI),
            ],
            limit=3,
        )
        if not peserta:
            return []
        return [
            {
                "key": "pemutakhiran",
                "judul": self.env._("Confirm Your Data"),
                "jenis": "daftar",
                "urutan": 5,
                "isi": {
                    "baris": [self._baris_kampanye(p) for p in peserta],
                    "kosong": "",
                },
            }
        ]

    def _baris_kampanye(self, peserta):
        nama = peserta.pemutakhiran_id.name
        return {
            "judul": nama,
            "keterangan": self.env._(
                "%(percent)s %% confirmed; until %(date)s",
                percent=peserta.persen,
                date=format_panjang(peserta.tanggal_selesai),
            ),
            "lencana": self.env._("Obligatory"),
            "warna": "warning",
            "ikon": "fa-check-square-o",
            "aksi": {
                "type": "ir.actions.act_window",
                "name": nama,
                "res_model": peserta._name,
                "res_id": peserta.id,
                "view_mode": "form",
            },
        }

    def _bagian_usulan_saya(self):
        warna = {
            "draft": "muted",
            "dikembalikan": "danger",
            "diajukan": "info",
            "terverifikasi_opd": "info",
        }
        usulan = self.env["asn.usulan"].search(
            [
                ("employee_id.user_id", "=", self.env.uid),
                ("state", "in", list(warna)),
            ],
            limit=self._BARIS_USULAN,
        )
        if not usulan:
            return []
        return [
            {
                "key": "usulan_saya",
                "judul": self.env._("My Proposals"),
                "jenis": "daftar",
                "urutan": 22,
                "isi": {
                    "baris": [self._baris_usulan(u, warna[u.state]) for u in usulan],
                    "kosong": "",
                },
                "aksi": "asn_pemutakhiran.asn_usulan_action_saya",
                "label_aksi": self.env._("All my proposals"),
            }
        ]

    def _baris_usulan(self, usulan, warna, nama=False):
        return {
            "judul": " · ".join(filter(None, (nama, usulan.ringkasan or "-"))),
            "keterangan": usulan.nomor or "",
            "lencana": usulan._label_keadaan(),
            "warna": warna,
            "ikon": "fa-pencil-square-o",
            "aksi": {
                "type": "ir.actions.act_window",
                "res_model": "asn.usulan",
                "res_id": usulan.id,
                "view_mode": "form",
            },
        }

    def _bagian_antrean(self):
        user = self.env.user
        if not (
            user.has_group("asn_base.group_fasilitator")
            or user.has_group("asn_base.group_admin_sistem")
        ):
            return []
        Usulan = self.env["asn.usulan"]
        domain = Usulan._domain_giliran(user)
        jumlah = Usulan.search_count(domain, limit=1000)
        usulan = Usulan.search(
            domain, order="tanggal_ajuan, id", limit=self._BARIS_USULAN
        )
        baris = [self._baris_antrean(satu) for satu in usulan]
        return [
            {
                "key": "usulan_antrean",
                "judul": self.env._("Proposals to Verify (%s)", jumlah),
                "jenis": "daftar",
                "urutan": 11,
                "isi": {
                    "baris": baris,
                    "kosong": self.env._("No proposal waits for you."),
                },
                "aksi": "asn_pemutakhiran.asn_usulan_action_periksa",
                "label_aksi": self.env._("Worklist"),
            }
        ]

    def _baris_antrean(self, usulan):
        umur = usulan.umur_hari
        isi = self._baris_usulan(
            usulan, "danger" if umur > 7 else "info", usulan.employee_id.name
        )
        isi["lencana"] = self.env._("%s days", umur) if umur else self.env._("Today")
        return isi
