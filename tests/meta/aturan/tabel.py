"""Rules that compare a table with the code, in both directions."""


def both_ways(promised, found, what):
    """Return what stands only in the table and what only in the code."""
    promised, found = set(promised), set(found)
    stale = [f"{what}: {_text(row)} is in the table, not in the code"
             for row in sorted(promised - found)]  # fmt: skip
    missing = [f"{what}: {_text(row)} is in the code, not in the table"
               for row in sorted(found - promised)]  # fmt: skip
    return stale + missing


def _text(row):
    return " ".join(row) if isinstance(row, tuple) else str(row)


def duplicates(rows):
    """Return rows that occur more than once."""
    rows = list(rows)
    return sorted({row for row in rows if rows.count(row) > 1})
