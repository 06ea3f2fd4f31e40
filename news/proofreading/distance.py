"""How many edits lie between two texts."""


def distance(one: str, other: str, most: int) -> int:
    """The edits that make one text the other, or `most` + 1 where it takes more.

    An edit puts in, leaves out or changes a letter, or swaps two that stand side by
    side; no stretch is edited twice (optimal string alignment, the restricted form of
    F. Damerau, «A technique for computer detection and correction of spelling errors»,
    Communications of the ACM 7 (1964), 171-176).
    """
    one, other = _apart(one, other)
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for column, opposite in enumerate(other, start=1):
            cost = min(
                last[column] + 1,
                this[column - 1] + 1,
                last[column - 1] + (letter != opposite),
            )
            swapped = (
                row > 1
                and column > 1
                and letter == other[column - 2]
                and opposite == one[row - 2]
            )
            if swapped:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        # A swap reaches two rows back, so both have to be beyond it.
        if min(this) > most and min(last) > most:
            return most + 1
        before, last = last, this
    return min(last[-1], most + 1)


def _apart(one: str, other: str) -> tuple[str, str]:
    """Both without what they begin and end with alike."""
    shorter = min(len(one), len(other))
    head = 0
    while head < shorter and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shorter - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return one[head : len(one) - tail], other[head : len(other) - tail]
