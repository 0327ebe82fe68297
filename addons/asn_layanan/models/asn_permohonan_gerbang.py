from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import format_waktu
from odoo.exceptions import AccessError, UserError
from odoo.http import request

from ..domain import transisi


class AsnPermohonan(models.Model):
    """The gate: the only place where a request changes state."""

    _inherit = "asn.permohonan"

    # ------------------------------------------------------------------
    # Lock
    # ------------------------------------------------------------------

    def _kunci(self):
        """Lock these requests until the end of the transaction.

        A second decider waits here. When the first one commits, the second
        transaction is repeated by the server on fresh data and is told so: what
        was read before the lock is what is there. The lowest id comes first, so
        that two who decide on many wait in line.
        """
        self.flush_recordset()
        # A conflict is no error: the server repeats the call on fresh data.
        self.env.cr.execute(
            "SELECT id FROM asn_permohonan WHERE id = ANY(%s) ORDER BY id FOR UPDATE",
            [self.ids],
            log_exceptions=False,
        )
        if self.env.cr.rowcount != len(self):
            raise UserError(self.env._("This request does not exist any more."))
        # Lists may have been read with the rights of the caller: not all rows.
        self.env["asn.permohonan.tugas"].invalidate_model()
        daftar = [f.name for f in self._fields.values() if f.type.endswith("2many")]
        self.invalidate_recordset(daftar, flush=False)

    # ------------------------------------------------------------------
    # Actors
    # ------------------------------------------------------------------

    def _sudah_bertindak(self, tahap):
        """Return ids of users who acted elsewhere on this request (PRO-10).

        Acting again at the same step is no second pair of eyes: who returned a
        request looks at it again when it comes back.
        """
        self.ensure_one()
        if tahap.empat_mata == "tidak":
            return set()
        # sudo: every decision counts, not those the caller may read
        lain = self.sudo().keputusan_ids.filtered(
            lambda k: k.tahap_id != tahap and k.hasil != "survey"
        )
        if tahap.empat_mata == "pertimbangan":
            lain = lain.filtered(lambda k: k.tahap_id.jenis != "pertimbangan")
        # Also the same person through another account.
        users = lain.aktor_user_id | lain.aktor_employee_id.user_id
        # sudo: who filed the request acted on it
        return set(users.ids) | set(self.sudo().pengaju_id.ids)

    def _tugas_terbuka(self):
        tugas = self.tugas_ids
        # Many are asked one after the other: what one needs is read for all.
        terbuka = tugas.filtered(lambda t: t.state == "open")
        return terbuka.with_prefetch(tugas._prefetch_ids)

    def _tugas_untuk(self, user, cache=None):
        """Return the open task on which this user may act now (or none).

        :param cache: one dict for many requests of one transaction
        """
        self.ensure_one()
        if self.state not in ("in_review", "approved"):
            return self.env["asn.permohonan.tugas"]
        for tugas in self._tugas_terbuka():
            if tugas._boleh_diputus(user, cache):
                return tugas
        return self.env["asn.permohonan.tugas"]

    def _tolak_pelaku(self, user):
        """Say why this user cannot decide here; raises always."""
        self.ensure_one()
        if user == self.pemohon_user_id:
            raise AccessError(
                self.env._("Nobody decides on their own request (four eyes, PRO-10).")
            )
        terakhir = self.keputusan_ids.filtered("aktor_user_id")[-1:]
        bertindak = self.keputusan_ids.filtered(lambda k: k.aktor_user_id == user)
        if self._tugas_terbuka() and bertindak and terakhir.aktor_user_id != user:
            raise AccessError(
                self.env._(
                    "You already acted on this request (step %(step)s). Another"
                    " official decides the present step (four eyes, PRO-10).",
                    step=bertindak[-1:].nama_tahap,
                )
            )
        self._tolak_klaim_atau_keluarga(user)
        # A closed task keeps only who decided it: ask the resolver for the others.
        pernah = self.tugas_ids.filtered(
            lambda t: user in (t.aktor_ids | t._aktor_sekarang())
        )
        if pernah or self.state not in ("in_review", "approved"):
            raise UserError(self._pesan_sudah_diputus(terakhir))
        raise AccessError(
            self.env._(
                "It is not your turn on this request: the step %(step)s is decided"
                " by somebody else.",
                step=self.tahap_id.name or "-",
            )
        )

    def _pesan_sudah_diputus(self, keputusan):
        waktu = fields.Datetime.context_timestamp(
            self, keputusan.waktu or self.write_date
        )
        return self.env._(
            "This request was already decided by %(who)s on %(when)s (%(result)s)."
            " Nothing was changed. Please reload the page.",
            who=keputusan.jabatan or keputusan.nama_aktor or self.env._("the system"),
            when=format_waktu(waktu),
            result=keputusan._label_hasil(),
        )

    # ------------------------------------------------------------------
    # Decisions and transitions
    # ------------------------------------------------------------------

    def _decide(self, hasil, ke, tugas=None, catatan=None, user=None, **vals):
        """Record a decision and move the request; the one gate.

        Expects a locked sudo record and an actor that was checked.

        :param hasil: result as in the decisions
        :param ke: the state to go to (may be the present one)
        :param tugas: the task that this decides
        :param user: the actor; empty for the machine itself
        :param vals: further engine values to write with the state
        :return: the decision
        """
        self.ensure_one()
        putusan = {"ke": ke, "tugas": tugas, "catatan": catatan, "vals": vals}
        return self._decide_banyak(hasil, [putusan], user)

    def _decide_banyak(self, hasil, putusan, user=None, cache=None):
        """Record one decision on each of these requests and move them.

        What ``_decide`` expects and promises, for many: nothing but this
        records a decision.

        :param putusan: one dict per request, in their order: ``ke`` and, as far
            as needed, ``tugas``, ``catatan`` and ``vals``
        :param cache: what the resolver remembers, for many requests
        :return: the decisions, in the same order
        """
        baris = [
            (p._vals_keputusan(hasil, satu, user, cache), p.hash_terakhir)
            for p, satu in zip(self, putusan, strict=True)
        ]
        semua = self.env["asn.permohonan.keputusan"]._tambah_banyak(baris)
        for permohonan, satu, keputusan in zip(self, putusan, semua, strict=True):
            vals = dict(
                satu.get("vals") or {},
                hash_terakhir=keputusan.hash,
                jumlah_keputusan=permohonan.jumlah_keputusan + 1,
            )
            permohonan._transition_to(satu["ke"], **vals)
        return semua

    def _vals_keputusan(self, hasil, putusan, user, cache):
        """Return the complete row of one decision.

        :raises UserError: when the table of moves does not have this one
        """
        dari, ke = self.state, putusan["ke"]
        if not transisi.boleh(dari, ke, hasil):
            label = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "A request that is %(state)s cannot be changed this way.",
                    state=label[dari],
                )
            )
        tugas = putusan.get("tugas") or self.env["asn.permohonan.tugas"]
        pegawai = self._pegawai_dari(user)
        return {
            "permohonan_id": self.id,
            "tugas_id": tugas.id,
            "tahap_id": tugas.tahap_id.id,
            "nama_tahap": tugas.tahap_id.name or False,
            "aktor_user_id": user.id if user else False,
            "aktor_employee_id": pegawai.id,
            "nama_aktor": pegawai.name or (user.name if user else False),
            "jabatan": self._jabatan_aktor(user, pegawai),
            "kapasitas": False,
            "hasil": hasil,
            "dari_state": dari,
            "ke_state": ke,
            "catatan": putusan.get("catatan") or False,
            "waktu": fields.Datetime.now(),
            "alamat_ip": request.httprequest.remote_addr if request else False,
            **self._nilai_keputusan(tugas, hasil, user, cache),
        }

    def _nilai_keputusan(self, tugas, hasil, user=None, cache=None):
        """Return further values of the row of a decision (extension point)."""
        return {}

    def _transition_to(self, ke, **vals):
        """Write the state and what goes with it. Called by ``_decide`` only."""
        vals["state"] = ke
        if fase := transisi.FASE_DARI_STATE.get(ke):
            vals["fase"] = fase
        if ke in transisi.AKHIR:
            vals["tanggal_akhir"] = fields.Datetime.now()
        self._mesin().with_context(tracking_disable=True).write(vals)

    def _pegawai_dari(self, user):
        # sudo: name and post of the actor
        return user.sudo().employee_id if user else self.env["hr.employee"].sudo()

    def _jabatan_aktor(self, user, pegawai):
        if not user:
            return self.env._("System (automatic)")
        return pegawai.jabatan_id.name or user.name

    # ------------------------------------------------------------------
    # Steps
    # ------------------------------------------------------------------

    def _tingkat_berikut(self, setelah):
        """Return the steps of the next level after a sequence, or none."""
        sisa = self.versi_id.tahap_ids.filtered(lambda t: t.sequence > setelah)
        sisa = sisa._berlaku(self)
        if not sisa:
            return sisa
        terdepan = min(sisa.mapped("sequence"))
        return sisa.filtered(lambda t: t.sequence == terdepan)

    def _tujuan(self, tahap):
        """Return (state, values) of a request that stands at these steps."""
        ttd = any(t.jenis in ("ttd", "terbit") for t in tahap)
        utama = tahap.sorted(lambda t: (t.sequence, t.id))[:1]
        return (
            transisi.APPROVED if ttd else transisi.IN_REVIEW,
            {"tahap_id": utama.id, "fase": utama.fase},
        )

    def _buka_tugas(self, tahap):
        """Open one task per step; alert when a step has nobody to act."""
        self.ensure_one()
        return self._buka_tugas_banyak([tahap])

    def _buka_tugas_banyak(self, tahap, cache=None):
        """Open the tasks of these requests; alert where nobody can act.

        :param tahap: the steps to open, one recordset per request
        """
        penentu = self.env["asn.layanan.penentu"]
        cache = penentu._siapkan_cache(cache)
        if any(tahap):
            penentu._siapkan_keluarga(self.employee_id, cache)
        vals_list = [
            permohonan._vals_tugas(satu, cache)
            for permohonan, beberapa in zip(self, tahap, strict=True)
            for satu in beberapa
        ]
        tugas = self.env["asn.permohonan.tugas"]._mesin().create(vals_list)
        tugas = tugas.with_env(self.env)
        for satu in tugas:
            kunci = ("temuan", satu.permohonan_id.id, satu.tahap_id.id)
            satu._catat_pengalihan(cache[kunci])
        tugas.filtered("tanpa_pelaku").permohonan_id._peringatan_tanpa_pelaku()
        return tugas

    def _vals_tugas(self, tahap, cache):
        """Return the values of a new task at one step of this request."""
        sekarang = fields.Datetime.now()
        temuan = self.env["asn.layanan.penentu"]._telusuri(tahap, self, cache)
        cache["temuan", self.id, tahap.id] = temuan
        aktor = self.env["res.users"].browse(temuan.pelaku)
        return {
            "permohonan_id": self.id,
            "tahap_id": tahap.id,
            "sequence": tahap.sequence,
            "state": "open",
            "aktor_ids": [fields.Command.set(aktor.ids)],
            "tanpa_pelaku": not aktor,
            "dibuka_pada": sekarang,
            "batas_waktu": self._kalender_kota()._asn_tambah_hari_kerja(
                sekarang, tahap.sla_hari
            ),
        }

    def _tutup_tugas(self, tugas, state, user=None):
        if not tugas:
            return
        vals = {"state": state, "ditutup_pada": fields.Datetime.now()}
        if user:
            vals["aktor_ids"] = [fields.Command.set(user.ids)]
            # Of all tasks in one read: the actors kept beside the request follow.
            self.tugas_ids.fetch(["aktor_ids"])
        tugas._mesin().write(vals)

    def _tingkat_selesai(self, tugas):
        """Tell whether the parallel tasks beside this one are complete."""
        # A step that came back after a return counts by its newest task.
        baru = {}
        for t in self.tugas_ids.filtered(lambda t: t.sequence == tugas.sequence):
            if t.tahap_id.id not in baru or t.id > baru[t.tahap_id.id].id:
                baru[t.tahap_id.id] = t
        sejajar = self.env["asn.layanan.tahap"].union(
            *(t.tahap_id for t in baru.values())
        )
        selesai = sum(t.state == "done" for t in baru.values())
        return selesai >= sejajar._kuorum_perlu()
