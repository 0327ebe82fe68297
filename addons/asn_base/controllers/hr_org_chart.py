from odoo import http
from odoo.addons.hr_org_chart.controllers.hr_org_chart import HrOrgChartController
from odoo.http import request


class AsnOrgChartController(HrOrgChartController):
    """The org chart links colleagues to the public form."""

    @http.route()
    def get_redirect_model(self):
        """Return the model the chart opens; core asks for model access only."""
        if request.env.user.has_group("hr.group_hr_user"):
            return "hr.employee"
        return "hr.employee.public"
