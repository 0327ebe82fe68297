from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from .test_pintu_inti import Pintu


class TestPenolakan(Pintu, TransactionCase):
    """What a refusal says, in the user's language."""

    def _ditolak(self, fungsi):
        with self.assertRaises(AccessError) as galat, self.cr.savepoint():
            fungsi()
        return str(galat.exception)

    def test_a_right_that_is_missing_names_the_roles_that_have_it(self):
        Golongan = self.env["asn.golongan"].with_user(self.ani)
        teks = self._ditolak(lambda: Golongan.create({}))
        self.assertRegex(teks, r"^Anda tidak berwenang menambah data ini: .+\. Peran")
        self.assertIn("Administrator Sistem", teks)
        self.assertNotIn("/", teks)

    def test_a_row_out_of_reach_is_refused_without_its_name(self):
        badu = self.buat_pegawai_user("tolak_badu").employee_id
        teks = self._ditolak(lambda: badu.with_user(self.ani).read(["name"]))
        self.assertRegex(teks, r"^Anda tidak berwenang melihat data ini: .+ hubungi")
        self.assertNotIn(badu.name, teks)
        self.assertNotIn(self.ani.name, teks)
