"""An OpenID Connect provider for the tests: Authlib's, with PKCE compulsory.

It signs in whoever the test has put into ``subjek`` without asking, and can be
told to misbehave: ``rusak`` changes the claims, ``kunci_asing`` signs by a key
that it does not publish.
"""

import threading
import time
from dataclasses import dataclass, field
from uuid import uuid4

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, grants
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, jsonify, request
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server


@dataclass
class _Kode(AuthorizationCodeMixin):
    code: str
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str
    user: dict
    auth_time: int = field(default_factory=lambda: int(time.time()))

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce

    def get_auth_time(self):
        return self.auth_time

    def get_acr(self):
        return None

    def get_amr(self):
        return self.user.get("amr")


class _Klien(ClientMixin):
    """The one client that is registered."""

    def __init__(self, penyedia):
        self.penyedia = penyedia

    def get_client_id(self):
        return self.penyedia.client_id

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return scope

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri.endswith("/masuk/sso/kembali")

    def check_client_secret(self, client_secret):
        return client_secret == self.penyedia.client_secret

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type == "authorization_code"


def _kode_grant(penyedia):
    """Return the authorization code grant of one provider."""

    class KodeGrant(grants.AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

        def save_authorization_code(self, code, request):
            isi = request.payload.data
            penyedia.kode[code] = _Kode(
                code,
                request.payload.redirect_uri,
                request.payload.scope,
                isi.get("nonce"),
                isi.get("code_challenge"),
                isi.get("code_challenge_method"),
                dict(penyedia.subjek),
                int(time.time()) - penyedia.masuk_lalu,
            )

        def query_authorization_code(self, code, client):
            return penyedia.kode.get(code)

        def delete_authorization_code(self, authorization_code):
            del penyedia.kode[authorization_code.code]

        def authenticate_user(self, authorization_code):
            return authorization_code.user

    return KodeGrant


def _id_token(penyedia):
    """Return the maker of ID tokens of one provider."""

    class IdToken(OpenIDCode):
        def exists_nonce(self, nonce, request):
            return False

        def resolve_client_private_key(self, client):
            return penyedia.asing if penyedia.kunci_asing else penyedia.kunci

        def get_client_algorithm(self, client):
            return "RS256"

        def get_client_claims(self, client):
            benar = {"iss": penyedia.url, "aud": penyedia.client_id}
            return benar | penyedia.rusak

        def generate_user_info(self, user, scope):
            return UserInfo(**{**user, **penyedia.rusak})

    return IdToken


class PenyediaOidc:
    """Starts on a free port of this machine; ``tutup`` ends it."""

    client_id = "asn-terpadu"
    client_secret = str(uuid4())

    def __init__(self):
        self.kunci = RSAKey.generate_key(2048, {"kid": "satu"}, private=True)
        self.asing = RSAKey.generate_key(2048, {"kid": "satu"}, private=True)
        self.kunci_asing = False
        self.subjek = {}
        #: Seconds since the person proved who she is.
        self.masuk_lalu = 0
        self.rusak = {}
        self.kode = {}
        self.keluar = []
        app = self._aplikasi()
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.benang = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.benang.start()

    def tutup(self):
        """Stop serving."""
        self.server.shutdown()
        self.benang.join()
        self.server.server_close()

    def nilai(self):
        """Return what an administrator types into the provider's form."""
        return {
            "name": "SSO Kota",
            "body": "Masuk dengan SSO Kota",
            "flow": "id_token_code",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "asn_penerbit": self.url,
            "auth_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "asn_akhiri_url": f"{self.url}/logout",
            "scope": "openid profile",
            "enabled": True,
        }

    def _aplikasi(self):
        penyedia = self
        app = Flask(__name__)
        app.secret_key = "uji"
        server = AuthorizationServer(
            app,
            query_client=lambda id_: (
                _Klien(penyedia) if id_ == penyedia.client_id else None
            ),
            save_token=lambda token, request: None,
        )
        server.register_grant(
            _kode_grant(penyedia),
            [_id_token(penyedia)(require_nonce=True), CodeChallenge(required=True)],
        )

        @app.get("/authorize")
        def authorize():
            grant = server.get_consent_grant(end_user=penyedia.subjek)
            return server.create_authorization_response(
                grant=grant, grant_user=penyedia.subjek
            )

        @app.post("/token")
        def token():
            return server.create_token_response()

        @app.get("/jwks")
        def jwks():
            return jsonify({"keys": [penyedia.kunci.as_dict(private=False)]})

        @app.get("/logout")
        def logout():
            penyedia.keluar.append(request.args.to_dict())
            return "keluar"

        return app
