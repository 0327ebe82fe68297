"""Errors of letters that the passphrase dialog and the engine tell apart."""

from odoo.exceptions import UserError


class ErrorTTD(UserError):
    """A letter that could not be rendered, numbered or signed.

    ``kode`` is machine readable; the message is for the signer. Everything of the
    transaction rolls back, so the letter stays a draft and no number is used.
    """

    def __init__(self, message, kode="gagal"):
        super().__init__(message)
        self.kode = kode


class ErrorSandi(ErrorTTD):
    """The passphrase was wrong or missing: ask again."""
