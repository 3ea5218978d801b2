"""Writes data/ of "kyyeu": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "best_below.py"
RANDOM = random.Random(121210)


def line(n, k, d, height, points):
    """n pupils whose heights and points are drawn from two ranges."""
    return k, d, [(RANDOM.randint(*height), RANDOM.randint(*points)) for _ in range(n)]


def rising(n, k, d, step, points):
    """Heights that rise from left to right, more or less."""
    return k, d, [(max(1, min(10 ** 6, i * step + RANDOM.randint(-9 * step, 9 * step))), RANDOM.randint(*points))
                  for i in range(1, n + 1)]


SAMPLE = [
    (2, 3, [(150, 4), (153, 8), (155, 5), (157, 2), (152, 1), (158, 6)]),
    (1, 0, [(160, -5), (170, -3)]),
]
SECRET = [
    (1, 0, [(1000000, -1000000)]),                      # one pupil with a funny face must step forward
    (2, 0, [(5, 1), (5, 2), (5, 3), (5, 4), (5, 5)]),   # equal heights are allowed when d = 0
    rising(15, 3, 2, 2, (-5, 20)),
    (1, 1, [(i, 1) for i in range(1, 2001)]),           # one chain through everybody: a deep recursion
    line(2000, 2000, 0, (1, 10 ** 6), (-100, -1)),      # k = n: nobody has a neighbour; all points are negative
    rising(2000, 7, 30, 10, (-50, 100)),
    line(10000, 1, 1, (1, 1000), (-1000, 1000)),
    (1, 0, [(i, 7) for i in range(30000, 0, -1)]),  # falling heights: only one pupil, but n * n / 2 looks
    (1, 190, [(i * 200, 10 ** 6 - i) for i in range(1, 5001)]),  # the total passes 2^31
    line(30000, 1, 0, (150, 190), (-9, 9)),             # few heights, very many equal ones
    rising(20000, 40, 400, 40, (-900, 1000)),           # both conditions matter
    line(30000, 3, 17, (1, 10 ** 6), (-10 ** 5, 10 ** 6)),
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (k, d, pupils) in enumerate(cases, 1):
        text = f"{len(pupils)} {k} {d}\n" + "".join("%d %d\n" % pupil for pupil in pupils)
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
