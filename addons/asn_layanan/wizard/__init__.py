from . import (
    asn_permohonan_massal,
    asn_permohonan_massal_baris,
    asn_permohonan_pratinjau,
    asn_permohonan_putusan,
    asn_permohonan_putusan_baris,
    asn_permohonan_survei_isi,
    asn_permohonan_tindak,
)
