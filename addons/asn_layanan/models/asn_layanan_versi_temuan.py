from odoo import models
from odoo.exceptions import UserError, ValidationError

from ..domain import pustaka
from .asn_layanan_tahap import baca_domain

#: Parts in the order of the builder, each checked by ``_temuan_<part>``.
BAGIAN = (
    "umum",
    "pertanyaan",
    "dokumen",
    "aturan",
    "tahap",
    "surat",
    "jendela",
    "survei",
)


class AsnLayananVersi(models.Model):
    """What would stick a request, found before the version is in force."""

    _inherit = "asn.layanan.versi"

    def get_temuan(self):
        """Return what is wrong or doubtful with this version, for the builder.

        :return: list of ``{bagian, id, tingkat, tempat, pesan}``; ``tingkat`` is
            ``galat`` (refuses publication) or ``peringatan``
        """
        self.ensure_one()
        self.check_access("write")
        # sudo: checks look at posts, mandates and units of everybody
        return self.sudo()._temuan()

    def _temuan(self):
        self.ensure_one()
        hasil = []
        for bagian in BAGIAN:
            periksa = getattr(self, f"_temuan_{bagian}", None)
            hasil += periksa() if periksa else []
        return sorted(hasil, key=lambda t: t["tingkat"] != "galat")

    def _satu_temuan(self, bagian, pesan, record=None, galat=True):
        return {
            "bagian": bagian,
            "id": record.id if record else False,
            "tingkat": "galat" if galat else "peringatan",
            "tempat": record.display_name if record else self.name,
            "pesan": pesan,
        }

    def _periksa_lengkap(self):
        """Refuse publication while something would stick a request.

        :raises UserError: names every such finding
        """
        res = super()._periksa_lengkap()
        # sudo: checks look at posts, mandates and units of everybody
        galat = [t for t in self.sudo()._temuan() if t["tingkat"] == "galat"]
        if galat:
            raise UserError(
                self.env._(
                    "This version cannot be published yet:\n%s",
                    "\n".join(f"• {t['pesan']}" for t in galat),
                )
            )
        return res

    # ------------------------------------------------------------------

    def _temuan_umum(self):
        hasil = []
        if not (
            self.pengaju_pegawai
            or self.pengaju_fasilitator
            or self.pengaju_petugas
            or self.pengaju_pimpinan
        ):
            pesan = self.env._("Nobody may file: say who may.")
            hasil.append(self._satu_temuan("umum", pesan))
        layanan = self.layanan_id
        if not (layanan.untuk_pns or layanan.untuk_cpns or layanan.untuk_pppk):
            pesan = self.env._("The service is open to no kind of employee.")
            hasil.append(self._satu_temuan("umum", pesan))
        return hasil

    def _temuan_dokumen(self):
        hasil = []
        for syarat in self.persyaratan_ids:
            nama = syarat.jenis_dokumen_id.name
            if not syarat._mimetypes():
                pesan = self.env._(
                    "%s: none of the formats is allowed by the kind of document.", nama
                )
                hasil.append(self._satu_temuan("dokumen", pesan, syarat))
            if syarat.jumlah_maks > 1 and not syarat.jenis_dokumen_id.boleh_banyak:
                pesan = self.env._(
                    "%s: the archive keeps one per person, so several files cannot be"
                    " asked for.",
                    nama,
                )
                hasil.append(self._satu_temuan("dokumen", pesan, syarat))
            if not (syarat.untuk_pns or syarat.untuk_cpns or syarat.untuk_pppk):
                pesan = self.env._("%s is asked of nobody.", nama)
                hasil.append(self._satu_temuan("dokumen", pesan, syarat, galat=False))
            bersyarat = syarat.wajib == "opsional" and syarat.kondisi not in (
                "[]",
                False,
            )
            if syarat.wajib == "kondisional" or bersyarat:
                hasil += self._temuan_kondisi("dokumen", syarat, nama)
        return hasil

    def _temuan_kondisi(self, bagian, record, nama):
        """Find conditions that cannot be read, always hold, or never hold."""
        try:
            domain = baca_domain(record.kondisi)
            domain.validate(self.env["asn.permohonan"])
            domain = domain.optimize_full(self.env["asn.permohonan"])
        except Exception:
            pesan = self.env._("%s: the condition cannot be read.", nama)
            return [self._satu_temuan(bagian, pesan, record)]
        if domain.is_false() or self._bertentangan(domain):
            pesan = self.env._("%s: the condition can never hold.", nama)
            return [self._satu_temuan(bagian, pesan, record)]
        if domain.is_true() and bagian == "dokumen":
            pesan = self.env._("%s: the condition always holds.", nama)
            return [self._satu_temuan(bagian, pesan, record, galat=False)]
        return []

    def _bertentangan(self, domain):
        """Tell whether a conjunction asks two different values of one field."""
        if getattr(domain, "OPERATOR", None) != "&":
            return False
        sama = {}
        for satu in domain.children:
            if getattr(satu, "operator", None) != "in":
                continue
            nilai = set(satu.value)
            kolom = satu.field_expr
            sama[kolom] = sama[kolom] & nilai if kolom in sama else nilai
        return any(not nilai for nilai in sama.values())

    def _temuan_aturan(self):
        hasil = self._temuan_tak_terhitung()
        Pustaka = self.env["asn.layanan.pustaka"]
        for aturan in self.aturan_ids.filtered("pustaka"):
            try:
                aturan._check_pustaka()
                nilai = aturan._parameter_bersih()
            except ValidationError as salah:
                hasil.append(self._satu_temuan("aturan", str(salah), aturan))
                continue
            hasil += self._temuan_pesan(aturan, Pustaka._uraian(aturan.pustaka), nilai)
        return hasil

    def _temuan_tak_terhitung(self):
        """Rules that say they block, but nothing computes them here."""
        handler = self.layanan_id._handler()
        aturan = self.aturan_ids.filtered(
            lambda a: a.keras and not a.pustaka and not handler._is_terhitung(a.kode)
        )
        if not aturan:
            return []
        pesan = self.env._(
            "Computed by nothing, so an officer judges and nobody is blocked: %s.",
            ", ".join(aturan.mapped("kode")),
        )
        return [self._satu_temuan("aturan", pesan, aturan[0], galat=False)]

    def _temuan_pesan(self, aturan, uraian, nilai):
        hasil = []
        asing = pustaka.nama_dalam(aturan.pesan) - {"fakta", *nilai}
        if asing:
            pesan = self.env._(
                "%(rule)s: the message names %(names)s, which the rule does not have.",
                rule=aturan.name,
                names=", ".join(sorted(f"{{{n}}}" for n in asing)),
            )
            hasil.append(self._satu_temuan("aturan", pesan, aturan))
        batas = nilai.get("minimal"), nilai.get("maksimal")
        if all(isinstance(b, int) for b in batas) and batas[0] > batas[1]:
            pesan = self.env._("%s: at least is more than at most.", aturan.name)
            hasil.append(self._satu_temuan("aturan", pesan, aturan))
        if aturan.keras and not aturan.dasar_hukum:
            pesan = self.env._("%s blocks without a legal basis.", aturan.name)
            hasil.append(self._satu_temuan("aturan", pesan, aturan, galat=False))
        return hasil

    def _temuan_jendela(self):
        if self.pembukaan == "selalu":
            return []
        layanan = self.layanan_id
        if not layanan.periode_ids:
            pesan = self.env._("Requests are taken in periods, but there is no period.")
            return [self._satu_temuan("jendela", pesan)]
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if not layanan._periode_pada(hari_ini) | layanan._periode_berikut(hari_ini):
            pesan = self.env._("All periods are over: nobody could file.")
            return [self._satu_temuan("jendela", pesan, galat=False)]
        return []

    def _temuan_survei(self):
        if self.survei == "baku":
            return []
        pesan = self.env._(
            "Without a survey the product is released at once; the city's rule may ask"
            " for one (KDR Pasal 13)."
        )
        return [self._satu_temuan("survei", pesan, galat=False)]
