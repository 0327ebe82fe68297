from . import hr_org_chart
from . import pivot
