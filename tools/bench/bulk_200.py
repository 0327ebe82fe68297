"""Approve 200 requests by the dialog for several beside 200 single approvals."""

import time

from decision import Kita
from lingkungan import lapor

JUMLAH = 200
#: As many as the dialog decides in one call; the two sides take turns by these.
_BAGIAN = 50


def ukur(kerja):
    """Return seconds of 200 approvals in bulk and of 200 single ones."""
    with kerja.salinan("bulk") as registry:
        kantor = _Kantor(registry)
        _satu(kantor, kantor.ajukan(2))
        _banyak(kantor, kantor.ajukan(2))
        waktu, queries = [0, 0], [0, 0]
        for bagian in range(JUMLAH // _BAGIAN):
            for sisi, jalan in enumerate((_banyak, _satu)):
                ids = kantor.ajukan(_BAGIAN)
                mulai = time.perf_counter()
                queries[sisi] += jalan(kantor, ids)
                waktu[sisi] += time.perf_counter() - mulai
            lapor(f"bulk: {_BAGIAN * (bagian + 1)} of {JUMLAH}")
    return {
        "ours_s": round(waktu[0], 3),
        "peer_s": round(waktu[1], 3),
        "n": JUMLAH,
        "queries": queries,
    }


class _Kantor(Kita):
    """The service of three steps; one person may file as often as is needed."""

    def lengkapi(self, env, versi):
        env["asn.layanan.aturan"].create(
            {"versi_id": versi.id, "kode": "UMUM-03", "name": "bench", "keras": False}
        )

    def ajukan(self, jumlah):
        """Return the ids of submitted requests that wait for the superior."""
        nomor = []
        for _urut in range(jumlah):
            with self.env(self.pegawai) as env:
                baru = env["asn.permohonan"].create({"layanan_id": self.layanan})
                baru.action_submit()
                nomor.append(baru.id)
        return nomor


def _satu(kantor, ids):
    """Approve one after the other, each in a transaction of its own."""
    queries = 0
    for nomor in ids:
        with kantor.env(kantor.petugas[0]) as env:
            env["asn.permohonan"].browse(nomor).action_approve()
            env.flush_all()
            queries += env.cr.sql_log_count
    return queries


def _banyak(kantor, ids):
    """Open the dialog with the rows that were marked and approve them all."""
    with kantor.env(kantor.petugas[0]) as env:
        Massal = env["asn.permohonan.massal"].with_context(active_ids=ids)
        massal = Massal.create({"jenis": "approve"})
        massal.action_putuskan()
        env.flush_all()
        gagal = massal.baris_ids.filtered(lambda b: b.hasil != "ok")
        if gagal:
            raise RuntimeError(gagal[0].pesan)
        return env.cr.sql_log_count
