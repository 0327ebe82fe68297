"""The pages about requests that are measured."""

import halaman

_MODEL = "asn.permohonan"
_ANTREAN = "asn_layanan.asn_permohonan_view_list_antrean"
_BERJALAN = ("state", "in", ("in_review", "approved"))
_TERJANGKAU = ("state", "!=", "draft")


def daftar(
    domain, xmlid="asn_layanan.asn_permohonan_view_list", urut=None, hitung=10_001
):
    """Return the page that shows the first rows of a list."""

    def jalan(peramban, env):
        spek = peramban.spek(env, _MODEL, "list", xmlid)
        hasil = env[_MODEL].web_search_read(
            list(domain),
            spek,
            limit=halaman.BARIS_LAYAR,
            order=urut,
            count_limit=hitung,
        )
        if not hasil["records"]:
            raise RuntimeError(f"an empty page measures nothing: {domain}")

    return jalan


def papan(domain):
    """Return the kanban by phase as it opens: counts and the first cards."""

    def jalan(peramban, env):
        spek = peramban.spek(
            env, _MODEL, "kanban", "asn_layanan.asn_permohonan_view_kanban"
        )
        env[_MODEL].web_read_group(
            list(domain),
            ["fase"],
            ["__count"],
            auto_unfold=True,
            unfold_read_specification=spek,
            limit=80,
        )

    return jalan


def formulir(nomor):
    """Return the page that opens one request with its history."""

    def jalan(peramban, env):
        spek = peramban.spek(
            env, _MODEL, "form", "asn_layanan.asn_permohonan_view_form"
        )
        env[_MODEL].browse(nomor).web_read(spek)

    return jalan


def beranda(_peramban, env):
    """The numbers and tasks of the home page."""
    env["asn.beranda"]._bagian_angka_layanan()
    env["asn.beranda"]._bagian_tugas(env[_MODEL])


def semua(peran, nomor):
    """Return ``{name: page}`` of what a role does with requests.

    :param nomor: id of a request with history that the role may read
    """
    hasil = {"form": formulir(nomor)}
    if peran == "pegawai":
        hasil["mine"] = daftar([("is_milik_saya", "=", True)])
        hasil["kanban_mine"] = papan([("is_milik_saya", "=", True)])
        return hasil
    hasil["list_running"] = daftar([_TERJANGKAU, _BERJALAN])
    hasil["list_all"] = daftar([_TERJANGKAU])
    hasil["kanban"] = papan([_TERJANGKAU, _BERJALAN])
    if peran == "admin_aplikasi":
        tugas = [("is_tugas_saya", "=", True)]
        hasil["my_tasks"] = daftar(tugas, _ANTREAN, "batas_waktu, id", 1001)
        hasil["kanban_tasks"] = papan(tugas)
        hasil["my_services"] = daftar(
            [("is_layanan_saya", "=", True), _TERJANGKAU, _BERJALAN],
            _ANTREAN, "batas_waktu, id", 1001,
        )  # fmt: skip
        hasil["home"] = beranda
    return hasil


def contoh(registry, peran):
    """Return the id of a request with history that a role may read."""
    with registry.cursor() as cr:
        if peran == "pegawai":
            cr.execute(
                "SELECT p.id FROM asn_permohonan p JOIN res_users u"
                " ON u.id = p.pemohon_user_id WHERE u.login = %s"
                " ORDER BY p.jumlah_keputusan DESC, p.id LIMIT 1",
                [peran],
            )
        else:
            cr.execute(
                "SELECT p.id FROM asn_permohonan p WHERE p.nomor LIKE 'BENCH/%'"
                " AND p.state = 'in_review' ORDER BY p.jumlah_keputusan DESC, p.id DESC"
                " LIMIT 1"
            )
        return cr.fetchone()[0]
