from . import asn_skenario
from . import asn_skenario_akun
from . import asn_skenario_pegawai
from . import asn_skenario_permohonan
from . import asn_skenario_sertifikat
