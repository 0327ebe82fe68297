from . import isian, rantai, transisi
