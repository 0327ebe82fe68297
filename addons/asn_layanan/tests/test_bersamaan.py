from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import errors

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestBersamaan(LayananCommon, TransactionCase):
    """Two at once: the row is locked, the chain has one next link."""

    @mute_logger("odoo.sql_db")
    def test_second_decision_waits_for_the_first(self):
        satu, dua = (db_connect(self.env.cr.dbname).cursor() for _i in range(2))
        try:
            env = api.Environment(satu, SUPERUSER_ID, {})
            pegawai = env["hr.employee"].search([], limit=1)
            self.assertTrue(pegawai)
            layanan = env["asn.layanan"].create({"code": "kunci_uji", "name": "Kunci"})
            versi = env["asn.layanan.versi"].create(
                {
                    "layanan_id": layanan.id,
                    "tahap_ids": [
                        (0, 0, {"kode": "a", "name": "a", "penentu": "atasan_langsung"})
                    ],
                }
            )
            versi.action_publish()
            draf = env["asn.permohonan"].create(
                {"layanan_id": layanan.id, "employee_id": pegawai.id}
            )
            satu.commit()
            draf._kunci()
            dua.execute("SET LOCAL lock_timeout = '300ms'")
            with self.assertRaises(errors.LockNotAvailable):
                api.Environment(dua, SUPERUSER_ID, {})["asn.permohonan"].browse(
                    draf.id
                )._kunci()
        finally:
            satu.rollback()
            dua.rollback()
            for tabel in (
                "asn_permohonan",
                "asn_layanan_tahap",
                "asn_layanan_versi",
                "asn_layanan",
            ):
                kolom = {
                    "asn_layanan": "id",
                    "asn_layanan_tahap": "versi_id",
                }.get(tabel, "layanan_id")
                nilai = "SELECT id FROM asn_layanan WHERE code = 'kunci_uji'"
                if kolom == "versi_id":
                    nilai = f"SELECT id FROM asn_layanan_versi WHERE layanan_id IN ({nilai})"
                satu.execute(f"DELETE FROM {tabel} WHERE {kolom} IN ({nilai})")
            satu.execute(
                "DELETE FROM ir_sequence WHERE code = 'asn.permohonan.kunci_uji'"
            )
            satu.commit()
            satu.close()
            dua.close()

    @mute_logger("odoo.sql_db")
    def test_chain_has_one_next_link_only(self):
        p = self.ajukan()
        sebelum = p.hash_terakhir
        Keputusan = self.env["asn.permohonan.keputusan"]
        vals = dict(p.keputusan_ids[-1]._nilai_rantai(), hasil="approve")
        Keputusan._tambah(vals, sebelum)
        with self.assertRaises(errors.UniqueViolation), self.env.cr.savepoint():
            Keputusan._tambah(dict(vals, catatan="kedua"), sebelum)
