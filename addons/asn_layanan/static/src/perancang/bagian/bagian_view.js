import { onWillUnmount } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { debounce } from "@web/core/utils/timing";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";

const JEDA_MS = 700;

/** A form that saves itself a moment after each change and tells the builder. */
export class BagianController extends FormController {
    setup() {
        super.setup();
        this.notification = useService("notification");
        this.nanti = debounce(() => this.simpanSekarang(), JEDA_MS);
        this.env.perancang?.daftar(this);
        onWillUnmount(() => {
            this.nanti.cancel();
            this.env.perancang?.lepas(this);
        });
    }

    get modelParams() {
        const params = super.modelParams;
        // The model waits for what this returns while it holds its lock: nothing.
        params.hooks.onRecordChanged = () => {
            this.nanti();
        };
        return params;
    }

    /** Saves what changed; false when it cannot be saved as it is. */
    async simpanSekarang() {
        const { root } = this.model;
        const lapor = this.env.perancang?.keadaan || (() => {});
        if (!root || !this.canEdit || !(await root.isDirty())) {
            return true;
        }
        if (!(await root.checkValidity())) {
            lapor("belum");
            return false;
        }
        lapor("menyimpan");
        let gagal = false;
        const saved = await root.save({
            onError: (error) => {
                gagal = true;
                this.notification.add(error.data?.message || error.message, {
                    type: "danger",
                });
            },
        });
        if (gagal || !saved) {
            lapor("galat");
            return false;
        }
        await this.env.perancang?.tersimpan();
        return true;
    }
}

registry.category("views").add("asn_bagian_form", {
    ...formView,
    Controller: BagianController,
});
