from . import asn_laporan_gangguan_balas
