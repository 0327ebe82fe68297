from . import asn_berbagi_perubahan  # isort: split
from . import asn_berbagi_akses
from . import asn_berbagi_api
from . import asn_berbagi_baca
from . import asn_berbagi_konsumen
from . import asn_berbagi_kunci
from . import asn_kelas_data
from . import asn_permintaan_data
from . import asn_riwayat_mixin
from . import hr_department
from . import hr_employee
