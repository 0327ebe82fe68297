import { patch } from "@web/core/utils/patch";
import { GraphRenderer } from "@web/views/graph/graph_renderer";

/** Counts of people and requests are whole: 5 on an axis and never 5,00. */
patch(GraphRenderer.prototype, {
    formatValue(value, allIntegers = true, formatType = "") {
        return super.formatValue(value, allIntegers || Number.isInteger(value), formatType);
    },
});
