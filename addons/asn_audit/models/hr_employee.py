from odoo import api, models
from odoo.tools import SQL

from ..domain.samaran import samarkan
from .samar import Samar, tolak_susun


def baca_tulis(metode):
    """Let a reading method run where the access trace can be written."""
    metode._readonly = False
    return metode


class HrEmployee(models.Model):
    """What others see of a person is masked in lists and noted on forms."""

    _inherit = "hr.employee"

    nik = Samar(samar="angka")
    no_kk = Samar(samar="angka")
    npwp = Samar(samar="angka")
    nip_lama = Samar(samar="angka")
    no_karpeg = Samar(samar="angka")
    no_karis_karsu = Samar(samar="angka")
    kartu_asn = Samar(samar="angka")
    no_bpjs_kesehatan = Samar(samar="angka")
    no_taspen = Samar(samar="angka")
    no_tapera = Samar(samar="angka")
    rekening_nomor = Samar(samar="angka")
    rekening_nama = Samar(samar="teks")
    alamat_domisili = Samar(samar="teks")
    alamat_ktp = Samar(samar="teks")
    rt = Samar(samar="teks")
    rw = Samar(samar="teks")
    kode_pos = Samar(samar="teks")
    email_pribadi = Samar(samar="surel")
    no_hp = Samar(samar="telepon")
    no_telepon = Samar(samar="telepon")
    private_email = Samar(samar="surel")
    private_phone = Samar(samar="telepon")

    # -- reading -----------------------------------------------------------

    @baca_tulis
    def read(self, fields=None, load="_classic_read"):
        return super().read(fields, load)

    @baca_tulis
    def web_read(self, specification):
        return super().web_read(specification)

    @api.model
    def search_read(
        self, domain=None, fields=None, offset=0, limit=None, order=None, **read_kwargs
    ):
        # A list stays a list when it has one row.
        daftar = self.with_context(asn_daftar=True)
        return super(HrEmployee, daftar).search_read(
            domain, fields, offset, limit, order, **read_kwargs
        )

    @api.model
    def web_search_read(
        self, domain, specification, offset=0, limit=None, order=None, count_limit=None
    ):
        daftar = self.with_context(asn_daftar=True)
        return super(HrEmployee, daftar).web_search_read(
            domain, specification, offset, limit, order, count_limit
        )

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        if not self.env.su:
            self._asn_jaga_baca(hasil, fnames)
        return hasil

    def onchange(self, values, field_names, fields_spec):
        if self and not self.env.su:
            self.env["asn.jejak.akses"]._catat(self._asn_orang_lain(), "profil")
        return super().onchange(values, field_names, fields_spec)

    def copy_data(self, default=None):
        # Answers the values of the original, also over RPC.
        self.check_access("create")
        return super().copy_data(default)

    def _asn_orang_lain(self):
        """Return these people without the present user."""
        self.flush_model(["user_id"])
        sendiri = self.env.execute_query(
            SQL("SELECT id FROM hr_employee WHERE user_id = %s", self.env.uid)
        )
        return self - self.browse(id_ for (id_,) in sendiri)

    @api.model
    def _asn_medan_tertutup(self, fnames):
        """Return the names of fields whose reading is worth a trace."""
        peta = self.env["asn.kelas.data"]._peta()
        hasil = []
        for nama in fnames:
            baris = peta.get(f"{self._name}.{nama}")
            if baris is None:
                tertutup = bool(self._fields[nama].groups)
            else:
                tertutup = not baris[1]
            if tertutup:
                hasil.append(nama)
        return hasil

    def _asn_jaga_baca(self, hasil, fnames):
        """Mask what a list shows of others; note what a form shows.

        :param hasil: rows as ``read`` answers them, changed in place
        :param fnames: names of the fields read
        """
        tertutup = self._asn_medan_tertutup(fnames)
        if not tertutup:
            return
        lain = self.filtered("id")._asn_orang_lain()
        if not lain:
            return
        satu = len(self) == 1 and not self.env.context.get("asn_daftar")
        if not satu:
            cara = {
                nama: self._fields[nama].samar
                for nama in tertutup
                if isinstance(self._fields[nama], Samar)
            }
            ids = set(lain._ids)
            for baris in hasil:
                if cara and baris["id"] in ids:
                    baris.update({n: samarkan(baris[n], c) for n, c in cara.items()})
            if len(cara) == len(tertutup):
                return
        self.env["asn.jejak.akses"]._catat(lain, "profil" if satu else "daftar")

    # -- searching ---------------------------------------------------------

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        tolak_susun(self, field_name.partition(".")[0])
        return super()._order_field_to_sql(alias, field_name, direction, nulls, query)

    def _read_group_groupby(self, alias, groupby_spec, query):
        tolak_susun(self, groupby_spec.partition(":")[0].partition(".")[0])
        return super()._read_group_groupby(alias, groupby_spec, query)

    def _read_group_select(self, aggregate_spec, query):
        tolak_susun(self, aggregate_spec.partition(":")[0])
        return super()._read_group_select(aggregate_spec, query)
