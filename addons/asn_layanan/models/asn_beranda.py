from odoo import api, fields, models


class AsnBeranda(models.AbstractModel):
    """Sections of the home page about requests and tasks."""

    _inherit = "asn.beranda"

    #: Rows of a section; the rest is behind the link.
    _BARIS = 5

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        Permohonan = self.env["asn.permohonan"]
        if not Permohonan.has_access("read"):
            return bagian
        if tugas := self._bagian_tugas(Permohonan):
            bagian.append(tugas)
        bagian += self._bagian_permohonan(Permohonan)
        return bagian

    @api.model
    def _pintasan(self):
        pintasan = super()._pintasan()
        if self.env.user.employee_id:
            pintasan.append(
                {
                    "judul": self.env._("File a request"),
                    "keterangan": self.env._("Choose a service and apply"),
                    "ikon": "fa-paper-plane-o",
                    "aksi": "asn_layanan.asn_layanan_action_ajukan",
                    "urutan": 10,
                }
            )
        return pintasan

    @api.model
    def _bagian_tugas(self, Permohonan):
        """Return the worklist of an official: how much, how old, the first ones."""
        Tugas = self.env["asn.permohonan.tugas"]
        domain = [("state", "=", "open"), ("aktor_ids", "in", self.env.uid)]
        # Counted on the requests, which know who acts: no join from the tasks.
        jumlah = Permohonan.search_count([("is_tugas_saya", "=", True)], limit=1000)
        if not jumlah:
            pernah = Tugas.search_count([("aktor_ids", "in", self.env.uid)], limit=1)
            if not pernah:
                return False
        tugas = Tugas.search(domain, order="batas_waktu, id", limit=self._BARIS)
        sekarang = fields.Datetime.now()
        baris = []
        for t in tugas:
            lewat = t.batas_waktu and t.batas_waktu < sekarang and not t.menunggu_luar
            permohonan = t.permohonan_id
            baris.append(
                {
                    "judul": f"{permohonan.nama_pegawai} · {permohonan.ringkasan}",
                    "keterangan": f"{t.tahap_id.name} · {permohonan.nomor}",
                    "tanggal": permohonan._waktu_teks(t.batas_waktu),
                    "lencana": self.env._("Overdue") if lewat else False,
                    "warna": "danger" if lewat else "info",
                    "ikon": "fa-check-square-o",
                    "aksi": self._aksi_permohonan(permohonan),
                }
            )
        return {
            "key": "layanan_tugas",
            "judul": self.env._("Waiting for you (%s)", jumlah),
            "jenis": "daftar",
            "urutan": 10,
            "isi": {
                "baris": baris,
                "kosong": self.env._("Nothing waits for you. New tasks appear here."),
            },
            "aksi": "asn_layanan.asn_permohonan_action_tugas",
            "label_aksi": self.env._("All tasks"),
        }

    @api.model
    def _bagian_permohonan(self, Permohonan):
        """Return the running requests of the present user as timelines."""
        milik = Permohonan.search(
            [
                ("pemohon_user_id", "=", self.env.uid),
                (
                    "state",
                    "in",
                    ("draft", "in_review", "returned", "approved", "issued"),
                ),
            ],
            limit=self._BARIS,
        )
        bagian = [self._bagian_milik(milik)] if milik else []
        jalan = milik.filtered("tanggal_ajuan")[:2]
        bagian += [self._garis_waktu(p, 21 + i) for i, p in enumerate(jalan)]
        if not milik and self.env.user.employee_id:
            bagian.append(
                {
                    "key": "layanan_kosong",
                    "pribadi": True,
                    "judul": self.env._("My requests"),
                    "jenis": "kosong",
                    "urutan": 20,
                    "isi": {
                        "judul": self.env._("No running request"),
                        "keterangan": self.env._(
                            "Choose a service; the system says at once what you are"
                            " entitled to."
                        ),
                        "ikon": "fa-paper-plane-o",
                        "label_aksi": self.env._("File a request"),
                        "aksi": "asn_layanan.asn_layanan_action_ajukan",
                    },
                }
            )
        return bagian

    @api.model
    def _bagian_milik(self, milik):
        """Return the own running requests with the one thing to do next for each."""
        menunggu = ("draft", "returned", "issued")
        baris = []
        for p in milik:
            giliran = p.state in menunggu
            hari = p.batas_perbaikan if p.state == "returned" else p.perkiraan_selesai
            langkah = p.status_ringkas["ajakan"] if giliran else p.posisi
            baris.append(
                {
                    "judul": p.ringkasan,
                    "keterangan": " · ".join(filter(None, (p.nomor, langkah))),
                    "tanggal": p._waktu_teks(hari),
                    "lencana": self.env._("Your turn") if giliran else False,
                    "warna": "warning" if giliran else "info",
                    "ikon": "fa-hand-o-right" if giliran else "fa-hourglass-half",
                    "aksi": self._aksi_permohonan(p),
                }
            )
        return {
            "key": "layanan_permohonan_saya",
            "judul": self.env._("My open requests"),
            "jenis": "daftar",
            "urutan": 20,
            "isi": {"baris": baris},
            "aksi": "asn_layanan.asn_permohonan_action_saya",
            "label_aksi": self.env._("All requests"),
        }

    @api.model
    def _garis_waktu(self, permohonan, urutan):
        baris = [
            {
                "judul": b["judul"],
                "keterangan": b.get("pelaku") or "",
                "tanggal": b.get("waktu") or b.get("batas") or "",
                "status": b["status"],
            }
            for b in self._sekitar_kini(permohonan.lini_masa)
        ]
        return {
            "key": f"layanan_permohonan_{permohonan.id}",
            "judul": self.env._("My request: %s", permohonan.ringkasan),
            "jenis": "garis_waktu",
            "urutan": urutan,
            "isi": {
                "judul": permohonan.nomor or self.env._("Draft"),
                "keterangan": permohonan.posisi or "",
                "baris": baris,
            },
            "aksi": self._aksi_permohonan(permohonan),
            "label_aksi": self.env._("Open"),
        }

    @api.model
    def _sekitar_kini(self, baris):
        """Return what was done last, what runs and what comes next.

        All the steps are on the page of the request.
        """
        jalan = [i for i, b in enumerate(baris) if b["status"] == "berjalan"]
        if not jalan:
            return baris[-3:]
        return baris[max(jalan[0] - 1, 0) : jalan[-1] + 2]

    @api.model
    def _aksi_permohonan(self, permohonan):
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.permohonan",
            "res_id": permohonan.id,
            "views": [[False, "form"]],
            "context": {"create": False},
        }
