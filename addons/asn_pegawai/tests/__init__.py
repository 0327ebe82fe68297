from . import test_contract, test_proyeksi, test_riwayat
from . import test_nomor
from . import test_massal
from . import test_akses
from . import test_impor, test_impor_berkas, test_impor_jalan, test_impor_nilai
from . import test_impor_diklat, test_impor_kolom, test_impor_riwayat, test_impor_tarik
from . import test_penanda
from . import test_anomali, test_anomali_ikut, test_huruf
from . import test_http
from . import test_peristiwa, test_profil
from . import test_kinerja, test_kualifikasi
from . import test_organisasi, test_organisasi_aturan, test_organisasi_penjaga
from . import test_riwayat_jenis, test_riwayat_pengangkatan, test_riwayat_spesifik
from . import test_ingatan, test_jumlah, test_konsistensi
