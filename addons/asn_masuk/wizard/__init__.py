from . import asn_setelan_masuk, auth_passkey_key_create, res_users_identitycheck
