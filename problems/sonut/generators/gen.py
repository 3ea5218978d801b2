"""Writes data/ of "sonut": python3 generators/gen.py

Inputs are fixed by hand or by the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "blocks_of_ten.py"
RANDOM = random.Random(70702)

SAMPLE = [(1, 30, 9), (10, 19, 0), (7300, 7300, 0)]
SECRET = [
    (9, 9, 9),                      # one number, and it counts
    (10, 10, 9),                    # one number, and it does not
    (18, 27, 9),                    # ten numbers, but two of them count: a tenth is not enough
    (1, 9, 0),                      # 0 itself must not be counted
    (RANDOM.randint(1, 500), RANDOM.randint(5000, 9999), 3),
    (2, 100000, 1),                 # 100 000 counts, 1 does not
    (RANDOM.randint(1, 10 ** 6), 2000000000, 6),   # still 32 bits; a loop is too slow
    (2147483640, 2147483699, 0),    # around 2^31: does not fit a longint
    (1, 999999999999, 5),
    (999999999999999950, 1000000000000000000, 1),  # needs every one of the 18 digits
    (RANDOM.randint(1, 10 ** 17), RANDOM.randint(9 * 10 ** 17, 10 ** 18), 8),
    (1, 1000000000000000000, 0),
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
