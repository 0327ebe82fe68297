"""When a figure of the running system is good, wants attention, or is grave."""

BAIK, PERHATIAN, GAWAT = "baik", "perhatian", "gawat"


def menurut(angka, perhatian, gawat):
    """Return the state of a figure that is better when it is smaller."""
    if angka >= gawat:
        return GAWAT
    return PERHATIAN if angka >= perhatian else BAIK


def terburuk(keadaan):
    """Return the worst of several states; good when there is none."""
    urut = (BAIK, PERHATIAN, GAWAT)
    return max(keadaan, key=urut.index, default=BAIK)


def ukuran(jumlah_byte):
    """Return a size in words: ``1,5 GB``."""
    angka = float(jumlah_byte)
    for satuan in ("B", "KB", "MB", "GB"):
        if angka < 1024:
            return f"{angka:.1f}".replace(".", ",") + f" {satuan}"
        angka /= 1024
    return f"{angka:.1f}".replace(".", ",") + " TB"
