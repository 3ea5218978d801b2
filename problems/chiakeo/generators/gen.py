"""Writes data/ of "chiakeo": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution, run in a folder of its own.
"""
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "sorted_windows.py"
RANDOM = random.Random(80803)


def bags(n, m, low, high):
    return m, [RANDOM.randint(low, high) for _ in range(n)]


def shuffled(m, values):
    RANDOM.shuffle(values)
    return m, values


SAMPLE = [
    (3, [10, 4, 20, 9, 3, 11, 5]),
    (1, [6, 2, 8]),
]
SECRET = [
    (1, [7]),                                           # one bag, one child
    shuffled(5, [2, 30, 31, 32, 90]),                   # every bag is needed
    shuffled(2, [1, 50, 100, 150, 151]),                # only the very last window is best
    bags(40, 1, 1, 1000),                               # one child takes the fullest bag
    shuffled(4, [10 * i + j for i in range(1, 30) for j in (0, 1, 2, 3)]),   # 29 windows tie
    bags(1000, 250, 1, 10 ** 6),
    (5000, [1000000] * 5000),                           # all equal, the sum passes 2^31
    bags(20000, 15000, 900000, 10 ** 6),                # the sum passes 2^31
    shuffled(3, [3 * i for i in range(1, 50001)]),      # all windows tie; already too many for a slow sort
    (1000, list(range(20000, 0, -1))),                  # falling: the worst for simple and for careless quick sorts
    bags(50000, 25000, 1, 100),                         # very many equal numbers
    bags(50000, 700, 1, 10 ** 6),
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (m, values) in enumerate(cases, 1):
        text = f"{len(values)} {m}\n{' '.join(map(str, values))}\n"
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        with tempfile.TemporaryDirectory() as box:
            Path(box, "CHIAKEO.INP").write_bytes(text.encode())
            subprocess.run([sys.executable, SOLUTION], cwd=box, check=True)
            stem.with_suffix(".ans").write_bytes(Path(box, "CHIAKEO.OUT").read_bytes())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
