from . import hr_org_chart
