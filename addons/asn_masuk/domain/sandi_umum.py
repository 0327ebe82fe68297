"""Passwords that guessers try first, in the form that ``sandi._datar`` makes.

Collected from what is public about leaks, and from what offices here choose.
"""

SANDI_UMUM = frozenset(
    """
    password passwordpassword passw0rd passwrd pass admin administrator adminadmin root toor
    qwerty qwertyuiop qwertyqwerty asdfghjkl zxcvbnm qazwsx qazwsxedc azerty letmein welcome
    welcomewelcome monkey dragon sunshine princess football baseball superman batman trustno
    iloveyou master shadow login guest user test testtest default changeme secret abc abcd
    abcdef abcdefgh abcdefghijkl aaaaaa aaaaaaaaaaaa computer internet server
    rahasia rahasiasekali katasandi sandi sandisandi gantisandi bismillah bismillahirrahmanirrahim
    alhamdulillah assalamualaikum sayang sayangku cintaku cinta akucintakamu indonesia
    indonesiaraya merdeka garuda pancasila bhinneka nkri jakarta bandung surabaya semarang
    medan palembang makassar yogyakarta kediri lubuklinggau semangat semangatpagi sukses
    suksesselalu pegawai pegawainegeri asn asnterpadu pns pnsindonesia bkpsdm bkd korpri
    korpribersatu pemkot pemkab pemerintah pemerintahkota kepegawaian simpeg walikota bupati
    kantor kantorku dinas berakhlak banggamelayanibangsa odoo odooodoo demo demodemo
    selamatpagi terimakasih bolehmasuk masuk masukmasuk anaksoleh keluarga keluargaku bahagia
    mamapapa ayahbunda ganteng cantik kucing kelinci persija persib arema persebaya
    """.split()
)
