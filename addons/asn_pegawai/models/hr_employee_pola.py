import json

from odoo import api, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.tools import SQL, email_normalize

#: Fewer people are made the ordinary way: the pattern costs a few statements.
_POLA_MIN = 10
#: Stored values that a copy has from the pattern, or is given at once.
_TETAP_PEGAWAI = (
    "name", "active", "company_id", "user_id", "work_email", "work_phone",
    "legal_name", "current_version_id", "coach_id", "salary_distribution",
    "resource_calendar_id", "employee_properties", "data_tambahan", "nama_lengkap",
)  # fmt: skip
_TETAP_VERSI = (
    "company_id", "km_home_work", "is_custom_job_title", "is_flexible",
    "is_fully_flexible", "structure_type_id", "job_title",
)  # fmt: skip
#: Defaults that are drawn by lot for each record.
_ACAK = frozenset({"color"})
#: Values of a person that are kept elsewhere as well.
_KONTAK = frozenset({"name", "work_email"})


class HrEmployee(models.Model):
    """Many people after the pattern of one that the ORM made.

    Core makes a person as four records, each prepared, cached and related to the
    others one by one. Here one person of a batch is made that way; the rows of the
    others are written by one statement a table, with the pattern's defaults and
    their own values. What is computed from their values is computed by the ORM, and
    the constraints run. A test compares the result with a person made by the form.
    """

    _inherit = "hr.employee"

    def init(self):  # pylint: disable=missing-return
        """Leave room in each page: what follows from a riwayat is written later.

        A value without an index is then changed in its page, and the more than
        twenty indexes of the table stay as they are.
        """
        super().init()
        self.env.cr.execute("ALTER TABLE hr_employee SET (fillfactor = 70)")

    @api.model
    def _asn_seragam(self, vals_list):
        """Return whether these people differ only in what a copy may differ in."""
        if len(vals_list) < _POLA_MIN:
            return False
        nama = {n for vals in vals_list for n in vals}
        tetap = [n for n in nama if n not in _KONTAK and not self._asn_kolom(n)]
        pertama = vals_list[0]
        return all(
            vals.get(n, False) == pertama.get(n, False)
            for vals in vals_list
            for n in tetap
        )

    @api.model
    def _asn_kolom(self, nama):
        """Return the model that holds a plain column of a person, or None."""
        field = self._fields[nama]
        if field.inherited:
            induk = field.related_field
            biasa = induk.model_name == "hr.version" and not induk.compute
            return "hr.version" if biasa and induk.column_type else None
        biasa = field.store and field.column_type and not field.compute
        biasa = biasa and field.type not in ("properties", "binary")
        return "hr.employee" if biasa else None

    def _asn_salin(self, pola, vals_list):
        """Make people after this one, in a few statements.

        :param pola: the values that this person was made with
        :param vals_list: the values of the others, see :meth:`_asn_seragam`
        :return: the new people, in order
        """
        self.ensure_one()
        self.env.flush_all()
        kosong = self._asn_kosong(pola)
        Versi, Kontak = self.env["hr.version"], self.env["res.partner"]
        Sumber = self.env["resource.resource"]
        nomor = {
            m._name: self._asn_nomor(m, len(vals_list))
            for m in (self, Versi, Kontak, Sumber)
        }
        baris = {nama: [] for nama in nomor}
        for urutan, vals in enumerate(vals_list):
            ids = {nama: isi[urutan] for nama, isi in nomor.items()}
            self._asn_baris(ids, {**kosong, **vals}, baris)
        contoh = {
            "hr.employee": self.id,
            "hr.version": self.current_version_id.id,
            "res.partner": self.work_contact_id.id,
            "resource.resource": self.resource_id.id,
        }
        for nama in ("res.partner", "resource.resource"):
            self.env.cr.execute(self._asn_sisip(nama, contoh[nama], baris[nama]))
        # One statement: each of the two points to the other.
        self.env.cr.execute(
            SQL(
                "WITH v AS (%s) %s",
                self._asn_sisip(
                    "hr.version", contoh["hr.version"], baris["hr.version"]
                ),
                self._asn_sisip("hr.employee", self.id, baris["hr.employee"]),
            )
        )
        baru = self.browse(nomor[self._name])
        versi = Versi.browse(nomor["hr.version"])
        baru._asn_sesudah_salin(versi, {n for vals in vals_list for n in vals})
        return baru

    @api.model
    def _asn_kosong(self, pola):
        """Return what the pattern's own values are for somebody without them."""
        nama = [n for n in pola if self._asn_kolom(n)]
        bawaan = self.default_get(nama)
        return {n: bawaan.get(n, False) for n in nama}

    @api.model
    def _asn_nomor(self, model, jumlah):
        """Return so many new ids of a table."""
        self.env.cr.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
            " FROM generate_series(1, %s)",
            (model._table, jumlah),
        )
        return [id_ for (id_,) in self.env.cr.fetchall()]

    def _asn_baris(self, ids, vals, baris):
        """Add the rows of one person to those of each table."""
        nama, email = vals["name"], vals.get("work_email") or None
        kontak = ids["res.partner"]
        baris["res.partner"].append(
            {
                "id": kontak, "name": nama, "complete_name": nama, "email": email,
                "email_normalized": email_normalize(email or "") or None,
                "commercial_partner_id": kontak,
            }
        )  # fmt: skip
        baris["resource.resource"].append(
            {"id": ids["resource.resource"], "name": nama}
        )
        versi = {"id": ids["hr.version"], "employee_id": ids["hr.employee"]}
        jabatan = self.env["hr.job"].browse(vals.get("job_id") or ())
        if jabatan:
            versi["job_title"] = jabatan.name
        orang = {
            "nama_lengkap": nama_tools.lengkap(
                vals.get("gelar_depan"), nama, vals.get("gelar_belakang")
            ),
            "id": ids["hr.employee"], "name": nama, "legal_name": nama,
            "work_email": email, "resource_id": ids["resource.resource"],
            "work_contact_id": kontak, "current_version_id": ids["hr.version"],
        }  # fmt: skip
        for n, nilai in vals.items():
            tempat = self._asn_kolom(n)
            if n in _KONTAK or n == "work_contact_id" or not tempat:
                continue
            field = self.env[tempat]._fields[n]
            isi = field.convert_to_column_insert(nilai, self)
            (orang if tempat == self._name else versi)[n] = isi
        baris["hr.version"].append(versi)
        baris["hr.employee"].append(orang)

    @api.model
    def _asn_sisip(self, model, contoh, baris):
        """Return the statement that inserts rows like one that is there.

        Columns that belong to one record alone are not copied: those with a default
        of the database, and fields that a copy does not take over either.
        """
        Model = self.env[model]
        diberi = {nama for satu in baris for nama in satu}
        self.env.cr.execute(
            "SELECT attname, atthasdef FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
            (Model._table,),
        )
        kolom = []
        for nama, punya_bawaan in self.env.cr.fetchall():
            field = Model._fields.get(nama)
            sendiri = field and not field.copy and not field.compute
            if nama in diberi:
                kolom.append(nama)
            elif field and field.default and (sendiri or nama in _ACAK):
                kolom.append(nama)
                for satu in baris:
                    isi = field.default(Model)
                    satu[nama] = field.convert_to_column_insert(isi, Model)
            elif not punya_bawaan and not sendiri:
                kolom.append(nama)
        tabel = SQL.identifier(Model._table)
        return SQL(
            "INSERT INTO %s (%s) SELECT %s FROM jsonb_array_elements(%s::jsonb) o,"
            " LATERAL jsonb_populate_record("
            "(SELECT p FROM %s p WHERE p.id = %s), o) r",
            tabel,
            SQL(", ").join(SQL.identifier(n) for n in kolom),
            SQL(", ").join(SQL.identifier("r", n) for n in kolom),
            json.dumps(baris, default=str),
            tabel,
            contoh,
        )

    def _asn_sesudah_salin(self, versi, nama):
        """Let the ORM know of rows written past it: compute, relate, check."""
        self.env.invalidate_all(flush=False)
        self.modified(self._fields, create=True)
        versi.modified(versi._fields, create=True)
        for model, tetap in ((self, _TETAP_PEGAWAI), (versi, _TETAP_VERSI)):
            for satu, field in model._fields.items():
                # Pictures and lists: a new person has none, nor has the pattern.
                if satu in tetap or not field.column_type:
                    self.env.remove_to_compute(field, model)
        # Who has the pattern's contact is an employee already.
        kontak = self.env["res.partner"]._fields["employee"]
        self.env.remove_to_compute(kontak, self.work_contact_id)
        self._asn_tunda_kelengkapan()
        # Now, while the environment is one that tells nobody of each value.
        self.env.flush_all()
        self._validate_fields(nama)
        versi._validate_fields({"employee_id"} | (nama & versi._fields.keys()))

    def _asn_tunda_kelengkapan(self):
        """Put the completeness off: the caller counts it once, at the end."""
        semua = self.pool.field_computed[self._fields["kelengkapan"]]
        for field in semua:
            self.env.remove_to_compute(field, self)
