{
    "name": "ASN Laporan",
    "summary": "DUK, nominatif, bezetting, statistics, public data, data reports of units",
    "version": "19.0.1.0.0",
    "category": "Human Resources/ASN Terpadu",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["asn_surat"],
    "data": [],
}
