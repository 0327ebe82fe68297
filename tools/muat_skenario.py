# Read by `odoo-bin shell`, which provides env: load the demo scenario.
if "asn.skenario" in env.registry:  # noqa: F821
    env["asn.skenario"]._muat()  # noqa: F821
    env.cr.commit()  # noqa: F821
