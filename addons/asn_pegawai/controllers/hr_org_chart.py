from odoo import http
from odoo.addons.hr_org_chart.controllers.hr_org_chart import HrOrgChartController
from odoo.http import request


class AsnHrOrgChartController(HrOrgChartController):
    """Where a click in the organisation chart leads."""

    @http.route()
    def get_redirect_model(self):
        """Return the model whose form opens for a person in the chart.

        Core asks "may this user read hr.employee at all?", which every civil
        servant may (her own row); colleagues would then meet an access error.
        """
        if request.env.user.has_group("hr.group_hr_user"):
            return "hr.employee"
        return "hr.employee.public"
