"""Two people, or two server processes, in the same moment."""

import threading

from .rpc import Client, RpcError
from .serangan import sandi


def serentak(*calls):
    """Start all calls behind one barrier and return their results or refusals."""
    barrier = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(index, call):
        barrier.wait()
        try:
            results[index] = call()
        except RpcError as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def rekan_verifikasi(server, sql):
    """Return somebody beside ``admin_aplikasi`` who may verify, logged in there."""
    name = sql(
        "SELECT u.login FROM res_users u"
        "  JOIN asn_permohonan_tugas_aktor_rel r ON r.user_id = u.id"
        "  JOIN asn_permohonan_tugas t ON t.id = r.tugas_id AND t.state = 'open'"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE u.login != 'admin_aplikasi' LIMIT 1"
    )[0][0]
    sandi(sql, name)
    return Client(server, name)
