{
    "name": "Test support: signing in and terms cost little",
    "version": "19.0.1.0.0",
    "author": "ASN Terpadu",
    "license": "AGPL-3",
    "depends": ["web"],
    "installable": True,
}
