"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(111)


def case(a):
    return "%d\n%s\n" % (len(a), " ".join(map(str, a)))


def some(n, least, most):
    return case([RANDOM.randint(least, most) for _ in range(n)])


SAMPLE = [case([2, -5, 4, -1, 3]), case([-3, -2, -7])]
SECRET = [
    ("group1", [case([7]), case([0, 0, 0]), some(50, 0, 10), some(100, 0, 10 ** 9)]),
    ("group2", [
        case([-5]),                       # the stretch must not be empty
        case([5, -9, 5]),
        case([-10 ** 9] * 100),
        some(2000, -50, 50),
        some(2000, -10 ** 9, 10 ** 9),    # more than 32 bits hold
    ]),
    ("group3", [
        some(200000, -10 ** 9, 10 ** 9),
        case([10 ** 9] * 200000),         # the greatest sum of all
        case([-1] * 199999 + [-2]),
        case([3, -1] * 100000),           # the whole row is best
    ]),
]
making.write(__file__, SAMPLE, SECRET, "accepted/kadane.py")
