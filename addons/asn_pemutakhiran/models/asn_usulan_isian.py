from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..domain import nilai as nilai_tools
from ..domain import transisi

_BARIS_MAKS = 40
_DOKUMEN_MAKS = 10
_DRAF_MAKS = 30


class AsnUsulan(models.Model):
    """What a proposer sees, fills in and saves as a draft."""

    _inherit = "asn.usulan"

    @api.model
    def _pegawai_usulan(self, employee_id):
        """Return the employee of a proposal and how the user proposes for them."""
        if employee_id and not isinstance(employee_id, int):
            raise UserError(self.env._("Choose the employee first."))
        pegawai = self.env["hr.employee"].browse(employee_id or [])
        pegawai = pegawai.exists() if pegawai else self.env.user.employee_id
        if not pegawai:
            raise UserError(
                self.env._(
                    "Your account has no employee record. Ask BKPSDM to connect it."
                )
            )
        return pegawai, self._periksa_pengusul(pegawai)

    @api.model
    def get_pilihan(self, employee_id=False):
        """Return what may be proposed for somebody, by group of the profile.

        :param employee_id: id of ``hr.employee``; without it the own one
        :raise AccessError: neither the own profile nor in scope
        """
        pegawai, cara = self._pegawai_usulan(employee_id)
        jenis = self.env["asn.usulan.jenis"].search([])  # pylint: disable=no-search-all
        bagian = dict(jenis._fields["bagian"]._description_selection(self.env))
        kelompok = {}
        for satu in jenis:
            if not self._terbuka_untuk(satu, cara):
                continue
            kelompok.setdefault(satu.bagian, []).append(
                {
                    "id": satu.id,
                    "nama": satu.name,
                    "model": satu.model,
                    "medan": satu.medan,
                    "pribadi": satu._is_pribadi(),
                }
            )
        return {
            # sudo: name of somebody the caller proposes for, checked above
            "pegawai": {"id": pegawai.id, "nama": pegawai.sudo().nama_lengkap},
            "cara": cara,
            "bagian": [
                {"kode": kode, "nama": nama, "jenis": kelompok[kode]}
                for kode, nama in bagian.items()
                if kode in kelompok
            ],
        }

    @api.model
    def _terbuka_untuk(self, jenis, cara):
        try:
            jenis._periksa_terbuka(cara)
        except (AccessError, UserError):
            return False
        return True

    @api.model
    def get_isian(self, jenis_ids, employee_id=False, asal_id=False):
        """Return the questions of kinds, with the present values.

        :param jenis_ids: ids of ``asn.usulan.jenis``
        :param asal_id: the riwayat row to correct
        :return: list of ``{jenis, medan: [...], dokumen, baris}``
        """
        pegawai, cara = self._pegawai_usulan(employee_id)
        jenis = self.env["asn.usulan.jenis"].browse(jenis_ids).exists()
        hasil = []
        for satu in jenis:
            satu._periksa_terbuka(cara)
            rekam = self._rekam_asal(satu, pegawai, asal_id)
            hasil.append(
                {
                    "id": satu.id,
                    "nama": satu.name,
                    "bagian": satu.bagian,
                    "pribadi": satu._is_pribadi(),
                    "wajib_dokumen": satu.wajib_dokumen,
                    "bkpsdm": satu.verifikator == "bkpsdm",
                    "jenis_dokumen": self._pilihan_jenis_dokumen(satu),
                    "medan": satu._susun_medan(rekam),
                    "baris": []
                    if satu._is_pribadi()
                    else self._baris_terkoreksi(satu, pegawai),
                }
            )
        return {"jenis": hasil, "dokumen": self._dokumen_terpilih(pegawai)}

    @api.model
    def _rekam_asal(self, jenis, pegawai, asal_id):
        """Return the record whose values are shown as the present ones."""
        if jenis._is_pribadi():
            # sudo: fields of the table of kinds, of the caller's own or scope
            return pegawai.sudo()
        Riwayat = self.env[jenis.model]
        if not asal_id:
            return Riwayat
        asal = Riwayat.search(
            [
                ("id", "=", asal_id),
                ("employee_id", "=", pegawai.id),
                ("status", "=", "sah"),
            ]
        )
        if not asal:
            raise UserError(
                self.env._("Only a valid (sah) row of this person can be corrected.")
            )
        # sudo: found with the caller's rights; all its fields are shown
        return asal.sudo()

    @api.model
    def _baris_terkoreksi(self, jenis, pegawai):
        """Return the valid rows of a person that may be corrected."""
        baris = self.env[jenis.model].search(
            [("employee_id", "=", pegawai.id), ("status", "=", "sah")], limit=100
        )
        return [{"id": b.id, "nama": jenis._ringkas_rekam(b)} for b in baris]

    @api.model
    def _pilihan_jenis_dokumen(self, jenis):
        dokumen = jenis.jenis_dokumen_ids.filtered("unggah_mandiri")
        return [{"id": d.id, "nama": d.name} for d in dokumen]

    @api.model
    def _dokumen_terpilih(self, pegawai):
        """Return the documents of a person that may serve as evidence."""
        dokumen = self.env["asn.dokumen"].search(
            [
                ("employee_id", "=", pegawai.id),
                ("is_terbaru", "=", True),
                ("status", "!=", "ditolak"),
            ],
            limit=200,
        )
        return [
            {
                "id": d.id,
                "nama": d.display_name,
                "jenis_id": d.jenis_id.id,
                "status": d.status,
                "gambar": (d.mimetype or "").startswith("image/"),
            }
            for d in dokumen
        ]

    # -- saving ------------------------------------------------------------

    @api.model
    def simpan(self, data):
        """Save a draft or a returned proposal; nothing reaches the profile.

        :param data: ``{"id", "employee_id", "alasan", "peserta_id", "baris": [
            {"id", "jenis_id", "asal_id", "nilai": {}, "dokumen_ids": []}]}``
        :return: id of the proposal
        :raise AccessError: not the own profile, not in scope
        :raise UserError: a value that cannot be stored
        """
        if not isinstance(data, dict) or not isinstance(data.get("baris"), list):
            raise UserError(self.env._("This proposal arrived incomplete. Try again."))
        if len(data["baris"]) > _BARIS_MAKS:
            raise UserError(
                self.env._("A proposal has at most %s changes.", _BARIS_MAKS)
            )
        if data.get("id"):
            usulan = self.browse(self._satu_id(data["id"])).exists()
            usulan._untuk_pengurus()
            if usulan.state not in transisi.TERBUKA:
                raise UserError(usulan._pesan_keadaan())
        else:
            usulan = self._buat_draf(data)
        alasan = data.get("alasan") or ""
        baris = [usulan._baca_baris(b) for b in data["baris"]]
        usulan._tulis_draf(baris, nilai_tools.bersihkan("text", alasan))
        return usulan.id

    @api.model
    def _satu_id(self, nilai):
        if isinstance(nilai, bool) or not isinstance(nilai, int):
            raise UserError(self.env._("This proposal arrived incomplete. Try again."))
        return nilai

    @api.model
    def _buat_draf(self, data):
        pegawai, cara = self._pegawai_usulan(data.get("employee_id"))
        # sudo: nobody has rights to create proposals; the caller was checked
        Usulan = self.sudo()
        milik = [("pengusul_id", "=", self.env.uid), ("state", "=", "draft")]
        if Usulan.search_count(milik, limit=_DRAF_MAKS) >= _DRAF_MAKS:
            raise UserError(
                self.env._(
                    "You have %s drafts. Submit or withdraw some of them first.",
                    _DRAF_MAKS,
                )
            )
        usulan = Usulan._mesin().create(
            {
                "employee_id": pegawai.id,
                "pengusul_id": self.env.uid,
                "diwakili": cara != "mandiri",
                "peserta_id": self._peserta_berjalan(pegawai).id,
            }
        )
        usulan._catat_jejak("buat", False, "draft", False, False, cara)
        return usulan.with_env(self.env)

    @api.model
    def _peserta_berjalan(self, pegawai):
        """Return the running campaign this person takes part in, or none."""
        # sudo: whether a campaign runs for the person is not for the caller
        return (
            self.env["asn.pemutakhiran.peserta"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", pegawai.id),
                    ("pemutakhiran_id.state", "=", "berjalan"),
                    ("state", "!=", "keluar"),
                ],
                limit=1,
            )
        )

    def _baca_baris(self, isi):
        """Return the cleaned values of one line; everything is checked here."""
        if not isinstance(isi, dict) or not isinstance(isi.get("nilai"), dict):
            raise UserError(self.env._("This proposal arrived incomplete. Try again."))
        jenis = self.env["asn.usulan.jenis"].browse(self._satu_id(isi.get("jenis_id")))
        if not jenis.exists():
            raise UserError(self.env._("Choose what to change."))
        jenis._periksa_terbuka(self._periksa_pengusul(self.employee_id))
        asal = self._satu_id(isi.get("asal_id") or 0)
        if jenis._is_pribadi():
            asal, tindakan = 0, "ubah"
        else:
            tindakan = "koreksi" if asal else "baru"
            # Refuses rows of other people, and rows that are not valid.
            self._rekam_asal(jenis, self.employee_id, asal)
        dokumen = self._baca_dokumen(isi.get("dokumen_ids") or [])
        nilai = jenis._bersihkan(isi["nilai"])
        if jenis._is_foto():
            nilai = {jenis.medan: jenis._foto_dari(dokumen)}
        return {
            "id": self._satu_id(isi.get("id") or 0),
            "jenis_id": jenis.id,
            "tindakan": tindakan,
            "asal_id": asal,
            "nilai": nilai,
            "dokumen_ids": [(6, 0, dokumen.ids)],
        }

    def _baca_dokumen(self, ids):
        """Return the documents, which must be of this very person."""
        if not isinstance(ids, list) or len(ids) > _DOKUMEN_MAKS:
            raise UserError(
                self.env._("A change has at most %s documents.", _DOKUMEN_MAKS)
            )
        ids = [self._satu_id(i) for i in ids]
        # With the caller's rights: nobody attaches what they cannot see.
        ada = self.env["asn.dokumen"].search(
            [("id", "in", ids), ("employee_id", "=", self.employee_id.id)]
        )
        if set(ada.ids) != set(ids):
            raise AccessError(
                self.env._("The documents must be in the archive of this employee.")
            )
        return ada

    def _tulis_draf(self, baris, alasan):
        """Store cleaned lines; lines already decided stay as they are."""
        # sudo: nobody has rights to write proposals; the caller was checked
        usulan_sudo = self.sudo()
        dapat = usulan_sudo.baris_ids.filtered(
            lambda b: b.keputusan in ("menunggu", "dikembalikan")
        )
        sisa = dapat
        Baris = usulan_sudo.baris_ids._mesin()
        for vals in baris:
            lama = dapat.browse(vals.pop("id") or [])
            if lama and lama not in dapat:
                raise UserError(
                    self.env._("A change that has been decided cannot be edited.")
                )
            sisa -= lama
            if lama:
                lama._mesin().write(vals)
            else:
                Baris.create({**vals, "usulan_id": self.id})
        if self.state == transisi.DRAFT:
            sisa._mesin().unlink()
        semua = usulan_sudo.baris_ids
        usulan_sudo._mesin().write(
            {
                "alasan": alasan,
                "ringkasan": usulan_sudo._teks_ringkasan(),
                "tertutup": any(j._tertutup_fasilitator() for j in semua.jenis_id),
            }
        )

    def _teks_ringkasan(self):
        """Return what this proposal is about, without any value."""
        nama = [
            self.env._("Correction of %s", b.jenis_id.name)
            if b.tindakan == "koreksi"
            else b.jenis_id.name
            for b in self.baris_ids
        ]
        teks = ", ".join(dict.fromkeys(nama))
        return teks if len(teks) <= 200 else teks[:199] + "…"

    def get_draf(self):
        """Return a draft or returned proposal as the filling page wants it."""
        self.ensure_one()
        self.check_access("read")
        if not self._boleh_mengurus(self.env.user):
            raise AccessError(
                self.env._("This proposal is kept by its employee and its proposer.")
            )
        if self.state not in transisi.TERBUKA:
            raise UserError(self._pesan_keadaan())
        # sudo: lines of a proposal the caller keeps
        dapat = self.sudo().baris_ids.filtered(
            lambda b: b.keputusan in ("menunggu", "dikembalikan")
        )
        return {
            "id": self.id,
            "employee_id": self.employee_id.id,
            "state": self.state,
            "alasan": self.alasan or "",
            "catatan": self.catatan_kembali or "",
            "baris": [
                {
                    "id": b.id,
                    "jenis_id": b.jenis_id.id,
                    "asal_id": b.asal_id,
                    "nilai": b.nilai or {},
                    "dokumen_ids": b.dokumen_ids.ids,
                    "catatan": b.catatan or "",
                }
                for b in dapat
            ],
        }
