import { registry } from "@web/core/registry";

// Both lead out of the government's network, to the maker of the framework.
const menu = registry.category("user_menuitems");
for (const nama of ["support", "odoo_account"]) {
    if (menu.contains(nama)) {
        menu.remove(nama);
    }
}
