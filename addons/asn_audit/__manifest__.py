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
        "data/asn.kelas.data.csv",
    ],
}
