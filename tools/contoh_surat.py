# Read by `odoo-bin shell`, which provides env: every kind of letter as a PDF, to leaf
# through before a city uses it. A kind that was issued in this database shows its last
# letter; another one specimens, marked DRAF.
from pathlib import Path

tujuan = Path("var/contoh_surat")
tujuan.mkdir(parents=True, exist_ok=True)
for lama in tujuan.glob("*.pdf"):
    lama.unlink()
env = env(context=dict(env.context, lang="id_ID"))  # noqa: F821
jumlah = {True: 0, False: 0}
for nomor, jenis in enumerate(env["asn.jenis.surat"].search([]), 1):
    surat = env["asn.surat"].search(
        [("jenis_id", "=", jenis.id), ("state", "=", "issued")], limit=1
    )
    nama = f"{nomor:02d}-{jenis.kode}{'' if surat else '-contoh'}.pdf"
    (tujuan / nama).write_bytes(surat._pdf_byte() if surat else jenis._contoh_pdf())
    jumlah[bool(surat)] += 1
print(f"{tujuan}: {jumlah[True]} issued letters, {jumlah[False]} specimens")
env.cr.rollback()
