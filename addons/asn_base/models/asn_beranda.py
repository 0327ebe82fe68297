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
            ``{key, judul, jenis, urutan, lebar, isi, pribadi, lipat}`` with jenis
            one of ``kartu, angka, daftar, garis_waktu, kosong``
        """
        data = {
            "sapaan": self._sapaan(),
            "pintasan": self._urut(self._pintasan()),
            "bagian": self._urut(self._lipat(self._bagian())),
        }
        return self._lengkapi_aksi(data)

    @api.model
    def _lipat(self, bagian):
        """Fold what does not wait for anybody, so that what waits comes first.

        Who holds a role sees the own matters (``pribadi``) folded at the end; a
        list beside the page that is empty is folded for everybody.
        """
        punya_peran = any(self.env.user.has_group(f"asn_base.group_{p}") for p in PERAN)
        for satu in bagian:
            samping = satu.get("lebar") == "samping"
            sendiri = punya_peran and satu.get("pribadi")
            kosong = satu["jenis"] == "daftar" and not satu["isi"]["baris"]
            satu["lipat"] = bool(sendiri or (samping and kosong))
            if sendiri and not samping:
                satu["urutan"] = satu.get("urutan", 100) + 100
        return bagian

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
    def _ubin(self, judul, keterangan, ikon, aksi, urutan):
        """Return one shortcut tile."""
        return {
            "judul": judul,
            "keterangan": keterangan,
            "ikon": ikon,
            "aksi": aksi,
            "urutan": urutan,
        }

    @api.model
    def _pintasan(self):
        """Return the shortcut tiles of the user's roles."""
        _ubin = self._ubin
        user = self.env.user
        sistem = user.has_group("asn_base.group_admin_sistem")
        tiles = [
            _ubin(
                self.env._("Organisation Chart"),
                self.env._("Units and their heads"),
                "fa-sitemap",
                "asn_base.hr_department_action",
                80,
            ),
        ]
        if sistem:
            tiles += self._pintasan_sistem()
        if sistem or user.has_group("asn_base.group_admin_utama"):
            tiles.append(
                _ubin(
                    self.env._("Holidays"),
                    self.env._("Holidays and joint leave"),
                    "fa-calendar-times-o",
                    "asn_base.asn_hari_libur_action",
                    62,
                )
            )
        return tiles

    @api.model
    def _pintasan_sistem(self):
        """Return the tiles of who keeps accounts and roles."""
        return [
            self._ubin(
                self.env._("Accounts"),
                self.env._("Who may log in"),
                "fa-user-circle-o",
                "base.action_res_users",
                60,
            ),
            self._ubin(
                self.env._("Roles"),
                self.env._("Rights with their dates"),
                "fa-key",
                "asn_base.res_users_role_action",
                61,
            ),
        ]

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
            "pribadi": True,
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
        akun = [("share", "=", False)]
        tanpa_kepala = [("manager_id", "=", False)]
        return {
            "key": "sistem",
            "judul": self.env._("System at a Glance"),
            "jenis": "angka",
            "urutan": 70,
            "isi": [
                self._angka(
                    self.env._("Active accounts"),
                    "res.users",
                    akun,
                    "fa-users",
                    "primary",
                ),
                self._angka(
                    self.env._("Never logged in"),
                    "res.users",
                    [*akun, ("log_ids", "=", False)],
                    "fa-user-times",
                    "warning",
                ),
                self._angka(
                    self.env._("Units without a head"),
                    "hr.department",
                    tanpa_kepala,
                    "fa-sitemap",
                    "danger",
                ),
            ],
        }

    @api.model
    def _angka(self, judul, model, domain, ikon, warna):
        """Return one tile that counts records and opens their list.

        Nothing to count is nothing to worry about: the colour goes.
        """
        nilai = self.env[model].search_count(domain)
        return {
            "judul": judul,
            "nilai": nilai,
            "ikon": ikon,
            "warna": warna if nilai else "muted",
            "aksi": {
                "type": "ir.actions.act_window",
                "name": judul,
                "res_model": model,
                "view_mode": "list,form",
                "domain": domain,
            },
        }
