from . import controllers, models, wizard


def uninstall_hook(env):
    """Take away what the database does by itself for the head counts."""
    env.cr.execute("DROP FUNCTION IF EXISTS asn_jumlah_pegawai_catat() CASCADE")
