from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import transisi


class AsnLayananTahap(models.Model):
    """Who acts at a step, and whether anybody can."""

    _inherit = "asn.layanan.tahap"

    penentu = fields.Selection(
        selection_add=[("kepala_eselon", "Head above by eselon (kepala eselon)")],
        ondelete={"kepala_eselon": "cascade"},
    )
    eselon_kepala = fields.Selection(
        [
            ("IV", "Eselon IV or above"),
            ("III", "Eselon III or above"),
            ("II", "Eselon II or above"),
        ],
        "Eselon of the Head",
        help="The nearest unit above the applicant whose head has this eselon.",
    )

    @api.constrains("penentu", "eselon_kepala", "user_id", "jabatan_id")
    def _check_pelaku(self):
        for tahap in self:
            if tahap.penentu == "kepala_eselon" and not tahap.eselon_kepala:
                raise ValidationError(
                    self.env._("Step %(step)s: say which eselon.", step=tahap.name)
                )
            # sudo: whether an account is open is checked whoever configures
            user = tahap.sudo().user_id
            if tahap.penentu == "pengguna" and user and not user.active:
                raise ValidationError(
                    self.env._(
                        "Step %(step)s: the account of %(user)s is closed. Choose"
                        " another user or, better, a post.",
                        step=tahap.name,
                        user=user.name,
                    )
                )

    def _kuorum_perlu(self):
        """Return how many of these parallel steps have to be taken.

        Publishing makes sure that steps of one level say the same.
        """
        utama = self.sorted(lambda t: (t.sequence, t.id))[:1]
        return transisi.perlu(len(self), utama.kuorum, utama.kuorum_min)

    def _masalah(self):
        """Return why nobody can take this step today: ``(who, how to mend)``.

        Answers what is wrong for every applicant; what is wrong for one only is
        seen when the request comes to the step.

        :return: None when somebody can
        """
        self.ensure_one()
        # sudo: holders of roles and posts are not for everybody to read
        tahap = self.sudo()
        penentu = tahap.env["asn.layanan.penentu"]
        if tahap.penentu == "pengguna" and not tahap.user_id.active:
            return tahap.user_id.name, self.env._(
                "The account is closed: publish a version that names another user"
                " or a post."
            )
        if tahap.penentu == "jabatan":
            pemegang = penentu._pemegang_jabatan(tahap.jabatan_id)
            if not pemegang.user_id.active:
                return tahap.jabatan_id.name, self.env._(
                    "The post has no holder with an account: appoint one or an acting"
                    " official (Plt/Plh). Until then the head above acts."
                )
        if tahap.penentu in ("peran_layanan", "peran_unit"):
            layanan = tahap.versi_id.layanan_id
            domain = [("layanan_ids", "in", layanan.ids)]
            if not penentu._pemegang_peran(
                tahap, domain if tahap.penentu == "peran_layanan" else []
            ):
                return tahap.group_id.name, self.env._(
                    "Nobody holds the role for this service: grant the role and the"
                    " service to somebody."
                )
        return None
