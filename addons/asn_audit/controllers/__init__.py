from . import binary
from . import export
from . import report
from . import session
