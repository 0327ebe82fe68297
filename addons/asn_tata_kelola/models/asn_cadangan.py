from datetime import timedelta

from odoo import api, fields, models

#: Hours after which the newest good backup is too old: one night was missed, two.
JAM_PERHATIAN = 30
JAM_GAWAT = 54
#: Days after which a restore must have been tried again.
HARI_UJI_PULIH = 35


class AsnCadangan(models.Model):
    """The log of backups and of restores that were tried (LL-31-2-d).

    Written by ``tools/cadangkan.py`` through ``tools/catat_cadangan.py`` at the
    end of each run, also of a failed one. Nobody writes here by hand.
    """

    _name = "asn.cadangan"
    _inherit = "asn.penjaga.mixin"
    _description = "Backup (Cadangan)"
    _order = "mulai desc, id desc"
    _rec_name = "folder"
    _ENGINE_ROWS = True

    folder = fields.Char("Folder", required=True, help="Below the backup folder.")
    mulai = fields.Datetime("Begun On", required=True, index=True)
    selesai = fields.Datetime("Ended On", required=True)
    hasil = fields.Selection(
        [("baik", "Good (baik)"), ("gagal", "Failed (gagal)")],
        "Result (Hasil)",
        required=True,
        index=True,
    )
    ukuran_mb = fields.Float("Size (MB)", digits=(12, 1))
    sidik = fields.Char("SHA-256 of the Checksums")
    pesan = fields.Text("Message")
    uji_pulih = fields.Selection(
        [
            ("tidak", "Not tried"),
            ("baik", "Good (baik)"),
            ("gagal", "Failed (gagal)"),
        ],
        "Restore Test (Uji Pulih)",
        required=True,
        default="tidak",
        index=True,
    )
    rincian_uji = fields.Text(
        "What the Test Compared", help="Rows of tables and files, before and after."
    )

    @api.model
    def _catat(self, hasil):
        """Record one run.

        :param hasil: the dictionary that ``tools/cadangkan.py`` wrote: ``folder,
            mulai, selesai`` (ISO, UTC), ``hasil``, and what it knows of the rest
        """
        kenal = {n: hasil[n] for n in self._fields if n in hasil and n != "id"}
        for nama in ("mulai", "selesai"):
            kenal[nama] = fields.Datetime.to_datetime(
                kenal[nama].replace("T", " ").rstrip("Z")
            )
        # sudo: called by the machine's own command, not by a person.
        return self.browse(self.sudo()._mesin().create(kenal).ids)

    @api.model
    def _terakhir(self, nama="hasil"):
        """Return the newest row whose result (or restore test) is good."""
        return self.search([(nama, "=", "baik")], limit=1)

    @api.model
    def _keadaan(self):
        """Return ``(state, hours)`` of the newest good backup.

        :return: state is ``baik``, ``perhatian`` or ``gawat``; hours None if none
        """
        terakhir = self._terakhir()
        if not terakhir:
            return "gawat", None
        jam = (fields.Datetime.now() - terakhir.mulai) // timedelta(hours=1)
        if jam >= JAM_GAWAT:
            return "gawat", jam
        return ("perhatian" if jam >= JAM_PERHATIAN else "baik"), jam
