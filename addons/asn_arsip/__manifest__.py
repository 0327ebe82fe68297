{
    "name": "ASN Arsip",
    "summary": "Digital archive (arsip digital): documents by kind and person",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_pegawai"],
    "data": [
        "security/ir.model.access.csv",
        "security/asn_dokumen_security.xml",
        "data/asn.jenis.dokumen.csv",
        "views/asn_jenis_dokumen_views.xml",
        "views/asn_dokumen_views.xml",
        "views/asn_dokumen_tolak_views.xml",
        "views/hr_employee_views.xml",
        "views/asn_arsip_menus.xml",
    ],
}
