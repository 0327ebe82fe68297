"""The OpenAPI 3.0 document, made from the catalogue. Plain Python."""

from . import katalog, masalah, parameter

_JSON = "application/json"
_PROBLEM = "application/problem+json"
_TIPE = {
    "tanggal": {"type": "string", "format": "date", "nullable": True},
    "bulat": {"type": "integer", "nullable": True},
    "rujukan": {"$ref": "#/components/schemas/Rujukan"},
    "unit": {"$ref": "#/components/schemas/UnitSingkat"},
}
#: Path: resource, summary.
JALUR = {
    "/saya": ("saya", "Apa yang boleh dibaca kunci ini"),
    "/pegawai": ("pegawai", "Daftar pegawai dalam cakupan, per halaman"),
    "/pegawai/{id}": ("satu_pegawai", "Satu pegawai"),
    "/pegawai/{id}/riwayat/{jenis}": ("riwayat", "Riwayat sah satu pegawai"),
    "/unit": ("unit", "Unit kerja dalam cakupan"),
    "/referensi/{nama}": ("referensi", "Daftar kode rujukan"),
    "/perubahan": ("perubahan", "Umpan perubahan sejak kursor"),
}


def _skema_pegawai():
    isi = {
        nama: {**_TIPE.get(b.tipe, {"type": "string", "nullable": True})}
        for nama, b in katalog.BIDANG.items()
    }
    for nama, b in katalog.BIDANG.items():
        if "$ref" not in isi[nama]:
            isi[nama]["description"] = f"{b.arti} ({b.himpunan})"
    return {
        "type": "object",
        "description": "Bidang yang tidak disetujui tidak ada di dalam jawaban.",
        "required": ["id", "diubah_pada"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "diubah_pada": {"type": "string", "format": "date-time"},
            **isi,
        },
    }


def _operasi(sumber, ringkas, jalur):
    di_jalur = [bagian[1:-1] for bagian in jalur.split("/") if bagian.startswith("{")]
    kode = sorted({status for status, _judul in masalah.KODE.values()})
    return {
        "operationId": sumber,
        "summary": ringkas,
        "parameters": [
            {"name": n, "in": "path", "required": True, "schema": {"type": "string"}}
            for n in di_jalur
        ]
        + [
            {
                "name": nama,
                "in": "query",
                "schema": {"type": "string"},
                "description": harus,
            }
            for nama, (_cara, harus) in parameter.PARAMETER[sumber].items()
        ],
        "responses": {
            "200": {
                "description": "Berhasil",
                "content": {_JSON: {"schema": {"type": "object"}}},
            },
            "304": {"description": "Tidak berubah (If-None-Match)"},
            **{
                str(status): {
                    "description": "Lihat kode di badan jawaban",
                    "content": {
                        _PROBLEM: {"schema": {"$ref": "#/components/schemas/Masalah"}}
                    },
                }
                for status in kode
            },
        },
    }


def _skema():
    teks = {"type": "string"}
    return {
        "Pegawai": _skema_pegawai(),
        "Rujukan": {
            "type": "object",
            "nullable": True,
            "properties": {"kode": teks, "nama": teks},
        },
        "UnitSingkat": {
            "type": "object",
            "nullable": True,
            "properties": {"id": teks, "nama": teks},
        },
        "Masalah": {
            "type": "object",
            "properties": {
                "title": teks,
                "status": {"type": "integer"},
                "detail": teks,
                "instance": teks,
                "kode": {"type": "string", "enum": sorted(masalah.KODE)},
            },
        },
    }


def dokumen():
    """Return the document as a dictionary."""
    jalur = {
        alamat: {"get": _operasi(sumber, ringkas, alamat)}
        for alamat, (sumber, ringkas) in JALUR.items()
    }
    satu = jalur["/pegawai/{id}"]["get"]["responses"]["200"]["content"][_JSON]
    satu["schema"] = {"$ref": "#/components/schemas/Pegawai"}
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "ASN Terpadu: berbagi data kepegawaian",
            "version": "1.0.0",
            "description": "Hanya baca. Setiap panggilan dicatat.",
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{"kunci": []}],
        "paths": jalur,
        "components": {
            "securitySchemes": {"kunci": {"type": "http", "scheme": "bearer"}},
            "schemas": _skema(),
        },
    }
