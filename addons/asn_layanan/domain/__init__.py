from . import isian, kahar, rantai, transisi
