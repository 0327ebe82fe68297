"""Rules of the personnel world as plain functions, without Odoo."""

from . import (
    hari_kerja,
    kontak,
    masa_kerja,
    nama,
    nik,
    nip,
    npwp,
    periksa_awal,
    tajuk,
    tanggal,
    unggahan,
)
