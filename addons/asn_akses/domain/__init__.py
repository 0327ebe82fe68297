from . import syarat
