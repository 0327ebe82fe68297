"""Hiding small cells of published tables so that nobody is counted alone.

Plain Python. A cell of one to four people is hidden; where its row or column
has a total, so much more is hidden that it cannot be found by subtraction.
"""

BATAS = 5
#: What stands in a hidden cell.
SAMAR = None


def samarkan_deret(nilai, batas=BATAS):
    """Return the values of a table with a total; hidden ones are ``None``.

    Hidden cells number at least two and hold at least ``batas`` people together,
    so that the total tells no single one of them. Zeros stay: nobody is in them.

    :param nilai: list of counts
    :return: list of counts and ``None``; all ``None`` but zeros when too few
        people are left to hide behind
    """
    tampak = [not 0 < angka < batas for angka in nilai]
    _lengkapi(nilai, tampak, range(len(nilai)), batas)
    return [
        angka if lihat else SAMAR for angka, lihat in zip(nilai, tampak, strict=True)
    ]


def _lengkapi(nilai, tampak, tempat, batas):
    """Hide the smallest visible cells until the hidden ones protect each other.

    :return: whether anything more was hidden
    """
    berubah = False
    while True:
        samar = [i for i in tempat if not tampak[i]]
        if not samar or (len(samar) > 1 and sum(nilai[i] for i in samar) >= batas):
            return berubah
        calon = [i for i in tempat if tampak[i] and nilai[i] > 0]
        if not calon:
            return berubah
        tampak[min(calon, key=lambda i: (nilai[i], i))] = False
        berubah = True


def total_aman(nilai, batas=BATAS):
    """Tell whether the total of a table may be shown beside its hidden cells."""
    samar = samarkan_deret(nilai, batas)
    hilang = [n for n, lihat in zip(nilai, samar, strict=True) if lihat is SAMAR]
    return not hilang or (len(hilang) > 1 and sum(hilang) >= batas)


def samarkan_silang(tabel, batas=BATAS):
    """Return a table of rows with the totals of rows and of columns.

    Totals are hidden like cells and belong to the sums they enter: nothing can be
    found by taking a row, a column or all of them from a total.

    :param tabel: list of rows of counts
    :return: rows of counts and ``None``, each with its total at the end, and a last
        row of totals
    """
    lebar = len(tabel[0]) if tabel else 0
    penuh = [[*baris, sum(baris)] for baris in tabel]
    penuh.append([sum(baris[k] for baris in penuh) for k in range(lebar + 1)])
    datar = [angka for baris in penuh for angka in baris]
    tampak = [not 0 < angka < batas for angka in datar]
    garis = _garis(len(penuh), lebar + 1)
    while any(_lindungi(datar, tampak, satu, batas) for satu in garis):
        pass
    return [
        [
            datar[b * (lebar + 1) + k] if tampak[b * (lebar + 1) + k] else SAMAR
            for k in range(lebar + 1)
        ]
        for b in range(len(penuh))
    ]


def _garis(tinggi, lebar):
    """Return the places of each sum: parts first, their total last."""
    baris = [[b * lebar + k for k in range(lebar)] for b in range(tinggi)]
    kolom = [[b * lebar + k for b in range(tinggi)] for k in range(lebar)]
    return baris + kolom


def _lindungi(datar, tampak, garis, batas):
    """Protect the parts of one sum; without enough parts hide the total too."""
    *bagian, total = garis
    if not tampak[total]:
        # The sum itself is unknown: one hidden part is enough, none is not.
        if all(tampak[i] for i in bagian):
            calon = [i for i in bagian if datar[i] > 0]
            if calon:
                tampak[min(calon, key=lambda i: (datar[i], i))] = False
                return True
        return False
    berubah = _lengkapi(datar, tampak, bagian, batas)
    samar = [i for i in bagian if not tampak[i]]
    kurang = len(samar) == 1 or sum(datar[i] for i in samar) < batas
    if samar and kurang and tampak[total]:
        tampak[total] = False
        berubah = True
    return berubah
