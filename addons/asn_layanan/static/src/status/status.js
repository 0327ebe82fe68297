import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The card that tells an applicant where the request is and what comes next. */
export class StatusPermohonan extends Component {
    static template = "asn_layanan.StatusPermohonan";
    static props = { ...standardFieldProps };

    get status() {
        return this.props.record.data[this.props.name] || null;
    }

    get ikon() {
        return (
            {
                info: "fa-hourglass-half",
                warning: "fa-exclamation-circle",
                danger: "fa-times-circle",
                success: "fa-check-circle",
            }[this.status.warna] || "fa-info-circle"
        );
    }
}

registry.category("fields").add("asn_status_permohonan", {
    component: StatusPermohonan,
    supportedTypes: ["json"],
});
