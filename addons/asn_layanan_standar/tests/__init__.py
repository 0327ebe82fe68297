from . import test_domain_cuti, test_domain_saldo
