def uninstall_hook(env):
    """Take the triggers of the change feed away, which would write to nowhere."""
    env.cr.execute("DROP FUNCTION IF EXISTS asn_berbagi_catat_perubahan() CASCADE")
    env.cr.execute("DROP FUNCTION IF EXISTS asn_berbagi_catat_riwayat() CASCADE")
    env.cr.execute("DROP FUNCTION IF EXISTS asn_berbagi_beri_uuid() CASCADE")
