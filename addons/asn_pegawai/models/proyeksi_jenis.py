"""Which riwayat fills which columns of the employee, as data for one statement."""

_URUT_SK = "r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC"
#: What appointments and contracts say about the employment status.
_STATUS = (
    "(SELECT employee_id, tmt, status, jenis AS status_pegawai,"
    " CASE jenis WHEN 'pns' THEN 2 ELSE 1 END AS urutan FROM asn_riwayat_cpns_pns"
    " UNION ALL"
    " SELECT k.employee_id, k.tmt, k.status,"
    " CASE p.status_pegawai WHEN 'pppk_paruh_waktu' THEN p.status_pegawai"
    " ELSE 'pppk' END, 0 FROM asn_riwayat_kontrak k"
    " JOIN hr_employee p ON p.id = k.employee_id WHERE k.jenis <> 'pengakhiran')"
)
#: Kind of riwayat: table, further condition, order of precedence, and which
#: expression of the row fills which column of the employee.
JENIS = {
    "golongan": (
        "asn_riwayat_golongan",
        "TRUE",
        _URUT_SK,
        {
            "golongan_id": "r.golongan_id",
            "tmt_golongan": "r.tmt",
            "mkg_sk_tahun": "r.mkg_tahun",
            "mkg_sk_bulan": "r.mkg_bulan",
        },
    ),
    "jabatan": (
        "asn_riwayat_jabatan",
        "r.jenis_penugasan = 'definitif'",
        _URUT_SK,
        {"jabatan_id": "r.jabatan_id", "unit_id": "r.unit_id", "tmt_jabatan": "r.tmt"},
    ),
    "gaji": (
        "asn_riwayat_gaji",
        "TRUE",
        _URUT_SK,
        {"gaji_pokok": "r.gaji_pokok", "tmt_gaji": "r.tmt"},
    ),
    "pendidikan": (
        "(SELECT b.*, p.urutan_jenjang FROM asn_riwayat_pendidikan b"
        " JOIN asn_pendidikan p ON p.id = b.pendidikan_id)",
        "TRUE",
        "r.urutan_jenjang DESC, r.tahun_lulus DESC NULLS LAST, r.id DESC",
        {
            "pendidikan_id": "r.pendidikan_id",
            "program_studi": "r.program",
            "tahun_lulus": "r.tahun_lulus",
        },
    ),
    "cpns": (
        "asn_riwayat_cpns_pns",
        "r.jenis = 'cpns'",
        _URUT_SK,
        {
            "tmt_cpns": "r.tmt",
            "no_sk_cpns": "r.nomor_sk",
            "tgl_sk_cpns": "r.tanggal_sk",
            "no_spmt": "r.no_spmt",
            "tgl_spmt": "r.tgl_spmt",
        },
    ),
    "pns": (
        "asn_riwayat_cpns_pns",
        "r.jenis = 'pns'",
        _URUT_SK,
        {
            "tmt_pns": "r.tmt",
            "no_sk_pns": "r.nomor_sk",
            "tgl_sk_pns": "r.tanggal_sk",
            "no_sttpl": "r.no_sttpl",
            "tgl_sttpl": "r.tgl_sttpl",
        },
    ),
    "status": (
        _STATUS,
        "TRUE",
        "r.tmt DESC, r.urutan DESC",
        {"status_pegawai": "r.status_pegawai"},
    ),
    "kontrak": (
        "asn_riwayat_kontrak",
        "r.jenis <> 'pengakhiran'",
        _URUT_SK,
        {
            "no_perjanjian": "COALESCE(r.no_perjanjian, r.nomor_sk)",
            "tgl_perjanjian": "COALESCE(r.tgl_perjanjian, r.tanggal_sk)",
            "kontrak_ke": "r.kontrak_ke",
            "formasi_jabatan": "r.formasi_jabatan",
            "tmt_kontrak_mulai": "r.tmt",
            # An early end counts from the day it is decided.
            "tmt_kontrak_selesai": "LEAST(r.tanggal_selesai, ("
            "SELECT MIN(a.tmt) FROM asn_riwayat_kontrak a"
            " WHERE a.employee_id = r.employee_id AND a.status = 'sah'"
            " AND a.jenis = 'pengakhiran' AND a.tmt >= r.tmt))",
        },
    ),
    "nip": ("asn_riwayat_nip", "LENGTH(r.nip) = 18", _URUT_SK, {"nip": "r.nip"}),
    "pemberhentian": (
        "asn_riwayat_pemberhentian",
        "TRUE",
        _URUT_SK,
        {"kedudukan_hukum": "r.kedudukan_hukum_id"},
    ),
}
#: Kinds whose columns are typed by nobody, also while there is no row.
TERKUNCI = ("golongan", "jabatan", "gaji", "pendidikan")
#: One history that fills more than one set of columns.
SERTA = {
    "cpns_pns": ("cpns", "pns", "status"),
    "kontrak": ("kontrak", "status"),
}
