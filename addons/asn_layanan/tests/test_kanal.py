import base64
import json
import os
from datetime import datetime
from unittest.mock import patch

import requests
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from freezegun import freeze_time
from odoo.addons.mail.tools.jwt import generate_vapid_keys
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from .common import LayananCommon

_ALAMAT = "https://fcm.googleapis.com/fcm/send/uji"
#: A subscription as a browser makes it: public key and secret of the device.
_KUNCI = json.dumps(
    {
        "p256dh": "BGbhnoP_91U7oR59BaaSx0JnDv2oEooYnJRV2AbY5TBeKGCRCf0HcIJ9bOKchUCD"
        "H4cHYWo9SYDz3U-8vSxPL_A",
        "auth": "DJFdtAgZwrT6yYkUMgUqow",
    }
)
_LOG = "odoo.addons.mail.tools.web_push"


def _b64(isi):
    return base64.urlsafe_b64encode(isi).decode().rstrip("=")


def _d64(teks):
    return base64.urlsafe_b64decode(teks + "=" * (-len(teks) % 4))


def _buka(isi, pribadi, kunci, rahasia):
    """Return what a device reads in a message (RFC 8291 and 8188, one record).

    :param bytes isi: what the push service got
    :param pribadi: private key of the device
    :param bytes kunci: its public key
    :param bytes rahasia: its authentication secret
    """
    garam, panjang = isi[:16], isi[20]
    pengirim, sandi = isi[21 : 21 + panjang], isi[21 + panjang :]
    titik = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), pengirim)

    def turunkan(dari, garam, info, panjang):
        return HKDF(hashes.SHA256(), panjang, garam, info).derive(dari)

    awal = turunkan(
        pribadi.exchange(ec.ECDH(), titik),
        rahasia,
        b"WebPush: info\0" + kunci + pengirim,
        32,
    )
    buka = turunkan(awal, garam, b"Content-Encoding: aes128gcm\0", 16)
    sekali = turunkan(awal, garam, b"Content-Encoding: nonce\0", 12)
    teks = AESGCM(buka).decrypt(sekali, sandi, None)
    return teks.rstrip(b"\0").removesuffix(b"\2")


