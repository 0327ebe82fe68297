from . import bukan_saya, langkah, masuk, sso
