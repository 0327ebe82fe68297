"""What an installation needs once, whatever the database held before."""


def post_init_hook(env):
    """Make Indonesian, Jakarta time and the city's calendar the defaults."""
    env["res.company"]._asn_siapkan_daerah()
