from datetime import timedelta

from odoo import api, fields, models

from ..domain.tanggal import format_hari, format_panjang

PERAN = (
    "kepala_badan",
    "admin_sistem",
    "admin_utama",
    "admin_aplikasi",
    "validator",
    "penandatangan",
    "pimpinan",
    "fasilitator",
    "monev",
)


class AsnBeranda(models.AbstractModel):
    """What the home page shows to the present user.

    Addons add sections by extending ``_bagian`` and tiles by extending
    ``_pintasan``; the page itself knows only the kinds of section and nothing
    of their content. Everything is read with the rights of the user.
    """

    _name = "asn.beranda"
    _description = "Home Page (Beranda)"

    @api.model
    def get_data(self):
        """Return greeting, shortcuts and sections, ready to draw.

        :return: ``{"sapaan": {}, "pintasan": [], "bagian": []}``; sections are
            ``{key, judul, jenis, urutan, lebar, isi}`` with jenis one of
            ``kartu, angka, daftar, garis_waktu, kosong``
        """
        data = {
            "sapaan": self._sapaan(),
            "pintasan": self._urut(self._pintasan()),
            "bagian": self._urut(self._bagian()),
        }
        return self._lengkapi_aksi(data)

    @api.model
    def _urut(self, baris):
        return sorted(baris, key=lambda b: b.get("urutan", 100))

    @api.model
    def _lengkapi_aksi(self, nilai):
        """Complete action dictionaries: the client wants ``views`` spelt out."""
        if isinstance(nilai, dict):
            if nilai.get("type") == "ir.actions.act_window" and not nilai.get("views"):
                mode = (nilai.get("view_mode") or "list,form").split(",")
                if nilai.get("res_id"):
                    mode = ["form"]
                nilai = dict(nilai, views=[(nilai.get("view_id") or False, mode[0])])
                nilai["views"] += [(False, m) for m in mode[1:]]
            return {k: self._lengkapi_aksi(v) for k, v in nilai.items()}
        if isinstance(nilai, list):
            return [self._lengkapi_aksi(v) for v in nilai]
        return nilai

    @api.model
    def _peran(self):
        """Return the names of the user's roles, the farthest reaching first."""
        user = self.env.user
        punya = [p for p in PERAN if user.has_group(f"asn_base.group_{p}")]
        # sudo: people may know what their own roles are called.
        return [
            self.env.ref(f"asn_base.group_{p}").sudo().name
            for p in (punya or ["pegawai"])
        ]

    @api.model
    def _salam(self, jam):
        """Return the greeting of the hour (0-23) in the user's own day."""
        if 4 <= jam < 11:
            return self.env._("Good morning")
        if 11 <= jam < 15:
            return self.env._("Good day")
        if 15 <= jam < 18:
            return self.env._("Good afternoon")
        return self.env._("Good evening")

    @api.model
    def _sapaan(self):
        """Return the head of the page: greeting, date, roles, region."""
        user = self.env.user
        kini = fields.Datetime.context_timestamp(self, fields.Datetime.now())
        company = self.env.company
        return {
            "salam": self._salam(kini.hour),
            "nama": user.name,
            "tanggal": format_hari(kini.date()),
            "keterangan": False,
            "peran": self._peran(),
            "foto": f"/web/image/res.users/{user.id}/avatar_128",
            "daerah": company.name,
            "badan": company.asn_nama_badan,
        }

    @api.model
    def _pintasan(self):
        """Return the shortcut tiles of the user's roles."""
        tiles = [
            {
                "judul": self.env._("Organisation Chart"),
                "keterangan": self.env._("Units and their heads"),
                "ikon": "fa-sitemap",
                "aksi": "asn_base.hr_department_action",
                "urutan": 80,
            },
            {
                "judul": self.env._("Directory"),
                "keterangan": self.env._("Find a colleague"),
                "ikon": "fa-address-book-o",
                "aksi": "hr.hr_employee_public_action",
                "urutan": 81,
            },
        ]
        user = self.env.user
        if user.has_group("asn_base.group_admin_sistem"):
            tiles += [
                {
                    "judul": self.env._("Accounts"),
                    "keterangan": self.env._("Who may log in"),
                    "ikon": "fa-user-circle-o",
                    "aksi": "base.action_res_users",
                    "urutan": 60,
                },
                {
                    "judul": self.env._("Roles"),
                    "keterangan": self.env._("Rights with their dates"),
                    "ikon": "fa-key",
                    "aksi": "base_user_role.action_res_users_role_tree",
                    "urutan": 61,
                },
            ]
        if user.has_group("asn_base.group_admin_utama") or user.has_group(
            "asn_base.group_admin_sistem"
        ):
            tiles.append(
                {
                    "judul": self.env._("Holidays"),
                    "keterangan": self.env._("Holidays and joint leave"),
                    "ikon": "fa-calendar-times-o",
                    "aksi": "asn_base.asn_hari_libur_action",
                    "urutan": 62,
                }
            )
        return tiles

    @api.model
    def _bagian(self):
        """Return the sections of the page; extended by other addons."""
        bagian = [self._bagian_libur()]
        if self.env.user.has_group("asn_base.group_admin_sistem"):
            bagian.append(self._bagian_sistem())
        return bagian

    @api.model
    def _bagian_libur(self):
        """Return the next holidays."""
        hari_ini = fields.Date.context_today(self)
        libur = self.env["asn.hari.libur"].search(
            [
                ("tanggal", ">=", hari_ini),
                ("tanggal", "<=", hari_ini + timedelta(days=120)),
            ],
            limit=4,
        )
        warna = {"libur_nasional": "danger", "cuti_bersama": "info"}
        return {
            "key": "hari_libur",
            "judul": self.env._("Coming Holidays"),
            "jenis": "daftar",
            "urutan": 90,
            "lebar": "samping",
            "isi": {
                "baris": [
                    {
                        "judul": baris.name,
                        "keterangan": f"{baris.hari}, {format_panjang(baris.tanggal)}",
                        "ikon": "fa-calendar",
                        "warna": warna.get(baris.jenis, "warning"),
                    }
                    for baris in libur
                ],
                "kosong": self.env._("No holiday in the next four months."),
            },
        }

    @api.model
    def _bagian_sistem(self):
        """Return what an administrator should look after."""
        User = self.env["res.users"]
        akun = [("share", "=", False)]
        belum = [*akun, ("log_ids", "=", False)]
        tanpa_kepala = [("manager_id", "=", False)]
        aksi_akun = {
            "type": "ir.actions.act_window",
            "name": self.env._("Accounts"),
            "res_model": "res.users",
            "view_mode": "list,form",
        }
        return {
            "key": "sistem",
            "judul": self.env._("System at a Glance"),
            "jenis": "angka",
            "urutan": 70,
            "isi": [
                {
                    "judul": self.env._("Active accounts"),
                    "nilai": User.search_count(akun),
                    "ikon": "fa-users",
                    "warna": "primary",
                    "aksi": {**aksi_akun, "domain": akun},
                },
                {
                    "judul": self.env._("Never logged in"),
                    "nilai": User.search_count(belum),
                    "ikon": "fa-user-times",
                    "warna": "warning",
                    "aksi": {**aksi_akun, "domain": belum},
                },
                {
                    "judul": self.env._("Units without a head"),
                    "nilai": self.env["hr.department"].search_count(tanpa_kepala),
                    "ikon": "fa-sitemap",
                    "warna": "danger",
                    "aksi": {
                        "type": "ir.actions.act_window",
                        "name": self.env._("Units without a head"),
                        "res_model": "hr.department",
                        "view_mode": "list,form",
                        "domain": tanpa_kepala,
                    },
                },
            ],
        }
