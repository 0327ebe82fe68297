from . import asn_laporan_cetak
from . import asn_keadaan
from . import asn_daftar_susunan
from . import asn_daftar
from . import asn_daftar_kolom
from . import asn_daftar_isi
from . import asn_daftar_buat
from . import asn_daftar_pratinjau
