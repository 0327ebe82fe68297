"""Our own lint rules: functions from source text to a list of findings.

Every rule has a good and a bad sample in ``test_aturan.py``.
"""
