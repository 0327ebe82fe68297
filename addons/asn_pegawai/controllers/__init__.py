from . import asn_impor, hr_org_chart
