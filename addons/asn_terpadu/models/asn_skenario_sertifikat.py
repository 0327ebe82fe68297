from odoo import models
from odoo.addons.asn_surat.domain.demo_ca import NAMA_AKAR, DemoCA


class AsnSkenarioSertifikat(models.AbstractModel):
    """Makes the signers' certificates in memory; the root's key is thrown away."""

    _name = "asn.skenario.sertifikat"
    _description = "Demo Scenario: Certificates"

    def _muat(self, penanda_tangan, frasa):
        """Trust a new demo root and give each employee a certificate of it.

        :param frasa: passphrase of all of them
        """
        akar = DemoCA.buat()
        self.env["asn.sertifikat.akar"]._muat_pem(akar.pem(), NAMA_AKAR)
        for pegawai in penanda_tangan:
            isi = akar.p12(pegawai.nama_lengkap, pegawai.nip or "", frasa)
            self.env["asn.sertifikat"]._muat_p12(pegawai, isi)
