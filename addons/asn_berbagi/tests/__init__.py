from . import test_api
from . import test_contract
from . import test_kunci
from . import test_kursor
