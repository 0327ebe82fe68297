"""Leave outside state responsibility (CLTN), as tables; see ``cerita``."""

#: Code, reason, months until it begins, length in months, where it ends.
GRANTS = (
    ("P048", "cltn_mendampingi_tugas", 3, 24, "luar"),
    ("P083", "cltn_orang_tua", 4, 12, "langkah 2"),
    ("P071", "cltn_mendampingi_bekerja", 5, 36, "done"),
    ("P042", "cltn_perawatan_khusus", 4, 18, "returned"),
    ("P026", "cltn_keturunan", 8, 12, "approved"),
    ("P012", "cltn_anak_khusus", 5, 24, "draft"),
)
#: Code, who files, reason, where it ends.
EXTENSION = ("P062", "P057", "cltn_orang_tua", "luar")
RETURN = ("P007", "P005", "cltn_mendampingi_tugas", "langkah 3")

ALASAN = {
    "cltn_mendampingi_tugas": "Mendampingi suami tugas belajar di luar negeri",
    "cltn_mendampingi_bekerja": "Mendampingi suami bekerja di luar daerah",
    "cltn_keturunan": "Menjalani program keturunan",
    "cltn_anak_khusus": "Mendampingi anak berkebutuhan khusus",
    "cltn_perawatan_khusus": "Mendampingi istri yang memerlukan perawatan khusus",
    "cltn_orang_tua": "Merawat orang tua yang sakit",
}
