from odoo import fields, models


class AsnLayananMandatLaporan(models.TransientModel):
    """Who signs for whom on a day, and for whom nobody does."""

    _name = "asn.layanan.mandat.laporan"
    _description = "Who Signs for Whom"
    _rec_name = "layanan_id"

    layanan_id = fields.Many2one(
        "asn.layanan",
        "Service",
        required=True,
        ondelete="cascade",
        domain="[('versi_live_id', '!=', False)]",
        default=lambda self: self.env["asn.layanan"].search(
            [("versi_live_id", "!=", False)], limit=1
        ),
    )
    pada = fields.Date(
        "On the Day",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
    )
    baris_ids = fields.One2many(
        "asn.layanan.mandat.laporan.baris", "laporan_id", "Who Signs", readonly=True
    )
    jumlah_celah = fields.Integer("People without a Signer", readonly=True)

    def action_periksa(self):
        """Work the report out anew and show it."""
        self.ensure_one()
        self.check_access("write")
        # sudo: counts of people and their signers, no data of a person
        baris = self.sudo()._susun()
        self.baris_ids = [fields.Command.clear()] + [
            fields.Command.create(vals) for vals in baris
        ]
        self.jumlah_celah = sum(b["jumlah"] for b in baris if b["is_celah"])
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Who Signs for Whom"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "current",
        }

    def _susun(self):
        """Return one row per regional body, mandate and signer.

        People who are alike (unit, kind of post, golongan) are asked about once.
        A condition of a mandate that looks at one person only is judged by that
        example.
        """
        Mandat = self.env["asn.layanan.mandat"]
        calon = Mandat._calon_pada(self.layanan_id, self.pada)
        hasil = {}
        for unit, jenis, golongan, jumlah, contoh in self._kelompok(calon):
            permohonan = self._contoh(contoh)
            mandat = Mandat._cari(permohonan, self.pada, calon)
            pemegang = (
                mandat._pemegang(permohonan) if mandat else self.env["hr.employee"]
            )
            badan = unit._perangkat_daerah() if unit else unit
            kunci = (badan, mandat, pemegang)
            baris = hasil.setdefault(kunci, {"jumlah": 0, "jenis": set(), "gol": set()})
            baris["jumlah"] += jumlah
            baris["jenis"].add(jenis.name or "-")
            baris["gol"].add((golongan.urutan, golongan.kode or "-"))
        return [
            self._vals_baris(*kunci, isi)
            for kunci, isi in sorted(
                hasil.items(), key=lambda i: (i[0][0].complete_name or "", i[0][1].id)
            )
        ]

    def _kelompok(self, calon):
        """Return groups of people who are alike: unit, post, golongan, number, one."""
        baris = self.env["hr.employee"]._read_group(
            [("nip", "!=", False), ("unit_id", "!=", False)],
            ["unit_id", "jenis_jabatan_id", "golongan_id"],
            ["__count", "id:min"],
        )
        Pegawai = self.env["hr.employee"]
        return [(u, j, g, n, Pegawai.browse(id_)) for u, j, g, n, id_ in baris]

    def _contoh(self, pegawai):
        return self.env["asn.permohonan"].new(
            {
                "layanan_id": self.layanan_id.id,
                "versi_id": self.layanan_id.versi_live_id.id,
                "employee_id": pegawai.id,
                "unit_id": pegawai.unit_id.id,
            }
        )

    def _vals_baris(self, badan, mandat, pemegang, isi):
        gol = [kode for _urutan, kode in sorted(isi["gol"])]
        punya_akun = pemegang.user_id.active
        return {
            "unit_id": badan.id,
            "jenis": ", ".join(sorted(isi["jenis"])),
            "golongan": gol[0] if len(gol) == 1 else f"{gol[0]} – {gol[-1]}",
            "jumlah": isi["jumlah"],
            "mandat_id": mandat.id,
            "penandatangan": pemegang.jabatan_id.name or pemegang.name or False,
            "dasar": mandat.dasar,
            "is_celah": not (mandat and punya_akun),
            "keterangan": False
            if mandat and punya_akun
            else self.env._("No mandate covers these people")
            if not mandat
            else self.env._("The post has no holder with an account"),
        }
