from odoo import api, fields, models
from odoo.exceptions import UserError

#: So many names are told one by one; the button opens the rest.
_SEBUT = 8


class AsnPerubahanOrganisasi(models.Model):
    """Who and what a change touches, before it takes effect."""

    _inherit = "asn.perubahan.organisasi"

    dampak = fields.Html("What Is Affected", compute="_compute_dampak", sanitize=False)
    jumlah_pegawai = fields.Integer("People Who Move", compute="_compute_dampak")

    @api.depends("baris_ids", "state", "tanggal_berlaku")
    def _compute_dampak(self):
        for satu in self:
            bagian = satu._dampak()
            satu.jumlah_pegawai = sum(b["jumlah"] for b in bagian)
            satu.dampak = self.env["ir.qweb"]._render(
                "asn_pegawai.perubahan_organisasi_dampak",
                {"bagian": bagian, "galat": satu._galat_dampak()},
            )

    def _galat_dampak(self):
        """Return what still stands in the way, or nothing."""
        if self.state not in ("draft", "submitted", "approved"):
            return False
        try:
            self._periksa()
        except UserError as galat:
            return str(galat)
        return False

    def _dampak(self):
        """Return what each line touches.

        :return: list of dicts ``judul, jumlah, orang, butir``: the line, how
            many people move, some of their names, and further sentences
        """
        self.ensure_one()
        # sudo: the preview counts everybody; only who prepares or approves
        # the change reads it
        self_sudo = self.sudo()
        hasil = []
        for baris in self_sudo.baris_ids.sorted(lambda b: (b.sequence, b.id)):
            pegawai = (
                baris._pegawai()
                if self.state not in ("applied", "undone")
                else (self_sudo._pegawai_dipindah(baris))
            )
            hasil.append(
                {
                    "judul": baris.display_name,
                    "jenis": dict(
                        baris._fields["jenis"]._description_selection(self.env)
                    )[baris.jenis],
                    "jumlah": len(pegawai),
                    "orang": pegawai[:_SEBUT].mapped("name"),
                    "butir": self_sudo._butir_dampak(baris, pegawai),
                }
            )
        return hasil

    def _pegawai_dipindah(self, baris):
        """Return the people a line moved, from the rows it left."""
        unit = baris.unit_tujuan_id | baris.unit_baru_id
        unit |= baris.baris_tujuan_id.unit_baru_id
        catat = [b for x in self.jejak or [] if x[0] == "catat" for b in x[1]]
        rows = self.env["asn.riwayat.jabatan"].browse(catat)
        return rows.filtered(
            lambda r: r.unit_id in unit or r.jabatan_id == baris.jabatan_tujuan_id
        ).employee_id

    def _butir_dampak(self, baris, pegawai):
        """Return sentences about heads, posts, units and grants of one line."""
        _ = self.env._
        unit = baris.unit_id
        hasil = []
        if baris.jenis in ("ganti_nama", "pindah") and unit:
            jumlah = self.env["hr.employee"].search_count(
                [("unit_id", "child_of", unit.id)]
            )
            hasil.append(
                _("%(count)s people work in it and below; they stay.", count=jumlah)
            )
        hasil += self._butir_jabatan(baris)
        hasil += self._butir_unit(baris)
        if baris.jenis in ("ganti_nama", "ganti_nama_jabatan"):
            hasil.append(_("Decrees made before that day keep the old name."))
        return hasil + self._dampak_lain(baris, pegawai)

    def _butir_jabatan(self, baris):
        """Return sentences about the posts that end or go along."""
        _ = self.env._
        hasil = []
        if baris.jenis in ("gabung", "tutup"):
            kepala = baris._jabatan_kepala()
            for jabatan in kepala:
                hasil.append(_("The head post %(post)s ends.", post=jabatan.name))
            lain = self._jabatan_unit(baris.unit_id) - kepala
            if lain and baris.jenis == "gabung":
                hasil.append(_("%(count)s posts go along.", count=len(lain)))
        if baris.jabatan_pindah_ids:
            hasil.append(
                _(
                    "Posts that go along: %(posts)s.",
                    posts=", ".join(baris.jabatan_pindah_ids.mapped("name")),
                )
            )
        return hasil

    def _butir_unit(self, baris):
        """Return sentences about units below and facilitators."""
        _ = self.env._
        unit, hasil = baris.unit_id, []
        bawahan = self.env["hr.department"].search([("parent_id", "=", unit.id)])
        if unit and bawahan and baris.jenis in ("gabung", "pindah"):
            hasil.append(
                _(
                    "Units below it go along: %(units)s.",
                    units=", ".join(bawahan.mapped("name")),
                )
            )
        if unit.fasilitator_ids and baris.jenis in ("gabung", "pecah", "tutup"):
            hasil.append(
                _(
                    "Facilitators of the unit lose who leaves it, unless they are"
                    " granted the other unit: %(names)s.",
                    names=", ".join(unit.fasilitator_ids.mapped("name")),
                )
            )
        return hasil

    def _dampak_lain(self, baris, pegawai):
        """Return further sentences; addons above add theirs.

        :param baris: one line, as superuser
        :param pegawai: the people who move with it, as superuser
        """
        return []
