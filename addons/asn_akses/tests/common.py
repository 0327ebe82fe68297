import base64
import io
from datetime import timedelta

import pypdf
from odoo.addons.asn_audit.tests.common import AuditCommon
from odoo.fields import Command


def _pdf():
    aliran = io.BytesIO()
    halaman = pypdf.PdfWriter()
    halaman.add_blank_page(width=99, height=99)
    halaman.write(aliran)
    return base64.b64encode(aliran.getvalue())


#: The smallest PDF that the archive takes for one.
PDF = _pdf()


class AksesCommon(AuditCommon):
    """Ani, a PNS with a degree, and whoever appoints her."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.s1 = cls.env.ref("asn_base.pendidikan_s1")
        cls.jab_pengawas = cls.buat_jabatan("Kepala Subbagian", "pengawas_iva")
        for orang in (cls.ani, cls.badu):
            orang.write(
                {
                    "status_pegawai": "pns",
                    "pendidikan_id": cls.s1.id,
                    "jabatan_id": cls.jab_pelaksana.id,
                }
            )
        cls.layanan_x, cls.layanan_y = cls.env["asn.layanan"].create(
            [{"name": f"Layanan {x}", "code": f"uji_akses_{x}"} for x in "xy"]
        )
        # The regular accounts of a city have role lines, not bare groups.
        cls.env["res.users.role.line"].create(
            [
                {"user_id": u.id, "role_id": cls.env.ref(f"asn_base.role_{p}").id}
                for u, p in (
                    (cls.ani.user_id, "pegawai"),
                    (cls.badu.user_id, "pegawai"),
                )
            ]
        )
        (cls.ani | cls.badu).user_id.set_groups_from_roles()
        cls.tandatangani(cls.ani, cls.badu, cls.cici, cls.fasil, cls.pim, cls.utama)
        cls.env.flush_all()

    @classmethod
    def tandatangani(cls, *orang):
        """Let these people have signed what a guarded role asks for."""
        Pakta = cls.env["asn.pakta"]._mesin()
        for teks in cls.env["asn.pakta.teks"]._yang_berlaku():
            Pakta.create([Pakta._vals_pakta(o.user_id, teks) for o in orang])

    def ajukan(self, peran="fasilitator", siapa=None, hari=365, **nilai):
        """Let Administrator Sistem write an appointment."""
        if peran == "fasilitator":
            nilai.setdefault("unit_ids", [Command.set(self.dinas_a.ids)])
        elif peran in ("admin_aplikasi", "validator"):
            nilai.setdefault("layanan_ids", [Command.set(self.layanan_x.ids)])
        return self.sebagai(self.sistem, "asn.pemberian.peran").create(
            {
                "user_id": (siapa or self.ani).user_id.id,
                "role_id": self.env.ref(f"asn_base.role_{peran}").id,
                "alasan": "Pengganti pejabat lama",
                "tanggal_mulai": self.hari_ini,
                "tanggal_selesai": self.hari_ini + timedelta(days=hari),
                **nilai,
            }
        )

    def nyatakan(self, beri):
        """Let Administrator Sistem make all statements."""
        beri.syarat_ids.filtered(lambda s: s.hasil == "perlu").action_nyatakan()
        return beri

    def setujui(self, beri, nomor="800/7", **berkas):
        """Let Kepala Badan approve."""
        beri.with_user(self.kaban.user_id)._setujui(nomor, self.hari_ini, **berkas)
        return beri

    def angkat(self, peran="fasilitator", siapa=None, hari=365, **nilai):
        """Return an approved appointment."""
        return self.setujui(self.nyatakan(self.ajukan(peran, siapa, hari, **nilai)))

    def punya(self, orang, peran):
        """Tell whether a person has a right just now."""
        self.env.invalidate_all()
        return orang.user_id.has_group(f"asn_base.group_{peran}")

    def hasil(self, beri, kode):
        """Return how one requirement stands, and the fact."""
        baris = beri.syarat_ids.filtered(lambda s: s.syarat_id.kode == kode)
        return baris.hasil, baris.fakta
