from . import cuti, saldo
