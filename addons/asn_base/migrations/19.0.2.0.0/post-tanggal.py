"""Dates on the screen are written as those in sentences: 17-03-2025."""


def migrate(cr, version):
    """Change the form that earlier installations set, not what an office chose."""
    if not version:
        return
    cr.execute(
        """
        UPDATE res_lang SET date_format = '%d-%m-%Y'
         WHERE code = 'id_ID' AND date_format = '%d/%m/%Y'
        """
    )
