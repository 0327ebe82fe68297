from odoo import models


class AsnBeranda(models.AbstractModel):
    """The user's own profile as a card on the home page."""

    _inherit = "asn.beranda"

    def _sapaan(self):
        """Greet with the full name, the post and the unit."""
        sapaan = super()._sapaan()
        pegawai = self.env.user.employee_id
        if pegawai:
            tempat = (pegawai.jabatan_id.name, pegawai.unit_id.name)
            sapaan["nama"] = pegawai.nama_lengkap
            sapaan["keterangan"] = " · ".join(x for x in tempat if x) or False
        return sapaan

    def _pintasan(self):
        """Add the directory, and the people of those who look after a unit."""
        _ = self.env._
        ubin = super()._pintasan()
        ubin.append(
            self._ubin(
                _("Directory"),
                _("Find a colleague"),
                "fa-address-book-o",
                "asn_pegawai.hr_employee_public_action",
                81,
            )
        )
        user = self.env.user
        if user.asn_scope_unit_ids or user.asn_unit_dipimpin_ids:
            ubin.append(
                self._ubin(
                    _("My People"),
                    _("Profiles of the unit"),
                    "fa-users",
                    "asn_pegawai.hr_employee_action",
                    30,
                )
            )
        return ubin

    def _bagian(self):
        """Add the card of the own profile and what it still lacks."""
        bagian = super()._bagian()
        pegawai = self.env.user.employee_id
        if pegawai:
            bagian.append(self._bagian_profil(pegawai))
            if peristiwa := pegawai._daftar_peristiwa()[:4]:
                bagian.append(self._bagian_peristiwa(peristiwa))
        if self.env.user.has_group("asn_base.group_fasilitator"):
            bagian += self._bagian_mutu()
        return bagian

    def _bagian_peristiwa(self, peristiwa):
        """Return what comes next in the own career."""
        return {
            "key": "peristiwa",
            "pribadi": True,
            "judul": self.env._("What Comes Next"),
            "jenis": "daftar",
            "urutan": 25,
            "lebar": "samping",
            "isi": {
                "baris": [
                    {
                        "judul": satu["judul"],
                        "keterangan": satu["tanggal"],
                        "ikon": satu["ikon"],
                        "warna": satu["warna"],
                        "tanggal": satu["jarak"],
                        "aksi": satu["aksi"] or "asn_pegawai.profil_saya_action",
                    }
                    for satu in peristiwa
                ],
            },
        }

    def _bagian_mutu(self):
        """Return how complete the data of the units looked after are."""
        units = self.env.user.asn_scope_unit_ids
        domain = [("unit_id", "in", units.ids)]
        rata, jumlah = self.env["hr.employee"]._read_group(
            domain, [], ["kelengkapan:avg", "__count"]
        )[0]
        if not units or not jumlah:
            return []
        return [
            {
                "key": "mutu",
                "judul": self.env._("Data of My Units"),
                "jenis": "angka",
                "urutan": 40,
                "isi": [
                    self._angka_rerata(domain, rata or 0, jumlah),
                    *self._angka_kurang(domain),
                ],
            }
        ]

    def _angka_rerata(self, domain, rata, jumlah):
        """Return the average completeness, with the list by unit behind it."""
        _ = self.env._
        return {
            "judul": _("Completeness of the unit"),
            "nilai": f"{round(rata)}%",
            "keterangan": _("average of %s people", jumlah),
            "ikon": "fa-tachometer",
            "warna": "success" if rata >= 80 else "warning",
            "aksi": {
                "type": "ir.actions.act_window",
                "name": _("Completeness by unit"),
                "res_model": "hr.employee",
                "view_mode": "list,form",
                "domain": domain,
                "context": {"search_default_group_unit": 1},
            },
        }

    def _angka_kurang(self, domain):
        """Return the tiles that lead to incomplete profiles."""
        rendah = [*domain, ("kelengkapan", "<", 80)]
        kinerja = [*domain, ("kelengkapan_kinerja", "<", 100)]
        return [
            self._angka(
                self.env._("Profiles below 80%"),
                "hr.employee",
                rendah,
                "fa-pie-chart",
                "warning",
            ),
            self._angka(
                self.env._("Without performance of the last two years"),
                "hr.employee",
                kinerja,
                "fa-line-chart",
                "danger",
            ),
        ]

    def _bagian_profil(self, pegawai):
        _ = self.env._
        status = dict(
            pegawai._fields["status_pegawai"]._description_selection(self.env)
        )
        baris = [
            (_("Grade (Golongan)"), pegawai.golongan_id.display_name),
            (_("Work Unit"), pegawai.unit_id.name),
            (_("Direct Superior"), pegawai.parent_id.name),
        ]
        teks = status.get(pegawai.status_pegawai)
        return {
            "key": "profil",
            "judul": _("My Profile"),
            "jenis": "kartu",
            "urutan": 20,
            "lebar": "samping",
            "isi": {
                "nama": pegawai.nama_lengkap,
                "sub": [x for x in (pegawai.nip_tampil, pegawai.jabatan_id.name) if x],
                "foto": f"/web/image/hr.employee/{pegawai.id}/avatar_128",
                "lencana": [{"teks": teks, "warna": "success"}] if teks else [],
                "baris": [{"label": k, "nilai": v} for k, v in baris if v],
                "kemajuan": {
                    "label": _("Profile complete"),
                    "persen": pegawai.kelengkapan,
                },
                "aksi": "asn_pegawai.profil_saya_action",
                "label_aksi": _("Open Profile"),
            },
        }
