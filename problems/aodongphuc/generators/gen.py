"""Writes data/ of "aodongphuc": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "narrowest_first.py"
RANDOM = random.Random(90905)


def school(n, m, greatest, widest):
    """n pupils whose ranges are up to `widest` wide, m shirts; sizes up to `greatest`."""
    pupils = []
    for _ in range(n):
        low = RANDOM.randint(1, greatest)
        pupils.append((low, min(greatest, low + RANDOM.randint(0, widest))))
    return pupils, [RANDOM.randint(1, greatest) for _ in range(m)]


def nested(n, step):
    """Wide ranges around narrow ones: who starts first must not choose first."""
    middle = n * step + 1
    pupils = [(middle - i * step, middle + i * step) for i in range(1, n + 1)]
    shirts = [middle + RANDOM.randint(-i * step, i * step) for i in range(1, n + 1)]
    RANDOM.shuffle(pupils)
    return pupils, shirts


SAMPLE = [
    ([(2, 9), (1, 3), (3, 5)], [8, 3, 4]),
    ([(5, 6), (5, 5)], [7, 4, 5, 5]),
]
SECRET = [
    ([(4, 4)], [5]),                                              # nothing fits
    ([(1, 10), (2, 4), (4, 6), (6, 7), (1, 2)], [10, 2, 4, 6, 1]),  # everybody, when given with care
    ([(1, 100), (40, 60), (60, 61), (59, 60), (58, 62)], [60, 60, 60, 61, 62, 99]),  # equal sizes, both ends fit
    school(300, 300, 200, 5),                                     # narrow ranges, many equal sizes
    nested(500, 3),
    school(1000, 700, 10 ** 5, 10 ** 4),
    ([(1, 10 ** 5)] * 20000, [1] * 10000 + [10 ** 5] * 10000),    # all pupils wait at once; n * m is the greatest
    school(3000, 9000, 10 ** 5, 30),                              # many more shirts than pupils
    school(9000, 1000, 10 ** 5, 10 ** 4),                         # many more pupils than shirts
    nested(8000, 5),
    school(20000, 20000, 1000, 20),                               # very many equal numbers
    school(20000, 20000, 10 ** 5, 30),
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (pupils, shirts) in enumerate(cases, 1):
        lines = [(len(pupils), len(shirts)), *pupils, shirts]
        text = "".join(" ".join(map(str, line)) + "\n" for line in lines)
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
