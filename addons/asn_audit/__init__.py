from . import controllers, models, wizard


def uninstall_hook(env):
    """Take the triggers of the change trace away, which would write to nowhere."""
    env["asn.jejak.aturan"]._lepas()
