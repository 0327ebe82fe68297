"""The list of 100,000 people beside the stock list of 100."""

import banding_orang


def ukur(kerja):
    """Return seconds of our slowest list or search and of the stock list."""
    return banding_orang.ukur_daftar(kerja, ("list", "search_name", "search_nip"))
