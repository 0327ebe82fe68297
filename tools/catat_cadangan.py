"""Read by ``odoo-bin shell``: record the result of one backup in the application."""

import json
import os
from pathlib import Path

hasil = json.loads(Path(os.environ["ASN_HASIL_CADANGAN"]).read_text())
env["asn.cadangan"]._catat(hasil)  # noqa: F821
env.cr.commit()  # noqa: F821
