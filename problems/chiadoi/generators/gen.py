"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(101)


def case(w):
    return "%d\n%s\n" % (len(w), " ".join(map(str, w)))


def some(n, most):
    return case([RANDOM.randint(1, most) for _ in range(n)])


SAMPLE = [case([3, 1, 2])]
SECRET = [
    case([1, 1]), case([1, 10 ** 6]), case([1, 2, 3, 4]), case([5, 5, 4, 3, 3]), some(10, 20), some(50, 100), some(100, 10 ** 6),
    some(500, 10 ** 6), some(1999, 10), some(2000, 10 ** 6),
]
making.write(__file__, SAMPLE, SECRET, "accepted/largest_first.py")
