from . import (
    asn_evaluasi_sistem_tanggapan,
    asn_laporan_gangguan_balas,
    asn_usulan_pengembangan_putusan,
)
