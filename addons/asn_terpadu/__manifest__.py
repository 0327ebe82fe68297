{
    "name": "ASN Terpadu",
    "summary": "The whole platform in one click, and the demo city Kota Contoh",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "application": True,
    "depends": [
        "asn_akses",
        "asn_audit",
        "asn_berbagi",
        "asn_laporan",
        "asn_layanan_standar",
        "asn_pemutakhiran",
        "asn_tata_kelola",
    ],
    "demo": ["demo/skenario.xml"],
}
