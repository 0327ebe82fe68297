from . import rantai, transisi
