import { useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { kanbanView } from "@web/views/kanban/kanban_view";
import { KanbanController } from "@web/views/kanban/kanban_controller";
import { listView } from "@web/views/list/list_view";
import { ListController } from "@web/views/list/list_controller";
import { UnggahDialog } from "./unggah";

/** Adds to a list or kanban of the archive: a button, and dropping of files. */
const denganUnggah = (Dasar) =>
    class extends Dasar {
        setup() {
            super.setup();
            this.dialog = useService("dialog");
            this.seret = useState({ tampak: false });
        }

        get pemilik() {
            return this.props.context?.default_employee_id || false;
        }

        bukaUnggah(berkas = []) {
            this.dialog.add(UnggahDialog, {
                employeeId: this.pemilik,
                berkas,
                onSelesai: () => this.model.load(),
            });
        }

        onSeretMasuk(ev) {
            if ([...(ev.dataTransfer?.types || [])].includes("Files")) {
                ev.preventDefault();
                this.seret.tampak = true;
            }
        }

        onSeretKeluar(ev) {
            if (!ev.currentTarget.contains(ev.relatedTarget)) {
                this.seret.tampak = false;
            }
        }

        onLepasBerkas(ev) {
            const berkas = [...(ev.dataTransfer?.files || [])];
            this.seret.tampak = false;
            if (berkas.length) {
                ev.preventDefault();
                this.bukaUnggah(berkas);
            }
        }
    };

class ArsipList extends denganUnggah(ListController) {
    static template = "asn_arsip.ListView";
}

class ArsipKanban extends denganUnggah(KanbanController) {
    static template = "asn_arsip.KanbanView";
}

registry.category("views").add("asn_arsip_list", {
    ...listView,
    Controller: ArsipList,
    buttonTemplate: "asn_arsip.Tombol",
});
registry.category("views").add("asn_arsip_kanban", {
    ...kanbanView,
    Controller: ArsipKanban,
    buttonTemplate: "asn_arsip.Tombol",
});
