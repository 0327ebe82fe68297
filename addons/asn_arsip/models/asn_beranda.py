from odoo import api, fields, models
from odoo.tools import SQL


class AsnBeranda(models.AbstractModel):
    """The archive on the home page: what lacks, what expires, what waits."""

    _inherit = "asn.beranda"

    @api.model
    def _pintasan(self):
        """Add the own archive, where everybody files."""
        ubin = super()._pintasan()
        if self.env.user.employee_id:
            ubin.append(
                self._ubin(
                    self.env._("My Archive"),
                    self.env._("File and find documents"),
                    "fa-folder-open-o",
                    "asn_arsip.asn_dokumen_action_saya",
                    25,
                )
            )
        return ubin

    @api.model
    def _bagian(self):
        """Add the numbers of verifiers, and what the own archive lacks."""
        bagian = super()._bagian()
        if not self.env["asn.dokumen"].has_access("read"):
            return bagian
        if self._menjaga_arsip():
            bagian.append(self._bagian_arsip())
        if milik := self._bagian_arsip_saya():
            bagian.append(milik)
        return bagian

    @api.model
    def _menjaga_arsip(self):
        """Tell whether the user looks after the documents of others."""
        user = self.env.user
        return bool(user.asn_scope_unit_ids) or user.has_group(
            "asn_base.group_admin_sistem"
        )

    @api.model
    def _bagian_arsip(self):
        """Return what waits, what lacks and what expires in the user's units."""
        _ = self.env._
        Dokumen = self.env["asn.dokumen"]
        return {
            "key": "arsip",
            "judul": _("Digital Archive"),
            "jenis": "angka",
            "urutan": 35,
            "isi": [
                self._angka_arsip(
                    _("Documents to verify"),
                    Dokumen.search_count(Dokumen._domain_antrean(), limit=10_000),
                    "fa-check-square-o",
                    "primary",
                    "asn_arsip.asn_dokumen_action_meja",
                ),
                self._angka_arsip(
                    _("People with missing documents"),
                    self._jumlah_orang_kurang(),
                    "fa-user-times",
                    "warning",
                    "asn_arsip.asn_dokumen_kurang_action",
                ),
                self._angka(
                    _("Expire within 90 days"),
                    "asn.dokumen",
                    Dokumen._domain_segera(),
                    "fa-hourglass-half",
                    "warning",
                ),
                self._angka(
                    _("No longer good, still used"),
                    "asn.dokumen",
                    [("perlu_tinjau", "=", True)],
                    "fa-chain-broken",
                    "danger",
                ),
            ],
        }

    @api.model
    def _angka_arsip(self, judul, nilai, ikon, warna, aksi):
        """Return one tile with a number that is already known."""
        return {
            "judul": judul,
            "nilai": nilai,
            "ikon": ikon,
            "warna": warna if nilai else "muted",
            "aksi": aksi,
        }

    @api.model
    def _jumlah_orang_kurang(self):
        """Return how many people in reach lack a document, in one query."""
        Kurang = self.env["asn.dokumen.kurang"]
        query = Kurang._search([])
        return self.env.execute_query(
            query.select(
                SQL(
                    "count(DISTINCT %s)",
                    Kurang._field_to_sql(Kurang._table, "employee_id", query),
                )
            )
        )[0][0]

    @api.model
    def _bagian_arsip_saya(self):
        """Return what the own archive lacks and what in it expires, or nothing."""
        _ = self.env._
        milik = [("employee_id", "in", self.env.user.employee_ids.ids)]
        kurang = self.env["asn.dokumen.kurang"].search(milik, limit=4)
        Dokumen = self.env["asn.dokumen"]
        segera = Dokumen.search(
            [*milik, *Dokumen._domain_segera()], order="berlaku_sampai", limit=3
        )
        if not kurang and not segera:
            return False
        return {
            "key": "arsip_saya",
            "pribadi": True,
            "judul": _("Documents to Add"),
            "jenis": "daftar",
            "urutan": 40,
            "lebar": "samping",
            "isi": {"baris": self._baris_arsip(segera, kurang), "kosong": ""},
            "aksi": "asn_arsip.asn_dokumen_kurang_action_saya",
            "label_aksi": _("All that is missing"),
        }

    @api.model
    def _baris_arsip(self, segera, kurang):
        """Return one line per document that expires and per kind that lacks."""
        _ = self.env._
        baris = [
            {
                "judul": dokumen.display_name,
                "keterangan": _(
                    "Valid until %s", fields.Date.to_string(dokumen.berlaku_sampai)
                ),
                "ikon": "fa-hourglass-half",
                "warna": "warning",
                "aksi": "asn_arsip.asn_dokumen_action_saya",
            }
            for dokumen in segera
        ]
        baris += [
            {
                "judul": satu.jenis_id.name,
                "keterangan": _("Not in your archive yet"),
                "ikon": "fa-file-o",
                "warna": "info",
                "aksi": "asn_arsip.asn_dokumen_action_saya",
            }
            for satu in kurang
        ]
        return baris
