from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from .test_profil import ProfilCommon

#: What an officer types, by letter of Pasal 11 (3); i-l follow from the riwayat.
_ISIAN = {
    "a": {"nip": "198503172010011003"},
    "b": {"name": "Budi Santoso", "gelar_depan": "Dr.", "gelar_belakang": "S.Kom."},
    "c": {"tempat_lahir": "Contoh", "tanggal_lahir": date(1985, 3, 17)},
    "d": {"jenis_kelamin": "L"},
    "e": {"status_perkawinan": "menikah"},
    "g": {"status_pegawai": "pns"},
    "h": {"jenis_pegawai": "15"},
    "m": {"no_karpeg": "A 123456", "no_karis_karsu": "KR-1"},
    "n": {"no_bpjs_kesehatan": "0001234567890"},
    "o": {"nik": "1673011703850001"},
    "p": {"npwp": "1673011703850001"},
    "q": {"alamat_domisili": "Jalan Melati 1"},
    "r": {"email_pribadi": "budi@contoh.id", "work_email": "budi@contoh.go.id"},
    "s": {"no_hp": "+6281234567890", "no_telepon": "+62711123456"},
}


class TestHuruf(ProfilCommon, TransactionCase):
    """Pasal 11 (3): each letter is recorded and shown to its owner, with its value."""

    def test_values_of_every_letter_are_recorded_and_shown(self):
        """LL-11-3-a to LL-11-3-s: typed by an officer, read by the person."""
        agama = self.env["asn.agama"].search([], limit=1)
        vals = {n: v for isi in _ISIAN.values() for n, v in isi.items()}
        vals |= {"agama": agama.id, "tmt_cpns": date(2010, 1, 1)}
        self.pegawai.write(vals)
        self.golongan(self.pegawai, self.gol_iiia, date(2020, 4, 1), mkg_tahun=10)
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.gol_iiia.id,
                    "gaji_pokok": 3000000,
                    "tmt": date(2024, 3, 1),
                    "nomor_sk": "G-1",
                }
            ]
        )
        ikut = {
            "f": {"agama": agama.id},
            "i": {"jabatan_id": self.jab_pelaksana.id},
            "j": {"unit_id": self.bidang_a.id},
            "k": {"golongan_id": self.gol_iiia.id},
            "l": {"gaji_pokok": 3000000, "tmt_gaji": date(2024, 3, 1)},
        }
        baca = self.sebagai(self.pegawai.user_id)
        for huruf, isi in sorted((_ISIAN | ikut).items()):
            ada = baca.read(list(isi), load=None)[0]
            with self.subTest(huruf=huruf):
                self.assertEqual({n: ada[n] for n in isi}, isi)
        self.assertGreaterEqual(baca.mkg_tahun, 10)

    def test_administrator_adds_a_question_that_everybody_answers(self):
        """LL-11-3-t: further data as things develop, without a programmer."""
        tanya = {
            "name": "a1b2c3d4e5f60718",
            "type": "char",
            "string": "Ukuran baju dinas",
            "value": "L",
            "definition_changed": True,
        }
        for user in (self.pegawai.user_id, self.fasilitator, self.kepala.user_id):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.sebagai(user).write({"data_tambahan": [dict(tanya)]})
        self.sebagai(self.admin).write({"data_tambahan": [dict(tanya)]})
        self.env.flush_all()
        self.env.invalidate_all()
        satu = self.sebagai(self.pegawai.user_id).read(["data_tambahan"])
        self.assertEqual(
            [(d["string"], d["value"]) for d in satu[0]["data_tambahan"]],
            [("Ukuran baju dinas", "L")],
        )
        lain = self.lain.employee_ids.with_user(self.lain).read(["data_tambahan"])
        self.assertEqual(
            [(d["string"], d.get("value", False)) for d in lain[0]["data_tambahan"]],
            [("Ukuran baju dinas", False)],
        )
