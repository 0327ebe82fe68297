{
    "name": "Test support: no work that no test looks at",
    "version": "19.0.1.0.0",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["web"],
    "installable": True,
}
