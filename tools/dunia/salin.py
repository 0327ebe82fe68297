"""Copies of the demo city by set-based SQL, whatever columns the tables have.

Every table is copied with all its columns. Foreign keys to tables that are copied
too follow the copy; all others stay. Only what must differ is written anew.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field

#: People copies that share one copy of the tree of units, unless told otherwise.
PER_KOTA = 10

_BELAKANG = (
    "Adiguna Anggara Aruna Bahtera Baskara Candra Dirgantara Gemilang Hardana Hutama "
    "Jatmika Kencana Kusuma Laksana Mahardika Narendra Nugraha Pradana Pratama "
    "Purnama Rahayu Saputra Senjaya Setiawan Suryana Tanjung Utomo Wardana Wijaya"
).split()

# t is the template's row, p.k the number of the copy, {seed} a number.
_NAMA = (
    "split_part(t.name, ' ', 1) || ' ' || (ARRAY{belakang})"
    "[1 + abs(hashint8(p.k::bigint * 1000003 + hashtext(t.name) + {seed}) % 1000003) % {jumlah}]"
)
_LAHIR = "(t.tanggal_lahir - (p.k / 800)::int)"
_NIP = (
    f"CASE WHEN t.nip IS NULL THEN NULL ELSE to_char({_LAHIR}, 'YYYYMMDD')"
    " || substr(t.nip, 9, 7) || lpad((1 + p.k % 800)::text, 3, '0') END"
)
_NIK = (
    "lpad((169902 + p.k / 9000)::text, 6, '0')"
    " || lpad((extract(day FROM {lahir})"
    " + CASE WHEN t.jenis_kelamin = 'P' THEN 40 ELSE 0 END)::text, 2, '0')"
    " || to_char({lahir}, 'MMYY')"
    " || lpad((1 + (p.k * 97 + t.id) % 9000)::text, 4, '0')"
).replace("{lahir}", _LAHIR)
_EMAIL = "split_part(t.{kolom}, '@', 1) || '.' || p.k || '@kotacontoh.go.id'"


@dataclass
class Tabel:
    """How one table is copied."""

    nama: str
    saring: str
    ranah: str = "orang"
    ganti: dict = field(default_factory=dict)
    #: Columns filled only at the end, because their table comes later.
    nanti: tuple = ()


def _email(kolom):
    return _EMAIL.format(kolom=kolom)


def daftar(seed):
    """Return the tables in the order in which they can be filled."""
    nama = _NAMA.format(belakang=_BELAKANG, jumlah=len(_BELAKANG), seed=int(seed))
    orang = "t.id IN (SELECT {kolom} FROM hr_employee WHERE id = ANY(%(contoh)s))"
    kode = {"kode": "t.kode || '/' || p.k"}
    berkode = "t.kode IS NOT NULL"
    kontak = {"name": nama, "complete_name": nama}
    kontak |= {"email": _email("email"), "email_normalized": _email("email")}
    akun = {"login": "t.login || '_' || p.k", "password": "NULL"}
    milik = "t.id = ANY(%(contoh)s)"
    return [
        Tabel("hr_department", berkode, "kota", kode, ("manager_id",)),
        Tabel("hr_job", berkode, "kota", kode),
        Tabel("res_partner", orang.format(kolom="work_contact_id"), ganti=kontak),
        Tabel("res_users", orang.format(kolom="user_id"), ganti=akun),
        Tabel(
            "res_users_role_line",
            "t.user_id IN (SELECT user_id FROM hr_employee WHERE id = ANY(%(contoh)s))",
        ),
        Tabel(
            "resource_resource",
            orang.format(kolom="resource_id"),
            ganti={"name": nama},
        ),
        Tabel(
            "hr_employee",
            milik,
            ganti=_ganti_pegawai(nama),
            nanti=("current_version_id",),
        ),
        Tabel("hr_version", "t.employee_id = ANY(%(contoh)s)"),
    ]


def _ganti_pegawai(nama):
    """Return what must differ between two people who are copies."""
    return {
        "name": nama,
        "legal_name": nama,
        "nama_lengkap": (
            "concat_ws(' ', nullif(t.gelar_depan, ''), "
            f"concat_ws(', ', {nama}, nullif(t.gelar_belakang, '')))"
        ),
        "nip": _NIP,
        "nik": _NIK,
        "npwp": _NIK,
        "tanggal_lahir": _LAHIR,
        "work_email": _email("work_email"),
        "barcode": "NULL",
        "create_date": "t.create_date - interval '400 days'",
    }


_PERMOHONAN = {
    "asn_permohonan": {
        "nomor": "t.nomor || '/' || p.k",
        "surat_id": "NULL",
        "surat_tolak_id": "NULL",
        "tanggal_ajuan": "t.tanggal_ajuan - (p.k % 900) * interval '1 day'",
        "message_main_attachment_id": "NULL",
    },
    "asn_permohonan_tugas": {},
    "asn_permohonan_keputusan": {},
    "asn_permohonan_berkas": {},
    "asn_permohonan_hasil_aturan": {},
    "asn_permohonan_survei": {},
}


class Penyalin:
    """Copies one scenario inside one database.

    :param kursor: a psycopg2 cursor in a transaction
    :param lapor: called with one line of progress
    """

    def __init__(self, kursor, lapor, seed=1945, kota=0):
        self.kursor = kursor
        self.lapor = lapor
        self.seed = seed
        self.kota = kota
        self.ranah, self.salinan = {}, 0
        self.contoh = self._nilai(
            "SELECT array_agg(id) FROM hr_employee WHERE nip IS NOT NULL"
        )
        if not self.contoh:
            raise SystemExit("this database has no demo scenario")

    def _nilai(self, perintah, *isi):
        self.kursor.execute(perintah, isi or None)
        return self.kursor.fetchone()[0]

    def _kolom(self, tabel):
        self.kursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " AND is_generated = 'NEVER' ORDER BY ordinal_position",
            (tabel,),
        )
        return [baris[0] for baris in self.kursor.fetchall()]

    def _rujukan(self, tabel):
        """Return ``{column: table}`` of the foreign keys."""
        self.kursor.execute(
            "SELECT a.attname, r.relname FROM pg_constraint c"
            " JOIN pg_class t ON t.oid = c.conrelid"
            " JOIN pg_class r ON r.oid = c.confrelid"
            " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]"
            " WHERE c.contype = 'f' AND t.relname = %s",
            (tabel,),
        )
        return dict(self.kursor.fetchall())

    @contextmanager
    def tanpa_jejak(self):
        """Copy without the trail of changes, which takes nine tenths of the time.

        The trail tells what people changed; nobody changed a copy. A failure rolls
        back the transaction, and the switched-off triggers with it.
        """
        self._pemicu_jejak("DISABLE")
        yield
        self._pemicu_jejak("ENABLE")

    def _pemicu_jejak(self, sakelar):
        self.kursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger"
            " WHERE tgname = 'asn_jejak_pemicu'"
        )
        for (tabel,) in self.kursor.fetchall():
            self.kursor.execute(
                f"ALTER TABLE {tabel} {sakelar} TRIGGER asn_jejak_pemicu"
            )

    # -- which copies ----------------------------------------------------------

    def orang(self, jumlah):
        """Make people until there are about ``jumlah`` of them."""
        salinan = max(0, -(-jumlah // len(self.contoh)) - 1)
        if not salinan:
            return
        self.salinan = salinan
        self.kursor.execute(
            "CREATE TEMP TABLE peta (tabel text, lama int, k int, baru int)"
        )
        for tabel in daftar(self.seed):
            self._salin(tabel, salinan)
        self._tabel_pegawai(salinan)
        self._hubungan(
            "res_groups_users_rel res_company_users_rel asn_unit_pengguna_rel "
            "asn_layanan_pengguna_rel".split()
        )
        self._sesudah(salinan)

    def permohonan(self, jumlah):
        """Make requests until there are about ``jumlah`` of them."""
        if not jumlah:
            return
        ada = self._nilai("SELECT count(*) FROM asn_permohonan")
        salinan = max(0, jumlah // max(ada, 1) - 1)
        if not salinan:
            return
        for nama, ganti in _PERMOHONAN.items():
            saring = "TRUE" if nama == "asn_permohonan" else "t.permohonan_id > 0"
            self._salin(Tabel(nama, saring, "permohonan", ganti), salinan)
        self._hubungan(["asn_permohonan_tugas_aktor_rel"], ranah="permohonan")

    def _tabel_pegawai(self, salinan):
        """Copy every table of riwayat and of leave bookings."""
        self.kursor.execute(
            "SELECT table_name FROM information_schema.columns"
            " WHERE column_name = 'employee_id' AND (table_name LIKE 'asn\\_riwayat\\_%'"
            " OR table_name LIKE 'asn\\_saldo\\_%') ORDER BY 1"
        )
        for (nama,) in self.kursor.fetchall():
            if "id" in self._kolom(nama):
                ganti = {
                    k: "NULL" for k in ("permohonan_id",) if k in self._kolom(nama)
                }
                saring = "t.employee_id = ANY(%(contoh)s)"
                if ganti:
                    saring += " AND t.permohonan_id IS NULL"
                self._salin(Tabel(nama, saring, ganti=ganti), salinan)

    # -- copying ---------------------------------------------------------------

    def _salin(self, tabel, salinan):
        if "id" not in self._kolom(tabel.nama):
            return
        if tabel.ranah == "kota":
            salinan = self._jumlah_kota(salinan)
        isi = {"contoh": self.contoh, "n": salinan}
        self.kursor.execute(
            f"INSERT INTO peta SELECT '{tabel.nama}', t.id, k,"
            f" nextval('{tabel.nama}_id_seq') FROM {tabel.nama} t,"
            " generate_series(1, %(n)s) k WHERE " + tabel.saring,
            isi,
        )
        if not self.ranah:
            self.kursor.execute("CREATE INDEX ON peta (tabel, lama, k)")
        self.ranah[tabel.nama] = tabel.ranah
        self.kursor.execute("ANALYZE peta")
        kolom = [k for k in self._kolom(tabel.nama) if k not in tabel.nanti]
        nilai, gabung = self._nilai_kolom(tabel, kolom, salinan)
        self.kursor.execute(
            f"INSERT INTO {tabel.nama} ({', '.join(kolom)})"
            f" SELECT {', '.join(nilai)} FROM {tabel.nama} t"
            f" JOIN peta p ON p.tabel = '{tabel.nama}' AND p.lama = t.id {gabung}"
        )
        self.lapor(f"{tabel.nama}: {self.kursor.rowcount}")

    def _nilai_kolom(self, tabel, kolom, salinan):
        rujukan = self._rujukan(tabel.nama)
        nilai, gabung = [], []
        for satu in kolom:
            tujuan = rujukan.get(satu)
            if satu == "id":
                nilai.append("p.baru")
            elif satu in tabel.ganti:
                nilai.append(tabel.ganti[satu])
            elif tujuan in self.ranah and satu not in ("create_uid", "write_uid"):
                alias = f"r{len(gabung)}"
                k = self._k(tabel.ranah, self.ranah[tujuan], salinan)
                gabung.append(
                    f"LEFT JOIN peta {alias} ON {alias}.tabel = '{tujuan}'"
                    f" AND {alias}.lama = t.{satu} AND {alias}.k = {k}"
                )
                nilai.append(f"coalesce({alias}.baru, t.{satu})")
            else:
                nilai.append(f't."{satu}"')
        return nilai, " ".join(gabung)

    def _jumlah_kota(self, salinan):
        """Return how many trees of units the copies of the people share."""
        return self.kota or -(-salinan // PER_KOTA)

    def _k(self, dari, ke, salinan):
        """Return the number of the copy to which a reference leads."""
        k = "p.k"
        if dari == "permohonan" and ke != "permohonan":
            orang = self._nilai("SELECT coalesce(max(k), 0) FROM peta WHERE tabel = %s",
                                "hr_employee")  # fmt: skip
            k = f"(1 + (p.k - 1) % {max(orang, 1)})"
        if ke == "kota" and dari != "kota":
            k = f"(1 + ({k} - 1) % {self._jumlah_kota(self.salinan)})"
        return k

    def _hubungan(self, nama_tabel, ranah="orang"):
        """Copy many-to-many rows of copied records."""
        for nama in nama_tabel:
            rujukan = self._rujukan(nama)
            milik = [k for k, t in rujukan.items() if self.ranah.get(t) == ranah]
            if not milik:
                continue
            jangkar = milik[0]
            kolom = list(rujukan)
            tabel = Tabel(nama, "", ranah)
            nilai, gabung = self._nilai_kolom(tabel, kolom, 0)
            self.kursor.execute(
                f"INSERT INTO {nama} ({', '.join(kolom)})"
                f" SELECT {', '.join(nilai)} FROM {nama} t"
                f" JOIN peta p ON p.tabel = '{rujukan[jangkar]}'"
                f" AND p.lama = t.{jangkar} {gabung} ON CONFLICT DO NOTHING"
            )
            self.lapor(f"{nama}: {self.kursor.rowcount}")

    def _sesudah(self, salinan):
        """Fill the columns that lead in a circle and the paths of the units."""
        self.kursor.execute(
            "UPDATE hr_employee e SET current_version_id = v.baru FROM peta p"
            " JOIN hr_employee a ON a.id = p.lama"
            " JOIN peta v ON v.tabel = 'hr_version' AND v.k = p.k"
            " AND v.lama = a.current_version_id"
            " WHERE p.tabel = 'hr_employee' AND p.baru = e.id"
        )
        self.kursor.execute(
            "UPDATE hr_department d SET manager_id = h.baru FROM peta p"
            " JOIN hr_department a ON a.id = p.lama"
            " JOIN peta h ON h.tabel = 'hr_employee' AND h.k = p.k"
            " AND h.lama = a.manager_id"
            " WHERE p.tabel = 'hr_department' AND p.baru = d.id"
        )
        # One city: the copied trees hang below the root of the first.
        self.kursor.execute(
            "UPDATE hr_department d SET parent_id = p.lama FROM peta p"
            " JOIN hr_department a ON a.id = p.lama AND a.parent_id IS NULL"
            " WHERE p.tabel = 'hr_department' AND p.baru = d.id"
        )
        self.kursor.execute(
            "UPDATE res_partner SET commercial_partner_id = id"
            " WHERE commercial_partner_id <> id AND parent_id IS NULL"
        )
        self.kursor.execute(
            "WITH RECURSIVE pohon AS (SELECT id, id || '/' AS jalur FROM hr_department"
            " WHERE parent_id IS NULL UNION ALL SELECT d.id, p.jalur || d.id || '/'"
            " FROM hr_department d JOIN pohon p ON d.parent_id = p.id)"
            " UPDATE hr_department d SET parent_path = p.jalur FROM pohon p"
            " WHERE d.id = p.id AND d.parent_path IS DISTINCT FROM p.jalur"
        )
