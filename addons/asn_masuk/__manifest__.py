{
    "name": "ASN Terpadu: Sign-in",
    "summary": "Passwords, second factor, sessions, single sign-on and the log of sign-ins",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": [
        # Above the others although it needs little of them: their tests make accounts
        # with short passwords.
        "asn_akses",
        "auth_oidc",
        "auth_passkey",
        "auth_password_policy",
        "auth_signup",
        "auth_timeout",
        "auth_totp",
    ],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_masuk_security.xml",
        "data/ir_config_parameter_data.xml",
        "data/res_groups_data.xml",
        "data/ir_cron_data.xml",
        "views/masuk_templates.xml",
        "views/langkah_templates.xml",
        "views/dialog_inti_views.xml",
        "views/asn_masuk_catatan_views.xml",
        "views/asn_masuk_kunci_views.xml",
        "views/asn_pemulihan_faktor_views.xml",
        "views/auth_oauth_provider_views.xml",
        "views/res_users_views.xml",
        "views/asn_setelan_masuk_views.xml",
        "views/asn_masuk_menus.xml",
    ],
    "assets": {
        "web.assets_frontend": [
            "asn_masuk/static/src/masuk/masuk.scss",
            "asn_masuk/static/src/masuk/kunci_sandi.js",
        ],
        "web.assets_backend": [
            "asn_masuk/static/src/menu/*.js",
        ],
    },
}
