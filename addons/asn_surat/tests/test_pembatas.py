from odoo.tests import BaseCase, tagged

from ..domain.pembatas import Pembatas


@tagged("post_install", "-at_install")
class TestPembatas(BaseCase):
    """Limits by key and time."""

    def setUp(self):
        super().setUp()
        self.waktu = 0.0

    def _pembatas(self, **opsi):
        return Pembatas(batas=3, detik=60, jam=lambda: self.waktu, **opsi)

    def test_limit_holds_until_time_has_passed(self):
        pembatas = self._pembatas()
        self.assertEqual([pembatas.coba("a") for _i in range(4)], [True] * 3 + [False])
        self.assertTrue(pembatas.coba("b"))
        self.waktu = 60.0
        self.assertTrue(pembatas.coba("a"))

    def test_counted_events_close_and_forgetting_opens(self):
        pembatas = self._pembatas()
        for _i in range(3):
            self.assertTrue(pembatas.boleh("a"))
            pembatas.catat("a")
        self.assertFalse(pembatas.boleh("a"))
        pembatas.lupakan("a")
        self.assertTrue(pembatas.boleh("a"))

    def test_many_keys_do_not_fill_the_memory(self):
        pembatas = self._pembatas(kunci_maks=10)
        for nomor in range(100):
            pembatas.coba(nomor)
        self.assertLessEqual(len(pembatas._catatan), 10)
