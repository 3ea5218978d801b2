"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(91)


SAMPLE = ["30 45 120\n", "6 9 10\n"]
SECRET = ["%d %d %d\n" % case for case in [
    (1, 1, 1), (2, 4, 7), (7, 3, 5), (1000000, 999999, 10 ** 12), (999983, 999979, 999983 * 12345 + 999979 * 54321), (1000000, 2, 10 ** 12 - 1),
    (12, 18, 6), (17, 1000000, 17), (999983, 1000000, 999983 * 999999), (3, 999999, 10 ** 12), (40, 30, 250),
]]
making.write(__file__, SAMPLE, SECRET, "accepted/remainders.py")
