"""Writes data/ of "kehoachnho": python3 generators/gen.py

Inputs are fixed by hand or by the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "direct.py"
RANDOM = random.Random(60601)

SAMPLE = [(3, 4, 2500), (120, 0, 3000)]
SECRET = [
    (1, 1, 1),                  # a + b * p is right by luck
    (5, 7, 1000),               # a + b * p is wrong
    (0, 0, 100),                # nothing was collected
    (12, 0, 0),                 # paper is worth nothing, one grade has none
    (9, 1, 3000),               # exactly 30 000
    (RANDOM.randint(2, 20), RANDOM.randint(2, 20), RANDOM.randint(500, 700)),
    (200, 135, 2600),           # more than 16 bits hold
    (RANDOM.randint(5000, 9000), RANDOM.randint(5000, 9000), RANDOM.randint(9000, 10000)),
    (999999, 1000000, 1000),  # just under 2 * 10^9, still 32 bits
    (1000000, 1000000, 1074),   # just over 2^31 - 1
    (RANDOM.randint(500000, 10 ** 6), RANDOM.randint(500000, 10 ** 6), RANDOM.randint(50000, 10 ** 5)),
    (1000000, 1000000, 100000),  # every number is the greatest; adding one by one never ends
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases, 1):
        text = "%d %d %d\n" % case
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
