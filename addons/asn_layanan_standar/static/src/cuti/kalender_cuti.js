import { Component } from "@odoo/owl";
import { deserializeDate } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { CalendarCommonPopover } from "@web/views/calendar/calendar_common/calendar_common_popover";
import { CalendarCommonRenderer } from "@web/views/calendar/calendar_common/calendar_common_renderer";
import { CalendarModel } from "@web/views/calendar/calendar_model";
import { CalendarRenderer } from "@web/views/calendar/calendar_renderer";
import { calendarView } from "@web/views/calendar/calendar_view";

const DIBERIKAN = ["issued", "done"];

/** What both days have in common is said once. */
function rentang(mulai, selesai, bentuk, tahun = "") {
    const akhir = selesai.toFormat(bentuk + tahun);
    if (mulai.hasSame(selesai, "day")) {
        return akhir;
    }
    const awal = mulai.hasSame(selesai, "month")
        ? "d"
        : bentuk + (mulai.hasSame(selesai, "year") ? "" : tahun);
    return `${mulai.toFormat(awal)} – ${akhir}`;
}

/** Holidays with their names, and requests that are not decided yet hatched. */
export class KalenderCutiModel extends CalendarModel {
    setup(...args) {
        super.setup(...args);
        this.data.hariLibur = [];
    }
    async loadUnusualDays(data) {
        const hari = await this._unusualDaysCache.read(data);
        data.hariLibur = Object.entries(hari)
            .filter(([, libur]) => libur.name)
            .map(([tanggal, libur]) => ({ tanggal, ...libur }));
        return super.loadUnusualDays(data);
    }
    normalizeRecord(rawRecord) {
        return {
            ...super.normalizeRecord(rawRecord),
            isHatched: !DIBERIKAN.includes(rawRecord.state),
        };
    }
    get hariLibur() {
        return this.data.hariLibur;
    }
}

/** The days as they are said here: 2 – 3 Desember 2026. */
export class KalenderCutiPopover extends CalendarCommonPopover {
    computeDateTimeAndDuration() {
        const { start, end } = this.props.record;
        this.date = rentang(start, end, "d LLLL", " yyyy");
    }
}

/** Each holiday stands above the leave of its day. */
export class KalenderCutiKisi extends CalendarCommonRenderer {
    static components = {
        ...CalendarCommonRenderer.components,
        Popover: KalenderCutiPopover,
    };
    get options() {
        return { ...super.options, eventOrder: "libur,start,-duration,allDay,title" };
    }
    mapRecordsToEvents() {
        const libur = this.props.model.hariLibur.map((hari) => ({
            id: `libur_${hari.tanggal}`,
            title: hari.name,
            start: hari.tanggal,
            allDay: true,
            editable: false,
            libur: 1,
            classNames: ["o_asn_libur", `o_asn_libur_${hari.jenis}`],
        }));
        return [...libur, ...super.mapRecordsToEvents()];
    }
    onEventClick(info) {
        if (this.props.model.records[info.event.id]) {
            super.onEventClick(info);
        }
    }
}

/** A month on a telephone: who is away and the holidays as one list by day. */
export class AgendaCuti extends Component {
    static template = "asn_layanan_standar.AgendaCuti";
    static props = CalendarCommonRenderer.props;

    get baris() {
        const { model } = this.props;
        const awal = model.date.startOf("month");
        const akhir = model.date.endOf("month");
        const libur = model.hariLibur.map((hari) => {
            const mulai = deserializeDate(hari.tanggal);
            return { kunci: hari.tanggal, mulai, selesai: mulai, judul: hari.name, hari };
        });
        const cuti = Object.values(model.records).map((record) => ({
            kunci: record.id,
            mulai: record.start,
            selesai: record.end,
            judul: record.title,
            record,
        }));
        return [...libur, ...cuti]
            .filter((satu) => satu.mulai <= akhir && satu.selesai >= awal)
            .sort((a, b) => a.mulai - b.mulai);
    }
    rentang({ mulai, selesai }) {
        return mulai.hasSame(selesai, "day")
            ? mulai.toFormat("ccc d LLL")
            : rentang(mulai, selesai, "d LLL");
    }
    label({ rawRecord }, nama) {
        const pilihan = this.props.model.fields[nama].selection;
        return pilihan.find(([nilai]) => nilai === rawRecord[nama])?.[1] || "";
    }
    buka({ record }) {
        if (record) {
            this.props.editRecord(record);
        }
    }
}

export class KalenderCutiRenderer extends CalendarRenderer {
    static components = {
        ...CalendarRenderer.components,
        day: KalenderCutiKisi,
        week: KalenderCutiKisi,
        month: KalenderCutiKisi,
    };
    get concreteRenderer() {
        const isAgenda = this.env.isSmall && this.props.model.scale === "month";
        return isAgenda ? AgendaCuti : super.concreteRenderer;
    }
}

registry.category("views").add("asn_kalender_cuti", {
    ...calendarView,
    Model: KalenderCutiModel,
    Renderer: KalenderCutiRenderer,
});
