from . import (
    asn_laporan_gangguan,
    asn_laporan_gangguan_insiden,
    asn_laporan_gangguan_langkah,
    asn_beranda,
    res_company,
    res_config_settings,
)
