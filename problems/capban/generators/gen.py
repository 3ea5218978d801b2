"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(71)


def case(k, places):
    return "%d %d\n%s\n" % (len(places), k, " ".join(map(str, places)))


def some(n, k, most):
    return case(k, RANDOM.sample(range(most + 1), n))


SAMPLE = [case(2, [5, 1, 3, 8]), case(4, [1, 2])]
SECRET = [
    case(1, [0]), case(1, [1, 0]), case(10 ** 9, [10 ** 9, 0]), case(3, [9, 6, 3, 0]), some(10, 2, 20), some(100, 7, 150),
    some(1000, 5, 1500), some(2000, 10 ** 6, 10 ** 9), some(50000, 3, 100000), some(100000, 1, 110000),
]
making.write(__file__, SAMPLE, SECRET, "accepted/sets.py")
