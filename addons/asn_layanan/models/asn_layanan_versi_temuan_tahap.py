from odoo import models
from odoo.addons.asn_surat.domain import isian
from odoo.exceptions import ValidationError

from ..domain import penentu as aturan

#: Units that a check of actors looks at; a city has some hundreds.
UNIT_MAKS = 400


class AsnLayananVersi(models.Model):
    """Findings about steps, their actors, and letters."""

    _inherit = "asn.layanan.versi"

    def _temuan_tahap(self):
        tahap = self.tahap_ids
        if not tahap:
            pesan = self.env._("Add at least one step before publishing.")
            return [self._satu_temuan("tahap", pesan)]
        hasil = []
        ttd = tahap.filtered(lambda t: t.jenis == "ttd")
        if ttd and max(tahap.mapped("sequence")) > max(ttd.mapped("sequence")):
            pesan = self.env._("Signing must be the last step.")
            hasil.append(self._satu_temuan("tahap", pesan, ttd[-1:]))
        if ttd and not any(t.kondisi in (False, "[]") for t in ttd):
            pesan = self.env._(
                "Every signing step has a condition: a request that fits none would"
                " end unsigned."
            )
            hasil.append(self._satu_temuan("tahap", pesan, ttd[:1], galat=False))
        for satu in tahap:
            try:
                satu._check_penentu()
            except ValidationError as salah:
                hasil.append(self._satu_temuan("tahap", str(salah), satu))
            hasil += self._temuan_kondisi("tahap", satu, satu.name)
        hasil += self._temuan_sejajar()
        hasil += self._temuan_mandat(ttd)
        return hasil + self._temuan_pelaku()

    def _temuan_sejajar(self):
        """Steps that run in parallel agree on how many of them are enough."""
        hasil = []
        per_urutan = {}
        for tahap in self.tahap_ids:
            per_urutan.setdefault(tahap.sequence, self.tahap_ids.browse())
            per_urutan[tahap.sequence] |= tahap
        for sejajar in per_urutan.values():
            if len(sejajar) < 2:
                continue
            if len({(t.kuorum, t.kuorum_min) for t in sejajar}) > 1:
                pesan = self.env._(
                    "%s run in parallel but say differently how many are enough.",
                    ", ".join(sejajar.mapped("name")),
                )
                hasil.append(self._satu_temuan("tahap", pesan, sejajar[0]))
            elif sejajar[0].kuorum == "min" and sejajar[0].kuorum_min > len(sejajar):
                pesan = self.env._(
                    "%s: more approvals are asked than there are steps.",
                    ", ".join(sejajar.mapped("name")),
                )
                hasil.append(self._satu_temuan("tahap", pesan, sejajar[0]))
        return hasil

    def _temuan_mandat(self, ttd):
        perlu = ttd.filtered(lambda t: t.penentu == "penandatangan")
        if not perlu:
            return []
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        mandat = self.layanan_id.mandat_ids.filtered(
            lambda m: (
                (not m.berlaku_sampai or m.berlaku_sampai >= hari_ini)
                and (not m.berlaku_mulai or m.berlaku_mulai <= hari_ini)
            )
        )
        if not mandat:
            pesan = self.env._(
                "%s: the service has no signing mandate in force.", perlu[0].name
            )
            return [self._satu_temuan("tahap", pesan, perlu[0])]
        if not self._mandat_umum(mandat):
            pesan = self.env._(
                "No mandate is general: people whom none of them covers have no signer."
            )
            return [self._satu_temuan("tahap", pesan, perlu[0], galat=False)]
        return []

    def _mandat_umum(self, mandat):
        """Return the mandates that ask nothing of the applicant."""
        return mandat.filtered(
            lambda m: (
                not m.jenis_jabatan_ids
                and not m.eselon
                and not m.jenis_unit
                and not m.unit_id
                and not m.golongan_min_id
                and not m.golongan_maks_id
                and not (m.unit_id or m.golongan_min_id or m.golongan_maks_id)
                and m.kondisi in (False, "[]")
            )
        )

    def _temuan_pelaku(self):
        """Find steps with nobody for some unit, one person of each unit asked."""
        wakil = self._wakil_unit()
        if not wakil:
            return []
        kosong, dialihkan = self._tahap_tanpa_petugas(wakil)
        return [
            *self._temuan_unit(
                self.env._(
                    "%(step)s: nobody acts for %(count)s of %(all)s units, e.g."
                    " %(units)s."
                ),
                kosong,
                wakil,
            ),
            *self._temuan_unit(
                self.env._(
                    "%(step)s: an alternate acts for %(count)s of %(all)s units,"
                    " which have no official of their own, e.g. %(units)s."
                ),
                dialihkan,
                wakil,
            ),
        ]

    def _tahap_tanpa_petugas(self, wakil):
        """Return ``{step: [unit]}`` of those with nobody, and with an alternate only."""
        kosong, dialihkan = {}, {}
        cache = {}
        Permohonan = self.env["asn.permohonan"]
        Penentu = self.env["asn.layanan.penentu"]
        for pegawai in wakil:
            permohonan = Permohonan.new(
                {
                    "employee_id": pegawai.id,
                    "layanan_id": self.layanan_id.id,
                    "versi_id": self.id,
                    "unit_id": pegawai.unit_id.id,
                    "pemohon_user_id": pegawai.user_id.id,
                }
            )
            for tahap in self.tahap_ids._berlaku(permohonan):
                temuan = Penentu._telusuri(tahap, permohonan, cache)
                if not temuan.pelaku:
                    kosong.setdefault(tahap, []).append(pegawai.unit_id.name)
                elif (None, aturan.TANPA_PETUGAS) in temuan.dilewati:
                    dialihkan.setdefault(tahap, []).append(pegawai.unit_id.name)
        return kosong, dialihkan

    def _temuan_unit(self, pesan, per_tahap, wakil):
        """Return one warning per step for the units that it concerns."""
        return [
            self._satu_temuan(
                "tahap",
                pesan
                % {
                    "step": tahap.name,
                    "count": len(unit),
                    "all": len(wakil),
                    "units": ", ".join(sorted(unit)[:3]),
                },
                tahap,
                galat=False,
            )
            for tahap, unit in per_tahap.items()
        ]

    def _wakil_unit(self):
        """Return one employee of each unit, of those the service is open to."""
        layanan = self.layanan_id
        status = [
            kode
            for kode, boleh in (
                ("pns", layanan.untuk_pns),
                ("cpns", layanan.untuk_cpns),
                ("pppk", layanan.untuk_pppk),
            )
            if boleh
        ]
        kelompok = self.env["hr.employee"]._read_group(
            [("unit_id", "!=", False), ("status_pegawai", "in", status)],
            ["unit_id"],
            ["id:max"],
            limit=UNIT_MAKS,
        )
        return self.env["hr.employee"].browse([id_ for _unit, id_ in kelompok])

    def _temuan_surat(self):
        hasil = []
        ttd = self.tahap_ids.filtered(lambda t: t.jenis == "ttd")
        if ttd and not self.jenis_surat_id:
            pesan = self.env._(
                "A step that signs needs a letter: choose the letter kind."
            )
            hasil.append(self._satu_temuan("surat", pesan))
        if self.jenis_surat_id and not ttd:
            pesan = self.env._("The letter is signed by nobody: it is only sealed.")
            hasil.append(self._satu_temuan("surat", pesan, galat=False))
        for jenis in self._surat_semua():
            hasil += self._temuan_templat(jenis)
        return hasil

    def _temuan_templat(self, jenis):
        if not jenis.template:
            pesan = self.env._("Letter %s has no text.", jenis.name)
            return [self._satu_temuan("surat", pesan, jenis)]
        try:
            dipakai = isian.nama_dipakai(jenis.template)
        except isian.IsianSalah as salah:
            return [self._satu_temuan("surat", jenis._pesan_isian(salah), jenis)]
        if not dipakai:
            pesan = self.env._(
                "Letter %s has no merge field: every one would read the same.",
                jenis.name,
            )
            return [self._satu_temuan("surat", pesan, jenis)]
        kosong = self._isian_kosong(jenis, dipakai)
        if kosong:
            pesan = self.env._(
                "Letter %(letter)s asks for %(names)s, which no question of this"
                " version fills in.",
                letter=jenis.name,
                names=", ".join(sorted(kosong)),
            )
            return [self._satu_temuan("surat", pesan, jenis, galat=False)]
        return []

    def _isian_kosong(self, jenis, dipakai):
        """Return the answers that a letter prints and this version does not ask."""
        ditanya = {f"isian_{p['name']}" for p in self.properti_definisi or []}
        return {n for n in dipakai if n.startswith("isian_")} - ditanya
