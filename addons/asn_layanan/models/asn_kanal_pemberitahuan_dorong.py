import json
import logging
import re
from fnmatch import fnmatch

import requests
from odoo import api, models
from odoo.addons.mail.tools.web_push import DeviceUnreachableError, push_to_end_point

_logger = logging.getLogger(__name__)

#: Push services of the browsers in use. A browser names its own, so without this
#: list anybody could let the server call addresses inside the office's network.
PENYEDIA = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "*.push.services.mozilla.com",
    "*.notify.windows.com",
    "web.push.apple.com",
    "*.push.apple.com",
)
#: The whole address in plain characters: two parsers must not find two hosts in it.
_ALAMAT = re.compile(r"https://([a-z0-9.-]+)(?::443)?/[\w.~%!$&'()*+,;=:@/?-]*", re.A)
_PARAMETER_PENYEDIA = "asn_layanan.penyedia_dorong"


class _Sesi(requests.Session):
    """A session that remembers how the push service answered."""

    status = None

    def post(self, url, **kwargs):
        """Send without following redirections, which could lead inside."""
        jawab = super().post(url, allow_redirects=False, **kwargs)
        self.status = jawab.status_code
        return jawab


class AsnKanalPemberitahuanDorong(models.AbstractModel):
    """Web push: to the devices on which the person allowed it.

    Devices, keys and encryption are core's (``mail.push.device``); its service
    worker shows the notice and opens the page.
    """

    _name = "asn.kanal.pemberitahuan.dorong"
    _inherit = "asn.kanal.pemberitahuan"
    _description = "Notices by Web Push"

    _kode = "dorong"
    _berbunyi = True

    @api.model
    def _label(self):
        return self.env._("Push to my devices")

    @api.model
    def _tersedia(self):
        return bool(self._kunci_vapid()[0])

    @api.model
    def _kunci_vapid(self):
        """Return the (private, public) key pair; core makes it for a first device."""
        # sudo: keys of the server, used by the job and shown to nobody
        parameter = self.env["ir.config_parameter"].sudo()
        return (
            parameter.get_param("mail.web_push_vapid_private_key"),
            parameter.get_param("mail.web_push_vapid_public_key"),
        )

    @api.model
    def _perangkat(self, users):
        # sudo: devices belong to other people; only the job sends to them
        return (
            self.env["mail.push.device"]
            .sudo()
            .search([("partner_id", "in", users.partner_id.ids)])
        )

    @api.model
    def _terjangkau(self, users):
        punya = self._perangkat(users).partner_id
        return users.filtered(lambda u: u.partner_id in punya)

    @api.model
    def _kirim(self, pesan):
        perangkat = self._perangkat(pesan.user_id).grouped("partner_id")
        hasil = {}
        mati = self.env["mail.push.device"]
        with _Sesi() as sesi:
            for satu in pesan:
                jawaban = []
                for device in perangkat.get(satu.user_id.partner_id, mati):
                    if device in mati:
                        continue
                    status, galat = self._dorong(sesi, device, satu._muatan())
                    jawaban.append((status, galat))
                    if status == "batal":
                        mati |= device
                hasil[satu.id] = self._gabung(jawaban)
        mati.unlink()
        return hasil

    @api.model
    def _gabung(self, jawaban):
        """Return one outcome of all devices of a person.

        One device that got it is enough: trying again would ring there twice.
        """
        if any(status == "terkirim" for status, _galat in jawaban):
            return "terkirim", False
        for status, galat in jawaban:
            if status == "gagal":
                return "gagal", galat
        return "batal", jawaban[0][1] if jawaban else self.env._("No device any more")

    @api.model
    def _dorong(self, sesi, device, muatan):
        """Send to one device; return (state, error)."""
        if not self._dikenal(device.endpoint):
            return "batal", self.env._("Push service not allowed")
        pribadi, publik = self._kunci_vapid()
        sesi.status = None
        try:
            push_to_end_point(
                base_url=device.get_base_url(),
                device={
                    "id": device.id,
                    "endpoint": device.endpoint,
                    "keys": device.keys,
                },
                payload=json.dumps(muatan),
                vapid_private_key=pribadi,
                vapid_public_key=publik,
                session=sesi,
            )
        except DeviceUnreachableError:
            return "batal", self.env._("The device no longer exists")
        except requests.RequestException as error:
            return "gagal", type(error).__name__
        except (ValueError, TypeError, KeyError) as error:
            # Keys that are no keys: the device never gets anything.
            _logger.info("Push device %s has unusable keys: %s", device.id, error)
            return "batal", self.env._("Unusable keys")
        if sesi.status in (200, 201, 202, 204):
            return "terkirim", False
        return "gagal", f"HTTP {sesi.status}"

    @api.model
    def _dikenal(self, alamat):
        """Tell whether an address is that of a push service the office allows."""
        cocok = _ALAMAT.fullmatch(alamat) if isinstance(alamat, str) else None
        # sudo: the list of the office is no secret, reading parameters is
        parameter = self.env["ir.config_parameter"].sudo()
        daftar = (parameter.get_param(_PARAMETER_PENYEDIA) or "").split() or PENYEDIA
        return bool(cocok) and any(fnmatch(cocok[1], pola) for pola in daftar)
