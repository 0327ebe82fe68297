from . import berkas
from . import gambar
from . import nama_berkas
from . import pembaca
from . import teks
from . import temuan
