from . import test_perjalanan
