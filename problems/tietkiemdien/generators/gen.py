"""Writes data/ of "tietkiemdien": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "two_pointers.py"
RANDOM = random.Random(80904)


def days(n, m, s, high):
    return m, s, [RANDOM.randint(0, high) for _ in range(n)]


SAMPLE = [
    (2, 7, [4, 2, 1, 6, 1]),
    (1, 3, [5, 0, 3]),
]
SECRET = [
    (1, 0, [1]),                                    # nothing can be chosen
    (1, 10, [11, 3, 12, 10, 11]),                   # days over S stand alone and do not count
    (3, 0, [0] * 40 + [1] + [0] * 2),               # S = 0 with runs of holidays
    days(1500, 1, 700, 100),
    days(2000, 40, 2000, 100),                      # both conditions matter
    (50, 100, [2, 0] * 1000),                       # sums equal to S exactly, at the ends too
    days(20000, 3, 5, 2),                           # n * n / 2 steps are still quick, clear of the limit
    (1, 3 * 10 ** 9, [1000000] * 5000),             # S and the sums pass 2^31
    days(100000, 60000, 10 ** 12, 9),               # S never matters; n * n / 2 steps are far too slow
    days(20000, 100, 5 * 10 ** 4, 9),               # long runs
    (1, 99999, [1] * 100000),                       # the answer passes 2^32; one run is too much
    days(100000, 1, 10 ** 12, 9),                   # every run counts: 5 000 050 000 of them
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (m, s, values) in enumerate(cases, 1):
        text = f"{len(values)} {m} {s}\n{' '.join(map(str, values))}\n"
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
