from odoo import models


class HrEmployee(models.Model):
    """The profile page of those who propose instead of typing.

    What an officer fills in at once becomes a proposal for everybody else.
    """

    _inherit = "hr.employee"

    def _cara_isi(self):
        """Add ``usul`` for the person and for the fasilitator in scope."""
        cara = super()._cara_isi()
        if cara or not self._cara_usul():
            return cara
        return "usul"

    def _cara_usul(self):
        """Return how the present user proposes for this person, or ``None``."""
        return self.env["asn.usulan"]._boleh_mengusulkan(self, self.env.user)

    def _usul_terbuka(self):
        """Return the riwayat and the fields that the user may propose here."""
        if self._cara_isi() != "usul":
            return frozenset()
        return self.env["asn.usulan.jenis"]._kunci_terbuka(self._cara_usul())

    def _cara_isi_riwayat(self, daftar):
        """Add ``usul`` where a row of a kind may be proposed."""
        terbuka = self._usul_terbuka()
        return {
            model: cara or ("usul" if model in terbuka else False)
            for model, cara in super()._cara_isi_riwayat(daftar).items()
        }

    def _dapat_isi(self, unsur):
        """Add the fields that may be proposed."""
        terbuka = self._usul_terbuka()
        return super()._dapat_isi(unsur) | unsur.filtered(
            lambda u: u.jenis == "medan" and u.kode in terbuka
        )

    def _aksi_isi_medan(self, nama):
        if self._cara_isi() == "usul":
            return self.action_usulkan(f"medan:{nama}")
        return super()._aksi_isi_medan(nama)

    def _aksi_isi_riwayat(self, model):
        if self._cara_isi_riwayat([model])[model] == "usul":
            return self.action_usulkan(f"riwayat:{model}")
        return super()._aksi_isi_riwayat(model)

    def _aksi_koreksi(self, baris):
        model = baris._name
        milik = baris.employee_id == self
        if milik and self._cara_isi_riwayat([model])[model] == "usul":
            return self.action_usulkan(f"koreksi:{model},{baris.id}")
        return super()._aksi_koreksi(baris)

    def _menunggu_panel(self, bagian):
        """Show the open proposals of this group, with a way to each."""
        return [
            *super()._menunggu_panel(bagian),
            *(
                {
                    "teks": f"{satu['teks']} ({satu['nomor']})",
                    "aksi": {
                        "type": "ir.actions.act_window",
                        "res_model": "asn.usulan",
                        "res_id": satu["id"],
                        "views": [(False, "form")],
                        "target": "current",
                    },
                }
                for satu in self.usulan_menunggu or []
                if satu["bagian"] == bagian
            ),
        ]
