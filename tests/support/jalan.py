"""Long paths over relations that could tell something about one person.

A search by ``a.b.c.column`` finds a row only where that row, past all rules, leads over
a, b and c to a row of the person: rules only take away. So the paths are walked
backwards from her rows without any rule, and those are tried that begin at a row which
somebody sees. The others have no answer, whoever asks.
"""


class Peta:
    """All ways to given rows in so many steps.

    :param client: whose environment custom searches see; no rule is applied
    :param tujuan: ``{model: ids}`` of the rows
    :param langkah: number of steps
    """

    def __init__(self, client, tujuan, langkah):
        self.lapis = []
        for _step in range(langkah):
            found = {
                model: {name: (to, frozenset(ids)) for name, (to, ids) in ways.items()}
                for model, ways in client.menuju(tujuan).items()
            }
            self.lapis.append(found)
            tujuan = {
                model: sorted(frozenset().union(*(ids for _to, ids in ways.values())))
                for model, ways in found.items()
            }

    def jalan(self, model, langkah, terlihat, tertutup):
        """Yield ``(columns, model at the end)`` of the paths from visible rows.

        :param terlihat: ids of the rows that somebody sees of the first model
        :param tertutup: ``(model, column)`` that somebody may not search by
        """
        for name, (to, ids) in self.lapis[langkah - 1].get(model, {}).items():
            if (model, name) in tertutup or terlihat is not None and not terlihat & ids:
                continue
            if langkah == 1:
                yield (name,), to
                continue
            for rest, end in self.jalan(to, langkah - 1, None, tertutup):
                yield (name, *rest), end


def syarat(path, leaves):
    """Return the condition that a path ends in a row with one of these values.

    :param leaves: ``[column, "=", value]`` each
    """
    domain = ["|"] * (len(leaves) - 1) + leaves
    for name in reversed(path):
        domain = [[name, "any", domain]]
    return domain[0]
