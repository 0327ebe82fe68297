"""Kota Contoh: the invented city of the demo, in plain Python.

Nothing here imports Odoo. ``kota.bangun(acuan, seed)`` gives the whole city as
dictionaries with codes instead of record ids; ``asn.skenario`` stores them.
"""
