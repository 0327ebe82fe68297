"""Who of several levels of candidates acts; no Odoo here (PRO-10, PRO-11)."""

from collections import namedtuple

#: What was found: the level that acts (None when nobody may), the user ids there
#: with the delegation under which each acts (None: in own right), who was passed
#: over with the reason, in order, and whether alternates (cadangan) act.
Temuan = namedtuple("Temuan", "tingkat pelaku dilewati cadangan", defaults=(False,))

SENDIRI = "sendiri"
KELUARGA = "keluarga"
EMPAT_MATA = "empat_mata"
TIDAK_AKTIF = "tidak_aktif"
KOSONG = "kosong"
#: The unit has nobody with the role that the step asks for.
TANPA_PETUGAS = "tanpa_petugas"
#: Reasons that are a conflict of interest and are always recorded.
BENTURAN = frozenset([SENDIRI, KELUARGA])


def pilih(tingkat, larangan, wakil=None, aktif=None):
    """Return the ``Temuan`` for levels of candidates in order of preference.

    The first level with somebody who may act is taken. A delegate (wakil) acts
    beside the one who delegated, never instead of somebody who is excluded:
    whose own matter it is cannot have it decided in his name either. A
    delegate's own delegation is not followed.

    :param tingkat: lists of user ids; an empty list is a post without a holder
    :param larangan: ``{user id: reason}``
    :param wakil: ``{user id: [(user id of the delegate, delegation)]}``
    :param aktif: ids of the accounts that are open; None: all
    """
    dilewati = []
    for nomor, calon in enumerate(tingkat):
        pelaku = {}
        for user in calon:
            if user in larangan:
                dilewati.append((user, larangan[user]))
            elif aktif is not None and user not in aktif:
                dilewati.append((user, TIDAK_AKTIF))
            else:
                pelaku[user] = None
        for user in list(pelaku):
            for pengganti, delegasi in (wakil or {}).get(user, ()):
                if pengganti not in larangan:
                    pelaku.setdefault(pengganti, delegasi)
        if pelaku:
            return Temuan(nomor, pelaku, dilewati)
        if not calon:
            dilewati.append((None, KOSONG))
    return Temuan(None, {}, dilewati)


class Kandidat(
    namedtuple("Kandidat", "tingkat wakil aktif cadangan", defaults=(None,))
):
    """Who could act at a step before anybody is excluded.

    The first three are parameters of ``pilih``. ``cadangan`` returns the
    ``Kandidat`` who are asked when none of these may act, or None: it is called
    with the set of reasons, and with None for whoever it could name at all.
    """

    __slots__ = ()

    def pilih(self, larangan):
        """Return the ``Temuan`` when these users may not act."""
        temuan = pilih(self.tingkat, larangan, self.wakil, self.aktif)
        if temuan.pelaku or not self.cadangan:
            return temuan
        dilewati = temuan.dilewati or [(None, TANPA_PETUGAS)]
        lain = self.cadangan({sebab for _user, sebab in dilewati})
        if not lain:
            return temuan
        kedua = lain.pilih(larangan)
        semua = list(dict.fromkeys([*dilewati, *kedua.dilewati]))
        if not kedua.pelaku:
            return temuan._replace(dilewati=semua)
        return Temuan(len(self.tingkat) + kedua.tingkat, kedua.pelaku, semua, True)

    @property
    def semua(self):
        """Return the ids of everybody who may come into question."""
        wakil = {id_ for baris in self.wakil.values() for id_, _delegasi in baris}
        lain = self.cadangan(None) if self.cadangan else None
        return wakil.union(*self.tingkat, lain.semua if lain else ())


def dialihkan(temuan):
    """Tell whether the way to the actor has to be recorded.

    A conflict of interest always is, even when colleagues of the same level
    act, and an alternate; other reasons count when the matter went to another level.
    """
    sebab = {alasan for _user, alasan in temuan.dilewati}
    return bool(sebab & BENTURAN or temuan.cadangan or (temuan.tingkat and sebab))


#: Order of eselon from the lowest; ``IV.a`` counts as ``IV``.
_ESELON = ("V", "IV", "III", "II", "I")


def tinggi_eselon(kode):
    """Return how high an eselon is, 0 for none: V=1 ... I=5."""
    angka = (kode or "").upper().split(".")[0].strip()
    return _ESELON.index(angka) + 1 if angka in _ESELON else 0
