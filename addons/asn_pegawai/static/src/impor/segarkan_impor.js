import { Component, onMounted, onWillUnmount, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const JEDA_MS = 2000;
const BERJALAN = new Set(["memeriksa", "berjalan", "menarik"]);

/**
 * Reads the import again while it runs, so that its progress moves by itself.
 * A hidden tab and a slow server are left in peace.
 */
export class SegarkanImpor extends Component {
    static template = xml`<span class="d-none" />`;
    static props = { ...standardWidgetProps };

    setup() {
        onMounted(() => {
            this.timer = setInterval(() => this.segarkan(), JEDA_MS);
        });
        onWillUnmount(() => clearInterval(this.timer));
    }

    async segarkan() {
        const { record } = this.props;
        if (this.sibuk || document.hidden || !BERJALAN.has(record.data.state)) {
            return;
        }
        this.sibuk = true;
        try {
            await record.load();
        } finally {
            this.sibuk = false;
        }
    }
}

registry.category("view_widgets").add("asn_impor_segarkan", {
    component: SegarkanImpor,
    fieldDependencies: [{ name: "state", type: "selection" }],
});
