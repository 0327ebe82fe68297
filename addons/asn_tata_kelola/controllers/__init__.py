from . import pemakaian
