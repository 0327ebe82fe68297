"""Who of several levels of candidates acts; no Odoo here (PRO-10, PRO-11)."""

from collections import namedtuple

#: What was found: the level that acts (None when nobody may), the user ids there
#: with the delegation under which each acts (None: in own right), and who was
#: passed over with the reason, in order.
Temuan = namedtuple("Temuan", "tingkat pelaku dilewati")

SENDIRI = "sendiri"
KELUARGA = "keluarga"
EMPAT_MATA = "empat_mata"
TIDAK_AKTIF = "tidak_aktif"
KOSONG = "kosong"
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


class Kandidat(namedtuple("Kandidat", "tingkat wakil aktif")):
    """Who could act at a step before anybody is excluded; parameters of ``pilih``."""

    __slots__ = ()

    def pilih(self, larangan):
        """Return the ``Temuan`` when these users may not act."""
        return pilih(self.tingkat, larangan, self.wakil, self.aktif)

    @property
    def semua(self):
        """Return the ids of everybody who may come into question."""
        wakil = {id_ for baris in self.wakil.values() for id_, _delegasi in baris}
        return wakil.union(*self.tingkat)


def dialihkan(temuan):
    """Tell whether the way to the actor has to be recorded.

    A conflict of interest always is, even when colleagues of the same level
    act; other reasons count when the matter went to another level.
    """
    sebab = {alasan for _user, alasan in temuan.dilewati}
    return bool(sebab & BENTURAN or (temuan.tingkat and sebab))


#: Order of eselon from the lowest; ``IV.a`` counts as ``IV``.
_ESELON = ("V", "IV", "III", "II", "I")


def tinggi_eselon(kode):
    """Return how high an eselon is, 0 for none: V=1 ... I=5."""
    angka = (kode or "").upper().split(".")[0].strip()
    return _ESELON.index(angka) + 1 if angka in _ESELON else 0
