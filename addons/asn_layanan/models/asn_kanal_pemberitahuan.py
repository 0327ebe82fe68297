from odoo import api, models


class AsnKanalPemberitahuan(models.AbstractModel):
    """A way by which notices reach people outside of the application.

    A channel is a model named ``asn.kanal.pemberitahuan.<kode>`` that inherits
    this one; being installed is being registered. The outbox
    (``asn.pemberitahuan.kiriman``) decides what goes to whom and when, keeps
    failures and tries again; a channel only hands over.

    What a channel gets to see has no personal data: a title with number and
    step, and the address of the page behind the login.
    """

    _name = "asn.kanal.pemberitahuan"
    _description = "Channel of Notices"

    #: Short name, also the last part of the model's name.
    _kode = None
    #: Kinds of notice that nobody can switch off on this channel.
    _wajib = frozenset()
    #: Whether it rings: then it keeps silent at night.
    _berbunyi = False
    #: Minutes until the next try after each failure; then it is given up.
    _jeda_menit = (5, 30, 120, 720)

    @api.model
    def _daftar(self):
        """Return all channels by their short name, in a fixed order."""
        awalan = f"{AsnKanalPemberitahuan._name}."
        kanal = [self.env[nama] for nama in self.env if nama.startswith(awalan)]
        return {k._kode: k for k in sorted(kanal, key=lambda k: k._kode)}

    @api.model
    def _label(self):
        """Return the name of the channel in the reader's language."""
        raise NotImplementedError

    @api.model
    def _tersedia(self):
        """Tell whether this office can use the channel at all."""
        return False

    @api.model
    def _terjangkau(self, users):
        """Return the users of these whom the channel can reach."""
        return users

    @api.model
    def _kirim(self, pesan):
        """Hand over messages of the outbox.

        :param pesan: ``asn.pemberitahuan.kiriman`` in sudo, all of this channel
        :return: ``{id: (state, error)}`` with state ``terkirim``, ``gagal`` (try
            again) or ``batal`` (cannot be delivered, do not try again)
        """
        raise NotImplementedError
