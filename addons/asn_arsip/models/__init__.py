from . import asn_dokumen
from . import asn_dokumen_arsip
from . import asn_jenis_dokumen
from . import asn_riwayat_mixin
from . import hr_employee
from . import ir_attachment
