"""Writes data/ of "hoitrai": python3 generators/gen.py

Maps come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "three_searches.py"
RANDOM = random.Random(111007)


def with_friends(rows, places):
    """Puts A, B and C on the three places (row, column)."""
    cells = [list(row) for row in rows]
    for name, (r, c) in zip("ABC", places):
        cells[r][c] = name
    return ["".join(row) for row in cells]


def scattered(r, c, tents, places=None):
    """A map with a share of `tents` of blocked cells; places are drawn when not given."""
    rows = ["".join("#" if RANDOM.random() < tents else "." for _ in range(c)) for _ in range(r)]
    return with_friends(rows, places or [divmod(i, c) for i in RANDOM.sample(range(r * c), 3)])


def lanes(r, c, places):
    """One lane that goes to and fro over the whole map."""
    rows = []
    for i in range(r):
        gap = c - 1 if i % 4 == 1 else 0
        rows.append("." * c if i % 2 == 0 else "#" * gap + "." + "#" * (c - 1 - gap))
    return with_friends(rows, places)


SAMPLE = [
    ["..#...", "A....C", "#.B.##"],
    ["A#..", "##B.", "..C."],
]
SECRET = [
    ["ABC"],                                                  # one row; B is in the middle
    ["C", "A", "#", "B"],                                     # one column, cut in two
    ["A.........", ".########.", ".########.", "B........C"],  # the least sum is not the least time
    scattered(12, 15, 0.2),
    lanes(15, 15, [(0, 0), (14, 14), (6, 3)]),                # long ways for small maps
    scattered(15, 15, 0.0, [(0, 0), (0, 14), (14, 7)]),       # no tent: very many ways, several cells
    lanes(61, 61, [(0, 0), (60, 0), (30, 60)]),               # the way is longer than 1000 steps
    with_friends(["#" * 100] * 100, [(0, 0), (99, 99), (50, 50)]),        # nobody can move
    scattered(300, 300, 0.38),                                # parts of the map cannot be reached
    lanes(300, 299, [(0, 0), (298, 0), (0, 298)]),            # ways of 45 000 steps
    scattered(300, 300, 0.3, [(2, 5), (297, 296), (290, 9)]),
    scattered(300, 300, 0.0, [(0, 0), (299, 299), (0, 299)]),  # open yard: many cells in time
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, rows in enumerate(cases, 1):
        text = "\n".join([f"{len(rows)} {len(rows[0])}", *rows]) + "\n"
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
