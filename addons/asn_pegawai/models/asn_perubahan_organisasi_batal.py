from odoo import models
from odoo.exceptions import UserError


class AsnPerubahanOrganisasi(models.Model):
    """Undoing a change, as long as nothing stands on it."""

    _inherit = "asn.perubahan.organisasi"

    def _batalkan(self):
        """Put units, posts and people back as the trace says."""
        # sudo: the decision was checked; the trace is closed to everybody
        self_sudo = self.sudo()._mesin().with_context(tracking_disable=True)
        jejak = self_sudo.jejak or []
        self_sudo._periksa_dibangun(jejak)
        orang = self.env["hr.employee"].sudo()  # sudo: everybody who moved
        for langkah in reversed(jejak):
            orang |= getattr(self_sudo, f"_balik_{langkah[0]}")(*langkah[1:])
        orang._project_riwayat(["jabatan"])
        for langkah in jejak:
            if langkah[0] == "catat":
                self_sudo._pulihkan_tanpa_riwayat(langkah[2])

    def _balik_tulis(self, model, rekam_id, sebelum, _sesudah):
        rekam = self.env[model].browse(rekam_id)
        for kode, nama in (sebelum.get("name") or {}).items():
            rekam.with_context(lang=kode).write({"name": nama})
        rekam.write({n: v for n, v in sebelum.items() if n != "name"})
        return self.env["hr.employee"]

    def _balik_buat(self, model, rekam_id):
        rekam = self.env[model].browse(rekam_id)
        if model == "asn.nama.lama":
            rekam.unlink()
        else:
            # Void rows of the riwayat still point here: closed, not deleted.
            rekam.write({"active": False, "kode": False})
        return self.env["hr.employee"]

    def _balik_catat(self, baris_ids, sebelum):
        baris = self.env["asn.riwayat.jabatan"].browse(baris_ids)
        baris._batalkan(
            self.env._(
                "The change of the organisation %(number)s was undone.",
                number=self.nomor_dasar,
            )
        )
        return self.env["hr.employee"].browse(satu[0] for satu in sebelum)

    def _pulihkan_tanpa_riwayat(self, sebelum):
        """Give back unit and post to people who have no other valid row."""
        for orang_id, unit_id, jabatan_id, tmt in sebelum:
            orang = self.env["hr.employee"].browse(orang_id)
            if not orang.unit_id and unit_id:
                orang.write(
                    {
                        "unit_id": unit_id,
                        "jabatan_id": jabatan_id,
                        "tmt_jabatan": tmt or False,
                    }
                )

    # -- what was built on it ----------------------------------------------

    def _periksa_dibangun(self, jejak):
        alasan = self._alasan_dibangun(jejak)
        if alasan:
            raise UserError(
                self.env._(
                    "This change cannot be undone any more:\n%(reasons)s\nMake a"
                    " new change instead.",
                    reasons="\n".join(f"- {satu}" for satu in alasan),
                )
            )

    def _alasan_dibangun(self, jejak):
        """Return what stands in the way, each in one sentence."""
        _ = self.env._
        hasil = []
        terakhir = {}
        for langkah in jejak:
            if langkah[0] == "tulis":
                terakhir.setdefault((langkah[1], langkah[2]), {}).update(langkah[4])
        for (model, rekam_id), sesudah in terakhir.items():
            rekam = self.env[model].browse(rekam_id)
            if not rekam.exists() or not self._sama(
                self._nilai(rekam, sesudah), sesudah
            ):
                hasil.append(
                    _("%(what)s was changed since.", what=rekam.exists().display_name)
                )
        milik = [
            baris for langkah in jejak if langkah[0] == "catat" for baris in langkah[1]
        ]
        orang = {
            satu[0] for langkah in jejak if langkah[0] == "catat" for satu in langkah[2]
        }
        baru = [x[2] for x in jejak if x[:2] == ["buat", "hr.department"]]
        hasil += self._riwayat_sesudah(milik, orang, baru)
        unit = self.env["hr.department"].browse(baru)
        anak = self.env["hr.department"].search([("parent_id", "in", baru)]) - unit
        anak_lain = anak.filtered(lambda u: ("hr.department", u.id) not in terakhir)
        hasil += [_("%(unit)s lies below it now.", unit=u.name) for u in anak_lain]
        if unit.fasilitator_ids:
            hasil.append(_("Facilitators were granted a unit that it made."))
        return hasil

    def _sama(self, a, b):
        return all((a[n] or False) == (b[n] or False) for n in b)

    def _riwayat_sesudah(self, milik, orang, unit_baru):
        """Return sentences about decrees made after the change took effect."""
        lain = self.env["asn.riwayat.jabatan"].search(
            [
                ("id", "not in", milik),
                ("status", "!=", "batal"),
                "|",
                ("unit_id", "in", unit_baru),
                "&",
                ("employee_id", "in", list(orang)),
                ("id", ">", max(milik, default=0)),
            ],
            limit=5,
        )
        hasil = [
            self.env._(
                "%(person)s has a later decree on the post: %(number)s.",
                person=baris.employee_id.name,
                number=baris.nomor_sk or "-",
            )
            for baris in lain
        ]
        milik_tidak_sah = self.env["asn.riwayat.jabatan"].search_count(
            [("id", "in", milik), ("status", "!=", "sah")]
        )
        if milik_tidak_sah:
            hasil.append(self.env._("A row that it made was corrected since."))
        return hasil

    def action_lihat_pegawai(self):
        """Open the people who move with this change, as the caller may see them."""
        self.ensure_one()
        orang = self.env["hr.employee"]
        # sudo: the trace is closed; the list itself is read as the caller
        for langkah in self.sudo().jejak or []:
            if langkah[0] == "catat":
                orang |= orang.browse(satu[0] for satu in langkah[2])
        if not orang:
            for baris in self.baris_ids:
                orang |= orang.browse(baris._pegawai().ids)
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_pegawai.hr_employee_action"
        )
        action["domain"] = [("id", "in", orang.ids)]
        action["context"] = {}
        action["name"] = self.env._("People of %(change)s", change=self.name)
        return action
