import base64
import hashlib
import logging
from urllib.parse import urlencode

import requests
from jose import jwt
from jose.exceptions import JOSEError
from odoo import api, fields, models
from odoo.exceptions import AccessDenied, ValidationError
from odoo.tools.misc import consteq

_logger = logging.getLogger(__name__)
#: Values of ``amr`` (RFC 8176) that mean more than a password.
_AMR_KUAT = {"mfa", "otp", "hwk", "sc", "fpt", "face", "iris"}


class AuthOauthProvider(models.Model):
    """Single sign-on service: OpenID Connect, code flow, and nothing else.

    What the kept addon leaves out is checked here: the state and the nonce of
    this very attempt, a fresh PKCE verifier each time, the issuer.
    """

    _inherit = "auth.oauth.provider"

    flow = fields.Selection(default="id_token_code")
    code_verifier = fields.Char(groups=fields.NO_ACCESS)
    asn_penerbit = fields.Char(
        "Issuer",
        help="Must equal “iss” of the tokens, e.g. https://sso.kota.go.id/realms/asn",
    )
    asn_klaim = fields.Char(
        "Claim with the NIP",
        default="nip",
        required=True,
        help="Which claim of the token names the account: by user name or NIP.",
    )
    asn_faktor = fields.Selection(
        [
            ("tidak", "Ask for our own second factor"),
            ("klaim", "Accept the service's when its token says so (amr)"),
            ("selalu", "The service always asks for one"),
        ],
        "Second Factor",
        default="klaim",
        required=True,
    )
    asn_akhiri_url = fields.Char("Sign-out URL (end_session_endpoint)")

    @api.constrains("enabled", "flow", "asn_penerbit", "token_endpoint", "jwks_uri")
    def _check_asn_lengkap(self):
        """A service that is switched on is complete and safe.

        :raise ValidationError: naming what is missing
        """
        for penyedia in self.filtered("enabled"):
            if penyedia.flow != "id_token_code":
                raise ValidationError(
                    self.env._(
                        "Only OpenID Connect with authorization code is supported:"
                        " other ways cannot tell for whom a token was made."
                    )
                )
            for nama in (
                "client_id",
                "auth_endpoint",
                "token_endpoint",
                "jwks_uri",
                "asn_penerbit",
            ):
                if not penyedia[nama]:
                    label = penyedia._fields[nama].get_description(self.env)["string"]
                    raise ValidationError(
                        self.env._("Single sign-on still needs: %s.", label)
                    )

    def _asn_mulai(self, alamat_kembali, keadaan, nonce, pembuktian, segar=False):
        """Return the address that the browser is sent to.

        :param alamat_kembali: our address for the answer
        :param keadaan: state of this attempt
        :param nonce: comes back inside the signed token
        :param pembuktian: PKCE verifier; only its digest leaves us
        :param segar: the service is to ask the person anew
        """
        tantangan = base64.urlsafe_b64encode(
            hashlib.sha256(pembuktian.encode()).digest()
        )
        pertanyaan = urlencode(
            {
                "response_type": "code",
                "client_id": self.client_id,
                "redirect_uri": alamat_kembali,
                "scope": self.scope or "openid profile",
                "state": keadaan,
                "nonce": nonce,
                "code_challenge": tantangan.rstrip(b"=").decode(),
                "code_challenge_method": "S256",
                **({"prompt": "login", "max_age": "0"} if segar else {}),
            }
        )
        return f"{self.auth_endpoint}?{pertanyaan}"

    def _asn_tukar(self, kode, alamat_kembali, pembuktian):
        """Exchange the code for tokens at the service.

        :return: (access token, ID token)
        :raise AccessDenied: when the service refuses or cannot be reached
        """
        # sudo: the secret of the client is for this request only.
        rahasia = self.sudo().client_secret
        try:
            jawaban = requests.post(
                self.token_endpoint,
                data={
                    "client_id": self.client_id,
                    "grant_type": "authorization_code",
                    "code": kode,
                    "code_verifier": pembuktian,
                    "redirect_uri": alamat_kembali,
                },
                auth=(self.client_id, rahasia) if rahasia else None,
                timeout=10,
            )
            jawaban.raise_for_status()
            isi = jawaban.json()
        except (requests.RequestException, ValueError) as salah:
            _logger.info("SSO: no answer of %s: %s", self.name, salah)
            raise AccessDenied(
                self.env._("The sign-in service did not confirm. Try again.")
            ) from None
        return isi.get("access_token"), isi.get("id_token") or ""

    def _asn_periksa_token(self, access_token, id_token, nonce):
        """Return the claims of an ID token after checking everything.

        Signature against the published keys, audience, issuer, times, nonce
        and, with several audiences, the authorised party.

        :raise AccessDenied: whatever is wrong; the log says what
        """
        try:
            klaim = self._parse_id_token(id_token, access_token)
            if klaim.get("iss") != self.asn_penerbit:
                raise JOSEError("issuer")
            if not consteq(str(klaim.get("nonce") or ""), nonce):
                raise JOSEError("nonce")
            if klaim.get("azp", self.client_id) != self.client_id:
                raise JOSEError("authorised party")
            if not klaim.get("sub") or not klaim.get("exp"):
                raise JOSEError("subject or expiry missing")
        except (JOSEError, requests.RequestException, KeyError, ValueError) as salah:
            _logger.info("SSO: refused: %s", salah)
            raise AccessDenied(
                self.env._("The answer of the sign-in service was not valid.")
            ) from None
        return klaim

    def _get_keys(self, kid):
        """Look once more when the service has exchanged its keys meanwhile."""
        kunci = super()._get_keys(kid)
        if not kunci:
            self.env.registry.clear_cache()
            kunci = super()._get_keys(kid)
        if not kunci:
            raise jwt.JWTError("no such key")
        return kunci

    def _asn_faktor_dipercaya(self, klaim):
        """Say whether the service has asked for a second factor."""
        if self.asn_faktor == "selalu":
            return True
        amr = klaim.get("amr") or []
        amr = {amr} if isinstance(amr, str) else set(amr)
        return self.asn_faktor == "klaim" and bool(amr & _AMR_KUAT)
