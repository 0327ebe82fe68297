from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import errors

from .common import UsulanCommon


@tagged("post_install", "-at_install")
class TestBersamaan(UsulanCommon, TransactionCase):
    """Two verifiers at once: the second waits for the first."""

    @mute_logger("odoo.sql_db")
    def test_second_decision_waits_for_the_first(self):
        satu, dua = (db_connect(self.env.cr.dbname).cursor() for _i in range(2))
        nomor = False
        try:
            env = api.Environment(satu, SUPERUSER_ID, {})
            pegawai = env["hr.employee"].search([], limit=1)
            usulan = (
                env["asn.usulan"]
                ._mesin()
                .create({"employee_id": pegawai.id, "pengusul_id": SUPERUSER_ID})
            )
            nomor = usulan.id
            satu.commit()
            usulan._kunci()
            dua.execute("SET LOCAL lock_timeout = '300ms'")
            lain = api.Environment(dua, SUPERUSER_ID, {})["asn.usulan"]
            with self.assertRaises(errors.LockNotAvailable):
                lain.browse(nomor)._kunci()
        finally:
            satu.rollback()
            dua.rollback()
            if nomor:
                satu.execute("DELETE FROM asn_usulan WHERE id = %s", [nomor])
                satu.commit()
            satu.close()
            dua.close()
