from odoo import api, models

from ..domain import penentu as aturan


class AsnLayananPenentu(models.AbstractModel):
    """The chain shown before submission: "this goes to ..."."""

    _inherit = "asn.layanan.penentu"

    @api.model
    def _rantai(self, employee, versi, pada=None, nilai=None, cache=None):
        """Return who would act on a request that nobody made.

        Heads of units and holders of posts are those of today; mandates and
        delegations are those of the date.

        :param pada: the date asked about; today when empty
        :param nilai: further values of the request, for conditions of steps
        :param cache: one dict for many people, so that roles are read once
        :return: see ``_rantai_permohonan``; with names, for officials
        """
        cache = {} if cache is None else cache
        if pada:
            cache["pada"] = pada
        contoh = self._contoh(employee, versi, nilai)
        tahap = contoh.versi_id.tahap_ids
        return self._rantai_permohonan(contoh, tahap, cache, nama=True)

    @api.model
    def _contoh(self, employee, versi, nilai=None):
        """Return a request of a person that exists in memory only."""
        # sudo: an example in memory, from the values of the caller only
        Permohonan = self.env["asn.permohonan"].sudo()
        return Permohonan.new(
            {
                **(nilai or {}),
                "layanan_id": versi.layanan_id.id,
                "versi_id": versi.id,
                "employee_id": employee.id,
                "pemohon_user_id": employee.user_id.id,
                "pengaju_id": employee.user_id.id,
                "unit_id": employee.unit_id.id,
            }
        )

    @api.model
    def _rantai_permohonan(self, permohonan, tahap, cache=None, nama=False):
        """Return one row per step that the request passes, in order.

        :param nama: also name the persons; else posts only
        :return: list of ``{tahap, nama_tahap, kode, urutan, jenis, fase, aktor,
            kuorum, sla_hari, sla_luar_hari, kosong, alasan}``; ``aktor`` is a list
            of ``{nama, jabatan, kapasitas, atas_nama}``, ``alasan`` says why
            somebody was passed over or why nobody can act
        """
        cache = self._siapkan_cache(cache)
        berlaku = tahap._berlaku(permohonan)
        return [
            self._baris_rantai(
                t,
                permohonan,
                self._telusuri(t, permohonan, cache),
                cache,
                berlaku,
                nama,
            )
            for t in berlaku
        ]

    def _baris_rantai(self, tahap, permohonan, temuan, cache, berlaku, nama):
        """Return one step of the chain; see above.

        :param temuan: who was found to act
        :param berlaku: all steps that the request passes
        """
        beralih = aturan.dialihkan(temuan) or not temuan.pelaku
        return {
            "tahap": tahap.id,
            "nama_tahap": tahap.name,
            "kode": tahap.kode,
            "urutan": tahap.sequence,
            "jenis": tahap.jenis,
            "fase": tahap.fase,
            "aktor": self._daftar_pelaku(tahap, permohonan, temuan, cache, nama),
            "kuorum": self._teks_kuorum(
                berlaku.filtered(lambda t: t.sequence == tahap.sequence)
            ),
            "sla_hari": tahap.sla_hari,
            "sla_luar_hari": tahap.sla_luar_hari if tahap.jenis == "eksternal" else 0,
            "kosong": not temuan.pelaku,
            "alasan": self._teks_dilewati(temuan) if beralih else "",
        }

    def _daftar_pelaku(self, tahap, permohonan, temuan, cache, nama):
        hasil = []
        # sudo: posts of officials are shown to every applicant
        for user in self.env["res.users"].sudo().browse(temuan.pelaku):
            pegawai = user.employee_id
            wewenang = self._wewenang(tahap, permohonan, user, cache)
            hasil.append(
                {
                    "nama": pegawai.name or user.name if nama else "",
                    "jabatan": self._jabatan_pelaku(pegawai, tahap, temuan),
                    "kapasitas": wewenang["kapasitas"],
                    "atas_nama": wewenang["atas_nama"] or "",
                }
            )
        return hasil

    def _jabatan_pelaku(self, pegawai, tahap, temuan):
        """Return the post of who acts; that of an alternate with its unit."""
        jabatan = pegawai.jabatan_id.name or tahap.name
        if not temuan.cadangan or not pegawai.unit_id:
            return jabatan
        return f"{jabatan} ({pegawai.unit_id.name})"

    @api.model
    def _teks_kuorum(self, sejajar):
        """Return how many of the parallel steps are needed, empty for one step."""
        if len(sejajar) < 2:
            return ""
        perlu = sejajar._kuorum_perlu()
        return self.env._(
            "%(needed)s of %(count)s approvals", needed=perlu, count=len(sejajar)
        )

    @api.model
    def _teks_dilewati(self, temuan):
        """Return in words who was passed over and why; posts and not names."""
        teks = {
            aturan.SENDIRI: self.env._("%s: own request"),
            aturan.KELUARGA: self.env._("%s: conflict of interest (family)"),
            aturan.EMPAT_MATA: self.env._("%s: already acted on this request"),
            aturan.TIDAK_AKTIF: self.env._("%s: the account is closed"),
        }
        tanpa_orang = {
            aturan.KOSONG: self.env._("a post has no holder with an account"),
            aturan.TANPA_PETUGAS: self.env._("the unit has no official for this step"),
        }
        kalimat = []
        for user_id, sebab in temuan.dilewati:
            if not user_id:
                kalimat.append(tanpa_orang[sebab])
                continue
            # sudo: posts of officials are shown to every applicant
            user = self.env["res.users"].sudo().browse(user_id)
            kalimat.append(
                teks[sebab] % (user.employee_id.jabatan_id.name or user.name)
            )
        alasan = "; ".join(dict.fromkeys(kalimat)) or self.env._(
            "nobody is named for this step"
        )
        if not temuan.cadangan:
            return alasan
        return self.env._("goes to an alternate, because: %s", alasan)
