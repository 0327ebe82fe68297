from datetime import date, timedelta

from odoo import Command

from .common import PegawaiCommon


class OrganisasiCommon(PegawaiCommon):
    """Dinas A with a head and two people, and who changes the organisation."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.orang("org_admin", ("admin_sistem",)).user_id
        cls.kepala_badan = cls.orang("org_kepala", ("kepala_badan",)).user_id
        cls.kepala_a = cls.orang("org_kepala_a", unit=cls.dinas_a)
        cls.jabatan(cls.kepala_a, cls.jab_kepala_a, cls.dinas_a)
        cls.jab_a = cls.buat_jabatan("Analis A", "pelaksana", cls.dinas_a)
        cls.jab_a2 = cls.buat_jabatan("Arsiparis A", "pelaksana", cls.dinas_a)
        cls.satu = cls.orang("org_satu", unit=cls.dinas_a)
        cls.dua = cls.orang("org_dua", unit=cls.dinas_a)
        cls.sk_satu = cls.jabatan(cls.satu, cls.jab_a, cls.dinas_a)
        cls.sk_dua = cls.jabatan(cls.dua, cls.jab_a2, cls.dinas_a)
        cls.kemarin = cls.hari_ini - timedelta(days=1)

    @classmethod
    def perubahan(cls, *baris, **nilai):
        """Return a draft of the administrator with these lines."""
        vals = {
            "name": "Susunan baru",
            "nomor_dasar": "Perwali 12/2026",
            "tanggal_dasar": date(2026, 1, 2),
            "tanggal_berlaku": cls.hari_ini,
            "baris_ids": [
                Command.create({"sequence": n, **satu}) for n, satu in enumerate(baris)
            ],
            **nilai,
        }
        return cls.env["asn.perubahan.organisasi"].with_user(cls.admin).create(vals)

    def setujui(self, perubahan):
        """Submit and approve; return the change as superuser."""
        perubahan.action_submit()
        perubahan.with_user(self.kepala_badan).action_approve()
        self.env.invalidate_all()
        return perubahan.sudo()

    def ganti_nama(self, nama="Dinas Alfa"):
        """Return a line that renames Dinas A."""
        return {"jenis": "ganti_nama", "unit_id": self.dinas_a.id, "nama_baru": nama}
