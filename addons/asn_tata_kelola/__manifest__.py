{
    "name": "ASN Tata Kelola",
    "summary": "Governance of the system itself: trouble reports, risks, controls, releases",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_laporan", "asn_berbagi"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_laporan_gangguan_security.xml",
        "data/ir_sequence_data.xml",
        "data/ir_cron_data.xml",
        "wizard/asn_laporan_gangguan_balas_views.xml",
        "views/asn_laporan_gangguan_form_views.xml",
        "views/asn_laporan_gangguan_views.xml",
        "views/res_config_settings_views.xml",
        "views/asn_tata_kelola_menus.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "asn_tata_kelola/static/src/**/*",
        ],
    },
}
