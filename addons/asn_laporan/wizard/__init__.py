from . import asn_laporan_data_kembali
