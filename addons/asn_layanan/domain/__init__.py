from . import isian, kahar, penentu, rantai, transisi
