"""Writes data/ of "mayin": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution, run in a folder of its own.
"""
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "binary_search.py"
RANDOM = random.Random(101006)


def printers(n, k, a, b, c):
    """n printers whose three numbers are drawn from the ranges a, b and c."""
    return k, [(RANDOM.randint(*a), RANDOM.randint(*b), RANDOM.randint(*c)) for _ in range(n)]


SAMPLE = [
    (5, [(2, 3, 5), (5, 10, 0)]),
    (4, [(3, 2, 10)]),
]
SECRET = [
    (1, [(7, 1, 100000)]),                                      # one sheet: no rest after it
    (6, [(3, 3, 4)]),                                           # the last sheet ends a run: its rest does not count
    printers(10, 100, (1, 20), (1, 5), (0, 60)),
    (10 ** 9, [(1000, 1, 0)]),                                  # 10^12 seconds without rests
    printers(200, 10 ** 6, (1, 50), (1, 1000), (0, 0)),
    printers(5000, 99999999, (500, 1000), (1, 1000), (0, 0)),
    (10 ** 9, [(1000, 1, 100000)]),                             # the greatest answer: about 10^14
    (10 ** 9, [(1, 1000, 0)] + [(1000, 1, 100000)] * 2999),     # at late times the counts are very large
    printers(300, 10 ** 5, (1, 9), (1, 4), (50000, 100000)),    # nearly all the time is rest
    printers(10000, 10 ** 5, (1, 1000), (1, 1000), (0, 100)),
    printers(10000, 10 ** 9, (1, 1000), (1, 1000), (0, 100000)),
    printers(10000, 10 ** 9, (900, 1000), (1, 3), (90000, 100000)),
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (k, machines) in enumerate(cases, 1):
        text = f"{len(machines)} {k}\n" + "".join("%d %d %d\n" % machine for machine in machines)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        with tempfile.TemporaryDirectory() as box:
            Path(box, "MAYIN.INP").write_bytes(text.encode())
            subprocess.run([sys.executable, SOLUTION], cwd=box, check=True)
            stem.with_suffix(".ans").write_bytes(Path(box, "MAYIN.OUT").read_bytes())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
