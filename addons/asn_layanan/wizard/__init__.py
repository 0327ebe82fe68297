from . import (
    asn_layanan_gladi,
    asn_layanan_gladi_baris,
    asn_layanan_gladi_rantai,
    asn_layanan_muat,
    asn_layanan_muat_nilai,
    asn_permohonan_massal,
    asn_permohonan_massal_baris,
    asn_permohonan_pratinjau,
    asn_permohonan_putusan,
    asn_permohonan_putusan_baris,
    asn_permohonan_survei_isi,
    asn_permohonan_tindak,
)
