{
    "name": "ASN Audit",
    "summary": "Who saw what: access log, masking, export gate, data-use requests",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_arsip"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_audit_security.xml",
        "data/ir_sequence_data.xml",
        "data/ir_cron_data.xml",
        "data/asn.kelas.data.csv",
        "data/asn_audit_data.xml",
        "views/asn_jejak_views.xml",
        "views/asn_jejak_pertanyaan_views.xml",
        "views/asn_permintaan_data_views.xml",
        "views/asn_data_saya_action.xml",
        "views/asn_pemberian_peran_views.xml",
        "views/hr_employee_views.xml",
        "views/asn_audit_menus.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "asn_audit/static/src/**/*",
        ],
    },
}
