{
    "name": "ASN Akses",
    "summary": "Appointments, their requirements and pacts, accounts, access review",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_audit", "asn_layanan", "asn_surat"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_akses_security.xml",
        "views/asn_akses_menus.xml",
    ],
}
