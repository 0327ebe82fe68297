"""One person full of markers: every private text of hers says where it stands."""

from .promise import LOGINS

#: How every marker begins: long enough not to stand in a random key by chance.
TANDA = "Zqxwjv"
#: Text columns of models that hang on a person, and those of the person herself
#: that are not shown in the directory.
_KOLOM = """
    SELECT f.model, f.name
      FROM ir_model_fields f
      JOIN information_schema.columns k
        ON k.table_schema = 'public' AND k.table_name = replace(f.model, '.', '_')
       AND k.column_name = f.name
       AND k.data_type IN ('character varying', 'text')
     WHERE f.ttype IN ('char', 'text', 'html') AND f.store
       AND f.name NOT IN ('name', 'display_name', 'nama', 'nomor', 'kode', 'uid_data')
       AND (f.model IN ('hr.employee', 'hr.version')
            OR f.model LIKE 'asn.%%' AND EXISTS (
               SELECT 1 FROM ir_model_fields e WHERE e.model = f.model AND e.store
                  AND e.name = 'employee_id' AND e.relation = 'hr.employee'))
       AND NOT (f.model LIKE 'hr.%%' AND EXISTS (
               SELECT 1 FROM ir_model_fields p
                WHERE p.model = 'hr.employee.public' AND p.name = f.name))
       AND NOT EXISTS (
               SELECT 1 FROM pg_index i JOIN pg_attribute a
                   ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
                WHERE i.indisunique AND f.model != 'hr.employee'
                  AND i.indrelid = to_regclass(replace(f.model, '.', '_'))
                  AND a.attname = f.name)
     ORDER BY 1, 2
"""
_ORANG = """
    SELECT e.id FROM hr_employee e JOIN res_users u ON u.id = e.user_id
     WHERE e.active AND e.unit_id IS NOT NULL AND u.login NOT IN %s
       AND NOT EXISTS (SELECT 1 FROM asn_permohonan p WHERE p.employee_id = e.id)
       AND NOT (e.unit_id = ANY(%s))
       AND NOT EXISTS (SELECT 1 FROM hr_department d WHERE d.manager_id = e.id)
     ORDER BY (SELECT count(*) FROM asn_riwayat_golongan g
                WHERE g.employee_id = e.id) DESC, e.id LIMIT 1
"""


def tanam(login, sql):
    """Choose a person out of everybody's scope and fill her with markers.

    :return: her id, and ``{model: columns that hold a marker}``
    """
    units = set()
    for role in ("pimpinan", "fasilitator"):
        client = login(LOGINS[role])
        for row in client.call(
            "hr.employee", "search_read", [], ["unit_id"], context={}
        ):
            units.add(row["unit_id"] and row["unit_id"][0])
    person = sql(_ORANG, tuple(LOGINS.values()), sorted(filter(None, units)))[0][0]
    columns = {}
    for model, column in sql(_KOLOM):
        columns.setdefault(model, []).append(column)
    for model, names in columns.items():
        table, key = model.replace(".", "_"), "employee_id"
        if model == "hr.employee":
            key = "id"
        values = ", ".join(f"\"{n}\" = '{TANDA}-{model}-{n}'" for n in names)
        sql(
            "SET session_replication_role = replica;"
            f' UPDATE "{table}" SET {values} WHERE "{key}" = %s',
            person,
        )
    sql(
        "INSERT INTO mail_message (model, res_id, body, subject, message_type, date,"
        " author_id) VALUES ('hr.employee', %s, %s, %s, 'comment', now(),"
        " (SELECT partner_id FROM res_users WHERE id = 1))",
        person, f"{TANDA}-pesan", f"{TANDA}-judul",
    )  # fmt: skip
    sql(
        "INSERT INTO ir_attachment (name, type, db_datas, res_model, res_id, mimetype,"
        " index_content, create_uid) VALUES (%s, 'binary', %s, 'hr.employee', %s,"
        " 'text/plain', %s, 1)",
        f"{TANDA}-lampiran", f"{TANDA}-isi".encode(), person, f"{TANDA}-indeks",
    )  # fmt: skip
    return person, columns
