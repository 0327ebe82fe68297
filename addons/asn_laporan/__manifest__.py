{
    "name": "ASN Laporan",
    "summary": "DUK, nominatif, bezetting, statistics, public data, data reports of units",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_surat", "asn_audit"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_daftar_security.xml",
        "data/asn.kelas.data.csv",
        "data/asn_daftar_susunan_data.xml",
        "data/asn_daftar_cron.xml",
        "views/asn_daftar_views.xml",
        "views/asn_daftar_susunan_views.xml",
        "views/asn_formasi_views.xml",
        "views/asn_laporan_menus.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "asn_laporan/static/src/statistik/*",
            "asn_laporan/static/src/daftar/*.scss",
        ],
    },
}
