"""How long a door stays closed after failed tries."""

import ipaddress


def lama_kunci(gagal, batas, dasar, paling_lama):
    """Return for how many seconds to lock after so many failures in a row.

    The first lock comes with failure number ``batas``; each further failure
    doubles it. Nobody is locked for ever: a lock by a stranger must end by
    itself (KDR-6-1).

    :param gagal: failures in a row
    :param batas: tolerated failures; 0 switches locking off
    :param dasar: seconds of the first lock
    :param paling_lama: seconds no lock exceeds
    """
    if not batas or gagal < batas:
        return 0
    # 2**20 seconds are twelve days: beyond that only the ceiling counts.
    return min(dasar * 2 ** min(gagal - batas, 20), paling_lama)


def jaringan(alamat):
    """Return the network an address belongs to, as coarse as a provider's.

    Telephones change their address within one network all day; /16 (IPv4) and
    /32 (IPv6) stay. Returns "" for what is no address.
    """
    try:
        ip = ipaddress.ip_address(alamat or "")
    except ValueError:
        return ""
    panjang = 16 if ip.version == 4 else 32
    return str(ipaddress.ip_network(f"{ip}/{panjang}", strict=False))


def samarkan_nama(nama):
    """Return a typed user name so that a password typed there is not kept."""
    nama = (nama or "").strip()
    return f"{nama[:2]}{'*' * 6}" if len(nama) > 2 else "*" * 6