@tagged("post_install", "-at_install")
class TestKanal(LayananCommon, TransactionCase):
    """Outbox, channels, choices, and web push against a push service of the test.

    Whatever becomes of a request reaches the account (KDR-9-1-b, PRO-03).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        parameter = cls.env["ir.config_parameter"]
        pribadi, publik = generate_vapid_keys()
        parameter.set_param("mail.web_push_vapid_private_key", pribadi)
        parameter.set_param("mail.web_push_vapid_public_key", publik)
        cls.Kiriman = cls.env["asn.pemberitahuan.kiriman"]
        cls.Kabar = cls.env["asn.pemberitahuan"]
        cls.env.company.write({"asn_tenang_dari": 0, "asn_tenang_sampai": 0})
        cls.Kabar._cron_kirim()

    def setUp(self):
        super().setUp()
        self.jawab = 201
        self.diterima = []

        def post(sesi, url, **kwargs):
            """Answer as a push service does."""
            if isinstance(self.jawab, Exception):
                raise self.jawab
            self.diterima.append((url, kwargs))
            jawaban = requests.Response()
            jawaban.status_code = self.jawab
            jawaban._content = b"uji"
            return jawaban

        self.enterContext(patch.object(requests.Session, "post", post))

    def _perangkat(self, nama, alamat=_ALAMAT, kunci=_KUNCI):
        return self.env["mail.push.device"].create(
            {
                "partner_id": self.u[nama].partner_id.id,
                "endpoint": f"{alamat}/{nama}",
                "keys": kunci,
            }
        )

    def _kabar(self, nama="atasan", jenis="tindakan", judul="Permohonan menunggu"):
        return self.Kabar._catat(
            [{"user_id": self.u[nama].id, "judul": judul, "jenis": jenis}]
        )

    def _baris(self, kabar):
        return self.Kiriman.search([("pemberitahuan_id", "in", kabar.ids)])

    def test_push_is_encrypted_signed_and_sent_once(self):
        self._perangkat("atasan")
        kabar = self._kabar() | self._kabar("pegawai")
        self.Kabar._cron_kirim()
        self.Kabar._cron_kirim()
        baris = self._baris(kabar)
        self.assertEqual(baris.user_id, self.u["atasan"], "who has no device gets none")
        self.assertEqual((baris.state, baris.percobaan), ("terkirim", 1))
        self.assertEqual(len(self.diterima), 1)
        url, isi = self.diterima[0]
        self.assertEqual(url, f"{_ALAMAT}/atasan")
        self.assertIn("vapid t=", isi["headers"]["Authorization"])
        self.assertNotIn(b"Permohonan", isi["data"])
        self.assertFalse(isi["allow_redirects"])

    def test_only_the_device_opens_what_it_is_sent(self):
        """The message opens with the keys of the device by RFC 8291, and is signed."""
        pribadi = ec.generate_private_key(ec.SECP256R1())
        kunci = pribadi.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        rahasia = os.urandom(16)
        isi = {"p256dh": _b64(kunci), "auth": _b64(rahasia)}
        self._perangkat("atasan", kunci=json.dumps(isi))
        kabar = self._kabar()
        self.Kabar._cron_kirim()
        _url, kiriman = self.diterima[0]
        muatan = self._baris(kabar)._muatan()
        self.assertEqual(
            json.loads(_buka(kiriman["data"], pribadi, kunci, rahasia)), muatan
        )
        with self.assertRaises(InvalidTag):
            _buka(kiriman["data"], pribadi, kunci, os.urandom(16))
        self.assertEqual(kiriman["headers"]["Content-Encoding"], "aes128gcm")
        tanda = kiriman["headers"]["Authorization"].partition("t=")[2].split(",")[0]
        isi, _titik, paraf = tanda.rpartition(".")
        r, t = (int.from_bytes(b, "big") for b in (_d64(paraf)[:32], _d64(paraf)[32:]))
        publik = self.env["asn.kanal.pemberitahuan.dorong"]._kunci_vapid()[1]
        ec.EllipticCurvePublicKey.from_encoded_point(
            ec.SECP256R1(), _d64(publik)
        ).verify(
            utils.encode_dss_signature(r, t), isi.encode(), ec.ECDSA(hashes.SHA256())
        )
        klaim = json.loads(_d64(isi.partition(".")[2]))
        self.assertEqual(klaim["aud"], "/".join(_ALAMAT.split("/")[:3]))

    def test_message_holds_no_personal_data(self):
        p = self.ajukan()
        self._perangkat("atasan")
        self.Kabar._cron_kirim()
        baris = self.Kiriman.search([("user_id", "=", self.u["atasan"].id)])
        muatan = json.dumps(baris._muatan())
        self.assertIn(p.nomor, muatan)
        self.assertNotIn(p.employee_id.name, muatan)
        data = baris._muatan()["options"]["data"]
        self.assertEqual((data["model"], data["res_id"]), ("asn.permohonan", p.id))

    @mute_logger(_LOG)
    def test_failures_are_tried_again_and_given_up(self):
        self._perangkat("atasan")
        with freeze_time("2026-03-02 02:00:00"):
            kabar = self._kabar()
            self.jawab = 503
            self.Kabar._cron_kirim()
            baris = self._baris(kabar)
            self.assertEqual((baris.state, baris.galat), ("antre", "HTTP 503"))
            self.assertEqual(baris.coba_lagi_pada, datetime(2026, 3, 2, 2, 5))
            self.Kabar._cron_kirim()
            self.assertEqual(baris.percobaan, 1, "not before its time")
        with freeze_time("2026-03-02 02:06:00"):
            self.jawab = requests.ConnectionError("uji")
            self.Kabar._cron_kirim()
            self.assertEqual((baris.percobaan, baris.galat), (2, "ConnectionError"))
        for hari in (3, 4, 5):
            with freeze_time(f"2026-03-0{hari} 02:00:00"):
                self.Kabar._cron_kirim()
        self.assertEqual((baris.state, baris.percobaan), ("gagal", 5))
        dicoba = len(self.diterima)
        with freeze_time("2026-03-09 02:00:00"):
            self.jawab = 201
            self.Kabar._cron_kirim()
        self.assertEqual(len(self.diterima), dicoba)

    @mute_logger(_LOG)
    def test_device_that_is_gone_is_forgotten(self):
        perangkat = self._perangkat("atasan")
        kabar = self._kabar()
        self.jawab = 410
        self.Kabar._cron_kirim()
        self.assertEqual(self._baris(kabar).state, "batal")
        self.assertFalse(perangkat.exists())

    def test_only_known_push_services_are_called(self):
        for alamat in (
            "http://fcm.googleapis.com/x",
            "https://127.0.0.1/x",
            "https://fcm.googleapis.com.contoh.id/x",
            "https://contoh.id/fcm.googleapis.com",
            "https://127.0.0.1\\@fcm.googleapis.com",
            "https://127.0.0.1#@fcm.googleapis.com",
            "https://fcm.googleapis.com:8069",
            "file:///etc/passwd",
        ):
            with self.subTest(alamat=alamat):
                perangkat = self._perangkat("atasan", alamat)
                kabar = self._kabar(judul=alamat)
                self.Kabar._cron_kirim()
                self.assertEqual(self._baris(kabar).state, "batal")
                self.assertFalse(perangkat.exists())
        rusak = self._perangkat("atasan", kunci="{}")
        self._kabar(judul="rusak")
        self.Kabar._cron_kirim()
        self.assertFalse(rusak.exists())
        self.assertFalse(self.diterima)

    def test_only_devices_of_push_services_are_registered(self):
        Perangkat = self.env["mail.push.device"].with_user(self.u["pegawai"])
        kunci = Perangkat.get_web_push_vapid_public_key()
        for alamat in ("https://127.0.0.1/x", f"{_ALAMAT}/sah", {"a": 1}):
            Perangkat.register_devices(
                endpoint=alamat, keys={"auth": "x"}, vapid_public_key=kunci
            )
        ada = Perangkat.sudo().search(
            [("partner_id", "=", self.u["pegawai"].partner_id.id)]
        )
        self.assertEqual(ada.mapped("endpoint"), [f"{_ALAMAT}/sah"])

    def test_an_account_keeps_its_newest_devices_only(self):
        Perangkat = self.env["mail.push.device"].with_user(self.u["pegawai"])
        kunci = Perangkat.get_web_push_vapid_public_key()
        for nomor in range(13):
            Perangkat.register_devices(
                endpoint=f"{_ALAMAT}/{nomor}",
                keys={"auth": "x"},
                vapid_public_key=kunci,
            )
        ada = Perangkat.sudo().search(
            [("partner_id", "=", self.u["pegawai"].partner_id.id)], order="id"
        )
        harap = [f"{_ALAMAT}/{nomor}" for nomor in range(3, 13)]
        self.assertEqual(ada.mapped("endpoint"), harap)

    def test_choices_count_but_not_for_what_must_arrive(self):
        self._perangkat("atasan")
        self.env["ir.mail_server"].create({"name": "uji", "smtp_host": "surel.contoh"})
        Pilihan = self.env["asn.pemberitahuan.pilihan"].with_user(self.u["atasan"])
        Pilihan.action_pilihan()
        Pilihan.action_pilihan()
        milik = Pilihan.search([])
        self.assertEqual(len(milik), 6)
        milik.filtered(lambda p: p.kanal == "dorong").aktif = False
        for pilihan in milik.filtered("is_wajib"):
            with self.assertRaises(UserError):
                pilihan.aktif = False
        with self.assertRaises(AccessError):
            milik[0].kanal = "surel"
        self.assertFalse(Pilihan.with_user(self.u["pegawai"]).search([]))
        kabar = self._kabar()
        self.Kabar._cron_kirim()
        self.assertEqual(self._baris(kabar).mapped("kanal"), ["surel"])
        self.assertFalse(self.diterima)

    def test_devices_keep_silent_at_night(self):
        self.env.company.write({"asn_tenang_dari": 21, "asn_tenang_sampai": 5})
        self._perangkat("atasan")
        with freeze_time("2026-03-02 15:30:00"):  # half past ten at night
            kabar = self._kabar()
            self.Kabar._cron_kirim()
            self.assertFalse(self.diterima)
            self.assertEqual(
                self._baris(kabar).coba_lagi_pada, datetime(2026, 3, 2, 22, 0)
            )
        with freeze_time("2026-03-02 22:01:00"):  # five in the morning
            self.Kabar._cron_kirim()
        self.assertEqual(len(self.diterima), 1)

    def test_mail_says_no_details(self):
        self.env["ir.mail_server"].create({"name": "uji", "smtp_host": "surel.contoh"})
        p = self.ajukan()
        self.Kabar._cron_kirim()
        surel = self.env["mail.mail"].search([("subject", "ilike", p.nomor)])
        self.assertTrue(surel)
        for satu in surel:
            isi = satu.body_html.replace(satu.subject, "")
            if p.employee_id.email not in (satu.email_to or ""):
                self.assertNotIn(p.employee_id.name, isi)

    def test_statements_do_not_grow_with_notices(self):
        self._perangkat("atasan")

        def biaya(jumlah):
            for nomor in range(jumlah):
                self._kabar(judul=f"Permohonan {jumlah} {nomor}")
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            self.Kabar._cron_kirim()
            self.env.flush_all()
            return self.env.cr.sql_log_count - sebelum

        biaya(1)
        satu, banyak = biaya(1), biaya(15)
        self.assertLessEqual(banyak, satu + 3, f"{satu} for one, {banyak} for 15")

    def test_outbox_is_the_engines(self):
        kabar = self._kabar()
        with self.assertRaises(AccessError):
            self.Kiriman.create(
                {
                    "pemberitahuan_id": kabar.id,
                    "user_id": self.env.uid,
                    "kanal": "surel",
                }
            )
        with self.assertRaises(AccessError):
            self.Kiriman.with_user(self.u["pegawai"]).search([])
