from . import asn_pemberian_akhir
from . import asn_pemberian_putusan
from . import asn_penanggung_jawab
from . import asn_tinjauan_cabut
from . import asn_usulan_putusan
from . import asn_akun_buka
