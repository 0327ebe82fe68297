from odoo import fields, models
from odoo.tools import SQL

from .penunjuk import Penunjuk

AKSI = [
    ("buat", "Created (dibuat)"),
    ("ubah", "Changed (diubah)"),
    ("hapus", "Deleted (dihapus)"),
    ("beri", "Added (diberikan)"),
    ("cabut", "Taken away (dicabut)"),
    ("kosong", "Emptied (dikosongkan)"),
]

#: One function for all tables. Arguments of the trigger: model, whose row it is
#: ("e:" employee or "u:" account, and the column), columns to leave out, columns
#: whose values are secret. Values over 4,000 characters are kept as their hash.
_FUNGSI = r"""
CREATE OR REPLACE FUNCTION asn_jejak_orang(cara text, baris jsonb)
RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF cara ^@ 'e:' THEN
        RETURN baris ->> substr(cara, 3);
    ELSIF cara ^@ 'u:' THEN
        RETURN (SELECT id FROM hr_employee
                 WHERE user_id = (baris ->> substr(cara, 3))::int
                 ORDER BY id LIMIT 1);
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION asn_jejak_isi(v jsonb)
RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN length(v::text) <= 4000 THEN v ELSE jsonb_build_object(
        'sha256', encode(sha256(convert_to(v::text, 'UTF8')), 'hex'),
        'panjang', length(v::text)) END
$$;

CREATE OR REPLACE FUNCTION asn_jejak_tulis(
    aksi text, model text, res_id int, orang int, penulis int,
    sebelum jsonb, sesudah jsonb)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    pelaku jsonb := nullif(current_setting('asn.pelaku', TRUE), '')::jsonb;
    program text := current_setting('application_name');
    siapa int := coalesce(penulis, (pelaku ->> 'u')::int);
BEGIN
    INSERT INTO asn_jejak_perubahan (
        waktu, user_id, peran, alamat_ip, jalur, di_luar, transaksi, aksi, model,
        res_id, employee_id, sebelum, sesudah)
    VALUES (
        clock_timestamp() AT TIME ZONE 'UTC', siapa,
        CASE WHEN siapa = (pelaku ->> 'u')::int THEN pelaku ->> 'p' END,
        pelaku ->> 'i', coalesce(pelaku ->> 'j', left(program, 60)),
        program !~ '^odoo', pg_current_xact_id()::text, aksi, model, res_id, orang,
        sebelum, sesudah);
END
$$;

CREATE OR REPLACE FUNCTION asn_jejak_baris() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lama jsonb; baru jsonb; baris jsonb; sebelum jsonb; sesudah jsonb;
    abaikan text[] := TG_ARGV[2];
    rahasia text[] := TG_ARGV[3];
    penulis int;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM asn_jejak_tulis('kosong', TG_ARGV[0], NULL, NULL, NULL, NULL, NULL);
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        lama := to_jsonb(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        baru := to_jsonb(NEW);
        IF TG_OP = 'INSERT'
           OR baru -> 'write_date' IS DISTINCT FROM lama -> 'write_date' THEN
            penulis := baru ->> 'write_uid';
        END IF;
    END IF;
    baris := coalesce(baru, lama);
    IF TG_TABLE_NAME = 'ir_config_parameter'
       AND baris ->> 'key' ~* 'secret|pass|token|private|kunci|sandi|_key' THEN
        rahasia := rahasia || 'value'::text;
    END IF;
    SELECT jsonb_object_agg(k.key, CASE WHEN k.a = 'null' THEN k.a
               WHEN k.key = ANY (rahasia) THEN '"•••"' ELSE asn_jejak_isi(k.a) END)
               FILTER (WHERE k.a IS NOT NULL),
           jsonb_object_agg(k.key, CASE WHEN k.b = 'null' THEN k.b
               WHEN k.key = ANY (rahasia) THEN '"•••"' ELSE asn_jejak_isi(k.b) END)
               FILTER (WHERE k.b IS NOT NULL)
      INTO sebelum, sesudah
      FROM (SELECT e.key, lama -> e.key AS a, baru -> e.key AS b
              FROM jsonb_each(baris) e
             WHERE coalesce(lama -> e.key, 'null') <> coalesce(baru -> e.key, 'null')
               AND e.key <> ALL (abaikan)) k;
    IF TG_OP = 'UPDATE' AND sesudah IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM asn_jejak_tulis(
        CASE TG_OP WHEN 'INSERT' THEN 'buat' WHEN 'UPDATE' THEN 'ubah'
                   ELSE 'hapus' END,
        TG_ARGV[0], (baris ->> 'id')::int, asn_jejak_orang(TG_ARGV[1], baris), penulis,
        sebelum, sesudah);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION asn_jejak_relasi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    baris jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
    isi jsonb := jsonb_build_object(TG_ARGV[4], (baris ->> TG_ARGV[3])::int);
BEGIN
    PERFORM asn_jejak_tulis(
        CASE TG_OP WHEN 'DELETE' THEN 'cabut' ELSE 'beri' END,
        TG_ARGV[0], (baris ->> TG_ARGV[2])::int, asn_jejak_orang(TG_ARGV[1], baris),
        NULL, CASE TG_OP WHEN 'DELETE' THEN isi END,
        CASE TG_OP WHEN 'DELETE' THEN NULL ELSE isi END);
    RETURN NULL;
END
$$;
"""


class AsnJejakPerubahan(models.Model):
    """What was changed where, by whom, from what to what.

    Rows come from triggers of the tables that ``asn.jejak.aturan`` names, in
    the transaction of the change itself. So nothing slips through: neither
    set-based statements nor somebody at the database, and a change that is
    rolled back leaves nothing. One row per changed record.

    Rights: Administrator Sistem and Kepala Badan read; nobody writes.
    """

    _name = "asn.jejak.perubahan"
    _inherit = "asn.jejak.mixin"
    _description = "Change Trace (Jejak Perubahan)"
    _order = "waktu desc, id desc"
    _rec_name = "model"
    _kolom_masa = "asn_retensi_perubahan"

    waktu = fields.Datetime("Time", required=True, readonly=True)
    user_id = Penunjuk("res.users", "By", readonly=True)
    peran = fields.Char("Roles at the Time", readonly=True)
    alamat_ip = fields.Char(
        "Network Address", readonly=True, groups="asn_base.group_admin_sistem"
    )
    jalur = fields.Char("Way", readonly=True)
    di_luar = fields.Boolean("Outside the Application", readonly=True)
    transaksi = fields.Char("Transaction", readonly=True)
    aksi = fields.Selection(AKSI, "Action", required=True, readonly=True)
    model = fields.Char("Model", required=True, readonly=True)
    res_id = fields.Integer("Record Id", readonly=True, aggregator=None)
    employee_id = Penunjuk("hr.employee", "Person", readonly=True)
    # Read through the columns with labels only, which know what is confidential.
    sebelum = fields.Json("Before", readonly=True, groups=fields.NO_ACCESS)
    sesudah = fields.Json("After", readonly=True, groups=fields.NO_ACCESS)

    _waktu_idx = models.Index("(waktu, id)")
    _rekaman_idx = models.Index("(model, res_id, waktu)")
    _orang_idx = models.Index("(employee_id, waktu)")
    _pelaku_idx = models.Index("(user_id, waktu)")
    _luar_idx = models.Index("(waktu) WHERE di_luar")

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env.cr.execute(SQL(_FUNGSI))
