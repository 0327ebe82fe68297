from . import asn_akses
from . import pernyataan
from . import slip
from . import web_client
