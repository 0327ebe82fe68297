from . import asn_setelan_masuk, res_users_identitycheck
