from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import errors

from .common import LayananCommon

KODE = "kunci_uji"
_LAYANAN = f"SELECT id FROM asn_layanan WHERE code = '{KODE}'"
_VERSI = f"SELECT id FROM asn_layanan_versi WHERE layanan_id IN ({_LAYANAN})"
#: What the committed draft leaves behind, in the order of deletion.
_BERSIH = (
    f"DELETE FROM asn_permohonan WHERE layanan_id IN ({_LAYANAN})",
    f"DELETE FROM asn_layanan_tahap WHERE versi_id IN ({_VERSI})",
    f"DELETE FROM asn_layanan_versi WHERE layanan_id IN ({_LAYANAN})",
    f"DELETE FROM asn_layanan WHERE code = '{KODE}'",
    f"DELETE FROM ir_sequence WHERE code = 'asn.permohonan.{KODE}'",
)


@tagged("post_install", "-at_install")
class TestBersamaan(LayananCommon, TransactionCase):
    """Two at once: the row is locked, the chain has one next link."""

    def _draf_tersimpan(self, cursor):
        """Return a draft that other transactions can see."""
        env = api.Environment(cursor, SUPERUSER_ID, {})
        tahap = {"kode": "a", "name": "a", "penentu": "atasan_langsung"}
        layanan = env["asn.layanan"].create({"code": KODE, "name": "Kunci"})
        env["asn.layanan.versi"].create(
            {"layanan_id": layanan.id, "tahap_ids": [(0, 0, tahap)]}
        ).action_publish()
        pegawai = env["hr.employee"].search([], limit=1)
        self.assertTrue(pegawai)
        draf = env["asn.permohonan"].create(
            {"layanan_id": layanan.id, "employee_id": pegawai.id}
        )
        cursor.commit()
        return draf

    @mute_logger("odoo.sql_db")
    def test_second_decision_waits_for_the_first(self):
        satu, dua = (db_connect(self.env.cr.dbname).cursor() for _i in range(2))
        try:
            draf = self._draf_tersimpan(satu)
            draf._kunci()
            dua.execute("SET LOCAL lock_timeout = '300ms'")
            lain = api.Environment(dua, SUPERUSER_ID, {})["asn.permohonan"]
            with self.assertRaises(errors.LockNotAvailable):
                lain.browse(draf.id)._kunci()
        finally:
            satu.rollback()
            dua.rollback()
            for perintah in _BERSIH:
                satu.execute(perintah)
            satu.commit()
            satu.close()
            dua.close()

    @mute_logger("odoo.sql_db")
    def test_filing_for_a_person_begins_again_after_another_one(self):
        """UMUM-03: who began before the other ended would not see its request."""
        satu, dua = (db_connect(self.env.cr.dbname).cursor() for _i in range(2))
        try:
            dua.execute("SELECT id FROM hr_employee ORDER BY id LIMIT 1")
            (orang,) = dua.fetchone()
            kunci = [
                api.Environment(cursor, SUPERUSER_ID, {})["asn.permohonan.kunci"]
                for cursor in (satu, dua)
            ]
            kunci[0]._ambil(kunci[0].env["hr.employee"].browse(orang))
            satu.commit()
            with self.assertRaises(errors.SerializationFailure):
                kunci[1]._ambil(kunci[1].env["hr.employee"].browse(orang))
        finally:
            dua.rollback()
            satu.execute("DELETE FROM asn_permohonan_kunci")
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
