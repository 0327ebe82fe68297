"""A person with a full history among 100,000 beside the stock form among 100."""

import banding_orang


def ukur(kerja):
    """Return seconds of every request of our page and of the stock page."""
    return banding_orang.ukur_formulir(kerja)
