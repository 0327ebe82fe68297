# Read by `odoo-bin shell`, which provides env: load the demo scenario.
if "asn.skenario" in env.registry:  # noqa: F821
    env["asn.skenario"]._muat()  # noqa: F821
    env.cr.commit()  # noqa: F821
    # What every page loads is compiled here once, and not by the first visitor.
    for nama in ("web.assets_web", "web.assets_web_print"):
        bundel = env["ir.qweb"]._get_asset_bundle(nama)  # noqa: F821
        bundel.css()
        if nama == "web.assets_web":
            bundel.js()
    env.cr.commit()  # noqa: F821
