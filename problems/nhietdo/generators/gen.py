"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(62)


def case(temperatures):
    return "%d\n%s\n" % (len(temperatures), " ".join("%g" % t for t in temperatures))


def some(n, least, most):
    return case([round(RANDOM.uniform(least, most), 3) for _ in range(n)])


SAMPLE = [case([25.5, 30, 28.25])]
SECRET = [
    case([0]), case([-1.5]), case([1, 2]), case([1, 1, 2]),     # a third has no end in decimals
    case([-60, 60]), case([0.001] * 7), some(24, -5, 5), some(1000, 20, 35), some(100000, -60, 60),
    case([59.999] * 99999 + [-59.999]),
]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
