/** The rules of a form on the screen: the twin of ``domain/isian.py``. */

import { _t } from "@web/core/l10n/translation";

const ANGKA = ["bilangan", "desimal", "rupiah"];
const TEKS = ["teks", "teks_panjang"];
const PANJANG = { teks: 300, teks_panjang: 5000 };

export function kosong(nilai) {
    return (
        nilai === undefined ||
        nilai === null ||
        nilai === false ||
        nilai === "" ||
        (Array.isArray(nilai) && !nilai.length)
    );
}

function sebanding(nilai) {
    const teks = String(nilai?.id ?? nilai).trim().toLowerCase();
    const angka = Number(teks.replace(",", "."));
    return teks && Number.isFinite(angka) ? String(angka) : teks;
}

function terpenuhi(syarat, berlaku) {
    if (!syarat?.kode) {
        return true;
    }
    const nilai = berlaku[syarat.kode];
    if (syarat.operator === "terisi") {
        return !kosong(nilai);
    }
    if (syarat.operator === "kosong") {
        return kosong(nilai);
    }
    const sama = Array.isArray(nilai)
        ? nilai.includes(syarat.nilai)
        : !kosong(nilai) && sebanding(nilai) === sebanding(syarat.nilai);
    return syarat.operator === "sama" ? sama : !sama;
}

/** Returns the questions that are shown; hidden ones count as unanswered. */
export function tampak(daftar, jawaban) {
    const berlaku = {};
    return daftar.filter((tanya) => {
        const ya = terpenuhi(tanya.syarat, berlaku);
        if (ya) {
            berlaku[tanya.kode] = jawaban[tanya.kode];
        }
        return ya;
    });
}

/** Returns the sections: ``[{judul, bantuan, isi: [question]}]``, none empty. */
export function perBagian(daftar) {
    const bagian = [{ judul: "", bantuan: "", isi: [] }];
    for (const tanya of daftar) {
        if (tanya.jenis === "judul") {
            bagian.push({ judul: tanya.label, bantuan: tanya.bantuan, isi: [] });
        } else {
            bagian.at(-1).isi.push(tanya);
        }
    }
    return bagian.filter((b) => b.isi.length || b.judul);
}

function batas(jenis, teks) {
    if (!teks) {
        return null;
    }
    if (jenis !== "tanggal") {
        return Number(teks.replace(",", "."));
    }
    const cocok = teks.replace(/\s/g, "").match(/^hari_ini(?:([+-])(\d+))?$/);
    if (!cocok) {
        return teks;
    }
    const hari = Number(cocok[2] || 0) * (cocok[1] === "-" ? -1 : 1);
    return luxon.DateTime.now().plus({ days: hari }).toISODate();
}

/** Returns what is wrong with an answer that was given, or an empty text. */
export function galat(tanya, nilai) {
    if (kosong(nilai)) {
        return "";
    }
    const { jenis } = tanya;
    let ukuran = null;
    if (TEKS.includes(jenis)) {
        ukuran = nilai.trim().length;
    } else if (jenis === "pilihan_ganda") {
        ukuran = nilai.length;
    } else if (ANGKA.includes(jenis) || jenis === "tanggal") {
        ukuran = nilai;
    }
    if (ukuran === null) {
        return "";
    }
    const bawah = batas(jenis, tanya.minimum);
    const atas = batas(jenis, tanya.maksimum) ?? PANJANG[jenis] ?? null;
    if (bawah !== null && ukuran < bawah) {
        return _t("At least %s.", sebut(jenis, bawah));
    }
    if (atas !== null && ukuran > atas) {
        return _t("At most %s.", sebut(jenis, atas));
    }
    return "";
}

function sebut(jenis, nilai) {
    if (jenis === "tanggal") {
        return luxon.DateTime.fromISO(nilai).toFormat("dd-MM-yyyy");
    }
    return TEKS.includes(jenis) ? _t("%s characters", nilai) : angka(nilai);
}

/** Returns a number as Indonesians write it. */
export function angka(nilai) {
    return new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 }).format(nilai);
}

/** Returns the number of a text like "1.250.000,5"; null when it is none. */
export function bacaAngka(teks) {
    const polos = teks.replace(/[^\d,.-]/g, "").replace(/\./g, "").replace(",", ".");
    return polos && Number.isFinite(Number(polos)) ? Number(polos) : null;
}

/** Returns an answer in words. */
export function terbaca(tanya, nilai) {
    if (kosong(nilai)) {
        return "";
    }
    switch (tanya.jenis) {
        case "pilihan":
        case "ya_tidak":
            return tanya.pilihan.find(([kunci]) => kunci === nilai)?.[1] || nilai;
        case "pilihan_ganda":
            return tanya.pilihan
                .filter(([kunci]) => nilai.includes(kunci))
                .map(([, label]) => label)
                .join(", ");
        case "tanggal":
            return luxon.DateTime.fromISO(nilai)
                .setLocale("id")
                .toFormat("d MMMM yyyy");
        case "rupiah":
            return `Rp${angka(nilai)}`;
        case "bilangan":
        case "desimal":
            return angka(nilai);
        case "orang":
            return nilai.display_name || "";
        default:
            return String(nilai);
    }
}
