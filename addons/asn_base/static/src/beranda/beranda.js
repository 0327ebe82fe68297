import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";

export class Beranda extends Component {
    static template = "asn_base.Beranda";
    static props = ["*"];
}

registry.category("actions").add("asn_base.beranda", Beranda);
