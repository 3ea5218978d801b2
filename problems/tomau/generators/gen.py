"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(112)


import shutil

ROOT = Path(__file__).resolve().parent.parent


def case(n, pairs):
    pairs = sorted({(min(p), max(p)) for p in pairs if p[0] != p[1]})
    return "%d %d\n" % (n, len(pairs)) + "".join("%d %d\n" % p for p in pairs)


def hidden(n, m, colours):
    """A map of which so many colours surely are enough."""
    colour = [RANDOM.randrange(colours) for _ in range(n + 1)]
    pairs = []
    while len(pairs) < m:
        a, b = RANDOM.randint(1, n), RANDOM.randint(1, n)
        if colour[a] != colour[b]:
            pairs.append((a, b))
    return case(n, pairs)


def grid(w, h):
    at = lambda x, y: y * w + x + 1
    return case(w * h, [(at(x, y), at(x + 1, y)) for x in range(w - 1) for y in range(h)] + [(at(x, y), at(x, y + 1)) for x in range(w) for y in range(h - 1)])


def answer(text):
    (n, m), *pairs = [tuple(map(int, line.split())) for line in text.splitlines()]
    near = [set() for _ in range(n + 1)]
    for a, b in pairs:
        near[a].add(b)
        near[b].add(a)
    colour = [0] * (n + 1)
    for _ in range(n):
        # the district whose neighbours have most colours already
        a = max((a for a in range(1, n + 1) if not colour[a]), key=lambda a: (len({colour[b] for b in near[a]} - {0}), len(near[a])))
        taken = {colour[b] for b in near[a]}
        colour[a] = next(c for c in range(1, n + 2) if c not in taken)
    return "%d\n%s\n" % (max(colour), " ".join(map(str, colour[1:])))


SECRET = [case(6, [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4)]), grid(8, 7), hidden(40, 150, 4), hidden(80, 500, 5), hidden(120, 1200, 6)]
making.write(__file__, [], SECRET, answer, digits=1)
for path in sorted((ROOT / "data" / "secret").glob("*.in")):
    (ROOT / "attachments").mkdir(exist_ok=True)
    shutil.copy(path, ROOT / "attachments" / path.name)
for name, least in (("dsatur", 0), ("all_different", 1)):
    folder = ROOT / "submissions" / ("partially_accepted" if least else "accepted") / name
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "data" / "secret").glob("*.in")):
        text = path.read_text()
        n = int(text.split()[0])
        output = "%d\n%s\n" % (n, " ".join(map(str, range(1, n + 1)))) if least else answer(text)
        (folder / (path.stem + ".out")).write_text(output)
