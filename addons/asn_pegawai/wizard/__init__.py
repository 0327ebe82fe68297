from . import asn_perubahan_organisasi_putusan
