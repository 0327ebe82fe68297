from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.fields import Domain

from .asn_layanan_peringatan import HARI_AKAN_BERAKHIR


class AsnLayananPeringatan(models.Model):
    """What the daily check finds."""

    _inherit = "asn.layanan.peringatan"

    @api.model
    def _temuan(self):
        """Return the values of every alert that holds today."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return [
            *self._temuan_tugas(),
            *self._temuan_tahap(),
            *self._temuan_mandat(hari_ini),
            *self._temuan_delegasi(hari_ini),
            *self._temuan_pegawai(),
            *self._temuan_pembaruan(),
        ]

    @api.model
    def _temuan_tugas(self):
        tugas = self.env["asn.permohonan.tugas"].search(
            [("state", "=", "open"), ("tanpa_pelaku", "=", True)], limit=1000
        )
        return [self._vals_tugas(t) for t in tugas]

    @api.model
    def _vals_tugas(self, tugas):
        """Return the alert that a task waits for nobody."""
        permohonan = tugas.permohonan_id
        return {
            "kunci": f"tugas:{tugas.id}",
            "jenis": "tugas",
            "berat": "2",
            "judul": self.env._(
                "Nobody can act on request %s", permohonan.nomor or permohonan.id
            ),
            "siapa": tugas.tahap_id.name,
            "cara": self.env._(
                "Fill the post, grant the role or the service, or correct the"
                " mandate. The request goes on by itself. %s",
                tugas.alasan_pelaku or "",
            ).strip(),
            "layanan_id": permohonan.layanan_id.id,
            "res_model": "asn.permohonan",
            "res_id": permohonan.id,
        }

    @api.model
    def _temuan_tahap(self):
        tahap = self.env["asn.layanan.tahap"].search(
            [("versi_id.state", "=", "live"), ("versi_id.layanan_id.active", "=", True)]
        )
        hasil = []
        for t in tahap:
            masalah = t._masalah()
            if not masalah:
                continue
            layanan = t.versi_id.layanan_id
            hasil.append(
                {
                    "kunci": f"tahap:{t.id}",
                    "jenis": "tahap",
                    "berat": "2",
                    "judul": self.env._(
                        "%(service)s: nobody can take the step %(step)s",
                        service=layanan.name,
                        step=t.name,
                    ),
                    "siapa": masalah[0],
                    "cara": masalah[1],
                    "layanan_id": layanan.id,
                    "res_model": "asn.layanan.versi",
                    "res_id": t.versi_id.id,
                }
            )
        return hasil

    # ------------------------------------------------------------------
    # Mandates
    # ------------------------------------------------------------------

    @api.model
    def _temuan_mandat(self, hari_ini):
        perlu = self.env["asn.layanan"].search(
            [
                (
                    "versi_ids",
                    "any",
                    [
                        ("state", "=", "live"),
                        ("tahap_ids.jenis", "=", "ttd"),
                    ],
                )
            ]
        )
        hasil = []
        for layanan in perlu:
            mandat = layanan.mandat_ids.filtered("active")
            berlaku = mandat.filtered(lambda m: m._berlaku_pada(hari_ini))
            if not berlaku:
                hasil.append(
                    self._vals_mandat(
                        f"mandat:kosong:{layanan.id}",
                        layanan,
                        self.env._("%s: no signing mandate is in force", layanan.name),
                        self.env._("Record who signs by which decree."),
                        layanan,
                    )
                )
            for m in mandat:
                hasil += self._temuan_satu_mandat(m, mandat - m, hari_ini)
        return hasil

    def _temuan_satu_mandat(self, mandat, lain, hari_ini):
        """Return the alerts about one mandate of a service."""
        sama = lain.filtered(lambda m: m._jangkauan() == mandat._jangkauan())
        hasil = self._mandat_berakhir(mandat, sama, hari_ini)
        if mandat._berlaku_pada(hari_ini):
            hasil += self._mandat_tanpa_pemegang(mandat)
            hasil += self._mandat_ganda(mandat, sama, hari_ini)
        return hasil

    def _mandat_berakhir(self, mandat, sama, hari_ini):
        """Return the alert that a mandate ended or will, without a successor."""
        akhir = mandat.berlaku_sampai
        if not akhir or akhir > fields.Date.add(hari_ini, days=HARI_AKAN_BERAKHIR):
            return []
        besok = fields.Date.add(akhir, days=1)
        if any(m._berlaku_pada(besok) or m._berlaku_pada(hari_ini) for m in sama):
            return []
        lewat = akhir < hari_ini
        judul = (
            self.env._("Mandate %(name)s ended on %(date)s")
            if lewat
            else self.env._("Mandate %(name)s ends on %(date)s")
        )
        return [
            self._vals_mandat(
                f"mandat:akhir:{mandat.id}",
                mandat,
                judul % {"name": mandat.name, "date": format_panjang(akhir)},
                self.env._("Record its successor by a new decree, or archive it."),
                mandat.layanan_id,
                "2" if lewat else "1",
            )
        ]

    def _mandat_tanpa_pemegang(self, mandat):
        if mandat.penandatangan_jabatan != "jabatan":
            return []
        penentu = self.env["asn.layanan.penentu"]
        if penentu._pemegang_jabatan(mandat.jabatan_id).user_id.active:
            return []
        return [
            self._vals_mandat(
                f"mandat:jabatan:{mandat.id}",
                mandat,
                self.env._(
                    "Mandate %s: the post has no holder with an account", mandat.name
                ),
                self.env._("Appoint a holder or an acting official (Plt/Plh)."),
                mandat.layanan_id,
            )
        ]

    def _mandat_ganda(self, mandat, sama, hari_ini):
        """Return the alert that another mandate comes before for the same people."""
        tutup = sama.filtered(
            lambda m: (
                m._berlaku_pada(hari_ini)
                and (m.sequence, m.id) < (mandat.sequence, mandat.id)
            )
        )[:1]
        if not tutup:
            return []
        return [
            self._vals_mandat(
                f"mandat:ganda:{mandat.id}",
                mandat,
                self.env._(
                    "Mandates overlap: %(one)s hides %(two)s",
                    one=tutup.name,
                    two=mandat.name,
                ),
                self.env._("End one of them or say for whom each one is."),
                mandat.layanan_id,
                "1",
            )
        ]

    def _vals_mandat(self, kunci, record, judul, cara, layanan, berat="2"):
        return {
            "kunci": kunci,
            "jenis": "mandat",
            "berat": berat,
            "judul": judul,
            "siapa": layanan.name,
            "cara": cara,
            "layanan_id": layanan.id,
            "res_model": record._name,
            "res_id": record.id,
        }

    # ------------------------------------------------------------------
    # People
    # ------------------------------------------------------------------

    @api.model
    def _temuan_delegasi(self, hari_ini):
        hidup = self.env["asn.delegasi"].search(
            [("dicabut_pada", "=", False), ("tanggal_selesai", ">=", hari_ini)]
        )
        hasil = []
        for delegasi in hidup:
            kepada = delegasi.kepada_id
            if not kepada.active or not kepada.employee_id:
                cara = self.env._("The account of %s is closed.", kepada.name)
            elif delegasi._sejaman(kepada):
                cara = self.env._(
                    "%s is away, too, and a delegation goes one hop only.", kepada.name
                )
            else:
                continue
            hasil.append(
                {
                    "kunci": f"delegasi:{delegasi.id}",
                    "jenis": "delegasi",
                    "berat": "2",
                    "judul": self.env._(
                        "The delegation %s leads to nobody", delegasi.display_name
                    ),
                    "siapa": delegasi.dari_id.name,
                    "cara": self.env._(
                        "%s End the delegation and make one to somebody present.", cara
                    ),
                    "res_model": delegasi._name,
                    "res_id": delegasi.id,
                }
            )
        return hasil

    @api.model
    def _temuan_pegawai(self):
        """Return one alert for all people whose superior is not known."""
        perlu = self.env["asn.layanan.tahap"].search_count(
            [("versi_id.state", "=", "live"), ("penentu", "=", "atasan_langsung")],
            limit=1,
        )
        if not perlu:
            return []
        domain = (
            Domain("parent_id", "=", False)
            & Domain("user_id", "!=", False)
            & Domain("nip", "!=", False)
            & Domain("unit_id.parent_id", "!=", False)
        )
        pegawai = self.env["hr.employee"].search(domain, limit=5, order="name, id")
        if not pegawai:
            return []
        jumlah = self.env["hr.employee"].search_count(domain)
        return [
            {
                "kunci": "pegawai:atasan",
                "jenis": "pegawai",
                "berat": "1",
                "judul": self.env._("%s employees have no superior", jumlah),
                "siapa": ", ".join(pegawai.mapped("name")),
                "cara": self.env._(
                    "Give their units a head, or the employees a superior: requests"
                    " that a superior considers would wait for nobody."
                ),
                "res_model": "hr.employee",
                "res_id": pegawai[0].id,
            }
        ]
