"""A person with a full history among 100,000 beside the stock form among 100."""

import banding_orang


def ukur(kerja):
    """Return seconds of our form with its overview and of the stock form."""
    return banding_orang.ukur(kerja, "form", ("form", "form_overview"))
