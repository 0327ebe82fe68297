import { _t } from "@web/core/l10n/translation";

/** The steps of the builder that hold a list of parts. */
export const BAGIAN_DAFTAR = ["pertanyaan", "dokumen", "aturan", "tahap"];

/** The outline on the left, in the order in which a service is usually made. */
export const LANGKAH = [
    {
        kunci: "umum",
        label: _t("Service"),
        ikon: "fa-info-circle",
        bantuan: _t("Name, for whom, and how it appears in the list of services."),
    },
    {
        kunci: "pertanyaan",
        label: _t("Questions"),
        ikon: "fa-question-circle-o",
        bantuan: _t("What the applicant fills in. Ask only what the profile does not know."),
        kosong: _t("No question yet. The office already knows name, NIP, grade, post and unit of the applicant."),
    },
    {
        kunci: "dokumen",
        label: _t("Documents"),
        ikon: "fa-paperclip",
        bantuan: _t("What must be attached. What the archive has is attached by itself."),
        kosong: _t("No document is asked for."),
    },
    {
        kunci: "aturan",
        label: _t("Rules"),
        ikon: "fa-balance-scale",
        bantuan: _t("Who is entitled. Rules are checked before the request is sent and again before it is signed."),
        kosong: _t("No rule of its own. The common gates (legal status, kind of employment, complete profile, documents) always hold."),
    },
    {
        kunci: "tahap",
        label: _t("Steps"),
        ikon: "fa-sitemap",
        bantuan: _t("Who decides, in which order, and how many working days each may take."),
        kosong: _t("No step yet. A service needs at least one."),
    },
    {
        kunci: "surat",
        label: _t("Letter"),
        ikon: "fa-file-text-o",
        bantuan: _t("What is signed in the end, and by whom."),
    },
    {
        kunci: "jendela",
        label: _t("Time windows"),
        ikon: "fa-calendar-o",
        bantuan: _t("When requests can be filed, by whom, and how long completing may take."),
    },
    {
        kunci: "survei",
        label: _t("Survey"),
        ikon: "fa-star-o",
        bantuan: _t("What the applicant is asked before the letter can be downloaded."),
    },
    {
        kunci: "periksa",
        label: _t("Check and publish"),
        ikon: "fa-check-circle-o",
        bantuan: _t("What is left to mend, a rehearsal on real people, and putting it in force."),
    },
];

/** Returns the step of the outline to which a finding belongs. */
export function langkahDari(bagian) {
    if (bagian === "persyaratan") {
        return "dokumen";
    }
    const dikenal = LANGKAH.some((l) => l.kunci === bagian);
    return dikenal ? bagian : "umum";
}
