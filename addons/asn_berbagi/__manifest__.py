{
    "name": "ASN Berbagi",
    "summary": "Data sharing: consumers, keys, read-only API, change feed, usage log",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_audit"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_berbagi_security.xml",
        "data/ir_cron_data.xml",
        "data/asn_kelas_data.xml",
        "views/asn_berbagi_akses_views.xml",
        "views/asn_berbagi_kunci_views.xml",
        "views/asn_berbagi_konsumen_views.xml",
        "views/asn_jejak_akses_views.xml",
        "views/asn_berbagi_menus.xml",
    ],
    "assets": {
        "web.assets_backend": ["asn_berbagi/static/src/**/*"],
    },
    "uninstall_hook": "uninstall_hook",
}
